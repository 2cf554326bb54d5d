package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/**
 * What one replicate group counts: messages and replies to the audience by member, answers on owned
 * topics by owner, and those that the owner gave.
 */
record Voices(LongCounts messages, LongCounts replies, LongCounts onOwned, LongCounts byOwner)
    implements Tally.Declared<Voices> {
  private static final TallyForm<Voices> FORM =
      TallyForm.of(Voices.class)
          .part(t -> t.messages)
          .part(t -> t.replies)
          .part(t -> t.onOwned)
          .part(t -> t.byOwner);

  Voices() {
    this(new LongCounts(), new LongCounts(), new LongCounts(), new LongCounts());
  }

  @Override
  public TallyForm<Voices> form() {
    return FORM;
  }
}
