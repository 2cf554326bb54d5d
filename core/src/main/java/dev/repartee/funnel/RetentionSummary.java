package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;
import java.util.stream.IntStream;

/** How many people were active again, by period after their first contact. */
public final class RetentionSummary extends Summary.Backed<RetentionSummary> {
  private static final int SHOWN = 12;

  /** The number of periods in tables of breakdowns. */
  private static final int LEADING = 3;

  private final String period;
  private final int periods;
  private final Evidence<RetentionTally> evidence;

  RetentionSummary(String period, int periods, Evidence<RetentionTally> evidence) {
    super(evidence, merged -> new RetentionSummary(period, periods, merged));
    this.period = period;
    this.periods = periods;
    this.evidence = evidence;
  }

  /** {@return the number of people, at least 0} */
  public long people() {
    return evidence.tally().people();
  }

  /**
   * Returns the share of people active in a period, among those whom the log covers to its end.
   *
   * @param number from 1 to the number of periods
   * @return the share, with an interval by persons; undefined if nobody was watched that long
   * @throws IllegalArgumentException if there is no such period
   */
  public Proportion period(int number) {
    checkArgument(number >= 1 && number <= periods, "number (%s) must be 1 to %s", number, periods);
    return evidence.tally().share(number);
  }

  /** {@return the shares of all periods, from period 1 on} */
  public List<Proportion> periods() {
    return IntStream.rangeClosed(1, periods).mapToObj(this::period).toList();
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin()).count("people", people());
    for (int number = 1; number <= periods; number++) {
      facts.share("active_in_period_" + number, period(number));
      if (number == LEADING) {
        facts.inDetail();
      }
    }
    return facts.build();
  }

  private String table(int shown) {
    TextTable table = TextTable.of("period", "watched", "active again");
    for (int number = 1; number <= shown; number++) {
      Proportion share = period(number);
      table.row(number, NumberText.count(share.trials()), share);
    }
    return table.toString();
  }

  @Override
  public String toString() {
    if (people() == 0) {
      return "retention: no data";
    }
    return "retention: "
        + Brief.count(people(), "person", "people")
        + ", period "
        + period
        + "\n"
        + table(Math.min(periods, SHOWN))
        + (periods > SHOWN ? "\n" + (periods - SHOWN) + " more: table() shows all" : "");
  }
}
