package dev.repartee.measure;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tallies of several measures in one walk. */
final class Bundle implements Tally<Bundle> {
  /** A measure with its tally's type, captured once so that tallies and plans stay together. */
  record Part<T extends Tally<T>, S extends Summary<S>>(int index, Plan<T, S> plan) {
    void sweep(Slice slice, Split<Bundle> split) {
      Bundle whole = split.whole();
      plan.sweep(slice, whole == null ? new PartSplit<>(this, split) : Split.whole(of(whole)));
    }

    @SuppressWarnings("unchecked") // the bundle made each tally from the plan at its index
    T of(Bundle bundle) {
      return (T) bundle.tallies.get(index);
    }

    void add(Bundle sum, Bundle other) {
      of(sum).add(of(other));
    }

    S summary(Evidence<Bundle> evidence) {
      return plan.summary(evidence, evidence.origin().forPlan(plan, false), of(evidence.tally()));
    }
  }

  /** Hands a measure its own tally of the bundle. */
  private static final class PartSplit<T extends Tally<T>> extends Split<T> {
    private final Part<T, ?> part;
    private final Split<Bundle> outer;

    PartSplit(Part<T, ?> part, Split<Bundle> outer) {
      this.part = part;
      this.outer = outer;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return part.of(outer.at(anchorRow, answerRow));
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      return part.of(outer.at(anchorRow, answerRow, beginsAt));
    }

    @Override
    public @Nullable T whole(int from, int to) {
      Bundle bundle = outer.whole(from, to);
      return bundle == null ? null : part.of(bundle);
    }

    @Override
    public int @Nullable [] codes(int[] anchorRows, int[] answerRows, int facts) {
      return outer.codes(anchorRows, answerRows, facts);
    }

    @Override
    public T tally(int code) {
      return part.of(outer.tally(code));
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return outer.takes(anchorRow, answerRow);
    }
  }

  private final List<Part<?, ?>> parts;
  private final List<Tally<?>> tallies = new ArrayList<>();

  Bundle(List<Part<?, ?>> parts) {
    this.parts = parts;
    for (Part<?, ?> part : parts) {
      tallies.add(part.plan().emptyTally());
    }
  }

  @Override
  public void add(Bundle other) {
    for (Part<?, ?> part : parts) {
      part.add(this, other);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (Tally<?> tally : tallies) {
      tally.write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (Tally<?> tally : tallies) {
      tally.read(in);
    }
  }
}
