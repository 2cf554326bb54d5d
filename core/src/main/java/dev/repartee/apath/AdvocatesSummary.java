package dev.repartee.apath;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The advocates by name. */
public final class AdvocatesSummary extends Summary.Backed<AdvocatesSummary> {
  private static final int SHOWN = 5;
  private static final int NAME = 60;

  private final Evidence<AdvocateTally> evidence;
  private final Observed observed;

  AdvocatesSummary(Conditions conditions, Evidence<AdvocateTally> evidence) {
    super(evidence, merged -> new AdvocatesSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * An advocate.
   *
   * @param person the name in the directory, else the account
   * @param organization the organization; empty in a forum
   * @param entered when the path began
   * @param since when ADVOCATES was reached
   */
  public record Advocate(String person, String organization, Instant entered, Instant since) {
    @Override
    public String toString() {
      return person + (organization.isEmpty() ? "" : " for " + organization) + " since " + since;
    }
  }

  /** {@return whether the log can show advocates; if not, nothing can be said about them} */
  public boolean isObserved() {
    return observed.has(Stage.ADVOCATES);
  }

  /**
   * {@return the number of advocates, named or not, at least 0}
   *
   * @throws IllegalStateException if ADVOCATES is not observed
   */
  public long count() {
    observed.needs(Stage.ADVOCATES);
    return evidence.tally().count(observed.variant());
  }

  /**
   * Returns the advocates, earliest first, up to the number that the measure names.
   *
   * @return an immutable list
   * @throws IllegalStateException if ADVOCATES is not observed
   */
  public List<Advocate> list() {
    observed.needs(Stage.ADVOCATES);
    return evidence.tally().first(observed.variant()).stream()
        .map(
            item ->
                new Advocate(
                    item.person(),
                    item.organization(),
                    Instant.ofEpochMilli(item.entered()),
                    Instant.ofEpochMilli(item.since())))
        .toList();
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin());
    FactsIf ifObserved = FactsIf.observed(facts, observed.lacking(Stage.ADVOCATES));
    List<Advocate> listed = isObserved() ? list() : List.of();
    ifObserved.count("advocates", this::count);
    facts.inDetail();
    ifObserved.count("advocates_listed", listed::size);
    for (Advocate advocate : listed) {
      String organization = advocate.organization();
      facts
          .about("person", advocate.person())
          .about("organization", organization.isEmpty() ? Dimension.NONE : organization)
          .word("advocate_since", advocate.since().toString())
          .word("on_path_since", advocate.entered().toString())
          .time(
              "time_from_entry",
              Optional.of(Duration.between(advocate.entered(), advocate.since())));
    }
    return facts.build();
  }

  @Override
  public String toString() {
    if (!isObserved()) {
      return "advocates: not observed";
    }
    long count = count();
    if (count == 0) {
      return "advocates: nobody";
    }
    StringBuilder text = new StringBuilder("advocates: ").append(NumberText.count(count));
    list().stream()
        .limit(SHOWN)
        .map(Advocate::toString)
        .map(one -> Brief.cut(one, NAME))
        .forEach(one -> text.append('\n').append(one));
    return count <= SHOWN
        ? text.toString()
        : text.append("\nand ").append(NumberText.count(count - SHOWN)).append(" more").toString();
  }
}
