package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Slice;

/**
 * What each person of the audience said in the strands of a slice and what the answering side said
 * to that person, in conversation order, strand by strand.
 *
 * <p>A message of the answering side is addressed to the people it answers directly, waiting or
 * not. If it replies to nobody of the audience and names nobody, it is addressed to the author of
 * the last audience message before it (and to everybody who waits, if one answer serves all). It is
 * therefore a contact even if it answers nobody, such as a second message after the answer. Nothing
 * is addressed to a person who has not spoken in the strand yet.
 *
 * <p>The time is linear in the messages, whatever their shape.
 */
public final class Contacts {
  private record Key(AnswerRule rule) {}

  private final ContactTable table = new ContactTable();
  private final Strands strands;

  private Contacts(Slice slice, AnswerRule rule) {
    this.strands = new Strands(slice, rule, table, null);
  }

  /**
   * Returns the contacts of a slice. They belong to the worker of the slice and hold until it moves
   * on.
   */
  public static Contacts of(Slice slice, AnswerRule rule) {
    Contacts result = slice.scratch(new Key(rule), () -> new Contacts(slice, rule));
    result.strands.refresh();
    return result;
  }

  /** Returns the number of contacts. At least 0. */
  public int size() {
    return table.size();
  }

  /** Returns the message of a contact. */
  public int row(int i) {
    return table.row(i);
  }

  /**
   * Returns whose contact it is. The number of the person in the strand, in order of first
   * messages, from 0. It begins anew in each strand: with {@link #isFirst} the number stands for
   * another person.
   */
  public int speaker(int i) {
    return table.slot(i);
  }

  /** Returns whether the person said it. False where it was said to the person. */
  public boolean isBySpeaker(int i) {
    return table.has(i, ContactTable.BY_PERSON);
  }

  /** Returns whether it is the first message of the person in the strand. */
  public boolean isFirst(int i) {
    return table.has(i, ContactTable.FIRST);
  }

  /**
   * Returns whether the message itself says that it is for the person. False if that is inferred
   * from the order of the strand, and for what the person said.
   */
  public boolean isDirect(int i) {
    return table.has(i, ContactTable.DIRECT);
  }
}
