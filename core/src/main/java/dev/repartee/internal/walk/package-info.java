/**
 * Ways of walking a log that spare reading its rows one by one. Not for use outside the library.
 *
 * <p>{@link dev.repartee.internal.walk.FastSlice} is what a {@link dev.repartee.measure.Slice}
 * really is; {@link dev.repartee.internal.walk.Events} copies what is asked of scattered rows,
 * {@link dev.repartee.internal.walk.Duet} is a conversation of two in a few masks of bits.
 */
@NullMarked
package dev.repartee.internal.walk;

import org.jspecify.annotations.NullMarked;
