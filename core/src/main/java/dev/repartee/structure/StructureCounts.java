package dev.repartee.structure;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.util.stream.Stream;

/** What the conversations of one kind are like, added up. */
final class StructureCounts implements Tally.Declared<StructureCounts> {
  private static final TallyForm<StructureCounts> FORM =
      TallyForm.of(StructureCounts.class)
          .part(t -> t.depth)
          .part(t -> t.width)
          .part(t -> t.size)
          .part(t -> t.hIndex)
          .part(t -> t.participants)
          .part(t -> t.distance)
          .count(t -> t.paired, (t, n) -> t.paired = n)
          .count(t -> t.flat, (t, n) -> t.flat = n)
          .check(StructureCounts::isConsistent, "counts of conversations contradict each other");

  final CountTally depth = new CountTally();
  final CountTally width = new CountTally();
  final CountTally size = new CountTally();
  final CountTally hIndex = new CountTally();
  final CountTally participants = new CountTally();

  /** Of conversations of two messages and more, in units of two to the power of minus 32. */
  final WideSum distance = new WideSum();

  /** How many conversations have two messages or more. */
  long paired;

  /** The number of messages without a parent, except the openers. */
  long flat;

  /** Adds as many conversations that are alike. */
  void add(TreeFacts facts, int persons, long times) {
    depth.add(facts.depth, times);
    width.add(facts.width, times);
    size.add(facts.messages, times);
    hIndex.add(facts.hIndex, times);
    participants.add(persons, times);
    flat += times * facts.flat;
    if (facts.messages > 1) {
      paired += times;
      distance.add(facts.distance, times);
    }
  }

  /** Each conversation counts once everywhere, and two messages are a link apart at least. */
  private boolean isConsistent() {
    return Stream.of(depth, width, hIndex, participants).allMatch(t -> t.count() == size.count())
        && paired <= size.count()
        && flat <= size.sum()
        && distance.toDouble() >= Math.scalb((double) paired, TreeFacts.FRACTION_BITS);
  }

  @Override
  public TallyForm<StructureCounts> form() {
    return FORM;
  }
}
