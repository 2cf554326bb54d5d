package dev.repartee.stats;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Observed minus expected events of several curves, each weighted with the score of its curve: what
 * log-rank tests add up over all event times, for all observations and without each group.
 *
 * <p>At a time with d events among n who wait, each of the n is as likely as any other to be among
 * the d if the curves do not differ. So the scores of the d are expected to sum to {@code d W / n},
 * with W the sum of the scores of the n. Numerators are whole numbers and hence exact: mirrored
 * scores give mirrored sums, to the bit.
 *
 * <p>Written by the constructor only.
 */
final class ScoreWalk {

  /** Sum of observed minus expected scores. */
  private double score;

  private double variance;
  private double hazard;
  private final double[] expected;

  // By slot: the score without its observations, whether anything could be compared without them,
  // and what the walk counts down.
  private final double[] leftOut = new double[LatencyCells.SLOTS];
  private final double[] information = new double[LatencyCells.SLOTS];
  private final double[] waiting = new double[LatencyCells.SLOTS];
  private final double[] waitingScores = new double[LatencyCells.SLOTS];
  private final double[] waitingSquares = new double[LatencyCells.SLOTS];
  private final double[] ended = new double[LatencyCells.SLOTS];
  private final double[] endedScores = new double[LatencyCells.SLOTS];

  ScoreWalk(List<SurvivalCurve> curves, double[] scores, boolean byGroups) {
    this.expected = new double[scores.length];
    Source[] sources = new Source[scores.length];
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < sources.length; i++) {
      sources[i] = new Source(curves.get(i), scores[i], byGroups);
      double size = curves.get(i).count();
      n += size;
      sum += scores[i] * size;
      squares += scores[i] * scores[i] * size;
    }
    for (long time = next(sources); time != Long.MAX_VALUE; time = next(sources)) {
      double d = 0;
      double endedScore = 0;
      for (Source source : sources) {
        if (source.time == time && source.events() > 0) {
          d += source.events();
          endedScore += source.score * source.events();
          source.addEvents(1);
        }
      }
      if (d > 0) {
        score += (endedScore * n - d * sum) / n;
        variance += n > 1 ? d * (n - d) / (n - 1) * ((n * squares - sum * sum) / (n * n)) : 0;
        hazard += d / n;
        if (byGroups) {
          step(n, sum, squares, d, endedScore);
        }
      }
      for (int i = 0; i < sources.length; i++) {
        Source source = sources[i];
        if (source.time == time) {
          // Whoever leaves now was exposed to everything that happened up to now.
          double leaving = source.leaving();
          expected[i] += leaving * hazard;
          n -= leaving;
          sum -= source.score * leaving;
          squares -= source.score * source.score * leaving;
          source.leave();
        }
      }
    }
  }

  private static long next(Source[] sources) {
    long time = Long.MAX_VALUE;
    for (Source source : sources) {
      time = Math.min(time, source.time);
    }
    return time;
  }

  private void step(double n, double sum, double squares, double d, double endedScore) {
    for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
      double others = n - waiting[slot];
      double otherSum = sum - waitingScores[slot];
      double events = d - ended[slot];
      double spread = others * (squares - waitingSquares[slot]) - otherSum * otherSum;
      // Where nobody else waits all terms are 0, and stay so over 1.
      leftOut[slot] +=
          ((endedScore - endedScores[slot]) * others - events * otherSum) / Math.max(1, others);
      information[slot] += events * (others - events) * spread;
    }
  }

  /** Returns observed minus expected. */
  double score() {
    return score;
  }

  /** Returns its variance where every observation is independent of the others: hypergeometric. */
  double variance() {
    return variance;
  }

  /** Returns how many events of a curve are expected. */
  double expected(int curve) {
    return expected[curve];
  }

  /** Returns the score without the observations of a slot; NaN if it compares nothing then. */
  double leftOut(int slot) {
    return information[slot] > 0 ? leftOut[slot] : Double.NaN;
  }

  /** One curve, as far as the walk has come. */
  private final class Source {

    private final RiskTable table;
    private final double score;
    private final RiskGroups.@Nullable Cursor cursor;
    private int row;
    private long time;

    Source(SurvivalCurve curve, double score, boolean byGroups) {
      this.table = curve.table();
      this.score = score;
      this.time = table.isEmpty() ? Long.MAX_VALUE : table.times[0];
      if (byGroups) {
        RiskGroups groups = Objects.requireNonNull(curve.groups());
        this.cursor = groups.cursor();
        double[] sizes = groups.waiting();
        for (int slot = 0; slot < sizes.length; slot++) {
          waiting[slot] += sizes[slot];
          waitingScores[slot] += score * sizes[slot];
          waitingSquares[slot] += score * score * sizes[slot];
        }
      } else {
        this.cursor = null;
      }
    }

    long events() {
      return table.events[row];
    }

    double leaving() {
      return (double) table.events[row] + table.censored[row];
    }

    /** Adds the events of the row to those of each slot, or takes them away again. */
    void addEvents(double sign) {
      if (cursor != null) {
        cursor.addEvents(sign, ended);
        cursor.addEvents(sign * score, endedScores);
      }
    }

    /** Leaves the row behind. */
    void leave() {
      if (cursor != null && table.events[row] > 0) {
        addEvents(-1);
        cursor.addEvents(-1, waiting);
        cursor.addEvents(-score, waitingScores);
        cursor.addEvents(-score * score, waitingSquares);
        cursor.nextEvent();
      }
      if (cursor != null && table.censored[row] > 0) {
        cursor.addCensored(-1, waiting);
        cursor.addCensored(-score, waitingScores);
        cursor.addCensored(-score * score, waitingSquares);
        cursor.nextCensored();
      }
      row++;
      time = row < table.rows() ? table.times[row] : Long.MAX_VALUE;
    }
  }
}
