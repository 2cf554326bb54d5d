package dev.repartee.dialogue;

import dev.repartee.exchange.Addressing;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Strands by maturity and opener, and messages of organizations by whom they speak to. */
final class DialogueTally implements Tally<DialogueTally> {
  private final StrandCounts matureInbound;
  private final StrandCounts matureOutreach;
  private final StrandCounts openInbound;
  private final StrandCounts openOutreach;
  private final long[] addressed = new long[Addressing.values().length];
  private long automatic;
  private long unaddressed;
  private long unanswerable;

  DialogueTally() {
    this(new StrandCounts(), new StrandCounts(), new StrandCounts(), new StrandCounts());
  }

  private DialogueTally(
      StrandCounts matureInbound,
      StrandCounts matureOutreach,
      StrandCounts openInbound,
      StrandCounts openOutreach) {
    this.matureInbound = matureInbound;
    this.matureOutreach = matureOutreach;
    this.openInbound = openInbound;
    this.openOutreach = openOutreach;
  }

  StrandCounts strands(boolean isOpen, boolean isInbound) {
    return isOpen
        ? (isInbound ? openInbound : openOutreach)
        : (isInbound ? matureInbound : matureOutreach);
  }

  void countAddressed(Addressing to) {
    addressed[to.ordinal()]++;
  }

  void countAutomatic() {
    automatic++;
  }

  void countUnaddressed() {
    unaddressed++;
  }

  void countUnanswerable() {
    unanswerable++;
  }

  long addressed(Addressing to) {
    return addressed[to.ordinal()];
  }

  long messages() {
    long sum = 0;
    for (long count : addressed) {
      sum += count;
    }
    return sum;
  }

  long automatic() {
    return automatic;
  }

  long unaddressed() {
    return unaddressed;
  }

  long unanswerable() {
    return unanswerable;
  }

  @Override
  public void add(DialogueTally other) {
    matureInbound.add(other.matureInbound);
    matureOutreach.add(other.matureOutreach);
    openInbound.add(other.openInbound);
    openOutreach.add(other.openOutreach);
    for (int i = 0; i < addressed.length; i++) {
      addressed[i] = Math.addExact(addressed[i], other.addressed[i]);
    }
    automatic = Math.addExact(automatic, other.automatic);
    unaddressed = Math.addExact(unaddressed, other.unaddressed);
    unanswerable = Math.addExact(unanswerable, other.unanswerable);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    matureInbound.write(out);
    matureOutreach.write(out);
    openInbound.write(out);
    openOutreach.write(out);
    for (long count : addressed) {
      out.writeLong(count);
    }
    out.writeLong(automatic);
    out.writeLong(unaddressed);
    out.writeLong(unanswerable);
  }

  static DialogueTally read(DataInput in) throws IOException {
    DialogueTally result =
        new DialogueTally(
            StrandCounts.read(in),
            StrandCounts.read(in),
            StrandCounts.read(in),
            StrandCounts.read(in));
    for (int i = 0; i < result.addressed.length; i++) {
      result.addressed[i] = in.readLong();
    }
    result.automatic = in.readLong();
    result.unaddressed = in.readLong();
    result.unanswerable = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return matureInbound + " inbound, " + matureOutreach + " outreach";
  }
}
