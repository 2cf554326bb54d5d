package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.stats.GrowthTrend;
import dev.repartee.stats.Estimate;
import dev.repartee.testing.SpikeSimulation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SpikeDaysTest {

  private static long[] quiet(int days) {
    long[] counts = new long[days];
    Arrays.fill(counts, 4);
    return counts;
  }

  /** Days of the first year and of a far one: what lies between is passed once. */
  @Test
  @Timeout(60)
  void aGapOfManyYearsTakesNoLongerThanItIs() {
    long[] counts = new long[3_000_000];
    Arrays.fill(counts, SpikeDays.NOT_OBSERVED);
    Arrays.fill(counts, 0, 70, 4);
    Arrays.fill(counts, counts.length - 70, counts.length, 4);
    counts[40] = 90;
    assertEquals("1 spike day in 1 episode, 140 days", SpikeDays.of(counts).toString());
  }

  @Test
  void workedByHand() {
    long[] counts = quiet(70);
    counts[40] = 90;
    counts[42] = 60;
    counts[46] = 50;
    SpikeDays spikes = SpikeDays.of(counts);
    assertEquals("3 spike days in 2 episodes, 70 days", spikes.toString());
    SpikeDays.Day day = spikes.days().get(0);
    assertEquals(40, day.index());
    assertEquals(90, day.count());
    assertEquals(4, day.expected(), 1e-12);
    // Most residuals are 0, so that the scale is 1.
    assertEquals(2 * Math.sqrt(90.375) - 2 * Math.sqrt(4.375), day.score(), 1e-12);
    assertEquals(
        List.of(new SpikeDays.Episode(40, 42, 40), new SpikeDays.Episode(46, 46, 46)),
        spikes.episodes());
  }

  @Test
  void aRhythmOfTheWeekIsNoSpike() {
    long[] counts = quiet(84);
    for (int i = 0; i < counts.length; i += 7) {
      counts[i] = 400;
    }
    assertEquals("no spikes, 84 days", SpikeDays.of(counts).toString());
    counts[21] = 0;
    counts[28] = 700;
    assertEquals(1, SpikeDays.of(counts).days().size());
  }

  @Test
  void fewInteractionsAreNoSpike() {
    long[] counts = new long[60];
    counts[30] = 9;
    assertTrue(SpikeDays.of(counts).days().isEmpty());
    counts[30] = 10;
    assertEquals(10, SpikeDays.of(counts).days().get(0).count());
  }

  @Test
  void fewerThanEightWeeksAreTooShort() {
    long[] counts = quiet(56);
    counts[50] = 500;
    assertEquals(1, SpikeDays.of(counts).days().size());
    counts[3] = SpikeDays.NOT_OBSERVED;
    SpikeDays tooShort = SpikeDays.of(counts);
    assertTrue(tooShort.isTooShort());
    assertTrue(tooShort.days().isEmpty());
    assertEquals("too short, 55 days", tooShort.toString());
    assertTrue(SpikeDays.of().isTooShort());
  }

  @Test
  void daysNotObservedAreNoZeros() {
    long[] counts = quiet(140);
    Arrays.fill(counts, 20, 90, SpikeDays.NOT_OBSERVED);
    counts[15] = 300;
    SpikeDays spikes = SpikeDays.of(counts);
    assertEquals("1 spike day in 1 episode, 70 days", spikes.toString());
    assertEquals(4, spikes.days().get(0).expected(), 1e-12);
    assertEquals(
        "count (-2) must be at least 0, or -1 for a day that is not observed",
        assertThrows(IllegalArgumentException.class, () -> SpikeDays.of(-2)).getMessage());
  }

  /** A fast part of what {@code docs/spikes.md} tells of more runs. */
  @Test
  @Tag("large")
  void alarmsAreRareAndSpikesFound() {
    int runs = 200;
    for (double mean : new double[] {10, 100}) {
      for (double dispersion : new double[] {0.2, 0.5, 1.0}) {
        double alarms = new SpikeSimulation(mean, dispersion, false, 2009).falseAlarms(runs);
        assertTrue(alarms <= 0.05, mean + ", " + dispersion + ": " + alarms);
        double steep = new SpikeSimulation(mean, dispersion, true, 2009).falseAlarms(runs);
        assertTrue(steep <= 0.09, mean + ", " + dispersion + ", steep: " + steep);
      }
      for (boolean isSteep : new boolean[] {false, true}) {
        double found = new SpikeSimulation(mean, 0.2, isSteep, 2009).found(20, runs);
        assertTrue(found >= (isSteep ? 0.85 : 0.95), mean + ", " + isSteep + ": " + found);
      }
    }
  }

  /** Half a year of 100, 121, 144 … a day, by week: roots that grow by 1. */
  @Test
  void atTheEndsALineIsUsual() {
    long[] counts = new long[26 * 7];
    Arrays.setAll(counts, i -> (10 + i / 7) * (10L + i / 7));
    assertEquals("no spikes, 182 days", SpikeDays.ofLevels(counts).toString());
    counts[181] += 300;
    SpikeDays.Day day = SpikeDays.ofLevels(counts).days().get(0);
    assertEquals(181, day.index());
    // The line through the 12 weeks before goes on to 35; their median is 28.5.
    assertEquals(35 * 35, day.expected(), 2);
    // What falls is not expected to go on falling: the median of 11 to 22 counts.
    Arrays.setAll(counts, i -> (35 - i / 7) * (35L - i / 7));
    counts[181] += 300;
    assertEquals(16.5 * 16.5, SpikeDays.ofLevels(counts).days().get(0).expected(), 2);
  }

  @Test
  @Tag("large")
  void growthIsNoSpikeAndSpikesInItAreFound() {
    int runs = 200;
    for (double dispersion : new double[] {1e-6, 0.2}) {
      for (double mean : new double[] {30, 500}) {
        SpikeSimulation growing = new SpikeSimulation(mean, dispersion, false, 2009).growing(0.1);
        double alarms = growing.falseAlarms(runs);
        assertTrue(alarms <= 0.1, mean + ", " + dispersion + ": " + alarms);
        double found = growing.found(8, runs);
        assertTrue(
            found >= (dispersion < 0.1 ? 0.95 : 0.5), mean + ", " + dispersion + ": " + found);
      }
    }
  }

  @Test
  void growthIsASlopeOfLogarithms() {
    // Least squares of ln(x + 1/2) by hand on 1, 3, 9, …: near ln 3.
    long[] tripling = {50, 150, 450, 1_350, 4_050, 12_150, 36_450, 109_350};
    Estimate slope = GrowthTrend.of(tripling);
    assertEquals(Math.log(3), slope.value(), 0.002);
    assertTrue(slope.low() > 1.09 && slope.high() < 1.11);
    assertEquals(0, GrowthTrend.of(5, 5, 5, 5, 5, 5, 5, 5).value(), 1e-15);
    assertEquals("none (too short)", GrowthTrend.of(5, 3, 8).toString());
    assertEquals("none (no data)", GrowthTrend.of(new long[9]).toString());
    assertEquals("none (fewer than 3 a week)", GrowthTrend.of(3, 3, 3, 2, 3, 3, 3, 3).toString());
    assertEquals(0, GrowthTrend.of(3, 3, 3, 3, 3, 3, 3, 3).value(), 1e-15);
    assertTrue(GrowthTrend.of(9, 0, 7, 8, 0, 0, 6, 9, 4).low() < 0);
  }

  @Test
  void theIntervalOfGrowthKeepsItsWord() {
    for (int weeks : new int[] {12, 52}) {
      double covered = SpikeSimulation.growthCovered(weeks, 0.5, 400, 2009);
      assertTrue(covered >= 0.9, weeks + " weeks: " + covered);
    }
    assertTrue(SpikeSimulation.growthCovered(3.2, 400, 2009) >= 0.91);
  }

  @Test
  void aDayIsHeldAgainstItsOwnLevel() {
    long[] counts = new long[182];
    Arrays.fill(counts, 0, 91, 48);
    assertFalse(SpikeDays.ofLevels(counts).days().isEmpty(), "as one level it has spikes");
    assertTrue(SpikeDays.of(counts).days().isEmpty());
    counts[140] = 60;
    SpikeDays.Day day = SpikeDays.of(counts).days().get(0);
    assertEquals(140, day.index());
    assertEquals(0, day.expected());
  }
}
