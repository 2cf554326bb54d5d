package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What participation counts: voices in replicate groups, months in which members wrote, ties, and
 * times by department.
 */
final class ParticipationTally implements Tally<ParticipationTally> {
  /** The years 1 to 9999 have fewer months. */
  private static final int MONTH_BITS = 17;

  private final Groups<Voices> voices;
  private final LongCounts months;
  private final TieCounts ties;

  /** Of answered turns, by the department that answered. */
  private final Times answered;

  /** How long the same turns have been watched: what remains to say of them without the answer. */
  private final Times watched;

  /** Of turns without an answer, by organization. */
  private final Times waiting;

  /** From the turn to the first message of the owner of its topic, by owner. */
  private final Waits owners;

  /** From the first message of a department to the first of another, by the former. */
  private final Waits handOffs;

  /** From a question of colleagues to the first message of the owner of its topic, by owner. */
  private final Waits inside;

  private long skewed;

  ParticipationTally() {
    this(
        new Groups<>(Voices::new),
        new LongCounts(),
        new TieCounts(),
        new Times(),
        new Times(),
        new Times(),
        new Waits(),
        new Waits(),
        new Waits());
  }

  private ParticipationTally(
      Groups<Voices> voices,
      LongCounts months,
      TieCounts ties,
      Times answered,
      Times watched,
      Times waiting,
      Waits owners,
      Waits handOffs,
      Waits inside) {
    this.voices = voices;
    this.months = months;
    this.ties = ties;
    this.answered = answered;
    this.watched = watched;
    this.waiting = waiting;
    this.owners = owners;
    this.handOffs = handOffs;
    this.inside = inside;
  }

  void addMessage(Slice slice, int row, int member, long month) {
    voices.byPerson(slice, row).messages().add(member, 1);
    voices.byConversation(slice, row).messages().add(member, 1);
    months.add((long) member << MONTH_BITS | month, 1);
  }

  void addReply(Slice slice, int row, int member) {
    voices.byPerson(slice, row).replies().add(member, 1);
    voices.byConversation(slice, row).replies().add(member, 1);
  }

  void addOwned(Slice slice, int anchor, int owner, boolean isByOwner) {
    addOwned(voices.byPerson(slice, anchor), owner, isByOwner);
    addOwned(voices.byConversation(slice, anchor), owner, isByOwner);
  }

  private static void addOwned(Voices group, int owner, boolean isByOwner) {
    group.onOwned().add(owner, 1);
    if (isByOwner) {
      group.byOwner().add(owner, 1);
    }
  }

  /**
   * Adds the wait from one row to another, or to the end of what is seen where the other is not
   * there or comes later.
   *
   * @param kind one of the waits of this tally
   * @param anchor the row that says how far is seen, and in which groups it counts
   * @param until the row that ends the wait, or {@link Slice#NONE}
   */
  void addWait(Waits kind, Slice slice, int anchor, int department, int from, int until) {
    long seenUntil = slice.seenUntil(anchor);
    boolean isOver = until != Slice.NONE && slice.effectiveAt(until) <= seenUntil;
    long waited = (isOver ? slice.at(until) : seenUntil) - slice.at(from);
    if (waited < 0) {
      addSkewed();
    } else {
      kind.add(
          isOver, department, waited, slice.personGroup(anchor), slice.conversationGroup(anchor));
    }
  }

  void addSkewed() {
    skewed++;
  }

  Groups<Voices> voices() {
    return voices;
  }

  /** Whether a member wrote in a month. */
  boolean wroteIn(int member, long month) {
    return months.count((long) member << MONTH_BITS | month) > 0;
  }

  /** Is told of members and months. */
  interface MonthVisitor {
    void month(int member, long month);
  }

  /** Tells of each month in which a member wrote. */
  void months(MonthVisitor visitor) {
    for (long key : months.keys()) {
      visitor.month((int) (key >>> MONTH_BITS), key & ((1 << MONTH_BITS) - 1));
    }
  }

  TieCounts ties() {
    return ties;
  }

  Times answered() {
    return answered;
  }

  Times watched() {
    return watched;
  }

  Times waiting() {
    return waiting;
  }

  Waits owners() {
    return owners;
  }

  Waits handOffs() {
    return handOffs;
  }

  Waits inside() {
    return inside;
  }

  long skewed() {
    return skewed;
  }

  @Override
  public void add(ParticipationTally other) {
    voices.add(other.voices);
    months.add(other.months);
    ties.add(other.ties);
    answered.add(other.answered);
    watched.add(other.watched);
    waiting.add(other.waiting);
    owners.add(other.owners);
    handOffs.add(other.handOffs);
    inside.add(other.inside);
    skewed = Math.addExact(skewed, other.skewed);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    voices.write(out);
    months.write(out);
    ties.write(out);
    answered.write(out);
    watched.write(out);
    waiting.write(out);
    owners.write(out);
    handOffs.write(out);
    inside.write(out);
    out.writeLong(skewed);
  }

  static ParticipationTally read(DataInput in) throws IOException {
    ParticipationTally result =
        new ParticipationTally(
            Groups.read(Voices::new, Voices::read, in),
            LongCounts.read(in),
            TieCounts.read(in),
            Times.read(in),
            Times.read(in),
            Times.read(in),
            Waits.read(in),
            Waits.read(in),
            Waits.read(in));
    result.skewed = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return voices.sum(group -> group.messages().total()) + " messages of members";
  }
}
