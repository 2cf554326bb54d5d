package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** What happened at one place: messages and answers by day, sittings, and what posts got. */
record RhythmTally(
    LongCounts own, LongCounts audience, LongCounts answers, Sittings sittings, PostReach posts)
    implements Tally.Declared<RhythmTally> {
  private static final TallyForm<RhythmTally> FORM =
      TallyForm.of(RhythmTally.class)
          .part(t -> t.own)
          .part(t -> t.audience)
          .part(t -> t.answers)
          .part(t -> t.sittings)
          .part(t -> t.posts);

  RhythmTally() {
    this(Weeks.byDay(), Weeks.byDay(), Weeks.byDay(), new Sittings(), new PostReach());
  }

  @Override
  public TallyForm<RhythmTally> form() {
    return FORM;
  }
}
