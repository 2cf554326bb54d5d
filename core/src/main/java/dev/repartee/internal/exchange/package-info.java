/**
 * Walks that find turns and their answers by an {@link dev.repartee.exchange.AnswerRule}. Not for
 * use outside the library.
 *
 * <p>{@link dev.repartee.internal.exchange.Strands} walks every conversation; {@link
 * dev.repartee.internal.exchange.Shapes} finds once what all short conversations of one shape have
 * in common, which is most of them. Whatever the way, the facts are the same.
 */
@NullMarked
package dev.repartee.internal.exchange;

import org.jspecify.annotations.NullMarked;
