package dev.repartee.response;

import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How long after answers people asked again, or were watched not to, in replicate groups. */
final class ReContactTally implements Tally<ReContactTally> {
  private static final int GROUPINGS = 2;

  private final LatencyGroups again;
  private final LatencyGroups notYet;
  private long skewed;

  ReContactTally() {
    this(new LatencyGroups(GROUPINGS), new LatencyGroups(GROUPINGS));
  }

  private ReContactTally(LatencyGroups again, LatencyGroups notYet) {
    this.again = again;
    this.notYet = notYet;
  }

  void add(boolean asksAgain, long millis, int personGroup, int conversationGroup) {
    (asksAgain ? again : notYet).add(millis, personGroup, conversationGroup);
  }

  void excludeSkewed() {
    skewed++;
  }

  LatencyGroups again() {
    return again;
  }

  LatencyGroups notYet() {
    return notYet;
  }

  long skewed() {
    return skewed;
  }

  @Override
  public void add(ReContactTally other) {
    again.addAll(other.again);
    notYet.addAll(other.notYet);
    skewed = Math.addExact(skewed, other.skewed);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    again.write(out);
    notYet.write(out);
    out.writeLong(skewed);
  }

  static ReContactTally read(DataInput in) throws IOException {
    ReContactTally result = new ReContactTally(LatencyGroups.read(in), LatencyGroups.read(in));
    result.skewed = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return again.total() + " asked again, " + notYet.total() + " not yet";
  }
}
