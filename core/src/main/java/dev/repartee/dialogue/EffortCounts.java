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

  private final CountTally messages = new CountTally();
  private final CountTally handOffs = new CountTally();
  private final CountTally departmentHandOffs = new CountTally();
  private long unanswered;
  private long unanswerable;

  void addAnswered(int messagesUntil, int handOffsUntil, int departmentHandOffsUntil) {
    messages.add(messagesUntil, 1);
    handOffs.add(handOffsUntil, 1);
    departmentHandOffs.add(departmentHandOffsUntil, 1);
  }

  void countUnanswered() {
    unanswered++;
  }

  void countUnanswerable() {
    unanswerable++;
  }

  CountTally messages() {
    return messages;
  }

  CountTally handOffs() {
    return handOffs;
  }

  CountTally departmentHandOffs() {
    return departmentHandOffs;
  }

  long unanswered() {
    return unanswered;
  }

  long unanswerable() {
    return unanswerable;
  }

  @Override
  public TallyForm<EffortCounts> form() {
    return FORM;
  }
}
