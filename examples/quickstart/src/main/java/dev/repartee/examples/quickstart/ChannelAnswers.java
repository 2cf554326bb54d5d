package dev.repartee.examples.quickstart;

import dev.repartee.change.CalendarPeriods;
import dev.repartee.change.Series;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.LevelChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How people are answered on one channel, by the week in which they began to wait; weeks with fewer
 * than {@link #LEAST} of them are left out.
 *
 * @param channel its key
 * @param within the share answered within a day
 * @param shareChanges since when that is another one
 * @param median the time within which half have an answer, in hours
 * @param waitChanges since when that is another one
 */
record ChannelAnswers(
    String channel,
    Series within,
    LevelChanges shareChanges,
    Series median,
    LevelChanges waitChanges) {
  /** So many who wait make a week. */
  static final int LEAST = 10;

  /** So many weeks make a series. */
  static final int WEEKS = 12;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** The channels on which enough people waited, each looked at by itself, those of most first. */
  static List<ChannelAnswers> of(CultureLog log) {
    ResponseTime response = ResponseTime.eachTurn().answers(log.rule());
    Breakdown<ResponseSummary> channels = log.open().measure(response.by(Dimension.CHANNEL));
    List<Breakdown.Part<ResponseSummary>> large =
        channels.parts().stream()
            .filter(part -> part.summary().exchanges() >= LEAST * WEEKS)
            .sorted((a, b) -> Long.compare(b.summary().exchanges(), a.summary().exchanges()))
            .toList();
    if (large.isEmpty()) {
      return List.of();
    }
    String[] names = large.stream().map(part -> part.key().get(0)).toArray(String[]::new);
    CalendarPeriods weeks = CalendarPeriods.weeks(log.zone());
    Breakdown<ResponseSummary> byWeek =
        log.open()
            .only(Dimension.CHANNEL, names)
            .measure(response.by(Dimension.CHANNEL.and(weeks.dimension())));
    List<ChannelAnswers> found = new ArrayList<>();
    for (String name : names) {
      Series within = Series.within(byWeek, weeks, DAY, name).atLeast(LEAST);
      Series median = Series.median(byWeek, weeks, WEEK, name).atLeast(LEAST);
      found.add(new ChannelAnswers(name, within, within.changes(), median, median.changes()));
    }
    return found.stream().filter(each -> !each.shareChanges.isTooShort()).toList();
  }

  /** The same with what holds where all of their series are looked at together. */
  static List<ChannelAnswers> together(List<ChannelAnswers> channels) {
    List<LevelChanges> all = new ArrayList<>();
    channels.forEach(each -> all.addAll(List.of(each.shareChanges, each.waitChanges)));
    List<LevelChanges> held = LevelChanges.together(all);
    List<ChannelAnswers> result = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      ChannelAnswers each = channels.get(i);
      result.add(
          new ChannelAnswers(
              each.channel, each.within, held.get(2 * i), each.median, held.get(2 * i + 1)));
    }
    return result;
  }

  /** Such as {@code on chat}; nothing where the data name no channels. */
  static String on(String name) {
    return name.equals(Dimension.NONE) ? "" : " on " + name;
  }

  /** The channel for people. */
  String name() {
    return CulturePage.name(channel);
  }
}
