package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Statistics drawn at random about those that were found, as widely as their replicates scatter:
 * what {@link Replicated#drawn} is made of.
 */
final class ReplicateDraws {
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

  static Estimate estimate(
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
}
