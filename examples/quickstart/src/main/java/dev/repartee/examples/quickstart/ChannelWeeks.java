package dev.repartee.examples.quickstart;

import dev.repartee.consistency.AudienceInterestSummary;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.consistency.Rhythm;
import dev.repartee.consistency.Spikes;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One channel week by week.
 *
 * @param name the channel, for people
 * @param interactions what the audience did there
 * @param audience the same by the Monday of each whole week
 * @param own what the organization wrote by Monday
 * @param silences runs of weeks in which the organization wrote nothing: first to last
 * @param rhythm the organization there; empty where neither side ever wrote, and in a forum
 * @param spikes days on which far more happened than on such days usually; empty in a forum
 * @param changes weeks from which on more happens, or less; empty in a forum
 */
record ChannelWeeks(
    String name,
    long interactions,
    SortedMap<LocalDate, Long> audience,
    SortedMap<LocalDate, Long> own,
    NavigableMap<LocalDate, LocalDate> silences,
    Optional<Rhythm> rhythm,
    Optional<Spikes> spikes,
    List<Change> changes) {
  /** So many weeks without a word are a silence. */
  private static final int SILENT_WEEKS = 4;

  /** A channel of an organization. */
  static ChannelWeeks of(
      Place place,
      AudienceInterestSummary interest,
      ConsistencySummary consistency,
      LevelChanges changes) {
    Optional<Rhythm> rhythm =
        consistency.places().contains(place)
            ? Optional.of(consistency.at(place))
            : Optional.empty();
    SortedMap<LocalDate, Long> own = byMonday(rhythm.map(Rhythm::messagesByWeek).orElse(List.of()));
    return new ChannelWeeks(
        CulturePage.name(place.channel()),
        interest.at(place).interactions(),
        byMonday(interest.at(place).byWeek()),
        own,
        silences(own),
        rhythm,
        Optional.of(interest.at(place).spikes()),
        changes.changes());
  }

  /** The channels of a forum, in which nobody is of an organization. */
  static List<ChannelWeeks> ofForum(EngagementLog log, ZoneId zone) {
    Map<String, SortedMap<LocalDate, Long>> channels = new TreeMap<>();
    log.measure(
            Counts.ofMessages("any", row -> true).by(Dimension.CHANNEL.and(Dimension.day(zone))))
        .parts()
        .forEach(
            part ->
                channels
                    .computeIfAbsent(part.key().get(0), name -> new TreeMap<>())
                    .merge(
                        monday(LocalDate.parse(part.key().get(1))),
                        part.summary().messages(),
                        Long::sum));
    LocalDate unfinished = monday(log.asOf().atZone(zone).toLocalDate());
    return channels.entrySet().stream()
        .map(
            channel ->
                new ChannelWeeks(
                    CulturePage.name(channel.getKey()),
                    channel.getValue().values().stream().mapToLong(Long::longValue).sum(),
                    channel.getValue().headMap(unfinished),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
        .toList();
  }

  /**
   * What the audience does in a week between two changes.
   *
   * @param first the Monday from which on
   * @param end the day after
   * @param mean of its whole weeks
   */
  record Level(LocalDate first, LocalDate end, double mean) {}

  /** The levels before, between and after the changes; none where there is no whole week. */
  List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    if (audience.isEmpty()) {
      return levels;
    }
    LocalDate first = audience.firstKey();
    for (Change change : changes) {
      levels.add(level(first, change.first()));
      first = change.first();
    }
    levels.add(level(first, audience.lastKey().plusWeeks(1)));
    return levels;
  }

  private Level level(LocalDate first, LocalDate end) {
    return new Level(
        first,
        end,
        audience.subMap(first, end).values().stream()
            .mapToLong(Long::longValue)
            .average()
            .orElse(0));
  }

  private static SortedMap<LocalDate, Long> byMonday(List<WeekCount> weeks) {
    return new TreeMap<>(
        weeks.stream().collect(Collectors.toMap(WeekCount::monday, WeekCount::count)));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Whether the organization is still there. */
  Rhythm.Activity activity() {
    return rhythm.map(Rhythm::activity).orElse(Rhythm.Activity.NEVER_WROTE);
  }

  /** The spikes. */
  List<Spikes.Episode> episodes() {
    return spikes.map(Spikes::episodes).orElse(List.of());
  }

  /** The Mondays of the weeks with the peak of a spike. */
  Set<LocalDate> spikeWeeks() {
    return episodes().stream().map(e -> monday(e.peak())).collect(Collectors.toSet());
  }

  /** Whether a week is one of a silence. */
  boolean isSilent(LocalDate monday) {
    Map.Entry<LocalDate, LocalDate> begun = silences.floorEntry(monday);
    return begun != null && !begun.getValue().isBefore(monday);
  }

  private static NavigableMap<LocalDate, LocalDate> silences(SortedMap<LocalDate, Long> own) {
    NavigableMap<LocalDate, LocalDate> runs = new TreeMap<>();
    LocalDate first = LocalDate.MAX;
    int length = 0;
    for (Map.Entry<LocalDate, Long> week : own.entrySet()) {
      length = week.getValue() == 0 ? length + 1 : 0;
      first = length == 1 ? week.getKey() : first;
      if (length >= SILENT_WEEKS) {
        runs.put(first, week.getKey());
      }
    }
    return runs;
  }
}
