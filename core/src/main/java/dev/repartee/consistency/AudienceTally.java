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

  private final LongCounts interactions = Weeks.byDay();
  private final LongCounts persons = Weeks.byDay();
  private final Groups<CountArray> addressing = new Groups<>(Unit.PERSON, () -> new CountArray(1));
  private long lastWritten = NEVER;

  LongCounts interactions() {
    return interactions;
  }

  LongCounts persons() {
    return persons;
  }

  /** Counts a message or mention: something that could be answered. */
  void addAddressing(int groups) {
    CountArray.add(addressing, groups, 0);
  }

  void writtenAt(long time) {
    lastWritten = Math.max(lastWritten, time);
  }

  Groups<CountArray> addressing() {
    return addressing;
  }

  long lastWritten() {
    return lastWritten;
  }

  @Override
  public TallyForm<AudienceTally> form() {
    return FORM;
  }
}
