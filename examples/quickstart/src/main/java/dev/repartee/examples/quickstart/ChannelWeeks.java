package dev.repartee.examples.quickstart;

import dev.repartee.consistency.AudienceInterestSummary;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.consistency.Rhythm;
import dev.repartee.consistency.Spikes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
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
 * @param rhythm the organization there; empty where neither side ever wrote
 * @param spikes days on which far more happened than on such days usually
 */
record ChannelWeeks(
    String name,
    long interactions,
    SortedMap<LocalDate, Long> audience,
    SortedMap<LocalDate, Long> own,
    Optional<Rhythm> rhythm,
    Spikes spikes) {

  static ChannelWeeks of(
      Place place, AudienceInterestSummary interest, ConsistencySummary consistency) {
    Optional<Rhythm> rhythm =
        consistency.places().contains(place)
            ? Optional.of(consistency.at(place))
            : Optional.empty();
    return new ChannelWeeks(
        CulturePage.name(place.channel()),
        interest.at(place).interactions(),
        byMonday(interest.at(place).byWeek()),
        byMonday(rhythm.map(Rhythm::messagesByWeek).orElse(List.of())),
        rhythm,
        interest.at(place).spikes());
  }

  private static SortedMap<LocalDate, Long> byMonday(List<WeekCount> weeks) {
    return new TreeMap<>(
        weeks.stream().collect(Collectors.toMap(WeekCount::monday, WeekCount::count)));
  }

  /** Whether the organization is still there. */
  Rhythm.Activity activity() {
    return rhythm.map(Rhythm::activity).orElse(Rhythm.Activity.NEVER_WROTE);
  }

  /** The Mondays of the weeks with the peak of a spike. */
  Set<LocalDate> spikeWeeks() {
    return spikes.episodes().stream()
        .map(e -> e.peak().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
        .collect(Collectors.toSet());
  }

  /** Runs of weeks, at least so many, in which the organization wrote nothing: first to last. */
  SortedMap<LocalDate, LocalDate> silences(int weeks) {
    SortedMap<LocalDate, LocalDate> runs = new TreeMap<>();
    LocalDate first = LocalDate.MAX;
    int length = 0;
    for (Map.Entry<LocalDate, Long> week : own.entrySet()) {
      length = week.getValue() == 0 ? length + 1 : 0;
      first = length == 1 ? week.getKey() : first;
      if (length >= weeks) {
        runs.put(first, week.getKey());
      }
    }
    return runs;
  }
}
