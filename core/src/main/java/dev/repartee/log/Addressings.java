package dev.repartee.log;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.exchange.Strands;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Unit;
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
  private final Columns columns;
  private int[] persons = new int[64];
  private int[] spoken = new int[64];
  private int size;

  /** Where each person begins in {@link #rows}, and at last the end. */
  final int[] starts;

  /** The messages, person by person. */
  final int[] rows;

  Addressings(Columns columns) {
    this.columns = columns;
    addDirect();
    addAnswers();
    starts = new int[columns.people.size() + 1];
    rows = new int[size];
    sort();
    persons = new int[0];
    spoken = new int[0];
  }

  private void addDirect() {
    for (int row = 0; row < columns.messages; row++) {
      if (speaks(row)) {
        int parent = columns.parent[row];
        if (parent != Slice.NONE) {
          add(row, columns.person[parent]);
        }
        if (columns.named != null && columns.named[row] != Slice.NONE) {
          add(row, columns.named[row]);
        }
      }
    }
    for (int act = columns.messages; act < columns.rows(); act++) {
      for (int i = 0; i < columns.actReplies.count(act); i++) {
        int reply = columns.actReplies.reply(act, i);
        if (speaks(reply)) {
          add(reply, columns.person[act]);
        }
      }
    }
  }

  private boolean speaks(int row) {
    boolean isForum = columns.directory.organizations().isEmpty();
    int bits = columns.bits[row];
    return (isForum || (bits & RowBits.MEMBER) != 0)
        && (bits & (RowBits.BOT | RowBits.AUTOMATIC)) == 0;
  }

  private void addAnswers() {
    AnswerRule rule =
        columns.directory.organizations().isEmpty()
            ? AnswerRule.standard().answeredBy(Answerer.ANYBODY_ELSE)
            : AnswerRule.standard();
    ColumnSlice slice =
        new ColumnSlice(columns, View.whole(columns.lastTime(), true), Unit.CONVERSATION);
    for (int part = 0; part < slice.parts(); part++) {
      slice.moveTo(part);
      Strands strands = Strands.of(slice, rule);
      for (int i = 0; i < strands.exchanges(); i++) {
        int answer = strands.answer(i);
        if (answer != Slice.NONE && !strands.isDirect(i)) {
          add(answer, columns.person[strands.anchor(i)]);
        }
      }
    }
  }

  private void add(int row, int person) {
    if (person == columns.person[row] || columns.people.organizationOf(person) != Slice.NONE) {
      return;
    }
    if (size == persons.length) {
      persons = Arrays.copyOf(persons, 2 * size);
      spoken = Arrays.copyOf(spoken, 2 * size);
    }
    persons[size] = person;
    spoken[size++] = row;
  }

  private void sort() {
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
      at[position] = columns.effectiveAt(spoken[i]);
    }
    TimeSort sort = new TimeSort();
    for (int p = 0; p + 1 < starts.length; p++) {
      sort.sort(rows, at, starts[p], starts[p + 1]);
    }
  }

  @Override
  public String toString() {
    return rows.length + " messages to somebody";
  }
}
