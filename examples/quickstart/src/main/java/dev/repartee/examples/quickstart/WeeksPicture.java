package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.Rhythm;
import dev.repartee.consistency.Spikes;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Week by week on each channel, what people did and the organization wrote. */
final class WeeksPicture {
  static final String ID = "weeks";
  private static final String TITLE = "Week by week: spikes and silences";
  private static final int MOST = 8;

  /** More weeks are not drawn, however long a log is. */
  static final int MOST_WEEKS = 156;

  /** So many weeks in which nothing happens any more are drawn at the end. */
  private static final int AFTERWARDS = 26;

  private final List<ChannelWeeks> channels;
  private final boolean isForum;
  private final List<LocalDate> mondays;
  private final long watched;

  private WeeksPicture(List<ChannelWeeks> channels, boolean isForum) {
    this.channels = channels;
    this.isForum = isForum;
    Optional<LocalDate> first =
        channels.stream()
            .filter(channel -> !channel.audience().isEmpty())
            .map(channel -> channel.audience().firstKey())
            .min(Comparator.naturalOrder());
    LocalDate last = last(channels);
    this.watched = first.map(monday -> ChronoUnit.WEEKS.between(monday, last) + 1).orElse(0L);
    this.mondays = first.map(monday -> weeks(monday, lively(channels, last))).orElse(List.of());
  }

