package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the audience did at one place: interactions and persons by day, messages and mentions by
 * replicate group; and when the organization wrote there last.
 */
final class AudienceTally implements Tally<AudienceTally> {
  /** The last time of a place at which the organization never wrote. */
  static final long NEVER = Long.MIN_VALUE;

  private final LongCounts interactions;
  private final LongCounts persons;
  private final long[] addressing = new long[Groups.COUNT];
  private long lastWritten = NEVER;

  AudienceTally() {
    this(new LongCounts(), new LongCounts());
  }

  private AudienceTally(LongCounts interactions, LongCounts persons) {
    this.interactions = interactions;
    this.persons = persons;
  }

  LongCounts interactions() {
    return interactions;
  }

  LongCounts persons() {
    return persons;
  }

  /** Counts a message or mention: something that could be answered. */
  void addAddressing(int personGroup) {
    addressing[personGroup]++;
  }

  void writtenAt(long time) {
    lastWritten = Math.max(lastWritten, time);
  }

  long[] addressing() {
    return addressing.clone();
  }

  long lastWritten() {
    return lastWritten;
  }

  @Override
  public void add(AudienceTally other) {
    interactions.add(other.interactions);
    persons.add(other.persons);
    for (int group = 0; group < addressing.length; group++) {
      addressing[group] = Math.addExact(addressing[group], other.addressing[group]);
    }
    lastWritten = Math.max(lastWritten, other.lastWritten);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    interactions.write(out);
    persons.write(out);
    for (long count : addressing) {
      out.writeLong(count);
    }
    out.writeLong(lastWritten);
  }

  static AudienceTally read(DataInput in) throws IOException {
    AudienceTally result = new AudienceTally(Weeks.readByDay(in), Weeks.readByDay(in));
    for (int group = 0; group < result.addressing.length; group++) {
      result.addressing[group] = in.readLong();
      if (result.addressing[group] < 0) {
        throw new IOException("count " + result.addressing[group] + " is none");
      }
    }
    result.lastWritten = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return interactions.total() + " interactions";
  }
}
