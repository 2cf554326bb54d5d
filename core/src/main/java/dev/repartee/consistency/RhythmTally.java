package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/**
 * What happened at one place: messages and answers by day, sittings, those of messages written in
 * office hours, where there are any, and what posts got.
 */
record RhythmTally(
    LongCounts own,
    LongCounts audience,
    LongCounts answers,
    Sittings sittings,
    Sittings working,
    PostReach posts)
    implements Tally.Declared<RhythmTally> {
  private static final TallyForm<RhythmTally> FORM =
      TallyForm.of(RhythmTally.class)
          .part(t -> t.own)
          .part(t -> t.audience)
          .part(t -> t.answers)
          .part(t -> t.sittings)
          .part(t -> t.working)
          .part(t -> t.posts);

  RhythmTally() {
    this(
        Weeks.byDay(),
        Weeks.byDay(),
        Weeks.byDay(),
        new Sittings(),
        new Sittings(),
        new PostReach());
  }

  /** Ends the writing. */
  void settle() {
    sittings.settle();
    working.settle();
  }

  @Override
  public TallyForm<RhythmTally> form() {
    return FORM;
  }
}
