package dev.repartee.log;

import com.google.common.base.Suppliers;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What measures derived from a log, kept for the next that asks. */
final class Indexes {
  private final Columns columns;
  private final ConcurrentMap<LogIndex<?>, Supplier<?>> known = new ConcurrentHashMap<>();

  Indexes(Columns columns) {
    this.columns = columns;
  }

  /** An index may ask for others while it is made, so the map is not held meanwhile. */
  @SuppressWarnings("unchecked") // an index makes one type
  <X> X of(LogIndex<X> index) {
    return (X)
        known
            .computeIfAbsent(index, i -> Suppliers.memoize(() -> index.build(() -> slices(index))))
            .get();
  }

  private Iterator<Slice> slices(LogIndex<?> index) {
    ColumnSlice slice =
        new ColumnSlice(columns, View.whole(columns.lastTime(), true), index.unit());
    return IntStream.range(0, slice.parts())
        .mapToObj(
            part -> {
              slice.moveTo(part);
              return (Slice) slice;
            })
        .iterator();
  }
}
