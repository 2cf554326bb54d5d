package dev.repartee.dialogue;

import dev.repartee.exchange.Addressing;
import dev.repartee.exchange.Shapes;
import dev.repartee.measure.Groups;
import java.util.Arrays;

/**
 * How many strands there are of each shape, by replicate group: adding up what strands are like is
 * left for the end, when it is done once for all strands of a shape.
 */
final class ShapeCounts {
  private static final int GROUPINGS = 2 * Groups.COUNT;

  private final Shapes shapes;
  private int[] counts = new int[0];

  ShapeCounts(Shapes shapes) {
    this.shapes = shapes;
  }

  boolean isOf(Shapes others) {
    return shapes == others;
  }

  void add(int shape, boolean isOpen, int personGroup, int conversationGroup) {
    int at = (2 * shape + (isOpen ? 1 : 0)) * GROUPINGS;
    if (at + GROUPINGS > counts.length) {
      counts = Arrays.copyOf(counts, 2 * (at + GROUPINGS));
    }
    counts[at + personGroup]++;
    counts[at + Groups.COUNT + conversationGroup]++;
  }

  /** Adds what the strands are like to the tallies of their groups. */
  void addTo(Groups<DialogueTally> groups) {
    StrandFact fact = new StrandFact();
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0) {
        int shape = at / GROUPINGS / 2;
        boolean isOpen = at / GROUPINGS % 2 == 1;
        int group = at % Groups.COUNT;
        boolean isByPerson = at % GROUPINGS < Groups.COUNT;
        fact.moveTo(shapes.strands(), shape);
        DialogueTally tally = isByPerson ? groups.byPerson(group) : groups.byConversation(group);
        tally.strands(isOpen, shapes.strands().isAudienceOpened(shape)).add(fact, counts[at]);
        if (!isByPerson) {
          addMessages(groups, shape, group, counts[at]);
        }
      }
    }
  }

  /** The messages of members are in the group of their conversation in either grouping. */
  private void addMessages(Groups<DialogueTally> groups, int shape, int group, long strands) {
    for (Addressing to : Addressing.values()) {
      long messages = strands * shapes.organizationMessages(shape, to);
      if (messages > 0) {
        groups.byPerson(group).countAddressed(to, messages);
        groups.byConversation(group).countAddressed(to, messages);
      }
    }
  }

  @Override
  public String toString() {
    return "strands of " + shapes;
  }
}
