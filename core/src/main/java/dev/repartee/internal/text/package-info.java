/** Texts of options that distinguish measures. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.text;

import org.jspecify.annotations.NullMarked;
