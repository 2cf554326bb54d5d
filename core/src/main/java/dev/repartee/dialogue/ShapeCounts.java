package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.tally.GroupedCounts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import java.util.Set;
import java.util.function.Consumer;

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

  /**
   * What determines the groups of the messages of members: their conversation, and when it began.
   */
  private static final Set<Grouping> OF_MESSAGES = Set.of(Grouping.CONVERSATION, Grouping.WEEK);

  private final Shapes shapes;
  private final Groups<DialogueTally> tallies;
  private final StrandFact fact = new StrandFact();
  private final GroupedCounts counts = new GroupedCounts();

  /** Answers by an account with a human face, which shapes do not tell, by grouping and group. */
  private final long[][] personalAnswers = new long[Grouping.values().length][Groups.COUNT];

  /** Whether there are answers without a face, so that those with one have to be counted. */
  private final boolean hasBrands;

  ShapeCounts(Shapes shapes, boolean hasBrands, Groups<DialogueTally> tallies) {
    this.shapes = shapes;
    this.tallies = tallies;
    this.hasBrands = hasBrands;
  }

  boolean isOf(Shapes others) {
    return shapes == others;
  }

  void add(int shape, Age age, int groups) {
    if (shape < MOST_COUNTED) {
      counts.add(Age.COUNT * shape + age.ordinal(), groups);
    } else {
      for (Grouping grouping : Grouping.values()) {
        addStrands(shape, age, grouping, grouping.of(groups), 1);
      }
    }
  }

  void addPersonalAnswers(int groups, int answers) {
    for (Grouping grouping : OF_MESSAGES) {
      personalAnswers[grouping.ordinal()][grouping.of(groups)] += answers;
    }
  }

  /** Adds what the strands are like to the tallies of their groups. */
  void settle() {
    counts.forEach(
        (kind, grouping, group, count) ->
            addStrands(kind / Age.COUNT, Age.of(kind % Age.COUNT), grouping, group, count));
    for (Grouping grouping : OF_MESSAGES) {
      for (int group = 0; group < Groups.COUNT; group++) {
        long personal = personalAnswers[grouping.ordinal()][group];
        if (personal > 0) {
          ofMessages(grouping, group, messages -> messages.count(MessageCounts.PERSONAL, personal));
        }
      }
    }
  }

  private void addStrands(int shape, Age age, Grouping grouping, int group, long count) {
    fact.moveTo(shapes.strands(), shape);
    if (tallies.has(grouping)) {
      DialogueTally tally = tallies.at(grouping, grouping.with(group));
      Opening opening = Opening.of(shapes.strands(), shape);
      tally.strands(age == Age.OPEN, opening).add(fact, age == Age.AT_REST, count);
    }
    // A group that nothing belongs to stays empty.
    if (OF_MESSAGES.contains(grouping) && shapes.strands().organizationMessages(shape) > 0) {
      ofMessages(grouping, group, messages -> addMessages(messages, shape, count));
    }
  }

  /** By person, the messages of members are in the group of their conversation. */
  private void ofMessages(Grouping grouping, int group, Consumer<MessageCounts> how) {
    if (tallies.has(grouping)) {
      how.accept(tallies.at(grouping, grouping.with(group)).messages);
    }
    if (grouping == Grouping.CONVERSATION) {
      how.accept(tallies.at(Grouping.PERSON, Grouping.PERSON.with(group)).messages);
    }
  }

  private void addMessages(MessageCounts messages, int shape, long strands) {
    for (Addressing to : Addressing.values()) {
      messages.countAddressed(to, strands * shapes.organizationMessages(shape, to));
    }
    messages.count(MessageCounts.UNPROMPTED, strands * shapes.unpromptedMessages(shape));
    long answers = strands * Long.bitCount(shapes.answers(shape));
    messages.count(MessageCounts.ANSWERS, answers);
    messages.count(MessageCounts.PERSONAL, hasBrands ? 0 : answers);
  }
}
