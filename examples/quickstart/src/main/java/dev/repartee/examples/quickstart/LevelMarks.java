package dev.repartee.examples.quickstart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Levels in a picture of weeks: a line for each, and the date of each change between them. */
final class LevelMarks {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** A name takes so much of the width on a phone, in percent; two do not stand nearer. */
  private static final double NAME = 34;

  /** From here on names stand to the left of their line. */
  private static final double LATE = 60;

  private static final int ABOVE = 4;

  /** What is said of it where the picture is explained. */
  static final String NOTE =
      "A line across is a level, before and after a change that lasts; an upright dashed line with"
          + " a date is the week from which on the new one holds.";

  private final List<LocalDate> mondays;

  /**
   * A level.
   *
   * @param start the first day
   * @param end the day after the last
   * @param height how high it is, from 0 to 1
   * @param text the same as a number with its unit
   */
  record Level(LocalDate start, LocalDate end, double height, String text) {}

  LevelMarks(List<LocalDate> mondays) {
    this.mondays = mondays;
  }

  /** Draws levels between two heights of a picture; nothing where there is one only. */
  void draw(Svg svg, List<Level> levels, double top, double base) {
    double named = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < levels.size() && levels.size() > 1; i++) {
      Level level = levels.get(i);
      double from = x(level.start);
      double to = x(level.end);
      if (to > from) {
        double y = base - (base - top) * level.height;
        // On bars and beside them: the line has a rim of the colour of the page.
        svg.line(from, y, to, y, Svg.Ink.PAGE, 5, false);
        svg.line(from, y, to, y, Svg.Ink.TEXT, 2, false);
      }
      if (i > 0 && from > 0) {
        svg.line(from, top - ABOVE, from, base, Svg.Ink.TEXT, 1, true);
        if (from - named >= NAME) {
          boolean isLate = from > LATE;
          String text = "since " + DAY.format(level.start) + ": " + level.text;
          svg.text(
              from, top - ABOVE - 2, isLate ? Svg.Anchor.END : Svg.Anchor.START, "small", text);
          named = from;
        }
      }
    }
  }

  /** Where a day lies across, from 0 to 100, be it before the weeks or after them. */
  private double x(LocalDate day) {
    double weeks = ChronoUnit.DAYS.between(mondays.get(0), day) / 7.0;
    return Math.max(0, Math.min(100, 100 * weeks / mondays.size()));
  }
}
