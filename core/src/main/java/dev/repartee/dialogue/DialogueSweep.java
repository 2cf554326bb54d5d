package dev.repartee.dialogue;

import dev.repartee.exchange.Addressing;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.exchange.Shapes;
import dev.repartee.exchange.Strands;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.Duration;

/** Tallies the strands of one slice, each in the group of its person and of its conversation. */
final class DialogueSweep {
  private final Slice slice;
  private final Split<DialogueGroups> split;
  private final AnswerRule rule;
  private final Shapes shapes;
  private final StrandFact fact = new StrandFact();
  private final boolean canBeAnswered;
  private final long horizonMillis;

  DialogueSweep(Slice slice, Split<DialogueGroups> split, AnswerRule rule, Duration horizon) {
    this.slice = slice;
    this.split = split;
    this.rule = rule;
    this.shapes = Shapes.of(slice, rule);
    this.canBeAnswered = slice.organizations() > 0 || rule.answerer() == Answerer.ANYBODY_ELSE;
    this.horizonMillis = horizon.toMillis();
  }

  void run() {
    DialogueGroups whole = split.whole();
    if (whole == null) {
      strands(Strands.of(slice, rule));
    } else {
      byShape(whole.byShape(shapes));
      strands(shapes.others());
    }
  }

  private void byShape(ShapeCounts counts) {
    for (int unit = 0; unit < slice.units(); unit++) {
      int shape = shapes.shape(unit);
      if (shape != Slice.NONE) {
        int anchor = slice.from(unit);
        counts.add(
            shape, isOpen(anchor), slice.personGroup(anchor), slice.conversationGroup(anchor));
      }
    }
  }

  private void strands(Strands strands) {
    for (int strand = 0; strand < strands.strands(); strand++) {
      int anchor = strands.strandAnchor(strand);
      Groups<DialogueTally> groups = split.at(anchor).unsettled();
      strand(
          strands,
          strand,
          anchor,
          groups.byPerson(slice, anchor),
          groups.byConversation(slice, anchor));
    }
    addressed(strands, Addressing.TO_AUDIENCE);
    addressed(strands, Addressing.OPENING);
    addressed(strands, Addressing.OWN_OR_UNKNOWN);
    for (int i = 0; i < strands.unaddressed(); i++) {
      int row = strands.unaddressedRow(i);
      Groups<DialogueTally> groups = split.at(row).unsettled();
      groups.byPerson(slice, row).countUnaddressed();
      groups.byConversation(slice, row).countUnaddressed();
    }
  }

  private void addressed(Strands strands, Addressing to) {
    for (int i = 0; i < strands.organizationRows(to); i++) {
      int row = strands.organizationRow(to, i);
      Groups<DialogueTally> groups = split.at(row).unsettled();
      groups.byPerson(slice, row).countAddressed(to, 1);
      groups.byConversation(slice, row).countAddressed(to, 1);
    }
  }

  private boolean isOpen(int anchor) {
    return slice.asOf() - slice.effectiveAt(anchor) < horizonMillis;
  }

  private void strand(
      Strands strands,
      int strand,
      int anchor,
      DialogueTally byPerson,
      DialogueTally byConversation) {
    if (!canBeAnswered) {
      byPerson.countUnanswerable();
      byConversation.countUnanswerable();
    } else if (strands.isAutomatic(strand)) {
      byPerson.countAutomatic();
      byConversation.countAutomatic();
    } else {
      boolean isInbound = strands.isAudienceOpened(strand);
      fact.moveTo(strands, strand);
      byPerson.strands(isOpen(anchor), isInbound).add(fact);
      byConversation.strands(isOpen(anchor), isInbound).add(fact);
    }
  }

  @Override
  public String toString() {
    return "sweep of " + shapes;
  }
}
