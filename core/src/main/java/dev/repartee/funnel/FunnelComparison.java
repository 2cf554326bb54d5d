package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import java.time.Duration;

/**
 * Two groups of people beside each other in one funnel, such as two channels or two months: whether
 * more of one come through, and sooner.
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
 * <p>A person hangs on one event, so parts of a breakdown and adjacent windows have no person in
 * common: their errors are independent.
 */
public final class FunnelComparison {
  private final FunnelSummary first;
  private final FunnelSummary second;

  private FunnelComparison(FunnelSummary first, FunnelSummary second) {
    this.first = first;
    this.second = second;
  }

  /**
   * {@return two summaries beside each other: the comparison}
   *
   * @param first one
   * @param second the other, of the same funnel and of other people
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
   * {@return how much greater the mature share that came through is in the first: Newcombe's
   * interval, on the number of independent people with the same error; from -1 to 1; undefined
   * where one of the two has no mature people}
   */
  public Estimate mature() {
    return Difference.of(last(first).mature(), last(second).mature());
  }

  /**
   * {@return how much greater the share that came through so far is in the first, from -1 to 1;
   * undefined where nobody began in one of the two} Where one began later than the other it has had
   * less time; {@link #within} allows for that.
   */
  public Estimate soFar() {
    return Difference.of(last(first).shareSoFar(), last(second).shareSoFar());
  }

  private static FunnelSummary.StepResult last(FunnelSummary summary) {
    return summary.steps().get(summary.steps().size() - 1);
  }

  /**
   * Returns how much greater the chance to come through within a time is in the first.
   *
   * @param duration the time, its end included
   * @return from -1 to 1; undefined where it is for one of the two
   * @throws IllegalStateException if the funnel has one step only
   */
  public Estimate within(Duration duration) {
    return Difference.of(first.within(duration), second.within(duration));
  }

  /**
   * Returns how much longer the median time to come through is in the first.
   *
   * @return a duration that may be negative, or that it is not reached
   * @throws IllegalStateException if the funnel has one step only
   */
  public DurationEstimate median() {
    return Difference.of(first.timeToComeThrough().median(), second.timeToComeThrough().median());
  }

  /**
   * Returns the test of whether people of one come through sooner than those of the other.
   *
   * @return the log-rank test, with a score above 0 where the first does
   * @throws IllegalStateException if the funnel has one step only
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
