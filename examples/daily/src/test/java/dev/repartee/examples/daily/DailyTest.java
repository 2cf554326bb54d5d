package dev.repartee.examples.daily;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.Watch;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Results;
import dev.repartee.model.Reply;
import dev.repartee.stats.Proportion;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyTest {
  private static final Quarter QUARTER = new Quarter(1, 40);
  private static final LocalDate END = Quarter.LAST.plusDays(Daily.SETTLING_DAYS);
  private static final int KILLS = 20;

  /** The database after all days, one after the other, and what it says of them. */
  @TempDir static Path ready;

  private static SortedMap<LocalDate, byte[]> days = new TreeMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void allDays() throws Exception {
    days = inOneGo(ready.resolve("ready.duckdb"));
  }

  /** Another copy of the database. */
  private Path copy() throws IOException {
    return Files.copy(ready.resolve("ready.duckdb"), folder.resolve("copy.duckdb"));
  }

  private static void assertSame(
      SortedMap<LocalDate, byte[]> expected, SortedMap<LocalDate, byte[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((day, bytes) -> assertArrayEquals(bytes, actual.get(day), day::toString));
  }

  private static SortedMap<LocalDate, byte[]> inOneGo(Path file) throws Exception {
    try (Store store = new Store(file.toString())) {
      Daily daily = new Daily(store, new PrintStream(new ByteArrayOutputStream()));
      for (LocalDate day = Quarter.FIRST; !day.isAfter(END); day = day.plusDays(1)) {
        daily.run(day, QUARTER.arriving(day));
      }
      return store.summaries();
    }
  }

  private static Watch watch(Path file) throws Exception {
    try (Store store = new Store(file.toString())) {
      return store.watch();
    }
  }

  private static EngagementLog wholeLog() {
    List<Quarter.Message> rows = new ArrayList<>(QUARTER.all());
    Collections.shuffle(rows, new Random(1));
    EngagementLog.Builder builder = EngagementLog.builder(Quarter.directory());
    for (Quarter.Message m : rows) {
      builder.add(
          Reply.of(m.id(), m.author(), m.at())
              .to(m.parent())
              .in(m.conversation())
              .channel(m.channel()));
    }
    return builder.asOf(Daily.settledAt(END)).build();
  }

  @Test
  void daysOfOneLogAreTheDaysOfTheDatabase() throws Exception {
    EngagementLog whole = wholeLog();
    assertEquals(0, whole.audit().rejected());
    assertEquals(97, days.size());
    days.forEach(
        (day, bytes) -> {
          assertArrayEquals(Daily.summary(whole, day).toBytes(), bytes, day::toString);
          assertTrue(Daily.questions().fromBytes(bytes).origin().isSettled());
        });
    assertArrayEquals(
        whole
            .asOf(Daily.settledAt(Quarter.LAST))
            .between(
                Instant.ofEpochMilli(Store.millis(days.firstKey())),
                Instant.ofEpochMilli(Store.millis(Quarter.LAST.plusDays(1))))
            .followedFor(Duration.ofDays(Daily.SETTLING_DAYS))
            .measure(Daily.questions())
            .toBytes(),
        Periods.merged(days, day -> "all").values().iterator().next().toBytes());
  }

  @Test
  void aDayRunTwiceChangesNothing() throws Exception {
    Path file = copy();
    Watch watch = watch(file);
    assertSame(days, inOneGo(file));
    assertArrayEquals(watch.toBytes(), watch(file).toBytes());
  }

  /** Counted on one log of all rows, by another walk. Days on which nobody asked are none there. */
  @Test
  void theWatchOfTheDatabaseIsThatOfOneLog() throws Exception {
    Watch kept = watch(copy());
    assertEquals(97, kept.days());
    Watch ofLog =
        Watch.of(
            Daily.PROMISE,
            wholeLog()
                .asOf(Daily.settledAt(Quarter.LAST))
                .followedFor(Duration.ofDays(Daily.SETTLING_DAYS)),
            ZoneOffset.UTC);
    assertEquals(ofLog.byDay().keySet(), asked(kept).keySet());
    ofLog.byDay().forEach((day, share) -> assertEquals(share, asked(kept).get(day)));
    assertEquals(Watch.State.ALARM, kept.state());
    assertEquals(ofLog.alarmSince(), kept.alarmSince());
    assertTrue(kept.alarmSince().orElseThrow().isAfter(LocalDate.of(2026, 3, 9)), kept::toString);
  }

  private static SortedMap<LocalDate, Proportion> asked(Watch watch) {
    SortedMap<LocalDate, Proportion> days = new TreeMap<>(watch.byDay());
    days.values().removeIf(Proportion::isEmpty);
    return days;
  }

  @Test
  void lateRowsAreNamedAndTheirDaysMeasuredAgain() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Store store = new Store(folder.resolve("late.duckdb").toString())) {
      Daily daily = new Daily(store, new PrintStream(printed, true, StandardCharsets.UTF_8));
      LocalDate first = LocalDate.of(2026, 1, 1);
      long at = Store.millis(first);
      daily.run(first, List.of(message("a", null, "zak", at, first)));
      daily.run(first.plusDays(7), List.of());
      assertEquals(0, answered(store, first));
      assertEquals("0 of 1", counts(store.watch()));
      daily.run(first.plusDays(9), List.of(message("b", "a", "care", at + 60_000, first)));
      assertEquals(1, answered(store, first));
      assertEquals("1 of 1", counts(store.watch()));
    }
    assertTrue(
        printed
            .toString(StandardCharsets.UTF_8)
            .contains("1 late rows: measured again [2026-01-01]"),
        printed::toString);
  }

  /** Each number that a dashboard asks for is the one that the kept bytes tell. */
  @Test
  void factsOfDaysCanBeAsked() throws Exception {
    try (Store store = new Store(copy().toString())) {
      SortedMap<LocalDate, @Nullable Double> twoWay = store.trend("two_way");
      SortedMap<LocalDate, @Nullable Double> waits = store.trend("waits");
      assertEquals(days.keySet(), twoWay.keySet());
      assertEquals(days.keySet(), waits.keySet());
      days.forEach(
          (day, bytes) -> {
            Results found = Daily.questions().fromBytes(bytes);
            double waited = found.get(Daily.response()).exchanges();
            assertEquals(waited, waits.get(day), day::toString);
            double share = found.get(Dialogue.standard()).twoWay().value();
            assertEquals(Double.isNaN(share) ? null : (Double) share, twoWay.get(day));
          });
    }
  }

  private static Quarter.Message message(
      String id, @Nullable String parent, String author, long at, LocalDate day) {
    return new Quarter.Message("c", id, parent, author, at, "blog", day);
  }

  private static String counts(Watch watch) {
    return watch.met() + " of " + watch.all();
  }

  private static long answered(Store store, LocalDate day) throws Exception {
    byte[] bytes = store.summaries().tailMap(day).values().iterator().next();
    return Daily.questions().fromBytes(bytes).get(Daily.response()).answered();
  }

  /** Runs the program in a process of its own, which can be killed without a chance to tidy up. */
  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Daily.class.getName(),
            file.toString())
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void killedAtTwentyPointsNothingIsLostOrCountedTwice() throws Exception {
    Watch watch = watch(copy());
    Path file = folder.resolve("killed.duckdb");
    Random random = new Random(3);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = start(file);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        // Reads on to some day's beginning, and then a moment into the day.
        for (int days = 1 + random.nextInt(4); days > 0; days--) {
          lines.readLine();
        }
        long until = System.nanoTime() + random.nextInt(60_000_000);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        killed += process.isAlive() ? 1 : 0;
        process.destroyForcibly().waitFor();
      }
    }
    assertEquals(KILLS, killed);
    Process last = start(file);
    String printed = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, last.waitFor(), printed);
    assertTrue(printed.contains("day 2026-04-07"), printed);
    assertTrue(printed.contains("\nALARM since " + watch.alarmSince().orElseThrow()), printed);
    try (Store store = new Store(file.toString())) {
      assertSame(days, store.summaries());
      assertArrayEquals(watch.toBytes(), store.watch().toBytes());
    }
  }
}
