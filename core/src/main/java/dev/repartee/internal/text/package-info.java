/** Texts of options by which measures are told apart. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.text;

import org.jspecify.annotations.NullMarked;
