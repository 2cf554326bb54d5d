package dev.repartee.openness;

import dev.repartee.measure.Opened.Outcomes;
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

  /** What becomes of complaints, by the names of the facts that count it. */
  static Outcomes<RecoveryTally> outcomes() {
    return Outcomes.<RecoveryTally>none()
        .with("complaints", t -> t.count(ALL, true) + t.count(ALL, false), RecoveryTally::longest)
        .with("recovered", t -> t.count(ALL, true), RecoveryTally::longest)
        .with("not_recovered", t -> t.count(ALL, false), RecoveryTally::longest)
        .with("recovered_before_landmark", RecoveryTally::early, RecoveryTally::longest)
        .with("unwatched_at_landmark", RecoveryTally::unwatched, RecoveryTally::longest)
        .with(
            "answered_by_landmark",
            t -> t.count(ANSWERED, true) + t.count(ANSWERED, false),
            RecoveryTally::longest)
        .with(
            "unanswered_by_landmark",
            t -> t.count(UNANSWERED, true) + t.count(UNANSWERED, false),
            RecoveryTally::longest)
        .with("wrote_on_unlabelled", RecoveryTally::unlabelled, RecoveryTally::longest)
        .with("excluded_anonymous", RecoveryTally::anonymous)
        .with("excluded_clock_skew", RecoveryTally::skewed);
  }

  private long count(int which, boolean recovers) {
    return times.get(which + (recovers ? 0 : 1)).total();
  }

  /** The longest time until a complaint recovered, or was watched not to. */
  private long longest() {
    return Math.max(times.get(ALL).longest(), times.get(ALL + 1).longest());
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
