package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Addressing;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** Messages of organizations, by what they are. */
final class MessageCounts implements Tally.Declared<MessageCounts> {
  static final int UNPROMPTED = 3;
  static final int ANSWERS = 4;

  /** Answers by an account with a human face. */
  static final int PERSONAL = 5;

  private static final TallyForm<MessageCounts> FORM =
      TallyForm.of(MessageCounts.class)
          .counts(t -> t.counts)
          .check(
              t -> t.count(UNPROMPTED) <= t.all() && t.count(PERSONAL) <= t.count(ANSWERS),
              "more messages are of a kind than there are");

  private static final int SIZE = 6;

  private final long[] counts = new long[SIZE];

  void count(int what, long messages) {
    counts[what] += messages;
  }

  void countAddressed(Addressing to, long messages) {
    counts[place(to)] += messages;
  }

  static int place(Addressing to) {
    return switch (to) {
      case TO_AUDIENCE -> 0;
      case OPENING -> 1;
      case OWN_OR_UNKNOWN -> 2;
    };
  }

  long count(int what) {
    return counts[what];
  }

  long addressed(Addressing to) {
    return counts[place(to)];
  }

  long all() {
    return counts[0] + counts[1] + counts[2];
  }

  @Override
  public TallyForm<MessageCounts> form() {
    return FORM;
  }
}
