package dev.repartee.examples.quickstart;

import dev.repartee.change.Series;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The share answered within a day by week on some channels, one below the other. */
final class AnswersChart {
  private static final int ROOM = 124;
  private static final int HEAD = 52;
  private static final int FIELD = 50;
  private static final int MOST_NAMES = 4;
  private static final double DOT = 2.6;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final List<ChannelAnswers> channels;
  private final List<LocalDate> mondays;

  AnswersChart(List<ChannelAnswers> channels) {
    this.channels = channels;
    this.mondays = mondays(channels);
  }

  private static List<LocalDate> mondays(List<ChannelAnswers> channels) {
    List<LocalDate> all =
        channels.stream()
            .flatMap(channel -> channel.within().points().stream())
            .filter(point -> point.value().isDefined())
            .map(Series.Point::first)
            .sorted(Comparator.naturalOrder())
            .toList();
    List<LocalDate> mondays = new ArrayList<>();
    LocalDate last = all.get(all.size() - 1);
    LocalDate earliest = last.minusWeeks(WeeksPicture.MOST_WEEKS - 1L);
    for (LocalDate monday = all.get(0).isBefore(earliest) ? earliest : all.get(0);
        !monday.isAfter(last);
        monday = monday.plusWeeks(1)) {
      mondays.add(monday);
    }
    return mondays;
  }

  int height() {
    return ROOM * channels.size();
  }

  void draw(Svg svg) {
    for (int i = 0; i < channels.size(); i++) {
      draw(svg, channels.get(i), ROOM * i);
    }
  }

  private void draw(Svg svg, ChannelAnswers channel, int top) {
    long waits = channel.within().points().stream().mapToLong(Series.Point::count).sum();
    svg.text(0, top + 14, Svg.Anchor.START, "name", PlainWords.brief(channel.name(), Share.NAME));
    svg.text(
        0,
        top + 29,
        Svg.Anchor.START,
        "small",
        NumberText.count(waits) + " times somebody waited, from 0 to 100 %");
    int field = top + HEAD;
    for (int half = 0; half <= 2; half++) {
      double y = field + FIELD * half / 2.0;
      svg.line(0, y, 100, y, Svg.Ink.LINE, 1, false);
    }
    List<LevelMarks.Level> levels =
        channel.within().levels(channel.shareChanges()).stream()
            .filter(level -> level.value().isDefined())
            .map(
                level ->
                    new LevelMarks.Level(
                        level.startInclusive(),
                        level.endExclusive(),
                        level.value().value(),
                        Percent.of(level.value().value())))
            .toList();
    new LevelMarks(mondays).draw(svg, levels, field, field + FIELD);
    for (Series.Point point : channel.within().points()) {
      long week = ChronoUnit.WEEKS.between(mondays.get(0), point.first());
      if (point.value().isDefined() && week >= 0 && week < mondays.size()) {
        double y = field + FIELD * (1 - point.value().value());
        svg.dot(100 * (week + 0.5) / mondays.size(), y, DOT, Svg.Ink.MAIN);
      }
    }
    int every = Math.max(1, (mondays.size() + MOST_NAMES - 1) / MOST_NAMES);
    for (int i = 0; i < mondays.size(); i += every) {
      svg.text(
          100.0 * i / mondays.size(),
          field + FIELD + 14,
          Svg.Anchor.START,
          "small",
          MONTH.format(mondays.get(i)));
    }
  }
}
