package dev.repartee.examples.quickstart;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.model.OfficeHours;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to measure. */
final class MeasureOptions {
  private static final Duration SESSION = Duration.ofHours(24);

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Break down by channel, topic, organization, addressee, sentiment, intent,"
              + " owning-department, day, week, month, or, of the answered, by department or"
              + " member; by a column of the file, as attribute:language; several together with"
              + " commas, as channel,month. By default by what there are several of.")
  List<By> by = List.of();

  @Option(
      names = "--value",
      split = ",",
      paramLabel = "COLUMN",
      description = "Add up this column of numbers, as price, and report sum and mean.")
  List<String> values = List.of();

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      description =
          "When waiting starts and ends: each-turn (the default), first-response, each-message,"
              + " session, longest or after-hand-off (from rows of kind assign); with last-message or"
              + " every-reply the times of the answered by that clock are shown beside each-turn or"
              + " each-message.")
  WaitingClock clock = WaitingClock.EACH_TURN;

  @Option(
      names = "--direct-only",
      description = "With --clock first-response: only replies to the opening message itself.")
  boolean isDirectOnly;

  @Option(
      names = "--answered-with",
      paramLabel = "LABEL",
      description = "Only messages with this label answer.")
  @Nullable String answeredWith;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      description =
          "Count working time only, within office hours, as \"Mon-Fri 09:00-17:00 Europe/Paris\""
              + " or \"Mon-Thu 9-12 13-18, Fri 9-15 UTC, 2026-12-25 closed\".")
  @Nullable OfficeHours hours;

  @Option(
      names = "--out-of-hours",
      description =
          "With --hours: only those who begin to wait outside them, and how long that takes on the"
              + " wall clock.")
  boolean isOutOfHours;

  @Option(
      names = "--target",
      paramLabel = "DURATION",
      description = "A promise to check: answered within PT1H (or 1h); with --hours, of work.")
  @Nullable Duration target;

  @Option(
      names = "--including-open",
      description = "Count conversations of the last 7 days too, which can still change.")
  boolean isIncludingOpen;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Whose days and months, as Europe/Paris (UTC by default), and whose times those"
              + " in the file are that have no offset.")
  @Nullable ZoneId zone;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to build and measure with; by default all processors.")
  int threads = Runtime.getRuntime().availableProcessors();

  /** The zone of days and months. */
  ZoneId calendarZone() {
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** The zone of times without an offset, or empty where none was named. */
  Optional<ZoneId> timeZone() {
    return Optional.ofNullable(zone);
  }

  /** What to break down by: what was asked for, else what there may be several of. */
  List<List<By>> splits(int organizations) {
    if (!by.isEmpty()) {
      return List.of(by);
    }
    List<List<By>> usual =
        List.of(
            List.of(By.ORGANIZATION),
            List.of(By.CHANNEL),
            List.of(By.SENTIMENT),
            List.of(By.DEPARTMENT));
    return organizations > 1 ? usual : usual.subList(1, usual.size());
  }

  /** Whether waits are told in working time. */
  boolean isInWorkingTime() {
    return hours != null && !isOutOfHours;
  }

  /** The columns of the file that become attributes: those that somebody asks for. */
  List<String> ownTexts() {
    return by.stream().filter(each -> each.usual() == null).map(By::attribute).distinct().toList();
  }

  /** Whether columns of the file are asked for that are not among the usual ones. */
  boolean hasOwnColumns() {
    return !ownTexts().isEmpty() || !values.isEmpty();
  }

  /** What counts as an answer. */
  AnswerRule rule(int organizations) {
    AnswerRule rule = AnswerRule.usualIn(organizations);
    return answeredWith == null ? rule : rule.answeredWith(answeredWith);
  }

  /** Whether nothing is asked but a zone and threads. */
  boolean isUsual() {
    return by.isEmpty()
        && values.isEmpty()
        && clock == WaitingClock.EACH_TURN
        && answeredWith == null
        && hours == null
        && target == null
        && !isOutOfHours
        && !isDirectOnly
        && !isIncludingOpen;
  }

  /** Checks what no single option can say. */
  void check() {
    if (isDirectOnly && clock != WaitingClock.FIRST_RESPONSE) {
      throw new IllegalArgumentException(
          "--direct-only goes with --clock first-response; the other clocks know no opening"
              + " message");
    }
    if (isOutOfHours && hours == null) {
      throw new IllegalArgumentException(
          "--out-of-hours goes with --hours, as --hours=\"Mon-Fri 09:00-17:00 Europe/Paris\"");
    }
    if (target != null && !clock.takesTarget()) {
      throw new IllegalArgumentException(
          "--target goes with a clock that has one start for each wait, not with --clock "
              + Choices.text(clock)
              + "; choose each-turn, first-response, each-message or session");
    }
    if (target != null && clock == WaitingClock.SESSION && target.compareTo(SESSION) > 0) {
      throw new IllegalArgumentException(
          "--target (" + target + ") must be at most 24 h with --clock session, which ends then");
    }
    if (!(threads >= 1)) {
      throw new IllegalArgumentException("--threads (" + threads + ") must be at least 1");
    }
    if (target != null && (target.isZero() || target.isNegative())) {
      throw new IllegalArgumentException("--target (" + target + ") must be longer than nothing");
    }
  }
}
