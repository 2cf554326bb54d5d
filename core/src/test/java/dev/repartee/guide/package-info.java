/**
 * The guide, checked: its code is run, its numbers are compared, its links are followed, and its
 * pictures are drawn from what its code found.
 */
@NullMarked
package dev.repartee.guide;

import org.jspecify.annotations.NullMarked;
