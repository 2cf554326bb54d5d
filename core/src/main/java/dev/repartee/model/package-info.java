/**
 * What happens between an organization and the people it serves: who is who, and what they did.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>account</b>: an identity as the data names it, an opaque string ({@code carl@blog});
 *   <li><b>person</b>: one or more accounts known to be the same human;
 *   <li><b>organization</b>: a brand; its <b>members</b> have a department, a role and a kind of
 *       account; whoever is no member of an organization is <b>audience</b> to it;
 *   <li><b>post</b>, <b>reply</b>: a message that opens a conversation, a message with a parent;
 *   <li><b>act</b>: what a person does that is no message: view, click, share, follow;
 *   <li><b>office hours</b>: when somebody is there to answer; <b>working time</b> is what passes
 *       within them.
 * </ul>
 *
 * <p>Interactions carry what an export says, even where it is wrong: a missing id or an unreadable
 * time makes no exception here. The log judges the rows, sets bad ones aside and counts them.
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
