package dev.repartee.live;

import dev.repartee.measure.Tally;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sum of what was counted in many places side by side, kept in pairs of pairs: where one place
 * has changed, only the sums above it are made anew. It does not change; another sum is another
 * tree that shares with it what has stayed the same.
 *
 * @param <T> the tally
 */
final class KeptSum<T extends Tally<T>> {
  private final int width;
  private final @Nullable KeptSum<T> left;
  private final @Nullable KeptSum<T> right;
  private final Counted<T> counted;

  private KeptSum(
      int width, @Nullable KeptSum<T> left, @Nullable KeptSum<T> right, Counted<T> counted) {
    this.width = width;
    this.left = left;
    this.right = right;
    this.counted = counted;
  }

  /** The sum of all. */
  Counted<T> counted() {
    return counted;
  }

  /**
   * Adds up.
   *
   * @param places what was counted in each place, if anything
   * @param before another sum of nearly the same, from which is taken what has not changed
   */
  static <T extends Tally<T>> @Nullable KeptSum<T> of(
      Question<T, ?> question,
      Rules rules,
      List<Optional<Counted<T>>> places,
      @Nullable KeptSum<T> before) {
    KeptSum<T> old = before;
    int width = old == null ? 1 : old.width;
    while (width < places.size()) {
      width *= 2;
      old = old == null ? null : new KeptSum<>(width, old, null, old.counted);
    }
    return of(question, rules, places, 0, width, old);
  }

  private static <T extends Tally<T>> @Nullable KeptSum<T> of(
      Question<T, ?> question,
      Rules rules,
      List<Optional<Counted<T>>> places,
      int from,
      int width,
      @Nullable KeptSum<T> old) {
    if (from >= places.size()) {
      return null;
    }
    if (width == 1) {
      Counted<T> own = places.get(from).orElse(null);
      if (own == null) {
        return null;
      }
      return old != null && old.counted.tally() == own.tally()
          ? old
          : new KeptSum<>(1, null, null, own);
    }
    int half = width / 2;
    KeptSum<T> left = of(question, rules, places, from, half, old == null ? null : old.left);
    KeptSum<T> right =
        of(question, rules, places, from + half, half, old == null ? null : old.right);
    if (left == null && right == null) {
      return null;
    }
    if (old != null && old.left == left && old.right == right) {
      return old;
    }
    return new KeptSum<>(width, left, right, both(question, rules, left, right));
  }

  private static <T extends Tally<T>> Counted<T> both(
      Question<T, ?> question, Rules rules, @Nullable KeptSum<T> left, @Nullable KeptSum<T> right) {
    if (left != null && right != null) {
      Sum<T> sum = question.newSum(rules);
      sum.add(left.counted);
      sum.add(right.counted);
      return sum.total();
    }
    return left != null ? left.counted : Objects.requireNonNull(right).counted;
  }
}
