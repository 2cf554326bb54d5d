package dev.repartee.examples.quickstart;

import dev.repartee.internal.time.EventTime;
import dev.repartee.model.OfficeHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options: choices as {@code each-turn}, durations as {@code PT1H} or 1h. */
final class Choices {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(s|m|min|h|d)");

  private Choices() {}

  /** The text that chooses a constant: {@code each-turn} for EACH_TURN. */
  static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that a text chooses. */
  static <E extends Enum<E>> E parse(E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> text(value).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' must be one of "
                        + Arrays.stream(values)
                            .map(Choices::text)
                            .collect(Collectors.joining(", "))));
  }

  /** An instant: ISO 8601 with an offset. */
  static Instant instant(String text) {
    long millis = EventTime.parse(text);
    if (!EventTime.isValid(millis)) {
      throw new TypeConversionException(
          "'" + text + "' must be a time with an offset, as 2026-01-01T00:00Z");
    }
    return Instant.ofEpochMilli(millis);
  }

  /** A zone, by its name. */
  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' must be a zone, as Europe/Paris or UTC");
    }
  }

  /** Office hours, as people write them. */
  static OfficeHours hours(String text) {
    try {
      return OfficeHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** A duration: ISO 8601, or a number with s, m, h or d. */
  static Duration duration(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "h" -> Duration.ofHours(number);
        case "d" -> Duration.ofDays(number);
        default -> Duration.ofMinutes(number);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' must be a duration, as PT1H (ISO 8601) or 90s, 10m, 1h, 2d");
    }
  }
}
