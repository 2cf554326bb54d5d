package dev.repartee.dialogue;

import dev.repartee.exchange.Addressing;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.exchange.Strands;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.Duration;

/** Tallies the strands of one slice, each in the group of its person and of its conversation. */
final class DialogueSweep {
  private final Slice slice;
  private final Split<Groups<DialogueTally>> split;
  private final Strands strands;
  private final StrandFact fact = new StrandFact();
  private final boolean canBeAnswered;
  private final long horizonMillis;

  DialogueSweep(
      Slice slice, Split<Groups<DialogueTally>> split, AnswerRule rule, Duration horizon) {
    this.slice = slice;
    this.split = split;
    this.strands = Strands.of(slice, rule);
    this.canBeAnswered = slice.organizations() > 0 || rule.answerer() == Answerer.ANYBODY_ELSE;
    this.horizonMillis = horizon.toMillis();
  }

  void run() {
    for (int strand = 0; strand < strands.strands(); strand++) {
      int anchor = strands.strandAnchor(strand);
      Groups<DialogueTally> groups = split.at(anchor);
      strand(strand, anchor, groups.byPerson(slice, anchor), groups.byConversation(slice, anchor));
    }
    addressed(Addressing.TO_AUDIENCE);
    addressed(Addressing.OPENING);
    addressed(Addressing.OWN_OR_UNKNOWN);
    for (int i = 0; i < strands.unaddressed(); i++) {
      int row = strands.unaddressedRow(i);
      Groups<DialogueTally> groups = split.at(row);
      groups.byPerson(slice, row).countUnaddressed();
      groups.byConversation(slice, row).countUnaddressed();
    }
  }

  private void addressed(Addressing to) {
    for (int i = 0; i < strands.organizationRows(to); i++) {
      int row = strands.organizationRow(to, i);
      Groups<DialogueTally> groups = split.at(row);
      groups.byPerson(slice, row).countAddressed(to);
      groups.byConversation(slice, row).countAddressed(to);
    }
  }

  private void strand(
      int strand, int anchor, DialogueTally byPerson, DialogueTally byConversation) {
    if (!canBeAnswered) {
      byPerson.countUnanswerable();
      byConversation.countUnanswerable();
    } else if (strands.isAutomatic(strand)) {
      byPerson.countAutomatic();
      byConversation.countAutomatic();
    } else {
      boolean isOpen = slice.asOf() - slice.effectiveAt(anchor) < horizonMillis;
      boolean isInbound = strands.isAudienceOpened(strand);
      fact.moveTo(strands, strand);
      byPerson.strands(isOpen, isInbound).add(fact);
      byConversation.strands(isOpen, isInbound).add(fact);
    }
  }

  @Override
  public String toString() {
    return "sweep of " + strands;
  }
}
