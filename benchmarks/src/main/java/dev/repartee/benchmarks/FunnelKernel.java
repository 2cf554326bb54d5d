package dev.repartee.benchmarks;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.stats.Proportion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * An ordered funnel with a window, as a user would write it with nothing but the public interface.
 *
 * <p>One pass over the events of a person in order of time. For each step it remembers the latest
 * first step from which the step was reached within the window: the later a chain began, the longer
 * it has left, so no other chain can come further. Events of one instant count in the order that
 * favours progress. The deepest step ever reached is the person's.
 */
public final class FunnelKernel implements Measure<FunnelKernel.Levels> {
  private static final long NEVER = Long.MIN_VALUE;

  private final List<ActKind> steps;
  private final Duration window;
  private final byte[] masks = new byte[ActKind.values().length];

  /**
   * Creates the measure.
   *
   * @param steps what has to be done, in this order; at most 7
   * @param window from the first step, its end included
   */
  public FunnelKernel(List<ActKind> steps, Duration window) {
    this.steps = List.copyOf(steps);
    this.window = window;
    for (int step = 0; step < steps.size(); step++) {
      masks[steps.get(step).ordinal()] |= (byte) (1 << step);
    }
  }

  /** How many persons came as far as each step and no further. */
  static final class Reached implements Tally<Reached> {
    private final long[] persons;

    Reached(int steps) {
      persons = new long[steps];
    }

    static Reached read(DataInput in) throws IOException {
      Reached result = new Reached(in.readInt());
      for (int step = 0; step < result.persons.length; step++) {
        result.persons[step] = in.readLong();
      }
      return result;
    }

    /** Persons who came as far as a step or further. */
    long atLeast(int step) {
      return Arrays.stream(persons, step, persons.length).reduce(0, Math::addExact);
    }

    @Override
    public void add(Reached other) {
      for (int step = 0; step < persons.length; step++) {
        persons[step] = Math.addExact(persons[step], other.persons[step]);
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(persons.length);
      for (long count : persons) {
        out.writeLong(count);
      }
    }

    @Override
    public String toString() {
      return Arrays.toString(persons);
    }
  }

  /**
   * How many persons reached each step.
   *
   * @param evidence what it rests on
   */
  public record Levels(Evidence<Groups<Reached>> evidence) implements Summary<Levels> {
    /**
     * Returns how many persons reached a step.
     *
     * @param step 0 for the first
     * @return at least 0
     */
    public long reached(int step) {
      return evidence.tally().sum(reached -> reached.atLeast(step));
    }

    /**
     * Returns the share of those who began that reached a step, with its error bars.
     *
     * @param step 0 for the first
     * @return the share
     */
    public Proportion conversion(int step) {
      return evidence
          .tally()
          .share(reached -> reached.atLeast(step), reached -> reached.atLeast(0));
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Levels merge(Levels other) {
      return new Levels(evidence.merge(other.evidence));
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }
  }

  @Override
  public Plan<?, Levels> plan() {
    return Plan.of(
            toString(),
            Unit.PERSON,
            () -> new Reached(steps.size()),
            Reached::read,
            (slice, split) -> new Walk(slice, split).run())
        .inGroups(Levels::new);
  }

  /** The walk over one slice. */
  private final class Walk {
    private final Slice slice;
    private final Split<Reached> split;
    private final long windowMillis = window.toMillis();
    private final long[] begun = new long[steps.size()];
    private long[] at = new long[16];
    private int[] mask = new int[16];

    Walk(Slice slice, Split<Reached> split) {
      this.slice = slice;
      this.split = split;
    }

    void run() {
      for (int unit = 0; unit < slice.units(); unit++) {
        int from = slice.from(unit);
        int to = slice.to(unit);
        if (from < to && !slice.isMember(slice.row(from))) { // membership is of the person
          person(from, to);
        }
      }
    }

    private void person(int from, int to) {
      gather(from, to);
      Arrays.fill(begun, NEVER);
      int deepest = -1;
      int first = Slice.NONE;
      for (int i = 0; i < to - from; i++) {
        if (first == Slice.NONE && (mask[i] & 1) != 0) {
          first = slice.row(from + i);
        }
        int together = mask[i];
        while (i + 1 < to - from && at[i + 1] == at[i]) {
          together |= mask[++i];
        }
        deepest = Math.max(deepest, advance(together, at[i]));
      }
      if (deepest >= 0) {
        split.at(first).persons[deepest]++;
      }
    }

    /**
     * Copies when each event of a person was and which steps it is. The rows lie scattered in the
     * log; asked without a decision in between, the memory answers several at a time.
     */
    private void gather(int from, int to) {
      if (at.length < to - from) {
        at = new long[Math.max(to - from, 2 * at.length)];
        mask = new int[at.length];
      }
      for (int i = 0; i < to - from; i++) {
        int row = slice.row(from + i);
        ActKind kind = slice.act(row);
        at[i] = slice.effectiveAt(row);
        mask[i] = kind == null ? 0 : masks[kind.ordinal()];
      }
    }

    /** Takes the events of one instant and returns the deepest step among them, or -1. */
    private int advance(int together, long time) {
      int deepest = -1;
      for (int left = together; left != 0; left &= left - 1) {
        int step = Integer.numberOfTrailingZeros(left);
        long start = step == 0 ? time : begun[step - 1];
        if (start != NEVER && time - start <= windowMillis) {
          begun[step] = start;
          deepest = step;
        }
      }
      return deepest;
    }
  }

  @Override
  public String toString() {
    return "funnel " + steps + " within " + window;
  }
}
