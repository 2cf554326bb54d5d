package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows whose clock went wrong. */
class StrayRowsTest {
  private static final Instant START = Instant.parse("2025-01-01T12:00:00Z");
  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

  /** So many days with a message each. */
  private static EngagementLog.Builder days(int count) {
    EngagementLog.Builder rows = EngagementLog.builder();
    for (int day = 0; day < count; day++) {
      rows.add(Post.of("p" + day, "carl", START.plus(Duration.ofDays(day))));
    }
    return rows;
  }

  @Test
  void oneIsFoundAndNamed() {
    StrayRows stray = StrayRows.of(days(3).add(Post.of("z", "fritz", FAR)).build()).orElseThrow();
    assertEquals(START.plus(Duration.ofDays(2)), stray.before());
    assertEquals(
        "One row (z by fritz) is dated 31 December 9999, 2,912,805 days behind all others. It is left"
            + " out here, and what is told ends with the row before, of 3 January 2025.",
        stray.sentence());
  }

  @Test
  void oneOfAHundredMayStray() {
    StrayRows stray = StrayRows.of(twoOf200().build()).orElseThrow();
    assertEquals(2, stray.count());
    assertTrue(stray.sentence().startsWith("2 rows (z by fritz, y by fritz) are dated from"));
    assertEquals(
        Optional.empty(),
        StrayRows.of(twoOf200().add(Post.of("x", "fritz", FAR)).build()),
        "three of two hundred are many");
  }

  private static EngagementLog.Builder twoOf200() {
    return days(198)
        .add(Post.of("y", "fritz", FAR))
        .add(Post.of("z", "fritz", FAR.minusSeconds(1)));
  }

  @Test
  void anActMayStray() {
    EngagementLog log = days(3).add(Act.of(ActKind.FOLLOW, "zoe", FAR)).build();
    assertTrue(StrayRows.of(log).orElseThrow().sentence().contains("(zoe)"));
  }

  /** A year without a word happens, and who says when a log ends is believed. */
  @Test
  void whatMayBeRightStays() {
    Instant later = START.plus(Duration.ofDays(3000));
    assertEquals(Optional.empty(), StrayRows.of(days(3).add(Post.of("z", "f", later)).build()));
    assertEquals(
        Optional.empty(), StrayRows.of(days(3).add(Post.of("z", "f", FAR)).asOf(FAR).build()));
    assertEquals(Optional.empty(), StrayRows.of(EngagementLog.builder().build()));
  }
}
