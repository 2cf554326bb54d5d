package dev.repartee.examples.exports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how the texts of an export were understood, while its rows are written. */
final class RowFacts {
  static final int EXAMPLES = 5;

  /** So many authors are told apart; in a larger crowd nobody looks through the names. */
  private static final int MOST_AUTHORS = 20_000;

  private static final int SAMPLE = 1_000;
  private static final int FIELDS = Field.values().length;

  /** Rows left out for one reason. */
  static final class Left {
    private long count;
    private final Set<String> examples = new LinkedHashSet<>();

    long count() {
      return count;
    }

    List<String> examples() {
      return List.copyOf(examples);
    }
  }

  private final long[] present = new long[FIELDS];
  private final long[] understood = new long[FIELDS];
  private final List<Set<String>> strange = new ArrayList<>();
  private final Map<String, Left> leftOut = new TreeMap<>();
  private final Map<String, long[]> authors = new HashMap<>();
  private final Map<String, long[]> expected = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> sampleIds = new LinkedHashSet<>();
  private final Set<String> sampleParents = new LinkedHashSet<>();
  private final Map<String, Long> unread = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long beforeLast = Long.MIN_VALUE;
  private boolean isCrowd;
  private long messages;
  private long records;
  private long files;
  private long silent;
  private @Nullable String silentExample;
  private long failed;
  private @Nullable String failure;

  RowFacts() {
    for (int i = 0; i < FIELDS; i++) {
      strange.add(new LinkedHashSet<>());
    }
  }

  /** A text in a field that was understood. */
  void understood(Field field) {
    present[field.ordinal()]++;
    understood[field.ordinal()]++;
  }

  /** A text in a field that was not. */
  void strange(Field field, String text) {
    present[field.ordinal()]++;
    Set<String> examples = strange.get(field.ordinal());
    if (examples.size() < EXAMPLES) {
      examples.add(brief(text));
    }
  }

  long present(Field field) {
    return present[field.ordinal()];
  }

  long understoodOf(Field field) {
    return understood[field.ordinal()];
  }

  List<String> strangeOf(Field field) {
    return List.copyOf(strange.get(field.ordinal()));
  }

  /** A row or record that is neither message nor act. */
  void leaveOut(String reason, long count, String example) {
    Left left = leftOut.computeIfAbsent(reason, key -> new Left());
    left.count += count;
    if (left.examples.size() < EXAMPLES) {
      left.examples.add(brief(example));
    }
  }

  Map<String, Left> leftOut() {
    return leftOut;
  }

  long leftOutCount() {
    return leftOut.values().stream().mapToLong(Left::count).sum();
  }

  /** Tells some accounts apart in any crowd. */
  void expect(Set<String> accounts) {
    accounts.forEach(account -> expected.putIfAbsent(account, new long[1]));
  }

  void author(String account) {
    long[] count = expected.get(account);
    if (count == null && !isCrowd) {
      count = authors.get(account);
    }
    if (count == null) {
      isCrowd |= authors.size() >= MOST_AUTHORS;
      if (isCrowd) {
        return;
      }
      count = new long[1];
    }
    if (count[0]++ == 0) {
      authors.put(account, count);
    }
  }

  /** How much each wrote, unless they are too many. */
  Map<String, long[]> authors() {
    return authors;
  }

  boolean isCrowd() {
    return isCrowd;
  }

  void name(String account, String name) {
    if (names.size() < MOST_AUTHORS) {
      names.putIfAbsent(account, name);
    }
  }

  /** What accounts are called, where the export says it. */
  Map<String, String> names() {
    return names;
  }

  void link(RowKey id, RowKey parent) {
    messages++;
    sample(sampleIds, id);
    sample(sampleParents, parent);
  }

  private static void sample(Set<String> sample, RowKey key) {
    if (sample.size() < SAMPLE && !key.isAbsent()) {
      sample.add(key.toString());
    }
  }

  long messages() {
    return messages;
  }

  Set<String> sampleIds() {
    return sampleIds;
  }

  Set<String> sampleParents() {
    return sampleParents;
  }

  /** The time of a row. */
  void time(long millis) {
    from = Math.min(from, millis);
    if (millis >= to) {
      beforeLast = millis > to ? to : beforeLast;
      to = millis;
    } else if (millis > beforeLast) {
      beforeLast = millis;
    }
  }

  Optional<Long> from() {
    return from == Long.MAX_VALUE ? Optional.empty() : Optional.of(from);
  }

  Optional<Long> to() {
    return to == Long.MIN_VALUE ? Optional.empty() : Optional.of(to);
  }

  /**
   * How far the last time lies behind the last but one, where that is further than all the rest.
   */
  Optional<Duration> lastGap() {
    return beforeLast == Long.MIN_VALUE || to - beforeLast <= beforeLast - from
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(to - beforeLast));
  }

  void file() {
    files++;
  }

  long files() {
    return files;
  }

  void record() {
    records++;
  }

  long records() {
    return records;
  }

  /** A record that yields nothing. */
  void silent(String where) {
    silent++;
    if (silentExample == null) {
      silentExample = where;
    }
  }

  long silentRecords() {
    return silent;
  }

  String silentExample() {
    return silentExample == null ? "" : silentExample;
  }

  /** A record on which the recipe stumbles. */
  void failed(String where, String how) {
    failed++;
    if (failure == null) {
      failure = where + ": " + how;
    }
  }

  long failedRecords() {
    return failed;
  }

  String failure() {
    return failure == null ? "" : failure;
  }

  void unread(String path, long size) {
    unread.merge(path, size, Long::sum);
  }

  Map<String, Long> unread() {
    return unread;
  }

  void broken(String how) {
    broken.add(how);
  }

  List<String> broken() {
    return broken;
  }

  void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  List<String> notes() {
    return notes;
  }

  static String brief(String text) {
    String clean = text.strip().replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 40 ? clean.substring(0, 39) + "…" : clean;
  }
}
