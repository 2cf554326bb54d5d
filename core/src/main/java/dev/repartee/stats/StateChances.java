package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * The probability of being in each of several states some time after the start, estimated from
 * people who move between them and are watched for different times (the Aalen–Johansen estimator).
 *
 * <pre>{@code P(t) = product over times u <= t of (I + dA(u)),  dA_ij(u) = N_ij(u) / Y_i(u)}</pre>
 *
 * <p>with N_ij(u) moves from i to j at u, and Y_i(u) people in i just before u. Everybody begins in
 * state 0 at time 0. At equal times, moves come before ends of observation. With two states this is
 * the Kaplan–Meier estimator; without censoring it is the share of people. People are assumed to
 * move alike whenever they came. Nothing is estimated beyond the largest observed time. If there
 * are so many distinct times that {@link LatencyGroups} rounds them, people who enter a state and
 * leave it within one rounded time do both at that time, one after the other.
 *
 * <p>Intervals are Wilson's, as for a {@link Proportion}: with {@code n_eff = p (1 - p) / V}, V by
 * replicates ({@link Replicates}) but never below {@code p (1 - p)} divided by the number of
 * people, and the t quantile. With n people still watched, a probability of 0 has the interval [0,
 * 1 - 0.025^(1/n)], and a probability of 1 the mirrored one.
 *
 * <pre>{@code
 * LatencyGroups cured = new LatencyGroups(1);
 * cured.add(2, 0);
 * LatencyGroups died = new LatencyGroups(1);
 * died.add(3, 1);
 * LatencyGroups lost = new LatencyGroups(1);
 * lost.add(1, 2);
 * StateChances chances = StateChances.builder(3)
 *     .moved(0, 1, cured).moved(0, 2, died).watchedUntil(0, lost).build();
 * chances.at(1, Duration.ofMillis(2)).value();    // 0.5
 * }</pre>
 *
 * <p>Source: O. O. Aalen, S. Johansen, 1978, "An Empirical Transition Matrix for Non-Homogeneous
 * Markov Chains Based on Censored Observations". Immutable; each method takes O(groups x times).
 */
public final class StateChances {
  /** The position of the whole, after the replicates without each group. */
  private static final int WHOLE = LatencyCells.SLOTS;

  private static final int SLOTS = WHOLE + 1;

  private final int states;
  private final List<Flow> flows;
  private final long[] sizes = new long[LatencyCells.SLOTS];
  private final long[] times;
  private final long count;

  /** Moves from a state to another, or to nowhere if observation ended. */
  private record Flow(int from, int to, LatencySnapshot times) {
    boolean isMove() {
      return to >= 0;
    }
  }

  private StateChances(int states, List<Flow> flows) {
    this.states = states;
    this.flows = List.copyOf(flows);
    TreeSet<Long> distinct = new TreeSet<>();
    for (Flow flow : flows) {
      for (long time : flow.times.values()) {
        distinct.add(time);
      }
      if (!flow.isMove()) {
        flow.times.cells().addSizes(sizes); // everybody's watching ends once
      }
    }
    this.times = distinct.stream().mapToLong(Long::longValue).toArray();
    this.count = Arrays.stream(sizes, 0, LatencyGroups.GROUPS).sum();
  }

  /**
   * {@return a new, empty builder}
   *
   * @param states the number of states, which are numbered from 0
   * @throws IllegalArgumentException if there is no state
   */
  public static Builder builder(int states) {
    if (states < 1) {
      throw new IllegalArgumentException("states (" + states + ") must be at least 1");
    }
    return new Builder(states);
  }

  /** {@return the number of people watched, at least 0} */
  public long count() {
    return count;
  }

  /**
   * Returns the probability of being in a state some time after the start, with its 95 % interval.
   *
   * @param state the state
   * @param time the time, 0 or more
   * @return the probability; undefined without data, and beyond the largest observed time
   * @throws IllegalArgumentException if there is no such state or the time is negative
   */
  public Estimate at(int state, Duration time) {
    return at(time).get(checked(state, states));
  }

