/**
 * Who is who, and what happened between an organization and the people it serves.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>account</b>: an identity as the data names it, an opaque string ({@code carl@blog});
 *   <li><b>person</b>: one or more accounts known to be the same human;
 *   <li><b>organization</b>: a brand; its <b>members</b> have a department, a role and a kind of
 *       account; everybody else is its <b>audience</b>;
 *   <li><b>post</b>: a message that opens a conversation; <b>reply</b>: a message with a parent;
 *   <li><b>act</b>: something a person does other than write a message: view, click, share, follow;
 *   <li><b>office hours</b>: when somebody is there to answer; <b>working time</b> is the time
 *       within them.
 * </ul>
 *
 * <p>Interactions carry what an export says, even if it is wrong: a missing id or an unreadable
 * time throws no exception here. The log checks the rows, sets bad ones aside and counts them.
 *
 * <pre>{@code
 * Directory directory = Directory.builder()
 *     .organization("Acme", acme -> acme
 *         .member("acme_care", "Support")
 *         .member("jane_ceo", "Executive", Role.LEADER)
 *         .bot("acme_bot", "Support"))
 *     .person("Carl", "carl@blog", "carl_nz@twitter")
 *     .build();
 * Post post = Post.of("p1", "carl@blog", "2009-07-31T09:00:00Z").channel("blog");
 * }</pre>
 */
@NullMarked
package dev.repartee.model;

import org.jspecify.annotations.NullMarked;
