package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of any counts, and what a naive reference makes of them. */
class MixAndLevelProperties {
  private static final int GROUPS = 32;

  /** Counts of a kind by group: successes and trials before, and after. */
  private static final class Cells {
    private final long[][] counts;

    Cells(long[][] counts) {
      this.counts = counts;
    }

    static Cells random(SplittableRandom random) {
      long[][] counts = new long[4][GROUPS];
      for (int side = 0; side < 4; side += 2) {
        boolean isThere = random.nextInt(6) > 0;
        int most = 1 + random.nextInt(30);
        double share = random.nextInt(5) / 4.0;
        for (int group = 0; group < GROUPS && isThere; group++) {
          for (int n = random.nextInt(most); n > 0; n--) {
            counts[side + 1][group]++;
            counts[side][group] += random.nextDouble() < share ? 1 : 0;
          }
        }
      }
      return new Cells(counts);
    }

    Kind kind(String name, boolean isSwapped) {
      Side before = Side.of(Proportion.clustered(counts[0], counts[1]));
      Side after = Side.of(Proportion.clustered(counts[2], counts[3]));
      return new Kind(List.of(name), isSwapped ? after : before, isSwapped ? before : after);
    }

    Cells plus(Cells other) {
      long[][] sum = new long[4][GROUPS];
      for (int i = 0; i < 4; i++) {
        for (int group = 0; group < GROUPS; group++) {
          sum[i][group] = counts[i][group] + other.counts[i][group];
        }
      }
      return new Cells(sum);
    }

    /** A count of all groups but one, or of all. */
    double count(int which, int without) {
      double sum = 0;
      for (int group = 0; group < GROUPS; group++) {
        sum += group == without ? 0 : counts[which][group];
      }
      return sum;
    }
  }

