package dev.repartee.consistency;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;

/**
 * What the audience did at one place: interactions and persons by day, messages and mentions by
 * replicate group; and when the organization wrote there last.
 */
final class AudienceTally implements Tally.Declared<AudienceTally> {
  private static final TallyForm<AudienceTally> FORM =
      TallyForm.of(AudienceTally.class)
          .part(t -> t.interactions)
          .part(t -> t.persons)
          .part(t -> t.addressing)
          .greatest(t -> t.lastWritten, (t, n) -> t.lastWritten = n);

  /** The last time of a place at which the organization never wrote. */
  static final long NEVER = Long.MIN_VALUE;

  final LongCounts interactions = Weeks.byDay();
  final LongCounts persons = Weeks.byDay();
  final Groups<CountArray> addressing = new Groups<>(Unit.PERSON, () -> new CountArray(1));
  long lastWritten = NEVER;

  /** Counts a message or mention: something that could be answered. */
  void addAddressing(int groups) {
    CountArray.add(addressing, groups, 0);
  }

  void writtenAt(long time) {
    lastWritten = Math.max(lastWritten, time);
  }

  @Override
  public TallyForm<AudienceTally> form() {
    return FORM;
  }
}
