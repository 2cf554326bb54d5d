package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The uncertainty of what jumps, such as ranks and what is made of them, from values drawn at
 * random about those that were found, as widely as their replicates scatter.
 *
 * <p>Leaving out one group of 32 seldom changes a rank, although chance might well have. {@link
 * Replicated#combine} then shows no scatter, or too little. Here all groups vary at once: with v a
 * part, v(-k) the same without group k, G the number of groups that hold anything, and z_k
 * independent standard normal numbers, a draw of all parts is
 *
 * <pre>{@code x = v + sqrt((G - 1) / G) * sum over k of z_k (v(-k) - v)}</pre>
 *
 * <p>whose covariances are those of the replicates: the same z_k for all parts. The variance of a
 * statistic T is the mean of {@code (T(x) - T(v))^2} over 999 draws, and its interval {@code T(v)
 * +- t * sqrt(V)} with t of Student's distribution with G - 1 degrees of freedom. By week the
 * groups are runs of weeks too. Which grouping rules, and the V of a T that is linear but for
 * chance, are those of {@link Replicates}.
 *
 * <pre>{@code
 * Replicated one = Replicated.constant(0.5);
 * Replicated other = Replicated.constant(0.7);
 * ReplicateDraws.estimate(
 *     java.util.List.of(one, other), values -> values[0] < values[1] ? 1 : 2, 2009);
 *     // 1.00 (fewer than 2 groups)
 * }</pre>
 *
 * <p>Source: C. F. J. Wu, 1986, "Jackknife, Bootstrap and Other Resampling Methods in Regression
 * Analysis". How often the intervals of correlations of ranks hold the truth: {@code
 * docs/verdicts.md}.
 */
public final class ReplicateDraws {
  private static final int GROUPS = LatencyGroups.GROUPS;
  private static final int DRAWS = 999;

  private final List<Replicated> parts;
  private final ToDoubleFunction<double[]> statistic;
  private final double[] found;
  private final double whole;

  private ReplicateDraws(List<Replicated> parts, ToDoubleFunction<double[]> statistic) {
    this.parts = parts;
    this.statistic = statistic;
    this.found = parts.stream().mapToDouble(Replicated::value).toArray();
    this.whole = statistic.applyAsDouble(found.clone());
  }

  /**
   * Returns what is made of several statistics, with its 95 % interval.
   *
   * @param parts the statistics, at least one, in replicate groups
   * @param statistic makes one number of theirs, in the same order; NaN where it is undefined
   * @param seed of the draws: the same seed gives the same interval
   * @return undefined where the statistic is; without interval where a part has no value without a
   *     group, where there are fewer than 2 groups, and where no draw changes anything though a
   *     part does not scatter at all, because it is not known how sure that part is. O(draws x
   *     parts x groups)
   * @throws IllegalArgumentException if there are no parts
   */
  public static Estimate estimate(
      List<Replicated> parts, ToDoubleFunction<double[]> statistic, long seed) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty; name at least one");
    }
    return new ReplicateDraws(parts, statistic).estimate(seed);
  }

  private Estimate estimate(long seed) {
    if (!Double.isFinite(whole)) {
      return Estimate.undefined(Notes.NOT_DEFINED);
    }
    int groupings = parts.stream().mapToInt(Replicated::groupings).max().getAsInt();
    Jackknife ruling =
        Jackknife.ruling(
            IntStream.range(0, groupings).mapToObj(grouping -> scatter(grouping, seed)).toList());
    if (!ruling.isDefined()) {
      return Estimate.withoutInterval(
          whole, ruling.groups(), ruling.groups() < 2 ? Notes.FEW_GROUPS : Notes.LEFT_OUT);
    }
    double error = Math.sqrt(ruling.variance());
    if (error == 0 && parts.stream().anyMatch(part -> part.replicates().variance() == 0)) {
      return Estimate.withoutInterval(whole, ruling.groups(), Notes.NO_SCATTER);
    }
    double level = Distributions.DEFAULT_LEVEL;
    double half = Distributions.studentFactor(level, ruling.groups() - 1.0) * error;
    return Estimate.of(
        whole, error, new Interval(whole - half, whole + half), level, ruling.groups());
  }

  private Jackknife scatter(int grouping, long seed) {
    BitSet all = Replicated.filled(parts);
    int from = grouping * GROUPS;
    int groups = all.get(from, from + GROUPS).cardinality();
    List<double[]> moves = parts.stream().map(part -> moves(part, from)).toList();
    double variance = groups < 2 ? Double.NaN : 0;
    for (Jackknife.Run run : Jackknife.runs(grouping, groups, 1)) {
      variance = Math.max(variance, variance(deviations(run, moves), new Well19937c(seed)));
    }
    return new Jackknife(grouping, groups, groups, variance);
  }

  private static double[] moves(Replicated part, int from) {
    return IntStream.range(from, from + GROUPS)
        .mapToDouble(slot -> part.without(slot) - part.value())
        .toArray();
  }

  /** How far each part moves without each run, by run. */
  private static double[][] deviations(Jackknife.Run run, List<double[]> moves) {
    double[][] deviations = new double[GROUPS][moves.size()];
    for (int part = 0; part < moves.size(); part++) {
      for (int i = 0; i < GROUPS; i++) {
        deviations[i][part] = run.move(moves.get(part), i);
      }
    }
    return deviations;
  }

  private double variance(double[][] deviations, RandomGenerator random) {
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = found.clone();
      for (double[] deviation : deviations) {
        double z = random.nextGaussian();
        for (int part = 0; part < drawn.length; part++) {
          drawn[part] += z * deviation[part];
        }
      }
      double difference = statistic.applyAsDouble(drawn) - whole;
      sum += difference * difference;
    }
    return sum / DRAWS;
  }

  @Override
  public String toString() {
    return DRAWS + " draws about " + Arrays.toString(found);
  }
}