  /**
   * Returns the probabilities of being in each state some time after the start.
   *
   * @param time the time, 0 or more
   * @return one for each state; if defined, their values add up to 1
   * @throws IllegalArgumentException if the time is negative
   */
  public List<Estimate> at(Duration time) {
    double millis = Math.floor(SurvivalCurve.millis(time));
    if (count == 0) {
      return everywhere(Notes.NO_DATA);
    }
    if (millis > times[times.length - 1]) {
      return everywhere(Notes.TOO_SHORT);
    }
    Walk walk = new Walk();
    double[][] chances = walk.until(millis);
    List<Estimate> result = new ArrayList<>();
    for (double[] ofState : chances) {
      result.add(estimate(ofState, walk.watched()));
    }
    return List.copyOf(result);
  }

  /**
   * Returns the mean time spent in a state up to a horizon after the start: the area under its
   * probability, with a 95 % interval by replicates, cut to [0, horizon].
   *
   * @param state the state
   * @param horizon the horizon, 0 or more
   * @return the mean; over all states the means add up to the horizon. Without an interval if the
   *     replicates do not differ; not reached if the horizon lies beyond the largest observed time;
   *     no data without people
   * @throws IllegalArgumentException if there is no such state or the horizon is negative
   */
  public DurationEstimate timeIn(int state, Duration horizon) {
    double end = SurvivalCurve.millis(horizon);
    checked(state, states);
    if (count == 0) {
      return DurationEstimate.noData();
    }
    if (end > times[times.length - 1]) {
      return DurationEstimate.notReached(Notes.TOO_SHORT);
    }
    double[] areas = new Walk().area(state, end);
    Replicates replicates = replicates(areas);
    Estimate estimate = replicates.estimate();
    if (!estimate.hasInterval() || estimate.standardError() == 0) {
      String note = estimate.hasInterval() ? Notes.NO_SCATTER : estimate.note();
      return DurationEstimate.withoutInterval(areas[WHOLE], estimate.groups(), note);
    }
    return DurationEstimate.withStandardError(
        areas[WHOLE],
        estimate.standardError(),
        Math.max(0, estimate.low()),
        Math.max(areas[WHOLE], Math.min(end, estimate.high())),
        estimate.level(),
        estimate.groups());
  }

  private Replicates replicates(double[] bySlot) {
    double[] leftOut = new double[WHOLE];
    BitSet filled = new BitSet();
    for (int slot = 0; slot < WHOLE; slot++) {
      leftOut[slot] = sizes[slot] == count ? Double.NaN : bySlot[slot];
      filled.set(slot, sizes[slot] > 0);
    }
    return Replicates.of(bySlot[WHOLE], leftOut, filled);
  }

  private List<Estimate> everywhere(String note) {
    return Collections.nCopies(states, Estimate.undefined(note));
  }

  private Estimate estimate(double[] bySlot, double watched) {
    double whole = bySlot[WHOLE];
    Estimate estimate = replicates(bySlot).estimate();
    if (!estimate.hasInterval()) {
      return estimate;
    }
    if (!(whole > 0 && whole < 1)) {
      double width = 1 - Math.pow((1 - estimate.level()) / 2, 1 / watched);
      Interval end = whole > 0 ? new Interval(1 - width, 1) : new Interval(0, width);
      return Estimate.of(whole, 0, end, estimate.level(), estimate.groups());
    }
    double variance =
        Math.max(estimate.standardError() * estimate.standardError(), whole * (1 - whole) / count);
    double factor = Distributions.studentFactor(estimate.level(), estimate.groups() - 1.0);
    return Estimate.of(
        whole,
        Math.sqrt(variance),
        ProportionIntervals.wilson(whole, whole * (1 - whole) / variance, factor),
        estimate.level(),
        estimate.groups());
  }

