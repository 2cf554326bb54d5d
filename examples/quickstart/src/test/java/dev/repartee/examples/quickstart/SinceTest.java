package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.LevelChanges.Change;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SinceTest {
  private static Change change(String first, String earliest, String latest) {
    Estimate level = Estimate.withoutInterval(1, 0, "all alike");
    return new Change(
        LocalDate.parse(first),
        LocalDate.parse(earliest),
        LocalDate.parse(latest),
        level,
        level,
        0.01);
  }

  @Test
  void theIntervalIsTold() {
    assertEquals(
        "since the week from 8 September 2025 (or one from 1 September 2025 to 6 October 2025)",
        Since.text(change("2025-09-08", "2025-09-01", "2025-10-06")));
    assertEquals(
        "since the week from 8 September 2025",
        Since.text(change("2025-09-08", "2025-09-08", "2025-09-08")));
  }

  /** One that may be nearly any week of the year stands with none that is sure. */
  @Test
  void togetherIsWhatLiesWhereTheOtherMayBe() {
    Change sure = change("2025-09-15", "2025-09-08", "2025-09-22");
    assertTrue(Since.isTogether(sure, change("2025-09-08", "2025-09-01", "2025-10-06")));
    Change vague = change("2025-05-26", "2025-02-03", "2025-12-15");
    assertFalse(Since.isTogether(sure, vague));
    assertFalse(Since.isTogether(vague, sure));
    assertFalse(Since.isTogether(sure, change("2025-09-22", "2025-09-22", "2025-09-22")));
  }
}
