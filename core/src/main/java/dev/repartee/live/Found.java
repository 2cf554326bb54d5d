package dev.repartee.live;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;

/**
 * What was counted in a part of the rows, before it becomes a summary.
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

  /** None here: the summary made from it has them. */
  @Override
  public Facts facts() {
    return Facts.of(origin()).build();
  }

  @Override
  public String toString() {
    return "counted for " + origin().measure();
  }
}
