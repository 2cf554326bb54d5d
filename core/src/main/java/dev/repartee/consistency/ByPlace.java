package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.hash.LongCodes;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyMap;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tally for each place. Names are the keys, because codes differ from log to log; while a log is
 * walked its codes are the short way.
 */
final class ByPlace<C extends Tally<C>> implements Tally<ByPlace<C>> {
  private final Supplier<C> empty;
  private final TallyMap<Place, C> cells;

  /** Pairs of the codes of organization and channel: a key of a breakdown has few of all. */
  private final LongCodes codes = new LongCodes();

  private final List<C> cellOfCode = new ArrayList<>();

  /** The last one, since rows of a conversation come together and share a place. */
  private long lastPair;

  private @Nullable C last;

  ByPlace(Supplier<C> empty) {
    this.empty = empty;
    this.cells = new TallyMap<>(Comparator.naturalOrder(), ByPlace::write, ByPlace::place, empty);
  }

  private static void write(Place place, DataOutput out) throws IOException {
    Texts.write(out, place.organization());
    Texts.write(out, place.channel());
  }

  private static Place place(Input in) throws IOException {
    return new Place(Texts.read(in), Texts.read(in));
  }

  /** The tally of the place of a row. A tally is walked into by one log only. */
  C at(Slice slice, int row) {
    return at(slice, slice.organization(row), slice.channel(row));
  }

  /** The tally of a place by the codes of a slice. */
  C at(Slice slice, int organization, int channel) {
    long pair = ((long) organization << Integer.SIZE) | (channel & 0xFFFF_FFFFL);
    C cell = last;
    if (cell == null || pair != lastPair) {
      int code = codes.code(pair);
      if (code == cellOfCode.size()) {
        cellOfCode.add(cells.at(place(slice, organization, channel)));
      }
      cell = cellOfCode.get(code);
      last = cell;
      lastPair = pair;
    }
    return cell;
  }

  private static Place place(Slice slice, int organization, int channel) {
    return new Place(
        organization == Slice.NONE ? Dimension.NONE : slice.organizationName(organization),
        channel == Slice.NONE ? Dimension.NONE : slice.channelName(channel));
  }

  SortedMap<Place, C> cells() {
    return cells.cells();
  }

  /** The tallies of all channels of an organization together. */
  C organization(String name) {
    C sum = empty.get();
    cells()
        .forEach(
            (place, cell) -> {
              if (place.organization().equals(name)) {
                sum.add(cell);
              }
            });
    return sum;
  }

  @Override
  public void add(ByPlace<C> other) {
    cells.add(other.cells);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    cells.write(out);
  }

  @Override
  public void read(Input in) throws IOException {
    cells.read(in);
  }
}
