/** What several tests share. */
@NullMarked
package dev.repartee.testing;

import org.jspecify.annotations.NullMarked;
