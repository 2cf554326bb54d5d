package dev.repartee.dialogue;

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
  private final MessageCounts messages;
  private long automatic;
  private long unaddressed;
  private long unanswerable;

  DialogueTally() {
    this(
        new StrandCounts(),
        new StrandCounts(),
        new StrandCounts(),
        new StrandCounts(),
        new MessageCounts());
  }

  private DialogueTally(
      StrandCounts matureInbound,
      StrandCounts matureOutreach,
      StrandCounts openInbound,
      StrandCounts openOutreach,
      MessageCounts messages) {
    this.matureInbound = matureInbound;
    this.matureOutreach = matureOutreach;
    this.openInbound = openInbound;
    this.openOutreach = openOutreach;
    this.messages = messages;
  }

  StrandCounts strands(boolean isOpen, boolean isInbound) {
    return isOpen
        ? (isInbound ? openInbound : openOutreach)
        : (isInbound ? matureInbound : matureOutreach);
  }

  MessageCounts messages() {
    return messages;
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
    messages.add(other.messages);
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
    messages.write(out);
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
            StrandCounts.read(in),
            MessageCounts.read(in));
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
