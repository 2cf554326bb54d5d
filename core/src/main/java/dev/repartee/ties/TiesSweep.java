package dev.repartee.ties;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.time.LocalDays;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.ties.TiesSummary.Contribution;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Finds who each message of a slice answers. It is the working memory of one worker, used again
 * from slice to slice.
 */
final class TiesSweep {
  /** What the working memory of a worker is known by. */
  private record Key(AnswerRule rule, ZoneId zone) {}

  private static final long[] NO_VALUES = new long[0];

  private final boolean countsBots;
  private final LocalDays days;

  /** For each row the last exchange that it ends, and for each exchange the one before it. */
  private int[] ended = new int[0];

  private int[] endedBefore = new int[0];
  private int base;

  // The message at hand.
  private long at;
  private long day;
  private boolean hasAnswered;
  private boolean hasAnsweredAnonymous;

  private TiesSweep(AnswerRule rule, ZoneId zone) {
    this.countsBots = rule.isCountingBots();
    this.days = new LocalDays(zone);
  }

  /** Adds the ties of all conversations of a slice. */
  static void sweep(AnswerRule rule, ZoneId zone, Slice slice, Split<TiesTally> split) {
    if (slice.units() > 0) {
      TiesSweep sweep = slice.scratch(new Key(rule, zone), () -> new TiesSweep(rule, zone));
      sweep.sweep(Strands.of(slice, rule), slice, split);
    }
  }

  private void sweep(Strands strands, Slice slice, Split<TiesTally> split) {
    base = slice.from(0);
    find(strands, slice.to(slice.units() - 1) - base);
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (split.takes(row, Slice.NONE)) {
          message(strands, slice, row, split.at(row));
        }
      }
    }
    dialogues(strands, slice, split);
  }

  /** Lists the exchanges by the message that ends them. */
  private void find(Strands strands, int rows) {
    ended = ended.length < rows ? new int[Math.max(rows, 2 * ended.length)] : ended;
    Arrays.fill(ended, 0, rows, Slice.NONE);
    int exchanges = strands.exchanges();
    if (endedBefore.length < exchanges) {
      endedBefore = new int[Math.max(exchanges, 2 * endedBefore.length)];
    }
    for (int i = 0; i < exchanges; i++) {
      int answer = strands.answer(i);
      if (answer != Slice.NONE) {
        endedBefore[i] = ended[answer - base];
        ended[answer - base] = i;
      }
    }
  }

  private void message(Strands strands, Slice slice, int row, TiesTally tally) {
    if (isMachine(slice, row)) {
      tally.add(Contribution.BY_MACHINE);
      return;
    }
    if (slice.isAnonymous(row)) {
      tally.add(Contribution.BY_ANONYMOUS);
      return;
    }
    int person = slice.person(row);
    at = slice.effectiveAt(row);
    day = days.of(at);
    hasAnswered = false;
    hasAnsweredAnonymous = false;
    tally.addContact(slice, person, row, at, day, 1, 0);

    int parent = slice.parent(row);
    boolean repliesToMachine = parent != Slice.NONE && isMachine(slice, parent);
    boolean repliesToSelf = parent != Slice.NONE && slice.person(parent) == person;
    int linked = Slice.NONE;
    boolean isAside = slice.isAside(row);
    boolean sees = parent != Slice.NONE && (!isAside || slice.isMember(parent));
    if (sees && !repliesToMachine && !repliesToSelf) {
      linked = slice.person(parent);
      answer(slice, row, linked, slice.isAnonymous(parent), false, tally);
    }
    int named = slice.named(row);
    if (isAside
        || named == person
        || (named != Slice.NONE && slice.organizationOf(named, row) != Slice.NONE)) {
      named = Slice.NONE;
    }
    if (named != Slice.NONE && named != linked) {
      answer(slice, row, named, false, false, tally);
    }
    for (int i = ended[row - base]; i != Slice.NONE; i = endedBefore[i]) {
      int waiting = slice.person(strands.anchor(i));
      if (waiting != linked && waiting != named) {
        boolean isAnonymous = slice.isAnonymous(strands.anchor(i));
        answer(slice, row, waiting, isAnonymous, !strands.isDirect(i), tally);
      }
    }
    tally.add(contribution(repliesToSelf, repliesToMachine));
  }

  private void answer(
      Slice slice, int row, int to, boolean isAnonymous, boolean isInferred, TiesTally tally) {
    if (isAnonymous) {
      hasAnsweredAnonymous = true;
    } else {
      hasAnswered = true;
      tally.addTie(slice, row, to, at, isInferred);
      tally.addContact(slice, to, row, at, day, 0, 0);
    }
  }

  private Contribution contribution(boolean repliesToSelf, boolean repliesToMachine) {
    if (hasAnswered) {
      return Contribution.ANSWERS;
    }
    if (hasAnsweredAnonymous) {
      return Contribution.ANSWERS_ANONYMOUS;
    }
    if (repliesToMachine) {
      return Contribution.ANSWERS_MACHINE;
    }
    return repliesToSelf ? Contribution.ANSWERS_ONESELF : Contribution.ANSWERS_NOBODY;
  }

  private boolean isMachine(Slice slice, int row) {
    return slice.isAutomatic(row) || (slice.isBot(row) && !countsBots);
  }

  /** Counts who spoke, was answered and spoke again: once in each strand, where it first shows. */
  private void dialogues(Strands strands, Slice slice, Split<TiesTally> split) {
    LongTable seen = new LongTable(List.of());
    int organizations = slice.organizations() + 1;
    int unit = 0;
    for (int i = 0; i < strands.returns(); i++) {
      int row = strands.returnRow(i);
      if (row < slice.from(unit)) {
        unit = 0; // duets are told after the others
      }
      while (slice.to(unit) <= row) {
        unit++;
      }
      int strand = unit * organizations + slice.organization(row) + 1;
      if (!slice.isAnonymous(row)
          && seen.add(PersonTables.key(strand, slice.person(row)), NO_VALUES)
          && split.takes(row, Slice.NONE)) {
        long time = slice.effectiveAt(row);
        split.at(row).addContact(slice, slice.person(row), row, time, days.of(time), 0, 1);
      }
    }
  }
}
