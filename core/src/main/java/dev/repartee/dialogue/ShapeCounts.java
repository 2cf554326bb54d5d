package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.tally.GroupedCounts;
import dev.repartee.measure.Groups;

/**
 * How many strands there are of each shape and age, by replicate group: adding up what strands are
 * like is left for the end, when it is done once for all strands of a shape.
 */
final class ShapeCounts {
  /**
   * Shapes are numbered as they come, so that those beyond are rare: their strands are added one by
   * one rather than kept room for under every key of a breakdown.
   */
  static final int MOST_COUNTED = 64;

  private final Shapes shapes;
  private final Groups<DialogueTally> groups;
  private final StrandFact fact = new StrandFact();
  private final GroupedCounts counts = new GroupedCounts();

  /** Answers by an account with a human face, which shapes do not tell, by conversation. */
  private final long[] personalAnswers = new long[Groups.COUNT];

  /** Whether there are answers without a face, so that those with one have to be counted. */
  private final boolean hasBrands;

  ShapeCounts(Shapes shapes, boolean hasBrands, Groups<DialogueTally> groups) {
    this.shapes = shapes;
    this.groups = groups;
    this.hasBrands = hasBrands;
  }

  boolean isOf(Shapes others) {
    return shapes == others;
  }

  void add(int shape, Age age, int personGroup, int conversationGroup) {
    if (shape < MOST_COUNTED) {
      counts.add(Age.COUNT * shape + age.ordinal(), personGroup, conversationGroup);
    } else {
      addStrands(shape, age, personGroup, true, 1);
      addStrands(shape, age, conversationGroup, false, 1);
    }
  }

  void addPersonalAnswers(int conversationGroup, int answers) {
    personalAnswers[conversationGroup] += answers;
  }

  /** Adds what the strands are like to the tallies of their groups. */
  void settle() {
    counts.forEach(
        (kind, group, isByPerson, count) ->
            addStrands(kind / Age.COUNT, Age.of(kind % Age.COUNT), group, isByPerson, count));
    for (int group = 0; group < Groups.COUNT; group++) {
      long personal = personalAnswers[group];
      if (personal > 0) {
        groups.byPerson(group).messages().count(MessageCounts.PERSONAL, personal);
        groups.byConversation(group).messages().count(MessageCounts.PERSONAL, personal);
      }
    }
  }

  private void addStrands(int shape, Age age, int group, boolean isByPerson, long count) {
    fact.moveTo(shapes.strands(), shape);
    DialogueTally tally = isByPerson ? groups.byPerson(group) : groups.byConversation(group);
    boolean isInbound = shapes.strands().isAudienceOpened(shape);
    tally.strands(age == Age.OPEN, isInbound).add(fact, age == Age.AT_REST, count);
    // A group that nothing belongs to stays empty.
    if (!isByPerson && shapes.strands().organizationMessages(shape) > 0) {
      addMessages(groups.byPerson(group).messages(), shape, count);
      addMessages(groups.byConversation(group).messages(), shape, count);
    }
  }

  /** The messages of members are in the group of their conversation in either grouping. */
  private void addMessages(MessageCounts messages, int shape, long strands) {
    for (Addressing to : Addressing.values()) {
      messages.countAddressed(to, strands * shapes.organizationMessages(shape, to));
    }
    messages.count(MessageCounts.UNPROMPTED, strands * shapes.unpromptedMessages(shape));
    long answers = strands * Long.bitCount(shapes.answers(shape));
    messages.count(MessageCounts.ANSWERS, answers);
    messages.count(MessageCounts.PERSONAL, hasBrands ? 0 : answers);
  }

  @Override
  public String toString() {
    return "strands of " + shapes;
  }
}
