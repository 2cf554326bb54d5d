package dev.repartee.person;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * What a walk around a person found, one by one. It is looked at and dropped, neither written nor
 * kept.
 *
 * @param <X> what is found
 */
final class Found<X> extends Summary.Backed<Found<X>> {
  private final Evidence<Finds<X>> evidence;

  private Found(Evidence<Finds<X>> evidence) {
    super(evidence, Found::new);
    this.evidence = evidence;
  }

  /** Looks at a slice and adds what it finds. */
  interface Search<X> {
    void search(Slice slice, Split<Finds<X>> found);
  }

  /** What was found so far. */
  static final class Finds<X> implements Tally<Finds<X>> {
    private final List<X> all = new ArrayList<>();

    void add(X one) {
      all.add(one);
    }

    @Override
    public void add(Finds<X> other) {
      all.addAll(other.all);
    }

    @Override
    public void write(DataOutput out) {
      throw new UnsupportedOperationException("what is found around a person has no bytes");
    }

    @Override
    public void read(Input in) {
      throw new UnsupportedOperationException("what is found around a person has no bytes");
    }
  }

  @Override
  public Facts facts() {
    return Facts.of(origin()).count("found", evidence.tally().all.size()).build();
  }

  /** Returns what a search finds in a log, in the order of the walk. */
  static <X> List<X> in(EngagementLog log, Unit unit, Search<X> search) {
    Measure<Found<X>> measure = () -> plan(unit, search);
    return List.copyOf(log.parallel(1).measure(measure).evidence.tally().all);
  }

  private static <X> Plan<Finds<X>, Found<X>> plan(Unit unit, Search<X> search) {
    return Plan.of("around a person", unit, Finds<X>::new, search::search).into(Found::new);
  }
}
