package dev.repartee.examples.quickstart;

import dev.repartee.consistency.Spikes;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The weeks of some channels, one below the other. */
final class WeeksChart {
  private static final int ROOM = 146;
  private static final int HEAD = 56;
  private static final int UP = 44;
  private static final int DOWN = 20;
  private static final int MOST_NAMES = 4;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final List<ChannelWeeks> channels;
  private final List<LocalDate> mondays;
  private final boolean isForum;

  WeeksChart(List<ChannelWeeks> channels, List<LocalDate> mondays, boolean isForum) {
    this.channels = channels;
    this.mondays = mondays;
    this.isForum = isForum;
  }

  int height() {
    return ROOM * channels.size();
  }

  void draw(Svg svg) {
    for (int i = 0; i < channels.size(); i++) {
      draw(svg, channels.get(i), ROOM * i);
    }
  }

  private void draw(Svg svg, ChannelWeeks channel, int top) {
    long most = most(channel.audience());
    long mostOwn = most(channel.own());
    svg.text(0, top + 14, Svg.Anchor.START, "name", PlainWords.brief(channel.name(), Share.NAME));
    svg.text(
        0,
        top + 29,
        Svg.Anchor.START,
        "small",
        "in a week up to "
            + NumberText.count(most)
            + (isForum ? " messages" : " by people, " + NumberText.count(mostOwn) + " by staff"));
    int field = top + HEAD;
    silences(svg, channel, field);
    svg.openField(field, UP + DOWN);
    Set<LocalDate> spikes = channel.spikeWeeks();
    svg.area(bars(channel.audience(), most, UP, -1, week -> !spikes.contains(week)), Svg.Ink.MAIN);
    if (!spikes.isEmpty()) {
      svg.area(bars(channel.audience(), most, UP, -1, spikes::contains), Svg.Ink.ALERT);
    }
    if (!isForum) {
      svg.area(bars(channel.own(), mostOwn, DOWN, 1, week -> true), Svg.Ink.SOFT);
    }
    svg.closeField();
    svg.line(0, field + UP, 100, field + UP, Svg.Ink.SOFT, 1, false);
    for (Spikes.Episode episode : channel.episodes()) {
      spike(svg, episode, field);
    }
    List<LevelMarks.Level> levels =
        channel.levels().stream()
            .map(
                level ->
                    new LevelMarks.Level(
                        level.first(),
                        level.end(),
                        Math.min(1, level.mean() / Math.max(1, most)),
                        PresenceClaims.usual(level.mean()) + " a week"))
            .toList();
    new LevelMarks(mondays).draw(svg, levels, field, field + UP);
    months(svg, field + UP + DOWN + 13);
  }

  private double x(int week) {
    return 100.0 * week / mondays.size();
  }

  private long most(SortedMap<LocalDate, Long> weeks) {
    return mondays.stream().mapToLong(monday -> weeks.getOrDefault(monday, 0L)).max().orElse(0);
  }

  /** Bars up or down from the line between people and organization, in a field. */
  private String bars(
      SortedMap<LocalDate, Long> weeks,
      long most,
      int room,
      int sign,
      Predicate<LocalDate> isDrawn) {
    StringBuilder path = new StringBuilder();
    double step = 1000.0 / mondays.size();
    String width = Svg.number(0.8 * step);
    for (int i = 0; i < mondays.size(); i++) {
      long count = weeks.getOrDefault(mondays.get(i), 0L);
      if (count > 0 && isDrawn.test(mondays.get(i))) {
        String height = Svg.number(sign * Math.max(1.0, (double) room * count / most));
        path.append('M')
            .append(Svg.number(step * (i + 0.1)))
            .append(' ')
            .append(UP)
            .append('v')
            .append(height)
            .append('h')
            .append(width)
            .append('V')
            .append(UP)
            .append('z');
      }
    }
    return path.isEmpty() ? "M0 0" : path.toString();
  }

  private void silences(Svg svg, ChannelWeeks channel, int top) {
    channel
        .silences()
        .forEach(
            (first, last) -> {
              int from = week(first);
              int to = week(last);
              if (to >= 0 && from < mondays.size()) {
                double x = x(Math.max(0, from));
                svg.rect(
                    x, top, x(Math.min(to, mondays.size() - 1) + 1) - x, UP + DOWN, Svg.Ink.LINE);
              }
            });
  }

  /** Which of the weeks one is: below 0 for one before them. */
  private int week(LocalDate monday) {
    return (int) ChronoUnit.WEEKS.between(mondays.get(0), monday);
  }

  private void spike(Svg svg, Spikes.Episode episode, int top) {
    int week = Math.floorDiv((int) ChronoUnit.DAYS.between(mondays.get(0), episode.peak()), 7);
    if (week >= 0 && week < mondays.size()) {
      boolean isLate = x(week) > 60;
      svg.text(
          x(isLate ? week : week + 1) + (isLate ? -0.5 : 0.5),
          top + 11,
          isLate ? Svg.Anchor.END : Svg.Anchor.START,
          "small",
          DAY.format(episode.peak()) + ": " + NumberText.count(episode.count()));
    }
  }

  /** Names months, as many as have room. */
  private void months(Svg svg, int y) {
    int every = Math.max(1, (mondays.size() + MOST_NAMES - 1) / MOST_NAMES);
    for (int i = 0; i < mondays.size(); i += every) {
      svg.text(x(i), y, Svg.Anchor.START, "small", MONTH.format(mondays.get(i)));
    }
  }
}
