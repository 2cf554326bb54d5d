package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Counts;
import org.junit.jupiter.api.Test;

final class PartTimesTest {

  @Test
  void eachPartHasTheTimeOfItsLastMessage() {
    // The second unit begins in the first part and reaches beyond it; the third begins in the next.
    int[] starts = {0, 4_000, 4_100, 4_101};
    long[] at = new long[4_101];
    at[7] = 70;
    at[4_099] = 90;
    at[4_100] = 5;
    PartTimes times = new PartTimes(starts, at);
    assertEquals(90, times.latest(0));
    assertEquals(5, times.latest(1));
  }

  @Test
  void aPartWithoutUnitsHasNone() {
    PartTimes times = new PartTimes(new int[] {0, 5_000}, new long[5_000]);
    assertEquals(0, times.latest(0));
    assertEquals(Long.MIN_VALUE, times.latest(1));
  }

  @Test
  void aLogWithoutRowsHasNoParts() {
    assertEquals(
        0,
        EngagementLog.builder()
            .asOf("2026-01-01T00:00:00Z")
            .build()
            .measure(Counts.ofMessages("any", row -> true))
            .share()
            .trials());
  }
}
