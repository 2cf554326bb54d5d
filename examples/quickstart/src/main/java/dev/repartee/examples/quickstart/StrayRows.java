package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A few rows that lie far behind all others, as one dated 9999-12-31: a clock went wrong. As the
 * end of a log they would make everybody wait for ever.
 *
 * @param before the last time before them
 * @param first the first time of them
 * @param count how many they are
 * @param examples some of them, by id and author
 */
record StrayRows(Instant before, Instant first, long count, List<String> examples) {
  private static final long FAR = Duration.ofDays(3652).toMillis();

  /** At most one of so many rows. */
  private static final int FEW = 100;

  private static final int SHOWN = 3;

  /** The stray rows of a log whose end is taken from its rows; empty where there are none. */
  static Optional<StrayRows> of(EngagementLog log) {
    return log.isAsOfAssumed() && hasGap(log) ? find(log) : Optional.empty();
  }

  /** A first look, at the days only on which anybody wrote, and at the end of the log. */
  private static boolean hasGap(EngagementLog log) {
    long[] days =
        log
            .measure(Counts.ofMessages("any", row -> true).by(Dimension.day(ZoneOffset.UTC)))
            .keys()
            .stream()
            .mapToLong(key -> LocalDate.parse(key.get(0)).toEpochDay())
            .sorted()
            .toArray();
    long longest = Duration.ofMillis(FAR).toDays() - 1;
    long end = log.asOf().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    for (int i = 0; i < days.length; i++) {
      if ((i + 1 < days.length ? days[i + 1] : end) - days[i] >= longest) {
        return true;
      }
    }
    return false;
  }

  private static Optional<StrayRows> find(EngagementLog log) {
    long[] times = log.rows().mapToLong(StrayRows::time).sorted().toArray();
    int most = Math.max(1, times.length / FEW);
    for (int i = Math.max(1, times.length - most); i < times.length; i++) {
      if (times[i] - times[i - 1] > FAR) {
        long first = times[i];
        List<String> examples =
            log.rows()
                .filter(row -> time(row) >= first)
                .sorted(Comparator.comparingLong(StrayRows::time).thenComparing(PersonRow::id))
                .limit(SHOWN)
                .map(row -> row.id().isEmpty() ? row.author() : row.id() + " by " + row.author())
                .toList();
        return Optional.of(
            new StrayRows(
                Instant.ofEpochMilli(times[i - 1]),
                Instant.ofEpochMilli(first),
                Arrays.stream(times).filter(time -> time >= first).count(),
                examples));
      }
    }
    return Optional.empty();
  }

  private static long time(PersonRow row) {
    return row.effectiveAt().toEpochMilli();
  }

  /** What is said of them. */
  String sentence() {
    return (count == 1
            ? "One row (" + examples.get(0) + ") is dated "
            : NumberText.count(count)
                + " rows ("
                + String.join(", ", examples)
                + (count > examples.size() ? " and others" : "")
                + ") are dated from ")
        + PlainWords.day(first.atZone(ZoneOffset.UTC).toLocalDate())
        + (count == 1 ? ", " : " on, ")
        + NumberText.count(Duration.between(before, first).toDays())
        + " days behind all others. "
        + (count == 1 ? "It is" : "They are")
        + " left out here, and what is told ends with the row before, of "
        + PlainWords.day(before.atZone(ZoneOffset.UTC).toLocalDate())
        + ".";
  }
}
