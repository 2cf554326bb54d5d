package dev.repartee.measure;

/**
 * What a summary rests on: the tally, and what it is of. A {@link Summary.Backed} summary leaves
 * origin, merging and bytes to it.
 *
 * @param <T> the tally
 */
public final class Evidence<T extends Tally<T>> {
  private final Plan<T, ?> plan;
  private final Origin origin;
  private final SeenKinds seenKinds;
  private final T tally;

  /** As many as bytes said there are; 0 for what was measured, which no log makes large. */
  private final long counted;

  Evidence(Plan<T, ?> plan, Origin origin, SeenKinds seenKinds, T tally, long counted) {
    this.plan = plan;
    this.origin = origin;
    this.seenKinds = seenKinds;
    this.tally = tally;
    this.counted = counted;
  }

  /** {@return what the tally is of: the origin} */
  public Origin origin() {
    return origin;
  }

  /** {@return what the log could show: the kinds seen; none unless the plan asked for them} */
  public SeenKinds seenKinds() {
    return seenKinds;
  }

  /** {@return the tally, to be read only: the tally} */
  public T tally() {
    return tally;
  }

  long counted() {
    return counted;
  }

  /**
   * {@return the evidence of both; new evidence; this and the other stay as they are}
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

  /** {@return the bytes of it all; bytes, equal for equal evidence} */
  public byte[] toBytes() {
    return plan.toBytes(this);
  }

  @Override
  public String toString() {
    return "evidence for " + plan.text();
  }
}
