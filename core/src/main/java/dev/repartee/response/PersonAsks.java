package dev.repartee.response;

import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What one person after the other asked, by organization and, where it matters, topic, in whatever
 * conversation. The working memory of one worker.
 */
final class PersonAsks {
  private final boolean isOnAnyTopic;

  /** The rows with which a person began to wait: kind by kind, each in order of time. */
  private int[] rows = new int[16];

  /** Where the rows of the same kind end, for each row. */
  private int[] ends = new int[16];

  /** As they are found, in order of time. */
  private int[] found = new int[16];

  private int[] kinds = new int[16];
  private int size;

  /** Where the rows of each kind begin. */
  private int[] starts = new int[0];

  private final Map<Long, Integer> kindOf = new HashMap<>();

  PersonAsks(boolean isOnAnyTopic) {
    this.isOnAnyTopic = isOnAnyTopic;
  }

  /** Moves to a person. */
  void read(Slice slice, int unit, AnswersByRow asked) {
    size = 0;
    kindOf.clear();
    for (int position = slice.from(unit); position < slice.to(unit); position++) {
      int row = slice.row(position);
      if (asked.contains(row)) {
        add(row, kind(slice, row));
      }
    }
    sort();
  }

  private int kind(Slice slice, int row) {
    return kindOf.computeIfAbsent(name(slice, row), k -> kindOf.size());
  }

  private long name(Slice slice, int row) {
    long topic = isOnAnyTopic ? 0 : slice.topic(row) + 1;
    return (long) slice.organization(row) << Integer.SIZE | topic;
  }

  private void add(int row, int kind) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
      rows = new int[2 * size];
      ends = new int[2 * size];
    }
    found[size] = row;
    kinds[size++] = kind;
  }

  /** By counting, so that the order of time stays within each kind. */
  private void sort() {
    int[] next = new int[kindOf.size() + 1];
    for (int i = 0; i < size; i++) {
      next[kinds[i] + 1]++;
    }
    for (int kind = 0; kind < kindOf.size(); kind++) {
      next[kind + 1] += next[kind];
    }
    int[] end = Arrays.copyOfRange(next, 1, next.length);
    starts = next.clone();
    for (int i = 0; i < size; i++) {
      int place = next[kinds[i]]++;
      rows[place] = found[i];
      ends[place] = end[kinds[i]];
    }
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  /** The first row after one, of the same kind, that does not take effect before an instant. */
  int nextFrom(Slice slice, int i, long instant) {
    return nextFrom(slice, i + 1, ends[i], instant);
  }

  /** The first row of the kind of some row of the person that takes effect after an instant. */
  int nextAfter(Slice slice, int row, long instant) {
    Integer kind = kindOf.get(name(slice, row));
    return kind == null ? Slice.NONE : nextFrom(slice, starts[kind], starts[kind + 1], instant + 1);
  }

  private int nextFrom(Slice slice, int begin, int end, long instant) {
    int low = begin;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slice.effectiveAt(rows[middle]) < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == end ? Slice.NONE : rows[low];
  }
}
