package dev.repartee.response;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;

/**
 * How many people ask again on the topic after an answer, or after a resolution ({@link
 * ReContact#afterResolution}), and how soon.
 *
 * <p>After resolutions, if the log contains no states, the numbers are unknown rather than 0:
 * {@link #isObserved} is false, and every method about resolutions throws an {@code
 * IllegalStateException}.
 */
public final class ReContactSummary extends Summary.Backed<ReContactSummary> {
  private static final List<Duration> TIMES =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private static final String NOT_OBSERVED = "resolutions (none in the log) are not observed";

  private final boolean isOfResolved;
  private final String where;
  private final boolean isObserved;
  private final Evidence<ReContactTally> evidence;

  ReContactSummary(boolean isOfResolved, String where, Evidence<ReContactTally> evidence) {
    super(evidence, merged -> new ReContactSummary(isOfResolved, where, merged));
    this.isOfResolved = isOfResolved;
    this.where = where;
    this.isObserved = !isOfResolved || (evidence.seenKinds().on("") & SeenKinds.STATES) != 0;
    this.evidence = evidence;
  }

  /**
   * {@return whether the log, up to its as-of, contains states of conversations; if not, nothing
   * can be said; always true after answers}
   */
  public boolean isObserved() {
    return isObserved;
  }

  private ReContactTally observed() {
    if (!isObserved) {
      throw new IllegalStateException(
          NOT_OBSERVED + "; add Act.of(ActKind.RESOLVE, …), or ask isObserved() first");
    }
    return evidence.tally();
  }

  /**
   * {@return the number of answers, or of resolutions if these are counted, after which a person
   * was watched, whether or not the person asked again; excluded ones are not included}
   */
  public long answers() {
    return Math.addExact(askedAgain(), observed().notYet.total());
  }

  /**
   * {@return the number of them after which the person has asked again so far, at most {@link
   * #answers}}
   */
  public long askedAgain() {
    return observed().again.total();
  }

  /**
   * {@return the number of answers, or resolutions, left out because times contradict the order:
   * the answer has an earlier time than the question, or the next question than the answer; at
   * least 0}
   */
  public long clockSkew() {
    return evidence.tally().skewed;
  }

  /**
   * Returns the number of answers, or resolutions, left out because a person without a name cannot
   * be followed into other conversations.
   *
   * @return at least 0; 0 if people are followed only within the conversation
   */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  /**
   * {@return the share of {@link #answers} after which the person has asked again so far; undefined
   * if there are none} It grows as time passes; for a comparable share use {@link #within}.
   */
  public Proportion askedAgainSoFar() {
    return observed().again.shareBeside(evidence.tally().notYet);
  }

  /**
   * {@return the probability that a person asks again within a time after an answer or a
   * resolution, with those not watched that long as censored; in [0, 1]; undefined if nobody was
   * watched that long}
   *
   * @param time the time since the answer or the resolution, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /** {@return the Kaplan–Meier curve of the probability of not having asked again} */
  public SurvivalCurve curve() {
    return SurvivalCurve.of(observed().again, evidence.tally().notYet);
  }

  private String headline() {
    String name = isOfResolved ? "re-contact after resolution: " : "re-contact: ";
    if (!isObserved) {
      return name + "not observed";
    }
    if (answers() == 0) {
      return name + "no data";
    }
    String counts = NumberText.count(askedAgain()) + '/' + NumberText.count(answers());
    return Brief.headline(
        name + counts + " asked again so far", name + counts, name + "asked again");
  }

  @Override
  public Facts facts() {
    ReContactTally tally = evidence.tally();
    SurvivalCurve curve = SurvivalCurve.of(tally.again, tally.notYet);
    Facts.Builder facts = Facts.of(origin());
    Facts.Builder told = isObserved ? facts : facts.notObserved(NOT_OBSERVED);
    told.count(isOfResolved ? "resolutions" : "answers", tally.all())
        .share("asked_again_so_far", tally.again.shareBeside(tally.notYet))
        .share("asked_again_within_7d", curve.within(Duration.ofDays(7)))
        .inDetail()
        .share("asked_again_within_1d", curve.within(Duration.ofDays(1)))
        .share("asked_again_within_30d", curve.within(Duration.ofDays(30)))
        .count("asked_again", tally.again.total());
    facts
        .inDetail()
        .count("excluded_anonymous", anonymous())
        .count("excluded_clock_skew", clockSkew());
    return facts.build();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(origin().under(headline()));
    if (isObserved && answers() > 0) {
      text.append(isOfResolved ? "\nafter a resolution, " : "\n").append(where);
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
