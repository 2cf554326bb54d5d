package dev.repartee.resolution;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.model.Act;
import dev.repartee.stats.LatencyGroups;
import java.util.List;

/** Who rated how, and who could have, in replicate groups. */
final class RatingTally implements Tally.Declared<RatingTally> {
  private static final int GROUPINGS = 3;

  private static final TallyForm<RatingTally> FORM =
      TallyForm.of(RatingTally.class)
          .times(t -> List.of(t.rated, t.silent, t.untilRated, t.unrated))
          .part(t -> t.waits)
          .count(t -> t.stillInTime, (t, n) -> t.stillInTime = n)
          .count(t -> t.unanswered, (t, n) -> t.unanswered = n)
          .count(t -> t.leftOut, (t, n) -> t.leftOut = n)
          .count(t -> t.withoutSay, (t, n) -> t.withoutSay = n)
          .check(RatingTally::isConsistent, "counts of ratings contradict each other");

  /** The ratings, each as what it lacks of the greatest: so "at least" is "within". */
  private final LatencyGroups rated = new LatencyGroups(GROUPINGS);

  /** People who did not rate in time, each as 0. */
  final LatencyGroups silent = new LatencyGroups(GROUPINGS);

  final LatencyGroups untilRated = new LatencyGroups(GROUPINGS);
  final LatencyGroups unrated = new LatencyGroups(GROUPINGS);
  final Groups<WaitSums> waits = new Groups<>(Unit.CONVERSATION, WaitSums::new);

  /** Answered, and there is still time to rate. */
  long stillInTime;

  long unanswered;
  long leftOut;
  long withoutSay;

  private boolean isConsistent() {
    long answered = rated.total() + silent.total() + stillInTime;
    return untilRated.total() + unrated.total() == answered
        && rated.total() <= untilRated.total()
        && (silent.isEmpty() || silent.distribution().maxMillis() == 0)
        && (rated.isEmpty() || rated.distribution().maxMillis() <= lacking(-Act.MOST_STARS))
        && waits.sum(sums -> sums.count) == rated.total();
  }

  /** What a rating lacks of the greatest. */
  static int lacking(int rating) {
    return Act.MOST_STARS - rating;
  }

  void rated(int rating, long wait, int groups) {
    rated.add(lacking(rating), groups);
    waits.count(groups, sums -> sums.add(wait, lacking(rating)));
  }

  LatencyGroups rated() {
    return rated;
  }

  @Override
  public TallyForm<RatingTally> form() {
    return FORM;
  }

  /** Sums of which a correlation is made: of logarithms of waits and of what ratings lack. */
  static final class WaitSums implements Tally.Declared<WaitSums> {
    private static final double OF_TWO = 100 / StrictMath.log(2);

    private static final TallyForm<WaitSums> FORM =
        TallyForm.of(WaitSums.class)
            .count(t -> t.count, (t, n) -> t.count = n)
            .count(t -> t.x, (t, n) -> t.x = n)
            .count(t -> t.y, (t, n) -> t.y = n)
            .count(t -> t.xx, (t, n) -> t.xx = n)
            .count(t -> t.xy, (t, n) -> t.xy = n)
            .count(t -> t.yy, (t, n) -> t.yy = n);

    long count;
    private long x;
    private long y;
    private long xx;
    private long xy;
    private long yy;

    /** Adds a wait by the hundredths of its logarithm to base 2. */
    void add(long wait, long lacking) {
      long log = Math.round(StrictMath.log(1.0 + wait) * OF_TWO);
      count++;
      x += log;
      y += lacking;
      xx += log * log;
      xy += log * lacking;
      yy += lacking * lacking;
    }

    /** Pearson's r of rating and logarithm of the wait; NaN where one of them does not vary. */
    double correlation() {
      double n = count;
      double spread = (xx - x / n * x) * (yy - y / n * y);
      double r = -(xy - x / n * y) / Math.sqrt(spread);
      return count < 3 || !(spread > 0) ? Double.NaN : Math.max(-1, Math.min(1, r));
    }

    @Override
    public TallyForm<WaitSums> form() {
      return FORM;
    }
  }
}
