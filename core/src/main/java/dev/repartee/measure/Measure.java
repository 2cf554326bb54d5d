package dev.repartee.measure;

/**
 * A question to a log. Measures compose: a breakdown of a measure is a measure, and so are several
 * measures in one walk ({@link Measures#of}).
 *
 * @param <S> the summary that answers it
 */
@FunctionalInterface
public interface Measure<S extends Summary<S>> {
  /**
   * {@return the plan, which says how the measure walks a log} Equal options make plans with equal
   * texts, so {@link Plan#text} shows whether two measures are the same.
   */
  Plan<?, S> plan();

  /**
   * {@return the breakdown: the measure that answers the question for each key of a dimension} The
   * parts partition the facts; merged, they are the whole.
   *
   * @param dimension what to split by
   * @throws IllegalArgumentException if the dimension reads answers and the measure has none, or
   *     reads members although the anchors of the measure are the messages that members answer
   */
  default Measure<Breakdown<S>> by(Dimension dimension) {
    return new KeyedMeasure<>(this, dimension);
  }

  /**
   * {@return the measure that also shows the cases behind its counts: for each outcome, a number of
   * cases that lasted longest and as many chosen at random} Open first, then split: {@code
   * measure.opened(5).by(CHANNEL)} keeps five for each channel, {@code
   * measure.by(CHANNEL).opened(5)} keeps five in all.
   *
   * @param most the number of each, at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException if the measure has no outcomes that can be opened
   */
  default Measure<Opened<S>> opened(int most) {
    return opened(Opened.keeping(most));
  }

  /**
   * {@return the measure that also shows the cases behind its counts, as {@link #opened(int)} does}
   *
   * @param keeping how many cases are kept, and how they are named
   * @throws IllegalStateException if the measure has no outcomes that can be opened
   */
  default Measure<Opened<S>> opened(Opened.Keeping keeping) {
    return new OpenedMeasure<>(this, keeping);
  }

  /**
   * {@return the summary that {@link Summary#toBytes} wrote} The bytes must come from a measure
   * with the same options.
   *
   * @param bytes the bytes
   * @throws IllegalArgumentException if the bytes are of another measure, damaged, or of another
   *     version of the format
   */
  default S fromBytes(byte[] bytes) {
    return plan().fromBytes(bytes);
  }
}
