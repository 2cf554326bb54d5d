package dev.repartee.apath;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;

/** How much of the audience is hollow. */
public final class HollowAudienceSummary extends Summary.Backed<HollowAudienceSummary> {
  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  HollowAudienceSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new HollowAudienceSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * {@return whether the log can show who opts in and who keeps coming back: false if AUDIENCE or
   * AFFINITY is not observed}
   */
  public boolean isObserved() {
    return observed.has(Stage.AUDIENCE) && observed.has(Stage.AFFINITY);
  }

  /**
   * {@return the number of people who are opted in, at least 0}
   *
   * @throws IllegalStateException if it is not observed
   */
  public long optedIn() {
    return share().trials();
  }

  /**
   * Returns the share of people opted in who never reached AFFINITY.
   *
   * @return the share; undefined if nobody is opted in
   * @throws IllegalStateException if it is not observed
   */
  public Proportion share() {
    observed.needs(Stage.AUDIENCE);
    observed.needs(Stage.AFFINITY);
    return evidence.tally().share(new int[] {1 + observed.variant()}, 0);
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin());
    FactsIf.observed(facts, observed.lacking(Stage.AUDIENCE, Stage.AFFINITY))
        .count("opted_in", this::optedIn)
        .share("hollow", this::share);
    return facts.build();
  }

  @Override
  public String toString() {
    if (!isObserved()) {
      return "hollow audience: not observed";
    }
    Proportion share = share();
    return share.isEmpty()
        ? "hollow audience: nobody is opted in"
        : "hollow audience: "
            + NumberText.count(share.successes())
            + "/"
            + NumberText.count(share.trials())
            + " opted in\nopted in, but never at AFFINITY: "
            + share
            + "\n"
            + origin();
  }
}
