package dev.repartee.measure;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Which of the changes that an origin goes by were known by an as-of. */
final class KnownChanges {
  private KnownChanges() {}

  /**
   * The changes up to an instant, or before it; the same list where these are all.
   *
   * @param changes in order of time
   * @param at when each is
   */
  static <C> List<C> until(
      List<C> changes, Function<? super C, Instant> at, long asOf, boolean isExclusive) {
    int size = changes.size();
    while (size > 0
        && isBeyond(at.apply(changes.get(size - 1)).toEpochMilli(), asOf, isExclusive)) {
      size--;
    }
    return size == changes.size() ? changes : changes.subList(0, size);
  }

  private static boolean isBeyond(long change, long asOf, boolean isExclusive) {
    return change > asOf || (isExclusive && change == asOf);
  }
}
