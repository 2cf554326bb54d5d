package dev.repartee.apath;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many people were at each standing on the A-Path at two instants, as a matrix. */
public final class APathFlowsSummary extends Summary.Backed<APathFlowsSummary> {
  private static final List<Standing> ALL = List.of(Standing.values());

  /** The possible standings at the second instant, when everybody has come. */
  private static final List<Standing> ENDS = ALL.stream().filter(s -> s != Standing.NEW).toList();

  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  APathFlowsSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new APathFlowsSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * {@return the number of people who had entered by the second instant and were watched up to it:
   * the sum of the matrix}
   */
  public long persons() {
    return ALL.stream().mapToLong(this::sumAtEnd).sum();
  }

  /**
   * {@return the number of people who were not watched up to the second instant, at least 0; the
   * matrix does not include them}
   */
  public long notWatched() {
    return evidence.tally().total(APathFlows.placeOfNotWatched());
  }

  /**
   * Returns whether the log can show a standing.
   *
   * @param standing the standing
   * @return whether it can; if not, nothing can be said about the standing
   */
  public boolean isObserved(Standing standing) {
    return observed.has(standing);
  }

  /**
   * Returns how many people were at one standing at the first instant and at another at the second.
   *
   * @param from the standing at the first instant; NEW for people who came in between
   * @param to the standing at the second instant
   * @return at least 0
   * @throws IllegalStateException if one of them is not observed
   */
  public long count(Standing from, Standing to) {
    observed.needs(from);
    observed.needs(to);
    return cell(from, to);
  }

  private long cell(Standing from, Standing to) {
    return evidence.tally().total(APathFlows.place(observed.variant(), from, to));
  }

  /**
   * {@return the number of people at a standing at the first instant: the sum of its row}
   *
   * @param standing the standing; NEW for people who came in between
   * @throws IllegalStateException if it is not observed
   */
  public long atStart(Standing standing) {
    observed.needs(standing);
    return ALL.stream().mapToLong(to -> cell(standing, to)).sum();
  }

  /**
   * {@return the number of people at a standing at the second instant: the sum of its column}
   *
   * @param standing the standing
   * @throws IllegalStateException if it is not observed
   */
  public long atEnd(Standing standing) {
    observed.needs(standing);
    return sumAtEnd(standing);
  }

  private long sumAtEnd(Standing standing) {
    return ALL.stream().mapToLong(from -> cell(from, standing)).sum();
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin()).count("people", persons());
    atStart(facts, Standing.NEW);
    atEnd(facts, Standing.LAPSED);
    facts.inDetail();
    ENDS.forEach(standing -> atStart(facts, standing));
    ENDS.stream().filter(s -> s != Standing.LAPSED).forEach(standing -> atEnd(facts, standing));
    facts.count("excluded_not_watched", notWatched());
    for (Standing from : ALL) {
      for (Standing to : ENDS) {
        FactsIf.observed(facts, observed.lacking(from).or(() -> observed.lacking(to)))
            .count("from_" + FactsIf.name(from) + "_to_" + FactsIf.name(to), () -> count(from, to));
      }
    }
    return facts.build();
  }

  private void atStart(Facts.Builder facts, Standing standing) {
    FactsIf.observed(facts, observed.lacking(standing))
        .count("at_start_" + FactsIf.name(standing), () -> atStart(standing));
  }

  private void atEnd(Facts.Builder facts, Standing standing) {
    FactsIf.observed(facts, observed.lacking(standing))
        .count("at_end_" + FactsIf.name(standing), () -> atEnd(standing));
  }

  /**
   * {@return the matrix as a readable table: a row for each standing at the first instant, a column
   * for each at the second, with sums} Standings that are not observed are left out.
   */
  @Override
  public String table() {
    List<Standing> seen = ALL.stream().filter(this::isObserved).toList();
    List<Standing> ends = ENDS.stream().filter(this::isObserved).toList();
    List<String> headings = new ArrayList<>(List.of("from"));
    ends.forEach(to -> headings.add(to.name()));
    headings.add("sum");
    TextTable table = TextTable.of(headings.toArray(String[]::new));
    for (Standing from : seen) {
      List<Object> cells = new ArrayList<>(List.of(from));
      ends.forEach(to -> cells.add(cell(from, to)));
      cells.add(atStart(from));
      table.row(cells.toArray());
    }
    List<Object> sums = new ArrayList<>(List.of("sum"));
    ends.forEach(to -> sums.add(atEnd(to)));
    sums.add(persons());
    table.row(sums.toArray());
    return table + notes() + "\n" + origin();
  }

  private String notes() {
    String hidden =
        Arrays.stream(Stage.values())
            .filter(s -> !observed.has(s))
            .map(Stage::name)
            .reduce((a, b) -> a + ", " + b)
            .map(s -> "\nnot observed: " + s)
            .orElse("");
    return hidden
        + (notWatched() == 0
            ? ""
            : "\nnot watched to the end: " + NumberText.count(notWatched()) + ", in no cell");
  }

  @Override
  public String toString() {
    long persons = persons();
    StringBuilder text = new StringBuilder("a-path flows: ");
    text.append(Brief.count(persons, "person", "people"));
    TextTable table = TextTable.of("stands at", "first", "second");
    for (Standing standing : ALL) {
      if (isObserved(standing)) {
        table.row(standing, atStart(standing), atEnd(standing));
      } else {
        table.row(standing, "", "not observed");
      }
    }
    return text.append('\n').append(table).append(notes()).toString();
  }
}
