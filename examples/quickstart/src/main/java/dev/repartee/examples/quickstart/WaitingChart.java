package dev.repartee.examples.quickstart;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Curves of who has an answer, with their bands, up to the longest time that was watched. */
final class WaitingChart {
  static final int HEIGHT = 290;

  private static final int TOP = 40;
  private static final int FIELD = 210;
  private static final int DAY_ROOM = 24;

  /** A letter takes so much of the width on a phone, in percent. */
  private static final double LETTER = 1.85;

  private static final List<Duration> TICKS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(365));

  /** So many points stand for a tenfold time. */
  private static final int POINTS = 24;

  /** How to read it. */
  static final String NOTE =
      "Each line is the share of people who have an answer so long after they wrote; who still"
          + " waits counts as waiting, for as long as was watched. The band is its 95 % interval."
          + " The first hours are drawn wider than the days after them. The upright dashed line is the longest"
          + " time that anybody was watched.";

  /**
   * One curve.
   *
   * @param name whose waits
   * @param curve the waits, some
   * @param ink of the line
   * @param pale of the band
   * @param isDashed whether the line is dashed, so that it is known without its colour
   */
  record Line(String name, SurvivalCurve curve, Svg.Ink ink, Svg.Ink pale, boolean isDashed) {}

  private final List<Line> lines;
  private final long last;
  private final List<Long> times;

  WaitingChart(List<Line> lines) {
    this.lines = lines;
    double longest =
        lines.stream().mapToDouble(line -> line.curve().largestMillis()).max().orElse(0);
    this.last = Math.max((long) longest, TICKS.get(1).toMillis());
    this.times = times(last);
  }

  /** From a minute on, evenly on the scale of their logarithms. */
  private static List<Long> times(long last) {
    double first = TICKS.get(0).toMillis();
    long steps = Math.max(1, Math.round(POINTS * Math.log10(last / first)));
    List<Long> times = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      times.add(Math.round(first * Math.pow(last / first, (double) step / steps)));
    }
    return times;
  }

  /** How far to the right a time lies, in percent; the longest has room behind it. */
  private double x(long millis) {
    double first = TICKS.get(0).toMillis();
    return 97 * Math.log(Math.max((double) millis, first) / first) / Math.log(last / first);
  }

  private static double y(double share) {
    return FIELD * (1 - share);
  }

  void draw(Svg svg) {
    legend(svg);
    for (int share = 0; share <= 100; share += 25) {
      double y = TOP + y(share / 100.0);
      svg.line(0, y, 100, y, Svg.Ink.LINE, 1, false);
      if (share > 0) {
        svg.text(0, y + 14, Svg.Anchor.START, "small", share + " %");
      }
    }
    ticks(svg);
    svg.line(x(last), TOP, x(last), TOP + FIELD, Svg.Ink.SOFT, 1, true);
    svg.openField(TOP, FIELD);
    lines.forEach(line -> svg.area(band(line), line.pale()));
    lines.forEach(line -> svg.curve(curve(line), line.ink(), line.isDashed()));
    svg.closeField();
    for (int i = 0; i < lines.size(); i++) {
      day(svg, lines.get(i), i == 0);
    }
  }

  private void legend(Svg svg) {
    if (lines.size() == 1) {
      svg.text(0, 14, Svg.Anchor.START, "small", "Share of people who have an answer");
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      double x = 50.0 * i;
      svg.line(x, 10, x + 7, 10, line.ink(), 2.5, line.isDashed());
      svg.text(
          x + 9,
          14,
          Svg.Anchor.START,
          "small",
          line.name() + ", " + NumberText.count(line.curve().count()) + " times");
    }
  }

  private void ticks(Svg svg) {
    double free = 0;
    for (Duration tick : TICKS) {
      double x = x(tick.toMillis());
      String name = PlainWords.time(tick);
      double half = LETTER * name.length() / 2;
      boolean isFirst = x < half;
      if (tick.toMillis() <= last && (isFirst || x - half >= free)) {
        svg.line(x, TOP + FIELD, x, TOP + FIELD + 5, Svg.Ink.SOFT, 1, false);
        svg.text(
            x,
            TOP + FIELD + 19,
            isFirst ? Svg.Anchor.START : x > 100 - half ? Svg.Anchor.END : Svg.Anchor.MIDDLE,
            "small",
            name);
        free = x + (isFirst ? 2 : 1) * half + LETTER;
      }
    }
    svg.text(100, TOP + FIELD + 36, Svg.Anchor.END, "small", "time since they wrote");
  }

  /** Says how many have an answer after a day, above the first line and below the second. */
  private void day(Svg svg, Line line, boolean isAbove) {
    Duration day = Duration.ofDays(1);
    Estimate within = line.curve().within(day);
    if (day.toMillis() > last || !within.isDefined()) {
      return;
    }
    double x = x(day.toMillis());
    double y = TOP + y(within.value());
    svg.dot(x, y, 5, line.ink());
    double foot = isAbove ? y - 10 : y + DAY_ROOM;
    boolean hasRoom = foot > TOP + 10 && foot < TOP + FIELD - 2;
    if (hasRoom) {
      svg.text(
          isAbove ? x - 1 : x + 1,
          foot,
          isAbove ? Svg.Anchor.END : Svg.Anchor.START,
          "name",
          Percent.of(within.value()) + " in a day");
    }
  }

  private String curve(Line line) {
    StringBuilder path = new StringBuilder();
    for (long time : times) {
      Estimate within = line.curve().within(Duration.ofMillis(time));
      if (within.isDefined()) {
        point(path, time, within.value());
      }
    }
    return path.toString();
  }

  private String band(Line line) {
    List<Long> known = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (long time : times) {
      Estimate within = line.curve().within(Duration.ofMillis(time));
      if (within.hasInterval()) {
        known.add(time);
        point(path, time, within.low());
      }
    }
    Collections.reverse(known);
    for (long time : known) {
      point(path, time, line.curve().within(Duration.ofMillis(time)).high());
    }
    return path.isEmpty() ? "M0 0" : path.append('z').toString();
  }

  private void point(StringBuilder path, long time, double share) {
    path.append(path.isEmpty() ? "M" : "L")
        .append(Math.round(10 * x(time)))
        .append(' ')
        .append(Math.round(y(share)));
  }

  /** What is known at each tick, and at the end, of each curve. */
  HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "who", "after", "have an answer", "answered", "watched no longer", "still watched");
    for (Line line : lines) {
      rows(line, table);
    }
    return table;
  }

  private static void rows(Line line, HtmlTable table) {
    SurvivalCurve curve = line.curve();
    List<Duration> ticks = new ArrayList<>(TICKS);
    ticks.removeIf(tick -> tick.toMillis() >= curve.largestMillis());
    ticks.add(Duration.ofMillis((long) curve.largestMillis()));
    int row = 0;
    long answered = 0;
    long left = 0;
    for (Duration tick : ticks) {
      for (; row < curve.size() && curve.timeMillis(row) <= tick.toMillis(); row++) {
        answered += curve.events(row);
        left += curve.censored(row);
      }
      table.row(
          line.name(),
          PlainWords.time(tick),
          curve.within(tick),
          answered,
          left,
          curve.count() - answered - left);
    }
  }
}
