package dev.repartee.internal.tally;

import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Counts over what is mature, and the same over what is open: younger than the horizon, so that it
 * can still change.
 */
public final class MaturityTally<C extends Tally<C>> implements Tally<MaturityTally<C>> {
  private final Supplier<C> empty;
  private final C mature;
  private final C open;

  public MaturityTally(Supplier<C> empty) {
    this.empty = empty;
    this.mature = empty.get();
    this.open = empty.get();
  }

  public C of(boolean isOpen) {
    return isOpen ? open : mature;
  }

  /** Returns what a view sees, to be read only: the mature, and in some views the open too. */
  public C seen(boolean hasOpen) {
    if (!hasOpen) {
      return mature;
    }
    C both = empty.get();
    both.add(mature);
    both.add(open);
    return both;
  }

  @Override
  public void add(MaturityTally<C> other) {
    mature.add(other.mature);
    open.add(other.open);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    mature.write(out);
    open.write(out);
  }

  @Override
  public void read(Input in) throws IOException {
    mature.read(in);
    open.read(in);
  }
}
