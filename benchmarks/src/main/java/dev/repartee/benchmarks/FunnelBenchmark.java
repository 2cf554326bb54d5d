package dev.repartee.benchmarks;

import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelStep;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.EventFilter;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.util.Locale;
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

/** How long an ordered funnel takes: some ten events of each person, five steps, 30 days. */
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

  private final Funnel standard = GeneratedEvents.funnel().build();
  private final Funnel timed = stepsWithTimes().build();
  private final Funnel everyOption = stepsWithTimes().strictOrder().noRepeats().build();
  private EngagementLog log = EngagementLog.builder().build();

  /** Builds the log. */
  @Setup
  public void build() {
    log = GeneratedEvents.of(rows, 1).log(threads).parallel(threads);
  }

  /** All options that go together, so that each has something to do with these events. */
  private static Funnel.Builder stepsWithTimes() {
    Funnel.Builder funnel = Funnel.builder().within(Duration.ofDays(30));
    for (ActKind kind : GeneratedEvents.STEPS) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      FunnelStep step = FunnelStep.of(name, EventFilter.acts(kind));
      if (kind != GeneratedEvents.STEPS.get(0)) {
        step = step.noSoonerThan(Duration.ofMinutes(1)).noLaterThan(Duration.ofDays(20));
      }
      funnel.step(kind == ActKind.REACTION ? step.optional() : step);
    }
    return funnel
        .strictlyIncreasing()
        .oneStepPerEvent()
        .excluding("mentioned", EventFilter.acts(ActKind.MENTION))
        .holding(EventFilter.Property.ORGANIZATION);
  }

  /**
   * Follows everybody through five steps within 30 days.
   *
   * @return how many reached each
   */
  @Benchmark
  public FunnelSummary fiveSteps() {
    return log.measure(standard);
  }

  /**
   * Does the same with every option on.
   *
   * @return how many reached each
   */
  @Benchmark
  public FunnelSummary everyOptionOn() {
    return log.measure(everyOption);
  }

  /**
   * Does the same with all options but those that end chains early.
   *
   * @return how many reached each
   */
  @Benchmark
  public FunnelSummary timedSteps() {
    return log.measure(timed);
  }

  @Override
  public String toString() {
    return "funnel over " + rows + " events";
  }
}
