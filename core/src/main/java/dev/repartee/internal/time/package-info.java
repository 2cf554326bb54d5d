/** Reading instants, and days of a zone, fast. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.time;

import org.jspecify.annotations.NullMarked;
