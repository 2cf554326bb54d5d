package dev.repartee.examples.daily;

import dev.repartee.change.Watch;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.promise.Promise;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.response.ResponseTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Day by day: takes in what has arrived, measures the day that is settled now, keeps its summary as
 * bytes, and measures settled days again to which a late row belongs.
 *
 * <p>A day is settled when whatever began on it was watched for a week. Its summary is always as of
 * that instant, whenever it is made, so that a day measured again, or on another machine, gives the
 * same bits. A promise is watched every night: each day keeps a watch of its own, and they merge.
 */
public final class Daily {
  /** How many days after it a day is settled; the horizon of dialogue is as long. */
  static final int SETTLING_DAYS = 7;

  private static final Duration PROMISED = Duration.ofHours(2);
  private static final ResponseTime RESPONSE = ResponseTime.eachTurn().withTarget(PROMISED);

  /** What is promised to whoever asks, and watched. */
  static final Promise PROMISE = Promise.atLeast(0.35).answeredWithin(PROMISED, RESPONSE);

  private static final Duration FOLLOW_UP = Duration.ofDays(SETTLING_DAYS);

  private final Store store;
  private final PrintStream out;

  Daily(Store store, PrintStream out) {
    this.store = store;
    this.out = out;
  }

  /** What is asked of each day. */
  static Measure<Results> questions() {
    return Measures.of(RESPONSE, Dialogue.standard());
  }

  static ResponseTime response() {
    return RESPONSE;
  }

  /** Does a day, unless it is done: all of it in one transaction. */
  void run(LocalDate today, List<Quarter.Message> arrived) throws SQLException {
    if (store.isDone(today)) {
      return;
    }
    out.println("day " + today);
    store.load(arrived);
    LocalDate settled = today.minusDays(SETTLING_DAYS);
    measure(settled);
    measureAgain(today, settled, arrived);
    store.markDone(today);
    store.commit();
    Watch watch = store.watch();
    if (watch.state() == Watch.State.ALARM) {
      out.println(watch.toString().lines().findFirst().orElseThrow());
    }
  }

  /** A late row can change what was found of any settled day on which its conversation spoke. */
  private void measureAgain(LocalDate today, LocalDate settled, List<Quarter.Message> arrived)
      throws SQLException {
    List<Quarter.Message> late =
        arrived.stream().filter(m -> m.at() < Store.millis(today)).toList();
    List<String> touched = late.stream().map(Quarter.Message::conversation).distinct().toList();
    List<LocalDate> days = store.daysOf(touched, settled);
    for (LocalDate day : days) {
      measure(day);
    }
    if (!days.isEmpty()) {
      out.println(late.size() + " late rows: measured again " + days);
    }
  }

  private void measure(LocalDate day) throws SQLException {
    Results summary = summary(store.logOf(day, settledAt(day)), day);
    store.keep(day, summary);
    store.keep(day, watch(day, summary));
  }

  /** The watch of a day alone; those of all days merge. */
  static Watch watch(LocalDate day, Results summary) {
    TargetAttainment target = summary.get(RESPONSE).target();
    return Watch.of(PROMISE).day(day, target.met(), target.due());
  }

  /** The summary of a day, of any log that holds at least its conversations. */
  static Results summary(EngagementLog log, LocalDate day) {
    return log.asOf(settledAt(day))
        .between(
            Instant.ofEpochMilli(Store.millis(day)),
            Instant.ofEpochMilli(Store.millis(day.plusDays(1))))
        .followedFor(FOLLOW_UP)
        .measure(questions());
  }

  static Instant settledAt(LocalDate day) {
    return day.plusDays(1 + SETTLING_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Runs a made-up quarter: {@code [database-file]}. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String file =
        args.length > 0
            ? args[0]
            : Files.createTempDirectory("repartee-daily").resolve("talk.duckdb").toString();
    Quarter quarter = new Quarter(1, 40);
    try (Store store = new Store(file)) {
      Daily daily = new Daily(store, out);
      LocalDate end = Quarter.LAST.plusDays(SETTLING_DAYS);
      for (LocalDate day = Quarter.FIRST; !day.isAfter(end); day = day.plusDays(1)) {
        daily.run(day, quarter.arriving(day));
      }
      out.println(Periods.table(store.summaries()));
      out.println(PROMISE);
      out.println(store.watch());
    }
    out.println("kept in " + Path.of(file).getFileName());
  }
}
