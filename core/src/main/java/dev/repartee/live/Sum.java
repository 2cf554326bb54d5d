package dev.repartee.live;

import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what was counted in many logs. Tallies of equally many logs are added to each other, so
 * that a table of names that has grown large is not gone through once for every small log.
 *
 * @param <T> the tally
 */
final class Sum<T extends Tally<T>> {
  /** At each place the sum of twice as many logs as at the one before, or null. */
  private final List<@Nullable T> sums = new ArrayList<>();

  private SeenKinds seen = SeenKinds.none();
  private @Nullable Set<String> silent;

  /** Adds what was counted in a log; its tally is used up. */
  void add(Found<T> found) {
    seen = Question.both(seen, found.seen());
    if (silent == null) {
      silent = new HashSet<>(found.origin().silent());
    } else if (!silent.isEmpty()) {
      silent.retainAll(found.origin().silent());
    }
    T sum = found.tally();
    for (int place = 0; ; place++) {
      if (place == sums.size()) {
        sums.add(sum);
        return;
      }
      T other = sums.get(place);
      if (other == null) {
        sums.set(place, sum);
        return;
      }
      other.add(sum);
      sum = other;
      sums.set(place, null);
    }
  }

  /** Adds everything to a tally, and hands over nothing twice. */
  void addTo(T tally) {
    @Nullable T all = null;
    for (T sum : sums) {
      if (sum != null && all != null) {
        sum.add(all);
      }
      all = sum == null ? all : sum;
    }
    if (all != null) {
      tally.add(all);
    }
    sums.clear();
  }

  SeenKinds seen() {
    return seen;
  }

  /** Leaves those organizations of which no message was in any log. */
  void keepSilent(Set<String> organizations) {
    if (silent != null) {
      organizations.retainAll(silent);
    }
  }
}
