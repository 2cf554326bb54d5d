package dev.repartee.benchmarks;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.DurationEstimate;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** What is done with summaries: adding them up, sending them elsewhere, asking them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SummaryBenchmark {
  private static final Measure<Results> BOTH =
      Measures.of(ResponseTime.eachTurn(), Dialogue.standard());
  private static final Measure<Breakdown<ResponseSummary>> BY_CHANNEL_AND_DAY =
      ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.day(ZoneOffset.UTC)));

  /** Of how many rows. */
  @Param({"10000", "1000000", "10000000"})
  public int rows;

  private Parts<Results> both = new Parts<>(BOTH, EngagementLog.builder().build());
  private Parts<Breakdown<ResponseSummary>> keyed =
      new Parts<>(BY_CHANNEL_AND_DAY, EngagementLog.builder().build());
  private ResponseSummary response =
      EngagementLog.builder().build().measure(ResponseTime.eachTurn());

  /** The summaries of two windows, and the bytes of one of them. */
  private static final class Parts<S extends Summary<S>> {
    final Measure<S> measure;
    final S early;
    final S late;
    final byte[] bytes;

    Parts(Measure<S> measure, EngagementLog log) {
      this.measure = measure;
      early = log.between(Instant.EPOCH, GeneratedRows.MIDDLE).measure(measure);
      late =
          log.between(GeneratedRows.MIDDLE, GeneratedRows.MIDDLE.plusSeconds(1L << 30))
              .measure(measure);
      bytes = early.toBytes();
    }
  }

  /** Builds the log and measures two windows. */
  @Setup
  public void measure() {
    EngagementLog log = GeneratedRows.of(rows, true, 1).numeric(2).parallel(2);
    both = new Parts<>(BOTH, log);
    keyed = new Parts<>(BY_CHANNEL_AND_DAY, log);
    response = log.measure(ResponseTime.eachTurn());
  }

  /**
   * Adds up response and dialogue of two windows.
   *
   * @return the sum
   */
  @Benchmark
  public Results merge() {
    return both.early.merge(both.late);
  }

  /**
   * Adds up some 2,900 keys of two windows.
   *
   * @return the sum
   */
  @Benchmark
  public Breakdown<ResponseSummary> mergeByChannelAndDay() {
    return keyed.early.merge(keyed.late);
  }

  /**
   * Writes response and dialogue.
   *
   * @return the bytes
   */
  @Benchmark
  public byte[] toBytes() {
    return both.early.toBytes();
  }

  /**
   * Reads response and dialogue.
   *
   * @return the summaries
   */
  @Benchmark
  public Results fromBytes() {
    return both.measure.fromBytes(both.bytes);
  }

  /**
   * Writes some 1,450 keys.
   *
   * @return the bytes
   */
  @Benchmark
  public byte[] toBytesByChannelAndDay() {
    return keyed.early.toBytes();
  }

  /**
   * Reads some 1,450 keys.
   *
   * @return the summaries
   */
  @Benchmark
  public Breakdown<ResponseSummary> fromBytesByChannelAndDay() {
    return keyed.measure.fromBytes(keyed.bytes);
  }

  /**
   * Asks for the median that counts those who wait, with its interval.
   *
   * @return the median
   */
  @Benchmark
  public DurationEstimate median() {
    return response.median();
  }

  @Override
  public String toString() {
    return "summaries of " + rows + " rows";
  }
}
