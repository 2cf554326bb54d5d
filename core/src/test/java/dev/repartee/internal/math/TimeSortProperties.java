package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sorting by time agrees with a stable sort of objects, in every way it has of doing it. */
class TimeSortProperties {
  /** Of one sort for all tries, so that what one leaves behind is in the next one's way. */
  private static final ThreadLocal<TimeSort> USED = ThreadLocal.withInitial(TimeSort::new);

  @Provide
  Arbitrary<long[]> times() {
    Arbitrary<Integer> sizes = Arbitraries.of(0, 1, 2, 7, 48, 49, 500, 4_096, 4_097, 9_000);
    Arbitrary<Long> spans = Arbitraries.of(1L, 3L, 2_000L, 1L << 40, 1L << 52, Long.MAX_VALUE);
    return Combinators.combine(sizes, spans, Arbitraries.longs())
        .as(
            (size, span, seed) -> {
              Random random = new Random(seed);
              long start = random.nextInt(2_000) - 1_000L;
              return random.longs(size, 0, span).map(t -> start + t).toArray();
            });
  }

  @Property
  void rowsOfOneTimeKeepTheirOrder(@ForAll("times") long[] times) {
    List<Integer> expected = byTime(times, Comparator.naturalOrder());
    check(times, expected, (rows, at) -> USED.get().sort(rows, at, 2, rows.length - 1));
  }

  @Property
  void orFollowAnother(@ForAll("times") long[] times) {
    List<Integer> expected = byTime(times, Comparator.reverseOrder());
    RowSort backwards = new RowSort((a, b) -> Integer.compare(b, a));
    check(times, expected, (rows, at) -> USED.get().sort(rows, at, 2, rows.length - 1, backwards));
  }

  private static List<Integer> byTime(long[] times, Comparator<Integer> ofOneTime) {
    Comparator<Integer> order = Comparator.comparingLong(row -> times[row]);
    return IntStream.range(0, times.length).boxed().sorted(order.thenComparing(ofOneTime)).toList();
  }

  private interface Sorting {
    void sort(int[] rows, long[] times);
  }

  /** Two places before the range and one after it are to stay as they are. */
  private static void check(long[] times, List<Integer> expected, Sorting sorting) {
    int[] rows = new int[times.length + 3];
    Arrays.setAll(rows, i -> i - 2);
    long[] at = new long[rows.length];
    System.arraycopy(times, 0, at, 2, times.length);
    int[] expectedRows = rows.clone();
    long[] expectedTimes = at.clone();
    for (int i = 0; i < times.length; i++) {
      expectedRows[i + 2] = expected.get(i);
      expectedTimes[i + 2] = times[expected.get(i)];
    }
    sorting.sort(rows, at);
    assertArrayEquals(expectedRows, rows);
    assertArrayEquals(expectedTimes, at);
  }
}
