package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Burstiness.Pattern;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

final class BurstinessTest {
  private static final double CLOSE = 1e-7;

  @Test
  void workedByHand() {
    // mean 2.5, s = sqrt(27/4), r = 1.0392305: B = 0.0392305 / 2.0392305
    Burstiness uneven = Burstiness.of(1, 1, 1, 7);
    assertEquals(0.0192379, uneven.parameter(), CLOSE);
    assertEquals(0.2992542, uneven.corrected(), CLOSE);
    Burstiness all = Burstiness.of(0, 0, 0, 10);
    assertEquals(0.2679492, all.parameter(), CLOSE);
    assertEquals(1, all.corrected(), CLOSE);
    Burstiness equal = Burstiness.of(3, 3, 3, 3, 3);
    assertEquals(-1, equal.parameter());
    assertEquals(-1, equal.corrected(), CLOSE);
    assertEquals(-1, Burstiness.of(1, 5, 1, 5, 1, 5).memory(), CLOSE);
  }

  @Test
  void whatIsNotThereIsNotZero() {
    for (Burstiness none : new Burstiness[] {Burstiness.of(), Burstiness.of(0, 0, 0)}) {
      assertTrue(Double.isNaN(none.parameter()));
      assertTrue(Double.isNaN(none.corrected()));
      assertTrue(Double.isNaN(none.memory()));
      assertEquals(Pattern.UNDEFINED, none.pattern());
    }
    assertTrue(Double.isNaN(Burstiness.of(5).corrected()));
    assertTrue(Double.isNaN(Burstiness.of(3, 3, 3).memory()));
    assertEquals("burstiness none, 0 intervals, not defined", Burstiness.of().toString());
    assertEquals("burstiness 0.30, 4 intervals, too few", Burstiness.of(1, 1, 1, 7).toString());
  }

  @Test
  void negativeIntervalsAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Burstiness.of(1, -2)).getMessage();
    assertEquals("interval (-2) must not be negative; pass times in order", message);
  }

  @Test
  void theUnitDoesNotMatter() {
    Burstiness minutes = Burstiness.of(3, 1, 4, 1, 5, 9, 2, 6);
    Burstiness seconds = Burstiness.of(180, 60, 240, 60, 300, 540, 120, 360);
    assertEquals(minutes.corrected(), seconds.corrected(), 1e-12);
    assertEquals(minutes.memory(), seconds.memory(), 1e-12);
  }

  @Test
  void memoryIsPearsonsCorrelation() {
    double[] x = new Random(1).doubles(50, 0, 1e9).map(Math::rint).toArray();
    long[] intervals = Arrays.stream(x).mapToLong(v -> (long) v).toArray();
    double expected =
        new PearsonsCorrelation()
            .correlation(Arrays.copyOfRange(x, 0, 49), Arrays.copyOfRange(x, 1, 50));
    assertEquals(expected, Burstiness.of(intervals).memory(), 1e-12);
  }

  /** Of random events few are called bursty or regular, whatever their number. */
  @Test
  void chanceStaysInItsBand() {
    for (int n : new int[] {10, 30, 200}) {
      int outside = 0;
      for (int seed = 0; seed < 400; seed++) {
        Random random = new Random(seed);
        long[] intervals = new long[n];
        Arrays.setAll(intervals, i -> (long) (-1e6 * Math.log(1 - random.nextDouble())));
        outside += Burstiness.of(intervals).pattern() == Pattern.LIKE_CHANCE ? 0 : 1;
      }
      assertTrue(outside >= 4 && outside <= 32, n + " intervals: " + outside + " of 400");
    }
  }

  @Test
  void burstsAndClockworkAreCalledSo() {
    long[] bursts = new long[40];
    Arrays.setAll(bursts, i -> i % 10 == 0 ? 1_000 : 1);
    assertEquals(Pattern.BURSTY, Burstiness.of(bursts).pattern());
    long[] clock = new long[40];
    Arrays.setAll(clock, i -> 100 + i % 3);
    assertEquals(Pattern.REGULAR, Burstiness.of(clock).pattern());
  }
}
