package dev.repartee.apath;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.math.TimeSort;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * The messages that speak to each person of the audience, in order of effective time: those that
 * reply to a message or an act of theirs, name them, or answer them by inference. Where the log has
 * organizations, messages of their members; in a forum, of anybody else. What is automatic or of a
 * bot is none of them.
 *
 * <p>A message may stand there twice, because it may speak to somebody in two ways. Made in one
 * walk over the messages, on the first question.
 */
final class Addressings {
  /** Makes the addressings of a log, over all of it. */
  static final LogIndex<Addressings> INDEX = new Index();

  private record Index() implements LogIndex<Addressings> {
    @Override
    public Addressings build(Iterable<Slice> slices) {
      return new Addressings(slices);
    }

    @Override
    public String toString() {
      return "messages that speak to a person";
    }
  }

  private int[] persons = new int[64];
  private int[] spoken = new int[64];
  private long[] times = new long[64];
  private int size;

  /** Where each person begins in {@link #rows}, then the end of the last. */
  private int[] starts;

  /** The messages, person by person. */
  private int[] rows = new int[0];

  private Addressings(Iterable<Slice> slices) {
    this(0);
    for (Slice slice : slices) {
      starts = starts.length > 1 ? starts : new int[slice.persons() + 1];
      addDirect(FastSlice.of(slice));
      addAnswers(slice);
    }
    sort();
  }

  /** Knows of nothing yet. */
  Addressings(int persons) {
    starts = new int[persons + 1];
  }

  private void addDirect(FastSlice slice) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (speaks(slice, row)) {
          addDirect(slice, row, slice.parent(row));
          addDirect(slice, row, slice.actRepliedTo(row));
          if (slice.named(row) != Slice.NONE) {
            add(slice, row, slice.named(row));
          }
        }
      }
    }
  }

  private void addDirect(Slice slice, int row, int repliedTo) {
    if (repliedTo != Slice.NONE) {
      add(slice, row, slice.person(repliedTo));
    }
  }

  private static boolean speaks(Slice slice, int row) {
    return (slice.organizations() == 0 || slice.isMember(row))
        && !slice.isBot(row)
        && !slice.isAutomatic(row)
        && !slice.isAside(row);
  }

  private void addAnswers(Slice slice) {
    AnswerRule rule = AnswerRule.usualIn(slice.organizations());
    Strands strands = Strands.of(slice, rule);
    for (int i = 0; i < strands.exchanges(); i++) {
      int answer = strands.answer(i);
      if (answer != Slice.NONE && !strands.isDirect(i)) {
        add(slice, answer, slice.person(strands.anchor(i)));
      }
    }
  }

  private void add(Slice slice, int row, int person) {
    if (person == slice.person(row) || slice.organizationOf(person, row) != Slice.NONE) {
      return;
    }
    put(person, row, slice.effectiveAt(row));
  }

  void put(int person, int row, long at) {
    if (size == persons.length) {
      persons = Arrays.copyOf(persons, 2 * size);
      spoken = Arrays.copyOf(spoken, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
    }
    persons[size] = person;
    times[size] = at;
    spoken[size++] = row;
  }

  /** Puts in order what has been put in. */
  void sort() {
    rows = new int[size];
    for (int i = 0; i < size; i++) {
      starts[persons[i] + 1]++;
    }
    for (int p = 0; p + 1 < starts.length; p++) {
      starts[p + 1] += starts[p];
    }
    int[] next = starts.clone();
    long[] at = new long[size];
    for (int i = 0; i < size; i++) {
      int position = next[persons[i]]++;
      rows[position] = spoken[i];
      at[position] = times[i];
    }
    TimeSort sort = new TimeSort();
    for (int p = 0; p + 1 < starts.length; p++) {
      sort.sort(rows, at, starts[p], starts[p + 1]);
    }
    persons = new int[0];
    spoken = new int[0];
    times = new long[0];
  }

  /** How many messages speak to a person, also after the as-of. */
  int count(int person) {
    return person + 1 < starts.length ? starts[person + 1] - starts[person] : 0;
  }

  /** A message that speaks to a person, in order of effective time. */
  int message(int person, int i) {
    return rows[starts[person] + i];
  }
}