  private static List<Cells> random(long seed, int keys) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Cells> cells = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      cells.add(Cells.random(random));
    }
    return cells;
  }

  private static MixAndLevel of(List<Cells> cells, boolean isSwapped) {
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      kinds.add(cells.get(i).kind("k" + i, isSwapped));
    }
    return MixAndLevel.of("key", kinds);
  }

  private static double sum(MixAndLevel change, ToDoubleFunction<Part> number) {
    return change.parts().stream().mapToDouble(number).sum();
  }

  @Property(tries = 300)
  void partsSumToTheDifference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int keys) {
    MixAndLevel change = of(random(seed, keys), false);
    if (change.difference().isDefined()) {
      double difference = change.after() - change.before();
      assertEquals(difference, sum(change, Part::sum), 1e-12);
      assertEquals(difference, change.difference().value(), 1e-12);
      assertEquals(difference, change.mix().value() + change.level().value(), 1e-12);
      assertEquals(change.mix().value(), sum(change, part -> part.mix().value()), 1e-12);
      assertEquals(change.level().value(), sum(change, part -> part.level().value()), 1e-12);
      assertEquals(change.pooled().value(), difference, 1e-12);
    }
  }

  @Property(tries = 100)
  void swappedWindowsNegateEveryPart(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int keys) {
    MixAndLevel there = of(random(seed, keys), false);
    MixAndLevel back = of(random(seed, keys), true);
    assertNegated(there.mix(), back.mix());
    assertNegated(there.level(), back.level());
    assertNegated(there.difference(), back.difference());
    for (int i = 0; i < there.parts().size(); i++) {
      assertNegated(there.parts().get(i).mix(), back.parts().get(i).mix());
      assertNegated(there.parts().get(i).level(), back.parts().get(i).level());
    }
  }

  private static void assertNegated(Estimate one, Estimate other) {
    assertEquals(one.isDefined(), other.isDefined());
    assertEquals(one.hasInterval(), other.hasInterval());
    if (one.isDefined()) {
      assertEquals(one.value(), -other.value(), 1e-12);
    }
    if (one.hasInterval()) {
      assertEquals(one.low(), -other.high(), 1e-9);
      assertEquals(one.high(), -other.low(), 1e-9);
    }
  }

  @Property(tries = 100)
  void mergingTwoKeysKeepsTheSum(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int keys) {
    List<Cells> apart = random(seed, keys);
    List<Cells> merged = new ArrayList<>(apart.subList(1, keys));
    merged.set(0, apart.get(0).plus(apart.get(1)));
    MixAndLevel one = of(apart, false);
    MixAndLevel other = of(merged, false);
    if (one.difference().isDefined()) {
      assertEquals(sum(one, Part::sum), sum(other, Part::sum), 1e-12);
    }
  }

  @Property(tries = 300)
  void printedNumbersSumExactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int keys) {
    MixAndLevel change = of(random(seed, keys), false);
    if (!change.difference().isDefined()) {
      return;
    }
    List<String> lines = change.table().lines().toList();
    long[] sums = new long[3];
    for (String line : lines.subList(1, lines.size() - 1)) {
      long[] cells = tenths(line);
      assertEquals(cells[2], cells[0] + cells[1], line);
      for (int i = 0; i < 3; i++) {
        sums[i] += cells[i];
      }
    }
    long[] total = tenths(lines.get(lines.size() - 1));
    for (int i = 0; i < 3; i++) {
      assertEquals(total[i], sums[i], change.table());
    }
    assertEquals(Math.round(1000 * change.difference().value()), total[2], change.table());
    for (int i = 0; i < change.parts().size(); i++) {
      Part part = change.parts().get(i);
      long[] cells = tenths(lines.get(i + 1));
      assertEquals(1000 * part.mix().value(), (double) cells[0], 1 + 1e-6, change.table());
      assertEquals(1000 * part.level().value(), (double) cells[1], 1 + 1e-6, change.table());
    }
  }

  /** The last three numbers of a line, in tenths. */
  private static long[] tenths(String line) {
    List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(line);
    long[] tenths = new long[3];
    for (int i = 0; i < 3; i++) {
      String word = words.get(words.size() - 3 + i);
      tenths[i] = word.equals("none") ? 0 : Math.round(10 * Double.parseDouble(word));
    }
    return tenths;
  }

  /** Kitagawa's formulas as they stand in the paper, without a group of people or with all. */
  private static double[] naive(List<Cells> cells, int without) {
    double before = 0;
    double after = 0;
    for (Cells one : cells) {
      before += one.count(1, without);
      after += one.count(3, without);
    }
    double mix = 0;
    double level = 0;
    for (Cells one : cells) {
      double first = one.count(1, without) / before;
      double second = one.count(3, without) / after;
      double p = one.count(0, without) / one.count(1, without);
      double q = one.count(2, without) / one.count(3, without);
      double was = Double.isNaN(p) ? q : p;
      double is = Double.isNaN(q) ? p : q;
      if (first + second > 0) {
        mix += (was + is) / 2 * (second - first);
        level += (first + second) / 2 * (is - was);
      }
    }
    return new double[] {mix, level};
  }

  private static double naiveError(List<Cells> cells, int which) {
    double whole = naive(cells, -1)[which];
    double sum = 0;
    int groups = 0;
    for (int group = 0; group < GROUPS; group++) {
      if (isFilled(cells, group)) {
        groups++;
        sum += Math.pow(naive(cells, group)[which] - whole, 2);
      }
    }
    return Math.sqrt(sum * (groups - 1) / groups);
  }

  private static boolean isFilled(List<Cells> cells, int group) {
    return cells.stream().anyMatch(c -> c.counts[1][group] + c.counts[3][group] > 0);
  }

  @Property(tries = 200)
  void sumsAndErrorsAreThoseOfANaiveReference(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int keys) {
    List<Cells> cells = random(seed, keys);
    MixAndLevel change = of(cells, false);
    if (!change.difference().isDefined()) {
      return;
    }
    assertEquals(naive(cells, -1)[0], change.mix().value(), 1e-12);
    assertEquals(naive(cells, -1)[1], change.level().value(), 1e-12);
    // A share of 0 or 1 has an error of its own besides what the groups show.
    boolean isPlain = cells.stream().allMatch(c -> scatters(c, 0) && scatters(c, 2));
    if (isPlain && change.mix().hasInterval()) {
      assertEquals(naiveError(cells, 0), change.mix().standardError(), 1e-9);
    }
    if (isPlain && change.level().hasInterval()) {
      assertEquals(naiveError(cells, 1), change.level().standardError(), 1e-9);
    }
  }

  private static boolean scatters(Cells cells, int side) {
    double hits = cells.count(side, -1);
    return hits > 0 && hits < cells.count(side + 1, -1);
  }
}
