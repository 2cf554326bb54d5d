package dev.repartee.apath;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.StateChances;
import dev.repartee.text.DurationText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The probability of each standing on the A-Path some time after the entry. */
public final class APathChancesSummary extends Summary.Backed<APathChancesSummary> {
  private static final List<Standing> STANDINGS =
      Arrays.stream(Standing.values()).filter(s -> s != Standing.NEW).toList();

  /** The standings that fit into tables of breakdowns. */
  private static final List<Standing> LEADING = List.of(Standing.AFFINITY, Standing.LAPSED);

  private static final Duration QUARTER = Duration.ofDays(90);
  private static final List<Duration> TIMES =
      List.of(Duration.ofDays(30), QUARTER, Duration.ofDays(365));

  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  APathChancesSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new APathChancesSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /** {@return the number of people who have entered the path, at least 0} */
  public long persons() {
    return chances().count();
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
   * Returns the probability of a standing some time after the entry.
   *
   * @param standing the standing
   * @param time the time since the entry, 0 or more
   * @return the probability; undefined without data, and if nobody was watched that long
   * @throws IllegalStateException if it is not observed
   * @throws IllegalArgumentException if the time is negative
   */
  public Estimate at(Standing standing, Duration time) {
    observed.needs(standing);
    return chances().at(standing.ordinal(), time);
  }

  private StateChances chances() {
    StateChances.Builder builder = StateChances.builder(Standing.values().length);
    for (Standing from : Standing.values()) {
      for (Standing to : Standing.values()) {
        LatencyGroups times =
            evidence.tally().times(APathChances.place(observed.variant(), from, to));
        if (times.total() > 0 && from == to) {
          builder.watchedUntil(from.ordinal(), times);
        } else if (times.total() > 0) {
          builder.moved(from.ordinal(), to.ordinal(), times);
        }
      }
    }
    return builder.build();
  }

  @Override
  public Facts facts() {
    StateChances chances = chances();
    List<Estimate> leading = chances.at(QUARTER);
    Facts.Builder facts = Facts.of(origin()).count("people", chances.count());
    LEADING.forEach(standing -> chance(facts, standing, QUARTER, leading));
    facts.inDetail();
    for (Duration time : TIMES) {
      boolean isLeading = time.equals(QUARTER);
      List<Estimate> all = isLeading ? leading : chances.at(time);
      for (Standing standing : STANDINGS) {
        if (!(isLeading && LEADING.contains(standing))) {
          chance(facts, standing, time, all);
        }
      }
    }
    return facts.build();
  }

  private void chance(
      Facts.Builder facts, Standing standing, Duration time, List<Estimate> chances) {
    FactsIf.observed(facts, observed.lacking(standing))
        .chance(
            "standing_" + FactsIf.name(standing) + "_after_" + time.toDays() + "d",
            () -> chances.get(standing.ordinal()));
  }

  private TextTable rows() {
    List<String> headings = new ArrayList<>(List.of("stands at"));
    List<List<Estimate>> columns = new ArrayList<>();
    StateChances chances = chances();
    for (Duration time : TIMES) {
      headings.add("after " + DurationText.of(time));
      columns.add(chances.at(time));
    }
    TextTable table = TextTable.of(headings.toArray(String[]::new));
    for (Standing standing : STANDINGS) {
      List<Object> cells = new ArrayList<>(List.of(standing));
      columns.forEach(
          column ->
              cells.add(isObserved(standing) ? column.get(standing.ordinal()) : "not observed"));
      table.row(cells.toArray());
    }
    return table;
  }

  @Override
  public String toString() {
    long persons = persons();
    if (persons == 0) {
      return "a-path chances: no data";
    }
    return "a-path chances: " + Brief.count(persons, "person", "people") + "\n" + rows();
  }
}
