package dev.repartee.benchmarks;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.ToLongFunction;

/** A measure that does one thing to each slice and adds up the numbers: the floor of a walk. */
public final class SliceOnly implements Measure<SliceOnly.Total> {
  private final Unit unit;
  private final ToLongFunction<Slice> work;

  private SliceOnly(Unit unit, ToLongFunction<Slice> work) {
    this.unit = unit;
    this.work = work;
  }

  /**
   * Makes a measure over conversations.
   *
   * @param work what to do to each slice
   */
  public SliceOnly(ToLongFunction<Slice> work) {
    this(Unit.CONVERSATION, work);
  }

  /**
   * Returns a measure over persons.
   *
   * @param work what to do to each slice
   * @return the measure
   */
  public static SliceOnly ofPersons(ToLongFunction<Slice> work) {
    return new SliceOnly(Unit.PERSON, work);
  }

  /** A sum. */
  static final class Sum implements Tally<Sum> {
    private long value;

    @Override
    public void add(Sum other) {
      value += other.value;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(value);
    }

    @Override
    public void read(Input in) throws IOException {
      value = in.readLong();
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * The sum over all slices.
   *
   * @param evidence what it rests on
   */
  public record Total(Evidence<Sum> evidence) implements Summary<Total> {
    /**
     * Returns the sum.
     *
     * @return the sum
     */
    public long sum() {
      return evidence.tally().value;
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Total merge(Total other) {
      return new Total(evidence.merge(other.evidence));
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }

    @Override
    public Facts facts() {
      return Facts.of(origin()).count("sum", sum()).build();
    }
  }

  @Override
  public Plan<?, Total> plan() {
    return Plan.of("slices", unit, Sum::new, this::sweep).into(Total::new);
  }

  private void sweep(Slice slice, Split<Sum> split) {
    if (slice.units() > 0 && slice.to(0) > slice.from(0)) {
      split.at(slice.row(slice.from(0))).value += work.applyAsLong(slice);
    }
  }

  @Override
  public String toString() {
    return "work on slices";
  }
}