  /** Goes through the times, for the whole and without each group at once. */
  private final class Walk {
    private final double[][] chance = new double[states][SLOTS];
    private final double[][] atRisk = new double[states][SLOTS];
    private final int[] rows = new int[flows.size()];

    /** For each flow, the number of people who are about to move but have not moved yet. */
    private final double[][] due = new double[flows.size()][SLOTS];

    private final BitSet isDue = new BitSet();

    // Of one round.
    private final BitSet isLeft = new BitSet();
    private final double[][] leaving = new double[states][SLOTS];
    private final double[][] share = new double[flows.size()][SLOTS];
    private final double[][] moved = new double[flows.size()][SLOTS];

    Walk() {
      Arrays.fill(chance[0], 1);
      for (int group = 0; group < WHOLE; group++) {
        atRisk[0][group] = (double) (count - sizes[group]);
      }
      atRisk[0][WHOLE] = (double) count;
    }

    double[][] until(double millis) {
      for (int i = 0; i < times.length && times[i] <= millis; i++) {
        pass(times[i]);
      }
      for (int slot = 0; slot < SLOTS; slot++) {
        makeCertain(slot);
      }
      return chance;
    }

    /** Makes a chance 1 where all others are 0, whatever its parts add up to in the last bit. */
    private void makeCertain(int slot) {
      int possible = -1;
      for (int state = 0; state < states; state++) {
        if (chance[state][slot] != 0) {
          if (possible >= 0) {
            return;
          }
          possible = state;
        }
      }
      chance[possible][slot] = 1;
    }

    /** The areas under the probability of a state, from the start to a time. */
    double[] area(int state, double end) {
      double[] areas = new double[SLOTS];
      double from = 0;
      for (int i = 0; i < times.length && times[i] < end; i++) {
        add(areas, times[i] - from, chance[state]);
        from = times[i];
        pass(times[i]);
      }
      add(areas, end - from, chance[state]);
      return areas;
    }

    /** The number of people still watched, each counted once. */
    double watched() {
      double sum = 0;
      for (double[] ofState : atRisk) {
        sum += ofState[WHOLE];
      }
      return Math.max(1, sum);
    }

    private void pass(long time) {
      List<double[]> ended = new ArrayList<>();
      List<Flow> ends = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        Flow flow = flows.get(i);
        if (rows[i] < flow.times.rows() && flow.times.value(rows[i]) == time) {
          double[] counts = counts(flow, rows[i]++);
          if (flow.isMove()) {
            add(due[i], 1, counts);
            isDue.set(i);
          } else {
            ends.add(flow);
            ended.add(counts);
          }
        }
      }
      // Who comes at a time does not go on at it: so one round is all, but where times are rounded
      // to buckets and some came and went on within one. Who went on before coming, by the rounded
      // times, stays due.
      for (int round = 0; round < states && !isDue.isEmpty(); round++) {
        move();
      }
      for (int i = 0; i < ends.size(); i++) {
        add(atRisk[ends.get(i).from], -1, ended.get(i));
      }
    }

    /** Moves everybody at once who is due and has arrived. */
    private void move() {
      isLeft.clear();
      for (int i = isDue.nextSetBit(0); i >= 0; i = isDue.nextSetBit(i + 1)) {
        isLeft.set(flows.get(i).from);
        Arrays.fill(leaving[flows.get(i).from], 0);
      }
      for (int i = isDue.nextSetBit(0); i >= 0; i = isDue.nextSetBit(i + 1)) {
        add(leaving[flows.get(i).from], 1, due[i]);
      }
      for (int i = isDue.nextSetBit(0); i >= 0; i = isDue.nextSetBit(i + 1)) {
        int from = flows.get(i).from;
        for (int slot = 0; slot < SLOTS; slot++) {
          double waiting = Math.max(0, atRisk[from][slot]);
          double wanted = leaving[from][slot];
          moved[i][slot] = wanted <= waiting ? due[i][slot] : due[i][slot] * (waiting / wanted);
          // Where nobody else is at risk, nothing happens to others.
          share[i][slot] = waiting > 0 ? chance[from][slot] * moved[i][slot] / waiting : 0;
        }
      }
      isLeft.stream().forEach(this::leave);
      for (int i = isDue.nextSetBit(0); i >= 0; i = isDue.nextSetBit(i + 1)) {
        Flow flow = flows.get(i);
        add(chance[flow.to], 1, share[i]);
        add(atRisk[flow.to], 1, moved[i]);
        add(due[i], -1, moved[i]);
        isDue.set(i, Arrays.stream(due[i]).anyMatch(people -> people > 0));
      }
    }

