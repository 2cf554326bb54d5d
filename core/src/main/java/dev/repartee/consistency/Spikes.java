package dev.repartee.consistency;

import dev.repartee.internal.math.SpikeDays;
import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.util.List;

/**
 * Days on which far more happened than is usual for such days ({@link SpikeDays}), by date. A day
 * is compared with days of the same level ({@link DailySeries#changes}).
 *
 * @param observed the number of whole days examined
 * @param isTooShort whether these are too few, that is, less than 8 weeks
 * @param episodes the spikes in order; empty if there is none or the series is too short
 */
public record Spikes(int observed, boolean isTooShort, List<Episode> episodes) {
  /**
   * Spike days that follow each other with at most one day in between.
   *
   * @param first the first spike day
   * @param last the last spike day
   * @param peak the day on which most happened
   * @param count the count on that day
   * @param expected the usual count on such days
   */
  public record Episode(
      LocalDate first, LocalDate last, LocalDate peak, long count, double expected) {
    /** Returns such as {@code 2026-03-05: 412, usually 20}. */
    @Override
    public String toString() {
      return peak
          + ": "
          + NumberText.count(count)
          + ", usually "
          + NumberText.decimal(expected)
          + (first.equals(last) ? "" : " (" + first + " to " + last + ")");
    }
  }

  /**
   * Copies the list.
   *
   * @param observed the number of whole days examined
   * @param isTooShort whether these are too few
   * @param episodes the spikes in order
   */
  public Spikes {
    episodes = List.copyOf(episodes);
  }

  static Spikes of(long firstDay, long[] counts) {
    SpikeDays days = SpikeDays.of(counts);
    List<Episode> episodes =
        days.episodes().stream()
            .map(
                e -> {
                  SpikeDays.Day peak =
                      days.days().stream()
                          .filter(d -> d.index() == e.peak())
                          .findFirst()
                          .orElseThrow();
                  return new Episode(
                      LocalDate.ofEpochDay(firstDay + e.first()),
                      LocalDate.ofEpochDay(firstDay + e.last()),
                      LocalDate.ofEpochDay(firstDay + e.peak()),
                      peak.count(),
                      peak.expected());
                })
            .toList();
    return new Spikes(days.observed(), days.isTooShort(), episodes);
  }

  /** Returns such as {@code 2 spikes in 365 days}, or {@code too short, 12 days}. */
  @Override
  public String toString() {
    String days = Brief.count(observed, "day");
    if (isTooShort) {
      return "too short, " + days;
    }
    String spikes =
        switch (episodes.size()) {
          case 0 -> "no spikes";
          case 1 -> "1 spike";
          default -> NumberText.count(episodes.size()) + " spikes";
        };
    return spikes + " in " + days;
  }
}
