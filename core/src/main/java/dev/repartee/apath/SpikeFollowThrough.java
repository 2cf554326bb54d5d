package dev.repartee.apath;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a spike of attention lasts: how many of the people first seen in it keep coming back and
 * opt in, compared with people first seen on ordinary days of the same channel.
 *
 * <pre>{@code
 * SpikeFollowThrough spikes = SpikeFollowThrough.on("twitter", LocalDate.parse("2026-01-05"));
 * SpikeFollowThroughSummary spike = log.measure(spikes);
 * // spike ==> spike follow-through: 1 in spikes, 0 ordinary
 * spike.inSpikes(Stage.AFFINITY).within(Duration.ofDays(30));
 * }</pre>
 *
 * <p>The caller says which days of which channel were spikes. A person belongs to the channel and
 * the local day of the entry. Ordinary days are the other days within 8 weeks of a spike of the
 * channel. People who came farther away in time, or on a channel without spikes, are counted
 * separately. The clock runs from the entry. The comparison is between people who came in different
 * ways, and says nothing about why they differ.
 *
 * <p>It takes time linear in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/spike-follow-through.md}.
 */
public final class SpikeFollowThrough implements Measure<SpikeFollowThroughSummary> {
  private static final int NEAR = 56;

  /** When a person came. */
  enum Part {
    SPIKE,
    ORDINARY,
    FAR,
    ELSEWHERE
  }

  private final APathRules rules;
  private final ImmutableSortedMap<String, ImmutableSortedSet<LocalDate>> days;

  private SpikeFollowThrough(APathRules rules, Map<String, ImmutableSortedSet<LocalDate>> days) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.days = ImmutableSortedMap.copyOf(days);
  }

  /**
   * {@return the measure of spikes on a channel, with the standard rules}
   *
   * @param channel the name of the channel; the empty text means rows without a channel
   * @param spikeDays the local days, at least one
   * @throws IllegalArgumentException if no day is given
   */
  public static SpikeFollowThrough on(String channel, LocalDate... spikeDays) {
    return new SpikeFollowThrough(APathRules.standard(), Map.of()).and(channel, spikeDays);
  }

  /**
   * {@return a copy with further spikes}
   *
   * @param channel the name of the channel; the empty text means rows without a channel
   * @param spikeDays the local days, at least one
   * @throws IllegalArgumentException if no day is given
   */
  public SpikeFollowThrough and(String channel, LocalDate... spikeDays) {
    checkArgument(spikeDays.length != 0, "spikeDays must not be empty; name at least one");
    return and(channel, ImmutableSortedSet.copyOf(spikeDays));
  }

  /**
   * {@return a copy with a spike of several days}
   *
   * @param channel the name of the channel; the empty text means rows without a channel
   * @param firstInclusive the first day
   * @param lastInclusive the last day
   * @throws IllegalArgumentException if the last is before the first, or ten years after it
   */
  public SpikeFollowThrough andFrom(
      String channel, LocalDate firstInclusive, LocalDate lastInclusive) {
    checkArgument(
        !lastInclusive.isBefore(firstInclusive)
            && lastInclusive.isBefore(firstInclusive.plusYears(10)),
        "lastInclusive (%s) must not be before firstInclusive (%s), nor ten years after it",
        lastInclusive,
        firstInclusive);
    return and(
        channel,
        firstInclusive
            .datesUntil(lastInclusive.plusDays(1))
            .collect(ImmutableSortedSet.toImmutableSortedSet(LocalDate::compareTo)));
  }

  private SpikeFollowThrough and(String channel, ImmutableSortedSet<LocalDate> more) {
    Map<String, ImmutableSortedSet<LocalDate>> all = new TreeMap<>(days);
    TreeSet<LocalDate> ofChannel = new TreeSet<>(more);
    ofChannel.addAll(all.getOrDefault(channel, ImmutableSortedSet.of()));
    all.put(channel, ImmutableSortedSet.copyOfSorted(ofChannel));
    return new SpikeFollowThrough(rules, all);
  }

  /**
   * {@return a copy with other rules, whose zone decides when a day begins}
   *
   * @param newRules the conditions, thresholds and other rules
   */
  public SpikeFollowThrough with(APathRules newRules) {
    return new SpikeFollowThrough(newRules, days);
  }

  @Override
  public Plan<?, SpikeFollowThroughSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return PathPlans.recorded(
            toString(),
            conditions,
            Part.values().length,
            conditions.variants() * 2 * Conditions.STAGES * 2,
            (path, slice, facts) -> take(conditions, path, slice, facts))
        .into(evidence -> new SpikeFollowThroughSummary(conditions, evidence));
  }

  private void take(Conditions conditions, Path path, Slice slice, PathFacts facts) {
    Part part = part(path, slice);
    facts.count(part.ordinal());
    if (part != Part.SPIKE && part != Part.ORDINARY) {
      return;
    }
    for (int variant = 0; variant < conditions.variants(); variant++) {
      for (Stage stage : Stage.values()) {
        long at = path.at(stage, variant);
        boolean isReached = at != Path.NEVER;
        facts.time(
            place(variant, part, stage, isReached),
            (isReached ? at : path.seenUntil()) - path.attention());
      }
    }
  }

  private Part part(Path path, Slice slice) {
    int code = slice.channel(path.entry());
    ImmutableSortedSet<LocalDate> spikes =
        days.get(code == Slice.NONE ? "" : slice.channelName(code));
    if (spikes == null) {
      return Part.ELSEWHERE;
    }
    LocalDate day = LocalDate.ofEpochDay(path.day(path.attention()));
    if (spikes.contains(day)) {
      return Part.SPIKE;
    }
    LocalDate before = spikes.lower(day);
    LocalDate after = spikes.higher(day);
    boolean isNear =
        (before != null && !before.plusDays(NEAR).isBefore(day))
            || (after != null && !day.plusDays(NEAR).isBefore(after));
    return isNear ? Part.ORDINARY : Part.FAR;
  }

  static int place(int variant, Part part, Stage stage, boolean isReached) {
    return ((variant * 2 + part.ordinal()) * Conditions.STAGES + stage.ordinal()) * 2
        + (isReached ? 0 : 1);
  }

  @Override
  public String toString() {
    String spikes =
        days.entrySet().stream()
            .map(
                e ->
                    ", "
                        + Observing.quoted(e.getKey())
                        + " on "
                        + e.getValue().stream()
                            .map(LocalDate::toString)
                            .collect(Collectors.joining(" ")))
            .collect(Collectors.joining());
    return "spike follow-through" + spikes + rules.text();
  }
}
