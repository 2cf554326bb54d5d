package dev.repartee.dialogue;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** What it took the people of one kind to be answered, added up. */
final class EffortCounts implements Tally.Declared<EffortCounts> {
  private static final TallyForm<EffortCounts> FORM =
      TallyForm.of(EffortCounts.class)
          .part(t -> t.messages)
          .part(t -> t.handOffs)
          .part(t -> t.departmentHandOffs)
          .count(t -> t.unanswered, (t, n) -> t.unanswered = n)
          .count(t -> t.unanswerable, (t, n) -> t.unanswerable = n)
          .check(
              t ->
                  t.messages.count() == t.handOffs.count()
                      && t.messages.count() == t.departmentHandOffs.count()
                      && t.departmentHandOffs.sum() <= t.handOffs.sum(),
              "counts of cases contradict each other");

  final CountTally messages = new CountTally();
  final CountTally handOffs = new CountTally();
  final CountTally departmentHandOffs = new CountTally();
  long unanswered;
  long unanswerable;

  void addAnswered(int messagesUntil, int handOffsUntil, int departmentHandOffsUntil) {
    messages.add(messagesUntil, 1);
    handOffs.add(handOffsUntil, 1);
    departmentHandOffs.add(departmentHandOffsUntil, 1);
  }

  @Override
  public TallyForm<EffortCounts> form() {
    return FORM;
  }
}
