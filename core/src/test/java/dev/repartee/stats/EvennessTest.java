package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Evenness.EqualShares;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class EvennessTest {

  @Test
  void workedByHand() {
    // The example of CHAOSS: of 2,475 half is 1,237.5, which 1,000 and 433 reach together.
    Evenness contributions = Evenness.of(1000, 202, 90, 33, 332, 343, 42, 433);
    assertEquals(2, contributions.absenceFactor());
    assertEquals("5.29 of 8 in effect, 2 make half", contributions.toString());
    // H of 1/2, 1/4, 1/4 is 1.5 ln 2, so that 2^1.5 equal ones are as diverse.
    Evenness halves = Evenness.of(2, 1, 1);
    assertEquals(Math.pow(2, 1.5), halves.effectiveNumber(), 1e-12);
    assertEquals(1.5 * Math.log(2) / Math.log(3), halves.pielou(), 1e-12);
    assertEquals(1, halves.absenceFactor());
    assertEquals(0.75, halves.shareOfLargest(2));
    // 0.3 is half of 0.6, though 0.1 + 0.2 + 0.3 comes out a little above 0.6.
    assertEquals(1, Evenness.of(0.1, 0.2, 0.3).absenceFactor());
  }

  @Test
  void giniAgreesWithPublishedValues() {
    // pysal/inequality and R's ineq::Gini give this for these numbers.
    assertEquals(0.3277121, Evenness.of(4.5, 6.7, 3.4, 15, 18, 3.5, 6.7, 14.1).gini(), 1e-7);
    assertEquals(0, Evenness.of(5, 5, 5).gini());
    assertEquals(0.75, Evenness.of(0, 0, 0, 8).gini(), 1e-15);
  }

  /** Spiders of girdled and logged forest plots, to three decimals; the law below is the oracle. */
  @Test
  void theEstimateOfTwoKnownSamples() {
    long[] girdled = {
      46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };
    long[] logged = {
      88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1
    };
    assertEquals(12.060, Evenness.of(girdled).effectiveNumber(), 5e-4);
    assertEquals(13.826, Evenness.estimatedNumber(girdled), 5e-4);
    assertEquals(14.421, Evenness.of(logged).effectiveNumber(), 5e-4);
    assertEquals(16.337, Evenness.estimatedNumber(logged), 5e-4);
  }

  /** The formula as it was published, sum by sum. */
  @Property
  void theEstimateIsThatOfThePaper(@ForAll @Size(min = 1, max = 12) int[] raw) {
    long[] counts = new long[40];
    for (int i = 0; i < raw.length; i++) {
      counts[i] = Math.floorMod(raw[i], i % 2 == 0 ? 3 : 60);
    }
    int n = (int) LongStream.of(counts).sum();
    double once = LongStream.of(counts).filter(count -> count == 1).count();
    double twice = LongStream.of(counts).filter(count -> count == 2).count();
    double entropy = 0;
    for (long count : counts) {
      for (long k = count; k < n && count > 0; k++) {
        entropy += (double) count / n / k;
      }
    }
    double rare =
        twice > 0
            ? 2 * twice / ((n - 1) * once + 2 * twice)
            : once > 0 ? 2 / ((n - 1) * (once - 1) + 2) : 1;
    if (rare < 1) {
      double unseen = -Math.log(rare);
      for (int r = 1; r < n; r++) {
        unseen -= Math.pow(1 - rare, r) / r;
      }
      entropy += once / n * Math.pow(1 - rare, 1 - n) * unseen;
    }
    double expected = n == 0 ? Double.NaN : Math.min(40, Math.exp(entropy));
    assertEquals(expected, Evenness.estimatedNumber(counts), 1e-6);
  }

  @Test
  void silentCategoriesCount() {
    Evenness evenness = Evenness.of(3, 3, 0, 0);
    assertEquals(2, evenness.effectiveNumber(), 1e-12);
    assertEquals(0.5, evenness.pielou(), 1e-12);
    assertEquals(0.5, evenness.gini(), 1e-12);
  }

  @Test
  void whatIsNotThereIsNotZero() {
    for (Evenness none : new Evenness[] {Evenness.of(new long[0]), Evenness.of(0, 0)}) {
      assertTrue(Double.isNaN(none.entropy()));
      assertTrue(Double.isNaN(none.effectiveNumber()));
      assertTrue(Double.isNaN(Evenness.estimatedNumber(0, 0)));
      assertTrue(Double.isNaN(none.gini()));
      assertTrue(Double.isNaN(none.shareOfLargest(0)));
      assertEquals(0, none.absenceFactor());
      assertEquals("none (no data)", none.toString());
    }
    assertTrue(Double.isNaN(Evenness.of(7L).pielou()));
    assertEquals(1, Evenness.of(7L).effectiveNumber());
    assertEquals(1, Evenness.estimatedNumber(7, 0, 0), 1e-12);
    assertEquals(1, Evenness.estimatedNumber(1, 0, 0), 1e-12);
    // 2 (1/4) (1 + 1/2 + 1/3) + (2/4) (1/2 + 1/3) = 4/3 is seen; A = 1/4, and what is not seen
    // (2/4) (64/27) (ln 4 - 3/4 - 9/32 - 9/64) = 0.2541.
    assertEquals(Math.exp(1.58746), Evenness.estimatedNumber(0, 1, 1, 2, 0, 0), 1e-4);
    // Each but once: nobody knows how many more there are, but there are 3.
    assertEquals(3, Evenness.estimatedNumber(1, 1, 1));
    assertEquals(
        "count (-1) must not be negative",
        assertThrows(IllegalArgumentException.class, () -> Evenness.estimatedNumber(1, -1))
            .getMessage());
  }

  @Test
  void badAmountsAreRefused() {
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Evenness.of(1, Double.NaN))
                    .getMessage())
            .startsWith("amount (NaN) must be 0 or more and finite"));
    assertEquals(
        "largest (3) must lie in [0, 2]",
        assertThrows(IllegalArgumentException.class, () -> Evenness.of(1, 2).shareOfLargest(3))
            .getMessage());
  }

  @Property
  void staysInItsBoundsAndAgreesWithTheDefinition(
      @ForAll @Size(min = 1, max = 12) int[] raw, @ForAll @IntRange(min = 1, max = 9) int scale) {
    long[] counts = new long[raw.length];
    long[] scaled = new long[raw.length];
    double total = 0;
    double differences = 0;
    for (int i = 0; i < raw.length; i++) {
      counts[i] = Math.floorMod(raw[i], 50);
      scaled[i] = counts[i] * scale;
      total += counts[i];
    }
    for (long a : counts) {
      for (long b : counts) {
        differences += Math.abs(a - b);
      }
    }
    if (total == 0) {
      return;
    }
    Evenness evenness = Evenness.of(counts);
    int n = counts.length;
    assertEquals(differences / (2 * n * total), evenness.gini(), 1e-12);
    assertTrue(evenness.effectiveNumber() >= 1 - 1e-12);
    assertTrue(evenness.effectiveNumber() <= n + 1e-9);
    assertEquals(evenness.effectiveNumber(), Evenness.of(scaled).effectiveNumber(), 1e-9);
    assertEquals(evenness.absenceFactor(), Evenness.of(scaled).absenceFactor());
    assertTrue(evenness.shareOfLargest(evenness.absenceFactor()) >= 0.5 - 1e-12);
    assertTrue(evenness.shareOfLargest(evenness.absenceFactor() - 1) < 0.5);
  }

  @Test
  void whatEqualCategoriesGiveByChance() {
    EqualShares expected = EqualShares.simulate(20, 100, 2009);
    // Each has 5 on average; the largest of 20 such counts lies near 9.7.
    assertEquals(0.097, expected.topShare(), 0.005);
    assertTrue(expected.topTenthShare() > expected.topShare());
    // Of many units for few categories little unevenness remains.
    assertEquals(0.25, EqualShares.simulate(4, 1_000_000, 1).topShare(), 0.002);
    assertEquals(1, EqualShares.simulate(30, 1, 1).topShare());
    assertTrue(Double.isNaN(EqualShares.simulate(30, 0, 1).topShare()));
    assertEquals(EqualShares.simulate(20, 100, 7), EqualShares.simulate(20, 100, 7));
    // In 20 bundles of 5 the largest of 20 holds about 3.1 of them.
    EqualShares bundled = EqualShares.simulate(20, new long[] {5}, new long[] {20}, 2009);
    assertEquals(EqualShares.simulate(20, 20, 2009).topShare(), bundled.topShare(), 1e-12);
    assertEquals(0.16, bundled.topShare(), 0.01);
    // On two categories 3 + 1 + 1 lie as 5 : 0, twice as 4 : 1, or as 3 : 2.
    EqualShares two = EqualShares.simulate(2, new long[] {1, 3}, new long[] {2, 1}, 2009);
    assertEquals((5 + 4 + 4 + 3) / 20.0, two.topShare(), 0.03);
    assertEquals(1, EqualShares.tenthOf(10));
    assertEquals(2, EqualShares.tenthOf(11));
  }
}
