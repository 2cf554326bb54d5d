/** Tests behind the verdicts of single measures. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.stats;

import org.jspecify.annotations.NullMarked;
