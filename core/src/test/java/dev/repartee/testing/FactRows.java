package dev.repartee.testing;

import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Summary;
import java.util.List;

/** Looks at the facts of summaries. */
public final class FactRows {
  private FactRows() {}

  /** The names of the statistics of the whole, which are the same whatever the data. */
  public static List<String> names(Summary<?> summary) {
    return summary.facts().rows().stream()
        .filter(fact -> fact.key().isEmpty())
        .map(Fact::statistic)
        .toList();
  }

  /** The facts of one key, of the whole for none, as people read them. */
  public static String text(Summary<?> summary, String... key) {
    List<String> lines =
        summary.facts().rows().stream()
            .filter(fact -> List.copyOf(fact.key().values()).equals(List.of(key)))
            .map(fact -> fact.statistic() + ": " + fact.text())
            .toList();
    return String.join("\n", lines);
  }
}
