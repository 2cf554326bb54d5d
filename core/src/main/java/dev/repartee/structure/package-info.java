/**
 * The shape of conversations: how deep, wide and large they are, and how far apart their messages
 * are.
 *
 * <p>A conversation is a tree: each message stands below the one it replies to. {@link
 * dev.repartee.structure.Structure} counts the shapes of all conversations; {@link
 * dev.repartee.structure.ReplyTree} shows a single conversation.
 *
 * <pre>{@code
 * StructureSummary structure = log.measure(Structure.standard());
 * // structure ==> structure: mean distance 1.00, 1 conversation
 * structure.depth().atLeast(2);
 * }</pre>
 */
@NullMarked
package dev.repartee.structure;

import org.jspecify.annotations.NullMarked;
