package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import java.time.Duration;

/**
 * Two groups of people compared in one funnel, such as two channels or two months: whether more of
 * one group come through, and sooner.
 *
 * <pre>{@code
 * Breakdown<FunnelSummary> byChannel = log.measure(Funnel.builder()
 *     .step("wrote", EventFilter.messages())
 *     .step("followed", ActKind.FOLLOW)
 *     .within(Duration.ofDays(30))
 *     .build().by(Dimension.CHANNEL));
 * FunnelSummary one = byChannel.get("twitter");
 * FunnelComparison.of(one, one).mature().value();   // 0.0
 * }</pre>
 *
 * <p>Each person has one anchor, so parts of a breakdown and adjacent windows share no person, and
 * their errors are independent.
 */
public final class FunnelComparison {
  private final FunnelSummary first;
  private final FunnelSummary second;

  private FunnelComparison(FunnelSummary first, FunnelSummary second) {
    this.first = first;
    this.second = second;
  }

  /**
   * {@return the comparison of two summaries}
   *
   * @param first one
   * @param second the other, of the same funnel and different people
   * @throws IllegalArgumentException if the two are of different funnels
   */
  public static FunnelComparison of(FunnelSummary first, FunnelSummary second) {
    String one = first.origin().measure();
    String other = second.origin().measure();
    checkArgument(
        one.equals(other),
        "second (%s) must be of the same funnel as first (%s); measure both with the same options",
        other,
        one);
    return new FunnelComparison(first, second);
  }

  /**
   * {@return how much greater the share of mature people who came through is in the first, from -1
   * to 1; undefined if either has no mature people} The interval is Newcombe's, for the number of
   * independent people that would have the same error.
   */
  public Estimate mature() {
    return Difference.of(last(first).mature(), last(second).mature());
  }

  /**
   * {@return how much greater the share of people who came through so far is in the first, from -1
   * to 1; undefined if nobody began in either of the two} A group that began later has had less
   * time; {@link #within} allows for that.
   */
  public Estimate soFar() {
    return Difference.of(last(first).shareSoFar(), last(second).shareSoFar());
  }

  private static FunnelSummary.StepResult last(FunnelSummary summary) {
    return summary.steps().get(summary.steps().size() - 1);
  }

  /**
   * Returns how much greater the probability to come through within a time is in the first.
   *
   * @param duration the time, inclusive
   * @return from -1 to 1; undefined if it is for either of the two
   * @throws IllegalStateException if the funnel has only one step
   */
  public Estimate within(Duration duration) {
    return Difference.of(first.within(duration), second.within(duration));
  }

  /**
   * Returns how much longer the median time to come through is in the first.
   *
   * @return a duration, which may be negative, or the state that it is not reached
   * @throws IllegalStateException if the funnel has only one step
   */
  public DurationEstimate median() {
    return Difference.of(first.timeToComeThrough().median(), second.timeToComeThrough().median());
  }

  /**
   * Returns the test of whether people of one group come through sooner than those of the other.
   *
   * @return the log-rank test, with a score above 0 if the first group does
   * @throws IllegalStateException if the funnel has only one step
   */
  public LogRank test() {
    return LogRank.of(first.timeToComeThrough(), second.timeToComeThrough());
  }

  @Override
  public String toString() {
    boolean isTimed = first.steps().size() > 1; // a single step takes no time
    return "mature share of the first less that of the second: "
        + mature()
        + (isTimed ? "\n" + test() : "");
  }
}
