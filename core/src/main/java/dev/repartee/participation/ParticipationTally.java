package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;

/**
 * What participation counts: voices in replicate groups, months in which members wrote, ties, and
 * times by department.
 */
final class ParticipationTally implements Tally.Declared<ParticipationTally> {
  private static final TallyForm<ParticipationTally> FORM =
      TallyForm.of(ParticipationTally.class)
          .part(t -> t.voices)
          .part(t -> t.months)
          .part(t -> t.ties)
          .part(t -> t.answered)
          .part(t -> t.watched)
          .part(t -> t.waiting)
          .part(t -> t.owners)
          .part(t -> t.handOffs)
          .part(t -> t.inside)
          .count(t -> t.skewed, (t, n) -> t.skewed = n);

  /** The years 1 to 9999 have fewer months. */
  private static final int MONTH_BITS = 17;

  final Groups<Voices> voices;
  private final LongCounts months;
  final TieCounts ties;

  /** Of answered turns, by the department that answered. */
  final Times answered;

  /** How long the same turns have been watched: what remains to say of them without the answer. */
  final Times watched;

  /** Of turns without an answer, by organization. */
  final Times waiting;

  /** From the turn to the first message of the owner of its topic, by owner. */
  final Waits owners;

  /** From the first message of a department to the first of another, by the former. */
  final Waits handOffs;

  /** From a question of colleagues to the first message of the owner of its topic, by owner. */
  final Waits inside;

  long skewed;

  /** Of the members and departments of a directory: no others can be read. */
  ParticipationTally(Roster roster) {
    int departments = roster.departments();
    voices = new Groups<>(Unit.CONVERSATION, () -> new Voices(roster));
    months = LongCounts.below((long) roster.members() << MONTH_BITS);
    ties = new TieCounts(roster);
    answered = new Times(departments);
    watched = new Times(departments);
    waiting = new Times(roster.organizations());
    owners = new Waits(departments);
    handOffs = new Waits(departments);
    inside = new Waits(departments);
  }

  void addMessage(Slice slice, int row, int member, long month) {
    int groups = slice.groups(row);
    for (int g = 0; g < voices.groupings(); g++) {
      voices.at(g, groups).messages().add(member, 1);
    }
    months.add((long) member << MONTH_BITS | month, 1);
  }

  void addReply(Slice slice, int row, int member) {
    voices.count(slice, row, group -> group.replies().add(member, 1));
  }

  void addOwned(Slice slice, int anchor, int owner, boolean isByOwner) {
    voices.count(
        slice,
        anchor,
        group -> {
          group.onOwned().add(owner, 1);
          if (isByOwner) {
            group.byOwner().add(owner, 1);
          }
        });
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
      kind.add(isOver, department, waited, slice.groups(anchor));
    }
  }

  void addSkewed() {
    skewed++;
  }

  /** Whether a member wrote in a month. */
  boolean wroteIn(int member, long month) {
    return months.count((long) member << MONTH_BITS | month) > 0;
  }

  /** Visits members and months. */
  interface MonthVisitor {
    void month(int member, long month);
  }

  /** Tells of each month in which a member wrote. */
  void months(MonthVisitor visitor) {
    for (long key : months.keys()) {
      visitor.month((int) (key >>> MONTH_BITS), key & ((1 << MONTH_BITS) - 1));
    }
  }

  @Override
  public TallyForm<ParticipationTally> form() {
    return FORM;
  }
}
