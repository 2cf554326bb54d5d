package dev.repartee.benchmarks;

import dev.repartee.model.OfficeHours;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a question about working time takes, for waits spread over ten years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OfficeHoursBenchmark {
  private static final int WAITS = 1 << 20;
  private static final long HOUR = 3_600_000;
  private static final long TEN_YEARS = 87_660 * HOUR;
  private static final long FROM = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();

  /** The hours. */
  @Param({
    "Mon-Fri 09:00-17:00 Europe/Paris",
    "Mon-Fri 08:30-12:00 13:30-18:00 Europe/Paris, 2026-12-25 closed",
    "Mon-Fri 09:00-17:00 Europe/Paris and Mon-Fri 09:00-17:00 America/New_York"
  })
  public String hours = "";

  /** Whether waits come one after another, as in a log, or from anywhere. */
  @Param({"true", "false"})
  public boolean sorted;

  private final long[] starts = new long[WAITS];
  private final long[] waits = new long[WAITS];
  private OfficeHours office = OfficeHours.parse("Mon-Sun 00:00-24:00 UTC");

  /** Draws the waits: twenty hours on average. */
  @Setup
  public void draw() {
    office = OfficeHours.parse(hours);
    Random random = new Random(1);
    for (int i = 0; i < WAITS; i++) {
      starts[i] = FROM + (long) (random.nextDouble() * TEN_YEARS);
      waits[i] = (long) (-Math.log(random.nextDouble()) * 20 * HOUR);
    }
    if (sorted) {
      Arrays.sort(starts);
    }
  }

  /**
   * Asks for the working time of every wait.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(WAITS)
  public long workingMillis() {
    long sum = 0;
    for (int i = 0; i < WAITS; i++) {
      sum += office.workingMillis(starts[i], starts[i] + waits[i]);
    }
    return sum;
  }

  /**
   * Asks for every deadline.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(WAITS)
  public long dueAt() {
    long sum = 0;
    for (int i = 0; i < WAITS; i++) {
      sum += office.dueAt(starts[i], waits[i]);
    }
    return sum;
  }

  /**
   * Compiles ten years.
   *
   * @return the working time in them
   */
  @Benchmark
  public long compileTenYears() {
    return OfficeHours.parse(hours).workingMillis(FROM, FROM + TEN_YEARS);
  }

  @Override
  public String toString() {
    return "waits in " + hours;
  }
}
