package dev.repartee.benchmarks;

import dev.repartee.log.EngagementLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long an ordered funnel takes that a user wrote: some ten events of each person. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FunnelBenchmark {
  /** How many events. */
  @Param({"10000", "1000000", "10000000"})
  public int rows;

  /** By how many threads. */
  @Param({"1", "2"})
  public int threads;

  private final FunnelKernel funnel = new FunnelKernel(GeneratedEvents.STEPS, Duration.ofDays(30));
  private EngagementLog log = EngagementLog.builder().build();

  /** Builds the log. */
  @Setup
  public void build() {
    log = GeneratedEvents.of(rows, 1).log(threads).parallel(threads);
  }

  /**
   * Follows everybody through five steps within 30 days.
   *
   * @return how many reached each
   */
  @Benchmark
  public FunnelKernel.Levels fiveSteps() {
    return log.measure(funnel);
  }

  @Override
  public String toString() {
    return "funnel over " + rows + " events";
  }
}
