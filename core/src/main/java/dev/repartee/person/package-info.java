/**
 * Everything about one person: what they said and did over all channels and accounts, who answered
 * and how fast, whether they wait, and how far they came.
 *
 * <p>Vocabulary: an <b>entry</b> is one row of the person, a message or an act. The entry at which
 * the person begins to wait tells the answer; further messages before that answer belong to the
 * same wait and tell none of their own.
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
