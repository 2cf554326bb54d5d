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

/** Who stood where on the A-Path at two instants, as a matrix. */
public final class APathFlowsSummary extends Summary.Backed<APathFlowsSummary> {
  private static final List<Standing> ALL = List.of(Standing.values());

  /** Where people can stand at the second instant: all of them have come by then. */
  private static final List<Standing> ENDS = ALL.stream().filter(s -> s != Standing.NEW).toList();

  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  APathFlowsSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new APathFlowsSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * {@return how many people had entered by the second instant and were watched up to it: the sum
   * of the matrix}
   */
  public long persons() {
    return ALL.stream().mapToLong(this::sumAtEnd).sum();
  }

  /**
   * {@return how many people were not watched up to the second instant, at least 0; none of them is
   * in the matrix}
   */
  public long notWatched() {
    return evidence.tally().total(APathFlows.placeOfNotWatched());
  }

  /**
   * Returns whether the log can show that somebody stands there.
   *
   * @param standing where
   * @return false if nothing can be said about it
   */
  public boolean isObserved(Standing standing) {
    return observed.has(standing);
  }

  /**
   * Returns how many people stood somewhere at the first instant and somewhere at the second.
   *
   * @param from where at the first; NEW for those who came in between
   * @param to where at the second
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
   * {@return how many people stood somewhere at the first instant: the sum of its row}
   *
   * @param standing where; NEW for those who came in between
   * @throws IllegalStateException if it is not observed
   */
  public long atStart(Standing standing) {
    observed.needs(standing);
    return ALL.stream().mapToLong(to -> cell(standing, to)).sum();
  }

  /**
   * {@return how many people stood somewhere at the second instant: the sum of its column}
   *
   * @param standing where
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
   * {@return the matrix for people: a row for where they stood at the first instant, a column for
   * where at the second, with sums; lines of text} What is not observed is left out.
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
