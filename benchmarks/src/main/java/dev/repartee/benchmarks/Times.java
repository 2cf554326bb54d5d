package dev.repartee.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How long something took, time after time: by the clock on the wall, and the time that the cores
 * spent on this process, native code included. On a machine that is busy with other things the
 * latter tells more.
 */
final class Times {
  private static final double NANOS_PER_MILLI = 1e6;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> cores = new ArrayList<>();

  /** Does something, and returns what it gives. */
  <T> T of(Callable<T> work) throws Exception {
    long startCores = system.getProcessCpuTime();
    long start = System.nanoTime();
    T result = work.call();
    wall.add((System.nanoTime() - start) / NANOS_PER_MILLI);
    cores.add((system.getProcessCpuTime() - startCores) / NANOS_PER_MILLI);
    return result;
  }

  /** The best by the clock, in milliseconds; NaN where nothing was done. */
  double best() {
    return wall.stream().mapToDouble(time -> time).min().orElse(Double.NaN);
  }

  /** The one in the middle by the clock, the later of two; NaN where nothing was done. */
  double median() {
    return middle(wall);
  }

  /** The one in the middle of what the cores spent, the later of two; NaN where nothing was. */
  double medianOfCores() {
    return middle(cores);
  }

  private static double middle(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(Double.NaN);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f ms, of cores %.1f ms, %d times", median(), medianOfCores(), wall.size());
  }
}
