package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AssociationTest {
  private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final double[] Y = {2.0, 1.5, 4.1, 3.0, 5.5, 7.7, 6.0, 9.2};
  private static final double[] Z = {3, 1, 4, 1, 5, 9, 2, 6};

  /** SciPy 1.17.1: pearsonr(X, Y) and its confidence_interval(), spearmanr(X, Y). */
  @Test
  void coefficientsAreThePublishedOnes() {
    Association association = Association.of(X, Y);
    assertEquals(0.9212367486980068, association.pearson().value(), 1e-12);
    assertEquals(0.6172909645295696, association.pearson().low(), 1e-9);
    assertEquals(0.9858953825702957, association.pearson().high(), 1e-9);
    assertEquals(0.9285714285714287, association.spearman().value(), 1e-12);
    // Residuals of X and of Y after a line on Z, NumPy 2.4.6 and pearsonr.
    assertEquals(0.9756912319991558, association.partial(Z).value(), 1e-12);
  }

  /** r = 29/35; NumPy 2.4.6: tanh(arctanh(r) +- 1.959964 sqrt((1 + r^2 / 2) / 3)). */
  @Test
  void spearmanHasAWiderInterval() {
    double[] y = {2, 1, 4, 3, 6, 5};
    Association association = Association.of(new double[] {1, 2, 3, 4, 5, 6}, y);
    assertEquals(-0.12724489572415654, association.spearman().low(), 1e-9);
    assertEquals(0.9864823442496332, association.spearman().high(), 1e-9);
    // All 720 orders: 42 are as far from 0.
    assertEquals(42 / 720.0, association.spearmanPValue(1), 0.01);
    assertEquals(association.spearmanPValue(1), association.spearmanPValue(1));
  }

  /** SciPy 1.17.1: spearmanr with ties, and of 25 by its t distribution. */
  @Test
  void tiesShareRanksAndManyAreJudgedByT() {
    Association tied =
        Association.of(new double[] {1, 2, 2, 4, 5, 6}, new double[] {1, 3, 2, 2, 6, 5});
    assertEquals(0.8088235294117647, tied.spearman().value(), 1e-12);
    double[] x = new double[25];
    double[] y = new double[25];
    Arrays.setAll(x, i -> i + 1);
    Arrays.setAll(y, i -> (i + 1) * 7 % 25);
    Association many = Association.of(x, y);
    assertEquals(-0.11538461538461539, many.spearman().value(), 1e-12);
    assertEquals(0.5828498413809968, many.spearmanPValue(0), 1e-9);
  }

  @Test
  void fewAndConstantNumbersSayNothing() {
    double[] two = {1, 2};
    assertEquals("none (fewer than 3)", Association.of(two, two).pearson().toString());
    double[] five = {1, 2, 3, 4, 5};
    double[] other = {2, 1, 3, 5, 4};
    assertEquals("0.80 (fewer than 6)", Association.of(five, other).pearson().toString());
    assertEquals(
        "none (nothing varies)",
        Association.of(five, new double[] {7, 7, 7, 7, 7}).spearman().toString());
    assertTrue(Double.isNaN(Association.of(five, new double[] {7, 7, 7, 7, 7}).spearmanPValue(1)));
    assertEquals("1.00 (exact)", Association.of(X, X).pearson().toString());
    assertFalse(Association.of(X, Y).partial(X).isDefined());
    assertEquals(
        "first (NaN) must be finite; leave out what has no number",
        assertThrows(
                IllegalArgumentException.class,
                () -> Association.of(new double[] {Double.NaN}, new double[1]))
            .getMessage());
    assertEquals(
        "numbers must be as many on each side: 2 and 5",
        assertThrows(IllegalArgumentException.class, () -> Association.of(two, five)).getMessage());
  }
}
