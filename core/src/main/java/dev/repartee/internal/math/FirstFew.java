package dev.repartee.internal.math;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The first few of many by an order. The order must distinguish whatever differs, so that it does
 * not show in which order they came.
 *
 * @param <X> what is kept
 */
public final class FirstFew<X> {
  private final int most;
  private final Comparator<X> order;

  /** The one to give way first on top. */
  private final PriorityQueue<X> kept;

  /** Keeps nothing yet, and at most a number of elements. */
  public FirstFew(int most, Comparator<X> order) {
    this.most = most;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  /**
   * Returns the one to give way next, so that words need not be made of what would not be kept: the
   * last of those that are kept; null while there is room for more.
   */
  public @Nullable X last() {
    return kept.size() < most ? null : kept.peek();
  }

  /** Keeps one if it is among the first. */
  public void add(X one) {
    kept.add(one);
    if (kept.size() > most) {
      kept.poll();
    }
  }

  /** Shows each that is kept, in no order. */
  public void forEach(Consumer<? super X> each) {
    kept.forEach(each);
  }

  /** Returns those that are kept: in order, at most as many as were asked for. */
  public List<X> list() {
    return kept.stream().sorted(order).toList();
  }

  /** Returns how many are kept. */
  public int size() {
    return kept.size();
  }

  /** Returns whether there is no room for a number of elements. */
  public boolean isTooSmallFor(int number) {
    return number > most;
  }

  /** Returns whether one may stand before another. */
  public boolean isInOrder(X first, X second) {
    return order.compare(first, second) <= 0;
  }
}
