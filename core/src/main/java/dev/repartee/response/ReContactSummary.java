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
 * How soon people ask again on the topic who were answered, or whose question was resolved ({@link
 * ReContact#afterResolution}), and how many do.
 *
 * <p>After resolutions, where the log tells no states nothing is known rather than 0: {@link
 * #isObserved} is false, and every method that asks for resolutions throws an {@code
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
   * {@return whether the log, up to its as-of, tells what becomes of conversations; false if
   * nothing can be said; always true after answers}
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
   * {@return how many answers there are, or resolutions where these are counted, after which a
   * person was watched: those asked again after and those not yet; the excluded are not among them}
   */
  public long answers() {
    return Math.addExact(askedAgain(), observed().notYet.total());
  }

  /** {@return after how many of them the person asked again so far, at most {@link #answers}} */
  public long askedAgain() {
    return observed().again.total();
  }

  /**
   * {@return how many answers, or resolutions, are left out because own times contradict the order:
   * the answer bears an earlier time than the question, or the next question than the answer; at
   * least 0}
   */
  public long clockSkew() {
    return evidence.tally().skewed;
  }

  /**
   * Returns how many answers, or resolutions, are left out because nobody without a name can be
   * followed into other conversations.
   *
   * @return at least 0; 0 where people are followed within the conversation
   */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  /**
   * {@return the share of {@link #answers} after which the person asked again so far; undefined
   * where there are none} It grows while time passes: for a share that can be compared use {@link
   * #within}.
   */
  public Proportion askedAgainSoFar() {
    return observed().again.shareBeside(evidence.tally().notYet);
  }

  /**
   * {@return the chance that a person who was answered, or whose question was resolved, asks again
   * within a time, with those not watched so long as censored; in [0, 1]; undefined where nobody
   * was watched that long}
   *
   * @param time the time since the answer or the resolution, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /** {@return the curve of the chance of not having asked again, by Kaplan and Meier} */
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
