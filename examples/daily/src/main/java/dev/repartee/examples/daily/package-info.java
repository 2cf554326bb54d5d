/**
 * Measuring day by day with an embedded database: rows arrive, settled days are measured, their
 * summaries are kept as bytes and merged into weeks and months. And rows by the million from a
 * query into a log.
 */
@NullMarked
package dev.repartee.examples.daily;

import org.jspecify.annotations.NullMarked;
