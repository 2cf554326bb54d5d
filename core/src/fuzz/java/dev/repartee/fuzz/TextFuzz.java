package dev.repartee.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.repartee.change.Watch;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.model.OfficeHours;
import java.util.Arrays;

/** Office hours and times as texts, and bytes of rows and of watches. */
class TextFuzz {
  static final long BASE = 1_000_000;
  static final long FACTOR = 1_000;

  /** Regular expressions are watched while the search lasts, which takes memory itself. */
  static final long BASE_OF_HOURS = 4_000_000;

  static final long FACTOR_OF_HOURS = 10_000;
  private static final int LONGEST = 1 << 12;

  static final int HOURS = 0;
  static final int TIME = 1;
  static final int ROW = 2;
  static final int WATCH = 3;

  @FuzzTest(maxDuration = "30m")
  void reads(FuzzedDataProvider data) {
    switch (data.consumeInt(HOURS, WATCH)) {
      case HOURS -> hours(data.consumeString(LONGEST));
      case TIME -> time(data.consumeString(LONGEST));
      case ROW -> bytes(data, TextFuzz::row);
      default -> bytes(data, TextFuzz::watch);
    }
  }

  private interface Reader {
    void read(byte[] bytes);
  }

  private static void bytes(FuzzedDataProvider data, Reader reader) {
    byte[] input = data.consumeBytes(LONGEST);
    if (input.length > 0) {
      byte[] bytes = Bounds.sealed(input);
      Bounds.memory(BASE, FACTOR, bytes.length, () -> reader.read(bytes));
    }
  }

  private static void row(byte[] bytes) {
    PersonRow row;
    try {
      row = PersonRow.fromBytes(bytes);
    } catch (IllegalArgumentException e) {
      return;
    }
    if (row.toString().isEmpty() || !row.equals(PersonRow.fromBytes(row.toBytes()))) {
      throw new AssertionError("reads otherwise");
    }
  }

  private static void watch(byte[] bytes) {
    Watch watch;
    try {
      watch = Watch.fromBytes(bytes);
    } catch (IllegalArgumentException e) {
      return;
    }
    if (watch.toString().isEmpty() || !Arrays.equals(watch.toBytes(), again(watch).toBytes())) {
      throw new AssertionError("reads otherwise");
    }
  }

  private static Watch again(Watch watch) {
    return Watch.fromBytes(watch.toBytes());
  }

  private static void hours(String text) {
    Bounds.memory(BASE_OF_HOURS, FACTOR_OF_HOURS, text.length(), () -> parse(text));
  }

  private static void parse(String text) {
    OfficeHours hours;
    try {
      hours = OfficeHours.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    // A long text is cut, and says so by its hash.
    boolean isWhole = !hours.text().contains(" #");
    if (isWhole && !hours.equals(OfficeHours.parse(hours.text()))) {
      throw new AssertionError("reads otherwise: " + hours);
    }
  }

  /** What is no time is set aside, and never thrown. */
  private static void time(String text) {
    EngagementLog.Builder builder = EngagementLog.builder().quietly();
    builder.appender().id("a").at(text).end();
    EngagementLog log = builder.asOf("2026-01-01T00:00:00Z").build();
    if (log.audit().toString().isEmpty()) {
      throw new AssertionError("says nothing");
    }
  }
}
