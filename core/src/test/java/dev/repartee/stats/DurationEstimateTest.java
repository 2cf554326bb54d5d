package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DurationEstimateTest {

  private static final double MINUTE = 60_000;

  @Test
  void valueWithInterval() {
    DurationEstimate estimate =
        DurationEstimate.ofMillis(42 * MINUTE, 30 * MINUTE, 62 * MINUTE, 0.95, 32);
    assertEquals("42 min [30 min, 1 h 2 min]", estimate.toString());
    assertEquals(DurationEstimate.State.VALUE, estimate.state());
    assertEquals(Optional.of(Duration.ofMinutes(42)), estimate.value());
    assertEquals(Optional.of(Duration.ofMinutes(30)), estimate.low());
    assertEquals(Optional.of(Duration.ofMinutes(62)), estimate.high());
    assertEquals(Duration.ofMinutes(42), estimate.orElseThrow());
    assertEquals(42, estimate.toMinutes());
    assertFalse(estimate.hasFewGroups());
  }

  @Test
  void openEndsAreEmptyAndSaidSo() {
    DurationEstimate estimate =
        DurationEstimate.ofMillis(42 * MINUTE, 30 * MINUTE, Double.NaN, 0.95, 5);
    assertEquals("42 min [30 min, open]", estimate.toString());
    assertTrue(estimate.hasInterval());
    assertTrue(estimate.hasFewGroups());
    assertEquals(Optional.empty(), estimate.high());
    assertEquals(Double.NaN, estimate.highMillis());
  }

  @Test
  void halvesOfMillisecondsAndCenturiesAreKept() {
    DurationEstimate half = DurationEstimate.withoutInterval(52.5, 0, "");
    assertEquals(Duration.ofNanos(52_500_000), half.orElseThrow());
    assertEquals(52.5, half.millis());
    double centuries = 0x1p49 - 0.5;
    assertEquals(
        Duration.ofMillis((1L << 49) - 1).plusNanos(500_000),
        DurationEstimate.withoutInterval(centuries, 0, "").orElseThrow());
  }

  @Test
  void notReachedIsNoMissingValue() {
    DurationEstimate estimate = DurationEstimate.notReached("");
    assertEquals("not reached", estimate.toString());
    assertFalse(estimate.isReached());
    assertEquals(Optional.empty(), estimate.value());
    assertEquals(Double.NaN, estimate.millis());
    var e = assertThrows(NoSuchElementException.class, estimate::toMinutes);
    assertEquals(
        "not reached: too little had happened by the end of observation; ask isReached() first,"
            + " or take low() as what it exceeds",
        e.getMessage());
    assertEquals(
        "not reached (follow-up too short)",
        DurationEstimate.notReached("follow-up too short").toString());
    assertNotEquals(estimate, DurationEstimate.noData());
  }

  @Test
  void noDataSaysSo() {
    DurationEstimate estimate = DurationEstimate.noData();
    assertEquals("no data", estimate.toString());
    assertEquals(DurationEstimate.State.NO_DATA, estimate.state());
    var e = assertThrows(NoSuchElementException.class, estimate::orElseThrow);
    assertEquals(
        "no data: there is nothing to estimate from; ask isReached() first", e.getMessage());
    assertEquals(estimate, DurationEstimate.noData());
    assertEquals(estimate.hashCode(), DurationEstimate.noData().hashCode());
  }

  @Test
  void withoutIntervalSaysWhy() {
    assertEquals(
        "42 min (fewer than 2 groups)",
        DurationEstimate.withoutInterval(42 * MINUTE, 1, "fewer than 2 groups").toString());
  }

  @Test
  void waitsOfFewWeeksAreFlagged() {
    DurationEstimate estimate = DurationEstimate.ofMillis(5, 4, 7, 0.95, 32);
    assertFalse(estimate.hasFewWeeks(), "of no waits");
    assertTrue(estimate.ofWeeks(9).hasFewWeeks());
    assertFalse(estimate.ofWeeks(10).hasFewWeeks());
    assertEquals(estimate, estimate.ofWeeks(9).ofWeeks(0));
    assertNotEquals(estimate, estimate.ofWeeks(9));
  }

  @Test
  void badArgumentsAreNamed() {
    var order =
        assertThrows(
            IllegalArgumentException.class, () -> DurationEstimate.ofMillis(5, 6, 7, 0.95, 3));
    assertEquals(
        "lowMillis (6.0) must not be above millis (5.0), and both finite or NaN",
        order.getMessage());
    var infinite =
        assertThrows(
            IllegalArgumentException.class,
            () -> DurationEstimate.withoutInterval(Double.NaN, 0, ""));
    assertEquals("millis (NaN) must be finite; use notReached or noData", infinite.getMessage());
  }
}
