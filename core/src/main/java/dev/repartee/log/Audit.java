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
 * and what is remarkable about rows that were kept. {@code accepted + rejected = offered}.
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

    /** Whether another example is still wanted. */
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

  /** {@return the number of rows offered, at least 0} */
  public long offered() {
    return offered;
  }

  /** {@return the number of rows in the log: offered minus rejected} */
  public long accepted() {
    return offered - rejected();
  }

  /** {@return the number of rows set aside: the sum over the reasons that reject a row} */
  public long rejected() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isRejection())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * {@return the number of rows for a reason, at least 0}
   *
   * @param reason why a row was set aside, or what is remarkable about it
   */
  public long count(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /** {@return the counts that are not 0, by reason, in the order of the reasons} */
  public Map<Reason, Long> counts() {
    return counts;
  }

  /**
   * {@return examples of a reason: at most five ids of rows, very long ones cut; a row without an
   * id is shown by its number from 1, such as {@code row 17}}
   *
   * @param reason the reason
   */
  public List<String> examples(Reason reason) {
    return examples.getOrDefault(reason, List.of());
  }

  /** {@return the whole account as a table of text} */
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
    /** A row that could not be read at all, as reported by a reader of files. */
    UNREADABLE(true, "a row can be read"),
    /** A message without an id, or with a blank one. */
    MISSING_ID(true, "a message has an id that is not blank"),
    /** No time, or a blank one. */
    MISSING_TIME(true, "a row has a time"),
    /** A time that could not be read. */
    UNPARSABLE_TIME(true, "a time is ISO 8601 with an offset, as 2009-07-31T09:00:00Z"),
    /** A time outside the years 1 to 9999; often microseconds mistaken for milliseconds. */
    TIME_OUT_OF_RANGE(true, "a time lies in the years 1 to 9999 (are these milliseconds?)"),
    /** A time later than the as-of. */
    AFTER_AS_OF(true, "a time is not later than the as-of"),
    /** A row equal in every attribute to a row that was kept. */
    DUPLICATE_ID(true, "an id occurs once in its scope"),
    /** A row with the same id as one that was kept, but different attributes. */
    CONFLICTING_ID(true, "an id occurs once in its scope"),
    /** A state act or a rating on a message or conversation that is not in the log. */
    UNKNOWN_TARGET(true, "what is resolved, assigned or rated is in the log"),
    /** A rating without a number. */
    MISSING_RATING(true, "a rating has a number"),
    /** A message that its author repeated, folded into another copy on request. */
    DUPLICATE_CONTENT(true, "a message stands once in its conversation"),
    /**
     * Kept: an id or a name that had white space around it or was not in Unicode normalization form
     * C; it is used in normalized form.
     */
    NORMALIZED(false, "ids and names have no white space around them and are in form NFC"),
    /** Kept: a row without an author, which counts as a person of its own. */
    ANONYMOUS(false, "a row names its author"),
    /** Kept: a row that refers to something not in the log. */
    ORPHAN(false, "what a row refers to is in the log"),
    /** Kept: a row whose link closed a circle of replies; the link was cut. */
    CYCLE(false, "no message replies to itself, whether directly or through others"),
    /** Kept: a row earlier than the message it refers to. */
    CLOCK_SKEW(false, "a reply or an act is not earlier than what it is on"),
    /**
     * Kept: a member's message hidden from the audience, among messages that are visible: a note in
     * a ticket, or a message on an internal channel. It answers nobody, ends no turn, opens no
     * conversation and enters no balance. A reply to it counts as a reply to the nearest visible
     * message above it.
     */
    PRIVATE(false, "a message can be seen by those it stands beside"),
    /** Kept: an audience message addressed to no organization of the directory. */
    UNADDRESSED(false, "an audience message speaks to an organization"),
    /** Kept: a row that names an organization missing from the directory. */
    UNKNOWN_ADDRESSEE(false, "the organization a row names is in the directory"),
    /**
     * A member's account that appears in no row; the example is the account. Counted by account,
     * not by row.
     */
    UNSEEN_MEMBER(false, "an account of the directory wrote something"),
    /**
     * An account that is not in the directory but would match one there if case or a leading
     * {@code @} were ignored; the example shows both. Counted by account, not by row.
     */
    NEAR_NAME(false, "an account is written as in the directory"),
    /**
     * Times that look wrong, shown by the example: either every row is before 1995 (seconds
     * mistaken for milliseconds?), or the last row is more than a year after the one before it and
     * sets the assumed as-of. Counted by row.
     */
    SUSPICIOUS_TIME(false, "times are of our days, and the last row is not far from the others");

    private final boolean rejection;
    private final String rule;

    Reason(boolean rejection, String rule) {
      this.rejection = rejection;
      this.rule = rule;
    }

    /** {@return whether such rows are set aside; false if they are only counted} */
    public boolean isRejection() {
      return rejection;
    }

    /** {@return the rule that such a row breaks, as a sentence without its period} */
    public String rule() {
      return rule;
    }
  }
}
