package dev.repartee.ties;

import dev.repartee.internal.math.ShuffledContacts;
import dev.repartee.internal.tally.SortedTable;
import java.util.Arrays;

/** The share of ties that is returned if chance decides who everybody answers. */
final class ExpectedReciprocity {
  private static final int SHUFFLES = 30;
  private static final long SEED = 2009;

  private final int persons;

  private ExpectedReciprocity(int persons) {
    this.persons = persons;
  }

  /** The mean over shuffled answers; NaN where there are none, or too many to shuffle. */
  static double of(SortedTable ties, int persons) {
    int[] from = new int[ties.size()];
    int[] to = new int[ties.size()];
    long[] times = new long[ties.size()];
    for (int at = 0; at < ties.size(); at++) {
      from[at] = TieCounts.from(ties.key(at));
      to[at] = TieCounts.to(ties.key(at));
      times[at] = ties.value(at, TiesTally.WEIGHT);
    }
    double[] shares =
        ShuffledContacts.values(
            from, to, times, SHUFFLES, SEED, new ExpectedReciprocity(persons)::returned);
    return Arrays.stream(shares).average().orElse(Double.NaN);
  }

  /** The share of ties that are returned, a tie being any number of contacts. */
  private double returned(int[] from, int[] to) {
    int[] end = new int[persons];
    for (int person : to) {
      end[person]++;
    }
    Arrays.parallelPrefix(end, Integer::sum);
    int[] begin = end.clone();
    int[] answering = new int[from.length];
    for (int i = from.length - 1; i >= 0; i--) {
      answering[--begin[to[i]]] = from[i];
    }
    int[] lastAnswered = new int[persons];
    Arrays.fill(lastAnswered, -1);
    long ties = 0;
    long returned = 0;
    for (int i = 0; i < from.length; ) {
      int person = from[i];
      for (; i < from.length && from[i] == person; i++) {
        ties += lastAnswered[to[i]] == person ? 0 : 1;
        lastAnswered[to[i]] = person;
      }
      for (int k = begin[person]; k < end[person]; k++) {
        if (lastAnswered[answering[k]] == person) {
          returned++;
          lastAnswered[answering[k]] = -1; // once, however often
        }
      }
    }
    return (double) returned / ties;
  }
}
