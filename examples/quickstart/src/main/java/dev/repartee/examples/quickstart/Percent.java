package dev.repartee.examples.quickstart;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.util.Locale;
import java.util.Optional;

/** Shares as people say them: {@code 69 % (67 to 71)}. */
final class Percent {
  private Percent() {}

  /** A share: in whole percent, with a decimal where it is nearly none or nearly all. */
  static String of(double share) {
    if (Double.isNaN(share)) {
      return "unknown";
    }
    if (share > 0 && share < 0.001) {
      return "below 0.1 %";
    }
    return number(share, isFine(share)) + " %";
  }

  /** A share with its interval, or why there is none. */
  static String of(Estimate share) {
    if (!share.isDefined()) {
      return "unknown (" + PlainWords.reason(share.note()) + ")";
    }
    return share.hasInterval()
        ? of(share.value()) + " " + range(share.value(), share.low(), share.high())
        : of(share.value())
            + (share.note().isEmpty() ? "" : " (" + PlainWords.reason(share.note()) + ")");
  }

  /** A share with its interval, where there is one. */
  static String of(Proportion share) {
    if (share.isEmpty()) {
      return "unknown (nothing to count)";
    }
    Optional<Interval> interval = share.interval();
    return of(share.value())
        + interval.map(found -> " " + range(share.value(), found.low(), found.high())).orElse("")
        + (interval.isEmpty() && share.isClustered() ? " (too few people for an interval)" : "");
  }

  /** The same with what was counted: {@code 72 % (69 to 74), 1,386 of 1,937 conversations}. */
  static String counted(Proportion share, String nouns) {
    return share.isEmpty()
        ? of(share)
        : of(share)
            + ", "
            + NumberText.count(share.successes())
            + " of "
            + NumberText.count(share.trials())
            + " "
            + nouns;
  }

  /**
   * How far two shares are from each other, whichever is the larger: {@code 27 points (23 to 31)}.
   */
  static String points(Estimate difference) {
    if (!difference.isDefined()) {
      return "unknown (" + PlainWords.reason(difference.note()) + ")";
    }
    int sign = difference.value() < 0 ? -1 : 1;
    String text = number(sign * difference.value(), false) + " points";
    if (!difference.hasInterval()) {
      return text
          + (difference.note().isEmpty() ? "" : " (" + PlainWords.reason(difference.note()) + ")");
    }
    double low = sign * (sign < 0 ? difference.high() : difference.low());
    double high = sign * (sign < 0 ? difference.low() : difference.high());
    return text + " (" + number(low, false) + " to " + number(high, false) + ")";
  }

  /** Such as {@code (67 to 71)}. */
  static String range(double value, double low, double high) {
    boolean isFine = isFine(value);
    return "(" + number(low, isFine) + " to " + number(high, isFine) + ")";
  }

  private static boolean isFine(double share) {
    return (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  }

  private static String number(double share, boolean isFine) {
    String text = String.format(Locale.ROOT, isFine ? "%.1f" : "%.0f", 100 * share);
    return text.equals("-0") ? "0" : text;
  }
}
