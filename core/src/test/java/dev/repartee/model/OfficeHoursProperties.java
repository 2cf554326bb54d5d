package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Random hours against a reference that looks at the wall minute by minute, and laws. */
final class OfficeHoursProperties {
  private static final long MINUTE = 60_000;
  private static final long CENTURY = 36_525L * 24 * 3_600_000;
  private static final long HOUR = 60 * MINUTE;

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theWallMinuteByMinuteSaysTheSame(@ForAll long seed) {
    RandomHours.Case drawn = RandomHours.random(seed);
    // Offsets of the past are not whole minutes: there the wall is looked at second by second.
    boolean isWhole = wholeMinutes(drawn, drawn.near() - 36 * HOUR);
    long step = isWhole ? MINUTE : 1_000;
    long from = drawn.near() - (isWhole ? 36 : 2) * HOUR;
    long open = 0;
    for (long at = from; at < drawn.near() + (isWhole ? 36 : 1) * HOUR; at += step) {
      boolean isOpen = drawn.isOpen(at);
      if (isOpen != drawn.hours().isOpen(at) || open != drawn.hours().workingMillis(from, at)) {
        assertEquals(isOpen, drawn.hours().isOpen(at), () -> drawn.toString());
        assertEquals(open, drawn.hours().workingMillis(from, at), () -> drawn.toString());
      }
      open += isOpen ? step : 0;
      if (isOpen && drawn.hours().dueAt(from, open) != at + step) {
        assertEquals(at + step, drawn.hours().dueAt(from, open), () -> drawn.toString());
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void beforeAndAfterAChangeTheWallSaysTheSame(
      @ForAll long seed, @ForAll @LongRange(min = -1_500, max = 1_500) long minutes) {
    RandomHours.Case before = RandomHours.random(seed);
    RandomHours.Case after = RandomHours.random(~seed);
    long near = before.near();
    if (!wholeMinutes(before, near - 36 * HOUR) || !wholeMinutes(after, near - 36 * HOUR)) {
      return;
    }
    long change = Math.floorDiv(near, MINUTE) * MINUTE + minutes * MINUTE;
    if (!EventTime.isValid(change - 48 * HOUR) || !EventTime.isValid(change + 48 * HOUR)) {
      return; // before the year 1, where no hours change
    }
    OfficeHours hours = before.hours().from(Instant.ofEpochMilli(change), after.hours());
    long from = change - 36 * HOUR;
    long open = 0;
    for (long at = from; at < change + 36 * HOUR; at += MINUTE) {
      boolean isOpen = at < change ? before.isOpen(at) : after.isOpen(at);
      assertEquals(isOpen, hours.isOpen(at));
      assertEquals(open, hours.workingMillis(from, at));
      open += isOpen ? MINUTE : 0;
      if (isOpen) {
        assertEquals(at + MINUTE, hours.dueAt(from, open));
      }
    }
    if (!hours.text().contains("#")) {
      assertEquals(hours, OfficeHours.parse(hours.text()));
    }
  }

  private static boolean wholeMinutes(RandomHours.Case drawn, long from) {
    for (RandomHours.Naive naive : drawn.naive()) {
      for (int hour = 0; hour < 73; hour++) {
        ZoneOffset offset =
            naive.zone.getRules().getOffset(Instant.ofEpochMilli(from + hour * HOUR));
        if (offset.getTotalSeconds() % 60 != 0) {
          return false;
        }
      }
    }
    return true;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void partsAddUp(
      @ForAll long seed,
      @ForAll @LongRange(min = -50_000_000_000_000L, max = 200_000_000_000_000L) long a,
      @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long near,
      @ForAll @LongRange(min = -400_000_000_000_000L, max = 400_000_000_000_000L) long c) {
    OfficeHours hours = RandomHours.random(seed).hours();
    assertEquals(
        hours.workingMillis(a, c),
        hours.workingMillis(a, a + near) + hours.workingMillis(a + near, c));
    assertEquals(hours.workingMillis(a, c), -hours.workingMillis(c, a));
    assertTrue(Math.abs(hours.workingMillis(a, c)) <= Math.abs(c - a));
    assertTrue(hours.workingMillis(a, Math.max(a, c)) >= 0);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theDeadlineIsTheFirstInstantByWhichTheTimeHasPassed(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 100_000_000_000L) long time) {
    RandomHours.Case drawn = RandomHours.random(seed);
    OfficeHours hours = drawn.hours();
    for (long start : new long[] {drawn.near(), drawn.near() - 17 * HOUR, drawn.near() * 11}) {
      for (long work : new long[] {1, time % HOUR + 1, time, time * 200}) {
        if (work > 1_000 * hours.workingMillis(start, start + CENTURY)) {
          continue; // hardly ever open, so that it may take more than a million years
        }
        long due = hours.dueAt(start, work);
        assertEquals(work, hours.workingMillis(start, due));
        assertEquals(work - 1, hours.workingMillis(start, due - 1));
        assertTrue(hours.dueAt(start, work + 1) > due);
        assertTrue(hours.dueAt(start + time % HOUR, work) >= due);
      }
      long first = hours.dueAt(start, 0);
      assertTrue(hours.isOpen(first) && first >= start);
      assertEquals(0, hours.workingMillis(start, first));
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aTextIsReadAsTheHoursItIsOf(@ForAll long seed) {
    OfficeHours hours = RandomHours.random(seed).hours();
    if (!hours.text().contains("#")) {
      assertEquals(hours, OfficeHours.parse(hours.text()));
      assertEquals(hours.text(), OfficeHours.parse(hours.text()).text());
    }
  }
}
