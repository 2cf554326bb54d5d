package dev.repartee.guide;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Summary;
import dev.repartee.text.DurationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What happened in a log from left to right: a lane for each person with a mark for each row, and
 * below them the waits of a measure, as the measure itself lists them.
 */
final class Timeline {
  private static final double LEFT = 150;
  private static final double LANE = 30;
  private static final double BAR = 20;
  private static final int NARROW = 60;
  private static final List<String> USUAL =
      List.of("answered", "waiting", "closed_unanswered", "still_in_session", "unanswered");

  /** What the colours and forms stand for; only those that are drawn are explained. */
  private enum Mark {
    AUDIENCE("audience"),
    MEMBER("members"),
    ACT("an act"),
    ENDED("answered wait"),
    OPEN("unanswered wait");

    private final String text;

    Mark(String text) {
      this.text = text;
    }
  }

  private final Svg svg;
  private final EngagementLog log;
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private final TimeAxis axis;
  private final double top = 62;
  private double y = top;

  private Timeline(String title, EngagementLog log) {
    this.svg = new Svg(title);
    this.log = log;
    Instant from = log.rows().map(PersonRow::at).min(Comparator.naturalOrder()).orElseThrow();
    this.axis = new TimeAxis(from, log.asOf(), LEFT, Svg.WIDTH - 30);
  }

  /** Draws the rows of a log, persons in the order in which they come in. */
  static Timeline of(String title, EngagementLog log) {
    return of(title, log, PersonRow::person);
  }

  /** The same with lanes of another kind. */
  static Timeline of(String title, EngagementLog log, Function<PersonRow, String> lane) {
    Timeline timeline = new Timeline(title, log);
    List<PersonRow> rows = log.rows().sorted(Comparator.comparing(PersonRow::at)).toList();
    for (String name : rows.stream().map(lane).distinct().toList()) {
      timeline.lane(name, rows.stream().filter(row -> lane.apply(row).equals(name)).toList());
    }
    timeline.y += 6;
    return timeline;
  }

  private void lane(String name, List<PersonRow> rows) {
    svg.text(LEFT - 14, y + 5, "end", Svg.INK, name);
    svg.grid(LEFT, y, Svg.WIDTH - 30, y);
    for (PersonRow row : rows) {
      double x = axis.x(row.at());
      svg.dot(
          x, y, row.isMessage() ? 6 : 4, row.isMember() ? Svg.BLUE : Svg.ORANGE, row.isMessage());
      marks.add(row.isMember() ? Mark.MEMBER : Mark.AUDIENCE);
      if (!row.isMessage()) {
        marks.add(Mark.ACT);
      }
      String label = row.act().map(act -> act.name().toLowerCase(Locale.ROOT)).orElse(row.id());
      boolean isAtEnd = x > axis.right() - 10;
      svg.text(isAtEnd ? x - 8 : x, y - 10, isAtEnd ? "end" : "middle", Svg.GREY, label);
    }
    y += LANE + 8;
  }

  /** Draws each fact that a measure counts: from when, how long, and whether it came to an end. */
  <S extends Summary<S>> Timeline waits(String label, Measure<S> measure) {
    return waits(label, measure, USUAL);
  }

  /** The same of other outcomes. */
  <S extends Summary<S>> Timeline waits(String label, Measure<S> measure, List<String> outcomes) {
    Opened<S> opened = log.measure(measure.opened(Opened.keepingAll()));
    svg.text(LEFT - 14, y + 5, "end", Svg.INK, label);
    List<Double> ends = new ArrayList<>();
    for (List<String> outcome : opened.outcomes()) {
      String name = String.join(" ", outcome);
      if (outcomes.contains(name)) {
        String[] rest = outcome.subList(1, outcome.size()).toArray(String[]::new);
        opened.cases(outcome.get(0), rest).worst().stream()
            .sorted(Comparator.comparing(Opened.Case::at))
            .forEach(found -> bar(found, name, ends));
      }
    }
    y += BAR * Math.max(1, ends.size()) + 10;
    return this;
  }

  private void bar(Opened.Case found, String outcome, List<Double> ends) {
    double from = axis.x(found.at());
    double to = axis.x(found.at().plus(found.lasted()));
    String text = DurationText.of(found.lasted());
    int row = 0;
    while (row < ends.size() && ends.get(row) > from) {
      row++;
    }
    if (row == ends.size()) {
      ends.add(0.0);
    }
    double at = y - 8 + BAR * row;
    boolean isOver = outcome.startsWith("answered") || outcome.startsWith("resolved");
    String said = isOver ? text : text + ", " + outcome.replace('_', ' ');
    boolean isNarrow = to - from < (isOver ? NARROW : 2.3 * NARROW);
    marks.add(isOver ? Mark.ENDED : Mark.OPEN);
    if (isOver) {
      svg.rect(from, at, to - from, BAR - 4, Svg.PALE);
    } else {
      svg.frame(from, at, to - from, BAR - 4, Svg.ORANGE);
    }
    boolean isLeft = isNarrow && to + 8 * said.length() > Svg.WIDTH;
    double x = isLeft ? from - 6 : isNarrow ? to + 6 : from + 6;
    svg.text(x, at + 12, isLeft ? "end" : "start", Svg.INK, said);
    ends.set(row, isNarrow && !isLeft ? to + 8 * said.length() : to);
  }

  /** Draws each mark that occurs with what it stands for, from left to right. */
  private void key(double at) {
    double x = 30;
    for (Mark mark : marks) {
      switch (mark) {
        case AUDIENCE -> svg.dot(x, at, 6, Svg.ORANGE, true);
        case MEMBER -> svg.dot(x, at, 6, Svg.BLUE, true);
        case ACT -> svg.dot(x, at, 4, Svg.GREY, false);
        case ENDED -> svg.rect(x - 10, at - 7, 20, 14, Svg.PALE);
        case OPEN -> svg.frame(x - 10, at - 7, 20, 14, Svg.ORANGE);
      }
      svg.text(x + 16, at + 5, "start", Svg.INK, mark.text);
      x += 50 + 7.5 * mark.text.length();
    }
  }

  /** Ends the picture with the axis, the as-of and the key. */
  String svg() {
    axis.draw(svg, top - 14, y);
    double end = axis.x(log.asOf());
    svg.stroke(end, top - 24, end, y, Svg.INK, 2);
    svg.text(end, top - 28, "end", Svg.INK, "as-of");
    key(y + 44);
    return svg.high(y + 62).toString();
  }
}
