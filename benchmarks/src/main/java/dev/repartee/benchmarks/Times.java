package dev.repartee.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How long something took, time after time. */
final class Times {
  private final List<Long> nanos = new ArrayList<>();

  /** Does something, and returns what it gives. */
  <T> T of(Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    nanos.add(System.nanoTime() - start);
    return result;
  }

  /** The best, in milliseconds; NaN where nothing was done. */
  double best() {
    return nanos.stream().mapToDouble(time -> time / 1e6).min().orElse(Double.NaN);
  }

  /** The one in the middle, the later of two, in milliseconds; NaN where nothing was done. */
  double median() {
    return nanos.stream()
        .mapToDouble(time -> time / 1e6)
        .sorted()
        .skip(nanos.size() / 2)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public String toString() {
    return nanos.size() + " times, best " + best() + " ms, median " + median() + " ms";
  }
}
