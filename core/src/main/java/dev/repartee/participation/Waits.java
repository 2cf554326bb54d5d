package dev.repartee.participation;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;

/**
 * How long somebody waited for a department, or a department for another, and how long those have
 * waited who wait still.
 *
 * @param over of the waits that are over
 * @param open of those that are not
 */
record Waits(Times over, Times open) implements Tally.Declared<Waits> {
  private static final TallyForm<Waits> FORM =
      TallyForm.of(Waits.class).part(t -> t.over).part(t -> t.open);

  Waits(int departments) {
    this(new Times(departments), new Times(departments));
  }

  void add(boolean isOver, int department, long millis, int groups) {
    (isOver ? over : open).add(department, millis, groups);
  }

  /** The curve of some departments together. */
  SurvivalCurve curve(int... departments) {
    return SurvivalCurve.of(sum(over, departments), sum(open, departments));
  }

  private static LatencyGroups sum(Times times, int... departments) {
    LatencyGroups sum = Times.none();
    for (int department : departments) {
      times.addTo(sum, department);
    }
    return sum;
  }

  @Override
  public TallyForm<Waits> form() {
    return FORM;
  }
}
