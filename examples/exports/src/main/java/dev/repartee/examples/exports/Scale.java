package dev.repartee.examples.exports;

import dev.repartee.model.Sentiment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scale of sentiments that are numbers: {@code 0..4}, {@code 1..5}, {@code -1..1}. Its middle
 * is neutral, and so is what lies within a fortieth of its length from there; what lies outside is
 * no sentiment.
 *
 * @param low its worst end
 * @param high its best end
 */
record Scale(double low, double high) {
  private static final double NEUTRAL = 1.0 / 40;
  private static final Pattern TEXT =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");

  /**
   * Reads {@code 0..4}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Scale parse(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (found.matches()) {
      Scale scale =
          new Scale(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
      if (scale.low < scale.high) {
        return scale;
      }
    }
    throw new IllegalArgumentException(
        "--sentiment-scale (" + text + ") must be worst..best, as 0..4, 1..5 or -1..1");
  }

  /** The sentiment of a number, or empty where the text is none or lies outside. */
  Optional<Sentiment> sentiment(String text) {
    double number;
    try {
      number = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (!(number >= low && number <= high)) {
      return Optional.empty();
    }
    double fromMiddle = number - (low + high) / 2;
    if (Math.abs(fromMiddle) <= (high - low) * NEUTRAL) {
      return Optional.of(Sentiment.NEUTRAL);
    }
    return Optional.of(fromMiddle < 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE);
  }
}