    /**
     * Keeps in a state what stays. The parts that leave need not add up to the whole to the last
     * bit, so taking them away one by one would leave a chance of 1e-17 where everybody has left.
     */
    private void leave(int state) {
      for (int slot = 0; slot < SLOTS; slot++) {
        double waiting = Math.max(0, atRisk[state][slot]);
        double left = Math.min(waiting, leaving[state][slot]);
        chance[state][slot] *= waiting > 0 ? (waiting - left) / waiting : 1;
        atRisk[state][slot] -= left;
      }
    }

    private double[] counts(Flow flow, int row) {
      double[] inGroup = new double[LatencyCells.SLOTS];
      flow.times.cells().addRowTo(row, 1, inGroup);
      double all = flow.times.cells().rowTotal(row);
      double[] counts = new double[SLOTS];
      for (int group = 0; group < WHOLE; group++) {
        counts[group] = all - inGroup[group];
      }
      counts[WHOLE] = all;
      return counts;
    }

    private static void add(double[] sums, double factor, double[] values) {
      for (int slot = 0; slot < sums.length; slot++) {
        sums[slot] += factor * values[slot];
      }
    }
  }

  private static int checked(int state, int states) {
    if (!(state >= 0 && state < states)) {
      throw new IllegalArgumentException(
          "state (" + state + ") must lie in [0, " + (states - 1) + "]");
    }
    return state;
  }

  /** Returns such as {@code chances of 3 states, 812 watched}. */
  @Override
  public String toString() {
    return "chances of " + states + " states, " + NumberText.count(count) + " watched";
  }

  /** Collects moves and ends of observation. */
  public static final class Builder {
    private final int states;
    private final List<Flow> flows = new ArrayList<>();

    private Builder(int states) {
      this.states = states;
    }

    /**
     * Adds moves from a state to another.
     *
     * @param from the state left
     * @param to the state entered
     * @param times the times of the moves since the start, one person each; all with the same
     *     groupings
     * @return this builder
     * @throws IllegalArgumentException if there is no such state, both are the same, or the
     *     groupings differ
     */
    public Builder moved(int from, int to, LatencyGroups times) {
      if (from == to) {
        throw new IllegalArgumentException(
            "to (" + to + ") must differ from from (" + from + "): staying is no move");
      }
      return add(checked(from, states), checked(to, states), times);
    }

    /**
     * Adds people whose observation ended in a state. Add everybody exactly once.
     *
     * @param state the state they were in
     * @param times the times of the ends since the start; all with the same groupings
     * @return this builder
     * @throws IllegalArgumentException if there is no such state or the groupings differ
     */
    public Builder watchedUntil(int state, LatencyGroups times) {
      return add(checked(state, states), -1, times);
    }

    private Builder add(int from, int to, LatencyGroups times) {
      LatencySnapshot snapshot = times.snapshot();
      if (!flows.isEmpty() && flows.get(0).times().kind() != snapshot.kind()) {
        throw new IllegalArgumentException(
            "times (" + times + ") must be grouped in the same ways as those before");
      }
      flows.add(new Flow(from, to, snapshot));
      return this;
    }

    /** {@return the probabilities from what was added so far} */
    public StateChances build() {
      return new StateChances(states, flows);
    }

    @Override
    public String toString() {
      return flows.size() + " flows between " + states + " states";
    }
  }
}
