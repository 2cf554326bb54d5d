package dev.repartee.consistency;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** What happened at each place, and what is at none. */
final class ConsistencyTally implements Tally.Declared<ConsistencyTally> {
  private static final TallyForm<ConsistencyTally> FORM =
      TallyForm.of(ConsistencyTally.class)
          .part(t -> t.places)
          .count(t -> t.automatic, (t, n) -> t.automatic = n)
          .count(t -> t.unaddressed, (t, n) -> t.unaddressed = n);

  final ByPlace<RhythmTally> places = new ByPlace<>(RhythmTally::new);
  long automatic;
  long unaddressed;

  /** Ends the writing. */
  void settle() {
    places.cells().values().forEach(RhythmTally::settle);
  }

  @Override
  public TallyForm<ConsistencyTally> form() {
    return FORM;
  }
}
