package dev.repartee.openness;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.util.ArrayList;
import java.util.List;

/** How long complaints took to recover, or were watched not to, in replicate groups by person. */
final class RecoveryTally implements Tally.Declared<RecoveryTally> {
  private static final TallyForm<RecoveryTally> FORM =
      TallyForm.of(RecoveryTally.class).times(t -> t.times).counts(t -> t.counts);

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
      times.add(LatencyGroups.ofPersons());
    }
  }

  void add(boolean recovers, long millis, int groups) {
    add(ALL, recovers, millis, groups);
  }

  void addAtLandmark(boolean isAnswered, boolean recovers, long millis, int groups) {
    add(isAnswered ? ANSWERED : UNANSWERED, recovers, millis, groups);
  }

  private void add(int which, boolean recovers, long millis, int groups) {
    times.get(which + (recovers ? 0 : 1)).add(millis, groups);
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
  public TallyForm<RecoveryTally> form() {
    return FORM;
  }
}
