package dev.repartee.measure;

/**
 * What a summary rests on: its tally and origin. A {@link Summary.Backed} summary delegates origin,
 * merging and bytes to it.
 *
 * @param <T> the tally
 */
public final class Evidence<T extends Tally<T>> {
  private final Plan<T, ?> plan;
  private final Origin origin;
  private final SeenKinds seenKinds;
  private final T tally;

  /**
   * The sum of all counts read from bytes; 0 for measured tallies, which no log makes too large.
   */
  private final long counted;

  Evidence(Plan<T, ?> plan, Origin origin, SeenKinds seenKinds, T tally, long counted) {
    this.plan = plan;
    this.origin = origin;
    this.seenKinds = seenKinds;
    this.tally = tally;
    this.counted = counted;
  }

  /** {@return the origin of the tally} */
  public Origin origin() {
    return origin;
  }

  /** {@return the kinds seen in the log; none unless the plan asked for them} */
  public SeenKinds seenKinds() {
    return seenKinds;
  }

  /** {@return the tally, which must not be changed} */
  public T tally() {
    return tally;
  }

  long counted() {
    return counted;
  }

  /**
   * {@return the combined evidence of this and another, which both stay unchanged}
   *
   * @param other evidence for the same measure
   * @throws IllegalArgumentException if the two do not belong together
   */
  public Evidence<T> merge(Evidence<T> other) {
    Origin merged = origin.merge(other.origin);
    if (counted + other.counted >= Tally.Input.MOST) {
      throw new IllegalArgumentException(
          "counts ("
              + counted
              + " and "
              + other.counted
              + ") must be below 2^60 together, which no log can exceed; merge what was measured");
    }
    T sum = plan.emptyTally();
    sum.add(tally);
    sum.add(other.tally);
    return new Evidence<>(
        plan, merged, seenKinds.and(other.seenKinds), sum, counted + other.counted);
  }

  /** {@return all of it as bytes, equal for equal evidence} */
  public byte[] toBytes() {
    return plan.toBytes(this);
  }

  @Override
  public String toString() {
    return "evidence for " + plan.text();
  }
}
