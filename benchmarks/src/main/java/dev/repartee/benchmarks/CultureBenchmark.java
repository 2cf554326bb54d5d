package dev.repartee.benchmarks;

import dev.repartee.consistency.AudienceInterest;
import dev.repartee.consistency.AudienceInterestSummary;
import dev.repartee.consistency.Consistency;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.participation.Participation;
import dev.repartee.participation.ParticipationSummary;
import java.time.ZoneId;
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

/** How long it takes one thread to tell whether an organization is consistent and takes part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CultureBenchmark {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** How many rows. */
  @Param({"1000000", "10000000"})
  public int rows;

  private EngagementLog log = EngagementLog.builder().build();

  /** Builds the log. */
  @Setup
  public void build() {
    log = GeneratedRows.of(Shape.UNIFORM, rows, true, 1).numeric(2);
  }

  /**
   * Walks conversations for weeks, silences and posts.
   *
   * @return the summary
   */
  @Benchmark
  public ConsistencySummary consistency() {
    return log.measure(Consistency.standard().withZone(ZONE));
  }

  /**
   * Walks persons for days, of interactions and of persons.
   *
   * @return the summary
   */
  @Benchmark
  public AudienceInterestSummary interest() {
    return log.measure(AudienceInterest.standard().withZone(ZONE));
  }

  /**
   * Walks conversations for voices, ties and turns.
   *
   * @return the summary
   */
  @Benchmark
  public ParticipationSummary participation() {
    return log.measure(Participation.of(log.directory()).withZone(ZONE));
  }
}
