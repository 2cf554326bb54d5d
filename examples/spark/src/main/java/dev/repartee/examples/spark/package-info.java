/**
 * Measuring on many machines: rows partitioned by conversation, a log in each partition, summaries
 * merged; measures over persons in a second step.
 */
@NullMarked
package dev.repartee.examples.spark;

import org.jspecify.annotations.NullMarked;
