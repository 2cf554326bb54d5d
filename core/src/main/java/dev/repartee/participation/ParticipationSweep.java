package dev.repartee.participation;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.time.LocalDays;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** Walks the conversations of one slice: who of the organizations wrote, and with whom. */
final class ParticipationSweep {
  private record Key(ZoneId zone) {}

  private static final int MONTHS = 12;

  private final Slice slice;
  private final Split<ParticipationTally> split;
  private final MemberCodes members;
  private final LocalDays days;
  private final TurnSweep turns;
  private final InsideSweep inside;

  /** Messages of members in the conversation at hand, by organization and then in order. */
  private long[] own = new long[16];

  private int ownSize;
  private boolean isOneOrganization;

  /** The first row of each organization, and of which conversation that was. */
  private final int[] firstRow;

  private final int[] firstRowOf;
  private int conversation;

  /** The members of a strand, each once, and in which strand a member was seen last. */
  private final int[] present;

  private final int[] seenIn;
  private int strand;

  private long lastDay = Long.MIN_VALUE;
  private long lastMonth;

  ParticipationSweep(
      Slice slice, Split<ParticipationTally> split, Roster roster, ZoneId zone, AnswerRule rule) {
    this.slice = slice;
    this.split = split;
    this.members = MemberCodes.of(slice, roster);
    this.days = slice.scratch(new Key(zone), () -> new LocalDays(zone));
    Owners owners = new Owners(slice, roster);
    this.turns = new TurnSweep(slice, split, roster, members, owners, Strands.of(slice, rule));
    this.inside = new InsideSweep(slice, split, roster, members, owners);
    this.firstRow = new int[slice.organizations()];
    this.firstRowOf = new int[slice.organizations()];
    this.present = new int[roster.members()];
    this.seenIn = new int[roster.members()];
  }

  void run() {
    for (int unit = 0; unit < slice.units(); unit++) {
      conversation++;
      ownSize = 0;
      isOneOrganization = true;
      inside.begin();
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        message(row);
      }
      inside.end();
      strands();
    }
    turns.run();
    replies();
  }

  private void message(int row) {
    int organization = slice.organization(row);
    if (organization == Slice.NONE) {
      return;
    }
    if (firstRowOf[organization] != conversation) {
      firstRowOf[organization] = conversation;
      firstRow[organization] = row;
    }
    if (slice.isMember(row) && !slice.isAutomatic(row) && !slice.isBot(row)) {
      int member = members.of(row);
      split.at(row).addMessage(slice, row, member, month(row));
      replyTie(row, member);
      inside.message(row);
      isOneOrganization &= ownSize == 0 || own[0] >>> Integer.SIZE == organization;
      if (ownSize == own.length) {
        own = Arrays.copyOf(own, 2 * ownSize);
      }
      own[ownSize++] = (long) organization << Integer.SIZE | row;
    }
  }

  /** Counted from the beginning of the year 0. */
  private long month(int row) {
    long day = days.of(slice.effectiveAt(row));
    if (day != lastDay) {
      LocalDate date = LocalDate.ofEpochDay(day);
      lastDay = day;
      lastMonth = (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
    }
    return lastMonth;
  }

  private void replyTie(int row, int member) {
    int parent = slice.parent(row);
    if (parent != Slice.NONE
        && slice.isMember(parent)
        && !slice.isBot(parent)
        && !slice.isAutomatic(parent)
        && slice.person(parent) != slice.person(row)
        && slice.organization(parent) == slice.organization(row)) {
      split.at(row).ties.addReply(member, members.of(parent));
    }
  }

  /** Goes through the strands of a conversation that hold messages of members. */
  private void strands() {
    if (!isOneOrganization) {
      Arrays.sort(own, 0, ownSize);
    }
    int begin = 0;
    for (int i = 1; i <= ownSize; i++) {
      if (i == ownSize || own[i] >>> Integer.SIZE != own[begin] >>> Integer.SIZE) {
        strand((int) (own[begin] >>> Integer.SIZE), begin, i);
        begin = i;
      }
    }
  }

  private void strand(int organization, int begin, int end) {
    int anchor = firstRow[organization];
    if (!split.takes(anchor, Slice.NONE)) {
      return;
    }
    long seenUntil = slice.seenUntil(anchor);
    strand++;
    int size = 0;
    int first = Slice.NONE;
    int next = Slice.NONE;
    for (int i = begin; i < end; i++) {
      int row = (int) own[i];
      if (slice.effectiveAt(row) > seenUntil) {
        break; // rows stand in order of time
      }
      int member = members.of(row);
      if (seenIn[member] != strand) {
        seenIn[member] = strand;
        present[size++] = member;
      }
      if (first == Slice.NONE) {
        first = row;
      } else if (next == Slice.NONE && members.department(row) != members.department(first)) {
        next = row;
      }
    }
    if (size > 1) {
      split.at(anchor).ties.addJoint(present, size);
    }
    if (first != Slice.NONE) {
      ParticipationTally tally = split.at(anchor);
      tally.addWait(tally.handOffs, slice, anchor, members.department(first), first, next);
    }
  }

  private void replies() {
    Strands strands = turns.strands;
    for (int i = 0; i < strands.organizationRows(Addressing.TO_AUDIENCE); i++) {
      int row = strands.organizationRow(Addressing.TO_AUDIENCE, i);
      split.at(row).addReply(slice, row, members.of(row));
    }
  }
}
