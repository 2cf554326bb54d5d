package dev.repartee.dialogue;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What it took the people of one kind to be answered, added up. */
final class EffortCounts implements Tally<EffortCounts> {
  private final CountTally messages;
  private final CountTally handOffs;
  private final CountTally departmentHandOffs;
  private long unanswered;
  private long unanswerable;

  EffortCounts() {
    this(new CountTally(), new CountTally(), new CountTally());
  }

  private EffortCounts(CountTally messages, CountTally handOffs, CountTally departmentHandOffs) {
    this.messages = messages;
    this.handOffs = handOffs;
    this.departmentHandOffs = departmentHandOffs;
  }

  void addAnswered(int messagesUntil, int handOffsUntil, int departmentHandOffsUntil) {
    messages.add(messagesUntil, 1);
    handOffs.add(handOffsUntil, 1);
    departmentHandOffs.add(departmentHandOffsUntil, 1);
  }

  void countUnanswered() {
    unanswered++;
  }

  void countUnanswerable() {
    unanswerable++;
  }

  CountTally messages() {
    return messages;
  }

  CountTally handOffs() {
    return handOffs;
  }

  CountTally departmentHandOffs() {
    return departmentHandOffs;
  }

  long unanswered() {
    return unanswered;
  }

  long unanswerable() {
    return unanswerable;
  }

  @Override
  public void add(EffortCounts other) {
    messages.add(other.messages);
    handOffs.add(other.handOffs);
    departmentHandOffs.add(other.departmentHandOffs);
    unanswered = Math.addExact(unanswered, other.unanswered);
    unanswerable = Math.addExact(unanswerable, other.unanswerable);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    messages.write(out);
    handOffs.write(out);
    departmentHandOffs.write(out);
    out.writeLong(unanswered);
    out.writeLong(unanswerable);
  }

  static EffortCounts read(DataInput in) throws IOException {
    EffortCounts result =
        new EffortCounts(CountTally.read(in), CountTally.read(in), CountTally.read(in));
    result.unanswered = in.readLong();
    result.unanswerable = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return messages.count() + " answered, " + unanswered + " not";
  }
}
