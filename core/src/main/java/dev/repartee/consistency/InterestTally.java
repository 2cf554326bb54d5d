package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.TallyMap;

/** What the audience did at each place, and how many persons on all channels of an organization. */
final class InterestTally implements Tally.Declared<InterestTally> {
  private static final TallyForm<InterestTally> FORM =
      TallyForm.of(InterestTally.class)
          .part(t -> t.places)
          .part(t -> t.persons)
          .count(t -> t.automatic, (t, n) -> t.automatic = n)
          .count(t -> t.unaddressed, (t, n) -> t.unaddressed = n);

  final ByPlace<AudienceTally> places = new ByPlace<>(AudienceTally::new);

  /** Persons by day: who is on two channels on a day counts once. */
  private final TallyMap<String, LongCounts> persons = TallyMap.ofTexts(Weeks::byDay);

  long automatic;
  long unaddressed;

  void addPerson(String organization, long day) {
    persons.at(organization).add(day, 1);
  }

  /** Persons by day on all channels of an organization; to be read only. */
  LongCounts persons(String organization) {
    return persons.cells().getOrDefault(organization, new LongCounts());
  }

  @Override
  public TallyForm<InterestTally> form() {
    return FORM;
  }
}
