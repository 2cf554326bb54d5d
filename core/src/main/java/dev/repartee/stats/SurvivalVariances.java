package dev.repartee.stats;

import dev.repartee.internal.math.Jackknife;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The variances of a Kaplan-Meier curve by replicate groups, at each event. They are found for a
 * block of events when one of them is asked for: the interval of a quantile needs those of few
 * blocks, since a bound tells that it ends in none of the others.
 *
 * <p>The curves without each group are walked once and kept as they are before each block, so that
 * a block can be walked again by itself.
 */
final class SurvivalVariances {
  /** How many events are in a block. */
  static final int BLOCK = 256;

  private final RiskTable table;
  private final Jackknife[] groupings;
  private final List<List<Jackknife.Run>> runs;

  /** The walk as it is before each block, and after the last one. */
  private final List<RiskGroups.LeftOut> walks = new ArrayList<>();

  /** What was found so far; two threads may find the same. */
  private final AtomicReferenceArray<Block> blocks;

  /**
   * What was found of a block of events.
   *
   * @param variances V of the grouping that rules; NaN where none does
   * @param rulings which one rules; the first where none does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record Block(double[] variances, byte[] rulings) {}

  /**
   * Walks through the table.
   *
   * @param groupings which one rules follows from them and their variances
   */
  SurvivalVariances(RiskTable table, RiskGroups groups, Jackknife[] groupings) {
    this.table = table;
    this.groupings = groupings;
    this.runs = groups.runs();
    RiskGroups.LeftOut walk = groups.leftOut();
    for (int event = 0; event < table.eventRows.length; event++) {
      if (event % BLOCK == 0) {
        walks.add(walk.copy());
      }
      walk.passEvent();
    }
    this.blocks = new AtomicReferenceArray<>(walks.size());
    walks.add(walk);
  }

  /** Returns V after an event, by the grouping that rules; NaN where none does. */
  double variance(int event) {
    return block(event / BLOCK).variances[event % BLOCK];
  }

  /** Returns the number of the grouping that rules after an event; 0 where none does. */
  int ruling(int event) {
    return block(event / BLOCK).rulings[event % BLOCK];
  }

  private Block block(int number) {
    Block found = blocks.get(number);
    if (found == null) {
      found = find(number);
      blocks.set(number, found);
    }
    return found;
  }

  private Block find(int number) {
    int first = number * BLOCK;
    int size = Math.min(BLOCK, table.eventRows.length - first);
    double[] variances = new double[size];
    byte[] rulings = new byte[size];
    RiskGroups.LeftOut walk = walks.get(number).copy();
    double[] ofGroupings = new double[groupings.length];
    double[] moves = new double[LatencyGroups.GROUPS];
    for (int i = 0; i < size; i++) {
      walk.passEvent();
      double share = table.survivalAfter(first + i);
      for (int grouping = 0; grouping < groupings.length; grouping++) {
        ofGroupings[grouping] =
            RiskGroups.variance(walk.survival, share, grouping, runs.get(grouping), moves);
      }
      int ruling = Jackknife.ruling(groupings, ofGroupings);
      rulings[i] = (byte) Math.max(ruling, 0);
      variances[i] = ruling < 0 ? Double.NaN : ofGroupings[ruling];
    }
    return new Block(variances, rulings);
  }

  /**
   * Returns a bound that V of no grouping exceeds after any event of a block. Curves only fall, so
   * at no event is one without a group farther from the whole than the one is at the beginning of
   * the block from the other at its end.
   */
  double mostOfBlock(int number) {
    double[] early = walks.get(number).survival;
    double[] late = walks.get(number + 1).survival;
    int first = number * BLOCK;
    int end = Math.min(first + BLOCK, table.eventRows.length);
    double wholeEarly = table.survivalAfter(first - 1);
    double wholeLate = table.survivalAfter(end - 1);
    double most = 0;
    double[] moves = new double[LatencyGroups.GROUPS];
    for (int grouping = 0; grouping < groupings.length; grouping++) {
      for (int group = 0; group < moves.length; group++) {
        int slot = grouping * moves.length + group;
        moves[group] = Math.max(early[slot] - wholeLate, wholeEarly - late[slot]);
      }
      double variance = Jackknife.variance(runs.get(grouping), wholeLate, moves);
      most = Double.isNaN(variance) ? most : Math.max(most, variance);
    }
    return most;
  }
}
