package dev.repartee.log;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An account of every row that was offered to a log: what was accepted, what was set aside and why,
 * and what is remarkable about rows that were kept. {@code accepted + sum of rejected = offered}.
 */
public final class Audit {
  private static final int EXAMPLES = 5;

  private final long offered;
  private final ImmutableMap<Reason, Long> counts;
  private final ImmutableMap<Reason, List<String>> examples;

  private Audit(long offered, Map<Reason, Long> counts, Map<Reason, List<String>> examples) {
    this.offered = offered;
    this.counts = Maps.immutableEnumMap(counts);
    this.examples = Maps.immutableEnumMap(examples);
  }

  /** Counts while a log is built. */
  static final class Tally {
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final Map<Reason, List<String>> examples = new EnumMap<>(Reason.class);
    private long offered;

    void offer(long rows) {
      offered += rows;
    }

    long offered() {
      return offered;
    }

    /** Whether the id of a further row is wanted as an example. */
    boolean wantsExample(Reason reason) {
      List<String> known = examples.get(reason);
      return known == null || known.size() < EXAMPLES;
    }

    void count(Reason reason) {
      counts.merge(reason, 1L, Long::sum);
    }

    void example(Reason reason, String id) {
      examples.computeIfAbsent(reason, r -> new ArrayList<>()).add(id);
    }

    long rejected() {
      return counts.entrySet().stream()
          .filter(e -> e.getKey().isRejection())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    Tally copy() {
      Tally copy = new Tally();
      copy.offered = offered;
      copy.counts.putAll(counts);
      examples.forEach((reason, ids) -> copy.examples.put(reason, new ArrayList<>(ids)));
      return copy;
    }

    Audit audit() {
      Map<Reason, List<String>> fixed = new EnumMap<>(Reason.class);
      examples.forEach((reason, ids) -> fixed.put(reason, ImmutableList.sortedCopyOf(ids)));
      return new Audit(offered, counts, fixed);
    }
  }

  /**
   * Returns how many rows were offered.
   *
   * @return at least 0
   */
  public long offered() {
    return offered;
  }

  /**
   * Returns how many rows are in the log.
   *
   * @return offered less rejected
   */
  public long accepted() {
    return offered - rejected();
  }

  /**
   * Returns how many rows were set aside.
   *
   * @return the sum over the reasons that set aside
   */
  public long rejected() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isRejection())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Returns how many rows there are for a reason.
   *
   * @param reason why a row was set aside, or what is remarkable about it
   * @return at least 0
   */
  public long count(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /**
   * Returns the counts by reason.
   *
   * @return those that are not 0, in the order of the reasons
   */
  public Map<Reason, Long> counts() {
    return counts;
  }

  /**
   * Returns a few rows as examples of a reason.
   *
   * @param reason the reason
   * @return at most five ids, a very long one cut; {@code row 17} for rows without one, counted
   *     from 1
   */
  public List<String> examples(Reason reason) {
    return examples.getOrDefault(reason, List.of());
  }

  /**
   * Returns the whole account as a table.
   *
   * @return lines of text
   */
  public String table() {
    TextTable table = TextTable.of("rows", "count", "examples");
    table.row("offered", offered, "");
    table.row("accepted", accepted(), "");
    counts.forEach(
        (reason, count) ->
            table.row(
                (reason.isRejection() ? "set aside: " : "kept: ") + reason,
                count,
                String.join(", ", examples(reason))));
    return table.toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("audit: ")
        .append(offered)
        .append(" rows, ")
        .append(rejected())
        .append(" set aside");
    counts.forEach((reason, count) -> text.append('\n').append(reason).append(' ').append(count));
    return text.toString();
  }
}
