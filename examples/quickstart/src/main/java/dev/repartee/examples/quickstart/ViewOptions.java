package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which part of the file to look at. */
final class ViewOptions {
  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Only what began then or later: a day in --zone, as 2026-01-01, or a time with an"
              + " offset.")
  @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only what began before then, likewise; that day is not in it.")
  @Nullable String until;

  @Option(
      names = "--last",
      paramLabel = "PERIOD",
      description =
          "Only the last whole week (Monday to Sunday), month, quarter or year in --zone, or so"
              + " many days before the end of the file, as 90d.")
  @Nullable Period last;

  @Option(
      names = "--only",
      paramLabel = "WHAT:KEY",
      description =
          "Only what has this key, as channel:blog or attribute:language:de; once for each, and"
              + " either of several of one kind.")
  List<String> only = List.of();

  @Option(
      names = "--compare",
      description =
          "With --last, or --from and --until: set the period of the same length before it"
              + " beside.")
  boolean isCompared;

  /** Checks what no single option can say. */
  void check() {
    if (last != null && (from != null || until != null)) {
      throw new IllegalArgumentException(
          "--last names a period; leave out " + (from != null ? "--from" : "--until"));
    }
    if (isCompared && last == null && (from == null || until == null)) {
      throw new IllegalArgumentException(
          "--compare needs a period; name one with --last=month, or with --from and --until");
    }
  }

  /** Whether all of the file is looked at. */
  boolean isWhole() {
    return last == null && from == null && until == null && only.isEmpty();
  }

  /** The part of a log that was asked for. */
  EngagementLog of(EngagementLog log, ZoneId zone) {
    EngagementLog chosen = only(log, zone);
    return stretch(log, zone).map(found -> found.of(chosen)).orElse(chosen);
  }

  /** The same for the period before. */
  EngagementLog before(EngagementLog log, ZoneId zone) {
    return stretch(log, zone)
        .map(found -> found.before(last, zone).of(only(log, zone)))
        .orElseThrow(() -> new IllegalStateException("there is no period before the whole"));
  }

  /** What has the keys that were asked for, whenever it was. */
  EngagementLog only(EngagementLog log, ZoneId zone) {
    Map<String, TreeSet<String>> keys = new LinkedHashMap<>();
    for (String text : only) {
      int colon = text.lastIndexOf(':');
      if (colon < 1 || colon == text.length() - 1) {
        throw new IllegalArgumentException(
            "--only (" + text + ") must be a kind and a key, as channel:blog");
      }
      keys.computeIfAbsent(text.substring(0, colon), kind -> new TreeSet<>())
          .add(text.substring(colon + 1));
    }
    EngagementLog chosen = log;
    for (Map.Entry<String, TreeSet<String>> one : keys.entrySet()) {
      chosen = chosen.only(dimension(one.getKey(), zone), one.getValue().toArray(new String[0]));
    }
    return chosen;
  }

  private static Dimension dimension(String kind, ZoneId zone) {
    try {
      return By.dimension(List.of(By.parse(kind)), zone);
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException("--only: " + e.getMessage(), e);
    }
  }

  private Optional<Stretch> stretch(EngagementLog log, ZoneId zone) {
    if (last != null) {
      return Optional.of(last.of(log.asOf(), zone));
    }
    if (from == null && until == null) {
      return Optional.empty();
    }
    Instant start = from == null ? BEGINNING : time("--from", from, zone);
    Instant end = until == null ? log.asOf().plusMillis(1) : time("--until", until, zone);
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          until == null
              ? "--from (" + from + ") must not be after the end of the file, " + log.asOf()
              : "--until (" + until + ") must be after --from (" + from + ")");
    }
    return Optional.of(new Stretch(start, end));
  }

  private static Instant time(String option, String text, ZoneId zone) {
    try {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException notADay) {
      try {
        return Choices.instant(text);
      } catch (TypeConversionException e) {
        throw new IllegalArgumentException(
            option + " (" + text + ") must be a day, as 2026-01-01, or a time with an offset", e);
      }
    }
  }

  /** From an instant up to another, that not in it. */
  record Stretch(Instant start, Instant end) {
    EngagementLog of(EngagementLog log) {
      return log.between(start, end);
    }

    /** Calendar periods have calendar periods before them, all others as much time. */
    Stretch before(@Nullable Period period, ZoneId zone) {
      return period != null && period.isCalendar()
          ? period.of(start, zone)
          : new Stretch(start.minusMillis(end.toEpochMilli() - start.toEpochMilli()), start);
    }
  }
}
