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

/** How many people who complained came round, how soon, and whether those who were answered did. */
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
   * {@return the number of complaints that are followed; recovered and not yet; the excluded are
   * not among them}
   */
  public long complaints() {
    return curve().count();
  }

  /**
   * {@return how many complaints have recovered so far, however late; at most {@link #complaints}}
   */
  public long recovered() {
    return curve().eventCount();
  }

  /**
   * {@return the chance that a complaint recovers within a time, with those not watched so long as
   * censored; in [0, 1]; undefined where nobody was watched that long}
   *
   * @param time since the complaint, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /** {@return the curve of complaints that have not recovered, by Kaplan and Meier} */
  public SurvivalCurve curve() {
    return tally().all();
  }

  /**
   * {@return the curve, from the landmark on, of complaints that had been answered by then: the
   * curve of not having recovered}
   */
  public SurvivalCurve answeredCurve() {
    return tally().answered();
  }

  /**
   * {@return the curve, from the landmark on, of complaints that had not been answered by then: the
   * curve of not having recovered}
   */
  public SurvivalCurve unansweredCurve() {
    return tally().unanswered();
  }

  /**
   * {@return how much greater the chance to recover within 7 days after the landmark is for the
   * answered, from -1 to 1, with an interval that leaves people out on both sides at once;
   * undefined where one of the two is} An association, not an effect in the strict sense.
   */
  public Estimate effectOfAnswering() {
    return Difference.of(
        answeredCurve().withinReplicated(WEEK), unansweredCurve().withinReplicated(WEEK));
  }

  /**
   * {@return the p value of answering making no difference, in [0, 1]; NaN where there is no
   * interval}
   */
  public double pValue() {
    return Difference.pValue(
        answeredCurve().withinReplicated(WEEK), unansweredCurve().withinReplicated(WEEK));
  }

  /**
   * {@return how many complaints recovered at the landmark or before: they are in neither arm; at
   * least 0}
   */
  public long recoveredBeforeLandmark() {
    return tally().early();
  }

  /**
   * {@return how many complaints had not recovered and were not watched up to the landmark: they
   * are in neither arm; at least 0} With those that recovered before, and both arms, they are all
   * complaints.
   */
  public long unwatchedAtLandmark() {
    return tally().unwatched();
  }

  /**
   * {@return how many of the complaints that have not recovered are by people who wrote on without
   * a label: whether they came round is not known; at most {@link #complaints} less {@link
   * #recovered}}
   */
  public long wroteOnUnlabelled() {
    return tally().unlabelled();
  }

  /**
   * {@return how many complaints have no author: nobody can be followed; at least 0; none of them
   * is in {@link #complaints}}
   */
  public long anonymous() {
    return tally().anonymous();
  }

  /**
   * {@return how many complaints are left out because what follows them bears an earlier time, at
   * least 0; none of them is in {@link #complaints}}
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
