package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class EstimateTest {

  @Test
  void valueWithInterval() {
    Estimate estimate = Estimate.of(0.59, 0.05, new Interval(0.48, 0.69), 0.95, 9);
    assertEquals("0.59 [0.48, 0.69]", estimate.toString());
    assertTrue(estimate.isDefined());
    assertTrue(estimate.hasInterval());
    assertTrue(estimate.hasFewGroups());
    assertEquals(0.05, estimate.standardError());
    assertEquals("", estimate.note());
    assertFalse(Estimate.of(0.59, 0.05, new Interval(0.48, 0.69), 0.95, 10).hasFewGroups());
    assertFalse(Estimate.of(0.59, 0.05, new Interval(0.48, 0.69), 0.95, 0).hasFewGroups());
  }

  @Test
  void valueWithoutInterval() {
    Estimate estimate = Estimate.withoutInterval(0.59, 1, "fewer than 2 groups");
    assertEquals("0.59 (fewer than 2 groups)", estimate.toString());
    assertTrue(estimate.isDefined());
    assertFalse(estimate.hasInterval());
    assertEquals(Double.NaN, estimate.low());
    assertEquals(Double.NaN, estimate.high());
    assertEquals(Double.NaN, estimate.standardError());
  }

  @Test
  void undefinedSaysWhy() {
    Estimate estimate = Estimate.undefined("no data");
    assertEquals("none (no data)", estimate.toString());
    assertFalse(estimate.isDefined());
    assertFalse(estimate.hasInterval());
    assertEquals(Double.NaN, estimate.value());
    assertEquals(estimate, Estimate.undefined("no data"));
    assertEquals(estimate.hashCode(), Estimate.undefined("no data").hashCode());
    assertNotEquals(estimate, Estimate.undefined("follow-up too short"));
  }

  @Test
  void badArgumentsAreNamed() {
    Interval interval = new Interval(0, 1);
    assertEquals(
        "value (NaN) must be a number; use undefined(note)",
        message(() -> Estimate.of(Double.NaN, 0, interval, 0.95, 3)));
    assertEquals(
        "standardError (NaN) must not be negative; where there is none, use withoutInterval",
        message(() -> Estimate.of(0.5, Double.NaN, interval, 0.95, 3)));
    assertEquals(
        "level (95.0) must lie between 0 and 1",
        message(() -> Estimate.of(0.5, 0.1, interval, 95, 3)));
    assertEquals(
        "groups (-1) must not be negative", message(() -> Estimate.withoutInterval(0.5, -1, "")));
  }

  private static String message(org.junit.jupiter.api.function.Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
