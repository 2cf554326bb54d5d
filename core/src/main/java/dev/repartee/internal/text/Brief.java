package dev.repartee.internal.text;

import dev.repartee.text.NumberText;

/** Keeps what is printed short enough for JShell, which shows only the beginning of a value. */
public final class Brief {
  /** How long a first line may be. */
  public static final int HEADLINE = 49;

  /** How long a text may be. */
  public static final int ALL = 1000;

  private Brief() {}

  /** Returns a text, or its beginning and a mark where it is longer. */
  public static String cut(CharSequence text, int longest) {
    return text.length() > longest ? text.subSequence(0, longest - 1) + "…" : text.toString();
  }

  /** Returns a text of at most {@link #ALL} characters. */
  public static String cut(CharSequence text) {
    return cut(text, ALL);
  }

  /** Returns a number with what is counted, of which there is one or, with an s, more. */
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  /** Returns a number with what is counted, as one is called or as several are. */
  public static String count(long number, String one, String several) {
    return NumberText.count(number) + " " + (number == 1 ? one : several);
  }

  /** Returns the first that fits a first line, else the beginning of the last. */
  public static String headline(String... candidates) {
    for (String candidate : candidates) {
      if (candidate.length() <= HEADLINE) {
        return candidate;
      }
    }
    return cut(candidates[candidates.length - 1], HEADLINE);
  }
}
