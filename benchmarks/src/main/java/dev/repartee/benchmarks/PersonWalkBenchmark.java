package dev.repartee.benchmarks;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
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

/** How long one walk over all persons takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PersonWalkBenchmark {
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
   * Walks persons and looks at the time of each row: what a walk costs before it thinks.
   *
   * @return the number of rows
   */
  @Benchmark
  public long personsOnly() {
    return log.measure(SliceOnly.ofPersons(PersonWalkBenchmark::touch)).sum();
  }

  private static long touch(Slice slice) {
    long sum = 0;
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        sum += slice.at(slice.row(position)) & 1;
      }
    }
    return sum;
  }

  /**
   * Follows everybody on the A-Path.
   *
   * @return the summary
   */
  @Benchmark
  public APathSummary aPath() {
    return log.measure(APath.standard());
  }

  @Override
  public String toString() {
    return "walking the persons of " + rows + " rows";
  }
}
