package dev.repartee.dialogue;

import com.google.common.math.LongMath;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.tally.NameSet;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.Duration;

/** Tallies the strands of one slice, each in the group of its person and of its conversation. */
final class DialogueSweep {
  private static final Addressing[] TO = Addressing.values();

  private final FastSlice slice;
  private final Split<DialogueGroups> split;
  private final AnswerRule rule;
  private final Shapes shapes;
  private final StrandFact fact = new StrandFact();
  private final boolean canBeAnswered;
  private final long horizonMillis;

  /** Whether all of the slice is older than the horizon, and is seen to the end. */
  private final boolean areAtRest;

  DialogueSweep(Slice slice, Split<DialogueGroups> split, AnswerRule rule, Duration horizon) {
    this.slice = FastSlice.of(slice);
    this.split = split;
    this.rule = rule;
    this.shapes = Shapes.of(slice, rule);
    this.canBeAnswered = rule.canBeMetIn(slice.organizations());
    this.horizonMillis = horizon.toMillis();
    this.areAtRest =
        this.slice.latest() <= LongMath.saturatedSubtract(slice.asOf(), horizonMillis)
            && this.slice.isSeenToTheEnd();
  }

  void run() {
    DialogueGroups whole = split.whole();
    DialogueGroups[] tallies = new DialogueGroups[whole == null ? slice.units() : 0];
    if (whole != null) {
      byShape(whole);
      strands(shapes.others());
    } else if (findTallies(tallies)) {
      byShape(tallies);
      strands(shapes.others());
    } else {
      strands(Strands.of(slice, rule));
    }
  }

  /**
   * Finds where each conversation with a shape is counted; returns whether each is in one tally.
   */
  private boolean findTallies(DialogueGroups[] tallies) {
    for (int unit = 0; unit < tallies.length; unit++) {
      if (shapes.shape(unit) != Slice.NONE) {
        DialogueGroups tally = split.whole(slice.from(unit), slice.to(unit));
        if (tally == null) {
          return false;
        }
        tallies[unit] = tally;
      }
    }
    return true;
  }

  private void byShape(DialogueGroups whole) {
    // Loops of their own: what is small enough is compiled into one piece.
    ShapeCounts counts = whole.byShape(shapes, slice.hasBrandAccounts());
    if (areAtRest) {
      countAtRest(counts);
    } else {
      for (int unit = 0; unit < slice.units(); unit++) {
        count(unit, shapes.shape(unit), counts);
      }
    }
    if (slice.hasBrandAccounts()) {
      for (int unit = 0; unit < slice.units(); unit++) {
        countPersonal(unit, shapes.shape(unit), counts);
      }
    }
    addOrganizations(whole.organizations);
  }

  /** Not to read the times of what is old saves a third of the whole. */
  private void countAtRest(ShapeCounts counts) {
    int units = slice.units();
    for (int unit = 0; unit < units; unit++) {
      int shape = shapes.shape(unit);
      if (shape != Slice.NONE) {
        counts.add(shape, Age.AT_REST, slice.groups(slice.from(unit)));
      }
    }
  }

  /** If there is only one organization, the first strand shows which. */
  private void addOrganizations(NameSet organizations) {
    boolean isOne = slice.organizations() <= 1;
    for (int unit = 0; unit < slice.units(); unit++) {
      if (shapes.shape(unit) != Slice.NONE) {
        organizations.addOrganization(slice, slice.from(unit));
        if (isOne) {
          return;
        }
      }
    }
  }

  private void byShape(DialogueGroups[] tallies) {
    for (int unit = 0; unit < tallies.length; unit++) {
      int shape = shapes.shape(unit);
      if (shape != Slice.NONE) {
        ShapeCounts counts = tallies[unit].byShape(shapes, slice.hasBrandAccounts());
        count(unit, shape, counts);
        countPersonal(unit, shape, counts);
        tallies[unit].organizations.addOrganization(slice, slice.from(unit));
      }
    }
  }

  private void count(int unit, int shape, ShapeCounts counts) {
    if (shape != Slice.NONE) {
      int anchor = slice.from(unit);
      Age age = areAtRest ? Age.AT_REST : age(anchor, slice.to(unit) - 1);
      counts.add(shape, age, slice.groups(anchor));
    }
  }

