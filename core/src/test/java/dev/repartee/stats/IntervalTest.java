package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class IntervalTest {

  @Test
  void endsBelongToIt() {
    Interval interval = new Interval(0.25, 0.75);
    assertTrue(interval.contains(0.25));
    assertTrue(interval.contains(0.75));
    assertFalse(interval.contains(0.24));
    assertFalse(interval.contains(0.76));
    assertFalse(interval.contains(Double.NaN));
    assertEquals(0.5, interval.width());
    assertEquals("[0.25, 0.75]", interval.toString());
    assertEquals(0, new Interval(1, 1).width());
  }

  @Test
  void endsMustBeInOrder() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
    assertEquals("low (2.0) must not be above high (1.0), and neither may be NaN", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, Double.NaN));
  }
}
