package dev.repartee.live;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;

/**
 * What was counted in a part of the rows, before a summary is made of it.
 *
 * @param <T> the tally
 */
final class Found<T extends Tally<T>> extends Summary.Backed<Found<T>> {
  private final T tally;
  private final SeenKinds seen;

  Found(Evidence<T> evidence) {
    super(evidence, merged -> new Found<>(merged));
    this.tally = evidence.tally();
    this.seen = evidence.seenKinds();
  }

  T tally() {
    return tally;
  }

  SeenKinds seen() {
    return seen;
  }

  /** None: the summary that is made of it has them. */
  @Override
  public Facts facts() {
    return Facts.of(origin()).build();
  }

  @Override
  public String toString() {
    return "counted for " + origin().measure();
  }
}
