package dev.repartee.response;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;

/** The answered and the waiting with their times in replicate groups, and the excluded. */
final class ResponseTally implements Tally.Declared<ResponseTally> {
  private static final TallyForm<ResponseTally> FORM =
      TallyForm.of(ResponseTally.class)
          .times(t -> List.of(t.answeredTimes, t.waitingTimes, t.judged))
          .counts(t -> t.excluded)
          .count(t -> t.direct, (t, n) -> t.direct = n)
          .count(t -> t.overdue, (t, n) -> t.overdue = n)
          .count(t -> t.metEarly, (t, n) -> t.metEarly = n)
          .count(t -> t.stillInTime, (t, n) -> t.stillInTime = n)
          .count(t -> t.undecided, (t, n) -> t.undecided = n)
          .count(t -> t.repliesToAudience, (t, n) -> t.repliesToAudience = n)
          .check(ResponseTally::isConsistent, "counts of exchanges contradict each other");

  // Of those who were due.
  private static final long MET = 0;
  private static final long NOT_MET = 1;

  private final LatencyGroups answeredTimes;
  private final LatencyGroups waitingTimes;

  /** Those who were due in their groups, each one of two numbers in place of a time. */
  private final LatencyGroups judged;

  private final long[] excluded = new long[Exclusion.values().length];
  long direct;
  long overdue;
  long metEarly;
  long stillInTime;

  /** Of those that wait: can still be answered within their session. */
  long undecided;

  /** Of all: began with a reply to somebody else of the audience. */
  long repliesToAudience;

  /** A tally in replicate groups, or for independent exchanges in one group only. */
  ResponseTally(boolean isExact, boolean isIndependent) {
    int groupings = isIndependent ? 1 : 3;
    answeredTimes = new LatencyGroups(groupings, isExact);
    waitingTimes = new LatencyGroups(groupings, isExact);
    judged = new LatencyGroups(groupings);
  }

  private boolean isConsistent() {
    LatencyDistribution due = judged.distribution();
    long answered = answered();
    long waiting = waiting();
    return direct <= answered
        && metEarly <= answered
        && undecided <= waiting
        && repliesToAudience <= answered + waiting
        && stillInTime + overdue <= waiting
        && overdue <= due.count() - due.countAtMost(MET)
        && (due.isEmpty() || due.maxMillis() <= NOT_MET)
        && due.count() + metEarly + stillInTime <= answered + waiting;
  }

  void exclude(Exclusion reason) {
    excluded[reason.place()]++;
  }

  void answered(long millis, boolean isDirect, int groups) {
    answeredTimes.add(millis, groups);
    direct += isDirect ? 1 : 0;
  }

  /** Adds packed waits that were answered. */
  void answered(long[] packed, int from, int to, boolean areDirect) {
    answeredTimes.addAll(packed, from, to);
    direct += areDirect ? to - from : 0;
  }

  /** Adds packed waits that still last. */
  void waiting(long[] packed, int from, int to) {
    waitingTimes.addAll(packed, from, to);
  }

  void waiting(long millis, int groups) {
    waitingTimes.add(millis, groups);
  }

  /** Judges an answered exchange by the target. */
  void judgeAnswered(boolean isDue, boolean isInTime, int groups) {
    if (isDue) {
      judge(isInTime, groups);
    } else {
      // What is answered was seen, so it cannot be late before it is due.
      metEarly++;
    }
  }

  /** Judges a waiting exchange by the target. */
  void judgeWaiting(boolean isDue, int groups) {
    if (isDue) {
      judge(false, groups);
      overdue++;
    } else {
      stillInTime++;
    }
  }

  private void judge(boolean isMet, int groups) {
    judged.add(isMet ? MET : NOT_MET, groups);
  }

  long answered() {
    return answeredTimes.total();
  }

  long waiting() {
    return waitingTimes.total();
  }

  long excluded(Exclusion reason) {
    return excluded[reason.place()];
  }

  long missed() {
    Proportion attainment = attainment();
    return attainment.trials() - attainment.successes() - overdue;
  }

  boolean isIndependent() {
    return answeredTimes.groupings() == 1;
  }

  LatencyDistribution latencies() {
    return distribution(answeredTimes);
  }

  private LatencyDistribution distribution(LatencyGroups times) {
    return isIndependent() ? times.distribution().asIndependent() : times.distribution();
  }

  SurvivalCurve curve() {
    SurvivalCurve curve = SurvivalCurve.of(answeredTimes, waitingTimes);
    return isIndependent() ? curve.asIndependent() : curve;
  }

  Proportion answeredSoFar() {
    if (isIndependent()) {
      return Proportion.of(answered(), Math.addExact(answered(), waiting()));
    }
    return answeredTimes.shareBeside(waitingTimes);
  }

  Proportion attainment() {
    return distribution(judged).within(Duration.ofMillis(MET));
  }

  @Override
  public TallyForm<ResponseTally> form() {
    return FORM;
  }
}
