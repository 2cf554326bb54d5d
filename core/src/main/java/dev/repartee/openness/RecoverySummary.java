package dev.repartee.openness;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Optional;

/**
 * How many people who complained recovered, how soon, and whether more did so among those who were
 * answered.
 */
public final class RecoverySummary extends Summary.Backed<RecoverySummary> {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Duration landmark;
  private final Evidence<RecoveryTally> evidence;

  RecoverySummary(Duration landmark, Evidence<RecoveryTally> evidence) {
    super(evidence, merged -> new RecoverySummary(landmark, merged));
    this.landmark = landmark;
    this.evidence = evidence;
  }

  private RecoveryTally tally() {
    return evidence.tally();
  }

  /**
   * {@return the number of complaints followed, recovered or not; excluded ones are not included}
   */
  public long complaints() {
    return curve().count();
  }

  /**
   * {@return the number of complaints that have recovered so far, however late; at most {@link
   * #complaints}}
   */
  public long recovered() {
    return curve().eventCount();
  }

  /**
   * {@return the probability that a complaint recovers within a time, with those not watched that
   * long as censored; in [0, 1]; undefined if nobody was watched that long}
   *
   * @param time the time since the complaint, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /** {@return the Kaplan–Meier curve of complaints that have not recovered} */
  public SurvivalCurve curve() {
    return tally().all();
  }

  /**
   * {@return the curve of not having recovered, from the landmark on, of complaints answered by
   * then}
   */
  public SurvivalCurve answeredCurve() {
    return tally().answered();
  }

  /**
   * {@return the curve of not having recovered, from the landmark on, of complaints not answered by
   * then}
   */
  public SurvivalCurve unansweredCurve() {
    return tally().unanswered();
  }

  /**
   * {@return how much greater the probability to recover within 7 days after the landmark is for
   * answered complaints, from -1 to 1, with an interval that leaves people out of both sides at
   * once; undefined if either probability is} This is an association, not an effect in the strict
   * sense.
   */
  public Estimate effectOfAnswering() {
    return Difference.of(
        answeredCurve().withinReplicated(WEEK), unansweredCurve().withinReplicated(WEEK));
  }

  /**
   * {@return the p value of the hypothesis that answering makes no difference, in [0, 1]; NaN
   * without an interval}
   */
  public double pValue() {
    return Difference.pValue(
        answeredCurve().withinReplicated(WEEK), unansweredCurve().withinReplicated(WEEK));
  }

  /**
   * {@return the number of complaints that recovered at the landmark or before, at least 0; neither
   * arm includes them}
   */
  public long recoveredBeforeLandmark() {
    return tally().early();
  }

  /**
   * {@return the number of complaints that had not recovered and were not watched up to the
   * landmark, at least 0; neither arm includes them} With those that recovered before and both
   * arms, they add up to all complaints.
   */
  public long unwatchedAtLandmark() {
    return tally().unwatched();
  }

  /**
   * {@return the number of complaints not recovered whose author wrote again without a label, so
   * that recovery is unknown; at most {@link #complaints} minus {@link #recovered}}
   */
  public long wroteOnUnlabelled() {
    return tally().unlabelled();
  }

  /**
   * {@return the number of complaints without an author, who cannot be followed, at least 0; {@link
   * #complaints} does not include them}
   */
  public long anonymous() {
    return tally().anonymous();
  }

  /**
   * {@return the number of complaints left out because what follows them has an earlier time, at
   * least 0; {@link #complaints} does not include them}
   */
  public long clockSkew() {
    return tally().skewed();
  }

  @Override
  public Facts facts() {
    SurvivalCurve all = curve();
    SurvivalCurve answered = answeredCurve();
    SurvivalCurve unanswered = unansweredCurve();
    return Facts.of(origin())
        .count("complaints", all.count())
        .share("recovered_within_30d", all.within(MONTH))
        .share("recovered_difference_by_answering", effectOfAnswering())
        .inDetail()
        .share("recovered_within_7d", all.within(WEEK))
        .count("recovered", all.eventCount())
        .count("not_recovered", all.count() - all.eventCount())
        .time("landmark", Optional.of(landmark))
        .count("recovered_before_landmark", recoveredBeforeLandmark())
        .count("unwatched_at_landmark", unwatchedAtLandmark())
        .count("answered_by_landmark", answered.count())
        .share("answered_by_landmark_recovered_7d_later", answered.within(WEEK))
        .count("unanswered_by_landmark", unanswered.count())
        .share("unanswered_by_landmark_recovered_7d_later", unanswered.within(WEEK))
        .share("recovered_difference_p_value", pValue(), "the difference has no interval")
        .count("wrote_on_unlabelled", wroteOnUnlabelled())
        .count("excluded_anonymous", anonymous())
        .count("excluded_clock_skew", clockSkew())
        .build();
  }

  @Override
  public String toString() {
    String found =
        complaints() == 0
            ? "no complaints"
            : NumberText.count(recovered())
                + '/'
                + NumberText.count(complaints())
                + " recovered so far";
    StringBuilder text = new StringBuilder(origin().under("recovery: " + found));
    if (complaints() > 0) {
      text.append("\nwithin 30 d: ").append(within(MONTH));
      String mark = DurationText.of(landmark);
      text.append("\nnot recovered after ").append(mark).append(", within 7 d more:");
      arm(text, "answered by then", answeredCurve());
      arm(text, "not answered by then", unansweredCurve());
      text.append("\ndifference, an association: ").append(effectOfAnswering());
      part(text, recoveredBeforeLandmark(), "recovered within " + mark + ", in neither arm");
      part(text, unwatchedAtLandmark(), "not watched for " + mark + ", in neither arm");
      part(text, wroteOnUnlabelled(), "not recovered, but wrote on without a label");
    }
    part(text, anonymous(), "without an author, left out");
    part(text, clockSkew(), "with times that contradict the order, left out");
    return text.append("\n").append(origin()).toString();
  }

  private static void arm(StringBuilder text, String name, SurvivalCurve curve) {
    text.append("\n  ").append(name).append(": ").append(curve.within(WEEK));
    text.append(", ").append(NumberText.count(curve.count()));
  }

  private static void part(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("\n").append(NumberText.count(count)).append(' ').append(what);
    }
  }
}
