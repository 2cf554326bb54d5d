package dev.repartee.internal.stats;

import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Replicated;
import java.util.ArrayList;
import java.util.List;

/**
 * How far two sides differ, like compared with like: the mean of the differences within strata,
 * with weights {@code n1 n2 / (n1 + n2)}, which are those of the least variance where strata differ
 * alike. A stratum in which a side has nobody says nothing and weighs nothing.
 *
 * <p>What differs between strata and is dealt out unequally, such as the channel people write on,
 * moves a pooled difference and not this one.
 *
 * <pre>{@code
 * Strata strata = new Strata();   // chat 0.96 after 0.90, mail 0.50 after 0.40
 * strata.add(Replicated.constant(0.96), 300, Replicated.constant(0.90), 800);
 * strata.add(Replicated.constant(0.50), 700, Replicated.constant(0.40), 200);
 * Math.round(1000 * (strata.first().value() - strata.second().value()));   // 77
 * }</pre>
 *
 * <p>Source: W. G. Cochran, 1954, "Some Methods for Strengthening the Common chi-squared Tests".
 */
public final class Strata {
  /** For each stratum: the number of either side, and how many it is of. */
  private static final int NUMBERS = 4;

  private final List<Replicated> numbers = new ArrayList<>();

  /** Adds a stratum by the numbers of its sides, each with how many it is of. */
  public void add(Replicated first, long firstSize, Replicated second, long secondSize) {
    add(
        first,
        Replicated.constant((double) firstSize),
        second,
        Replicated.constant((double) secondSize));
  }

  /** Adds a stratum where the sizes too are known without each replicate group. */
  public void add(
      Replicated first, Replicated firstSize, Replicated second, Replicated secondSize) {
    numbers.addAll(List.of(first, firstSize, second, secondSize));
  }

  /** Returns the mean of the first sides; undefined where no stratum has both. */
  public Replicated first() {
    return mean(0);
  }

  /** Returns the mean of the second sides; undefined where no stratum has both. */
  public Replicated second() {
    return mean(2);
  }

  /** Returns the mean of first less second by MOVER, where sides are shares or chances. */
  public Estimate difference() {
    return Difference.of(first(), second());
  }

  private Replicated mean(int side) {
    return numbers.isEmpty()
        ? Replicated.undefined()
        : Replicated.combine(numbers, each -> mean(each, side));
  }

  private static double mean(double[] numbers, int side) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < numbers.length; i += NUMBERS) {
      double weight = numbers[i + 1] * numbers[i + 3] / (numbers[i + 1] + numbers[i + 3]);
      boolean hasBoth = Double.isFinite(numbers[i]) && Double.isFinite(numbers[i + 2]);
      if (weight > 0 && hasBoth) { // without a group, a side may have nobody
        sum += weight * numbers[i + side];
        weights += weight;
      }
    }
    return sum / weights;
  }
}
