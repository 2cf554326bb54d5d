package dev.repartee.benchmarks;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import dev.repartee.live.WaitingNow;
import dev.repartee.log.Appender;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import dev.repartee.text.TextTable;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What becomes of a live log through which rows stream for long: rows a second, memory, late rows.
 *
 * <pre>
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -Xmx1g -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar \
 *     dev.repartee.benchmarks.LiveCheck 100000000
 * </pre>
 *
 * <p>Time is that of the one thread on its core, collections of garbage beside it.
 */
public final class LiveCheck {
  private static final int UNDER_WAY = 50_000;
  private static final int ROWS_BETWEEN_RETIREMENTS = 100_000;
  private static final Duration FOLLOW_UP = Duration.ofHours(8);

  private final PrintStream out;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private LiveCheck(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks and prints.
   *
   * @param args how many rows; 20,000,000 where nothing is said
   */
  public static void main(String... args) {
    new LiveCheck(System.out).run(args.length > 0 ? Long.parseLong(args[0]) : 20_000_000);
  }

  private static LiveLogBuilder builder() {
    return LiveLog.builder(LiveStream.DIRECTORY)
        .followedFor(FOLLOW_UP)
        .givingUpAfter(FOLLOW_UP)
        .rememberingFor(Duration.ofHours(24))
        .measuring(ResponseTime.eachTurn(), Dialogue.standard().withHorizon(FOLLOW_UP))
        .waitingBy(Backlog.standard().withTarget(Duration.ofHours(1)));
  }

  private void run(long rows) {
    out.printf(
        Locale.ROOT,
        "heap at most %,d MiB, Java %s%n",
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    LiveLog live = builder().build();
    LiveStream stream = new LiveStream(UNDER_WAY);
    TextTable table =
        TextTable.of(
            "million rows",
            "rows/s",
            "by the clock",
            "open",
            "let go of",
            "late",
            "MiB in use",
            "who waits, ms",
            "response, ms");
    long step = Math.max(1, rows / 10);
    for (long done = 0; done < rows; done += step) {
      long cpu = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      add(live, stream, Math.min(step, rows - done));
      double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
      double byClock = (System.nanoTime() - clock) / 1e9;
      System.gc();
      Runtime memory = Runtime.getRuntime();
      Instant now = Instant.ofEpochMilli(stream.clock());
      live.waiting(now);
      live.measure(ResponseTime.eachTurn(), now);
      long before = threads.getCurrentThreadCpuTime();
      WaitingNow waiting = live.waiting(now);
      long between = threads.getCurrentThreadCpuTime();
      live.measure(ResponseTime.eachTurn(), now);
      long after = threads.getCurrentThreadCpuTime();
      table.row(
          millions(done + step),
          count(step / seconds),
          count(step / byClock),
          count((double) live.open()),
          count((double) live.retired()),
          count((double) live.late()),
          count((memory.totalMemory() - memory.freeMemory()) / (double) (1 << 20)),
          millis(between - before),
          millis(after - between));
      out.println(
          millions(done + step)
              + " million rows, "
              + count(step / seconds)
              + " a second, "
              + waiting.count()
              + " waiting");
    }
    out.println(table);
  }

  private static void add(LiveLog live, LiveStream stream, long rows) {
    Appender row = live.appender();
    for (long i = 1; i <= rows; i++) {
      stream.next(row);
      if (i % ROWS_BETWEEN_RETIREMENTS == 0) {
        live.retire(Instant.ofEpochMilli(stream.clock()));
      }
    }
  }

  private static String millions(long rows) {
    return String.format(Locale.ROOT, "%.1f", rows / 1e6);
  }

  private static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }
}
