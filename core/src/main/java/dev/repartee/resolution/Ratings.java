package dev.repartee.resolution;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.util.Objects;

/**
 * How people rate how they were dealt with, and how many of those who could say nothing.
 *
 * <p>Of each strand that the audience opened with a message that expects a response: once it is
 * answered ({@link #ofAnswered}) or resolved for the first time ({@link #ofResolved}), whoever
 * opened it has some days to rate it by {@link ActKind#RATE}. Ratings by nobody that the data names
 * count too, those of members and of others do not. Who rates more than once within the time has
 * thought again: the last rating counts. Strands whose time is not over are counted apart; a strand
 * hangs on the message that opens it, so that ratings can be split by any dimension of who asked.
 *
 * <pre>{@code
 * EngagementLog.Builder rows = EngagementLog.builder(directory).asOf("2026-02-05T09:00:00Z");
 * rows.add(Post.of("1", "carl", "2026-01-05T09:00:00Z"));
 * rows.add(Reply.of("2", "acme_care", "2026-01-05T10:00:00Z").to("1"));
 * rows.add(Act.of(ActKind.RATE, "carl", "2026-01-06T09:00:00Z").on("1").rating(4));
 * rows.add(Post.of("3", "zak", "2026-01-05T09:00:00Z"));
 * rows.add(Reply.of("4", "acme_care", "2026-01-05T19:00:00Z").to("3"));
 * RatingSummary ratings = rows.build().measure(Ratings.ofAnswered());
 * // ratings ==> ratings: mean 4.00, 1/2 rated
 * ratings.silent();                    // 1
 * ratings.atLeast(4).successes();      // 1
 * }</pre>
 *
 * <p>Those who rate are not like those who do not: a mean of ratings speaks of the former. The time
 * is linear in messages and acts.
 */
public final class Ratings implements Measure<RatingSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Options options;

  /** Whose ratings, and how long they are waited for. */
  record Options(boolean isOfResolved, Duration within, AnswerRule rule) {
    long withinMillis() {
      return within.toMillis();
    }

    String text() {
      return "ratings of the "
          + (isOfResolved ? "resolved" : "answered")
          + (within.equals(WEEK) ? "" : ", within " + within)
          + rule.suffix();
    }
  }

  private Ratings(Options options) {
    this.options = options;
  }

  /**
   * {@return the measure of those who were answered, who have seven days from the first response}
   */
  public static Ratings ofAnswered() {
    return new Ratings(new Options(false, WEEK, AnswerRule.standard()));
  }

  /** {@return the measure of what was resolved, with seven days from the first resolution} */
  public static Ratings ofResolved() {
    return new Ratings(new Options(true, WEEK, AnswerRule.standard()));
  }

  /**
   * {@return the measure with another time to rate; a copy}
   *
   * @param time how long, inclusive, to the millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Ratings within(Duration time) {
    Duration whole = WholeMillis.atLeastOne("time", time);
    return new Ratings(new Options(options.isOfResolved, whole, options.rule));
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy}
   *
   * @param rule the rule
   */
  public Ratings answers(AnswerRule rule) {
    return new Ratings(
        new Options(options.isOfResolved, options.within, Objects.requireNonNull(rule, "rule")));
  }

  @Override
  public Plan<?, RatingSummary> plan() {
    return Plan.of(
            options.text(),
            Unit.CONVERSATION,
            RatingTally::new,
            (slice, split) -> new RatingSweep(options, slice, split).sweep())
        .withSeenStates()
        .opening(outcomes())
        .into(evidence -> new RatingSummary(options, evidence));
  }

  private Outcomes<RatingTally> outcomes() {
    Outcomes<RatingTally> outcomes =
        Outcomes.<RatingTally>none()
            .with("rated", t -> t.rated().total())
            .with("silent", t -> t.silent.total())
            .with("still_in_time", t -> t.stillInTime)
            .with(options.isOfResolved() ? "not_resolved" : "not_answered", t -> t.unanswered)
            .with("excluded", t -> t.leftOut);
    return outcomes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ratings that && options.text().equals(that.options.text());
  }

  @Override
  public int hashCode() {
    return options.text().hashCode();
  }

  @Override
  public String toString() {
    return options.text();
  }
}
