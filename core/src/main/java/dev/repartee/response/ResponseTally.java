package dev.repartee.response;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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
          .count(
              t -> t.undecided,
              (t, n) -> t.undecided = n,
              t -> t.notOpen > 0,
              TallyForm.of(ResponseTally.class).count(t -> t.notOpen, (t, n) -> t.notOpen = n))
          .count(
              t -> t.repliesToAudience,
              (t, n) -> t.repliesToAudience = n,
              t -> t.closed() > 0,
              TallyForm.of(ResponseTally.class).times(t -> List.of(t.withdrawn, t.closedByOthers)))
          .check(ResponseTally::isConsistent, "counts of exchanges contradict each other");

  // Of those who were due.
  private static final long MET = 0;
  private static final long NOT_MET = 1;

  private final LatencyGroups answeredTimes;
  private final LatencyGroups waitingTimes;

  /** Closed without an answer, by who waited and by others. */
  private final LatencyGroups withdrawn;

  private final LatencyGroups closedByOthers;

  /** Those who were due in their groups, each one of two numbers in place of a time. */
  private final LatencyGroups judged;

  /** By the reasons that every clock may have. */
  private final long[] excluded = new long[Exclusion.NOT_OPEN.place()];

  /** Left out by the only reason that clocks of rows never have. */
  private long notOpen;

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
    withdrawn = new LatencyGroups(groupings, isExact);
    closedByOthers = new LatencyGroups(groupings, isExact);
    judged = new LatencyGroups(groupings);
  }

  private boolean isConsistent() {
    LatencyDistribution due = judged.distribution();
    long answered = answered();
    long waiting = waiting();
    long all = answered + waiting + closed();
    return direct <= answered
        && metEarly <= answered
        && undecided <= waiting
        && repliesToAudience <= all
        && stillInTime + overdue <= waiting
        && overdue <= due.count() - due.countAtMost(MET)
        && (due.isEmpty() || due.maxMillis() <= NOT_MET)
        && due.count() + metEarly + stillInTime <= all;
  }

  void exclude(Exclusion reason) {
    if (reason == Exclusion.NOT_OPEN) {
      notOpen++;
    } else {
      excluded[reason.place()]++;
    }
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

  void closed(long millis, boolean isWithdrawn, int groups) {
    (isWithdrawn ? withdrawn : closedByOthers).add(millis, groups);
  }

  /** Judges by the target a wait that was closed without an answer and is due. */
  void judgeClosed(int groups) {
    judge(false, groups);
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

  long closed() {
    return withdrawn.total() + closedByOthers.total();
  }

  /** How long the longest wait lasted, however it ended; 0 where there is none. */
  long longest() {
    return Stream.of(answeredTimes, waitingTimes, withdrawn, closedByOthers)
        .mapToLong(LatencyGroups::longest)
        .max()
        .orElse(0);
  }

  LatencyGroups closed(Closing by) {
    return by == Closing.BY_PERSON ? withdrawn : closedByOthers;
  }

  long excluded(Exclusion reason) {
    return reason == Exclusion.NOT_OPEN ? notOpen : excluded[reason.place()];
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
    return curve(answeredTimes, closed() == 0 ? withdrawn : sum(withdrawn, closedByOthers));
  }

  /** The curve of being closed in a way, with an answer and the other way as other ends. */
  SurvivalCurve curve(Closing by) {
    Closing other = by == Closing.BY_PERSON ? Closing.BY_ORGANIZATION : Closing.BY_PERSON;
    return curve(closed(by), sum(answeredTimes, closed(other)));
  }

  /** The curve of being closed in any way. */
  SurvivalCurve closedCurve() {
    return curve(sum(withdrawn, closedByOthers), answeredTimes);
  }

  private SurvivalCurve curve(LatencyGroups ended, LatencyGroups otherwise) {
    SurvivalCurve curve = SurvivalCurve.of(ended, waitingTimes, otherwise);
    return isIndependent() ? curve.asIndependent() : curve;
  }

  private static LatencyGroups sum(LatencyGroups some, LatencyGroups others) {
    LatencyGroups all = some.copy();
    all.addAll(others);
    return all;
  }

  Proportion answeredSoFar() {
    if (isIndependent()) {
      long all = Math.addExact(Math.addExact(answered(), waiting()), closed());
      return Proportion.of(answered(), all);
    }
    LatencyGroups others =
        closed() == 0 ? waitingTimes : sum(sum(waitingTimes, withdrawn), closedByOthers);
    return answeredTimes.shareBeside(others);
  }

  Proportion attainment() {
    return distribution(judged).within(Duration.ofMillis(MET));
  }

  @Override
  public TallyForm<ResponseTally> form() {
    return FORM;
  }
}
