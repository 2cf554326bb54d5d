package dev.repartee.scorecard;

import dev.repartee.stats.Estimate;
import java.util.Locale;

/** Writes scores: whole numbers, since nobody should read more from them. */
final class ScoreText {

  private ScoreText() {}

  static String of(Estimate score) {
    if (!score.isDefined()) {
      return "none" + note(score);
    }
    String value = number(score.value());
    return score.hasInterval()
        ? value + " [" + number(score.low()) + ", " + number(score.high()) + "]"
        : value + note(score);
  }

  private static String note(Estimate score) {
    return score.note().isEmpty() ? "" : " (" + score.note() + ")";
  }

  static String number(double score) {
    String text = String.format(Locale.ROOT, "%.0f", score);
    return text.equals("-0") ? "0" : text;
  }
}
