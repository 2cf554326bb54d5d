/**
 * Distributions, quantiles, sorting and random numbers, which know nothing of results. Not for use
 * outside the library.
 */
@NullMarked
package dev.repartee.internal.math;

import org.jspecify.annotations.NullMarked;
