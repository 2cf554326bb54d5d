/** Parts that several tallies are made of. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.tally;

import org.jspecify.annotations.NullMarked;
