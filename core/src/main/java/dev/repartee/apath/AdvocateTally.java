package dev.repartee.apath;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.tally.Foremost;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many advocates there are on each way, and the first of them by name. */
final class AdvocateTally implements Tally<AdvocateTally>, PathWalk.Counter {
  /** An advocate by words, as they come from a log. */
  record Item(long since, long entered, String person, String organization) {
    /**
     * Earliest first; all other differences decide ties, so the result does not depend on the order
     * of work.
     */
    static final Comparator<Item> FIRST =
        Comparator.comparingLong(Item::since)
            .thenComparingLong(Item::entered)
            .thenComparing(Item::person)
            .thenComparing(Item::organization);

    private void write(DataOutput out) throws IOException {
      out.writeLong(since);
      out.writeLong(entered);
      Texts.write(out, person);
      Texts.write(out, organization);
    }

    private static Item read(DataInput in) throws IOException {
      return new Item(in.readLong(), in.readLong(), Texts.read(in), Texts.read(in));
    }
  }

  private final long[] counts;
  private final List<Foremost<Item>> first = new ArrayList<>();

  AdvocateTally(int variants, int shown) {
    this.counts = new long[variants];
    for (int variant = 0; variant < variants; variant++) {
      first.add(new Foremost<>(shown, Item.FIRST, Item::write, Item::read));
    }
  }

  @Override
  public void add(Path path, Slice slice) {
    for (int variant = 0; variant < counts.length; variant++) {
      long since = path.at(Stage.ADVOCATES, variant);
      if (since != Path.NEVER) {
        counts[variant]++;
        add(variant, since, path, slice);
      }
    }
  }

  /** Spares making words of what would not be kept. */
  private void add(int variant, long since, Path path, Slice slice) {
    Item last = first.get(variant).last();
    if (last == null || since <= last.since()) {
      int organization = slice.organization(path.entry());
      first
          .get(variant)
          .add(
              new Item(
                  since,
                  path.attention(),
                  slice.personName(slice.person(path.entry())),
                  organization == Slice.NONE ? "" : slice.organizationName(organization)));
    }
  }

  long count(int variant) {
    return counts[variant];
  }

  List<Item> first(int variant) {
    return first.get(variant).list();
  }

  @Override
  public void add(AdvocateTally other) {
    for (int variant = 0; variant < counts.length; variant++) {
      counts[variant] = Math.addExact(counts[variant], other.counts[variant]);
      first.get(variant).add(other.first.get(variant));
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int variant = 0; variant < counts.length; variant++) {
      out.writeLong(counts[variant]);
      first.get(variant).write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (int variant = 0; variant < counts.length; variant++) {
      counts[variant] = in.readCount();
      first.get(variant).read(in);
    }
  }
}
