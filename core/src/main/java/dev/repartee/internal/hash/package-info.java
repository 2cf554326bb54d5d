/** Tables of numbers without objects. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.hash;

import org.jspecify.annotations.NullMarked;
