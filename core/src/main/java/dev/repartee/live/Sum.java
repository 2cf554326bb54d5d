package dev.repartee.live;

import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what was counted in many logs. Tallies of equally many logs are added to each other, so
 * that a name table that has grown large is not scanned for every small log.
 *
 * @param <T> the tally
 */
final class Sum<T extends Tally<T>> {
  /**
   * A tally that has not yet been added to another.
   *
   * @param isOwn whether it belongs to this sum and may be written
   */
  private record Part<T>(T tally, boolean isOwn) {}

  private final Supplier<T> empty;

  /** At each position the sum of twice as many logs as at the one before, or null. */
  private final List<@Nullable Part<T>> parts = new ArrayList<>();

  private final Set<String> silent;
  private SeenKinds seen = SeenKinds.none();

  /**
   * Starts empty.
   *
   * @param organizations the organizations that count as silent until something is added
   */
  Sum(Supplier<T> empty, Set<String> organizations) {
    this.empty = empty;
    this.silent = new TreeSet<>(organizations);
  }

  /** Adds what was counted in a log, and takes over its tally. */
  void add(Found<T> found) {
    note(found.seen(), found.origin().silent());
    add(new Part<>(found.tally(), true));
  }

  /** Adds what was counted before, and leaves it unchanged. */
  void add(Counted<T> counted) {
    note(counted.seen(), counted.silent());
    add(new Part<>(counted.tally(), false));
  }

  private void note(SeenKinds kinds, Iterable<String> stillSilent) {
    seen = Question.both(seen, kinds);
    if (!silent.isEmpty()) {
      Set<String> left = new TreeSet<>();
      stillSilent.forEach(left::add);
      silent.retainAll(left);
    }
  }

  private void add(Part<T> part) {
    Part<T> sum = part;
    for (int place = 0; place < parts.size(); place++) {
      Part<T> other = parts.get(place);
      if (other == null) {
        parts.set(place, sum);
        return;
      }
      sum = together(other, sum);
      parts.set(place, null);
    }
    parts.add(sum);
  }

  private Part<T> together(Part<T> one, Part<T> other) {
    if (one.isOwn) {
      one.tally.add(other.tally);
      return one;
    }
    return together(other.isOwn ? other : together(new Part<>(empty.get(), true), other), one);
  }

  /** Returns the sum of everything; nothing can be added afterwards. */
  Counted<T> total() {
    Part<T> all = new Part<>(empty.get(), true);
    for (Part<T> part : parts) {
      all = part == null ? all : together(part, all);
    }
    parts.clear();
    return new Counted<>(all.tally, seen, Set.copyOf(silent));
  }
}
