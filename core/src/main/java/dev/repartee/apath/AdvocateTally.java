package dev.repartee.apath;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** How many advocates there are on each way, and the first of them by name. */
final class AdvocateTally implements Tally<AdvocateTally>, PathWalk.Counter {
  /** An advocate by words, as they come from a log. */
  record Item(long since, long entered, String person, String organization) {
    /** Who came first, first; what else differs decides ties, so that no order of work shows. */
    static final Comparator<Item> FIRST =
        Comparator.comparingLong(Item::since)
            .thenComparingLong(Item::entered)
            .thenComparing(Item::person)
            .thenComparing(Item::organization);
  }

  private final int shown;
  private final long[] counts;
  private final List<PriorityQueue<Item>> first = new ArrayList<>();

  AdvocateTally(int variants, int shown) {
    this.shown = shown;
    this.counts = new long[variants];
    for (int variant = 0; variant < variants; variant++) {
      first.add(new PriorityQueue<>(Item.FIRST.reversed())); // the one to give way first on top
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
    Item last = first.get(variant).peek();
    if (last == null || first.get(variant).size() < shown || since <= last.since()) {
      int organization = slice.organization(path.entry());
      keep(
          variant,
          new Item(
              since,
              path.attention(),
              slice.personName(slice.person(path.entry())),
              organization == Slice.NONE ? "" : slice.organizationName(organization)));
    }
  }

  private void keep(int variant, Item item) {
    PriorityQueue<Item> queue = first.get(variant);
    queue.add(item);
    if (queue.size() > shown) {
      queue.poll();
    }
  }

  long count(int variant) {
    return counts[variant];
  }

  List<Item> first(int variant) {
    return first.get(variant).stream().sorted(Item.FIRST).toList();
  }

  @Override
  public void add(AdvocateTally other) {
    for (int variant = 0; variant < counts.length; variant++) {
      counts[variant] = Math.addExact(counts[variant], other.counts[variant]);
      for (Item item : other.first.get(variant)) {
        keep(variant, item);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int variant = 0; variant < counts.length; variant++) {
      out.writeLong(counts[variant]);
      List<Item> items = first(variant);
      out.writeInt(items.size());
      for (Item item : items) {
        out.writeLong(item.since());
        out.writeLong(item.entered());
        write(out, item.person());
        write(out, item.organization());
      }
    }
  }

  /** Char by char: names may be longer than a modified UTF-8 text can be. */
  private static void write(DataOutput out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  static AdvocateTally read(int variants, int shown, DataInput in) throws IOException {
    AdvocateTally result = new AdvocateTally(variants, shown);
    for (int variant = 0; variant < variants; variant++) {
      result.counts[variant] = in.readLong();
      for (int left = in.readInt(); left > 0; left--) {
        result.keep(variant, new Item(in.readLong(), in.readLong(), text(in), text(in)));
      }
    }
    return result;
  }

  private static String text(DataInput in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int left = in.readInt(); left > 0; left--) {
      text.append(in.readChar());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return counts[0] + " advocates";
  }
}
