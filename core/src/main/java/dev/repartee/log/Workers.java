package dev.repartee.log;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Splits the building of a log between threads of the common pool. What a task writes depends on
 * its range alone, so that the log is the same however many threads there are.
 */
record Workers(int threads, int smallestRange) {

  /** Ranges for each thread: enough of them that nobody waits long for the last. */
  private static final int RANGES_PER_THREAD = 16;

  private static final int SMALLEST_RANGE = 4_096;

  /** A task for a range of rows or conversations; ranges are done in any order, at any time. */
  @FunctionalInterface
  interface RangeTask {
    void run(int from, int to);
  }

  Workers(int threads) {
    this(threads, SMALLEST_RANGE);
  }

  /** Does a task for all rows, or conversations, from 0 to a size, range by range. */
  void overRanges(int size, RangeTask task) {
    over(size, smallestRange, task);
  }

  /** Does the same for parts that are worth a thread each. */
  void overParts(int size, RangeTask task) {
    over(size, 1, task);
  }

  /**
   * Does a task for one range for each thread: for tasks that read everything, whatever their
   * range.
   */
  void inShares(int size, RangeTask task) {
    if (threads == 1 || size <= smallestRange) {
      task.run(0, size);
      return;
    }
    int length = (size - 1) / threads + 1;
    overParts(
        threads,
        (first, end) -> {
          for (int share = first; share < end; share++) {
            long from = (long) share * length;
            task.run((int) Math.min(from, size), (int) Math.min(from + length, size));
          }
        });
  }

  private void over(int size, int smallest, RangeTask task) {
    int length = Math.max(smallest, size / (threads * RANGES_PER_THREAD) + 1);
    if (threads == 1 || size <= length) {
      task.run(0, size);
      return;
    }
    int ranges = (size - 1) / length + 1;
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Math.min(threads, ranges))
        .parallel()
        .forEach(
            worker -> {
              for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                int from = i * length;
                task.run(from, size - from < length ? size : from + length);
              }
            });
  }

  /** Starts a task that nothing depends on until its result is asked for. */
  <R> Supplier<R> meanwhile(Supplier<R> task) {
    if (threads == 1) {
      R result = task.get();
      return () -> result;
    }
    return ForkJoinPool.commonPool().submit(task::get)::join;
  }
}
