package dev.repartee.consistency;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What the audience did at each place, and how many persons on all channels of an organization. */
final class InterestTally implements Tally<InterestTally> {
  private final ByPlace<AudienceTally> places;

  /** Persons by day: who is on two channels on a day counts once. */
  private final TreeMap<String, LongCounts> persons = new TreeMap<>();

  private long automatic;
  private long unaddressed;

  InterestTally() {
    this(new ByPlace<>(AudienceTally::new));
  }

  private InterestTally(ByPlace<AudienceTally> places) {
    this.places = places;
  }

  ByPlace<AudienceTally> places() {
    return places;
  }

  void addPerson(String organization, long day) {
    persons.computeIfAbsent(organization, name -> new LongCounts()).add(day, 1);
  }

  /** Persons by day on all channels of an organization; to be read only. */
  LongCounts persons(String organization) {
    return persons.getOrDefault(organization, new LongCounts());
  }

  void addAutomatic() {
    automatic++;
  }

  void addUnaddressed() {
    unaddressed++;
  }

  long automatic() {
    return automatic;
  }

  long unaddressed() {
    return unaddressed;
  }

  @Override
  public void add(InterestTally other) {
    places.add(other.places);
    other.persons.forEach(
        (name, days) -> persons.computeIfAbsent(name, n -> new LongCounts()).add(days));
    automatic = Math.addExact(automatic, other.automatic);
    unaddressed = Math.addExact(unaddressed, other.unaddressed);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    places.write(out);
    out.writeInt(persons.size());
    for (Map.Entry<String, LongCounts> entry : persons.entrySet()) {
      Texts.write(out, entry.getKey());
      entry.getValue().write(out);
    }
    out.writeLong(automatic);
    out.writeLong(unaddressed);
  }

  static InterestTally read(DataInput in) throws IOException {
    InterestTally result =
        new InterestTally(ByPlace.read(AudienceTally::new, AudienceTally::read, in));
    for (int left = in.readInt(); left > 0; left--) {
      result.persons.put(Texts.read(in), Weeks.readByDay(in));
    }
    result.automatic = in.readLong();
    result.unaddressed = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return places.toString();
  }
}
