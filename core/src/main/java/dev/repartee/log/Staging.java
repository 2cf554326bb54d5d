package dev.repartee.log;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.internal.text.Brief;
import dev.repartee.model.ActKind;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows as they were offered, in columns, before anything is joined. A row that names something
 * costs memory for it; one that does not, costs none.
 */
final class Staging {
  private static final int LONGEST_SHOWN = 100;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  /** Scatters ids and names over hash tables. */
  final HashKey hashKey;

  final KeyColumn id = new KeyColumn();
  final KeyColumn parent = new KeyColumn();
  final KeyColumn conversation = new KeyColumn();
  final KeyColumn author = new KeyColumn();
  final KeyColumn fingerprint = new KeyColumn();
  final KeyColumn naming = new KeyColumn();

  /** The position among rows of the same time, if the data gives one. */
  final KeyColumn sequence = new KeyColumn();

  final LongColumn at = new LongColumn();
  final IntColumn bits = new IntColumn();

  /** Codes of names plus 1; 0 means none. */
  final IntColumn channel = new IntColumn();

  final IntColumn topic = new IntColumn();
  final IntColumn label = new IntColumn();
  final IntColumn addressee = new IntColumn();
  final Names channels = new Names();
  final Names topics = new Names();
  final Names labels = new Names();
  final Names addressees = new Names();

  final StagedAttributes attributes = new StagedAttributes();

  /** The rows that are acts; a bit each, because it is asked out of order very often. */
  private final BitSet acts = new BitSet();

  /** The rows in which something was not written as it is compared. */
  final BitSet normalized = new BitSet();

  /** The rows that change the state of conversations or rate them; null if there are none. */
  private @Nullable StagedStates states;

  private boolean hasPrivate;
  private int size;

  Staging(HashKey hashKey) {
    this.hashKey = hashKey;
  }

  int size() {
    return size;
  }

  /** Whether anything is set in the row after the last. */
  boolean isBegun() {
    return id.isPresent(size)
        || parent.isPresent(size)
        || conversation.isPresent(size)
        || author.isPresent(size)
        || fingerprint.isPresent(size)
        || naming.isPresent(size)
        || sequence.isPresent(size)
        || channel.get(size) != 0
        || topic.get(size) != 0
        || label.get(size) != 0
        || addressee.get(size) != 0
        || attributes.isBegun();
  }

  /** Makes the current row a state act, which is neither a message nor a row of the log. */
  void addState(ActKind kind, @Nullable String assignee, @Nullable Integer rating) {
    StagedStates known = states == null ? new StagedStates() : states;
    known.add(size, kind, assignee, rating);
    states = known;
    acts.set(size);
  }

  @Nullable StagedStates states() {
    return states;
  }

  /** Ends a row, with these bits, and whether its names had to be normalized. */
  void endRow(int told, boolean isNormalized) {
    requireFit(size + 1L);
    if (!RowBits.isMessage(told)) {
      acts.set(size);
    }
    hasPrivate |= (told & RowBits.PRIVATE) != 0;
    if (isNormalized) {
      normalized.set(size);
    }
    attributes.endRow();
    size++;
  }

  /** Throws if there are too many rows. */
  static void requireFit(long rows) {
    if (rows > MOST_ROWS) {
      throw new IllegalStateException(
          "rows ("
              + rows
              + ") must fit an int; split the rows by conversation and merge summaries");
    }
  }

  /** Ends as many rows as another staging has, of which the columns are set. */
  void endRows(Staging other) {
    other.acts.stream().forEach(row -> acts.set(size + row));
    if (other.states != null) {
      StagedStates known = states == null ? new StagedStates() : states;
      known.addAll(other.states, size);
      states = known;
    }
    hasPrivate |= other.hasPrivate;
    other.normalized.stream().forEach(row -> normalized.set(size + row));
    size += other.size;
  }

  /** Whether any row is one that the audience cannot see, as the data says. */
  boolean hasPrivate() {
    return hasPrivate;
  }

  boolean isMessage(int row) {
    return !acts.get(row);
  }

  /**
   * The canonical order: by time, then by every other attribute but the place in the source. Rows
   * that compare as 0 are equal in all attributes, so that no result depends on the order of
   * arrival.
   */
  int compare(int a, int b) {
    int order = Long.compare(at.get(a), at.get(b));
    order = order != 0 ? order : Integer.compare(bits.get(a), bits.get(b));
    order = order != 0 ? order : id.compare(a, b);
    order = order != 0 ? order : author.compare(a, b);
    order = order != 0 ? order : parent.compare(a, b);
    order = order != 0 ? order : conversation.compare(a, b);
    order = order != 0 ? order : compare(channel, channels, a, b);
    order = order != 0 ? order : compare(topic, topics, a, b);
    order = order != 0 ? order : compare(label, labels, a, b);
    order = order != 0 ? order : compare(addressee, addressees, a, b);
    order = order != 0 ? order : fingerprint.compare(a, b);
    order = order != 0 ? order : naming.compare(a, b);
    order = order != 0 ? order : attributes.compare(a, b);
    return order != 0 || states == null ? order : states.compare(a, b);
  }

  static int compare(IntColumn codes, Names names, int a, int b) {
    int codeA = codes.get(a);
    int codeB = codes.get(b);
    if (codeA == codeB) {
      return 0;
    }
    return codeA == 0 || codeB == 0
        ? Integer.compare(codeA, codeB)
        : names.name(codeA - 1).compareTo(names.name(codeB - 1));
  }

  /** The canonical order, and of rows equal in all attributes the one that comes first. */
  int compareCopies(int a, int b) {
    int order = compare(a, b);
    return order != 0 ? order : compareSequences(a, b);
  }

  /**
   * Messages in an order of their own where times are equal: by the place that the data gives, by
   * id, then by everything.
   */
  int compareIds(int a, int b) {
    int order = compareSequences(a, b);
    order = order != 0 ? order : id.compareNaturally(a, b);
    return order != 0 ? order : compare(a, b);
  }

  /** By the place that the data gives; rows without one come after. */
  private int compareSequences(int a, int b) {
    if (!sequence.hasAny()) {
      return 0;
    }
    int order = Byte.compare(sequence.kind(b), sequence.kind(a));
    return order != 0 ? order : Long.compare(sequence.word(a), sequence.word(b));
  }

  /** What an audit calls a row; a very long id is cut. */
  String describe(int row) {
    return id.isPresent(row) ? brief(id.text(row)) : "row " + (row + 1);
  }

  /** A text that fits a message. */
  static String brief(String text) {
    return Brief.cut(text, LONGEST_SHOWN);
  }

  /** Names set aside rows for an audit. */
  void count(Audit.Tally audit, Audit.Reason reason, BitSet rows) {
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      count(audit, reason, row);
    }
  }

  void count(Audit.Tally audit, Audit.Reason reason, int row) {
    audit.count(reason);
    if (audit.wantsExample(reason)) {
      audit.example(reason, describe(row));
    }
  }

  static boolean isPresent(@Nullable CharSequence text) {
    return text != null && !Keys.isBlank(text);
  }
}
