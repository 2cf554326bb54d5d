package dev.repartee.response;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;

/** How soon people who were answered ask again on the topic, and how many do. */
public final class ReContactSummary extends Summary.Backed<ReContactSummary> {
  private static final List<Duration> TIMES =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private final String where;
  private final Evidence<ReContactTally> evidence;

  ReContactSummary(String where, Evidence<ReContactTally> evidence) {
    super(evidence, merged -> new ReContactSummary(where, merged));
    this.where = where;
    this.evidence = evidence;
  }

  /**
   * {@return how many answers there are after which a person was watched: those asked again after
   * and those not yet; the excluded are not among them}
   */
  public long answers() {
    return Math.addExact(askedAgain(), evidence.tally().notYet.total());
  }

  /** {@return after how many answers the person asked again so far, at most {@link #answers}} */
  public long askedAgain() {
    return evidence.tally().again.total();
  }

  /**
   * {@return how many answers are left out because own times contradict the order of messages: the
   * answer bears an earlier time than the question, or the next question than the answer; at least
   * 0}
   */
  public long clockSkew() {
    return evidence.tally().skewed;
  }

  /**
   * Returns how many answers are left out because nobody without a name can be followed into other
   * conversations.
   *
   * @return at least 0; 0 where people are followed within the conversation
   */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  /**
   * {@return the share of answers after which the person asked again so far; asked again of
   * answers, undefined where there are none} It grows while time passes: for a share that can be
   * compared use {@link #within}.
   */
  public Proportion askedAgainSoFar() {
    return evidence.tally().again.shareBeside(evidence.tally().notYet);
  }

  /**
   * {@return the chance that a person who was answered asks again within a time, with those not
   * watched so long as censored; in [0, 1]; undefined where nobody was watched that long}
   *
   * @param time the time since the answer, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /** {@return the curve of the chance of not having asked again, by Kaplan and Meier} */
  public SurvivalCurve curve() {
    return SurvivalCurve.of(evidence.tally().again, evidence.tally().notYet);
  }

  @Override
  public String toString() {
    String found =
        answers() == 0
            ? "no data"
            : NumberText.count(askedAgain())
                + '/'
                + NumberText.count(answers())
                + " asked again so far";
    StringBuilder text = new StringBuilder(origin().under("re-contact: " + found));
    if (answers() > 0) {
      text.append("\n").append(where);
      SurvivalCurve curve = curve();
      for (Duration time : TIMES) {
        text.append("\nwithin ")
            .append(DurationText.of(time))
            .append(": ")
            .append(curve.within(time));
      }
      text.append("\nso far ").append(askedAgainSoFar());
    }
    if (anonymous() > 0) {
      text.append("\nexcluded: ").append(NumberText.count(anonymous())).append(" without a name");
    }
    if (clockSkew() > 0) {
      text.append("\nexcluded: ")
          .append(NumberText.count(clockSkew()))
          .append(' ')
          .append(Exclusion.CLOCK_SKEW.text());
    }
    return text.append("\n").append(origin()).toString();
  }
}
