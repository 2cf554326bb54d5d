package dev.repartee.funnel;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.stats.Proportion;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** How many people were watched through each period and active in it, by replicate group. */
final class RetentionTally implements Tally.Declared<RetentionTally> {
  private static final TallyForm<RetentionTally> FORM =
      TallyForm.of(RetentionTally.class).part(t -> t.people);

  private final int periods;

  /**
   * By the last period a person was watched through, 0 for none after the first; then by the period
   * a person was active in.
   */
  private final Groups<CountArray> people;

  RetentionTally(int periods) {
    this.periods = periods;
    this.people =
        new Groups<>(
            Unit.PERSON, () -> new CountArray(2 * (periods + 1), this::isActiveWhileWatched));
  }

  void addPerson(int lastWatched, int groups) {
    CountArray.add(people, groups, Math.max(lastWatched, 0));
  }

  void addActive(int period, int groups) {
    CountArray.add(people, groups, active(period));
  }

  private int active(int period) {
    return periods + 1 + period;
  }

  private boolean isActiveWhileWatched(CountArray counts) {
    return IntStream.rangeClosed(0, periods)
        .allMatch(period -> counts.sum(active(period)) <= watched(period).applyAsLong(counts));
  }

  long people() {
    return people.sum(watched(0));
  }

  /** The share of those watched through a period who were active in it. */
  Proportion share(int period) {
    return people.share(counts -> counts.sum(active(period)), watched(period));
  }

  private ToLongFunction<CountArray> watched(int period) {
    int[] places = IntStream.rangeClosed(period, periods).toArray();
    return counts -> counts.sum(places);
  }

  @Override
  public TallyForm<RetentionTally> form() {
    return FORM;
  }
}