  private void countPersonal(int unit, int shape, ShapeCounts counts) {
    if (shape != Slice.NONE && slice.hasBrandAccounts()) {
      int anchor = slice.from(unit);
      int personal = personal(shapes.answers(shape), anchor);
      counts.addPersonalAnswers(slice.groups(anchor), personal);
    }
  }

  /** How many answers of a conversation, a bit for each, an account with a human face wrote. */
  private int personal(long answers, int from) {
    // Mostly there are two at most. Looking at two in any case spares guessing how many there are.
    int personal = personal(answers, from, 0);
    long left = answers & (answers - 1);
    personal = personal(left, from, personal);
    for (left &= left - 1; left != 0; left &= left - 1) {
      personal = personal(left, from, personal);
    }
    return personal;
  }

  /** One more where there is an answer and the first of them has a face. */
  private int personal(long answers, int from, int before) {
    int first = Long.numberOfTrailingZeros(answers) & (Long.SIZE - 1);
    int hasFace = slice.isPersonal(from + first) ? 1 : 0;
    return before + (answers == 0 ? 0 : hasFace);
  }

  private void strands(Strands strands) {
    for (int strand = 0; strand < strands.strands(); strand++) {
      int anchor = strands.strandAnchor(strand);
      DialogueGroups tally = split.at(anchor);
      tally.organizations.addOrganization(slice, anchor);
      strand(strands, strand, anchor, tally.groups);
    }
    for (Addressing to : TO) {
      int place = MessageCounts.place(to);
      for (int i = 0; i < strands.organizationRows(to); i++) {
        message(strands.organizationRow(to, i), place);
      }
    }
    for (int i = 0; i < strands.unprompted(); i++) {
      message(strands.unpromptedRow(i), MessageCounts.UNPROMPTED);
    }
    for (int i = 0; i < strands.answers(); i++) {
      answer(strands.answerRow(i));
    }
    for (int i = 0; i < strands.unaddressed(); i++) {
      int row = strands.unaddressedRow(i);
      split.at(row).groups.count(slice, row, t -> t.unaddressed++);
    }
  }

  /** Where anybody answers, answers of the audience are not the organization's. */
  private void answer(int row) {
    if (slice.isMember(row)) {
      message(row, MessageCounts.ANSWERS);
      if (slice.isPersonal(row)) {
        message(row, MessageCounts.PERSONAL);
      }
    }
  }

  private void message(int row, int what) {
    Groups<DialogueTally> groups = split.at(row).groups;
    int rowGroups = groupsOfMessage(row);
    for (int g = 0; g < groups.groupings(); g++) {
      groups.at(g, rowGroups).messages.count(what, 1);
    }
  }

  /**
   * A member's message is in the group of its conversation, by person as by week: of the week in
   * which the conversation began.
   */
  private int groupsOfMessage(int row) {
    int opener = slice.opener(row);
    int week = Grouping.WEEK.with(Grouping.WEEK.of(slice.groups(opener)));
    return (slice.groups(row) & ~Grouping.WEEK.with(Groups.COUNT - 1)) | week;
  }

  private Age age(int anchor, int last) {
    if (slice.asOf() - slice.effectiveAt(anchor) < horizonMillis) {
      return Age.OPEN;
    }
    long silence = slice.seenUntil(anchor) - slice.effectiveAt(last);
    return silence < horizonMillis ? Age.GOING_ON : Age.AT_REST;
  }

  private void strand(Strands strands, int strand, int anchor, Groups<DialogueTally> groups) {
    if (!canBeAnswered) {
      groups.count(slice, anchor, t -> t.unanswerable++);
    } else if (strands.isAutomatic(strand)) {
      groups.count(slice, anchor, t -> t.automatic++);
    } else {
      Opening opening = Opening.of(strands, strand);
      Age age = age(anchor, strands.lastMessage(strand));
      fact.moveTo(strands, strand);
      int rowGroups = slice.groups(anchor);
      for (int g = 0; g < groups.groupings(); g++) {
        StrandCounts counts = groups.at(g, rowGroups).strands(age == Age.OPEN, opening);
        counts.add(fact, age == Age.AT_REST, 1);
      }
    }
  }
}
