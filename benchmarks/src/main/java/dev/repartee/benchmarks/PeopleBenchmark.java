package dev.repartee.benchmarks;

import dev.repartee.buzz.Buzz;
import dev.repartee.buzz.BuzzSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.person.PersonHistory;
import dev.repartee.ties.Ties;
import dev.repartee.ties.TiesSummary;
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

/** How long it takes to tell persons apart by name: ties, buzz, and one person of many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PeopleBenchmark {
  /** How many rows. */
  @Param({"10000", "1000000", "10000000"})
  public int rows;

  /** Of what shape. */
  @Param public Shape shape = Shape.UNIFORM;

  /** By how many threads. */
  @Param({"1", "2"})
  public int threads;

  private EngagementLog log = EngagementLog.builder().build();
  private String last = "";

  /** Builds the log, and names the person who is found last. */
  @Setup
  public void build() {
    log = GeneratedRows.of(shape, rows, true, 1).numeric(threads).parallel(threads);
    log.measure(SliceOnly.ofPersons(this::name));
  }

  private long name(Slice slice) {
    last = slice.personName(slice.persons() - 1);
    return 0;
  }

  /**
   * Finds who answers whom.
   *
   * @return the summary
   */
  @Benchmark
  public TiesSummary ties() {
    return log.measure(Ties.standard());
  }

  /**
   * Finds what people say.
   *
   * @return the summary
   */
  @Benchmark
  public BuzzSummary buzz() {
    return log.measure(Buzz.standard());
  }

  /**
   * Tells the history of one person.
   *
   * @return the history
   */
  @Benchmark
  public PersonHistory person() {
    return PersonHistory.of(log, last);
  }

  @Override
  public String toString() {
    return "telling apart the people of " + rows + " rows";
  }
}