  private static LocalDate last(List<ChannelWeeks> channels) {
    return channels.stream()
        .filter(channel -> !channel.audience().isEmpty())
        .map(channel -> channel.audience().lastKey())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** The last week, or one half a year after anybody did anything. */
  private static LocalDate lively(List<ChannelWeeks> channels, LocalDate last) {
    LocalDate lively =
        channels.stream()
            .flatMap(
                channel ->
                    Stream.of(channel.audience(), channel.own())
                        .flatMap(weeks -> weeks.entrySet().stream()))
            .filter(week -> week.getValue() > 0)
            .map(Map.Entry::getKey)
            .max(Comparator.naturalOrder())
            .orElse(last)
            .plusWeeks(AFTERWARDS);
    return lively.isBefore(last) ? lively : last;
  }

  private static List<LocalDate> weeks(LocalDate first, LocalDate last) {
    LocalDate earliest = last.minusWeeks(MOST_WEEKS - 1L);
    List<LocalDate> weeks = new ArrayList<>();
    for (LocalDate monday = first.isBefore(earliest) ? earliest : first;
        !monday.isAfter(last);
        monday = monday.plusWeeks(1)) {
      weeks.add(monday);
    }
    return weeks;
  }

  static Picture of(Culture culture) {
    boolean isForum = culture.log().isForum();
    List<ChannelWeeks> all =
        isForum
            ? ChannelWeeks.ofForum(culture.log().open(), culture.log().zone())
            : channels(culture);
    List<ChannelWeeks> channels =
        all.stream()
            .sorted(Comparator.comparingLong((ChannelWeeks c) -> -c.interactions()))
            .toList();
    WeeksPicture weeks = new WeeksPicture(channels, isForum);
    return weeks.mondays.isEmpty()
        ? Picture.missing(ID, TITLE, "No week was observed from end to end, so none is drawn.")
        : weeks.picture();
  }

  /** Channels with the changes of level that hold where all are looked at together. */
  private static List<ChannelWeeks> channels(Culture culture) {
    List<Place> places = culture.places();
    List<LevelChanges> changes =
        LevelChanges.together(
            places.stream().map(place -> culture.interest().at(place).changes()).toList());
    return IntStream.range(0, places.size())
        .mapToObj(
            i ->
                ChannelWeeks.of(
                    places.get(i), culture.interest(), culture.consistency(), changes.get(i)))
        .toList();
  }

  private Picture picture() {
    List<ChannelWeeks> shown = channels.subList(0, Math.min(MOST, channels.size()));
    List<String> notes = new ArrayList<>();
    notes.add(
        isForum
            ? "Each bar is a week's messages, on a scale of its own for each channel."
            : "Upwards, in blue: what people did in a week, messages and acts such as likes."
                + " Downwards, in gray: messages of the organization, on a scale of their own."
                + " "
                + LevelMarks.NOTE
                + " Orange, with a date: a week with a spike, which is one day on which far more"
                + " happened than on such days usually: the number is of that day. Shaded: four weeks or more without a word of the"
                + " organization.");
    if (channels.size() > MOST) {
      notes.add(
          "Drawn are the " + MOST + " channels of " + channels.size() + " on which most happened.");
    }
    if (watched > mondays.size()) {
      notes.add(
          "Drawn are "
              + NumberText.count(mondays.size())
              + " of "
              + NumberText.count(watched)
              + " weeks, up to that from "
              + PlainWords.day(mondays.get(mondays.size() - 1))
              + ".");
    }
    WeeksChart chart = new WeeksChart(shown, mondays, isForum);
    return new Picture(ID, TITLE, text(), chart::draw, chart.height(), notes, table());
  }

  private String text() {
    List<String> said = new ArrayList<>();
    for (ChannelWeeks channel : channels) {
      for (Spikes.Episode episode : channel.episodes()) {
        said.add(
            "a spike on "
                + channel.name()
                + " on "
                + PlainWords.day(episode.peak())
                + ", "
                + NumberText.count(episode.count())
                + " messages and acts where about "
                + NumberText.count(Math.max(1, Math.round(episode.expected())))
                + " are usual");
      }
    }
    for (ChannelWeeks channel : channels) {
      channel.changes().forEach(change -> said.add(text(channel, change)));
    }
    for (ChannelWeeks channel : channels) {
      if (!isForum && channel.activity() != Rhythm.Activity.ACTIVE) {
        said.add(
            "on "
                + channel.name()
                + " the organization "
                + silence(channel)
                    .map(silence -> "has said nothing for " + silence)
                    .orElse("never wrote"));
      }
    }
    long tooShort =
        channels.stream().filter(c -> c.spikes().map(Spikes::isTooShort).orElse(false)).count();
    if (tooShort > 0) {
      said.add(
          "spikes cannot be told on "
              + TextPage.count(tooShort, "channel")
              + " that were watched for less than 8 weeks");
    }
    if (said.isEmpty() && !isForum) {
      said.add("no spike, and no channel on which the organization fell silent");
    }
    return TextPage.count(watched, "whole week")
        + " on "
        + TextPage.count(channels.size(), "channel")
        + (said.isEmpty() ? "." : ": " + String.join("; ", said) + ".");
  }

  private static String text(ChannelWeeks channel, Change change) {
    return "on "
        + channel.name()
        + " people do "
        + (change.isFall() ? "less" : "more")
        + " "
        + Since.week(change);
  }

  private static Optional<String> silence(ChannelWeeks channel) {
    return channel.rhythm().flatMap(Rhythm::currentSilence).map(PresenceClaims::text);
  }

  private HtmlTable table() {
    HtmlTable table =
        isForum
            ? HtmlTable.of("channel", "week from", "messages")
            : HtmlTable.of(
                "channel",
                "week from",
                "people did",
                "organization wrote",
                "spikes, changes, silences");
    for (ChannelWeeks channel : channels) {
      for (LocalDate monday : mondays) {
        Long did = channel.audience().get(monday);
        if (did != null && isForum) {
          table.row(channel.name(), monday, did);
        } else if (did != null) {
          table.row(
              channel.name(),
              monday,
              did,
              channel.own().getOrDefault(monday, 0L),
              remark(channel, monday));
        }
      }
    }
    return table;
  }

  private static String remark(ChannelWeeks channel, LocalDate monday) {
    List<String> remarks = new ArrayList<>();
    channel.episodes().stream()
        .filter(e -> !e.peak().isBefore(monday) && e.peak().isBefore(monday.plusWeeks(1)))
        .forEach(e -> remarks.add(e.toString()));
    channel.changes().stream()
        .filter(change -> change.first().equals(monday))
        .forEach(change -> remarks.add("from here on " + (change.isFall() ? "less" : "more")));
    if (channel.isSilent(monday)) {
      remarks.add("silent");
    }
    return String.join("; ", remarks);
  }
}
