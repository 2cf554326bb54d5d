package dev.repartee.participation;

import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long somebody waited for a department, or a department for another, and how long those have
 * waited who wait still.
 *
 * @param over of the waits that are over
 * @param open of those that are not
 */
record Waits(Times over, Times open) implements Tally<Waits> {
  Waits() {
    this(new Times(), new Times());
  }

  void add(boolean isOver, int department, long millis, int personGroup, int conversationGroup) {
    (isOver ? over : open).add(department, millis, personGroup, conversationGroup);
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
  public void add(Waits other) {
    over.add(other.over);
    open.add(other.open);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    over.write(out);
    open.write(out);
  }

  static Waits read(DataInput in) throws IOException {
    return new Waits(Times.read(in), Times.read(in));
  }
}
