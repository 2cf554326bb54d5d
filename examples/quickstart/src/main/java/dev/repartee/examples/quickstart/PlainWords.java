package dev.repartee.examples.quickstart;

import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times, days and reasons in the words of people who read no manual. */
final class PlainWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private PlainWords() {}

  /** Why there is no number or no interval. */
  static String reason(String note) {
    return switch (note) {
      case "no data" -> "nothing to count";
      case "fewer than 2 groups",
          "fewer than 3 groups",
          "fewer than 2 values",
          "undefined when a group is left out" ->
          "too few people for an interval";
      case "too few groups to tell" -> "too few people to tell";
      case "few weeks" -> "too few weeks for an interval";
      case "follow-up too short" -> "not watched for long enough";
      case "replicates do not differ" -> "too much alike for an interval";
      case "all counted" -> "all there are";
      default -> note;
    };
  }

  /** How long something took: {@code 42 min}, {@code 2 h 31 min}, {@code 12 days}. */
  static String time(Duration time) {
    if (time.compareTo(TWO_DAYS) >= 0) {
      return NumberText.count(Math.round(time.toMinutes() / (24 * 60.0))) + " days";
    }
    String text = DurationText.of(time);
    return text.startsWith("1 d") ? "1 day" + text.substring(3) : text;
  }

  /** A time that was estimated, such as a median wait, with its interval. */
  static String time(DurationEstimate time) {
    return switch (time.state()) {
      case NO_DATA -> "unknown (nothing to count)";
      case NOT_REACHED -> "not within the time that was watched";
      case VALUE -> time(time.orElseThrow()) + range(time);
    };
  }

  /** Within what time half are answered: part of a sentence. */
  static String half(DurationEstimate median) {
    return switch (median.state()) {
      case NO_DATA -> "nobody waited";
      case NOT_REACHED -> "fewer than half had one by the end";
      case VALUE -> "half have one within " + time(median);
    };
  }

  private static String range(DurationEstimate time) {
    if (!time.hasInterval()) {
      return time.note().isEmpty() ? "" : " (" + reason(time.note()) + ")";
    }
    String low = time.low().map(PlainWords::time).orElse("any time");
    return time.high().isPresent()
        ? " (" + low + " to " + time(time.high().get()) + ")"
        : " (" + low + " or more)";
  }

  /** Such as {@code 3 March 2026}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as {@code 3 March 2026, 09:41}. */
  static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  /**
   * What a text says apart from what a program may be told: clauses with an option are left out.
   */
  static String withoutOptions(String text) {
    String kept =
        Arrays.stream(text.split("(?<=[;:?.]) "))
            .filter(clause -> !clause.contains("--") && !clause.contains("mapping file"))
            .collect(Collectors.joining(" "));
    return kept.replaceAll("[;:,]$", "");
  }

  /** A name cut where there is no room for more. */
  static String brief(String name, int most) {
    String clean = Html.readable(name);
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** A text that begins with a capital. */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A sentence with a capital, where it begins with a word of ours and no name. */
  static String sentence(String text) {
    return text.startsWith("the ") ? capital(text) : text;
  }

  /** What is remarked of a row, for whom the name of the remark says nothing. */
  static String row(String remark) {
    return switch (remark) {
      case "orphan" -> "a reply to what is not in the data";
      case "conflicting id" -> "the id of another, different row";
      case "duplicate id" -> "the same row twice";
      case "anonymous" -> "without an author";
      case "clock skew" -> "earlier than what it replies to";
      case "unaddressed" -> "to none of the organizations";
      case "unknown addressee" -> "to an organization that is not known";
      case "unseen member" -> "a member who never wrote";
      default -> remark;
    };
  }
}
