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
  private long toAudience;
  private long opening;
  private long toOwnOrUnknown;
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

  void countAddressed(Addressing to, long messages) {
    switch (to) {
      case TO_AUDIENCE -> toAudience += messages;
      case OPENING -> opening += messages;
      case OWN_OR_UNKNOWN -> toOwnOrUnknown += messages;
    }
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
    return switch (to) {
      case TO_AUDIENCE -> toAudience;
      case OPENING -> opening;
      case OWN_OR_UNKNOWN -> toOwnOrUnknown;
    };
  }

  long messages() {
    return toAudience + opening + toOwnOrUnknown;
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
    toAudience = Math.addExact(toAudience, other.toAudience);
    opening = Math.addExact(opening, other.opening);
    toOwnOrUnknown = Math.addExact(toOwnOrUnknown, other.toOwnOrUnknown);
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
    out.writeLong(toAudience);
    out.writeLong(opening);
    out.writeLong(toOwnOrUnknown);
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
    result.toAudience = in.readLong();
    result.opening = in.readLong();
    result.toOwnOrUnknown = in.readLong();
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
