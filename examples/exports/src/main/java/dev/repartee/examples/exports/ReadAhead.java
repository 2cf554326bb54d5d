package dev.repartee.examples.exports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads on while what was read is worked on, a batch ahead and no more. */
final class ReadAhead {
  private static final int BATCH = 4_096;

  /** What was read, and what ended the reading, if anything did. */
  private record Batch<T>(List<T> elements, @Nullable RuntimeException failure) {}

  private ReadAhead() {}

  /**
   * Hands all elements to a consumer, in order. The iterator is asked in another thread, but by one
   * at a time, and never after this has returned or thrown.
   */
  static <T> void forEach(Iterator<T> elements, Consumer<T> consumer) {
    Batch<T> batch = batch(elements);
    while (!batch.elements.isEmpty() && batch.failure == null) {
      ForkJoinTask<Batch<T>> next = ForkJoinPool.commonPool().submit(() -> batch(elements));
      try {
        batch.elements.forEach(consumer);
      } finally {
        next.quietlyJoin();
      }
      batch = next.join();
    }
    batch.elements.forEach(consumer);
    if (batch.failure != null) {
      throw batch.failure;
    }
  }

  private static <T> Batch<T> batch(Iterator<T> elements) {
    List<T> batch = new ArrayList<>(BATCH);
    try {
      while (batch.size() < BATCH && elements.hasNext()) {
        batch.add(elements.next());
      }
      return new Batch<>(batch, null);
    } catch (RuntimeException e) {
      return new Batch<>(batch, e);
    }
  }
}
