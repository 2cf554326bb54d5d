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

    /** Counts several rows under one example. */
    void count(Reason reason, long rows, String shown) {
      counts.merge(reason, rows, Long::sum);
      example(reason, shown);
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

  /** {@return how many rows were offered, at least 0} */
  public long offered() {
    return offered;
  }

  /** {@return how many rows are in the log; offered less rejected} */
  public long accepted() {
    return offered - rejected();
  }

  /** {@return how many rows were set aside: the sum over the reasons that set aside} */
  public long rejected() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isRejection())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * {@return how many rows there are for a reason, at least 0}
   *
   * @param reason why a row was set aside, or what is remarkable about it
   */
  public long count(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /** {@return the counts by reason: those that are not 0, in the order of the reasons} */
  public Map<Reason, Long> counts() {
    return counts;
  }

  /**
   * {@return a few rows as examples of a reason, at most five ids, a very long one cut; {@code row
   * 17} for rows without one, counted from 1}
   *
   * @param reason the reason
   */
  public List<String> examples(Reason reason) {
    return examples.getOrDefault(reason, List.of());
  }

  /** {@return the whole account as a table: lines of text} */
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

  /** Why a row was set aside, or what is remarkable about one that was kept. */
  public enum Reason {
    /** What should be a row and could not be read as one, as a reader of files says. */
    UNREADABLE(true, "a row can be read"),
    /** A message without an id, or with a blank one. */
    MISSING_ID(true, "a message has an id that is not blank"),
    /** No time, or a blank one. */
    MISSING_TIME(true, "a row has a time"),
    /** A time that could not be read. */
    UNPARSABLE_TIME(true, "a time is ISO 8601 with an offset, as 2009-07-31T09:00:00Z"),
    /** A time outside the years 1 to 9999; often microseconds taken for milliseconds. */
    TIME_OUT_OF_RANGE(true, "a time lies in the years 1 to 9999 (are these milliseconds?)"),
    /** A time later than the as-of. */
    AFTER_AS_OF(true, "a time is not later than the as-of"),
    /** A row equal in every attribute to one that was kept. */
    DUPLICATE_ID(true, "an id occurs once in its scope"),
    /** A row with the id of one that was kept, but other attributes. */
    CONFLICTING_ID(true, "an id occurs once in its scope"),
    /**
     * What becomes of a conversation, or a rating, told of a message or a conversation that is not
     * in the log.
     */
    UNKNOWN_TARGET(true, "what is resolved, assigned or rated is in the log"),
    /** A rating without its number. */
    MISSING_RATING(true, "a rating has a number"),
    /** A repeat of a message by its author, folded into another copy on request. */
    DUPLICATE_CONTENT(true, "a message stands once in its conversation"),
    /**
     * Kept: an id or a name had white space around it or was not in Unicode normalization form C,
     * and is taken without.
     */
    NORMALIZED(false, "ids and names have no white space around them and are in form NFC"),
    /** Kept: no author; a person of its own, never the same as another. */
    ANONYMOUS(false, "a row names its author"),
    /** Kept: what it refers to is not in the log. */
    ORPHAN(false, "what a row refers to is in the log"),
    /** Kept: its link closed a circle of replies and was cut. */
    CYCLE(false, "no message replies to itself, whether directly or through others"),
    /** Kept: earlier than the message it refers to. */
    CLOCK_SKEW(false, "a reply or an act is not earlier than what it is on"),
    /**
     * Kept: a member's message that the audience cannot see, beside messages that it can: a note in
     * a ticket, or what is said on an internal channel. It answers nobody, ends no turn, opens no
     * conversation and is in no balance; a reply to it counts as one to what the note stands below.
     */
    PRIVATE(false, "a message can be seen by those it stands beside"),
    /** Kept: an audience message that speaks to no organization of the directory. */
    UNADDRESSED(false, "an audience message speaks to an organization"),
    /** Kept: names an organization that the directory does not have. */
    UNKNOWN_ADDRESSEE(false, "the organization a row names is in the directory"),
    /**
     * An account of a member that no row bears; the example is the account. Counted by account, not
     * by row.
     */
    UNSEEN_MEMBER(false, "an account of the directory wrote something"),
    /**
     * An account that is not in the directory, but would be without regard to capitals or a leading
     * {@code @}; the example shows both. Counted by account, not by row.
     */
    NEAR_NAME(false, "an account is written as in the directory"),
    /**
     * Times that look wrong, shown by the example: all before 1995 (seconds taken for
     * milliseconds?), or a last row more than a year after the one before it, where it decides up
     * to when the log is complete. Counted by row.
     */
    SUSPICIOUS_TIME(false, "times are of our days, and the last row is not far from the others");

    private final boolean rejection;
    private final String rule;

    Reason(boolean rejection, String rule) {
      this.rejection = rejection;
      this.rule = rule;
    }

    /** {@return whether such rows are set aside; false if they are kept and only counted} */
    public boolean isRejection() {
      return rejection;
    }

    /** {@return the rule that such a row does not keep: a sentence without its full stop} */
    public String rule() {
      return rule;
    }
  }
}
