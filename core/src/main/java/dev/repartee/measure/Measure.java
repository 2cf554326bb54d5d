package dev.repartee.measure;

/**
 * A question to a log. Measures compose: a breakdown of a measure is a measure, several in one walk
 * are a measure ({@link Measures#of}).
 *
 * @param <S> the summary that answers it
 */
@FunctionalInterface
public interface Measure<S extends Summary<S>> {
  /**
   * {@return how the measure walks a log: the plan; equal options make plans with equal texts, so
   * {@link Plan#text} says whether two measures ask the same}
   */
  Plan<?, S> plan();

  /**
   * {@return the measure that answers the question for each key of a dimension: the breakdown} The
   * parts partition the facts: merged, they are the whole.
   *
   * @param dimension what to split by
   * @throws IllegalArgumentException if the dimension looks at answers and the measure has none, or
   *     at members and the measure at what they answer
   */
  default Measure<Breakdown<S>> by(Dimension dimension) {
    return new KeyedMeasure<>(this, dimension);
  }

  /**
   * {@return the measure that also shows the cases behind its counts: of each outcome the so many
   * that lasted longest, and as many by lot} Open first, then split: {@code
   * measure.opened(5).by(CHANNEL)} keeps five for each channel, {@code
   * measure.by(CHANNEL).opened(5)} five of all.
   *
   * @param most how many of each, at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException if the measure counts no outcomes that can be looked into
   */
  default Measure<Opened<S>> opened(int most) {
    return opened(Opened.keeping(most));
  }

  /**
   * {@return the measure that also shows the cases behind its counts, as {@link #opened(int)} does}
   *
   * @param keeping how many, and how they are named
   * @throws IllegalStateException if the measure counts no outcomes that can be looked into
   */
  default Measure<Opened<S>> opened(Opened.Keeping keeping) {
    return new OpenedMeasure<>(this, keeping);
  }

  /**
   * {@return the summary that {@link Summary#toBytes} wrote} Decoding goes through the measure: the
   * bytes must come from one with the same options.
   *
   * @param bytes the bytes
   * @throws IllegalArgumentException if the bytes are of another measure, damaged or of another
   *     version of the format
   */
  default S fromBytes(byte[] bytes) {
    return plan().fromBytes(bytes);
  }
}
