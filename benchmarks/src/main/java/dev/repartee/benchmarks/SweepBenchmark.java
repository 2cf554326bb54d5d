package dev.repartee.benchmarks;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import dev.repartee.structure.StructureSummary;
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

/** How long one walk over all conversations takes, with replicate groups and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SweepBenchmark {
  /** How many rows. */
  @Param({"10000", "1000000", "10000000"})
  public int rows;

  /** Of what shape. */
  @Param public Shape shape = Shape.UNIFORM;

  /** By how many threads. */
  @Param({"1", "2"})
  public int threads;

  private EngagementLog log = EngagementLog.builder().build();

  /** Builds the log. */
  @Setup
  public void build() {
    log = GeneratedRows.of(shape, rows, true, 1).numeric(threads).parallel(threads);
  }

  /**
   * Finds turns and answers and counts nothing: the part that measures share.
   *
   * @return the number of exchanges
   */
  @Benchmark
  public long strandsOnly() {
    return log.measure(new SliceOnly(slice -> Strands.of(slice, AnswerRule.standard()).exchanges()))
        .sum();
  }

  /**
   * Measures response.
   *
   * @return the summary
   */
  @Benchmark
  public ResponseSummary response() {
    return log.measure(ResponseTime.eachTurn());
  }

  /**
   * Measures dialogue.
   *
   * @return the summary
   */
  @Benchmark
  public DialogueSummary dialogue() {
    return log.measure(Dialogue.standard());
  }

  /**
   * Measures how conversations are built.
   *
   * @return the summary
   */
  @Benchmark
  public StructureSummary structure() {
    return log.measure(Structure.standard());
  }

  /**
   * Measures both in one walk.
   *
   * @return the summaries
   */
  @Benchmark
  public Results responseAndDialogue() {
    return log.measure(Measures.of(ResponseTime.eachTurn(), Dialogue.standard()));
  }

  /**
   * Measures response without replicate groups.
   *
   * @return the summary
   */
  @Benchmark
  public ResponseSummary responseAsIndependent() {
    return log.measure(ResponseTime.eachTurn().asIndependent());
  }

  /**
   * Measures dialogue without replicate groups.
   *
   * @return the summary
   */
  @Benchmark
  public DialogueSummary dialogueAsIndependent() {
    return log.measure(Dialogue.standard().asIndependent());
  }

  /**
   * Measures both in one walk, without replicate groups.
   *
   * @return the summaries
   */
  @Benchmark
  public Results responseAndDialogueAsIndependent() {
    return log.measure(
        Measures.of(ResponseTime.eachTurn().asIndependent(), Dialogue.standard().asIndependent()));
  }

  /**
   * Measures response by channel.
   *
   * @return the summaries
   */
  @Benchmark
  public Breakdown<ResponseSummary> responseByChannel() {
    return log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
  }

  /**
   * Measures response by channel and day, some 2,900 keys.
   *
   * @return the summaries
   */
  @Benchmark
  public Breakdown<ResponseSummary> responseByChannelAndDay() {
    return log.measure(
        ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.day(ZoneOffset.UTC))));
  }

  @Override
  public String toString() {
    return "sweeping " + rows + " rows";
  }
}
