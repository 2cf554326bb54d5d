package dev.repartee.response;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.Brief;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.model.Intent;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A badge that a platform gives, or used to give, for answering people, judged clause by clause on
 * a log. It counts what the log contains and claims nothing beyond that, so there are no intervals.
 *
 * <pre>{@code
 * Badge.veryResponsive(log);
 * // ==> very responsive (Facebook): no data
 * Badge.sociallyDevoted(log, 2026, 1, ZoneId.of("UTC"));
 * // ==> socially devoted (Socialbakers): not met
 * // answered, of the questions: at least 0.65: no data
 * // questions: 0, at least 50: not met
 * }</pre>
 *
 * <p>A badge is for one organization: if a log contains several, select one with {@code
 * only(Dimension.ORGANIZATION, …)}. Otherwise the badge says that it pools them.
 *
 * <p>Guide: {@code core/docs/guide/metrics/badges.md}.
 *
 * @param name the name of the badge and of the platform that gives it
 * @param clauses its requirements
 * @param note a caveat, or empty
 */
public record Badge(String name, List<Clause> clauses, String note) {
  private static final int LAST_YEAR = 9_998;
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MONTHS_OF_QUARTER = 3;

  /**
   * Keeps its own copy of the clauses.
   *
   * @param name the name of the badge and of the platform that gives it
   * @param clauses its requirements
   * @param note a caveat, or empty
   * @throws IllegalArgumentException if there is no clause
   */
  public Badge {
    clauses = List.copyOf(clauses);
    checkArgument(!clauses.isEmpty(), "clauses (none) must be at least one");
  }

  /**
   * Returns how an organization does by the badge that Facebook gives to pages: over the last seven
   * days, at least 90 percent of messages answered, with a response time of at most 15 minutes.
   *
   * <ul>
   *   <li>It counts {@linkplain ResponseTime#session() sessions} that began in the seven days
   *       before the as-of. The share is over sessions that are at least a day old: younger ones
   *       can still be answered, and counting only their fast answers would flatter.
   *   <li>The time is the mean of the fastest nine tenths of all answers: the {@code ceil(0.9 n)}
   *       fastest of n. Only answers enter it, as on the platform; the first clause accounts for
   *       those who got none.
   * </ul>
   *
   * <p>Source: Facebook, Page help, "Very responsive to messages" (2015 and later).
   *
   * @param log a log, or a view of one, of private messages to one organization
   * @return the badge with two clauses
   * @throws IllegalArgumentException if the log is a window that ends before the seven days begin
   */
  public static Badge veryResponsive(EngagementLog log) {
    Instant asOf = log.asOf();
    Breakdown<ResponseSummary> all =
        ofWindow(
            log, asOf.minus(DAY.multipliedBy(7)), asOf, ResponseTime.session().withTarget(DAY));
    ResponseSummary sessions = all.total();
    return new Badge(
        "very responsive (Facebook)",
        List.of(
            new Clause(
                "answered, of the sessions at least a day old",
                sessions.target().attainment().value(),
                0.90,
                Rule.SHARE_AT_LEAST),
            new Clause(
                "mean of the fastest nine tenths of answers",
                meanOfFastest(sessions.curve()),
                Duration.ofMinutes(15).toMillis(),
                Rule.MILLIS_AT_MOST)),
        pooling(all));
  }

  /**
   * {@return how an organization does by the badge that Socialbakers gave to brands: at least 65
   * percent answered of at least 50 questions in a quarter; the badge with two clauses}
   *
   * <p>Questions are turns of persons that begin with a message of intent QUESTION ({@link
   * ResponseTime#eachTurn}). They count as answered if they were answered by the as-of, however
   * late. If the quarter is not over at the as-of, the badge says so.
   *
   * <p>Source: Socialbakers, Socially Devoted (2012 to 2014).
   *
   * @param log a log, or a view of one, of one organization, with intents
   * @param year the calendar year
   * @param quarter 1 to 4
   * @param zone the time zone of the days
   * @throws IllegalArgumentException if the quarter is not 1 to 4, or the log is a window that does
   *     not overlap it
   */
  public static Badge sociallyDevoted(EngagementLog log, int year, int quarter, ZoneId zone) {
    checkArgument(quarter >= 1 && quarter <= 4, "quarter (%s) must be 1 to 4", quarter);
    if (!(year >= 1 && year <= LAST_YEAR)) {
      throw new IllegalArgumentException(
          "year (" + year + ") must be 1 to " + LAST_YEAR + "; take one of the log");
    }
    LocalDate firstDay = LocalDate.of(year, MONTHS_OF_QUARTER * (quarter - 1) + 1, 1);
    Instant end = firstDay.plusMonths(MONTHS_OF_QUARTER).atStartOfDay(zone).toInstant();
    Breakdown<ResponseSummary> all =
        ofWindow(
            log.only(Dimension.INTENT, Intent.QUESTION.name()),
            firstDay.atStartOfDay(zone).toInstant(),
            end,
            ResponseTime.eachTurn());
    ResponseSummary questions = all.total();
    String unfinished = log.asOf().isBefore(end) ? "the quarter is not over at the as-of" : "";
    String pooling = pooling(all);
    return new Badge(
        "socially devoted (Socialbakers)",
        List.of(
            new Clause(
                "answered, of the questions",
                questions.answeredSoFar().value(),
                0.65,
                Rule.SHARE_AT_LEAST),
            new Clause("questions", questions.exchanges(), 50, Rule.COUNT_AT_LEAST)),
        unfinished + (unfinished.isEmpty() || pooling.isEmpty() ? "" : "; ") + pooling);
  }

