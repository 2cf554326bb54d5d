package dev.repartee.apath;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.Arrays;
import java.util.List;

/** How many people are at each standing of the A-Path, and how many are lost. */
public final class APathStateSummary extends Summary.Backed<APathStateSummary> {
  private static final List<Standing> STANDINGS =
      Arrays.stream(Standing.values()).filter(s -> s != Standing.NEW).toList();

  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  APathStateSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new APathStateSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * {@return the number of people who have entered the path, lost or not: the sum over all
   * standings}
   */
  public long persons() {
    return evidence.tally().total(places(STANDINGS));
  }

  /**
   * Returns whether the log can show a standing.
   *
   * @param standing the standing; UNFOLLOWED and UNSUBSCRIBED are observed if AUDIENCE is
   * @return whether it can; if not, nothing can be said about the standing
   */
  public boolean isObserved(Standing standing) {
    return observed.has(standing);
  }

  /**
   * {@return the number of people at a standing, at least 0; always 0 for NEW}
   *
   * @param standing the standing
   * @throws IllegalStateException if it is not observed
   */
  public long count(Standing standing) {
    observed.needs(standing);
    return evidence.tally().total(places(List.of(standing)));
  }

  /**
   * Returns the share of people at a standing.
   *
   * @param standing the standing
   * @return the share of all {@link #persons}; undefined if there are none
   * @throws IllegalStateException if it is not observed
   */
  public Proportion share(Standing standing) {
    observed.needs(standing);
    return share(List.of(standing));
  }

  /**
   * {@return the share of {@link #persons} who are lost: unfollowed, unsubscribed or lapsed;
   * undefined if there are none}
   */
  public Proportion lost() {
    return share(STANDINGS.stream().filter(Standing::isLost).toList());
  }

  private Proportion share(List<Standing> standings) {
    return evidence.tally().share(places(standings), places(STANDINGS));
  }

  private int[] places(List<Standing> standings) {
    int variant = observed.variant();
    return standings.stream().mapToInt(s -> APathState.place(variant, s)).toArray();
  }

  @Override
  public Facts facts() {
    Facts.Builder facts =
        Facts.of(origin()).count("people", persons()).share("lost", lost()).inDetail();
    for (Standing standing : STANDINGS) {
      FactsIf.observed(facts, observed.lacking(standing))
          .share("standing_" + FactsIf.name(standing), () -> share(standing));
    }
    return facts.build();
  }

  private TextTable rows() {
    TextTable table = TextTable.of("stands at", "people", "share");
    for (Standing standing : STANDINGS) {
      if (isObserved(standing)) {
        table.row(standing, NumberText.count(count(standing)), share(standing));
      } else {
        table.row(standing, "", "not observed");
      }
    }
    return table;
  }

  @Override
  public String toString() {
    long persons = persons();
    if (persons == 0) {
      return "a-path state: no data";
    }
    String people = "a-path state: " + Brief.count(persons, "person", "people");
    String lost = ", " + NumberText.count(lost().successes()) + " lost";
    String advocates =
        isObserved(Standing.ADVOCATES)
            ? ", " + NumberText.count(count(Standing.ADVOCATES)) + " advocates"
            : "";
    String all = people + advocates + lost;
    return (all.length() <= Brief.HEADLINE ? all : people + lost) + "\n" + rows();
  }
}
