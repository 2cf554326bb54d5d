package dev.repartee.benchmarks;

import dev.repartee.log.EngagementLog;
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

/** How long it takes to build a log through the columnar door. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx6g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class BuildBenchmark {
  /** How many rows. */
  @Param({"10000", "1000000", "10000000"})
  public int rows;

  /** Of what shape. */
  @Param public Shape shape = Shape.UNIFORM;

  /** Whether the rows come in random order. */
  @Param({"false", "true"})
  public boolean shuffled;

  /** By how many threads. */
  @Param({"1", "2"})
  public int threads;

  private GeneratedRows generated = GeneratedRows.of(0, false, 1);

  /** Makes the rows. */
  @Setup
  public void generate() {
    generated = GeneratedRows.of(shape, rows, shuffled, 1);
  }

  /**
   * Builds with numbers as ids.
   *
   * @return the log
   */
  @Benchmark
  public EngagementLog numericIds() {
    return generated.numeric(threads);
  }

  /**
   * Builds with texts as ids.
   *
   * @return the log
   */
  @Benchmark
  public EngagementLog textIds() {
    return generated.text(threads);
  }

  @Override
  public String toString() {
    return "building " + rows + " rows";
  }
}
