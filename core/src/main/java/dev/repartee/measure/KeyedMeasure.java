package dev.repartee.measure;

/**
 * A measure split by a dimension.
 *
 * @param inner the measure
 * @param dimension what it is split by
 * @param <S> the summary of one key
 */
record KeyedMeasure<S extends Summary<S>>(Measure<S> inner, Dimension dimension)
    implements Measure<Breakdown<S>> {
  /** Fails at once where the dimension does not fit, not only when a log is measured. */
  KeyedMeasure {
    Keyed.plan(inner.plan(), dimension);
  }

  @Override
  public Plan<?, Breakdown<S>> plan() {
    return Keyed.plan(inner.plan(), dimension);
  }

  @Override
  public String toString() {
    return inner + " by " + dimension.name();
  }
}
