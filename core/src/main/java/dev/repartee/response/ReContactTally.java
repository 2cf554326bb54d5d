package dev.repartee.response;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.stats.LatencyGroups;
import java.util.List;

/** How long after answers people asked again, or were watched not to, in replicate groups. */
final class ReContactTally implements Tally.Declared<ReContactTally> {
  private static final TallyForm<ReContactTally> FORM =
      TallyForm.of(ReContactTally.class)
          .times(t -> List.of(t.again, t.notYet))
          .count(t -> t.skewed, (t, n) -> t.skewed = n)
          .count(t -> t.anonymous, (t, n) -> t.anonymous = n);

  private static final int GROUPINGS = 3;

  final LatencyGroups again = new LatencyGroups(GROUPINGS);
  final LatencyGroups notYet = new LatencyGroups(GROUPINGS);
  long skewed;

  /** Answers to people without a name, who cannot be followed into other conversations. */
  long anonymous;

  void add(boolean asksAgain, long millis, int groups) {
    (asksAgain ? again : notYet).add(millis, groups);
  }

  long all() {
    return again.total() + notYet.total();
  }

  /** The longest time until somebody asked again, or was watched not to; 0 where there is none. */
  long longest() {
    return Math.max(again.longest(), notYet.longest());
  }

  @Override
  public TallyForm<ReContactTally> form() {
    return FORM;
  }
}
