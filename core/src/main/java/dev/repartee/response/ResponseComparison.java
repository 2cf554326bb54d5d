package dev.repartee.response;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import java.time.Duration;

/**
 * Two groups of waits beside each other: whether one is answered sooner, and by how much.
 *
 * <pre>{@code
 * Breakdown<ResponseSummary> byChannel =
 *     log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
 * ResponseSummary one = byChannel.get("twitter");
 * ResponseComparison same = ResponseComparison.of(one, one);
 * same.median().value();   // Optional[PT0S]
 * }</pre>
 *
 * <p>Those who wait count as waiting on both sides. Where the same people are on both sides, as
 * when parts of one breakdown are compared, the errors respect that: a replicate group is left out
 * of both at once.
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
   * {@return two summaries beside each other: the comparison}
   *
   * @param first one
   * @param second the other, of the same measure
   * @throws IllegalArgumentException if the two are of different measures, or one of them takes
   *     exchanges as independent and the other does not
   * @throws IllegalStateException if one was chosen by who answered, or by a clock that describes
   *     the answered only
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
   * {@return the test of whether one is answered sooner than the other: the log-rank test, with a
   * score above 0 where the first is}
   */
  public LogRank test() {
    return test;
  }

  /**
   * Returns how much greater the chance of an answer within a time is in the first.
   *
   * @param time the time, inclusive
   * @return from -1 to 1, with its interval; undefined where it is for one of the two
   */
  public Estimate within(Duration time) {
    return first.isIndependent()
        ? Difference.of(first.within(time), second.within(time))
        : Difference.within(first.curve(), second.curve(), time);
  }

  /**
   * {@return how much longer the median wait is in the first: a duration that may be negative, with
   * its interval, or that it is not reached}
   */
  public DurationEstimate median() {
    return Difference.of(first.median(), second.median());
  }

  @Override
  public String toString() {
    return test + "\nmedian of the first less that of the second: " + median();
  }
}
