package dev.repartee.change;

import java.util.List;
import java.util.OptionalInt;

/** The evidence of a fall as it is defined, each number anew for each day, of days at least 0.8. */
record NaiveWatch(List<long[]> days) {
  private static final double BOUND = 0.8;

  /** Returns the first day, from 0, at whose end the evidence reaches so much. */
  OptionalInt first(double enough) {
    for (int day = 0; day < days.size(); day++) {
      if (evidence(day) >= enough) {
        return OptionalInt.of(day);
      }
    }
    return OptionalInt.empty();
  }

  double evidence(int last) {
    return 0.25 * evidence(last, 3.0 / 4) + 0.75 * evidence(last, 11.0 / 20);
  }

  /** Sums over all days on which the fall may have begun; those to come weigh what is left. */
  private double evidence(int last, double factor) {
    double sum = 0;
    double left = 1;
    for (int start = 56; start <= last; start++) {
      double weight = 182.0 / (start - 56 + 182) / (start - 56 + 183);
      double product = weight;
      for (int day = start; day <= last; day++) {
        product *= times(day, factor);
      }
      sum += product;
      left -= weight;
    }
    return sum + left;
  }

  private double times(int day, double factor) {
    double odds = BOUND / (1 - BOUND) * factor;
    double share = odds / (1 + odds);
    double met = days.get(day)[0];
    double missed = days.get(day)[1] - met;
    double likelier =
        Math.pow(share / BOUND, met / deff(day))
            * Math.pow((1 - share) / (1 - BOUND), missed / deff(day));
    return Math.min(10, likelier);
  }

  double deff(int last) {
    double now = deffOf(days.subList(0, last + 1));
    double before = deffOf(days.subList(0, Math.max(56, last + 1 - 28)));
    return now < before ? before : Math.min(now, 2 * before);
  }

  private static double deffOf(List<long[]> days) {
    double met = days.stream().mapToLong(day -> day[0]).sum();
    double all = days.stream().mapToLong(day -> day[1]).sum();
    double[] beyond = days.stream().mapToDouble(day -> day[0] - met / all * day[1]).toArray();
    double sum = -product(beyond, 0);
    double before = Double.MAX_VALUE;
    int last = 0;
    for (int lag = 0; lag <= 12; lag += 2) {
      double pair = Math.min(before, product(beyond, lag) + product(beyond, lag + 1));
      if (pair <= 0) {
        break;
      }
      sum += 2 * pair;
      before = pair;
      last = lag + 1;
    }
    double variance =
        Math.max(sum, product(beyond, 0)) * days.size() / (days.size() - 1 - 2 * last);
    double share = (met + 1) / (all + 2);
    return Math.max(1, variance / (all * share * (1 - share)));
  }

  private static double product(double[] values, int lag) {
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += values[i] * values[i - lag];
    }
    return sum;
  }
}
