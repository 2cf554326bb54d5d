package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.util.stream.LongStream;

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
          .part(t -> t.byOwner)
          .check(
              t -> LongStream.of(t.byOwner.keys()).allMatch(t::isOnOwned),
              "owners answer more often than anybody");

  Voices(Roster roster) {
    this(
        LongCounts.below(roster.members()),
        LongCounts.below(roster.members()),
        LongCounts.below(roster.departments()),
        LongCounts.below(roster.departments()));
  }

  private boolean isOnOwned(long owner) {
    return byOwner.count(owner) <= onOwned.count(owner);
  }

  @Override
  public TallyForm<Voices> form() {
    return FORM;
  }
}
