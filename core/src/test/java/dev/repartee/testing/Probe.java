package dev.repartee.testing;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.util.function.Consumer;

/** A measure that shows each slice to a test and counts nothing. */
public final class Probe implements Measure<Probe.Seen> {
  private final Consumer<Slice> test;

  public Probe(Consumer<Slice> test) {
    this.test = test;
  }

  @Override
  public Plan<?, Seen> plan() {
    return Plan.of("probe", Unit.CONVERSATION, Nothing::new, (slice, split) -> test.accept(slice))
        .into(Seen::new);
  }

  static final class Nothing implements Tally<Nothing> {
    @Override
    public void add(Nothing other) {}

    @Override
    public void write(DataOutput out) {}

    @Override
    public void read(Input in) {}
  }

  /** That it was shown. */
  public static final class Seen implements Summary<Seen> {
    private final Evidence<Nothing> evidence;

    Seen(Evidence<Nothing> evidence) {
      this.evidence = evidence;
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Seen merge(Seen other) {
      return new Seen(evidence.merge(other.evidence));
    }

    @Override
    public Facts facts() {
      return Facts.of(origin()).build();
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }
  }
}
