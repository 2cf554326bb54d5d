package dev.repartee.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NumberTextTest {

  @Test
  void sharesHaveTwoDecimals() {
    assertEquals("0.59", NumberText.share(216.0 / 366));
    assertEquals("1.00", NumberText.share(1));
    assertEquals("-0.25", NumberText.share(-0.25));
    assertEquals("0.00", NumberText.share(-0.001));
    assertEquals("none", NumberText.share(Double.NaN));
  }

  @Test
  void countsAreGrouped() {
    assertEquals("0", NumberText.count(0));
    assertEquals("1,234", NumberText.count(1_234));
    assertEquals("-9,223,372,036,854,775,808", NumberText.count(Long.MIN_VALUE));
  }

  @Test
  void decimalsFollowTheSize() {
    assertEquals("0.00", NumberText.decimal(0));
    assertEquals("0.59", NumberText.decimal(0.59));
    assertEquals("0.01", NumberText.decimal(0.01));
    assertEquals("0.0042", NumberText.decimal(0.00421));
    assertEquals("-0.0042", NumberText.decimal(-0.00421));
    assertEquals("4.2e-07", NumberText.decimal(4.21e-7));
    assertEquals("999.50", NumberText.decimal(999.5));
    assertEquals("1,235", NumberText.decimal(1234.5));
    assertEquals("none", NumberText.decimal(Double.NaN));
  }
}
