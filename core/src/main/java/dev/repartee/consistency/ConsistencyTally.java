package dev.repartee.consistency;

import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What happened at each place, and what is at none. */
final class ConsistencyTally implements Tally<ConsistencyTally> {
  private final ByPlace<RhythmTally> places;
  private long automatic;
  private long unaddressed;

  ConsistencyTally() {
    this(new ByPlace<>(RhythmTally::new));
  }

  private ConsistencyTally(ByPlace<RhythmTally> places) {
    this.places = places;
  }

  ByPlace<RhythmTally> places() {
    return places;
  }

  /** Ends the writing. */
  void settle() {
    places.cells().values().forEach(place -> place.sittings().settle());
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
  public void add(ConsistencyTally other) {
    places.add(other.places);
    automatic = Math.addExact(automatic, other.automatic);
    unaddressed = Math.addExact(unaddressed, other.unaddressed);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    places.write(out);
    out.writeLong(automatic);
    out.writeLong(unaddressed);
  }

  static ConsistencyTally read(DataInput in) throws IOException {
    ConsistencyTally result =
        new ConsistencyTally(ByPlace.read(RhythmTally::new, RhythmTally::read, in));
    result.automatic = in.readLong();
    result.unaddressed = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return places.toString();
  }
}
