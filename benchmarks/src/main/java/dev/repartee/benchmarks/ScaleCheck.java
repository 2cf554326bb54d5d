package dev.repartee.benchmarks;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.response.ResponseTime;
import dev.repartee.text.TextTable;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * What becomes of time and memory per row when there are many rows, and of time when they hang
 * together in the worst of ways.
 *
 * <pre>
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -XX:+AlwaysPreTouch -Xms16g -Xmx16g -cp benchmarks/target/benchmarks.jar \
 *     dev.repartee.benchmarks.ScaleCheck 100000000
 * </pre>
 *
 * <p>The heap should be touched beforehand, as above: otherwise the first use of memory is timed.
 */
public final class ScaleCheck {
  private static final Measure<Results> BOTH =
      Measures.of(ResponseTime.eachTurn(), Dialogue.standard());
  private static final long TIME = 1_700_000_000_000L;
  private static final long FEW = 10_000_000;
  private static final int KNOTS = 1_000_000;
  private static final int SWEEPS = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private final PrintStream out;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private ScaleCheck(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks and prints.
   *
   * @param args how many rows to set beside 10,000,000; 20,000,000 where nothing is said
   * @throws Exception if something fails
   */
  public static void main(String... args) throws Exception {
    new ScaleCheck(System.out).run(args.length > 0 ? Long.parseLong(args[0]) : 2 * FEW);
  }

  private void run(long many) throws Exception {
    out.printf(
        Locale.ROOT,
        "%d cores, heap %,d MiB, Java %s%n",
        threads,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    TextTable table =
        TextTable.of(
            "rows",
            "build ns/row",
            "cores",
            "sweep ns/row",
            "cores",
            "resident bytes/row",
            "peak, at least",
            "at most");
    scale(Math.min(many, FEW), 3, table);
    scale(many, 1, table);
    out.println(table);
    out.println(
        "Resident: with the id, 8 bytes. Peak: what was still in use after a collection, and what"
            + " was in use with garbage.");
    knots();
  }

  private void scale(long rows, int builds, TextTable table) throws Exception {
    ScatteredRows scattered = new ScatteredRows(rows);
    Times building = new Times();
    for (int i = 1; i < builds; i++) {
      building.of(() -> scattered.log(threads).messages());
    }
    try (HeapWatch heap = new HeapWatch()) {
      EngagementLog log = building.of(() -> scattered.log(threads)).parallel(threads);
      double peak = heap.peakAfterCollection();
      double touched = heap.peak();
      double resident = heap.inUse();
      Times sweeping = new Times();
      for (int i = 0; i < SWEEPS; i++) {
        sweeping.of(() -> log.measure(BOTH));
      }
      table.row(
          String.format(Locale.ROOT, "%,d", rows),
          perRow(building.best(), rows),
          perRow(building.medianOfCores(), rows),
          perRow(sweeping.best(), rows),
          perRow(sweeping.medianOfCores(), rows),
          number(resident / rows),
          number(Math.max(peak, resident) / rows),
          number(touched / rows));
    }
  }

  private static String perRow(double millis, long rows) {
    return number(millis * NANOS_PER_MILLI / rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void knots() throws Exception {
    TextTable table = TextTable.of("a million rows", "seconds", "of cores");
    knot(table, "a post with a million replies", KNOTS, row -> row == 0 ? -1 : 0, row -> row);
    knot(table, "a chain, all at one instant", KNOTS, row -> row - 1, row -> 0);
    knot(
        table,
        "a cycle of half a million with a tail as long",
        KNOTS,
        row -> row == KNOTS / 2 - 1 ? 0 : row < KNOTS / 2 ? row + 1 : row - 1,
        row -> row);
    out.println(table);
  }

  private interface RowFunction {
    long of(long row);
  }

  private void knot(TextTable table, String what, int rows, RowFunction parent, RowFunction after)
      throws Exception {
    Times times = new Times();
    times.of(
        () -> {
          EngagementLog.Builder builder =
              EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
          Appender appender = builder.appender();
          // Backwards, so that no parent is known when its child comes.
          LongConsumer append =
              row -> {
                appender.id(row).author(row % (2 * GeneratedRows.MEMBERS)).at(TIME + after.of(row));
                if (parent.of(row) >= 0) {
                  appender.parent(parent.of(row));
                }
                appender.end();
              };
          for (long row = rows - 1L; row >= 0; row--) {
            append.accept(row);
          }
          return builder.build().parallel(threads).measure(BOTH);
        });
    table.row(what, seconds(times.best()), seconds(times.medianOfCores()));
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis / 1000);
  }

  @Override
  public String toString() {
    return "scale check with " + threads + " threads";
  }
}
