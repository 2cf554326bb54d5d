/**
 * Everything about one person: what they said and did on all channels and accounts, who answered
 * and how fast, whether they are waiting, and how far they have come.
 *
 * <p>Vocabulary: an <b>entry</b> is one row of the person, a message or an act. The entry with
 * which a wait begins shows its answer. Further messages before that answer belong to the same wait
 * and show none.
 *
 * <pre>{@code
 * PersonHistory carl = PersonHistory.of(log, "carl");
 * // carl ==> carl: 1 message, 2 acts, waits for nobody
 * carl.table();
 * }</pre>
 */
@NullMarked
package dev.repartee.person;

import org.jspecify.annotations.NullMarked;
