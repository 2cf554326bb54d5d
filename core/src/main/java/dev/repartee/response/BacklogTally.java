package dev.repartee.response;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** How many wait, by age, and who has waited longest. */
final class BacklogTally implements Tally<BacklogTally> {
  /** A wait by words, as it comes from a log. */
  record Item(
      long waited,
      long since,
      String message,
      String conversation,
      String person,
      String organization) {
    /** Longest first; what else differs decides ties, so that no order of work shows. */
    static final Comparator<Item> LONGEST_FIRST =
        Comparator.comparingLong(Item::waited)
            .reversed()
            .thenComparingLong(Item::since)
            .thenComparing(Item::message)
            .thenComparing(Item::conversation)
            .thenComparing(Item::person)
            .thenComparing(Item::organization);
  }

  private final BacklogShape shape;
  private final long[] bands;

  /** The one to give way first on top. */
  private final PriorityQueue<Item> longest = new PriorityQueue<>(Item.LONGEST_FIRST.reversed());

  private long overdue;
  private long unanswerable;

  BacklogTally(BacklogShape shape) {
    this.shape = shape;
    this.bands = new long[shape.bands().size() + 1];
  }

  void excludeUnanswerable() {
    unanswerable++;
  }

  void add(Slice slice, int anchor, int conversation, long waited) {
    bands[shape.band(waited)]++;
    long since = slice.at(anchor);
    overdue += shape.isOverdue(since, since + waited) ? 1 : 0;
    if (hasRoomFor(waited)) {
      int organization = slice.organization(anchor);
      keep(
          new Item(
              waited,
              since,
              slice.id(anchor).orElse(""),
              slice.id(conversation).orElse(""),
              slice.personName(slice.person(anchor)),
              organization == Slice.NONE ? "" : slice.organizationName(organization)));
    }
  }

  /** Spares making words of what would not be kept. */
  private boolean hasRoomFor(long waited) {
    Item least = longest.peek();
    return least == null || longest.size() < shape.shown() || waited >= least.waited();
  }

  private void keep(Item item) {
    longest.add(item);
    if (longest.size() > shape.shown()) {
      longest.poll();
    }
  }

  long waiting(int band) {
    return bands[band];
  }

  long overdue() {
    return overdue;
  }

  long unanswerable() {
    return unanswerable;
  }

  List<Item> longest() {
    List<Item> items = new ArrayList<>(longest);
    items.sort(Item.LONGEST_FIRST);
    return items;
  }

  @Override
  public void add(BacklogTally other) {
    for (int i = 0; i < bands.length; i++) {
      bands[i] = Math.addExact(bands[i], other.bands[i]);
    }
    overdue = Math.addExact(overdue, other.overdue);
    unanswerable = Math.addExact(unanswerable, other.unanswerable);
    other.longest.forEach(this::keep);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (long band : bands) {
      out.writeLong(band);
    }
    out.writeLong(overdue);
    out.writeLong(unanswerable);
    out.writeInt(longest.size());
    for (Item item : longest()) {
      out.writeLong(item.waited());
      out.writeLong(item.since());
      write(out, item.message());
      write(out, item.conversation());
      write(out, item.person());
      write(out, item.organization());
    }
  }

  /** Char by char: ids and names may be longer than a modified UTF-8 text can be. */
  private static void write(DataOutput out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  static BacklogTally read(BacklogShape shape, DataInput in) throws IOException {
    BacklogTally result = new BacklogTally(shape);
    for (int i = 0; i < result.bands.length; i++) {
      result.bands[i] = in.readLong();
    }
    result.overdue = in.readLong();
    result.unanswerable = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      result.keep(new Item(in.readLong(), in.readLong(), text(in), text(in), text(in), text(in)));
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
    return longest.size() + " longest waits";
  }
}
