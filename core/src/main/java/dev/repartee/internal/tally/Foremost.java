package dev.repartee.internal.tally;

import dev.repartee.internal.math.FirstFew;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first few of many by an order, such as the longest waits with their names, as a tally. The
 * order must distinguish whatever differs, so that the result does not depend on the order of work.
 *
 * @param <X> what is kept
 */
public final class Foremost<X> implements Tally<Foremost<X>> {
  private final Writer<X> writer;
  private final Reader<X> reader;
  private final FirstFew<X> kept;

  /** Creates an empty list. */
  public Foremost(int most, Comparator<X> order, Writer<X> writer, Reader<X> reader) {
    this.writer = writer;
    this.reader = reader;
    this.kept = new FirstFew<>(most, order);
  }

  /**
   * Returns the one to give way next, so that words need not be made of what would not be kept: the
   * last of those that are kept; null while there is room for more.
   */
  public @Nullable X last() {
    return kept.last();
  }

  /** Keeps one if it is among the first. */
  public void add(X one) {
    kept.add(one);
  }

  /** Returns those that are kept: in order, at most as many as were asked for. */
  public List<X> list() {
    return kept.list();
  }

  @Override
  public void add(Foremost<X> other) {
    other.kept.forEach(kept::add);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(kept.size());
    for (X one : list()) {
      writer.write(one, out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    X before = null;
    int size = in.readInt();
    for (int left = size; left > 0; left--) {
      X one = reader.read(in);
      if (kept.isTooSmallFor(size) || (before != null && !kept.isInOrder(before, one))) {
        throw new IOException(size + " are too many, or " + one + " comes too late");
      }
      kept.add(one);
      before = one;
    }
  }
}
