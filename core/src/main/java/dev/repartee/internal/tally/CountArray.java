package dev.repartee.internal.tally;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.util.function.Predicate;

/** As many counts as are asked for, each at its place. */
public final class CountArray implements Tally.Declared<CountArray> {
  private static final TallyForm<CountArray> FORM =
      TallyForm.of(CountArray.class)
          .sparseCounts(t -> t.counts)
          .check(t -> t.rule.test(t), "counts do not go together");

  private final long[] counts;
  private final Predicate<CountArray> rule;

  /** Creates counts of nothing. */
  public CountArray(int places) {
    this(places, counts -> true);
  }

  /**
   * Creates counts of nothing that go together in some way.
   *
   * @param places how many counts there are
   * @param rule what holds for the counts of any log
   */
  public CountArray(int places, Predicate<CountArray> rule) {
    this.counts = new long[places];
    this.rule = rule;
  }

  /** Counts one. */
  public void add(int place) {
    counts[place]++;
  }

  /** Counts one in its group of each grouping. */
  public static void add(Groups<CountArray> counts, int groups, int place) {
    for (int g = 0; g < counts.groupings(); g++) {
      counts.at(g, groups).add(place);
    }
  }

  /** Counts many. */
  public void add(int place, long times) {
    counts[place] = Math.addExact(counts[place], times);
  }

  /** Returns what was counted at some places. */
  public long sum(int... places) {
    long sum = 0;
    for (int place : places) {
      sum += counts[place];
    }
    return sum;
  }

  /** Returns what was counted at all places. */
  public long total() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  @Override
  public TallyForm<CountArray> form() {
    return FORM;
  }
}
