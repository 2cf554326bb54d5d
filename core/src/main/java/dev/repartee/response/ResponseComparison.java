package dev.repartee.response;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import java.time.Duration;

/**
 * Two groups of waits compared: whether one is answered sooner, and by how much.
 *
 * <pre>{@code
 * Breakdown<ResponseSummary> byChannel =
 *     log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
 * ResponseSummary one = byChannel.get("twitter");
 * ResponseComparison same = ResponseComparison.of(one, one);
 * same.median().value();   // Optional[PT0S]
 * }</pre>
 *
 * <p>People who are still waiting count as waiting on both sides. The same people may be on both
 * sides, for example in two parts of one breakdown. The errors account for that: a replicate group
 * is left out of both sides at once.
 *
 * <p>Guide: {@code core/docs/guide/metrics/response-changes.md}.
 */
public final class ResponseComparison {
  private final ResponseSummary first;
  private final ResponseSummary second;
  private final LogRank test;

  private ResponseComparison(ResponseSummary first, ResponseSummary second) {
    this.first = first;
    this.second = second;
    this.test = LogRank.of(first.curve(), second.curve());
  }

  /**
   * {@return the comparison of two summaries}
   *
   * @param first one
   * @param second the other, of the same measure
   * @throws IllegalArgumentException if the two are of different measures, or only one of them
   *     treats exchanges as independent
   * @throws IllegalStateException if one was selected by who answered, or its clock describes only
   *     the answered
   */
  public static ResponseComparison of(ResponseSummary first, ResponseSummary second) {
    String one = first.origin().measure();
    String other = second.origin().measure();
    checkArgument(
        one.equals(other),
        "second (%s) must be of the same measure as first (%s); measure both with the same options",
        other,
        one);
    return new ResponseComparison(first, second);
  }

  /**
   * {@return the log-rank test of whether one is answered sooner than the other, with a score above
   * 0 if the first is}
   */
  public LogRank test() {
    return test;
  }

  /**
   * Returns how much greater the probability of an answer within a time is in the first.
   *
   * @param time the time, inclusive
   * @return from -1 to 1, with its interval; undefined if it is for either of the two
   */
  public Estimate within(Duration time) {
    return first.isIndependent()
        ? Difference.of(first.within(time), second.within(time))
        : Difference.within(first.curve(), second.curve(), time);
  }

  /**
   * {@return how much longer the median wait is in the first: a duration with its interval, which
   * may be negative, or the state that it is not reached}
   */
  public DurationEstimate median() {
    return Difference.of(first.median(), second.median());
  }

  @Override
  public String toString() {
    return test + "\nmedian of the first less that of the second: " + median();
  }
}
