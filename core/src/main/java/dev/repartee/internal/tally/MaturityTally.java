package dev.repartee.internal.tally;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyReader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Counts over what is mature, and the same over what is open: younger than the horizon, so that it
 * can still change.
 *
 * @param <C> the counts
 */
public final class MaturityTally<C extends Tally<C>> implements Tally<MaturityTally<C>> {
  private final C mature;
  private final C open;

  public MaturityTally(Supplier<C> empty) {
    this(empty.get(), empty.get());
  }

  private MaturityTally(C mature, C open) {
    this.mature = mature;
    this.open = open;
  }

  public C of(boolean isOpen) {
    return isOpen ? open : mature;
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

  public static <C extends Tally<C>> MaturityTally<C> read(TallyReader<C> reader, DataInput in)
      throws IOException {
    return new MaturityTally<>(reader.read(in), reader.read(in));
  }

  @Override
  public String toString() {
    return mature + ", " + open + " open";
  }
}
