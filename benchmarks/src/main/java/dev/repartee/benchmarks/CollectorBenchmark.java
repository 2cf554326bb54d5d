package dev.repartee.benchmarks;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** How long it takes to collect a stream of rows into a log, by one thread and by all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
public class CollectorBenchmark {
  /** How many rows. */
  @Param({"10000", "2000000"})
  public int rows;

  /** Whether ids are names such as {@code message-17}, or plain numbers. */
  @Param({"false", "true"})
  public boolean areNames;

  /** Whether the stream is parallel. */
  @Param({"false", "true"})
  public boolean isParallel;

  private final Directory directory = GeneratedRows.directory();
  private List<Interaction> generated = List.of();

  /** Makes the rows, in random order. */
  @Setup
  public void generate() {
    generated = GeneratedRows.of(rows, true, 1).interactions(areNames);
  }

  /**
   * Collects the rows.
   *
   * @return the log
   */
  @Benchmark
  public EngagementLog collect() {
    Stream<Interaction> stream = isParallel ? generated.parallelStream() : generated.stream();
    return stream.collect(EngagementLog.collector(directory));
  }

  @Override
  public String toString() {
    return "collecting " + rows + " rows";
  }
}
