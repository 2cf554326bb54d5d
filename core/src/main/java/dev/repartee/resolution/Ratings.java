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
 * How people rate the way they were treated, and how many of those who could rate do not.
 *
 * <p>It covers strands that the audience opened with a message that expects a response. Once such a
 * strand is answered ({@link #ofAnswered}) or resolved for the first time ({@link #ofResolved}),
 * the person who opened it has some days to rate it by {@link ActKind#RATE}. Ratings without an
 * author count too; those of members and of other people do not. If a person rates more than once
 * in that time, the last rating counts. Strands whose time is not over are counted separately. The
 * anchor of a strand is its opening message, so ratings can be split by any dimension of the person
 * who asked.
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
 * <p>People who rate are not like people who do not; a mean of ratings describes only the former.
 * It takes time linear in the number of messages and acts.
 *
 * <p>Guide: {@code core/docs/guide/metrics/ratings.md}.
 */
public final class Ratings implements Measure<RatingSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Options options;

  /** Which ratings count, and how long they are awaited. */
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

  /** {@return the measure of ratings after an answer, within seven days of the first response} */
  public static Ratings ofAnswered() {
    return new Ratings(new Options(false, WEEK, AnswerRule.standard()));
  }

  /**
   * {@return the measure of ratings after a resolution, within seven days of the first resolution}
   */
  public static Ratings ofResolved() {
    return new Ratings(new Options(true, WEEK, AnswerRule.standard()));
  }

  /**
   * {@return a copy with another time to rate}
   *
   * @param time the time, inclusive, to the millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Ratings within(Duration time) {
    Duration whole = WholeMillis.atLeastOne("time", time);
    return new Ratings(new Options(options.isOfResolved, whole, options.rule));
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
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
