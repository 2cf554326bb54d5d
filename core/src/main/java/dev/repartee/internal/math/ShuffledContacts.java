package dev.repartee.internal.math;

/**
 * Who is at the other end of each contact, if it were anybody: contacts from somebody to somebody
 * else, whose ends are shuffled among them. Everybody makes and gets as many contacts as before;
 * only with whom is left to chance. So what merely follows from some being busier than others is in
 * the shuffled contacts, too.
 *
 * <p>Two contacts, picked at random, swap their ends unless somebody would be in contact with
 * oneself: 20 swaps a contact at first, and 3 a contact from one shuffle to the next. There are at
 * most 50 million swaps in all, some seconds: of 100,000 contacts there are at most 161 shuffles,
 * of a million 11, and none beyond 2 million. The same contacts in the same order always give the
 * same.
 *
 * <p>Source: M. E. J. Newman, S. H. Strogatz, D. J. Watts, 2001, "Random graphs with arbitrary
 * degree distributions and their applications"; A. R. Rao, R. Jana, S. Bandyopadhyay, 1996, "A
 * Markov chain Monte Carlo method for generating random (0,1)-matrices with given marginals" (the
 * swaps; here a pair may be in contact more than once).
 */
public final class ShuffledContacts {
  private static final int FIRST = 20;
  private static final int BETWEEN = 3;
  private static final long MOST_SWAPS = 50_000_000;

  private ShuffledContacts() {}

  /** The statistic of contacts. */
  public interface Statistic {
    /** Returns it of contacts with these ends; those of one person stand together. */
    double of(int[] from, int[] to);
  }

  /**
   * Returns a statistic of shuffled contacts, shuffle by shuffle: so many times, or fewer where
   * that would take too long, or never.
   *
   * @param from who makes contact, those of one person together
   * @param to with whom, never the same
   * @param times how often
   */
  public static double[] values(
      int[] from, int[] to, long[] times, int shuffles, long seed, Statistic statistic) {
    long contacts = 0;
    for (long count : times) {
      contacts = Math.min(contacts, MOST_SWAPS) + Math.min(count, MOST_SWAPS);
    }
    if (contacts == 0 || (FIRST + BETWEEN) * contacts > MOST_SWAPS) {
      return new double[0];
    }
    long affordable = (MOST_SWAPS / contacts - FIRST) / BETWEEN + 1;
    double[] values = new double[(int) Math.min(shuffles, affordable)];
    int[] first = spread(from, times, (int) contacts);
    int[] second = spread(to, times, (int) contacts);
    for (int i = 0; i < values.length; i++) {
      swap(first, second, (i == 0 ? FIRST : BETWEEN) * contacts, new SplitMix(seed, i));
      values[i] = statistic.of(first, second);
    }
    return values;
  }

  private static int[] spread(int[] ends, long[] times, int contacts) {
    int[] each = new int[contacts];
    int n = 0;
    for (int i = 0; i < ends.length; i++) {
      for (long left = times[i]; left > 0; left--) {
        each[n++] = ends[i];
      }
    }
    return each;
  }

  private static void swap(int[] from, int[] to, long swaps, SplitMix random) {
    for (long left = swaps; left > 0; left--) {
      int a = random.next(from.length);
      int b = random.next(from.length);
      if (from[a] != to[b] && from[b] != to[a]) {
        int held = to[a];
        to[a] = to[b];
        to[b] = held;
      }
    }
  }
}
