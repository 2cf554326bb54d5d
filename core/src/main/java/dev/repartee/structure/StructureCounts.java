package dev.repartee.structure;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the conversations of one kind are like, added up. */
final class StructureCounts implements Tally<StructureCounts> {
  private final CountTally depth;
  private final CountTally width;
  private final CountTally size;
  private final CountTally hIndex;
  private final CountTally participants;

  /** Of conversations of two messages and more, in units of two to the power of minus 32. */
  private final WideSum distance;

  private long paired;
  private long flat;

  StructureCounts() {
    this(
        new CountTally(),
        new CountTally(),
        new CountTally(),
        new CountTally(),
        new CountTally(),
        new WideSum());
  }

  private StructureCounts(
      CountTally depth,
      CountTally width,
      CountTally size,
      CountTally hIndex,
      CountTally participants,
      WideSum distance) {
    this.depth = depth;
    this.width = width;
    this.size = size;
    this.hIndex = hIndex;
    this.participants = participants;
    this.distance = distance;
  }

  /** Adds as many conversations that are alike. */
  void add(TreeFacts facts, int persons, long times) {
    depth.add(facts.depth, times);
    width.add(facts.width, times);
    size.add(facts.messages, times);
    hIndex.add(facts.hIndex, times);
    participants.add(persons, times);
    flat += times * facts.flat;
    if (facts.messages > 1) {
      paired += times;
      distance.add(facts.distance, times);
    }
  }

  CountTally depth() {
    return depth;
  }

  CountTally width() {
    return width;
  }

  CountTally size() {
    return size;
  }

  CountTally hIndex() {
    return hIndex;
  }

  CountTally participants() {
    return participants;
  }

  WideSum distance() {
    return distance;
  }

  /** How many conversations have two messages or more. */
  long paired() {
    return paired;
  }

  /** How many messages have no parent, beside the openers. */
  long flat() {
    return flat;
  }

  @Override
  public void add(StructureCounts other) {
    depth.add(other.depth);
    width.add(other.width);
    size.add(other.size);
    hIndex.add(other.hIndex);
    participants.add(other.participants);
    distance.add(other.distance);
    paired = Math.addExact(paired, other.paired);
    flat = Math.addExact(flat, other.flat);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    depth.write(out);
    width.write(out);
    size.write(out);
    hIndex.write(out);
    participants.write(out);
    distance.write(out);
    out.writeLong(paired);
    out.writeLong(flat);
  }

  static StructureCounts read(DataInput in) throws IOException {
    StructureCounts result =
        new StructureCounts(
            CountTally.read(in),
            CountTally.read(in),
            CountTally.read(in),
            CountTally.read(in),
            CountTally.read(in),
            WideSum.read(in));
    result.paired = in.readLong();
    result.flat = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return size.count() + " conversations";
  }
}
