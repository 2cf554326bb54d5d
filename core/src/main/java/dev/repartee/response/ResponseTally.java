package dev.repartee.response;

import dev.repartee.measure.Tally;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The answered and the waiting with their times in replicate groups, and the excluded. */
final class ResponseTally implements Tally<ResponseTally> {
  private final LatencyGroups answeredTimes;
  private final LatencyGroups waitingTimes;
  private final GroupCounts met;
  private final GroupCounts due;
  private final long[] excluded = new long[Exclusion.values().length];
  private long direct;
  private long overdue;
  private long metEarly;
  private long stillInTime;
  private long undecided;

  private ResponseTally(
      LatencyGroups answeredTimes, LatencyGroups waitingTimes, GroupCounts met, GroupCounts due) {
    this.answeredTimes = answeredTimes;
    this.waitingTimes = waitingTimes;
    this.met = met;
    this.due = due;
  }

  /** A tally in replicate groups, or for independent exchanges in one group only. */
  static ResponseTally empty(boolean isExact, boolean isIndependent) {
    int groupings = isIndependent ? 1 : 2;
    return new ResponseTally(
        new LatencyGroups(groupings, isExact),
        new LatencyGroups(groupings, isExact),
        new GroupCounts(),
        new GroupCounts());
  }

  void exclude(Exclusion reason) {
    excluded[reason.place()]++;
  }

  void answered(long millis, boolean isDirect, int personGroup, int conversationGroup) {
    answeredTimes.add(millis, personGroup, conversationGroup);
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

  void waiting(long millis, int personGroup, int conversationGroup) {
    waitingTimes.add(millis, personGroup, conversationGroup);
  }

  /** Notes that what was just counted as waiting can still be answered within its session. */
  void addUndecided() {
    undecided++;
  }

  /** Judges an answered exchange by the target. */
  void judgeAnswered(boolean isDue, boolean isInTime, int personGroup, int conversationGroup) {
    if (isDue) {
      due.add(personGroup, conversationGroup);
      if (isInTime) {
        met.add(personGroup, conversationGroup);
      }
    } else {
      // What is answered was seen, so it cannot be late before it is due.
      metEarly++;
    }
  }

  /** Judges a waiting exchange by the target. */
  void judgeWaiting(boolean isDue, int personGroup, int conversationGroup) {
    if (isDue) {
      due.add(personGroup, conversationGroup);
      overdue++;
    } else {
      stillInTime++;
    }
  }

  long answered() {
    return answeredTimes.total();
  }

  long waiting() {
    return waitingTimes.total();
  }

  long direct() {
    return direct;
  }

  long excluded(Exclusion reason) {
    return excluded[reason.place()];
  }

  long missed() {
    return due.total() - met.total() - overdue;
  }

  long overdue() {
    return overdue;
  }

  long metEarly() {
    return metEarly;
  }

  long stillInTime() {
    return stillInTime;
  }

  long undecided() {
    return undecided;
  }

  boolean isIndependent() {
    return answeredTimes.groupings() == 1;
  }

  LatencyDistribution latencies() {
    LatencyDistribution latencies = answeredTimes.distribution();
    return isIndependent() ? latencies.asIndependent() : latencies;
  }

  SurvivalCurve curve() {
    SurvivalCurve curve = SurvivalCurve.of(answeredTimes, waitingTimes);
    return isIndependent() ? curve.asIndependent() : curve;
  }

  Proportion answeredSoFar() {
    if (isIndependent()) {
      return Proportion.of(answered(), Math.addExact(answered(), waiting()));
    }
    long[] hitsByPerson = answeredTimes.counts(0);
    long[] hitsByConversation = answeredTimes.counts(1);
    return Proportion.clustered(
        hitsByPerson,
        sums(hitsByPerson, waitingTimes.counts(0)),
        hitsByConversation,
        sums(hitsByConversation, waitingTimes.counts(1)));
  }

  Proportion attainment() {
    return isIndependent()
        ? Proportion.of(met.total(), due.total())
        : Proportion.clustered(
            met.byPerson(), due.byPerson(), met.byConversation(), due.byConversation());
  }

  private static long[] sums(long[] a, long[] b) {
    long[] sums = new long[a.length];
    Arrays.setAll(sums, i -> Math.addExact(a[i], b[i]));
    return sums;
  }

  @Override
  public void add(ResponseTally other) {
    answeredTimes.addAll(other.answeredTimes);
    waitingTimes.addAll(other.waitingTimes);
    met.add(other.met);
    due.add(other.due);
    for (int i = 0; i < excluded.length; i++) {
      excluded[i] = Math.addExact(excluded[i], other.excluded[i]);
    }
    direct = Math.addExact(direct, other.direct);
    overdue = Math.addExact(overdue, other.overdue);
    metEarly = Math.addExact(metEarly, other.metEarly);
    stillInTime = Math.addExact(stillInTime, other.stillInTime);
    undecided = Math.addExact(undecided, other.undecided);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    answeredTimes.write(out);
    waitingTimes.write(out);
    met.write(out);
    due.write(out);
    for (long count : excluded) {
      out.writeLong(count);
    }
    out.writeLong(direct);
    out.writeLong(overdue);
    out.writeLong(metEarly);
    out.writeLong(stillInTime);
    out.writeLong(undecided);
  }

  static ResponseTally read(DataInput in) throws IOException {
    ResponseTally result =
        new ResponseTally(
            LatencyGroups.read(in),
            LatencyGroups.read(in),
            GroupCounts.read(in),
            GroupCounts.read(in));
    for (int i = 0; i < result.excluded.length; i++) {
      result.excluded[i] = in.readLong();
    }
    result.direct = in.readLong();
    result.overdue = in.readLong();
    result.metEarly = in.readLong();
    result.stillInTime = in.readLong();
    result.undecided = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return answered() + " answered, " + waiting() + " waiting";
  }
}