  private static Breakdown<ResponseSummary> ofWindow(
      EngagementLog log, Instant start, Instant end, Measure<ResponseSummary> measure) {
    return log.between(start, end).measure(measure.by(Dimension.ORGANIZATION));
  }

  private static String pooling(Breakdown<ResponseSummary> all) {
    long organizations = all.parts().stream().filter(p -> p.summary().exchanges() > 0).count();
    return organizations > 1
        ? "pools "
            + organizations
            + " organizations: choose one with only(Dimension.ORGANIZATION, …)"
        : "";
  }

  private static double meanOfFastest(SurvivalCurve curve) {
    long answers = curve.eventCount();
    long fastest = answers - answers / 10; // which is nine tenths, rounded up
    long left = fastest;
    double sum = 0;
    for (int i = 0; i < curve.size() && left > 0; i++) {
      long taken = Math.min(left, curve.events(i));
      sum += (double) taken * curve.timeMillis(i);
      left -= taken;
    }
    return fastest == 0 ? Double.NaN : sum / fastest;
  }

  /** Whether a requirement is met. */
  public enum State {
    /** It is met. */
    MET("met"),
    /** It is not met. */
    NOT_MET("not met"),
    /** The log contains no data to judge it by. */
    NO_DATA("no data");

    private final String text;

    State(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The kind of number, and the side of the threshold on which it must be. */
  public enum Rule {
    /** A share that must be at least the threshold. */
    SHARE_AT_LEAST,
    /** A count that must be at least the threshold. */
    COUNT_AT_LEAST,
    /** Milliseconds that must be at most the threshold. */
    MILLIS_AT_MOST
  }

  /**
   * One requirement of a badge.
   *
   * @param text what is required
   * @param value the number found; NaN if there is no data
   * @param threshold the number required
   * @param rule the kind of numbers, and how they compare
   */
  public record Clause(String text, double value, double threshold, Rule rule) {
    /**
     * {@return whether the number meets the threshold, equality included; NO_DATA if there is no
     * number}
     */
    public State state() {
      if (Double.isNaN(value)) {
        return State.NO_DATA;
      }
      boolean isMet = rule == Rule.MILLIS_AT_MOST ? value <= threshold : value >= threshold;
      return isMet ? State.MET : State.NOT_MET;
    }

    private String number(double number) {
      return switch (rule) {
        case SHARE_AT_LEAST -> NumberText.share(number);
        case COUNT_AT_LEAST -> NumberText.count((long) number);
        case MILLIS_AT_MOST -> DurationText.ofMillis(number);
      };
    }

    @Override
    public String toString() {
      return text
          + ": "
          + (Double.isNaN(value) ? "" : number(value) + ", ")
          + (rule == Rule.MILLIS_AT_MOST ? "at most " : "at least ")
          + number(threshold)
          + ": "
          + state();
    }
  }

  /** {@return NOT_MET if any clause is not met; else NO_DATA if any has no data; else MET} */
  public State state() {
    State state = State.MET;
    for (Clause clause : clauses) {
      if (clause.state() == State.NOT_MET) {
        return State.NOT_MET;
      }
      state = clause.state() == State.NO_DATA ? State.NO_DATA : state;
    }
    return state;
  }

  @Override
  public String toString() {
    String head = name + ": " + state();
    StringBuilder text = new StringBuilder(Brief.cut(head, Brief.HEADLINE));
    clauses.forEach(clause -> text.append('\n').append(clause));
    return text.append(note.isEmpty() ? "" : "\n" + note).toString();
  }
}
