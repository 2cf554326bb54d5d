package dev.repartee.measure;

import dev.repartee.measure.Opened.Keeping;

/**
 * A measure that shows the cases behind its counts.
 *
 * @param inner the measure
 * @param keeping how many are kept, and how they are named
 * @param <S> the summary of the measure
 */
record OpenedMeasure<S extends Summary<S>>(Measure<S> inner, Keeping keeping)
    implements Measure<Opened<S>> {
  /** Fails at once where there is nothing to open, not only when a log is measured. */
  OpenedMeasure {
    Opened.plan(inner, keeping);
  }

  @Override
  public Plan<?, Opened<S>> plan() {
    return Opened.plan(inner, keeping);
  }

  @Override
  public String toString() {
    return inner.toString() + keeping;
  }
}
