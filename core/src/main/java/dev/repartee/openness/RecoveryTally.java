package dev.repartee.openness;

import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long complaints took to recover, or were watched not to, in replicate groups by person. */
final class RecoveryTally implements Tally<RecoveryTally> {
  /** Each with the recovered and those not yet, side by side. */
  private static final int ALL = 0;

  private static final int ANSWERED = 2;
  private static final int UNANSWERED = 4;
  private static final int TIMES = 6;

  private static final int EARLY = 0;
  private static final int UNWATCHED = 1;
  private static final int UNLABELLED = 2;
  private static final int ANONYMOUS = 3;
  private static final int SKEWED = 4;
  private static final int COUNTS = 5;

  private final List<LatencyGroups> times = new ArrayList<>();
  private final long[] counts = new long[COUNTS];

  RecoveryTally() {
    for (int i = 0; i < TIMES; i++) {
      times.add(new LatencyGroups(1));
    }
  }

  void add(boolean recovers, long millis, int group) {
    add(ALL, recovers, millis, group);
  }

  void addAtLandmark(boolean isAnswered, boolean recovers, long millis, int group) {
    add(isAnswered ? ANSWERED : UNANSWERED, recovers, millis, group);
  }

  private void add(int which, boolean recovers, long millis, int group) {
    times.get(which + (recovers ? 0 : 1)).add(millis, group, 0);
  }

  void addEarly() {
    counts[EARLY]++;
  }

  void addUnwatched() {
    counts[UNWATCHED]++;
  }

  void addUnlabelled() {
    counts[UNLABELLED]++;
  }

  void addAnonymous() {
    counts[ANONYMOUS]++;
  }

  void addSkewed() {
    counts[SKEWED]++;
  }

  SurvivalCurve all() {
    return curve(ALL);
  }

  SurvivalCurve answered() {
    return curve(ANSWERED);
  }

  SurvivalCurve unanswered() {
    return curve(UNANSWERED);
  }

  private SurvivalCurve curve(int which) {
    return SurvivalCurve.of(times.get(which), times.get(which + 1));
  }

  long early() {
    return counts[EARLY];
  }

  long unwatched() {
    return counts[UNWATCHED];
  }

  long unlabelled() {
    return counts[UNLABELLED];
  }

  long anonymous() {
    return counts[ANONYMOUS];
  }

  long skewed() {
    return counts[SKEWED];
  }

  @Override
  public void add(RecoveryTally other) {
    for (int i = 0; i < TIMES; i++) {
      times.get(i).addAll(other.times.get(i));
    }
    for (int i = 0; i < COUNTS; i++) {
      counts[i] = Math.addExact(counts[i], other.counts[i]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (LatencyGroups group : times) {
      group.write(out);
    }
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  static RecoveryTally read(DataInput in) throws IOException {
    RecoveryTally result = new RecoveryTally();
    for (int i = 0; i < TIMES; i++) {
      LatencyGroups group = LatencyGroups.read(in);
      if (group.groupings() != 1) {
        throw new IOException(group.groupings() + " groupings where there should be 1");
      }
      result.times.set(i, group);
    }
    for (int i = 0; i < COUNTS; i++) {
      result.counts[i] = in.readLong();
    }
    return result;
  }

  @Override
  public String toString() {
    return all() + " of complaints";
  }
}
