package dev.repartee.internal.math;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What comes back with the week or the year, to be taken out of a series before anybody looks for
 * changes of level.
 *
 * <p>Waves of the period and its first fractions, by least squares together with steps: a fall in
 * autumn must not be taken for a season, nor a season for a fall. Steps come in one after the
 * other, the one that fits best first, as long as one takes out 15 times the variance of what is
 * left; they only shield the waves and stay in the series.
 */
public final class Seasons {
  private static final double WEEK = 7;
  private static final double YEAR = 365.2425;
  private static final double MONTHS = 12;
  private static final int MOST_STEPS = 8;
  private static final double WORTH_IT = 15;
  private static final double NOTHING = 1e-9;

  private final double[] values;
  private final List<double[]> columns = new ArrayList<>();

  /** The columns at right angles to each other, each of length 1. */
  private final List<double[]> basis = new ArrayList<>();

  private Seasons(double[] values) {
    this.values = values;
  }

  /**
   * Returns a series without what comes back, as far as it is long enough to show it: a week in
   * four weeks of days, a year in two years. The same series where there is none. O(n) times the
   * steps that come in.
   *
   * @param values without gaps, of days, weeks, months or years
   * @param places when each was: how many periods after the first
   * @param unit how long a period is
   */
  public static double[] without(double[] values, int[] places, ChronoUnit unit) {
    if (values.length < LevelSearch.LEAST) {
      return values;
    }
    return switch (unit) {
      case DAYS -> without(without(values, places, WEEK, 3, 4), places, YEAR, 2, 2);
      case WEEKS -> without(values, places, YEAR / WEEK, 2, 2);
      case MONTHS -> without(values, places, MONTHS, monthWaves(values.length), 2);
      default -> values;
    };
  }

  /** As many waves as there are years, or what is left of two years were hardly anything. */
  private static int monthWaves(int months) {
    return (int) Math.min(5, months / MONTHS);
  }

  private static double[] without(
      double[] values, int[] places, double period, int waves, int leastTimes) {
    int length = places[places.length - 1] - places[0] + 1;
    boolean isLong = length >= Math.floor(leastTimes * period);
    double[] at = Arrays.stream(places).asDoubleStream().toArray();
    return isLong ? without(values, at, period, waves) : values;
  }

  private static double[] without(double[] values, double[] places, double period, int waves) {
    Seasons seasons = new Seasons(values);
    seasons.add(seasons.step(0));
    for (int wave = 1; wave <= waves; wave++) {
      double turn = 2 * Math.PI * wave / period;
      seasons.add(Arrays.stream(places).map(place -> Math.cos(turn * place)).toArray());
      seasons.add(Arrays.stream(places).map(place -> Math.sin(turn * place)).toArray());
    }
    seasons.addSteps();
    return seasons.takeOut(1, 1 + 2 * waves);
  }

  private double[] step(int at) {
    double[] column = new double[values.length];
    Arrays.fill(column, at, column.length, 1);
    return column;
  }

  private void add(double[] column) {
    columns.add(column);
    double[] unit = beside(column);
    double length = Math.sqrt(dot(unit, unit));
    if (length > NOTHING) {
      basis.add(Arrays.stream(unit).map(x -> x / length).toArray());
    }
  }

  /** What is left of a column beside all that is fitted. */
  private double[] beside(double[] column) {
    return leaveBeside(column.clone());
  }

  private double[] leaveBeside(double[] left) {
    for (double[] unit : basis) {
      double shared = dot(left, unit);
      for (int i = 0; i < left.length; i++) {
        left[i] -= shared * unit[i];
      }
    }
    return left;
  }

  private void addSteps() {
    int n = values.length;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] rest = beside(values);
      double[] column = new double[n];
      int best = 0;
      double most = 0;
      for (int at = LevelScan.LEAST; at <= n - LevelScan.LEAST; at++) {
        Arrays.fill(column, 0, at, 0);
        Arrays.fill(column, at, n, 1);
        leaveBeside(column);
        double square = dot(column, column);
        double shared = dot(column, rest);
        if (square > NOTHING && shared * shared / square > most) {
          most = shared * shared / square;
          best = at;
        }
      }
      double left = dot(rest, rest) - most;
      if (most <= NOTHING || most < WORTH_IT * left / Math.max(1, n - basis.size() - 1)) {
        return;
      }
      add(step(best));
    }
  }

  /** The series less what some of the columns explain of it. */
  private double[] takeOut(int from, int to) {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(columns.toArray(new double[0][]), false);
    double[] fitted =
        new SingularValueDecomposition(matrix.transpose())
            .getSolver()
            .solve(new ArrayRealVector(values, false))
            .toArray();
    double[] result = values.clone();
    for (int column = from; column < to; column++) {
      for (int i = 0; i < result.length; i++) {
        result[i] -= fitted[column] * columns.get(column)[i];
      }
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
