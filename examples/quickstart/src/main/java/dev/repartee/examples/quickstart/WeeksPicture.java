package dev.repartee.examples.quickstart;

import dev.repartee.consistency.AudienceInterestSummary;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.Rhythm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Week by week on each channel, what the audience did and the organization wrote. */
final class WeeksPicture {
  static final String ID = "weeks";
  private static final String TITLE = "Week by week: spikes and silences";
  private static final int MOST = 8;

  private final List<ChannelWeeks> channels;
  private final List<LocalDate> mondays;

  private WeeksPicture(List<ChannelWeeks> channels) {
    this.channels = channels;
    this.mondays =
        channels.stream()
            .flatMap(channel -> channel.audience().keySet().stream())
            .distinct()
            .sorted()
            .toList();
  }

  static Picture of(
      List<Place> places, AudienceInterestSummary interest, ConsistencySummary consistency) {
    List<ChannelWeeks> channels =
        places.stream()
            .map(place -> ChannelWeeks.of(place, interest, consistency))
            .sorted(Comparator.comparingLong((ChannelWeeks c) -> -c.interactions()))
            .toList();
    WeeksPicture weeks = new WeeksPicture(channels);
    return weeks.mondays.isEmpty()
        ? Picture.missing(ID, TITLE, "No week was observed from end to end, so none is drawn.")
        : weeks.picture();
  }

  private Picture picture() {
    List<ChannelWeeks> shown = channels.subList(0, Math.min(MOST, channels.size()));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Blue, above each line: what people did in a week, messages and acts. Green, below it:"
            + " messages of the organization, on a scale of their own. Red is a week with a spike,"
            + " a day on which far more happened than on such days usually. Shaded are four weeks"
            + " or more without a word of the organization. Half weeks are left out.");
    if (channels.size() > MOST) {
      notes.add(
          "Drawn are the " + MOST + " channels of " + channels.size() + " on which most happened.");
    }
    WeeksChart chart = new WeeksChart(shown, mondays);
    return new Picture(ID, TITLE, text(), chart.chart(), chart.height(), notes, table());
  }

  private String text() {
    List<String> said = new ArrayList<>();
    for (ChannelWeeks channel : channels) {
      channel
          .spikes()
          .episodes()
          .forEach(episode -> said.add("spike on " + channel.name() + ", " + episode));
    }
    for (ChannelWeeks channel : channels) {
      if (channel.activity() != Rhythm.Activity.ACTIVE) {
        said.add(
            "the organization on "
                + channel.name()
                + ": "
                + Warnings.words(channel.activity())
                + silence(channel).map(silence -> ", silent for " + silence).orElse(""));
      }
    }
    long tooShort = channels.stream().filter(c -> c.spikes().isTooShort()).count();
    if (tooShort > 0) {
      said.add(
          "observed for less than 8 weeks, so that spikes cannot be told: "
              + TextPage.count(tooShort, "channel"));
    }
    String all = said.isEmpty() ? "No spike, and no channel fell silent" : String.join("; ", said);
    return TextPage.count(mondays.size(), "whole week")
        + ". "
        + all.substring(0, 1).toUpperCase(Locale.ROOT)
        + all.substring(1)
        + ".";
  }

  private static Optional<String> silence(ChannelWeeks channel) {
    return channel.rhythm().flatMap(Rhythm::currentSilence).map(PresenceClaims::text);
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "channel", "week from", "people did", "organization wrote", "spikes, silences");
    for (ChannelWeeks channel : channels) {
      channel
          .audience()
          .forEach(
              (monday, did) ->
                  table.row(
                      channel.name(),
                      monday,
                      did,
                      channel.own().getOrDefault(monday, 0L),
                      remark(channel, monday)));
    }
    return table;
  }

  private static String remark(ChannelWeeks channel, LocalDate monday) {
    List<String> remarks = new ArrayList<>();
    channel.spikes().episodes().stream()
        .filter(e -> !e.peak().isBefore(monday) && e.peak().isBefore(monday.plusWeeks(1)))
        .forEach(e -> remarks.add(e.toString()));
    channel
        .silences(WeeksChart.SILENT_WEEKS)
        .forEach(
            (first, last) -> {
              if (!monday.isBefore(first) && !monday.isAfter(last)) {
                remarks.add("silent");
              }
            });
    return String.join("; ", remarks);
  }
}
