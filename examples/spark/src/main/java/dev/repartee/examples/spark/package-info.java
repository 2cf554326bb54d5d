/**
 * Measuring on many machines: rows partitioned by conversation, a log in each partition, summaries
 * merged; measures over persons in a second step. Rows as they come are streamed: conversations in
 * buckets, a live log in each.
 */
@NullMarked
package dev.repartee.examples.spark;

import org.jspecify.annotations.NullMarked;
