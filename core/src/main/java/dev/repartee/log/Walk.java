package dev.repartee.log;

import dev.repartee.measure.Dimension.FactFilter;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs a plan over a view of a log: workers take parts until none is left; tallies add up. */
final class Walk<T extends Tally<T>, S extends Summary<S>> {
  private final Columns columns;
  private final View view;
  private final Plan<T, S> plan;

  Walk(Columns columns, View view, Plan<T, S> plan) {
    this.columns = columns;
    this.view = view;
    this.plan = Objects.requireNonNull(plan, "plan of the measure");
    view.choices().forEach(choice -> choice.dimension().requireFit(plan));
  }

  S run() {
    int parts = slice().parts();
    int workers = Math.max(1, Math.min(view.threads(), parts));
    AtomicInteger next = new AtomicInteger();
    List<T> tallies =
        workers == 1
            ? List.of(work(next, parts))
            : IntStream.range(0, workers).parallel().mapToObj(w -> work(next, parts)).toList();
    T sum = tallies.get(0);
    for (T tally : tallies.subList(1, workers)) {
      sum.add(tally);
    }
    SeenKinds seen = plan.needsSeenKinds() ? columns.seenKinds(view.asOf()) : SeenKinds.none();
    return plan.summary(origin(), seen, sum);
  }

  private ColumnSlice slice() {
    return new ColumnSlice(columns, view, plan.unit(), plan.hangsOnActs());
  }

  private T work(AtomicInteger next, int parts) {
    ColumnSlice slice = slice();
    T tally = plan.emptyTally();
    for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
      slice.moveTo(part);
      plan.sweep(
          slice, view.takesAll() ? Split.whole(tally) : new Chosen<>(slice, view, plan, tally));
    }
    return tally;
  }

  private Origin origin() {
    Origin origin =
        Origin.of(
                plan,
                view.asOf(),
                view.asOfAssumed(),
                view.start(),
                view.end(),
                view.followUp(),
                view.isOfAnswerers(),
                columns.directory)
            .filteredBy(view.filters())
            .ofLog(columns.identity, silent());
    for (View.Choice choice : view.choices()) {
      origin = choice.isFilter() ? origin : origin.only(choice.dimension(), choice.keys());
    }
    return origin;
  }

  /**
   * Known where whole conversations are in the log: who has rows of persons may have left staff.
   */
  private List<String> silent() {
    return plan.unit() == Unit.CONVERSATION ? columns.silentAt(view.asOf()) : List.of();
  }

  /** Facts count whose anchor lies in the window and has the chosen keys. */
  private static final class Chosen<T extends Tally<T>> extends Split<T> {
    private final Slice slice;
    private final View view;
    private final List<FactFilter> filters = new ArrayList<>();
    private final T tally;

    /** Takes what a sweep adds without asking first; forgotten with the slice. */
    private final T unread;

    Chosen(Slice slice, View view, Plan<T, ?> plan, T tally) {
      this.slice = slice;
      this.view = view;
      this.tally = tally;
      this.unread = plan.emptyTally();
      for (View.Choice choice : view.choices()) {
        filters.add(slice.scratch(choice, () -> choice.dimension().filter(slice, choice.keys())));
      }
    }

    @Override
    public @Nullable T whole(int from, int to) {
      // The first and the last row decide for all in between by time, but not by selection.
      boolean isInWindow =
          slice.effectiveAt(from) >= view.start() && slice.effectiveAt(to - 1) < view.end();
      return isInWindow && filters.isEmpty() ? tally : null;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return takes(anchorRow, answerRow) ? tally : unread;
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      if (beginsAt < view.start() || beginsAt >= view.end()) {
        return unread;
      }
      for (FactFilter filter : filters) {
        if (!filter.takes(anchorRow, answerRow, beginsAt)) {
          return unread;
        }
      }
      return tally;
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      long at = slice.effectiveAt(anchorRow);
      if (at < view.start() || at >= view.end()) {
        return false;
      }
      for (FactFilter filter : filters) {
        if (!filter.takes(anchorRow, answerRow)) {
          return false;
        }
      }
      return true;
    }
  }
}
