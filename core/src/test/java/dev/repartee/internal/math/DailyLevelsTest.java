package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DailyLevelsTest {
  private static long[] days(int n, long weekday, long weekend) {
    long[] counts = new long[n];
    for (int i = 0; i < n; i++) {
      counts[i] = i % 7 < 5 ? weekday : weekend;
    }
    return counts;
  }

  @Test
  void aSeriesThatStopsHasItsLastDayToTheDay() {
    long[] counts = days(182, 48, 48);
    Arrays.fill(counts, 93, 182, 0); // a Wednesday
    assertArrayEquals(new int[] {93}, DailyLevels.starts(counts));
  }

  @Test
  void whatBeginsIsTheSameTheOtherWayRound() {
    long[] counts = new long[182];
    Arrays.fill(counts, 93, 182, 48);
    assertArrayEquals(new int[] {93}, DailyLevels.starts(counts));
  }

  @Test
  void aWeekOfBusyDaysIsNoLevelAndNeitherIsTheWeekend() {
    long[] counts = days(182, 40, 8);
    Arrays.fill(counts, 70, 77, 400);
    assertEquals(0, DailyLevels.starts(counts).length);
  }

  @Test
  void daysThatWereNotObservedAreNoLevel() {
    long[] counts = days(182, 40, 8);
    Arrays.fill(counts, 60, 100, -1);
    assertEquals(0, DailyLevels.starts(counts).length);
    assertEquals(0, DailyLevels.starts().length);
  }
}
