/** How texts are written to bytes. Not for use outside the library. */
@NullMarked
package dev.repartee.internal.bytes;

import org.jspecify.annotations.NullMarked;
