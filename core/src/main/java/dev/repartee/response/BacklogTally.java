package dev.repartee.response;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.tally.Foremost;
import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many wait, by age, and who has waited longest. */
final class BacklogTally implements Tally.Declared<BacklogTally> {
  private static final TallyForm<BacklogTally> FORM =
      TallyForm.of(BacklogTally.class)
          .counts(t -> t.bands)
          .count(t -> t.overdue, (t, n) -> t.overdue = n)
          .count(
              t -> t.unanswerable,
              (t, n) -> t.unanswerable = n,
              t -> t.resolved > 0,
              TallyForm.of(BacklogTally.class).count(t -> t.resolved, (t, n) -> t.resolved = n))
          .part(t -> t.longest)
          .check(BacklogTally::isConsistent, "counts of who waits contradict each other");

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

    private void write(DataOutput out) throws IOException {
      out.writeLong(waited);
      out.writeLong(since);
      Texts.write(out, message);
      Texts.write(out, conversation);
      Texts.write(out, person);
      Texts.write(out, organization);
    }

    private static Item read(DataInput in) throws IOException {
      return new Item(
          in.readLong(),
          in.readLong(),
          Texts.read(in),
          Texts.read(in),
          Texts.read(in),
          Texts.read(in));
    }
  }

  private final BacklogShape shape;
  private final long[] bands;

  private final Foremost<Item> longest;

  long overdue;
  long unanswerable;

  /** Unanswered, but resolved, and left out. */
  long resolved;

  BacklogTally(BacklogShape shape) {
    this.shape = shape;
    this.bands = new long[shape.bands().size() + 1];
    this.longest = new Foremost<>(shape.shown(), Item.LONGEST_FIRST, Item::write, Item::read);
  }

  private boolean isConsistent() {
    long waiting = waiting();
    List<Item> first = longest();
    return overdue <= waiting
        && first.size() == Math.min(waiting, shape.shown())
        && first.stream().allMatch(i -> i.waited >= 0 && EventTime.isValid(i.since));
  }

  void add(Slice slice, int anchor, int conversation, long waited) {
    bands[shape.band(waited)]++;
    long since = slice.at(anchor);
    overdue += shape.isOverdue(since, since + waited) ? 1 : 0;
    if (hasRoomFor(waited)) {
      int organization = slice.organization(anchor);
      longest.add(
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
    Item least = longest.last();
    return least == null || waited >= least.waited();
  }

  long waiting() {
    return Arrays.stream(bands).sum();
  }

  long waiting(int band) {
    return bands[band];
  }

  List<Item> longest() {
    return longest.list();
  }

  @Override
  public TallyForm<BacklogTally> form() {
    return FORM;
  }
}
