package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.Watch.State;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WatchTest {
  private static final LocalDate START = LocalDate.parse("2026-01-01");

  private static Watch days(Watch watch, int from, int to, long met, long all) {
    Watch more = watch;
    for (int day = from; day < to; day++) {
      more = more.day(START.plusDays(day), met, all);
    }
    return more;
  }

  /**
   * By hand: 56 days of 8 of 10, none of which scatters, and one of 0 of 10. With deff 1 the day is
   * (p / 0.8)^0 (q / 0.2)^10 times as likely; 0.75 of the odds of 4 are 3, q = 0.25, 0.55 of them
   * 2.2, q = 0.3125; (0.25 / 0.2)^10 = 9.3132, (0.3125 / 0.2)^10 = 86.7 counts as 10. The weight of
   * the first day is 182 / (182 * 183) = 0.0054645.
   */
  @Test
  void evidenceOfOneDayByHand() {
    Watch watch = days(Watch.atLeast(0.8), 0, 56, 8, 10).day(START.plusDays(56), 0, 10);
    assertEquals(1, watch.deff(), 1e-12);
    double byHand = 1 - 0.0054645 + 0.0054645 * (0.25 * 9.3132 + 0.75 * 10);
    assertEquals(byHand, watch.evidence(), 1e-6);
    assertEquals(State.QUIET, watch.state());
  }

  @Test
  void fallIsFoundAndStays() {
    Watch kept = days(Watch.atLeast(0.8), 0, 182, 82, 100);
    Watch fallen = days(kept, 182, 364, 70, 100);
    assertEquals(State.QUIET, kept.state());
    assertEquals(Optional.of(LocalDate.parse("2026-07-05")), fallen.alarmSince());
    assertEquals(State.ALARM, days(fallen, 364, 500, 100, 100).state());
    assertTrue(fallen.evidence() >= 20, fallen::toString);
    assertEquals(fallen.alarmSince(), days(fallen, 364, 500, 100, 100).alarmSince());
  }

  @Test
  void riseIsNoFallAndTheMirrorIs() {
    Watch atLeast = days(days(Watch.atLeast(0.2), 0, 182, 20, 100), 182, 364, 40, 100);
    Watch atMost = days(days(Watch.atMost(0.2), 0, 182, 20, 100), 182, 364, 40, 100);
    Watch mirrored = days(days(Watch.atLeast(0.8), 0, 182, 80, 100), 182, 364, 60, 100);
    assertEquals(State.QUIET, atLeast.state());
    assertEquals(State.ALARM, atMost.state());
    assertEquals(mirrored.alarmSince(), atMost.alarmSince());
    assertEquals(mirrored.evidence(), atMost.evidence(), 1e-9);
  }

  @Test
  void oneLostDayRaisesNoAlarmByItself() {
    Watch kept = days(Watch.atLeast(0.8), 0, 100, 1_650, 2_000);
    Watch lost = kept.day(START.plusDays(100), 0, 2_000);
    assertEquals(State.QUIET, lost.state());
    assertEquals(State.ALARM, days(lost, 101, 110, 0, 2_000).state());
  }

  @Test
  void smallerAlphaNeedsMoreEvidence() {
    Watch fallen = days(days(Watch.atLeast(0.8), 0, 100, 82, 100), 100, 200, 70, 100);
    LocalDate usual = fallen.alarmSince().orElseThrow();
    LocalDate later = fallen.alpha(0.0001).alarmSince().orElseThrow();
    assertTrue(later.isAfter(usual), () -> usual + " " + later);
  }

  @Test
  void tooLittleIsToldAndDaysOfNothingTellNothing() {
    Watch empty = days(Watch.atLeast(0.8), 0, 90, 0, 0);
    assertEquals(State.NO_DATA, empty.state());
    assertTrue(Double.isNaN(empty.share()));
    assertTrue(Double.isNaN(empty.deff()));
    assertEquals(1, empty.evidence());
    Watch few = days(empty, 90, 146, 8, 10);
    assertEquals(State.NO_DATA, few.state());
    assertEquals(
        """
        NO_DATA (at least 80 %)
        146 days, 2026-01-01 to 2026-05-26
        448 of 560 met, share 0.80
        needs more than 56 days with exchanges, there are 56""",
        few.toString());
    assertEquals(State.QUIET, days(few, 146, 147, 8, 10).state());
    assertEquals(
        "NO_DATA (at most 12.5 %)\n0 days\n0 of 0 met\n"
            + "needs more than 56 days with exchanges, there are 0",
        Watch.atMost(0.125).toString());
  }

  @Test
  void printsWhatItRestsOn() {
    Watch fallen = days(days(Watch.atLeast(0.8), 0, 182, 82, 100), 182, 364, 70, 100);
    String[] lines = fallen.toString().split("\n", -1);
    assertEquals("ALARM since 2026-07-05 (at least 80 %)", lines[0]);
    assertEquals("364 days, 2026-01-01 to 2026-12-30", lines[1]);
    assertEquals("27,664 of 36,400 met, share 0.76", lines[2]);
    assertTrue(lines[3].endsWith(", alarm at 20.00"), lines[3]);
    Watch longest = Watch.atLeast(0.999999);
    for (int day = 0; day < 70; day++) {
      longest = longest.day(LocalDate.MAX.minusDays(day), 0, 10);
    }
    String text = longest.toString();
    assertEquals("ALARM since +999999999-", text.substring(0, 23));
    assertTrue(text.indexOf('\n') <= 49 && text.length() <= 1_000, text);
  }

  @Test
  void lateDaysAreCountedAndAreNoPartOfTheWatch() {
    Watch inOrder = days(Watch.atLeast(0.8), 0, 3, 8, 10);
    Watch late =
        Watch.atLeast(0.8)
            .day(START.plusDays(2), 8, 10)
            .day(START, 8, 10)
            .day(START.plusDays(1), 8, 10);
    assertEquals(0, inOrder.lateDays());
    assertEquals(2, late.lateDays());
    assertEquals(2, late.merge(inOrder).lateDays());
    assertEquals(2, inOrder.merge(late).lateDays());
    assertEquals(4, late.merge(late).lateDays());
    assertEquals(inOrder, late);
    assertEquals(inOrder.hashCode(), late.hashCode());
    assertArrayEquals(inOrder.toBytes(), late.toBytes());
    assertNotEquals(inOrder, inOrder.alpha(0.01));
    assertNotEquals(inOrder, days(Watch.atMost(0.8), 0, 3, 8, 10));
  }

  @Test
  void badArgumentsAreNamed() {
    Watch watch = Watch.atLeast(0.8).day(START, 8, 10);
    refused("bound (1.0) must lie between 0 and 1", () -> Watch.atLeast(1));
    refused("bound (0.0) must lie between 0 and 1", () -> Watch.atMost(0));
    refused("bound (NaN) must lie between 0 and 1", () -> Watch.atLeast(Double.NaN));
    refused("alpha (0.0) must lie in [0.000000001, 1)", () -> watch.alpha(0));
    refused("alpha (NaN) must lie in", () -> watch.alpha(Double.NaN));
    refused("alpha (1.0) must lie in", () -> watch.alpha(1));
    refused("met (11) must lie in [0, all (10)]", () -> watch.day(START.plusDays(1), 11, 10));
    refused("met (-1) must lie in [0, all (10)]", () -> watch.day(START.plusDays(1), -1, 10));
    refused("all (-1) must lie in [0, 2147483647]", () -> watch.day(START.plusDays(1), 0, -1));
    refused("all (2147483648) must lie", () -> watch.day(START.plusDays(1), 0, 1L << 31));
    refused(
        "day (2026-01-01, 8 of 10) must be new, there is one with 8 of 10; add each day once",
        () -> watch.day(START, 8, 10));
    refused(
        "other (at least 80 %, alpha 0.01) must watch the same as this (at least 80 %, alpha 0.05)",
        () -> watch.merge(watch.alpha(0.01)));
    refused("must watch the same", () -> watch.merge(Watch.atMost(0.8)));
    refused(
        "day (2026-01-01) must be the same in both: it has 8 of 10 here and 9 of 10 there",
        () -> watch.merge(Watch.atLeast(0.8).day(START, 9, 10)));
  }

  private static void refused(String message, Executable what) {
    String found = assertThrows(IllegalArgumentException.class, what).getMessage();
    assertTrue(found != null && found.contains(message), () -> message + "\n" + found);
  }

  @Test
  void everyDamageToBytesIsRefused() {
    byte[] bytes = days(Watch.atLeast(0.8), 0, 3, 8, 10).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThrows(IllegalArgumentException.class, () -> Watch.fromBytes(cut));
      byte[] flipped = bytes.clone();
      flipped[i] ^= 1;
      assertThrows(IllegalArgumentException.class, () -> Watch.fromBytes(flipped));
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
    assertThrows(IllegalArgumentException.class, () -> Watch.fromBytes(longer));
  }

  @Test
  void forgedBytesWithAGoodChecksumAreRefused() {
    refused("are of version 2 of the format, this library reads version 1", forged(3, (byte) 2));
    refused(
        "bytes begin with 53505701, a watch of this version with 52505701", forged(0, (byte) 0x53));
    refused("they tell no direction", forged(4, (byte) 2));
    refused("bound (", forged(5, (byte) 0x7f));
    refused("alpha (", forged(13, (byte) 0x7f));
    refused("day (", forged(21, (byte) 0x7f));
    refused("must be later than the one before", forged(27, (byte) 0x7f));
    refused("met (", forged(29, (byte) 1));
    refused("all (", forged(33, (byte) 0x80));
  }

  private static Executable forged(int at, byte value) {
    byte[] bytes = days(Watch.atLeast(0.8), 0, 3, 8, 10).toBytes();
    bytes[at] = value;
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
    return () -> Watch.fromBytes(bytes);
  }
}
