package dev.repartee.buzz;

import dev.repartee.internal.hash.LongTable.Fold;
import dev.repartee.internal.tally.NameSet;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.PersonTables.Layout;
import dev.repartee.internal.tally.SortedTable;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Quantities by organization, in replicate groups by person, and which persons had to do with which
 * organization. Organizations are numbered as in the directory, which is the same wherever tallies
 * are added.
 */
final class BuzzTally implements Tally.Declared<BuzzTally> {
  private static final TallyForm<BuzzTally> FORM =
      TallyForm.of(BuzzTally.class)
          .part(t -> t.persons)
          .check(BuzzTally::areAllReached, "somebody is noted who was not reached")
          .part(t -> t.groups)
          .part(t -> t.organizations)
          .count(t -> t.unaddressed, (t, n) -> t.unaddressed = n)
          .count(t -> t.automatic, (t, n) -> t.automatic = n)
          .count(t -> t.anonymous, (t, n) -> t.anonymous = n);

  static final long REACHED = 1;
  static final long MENTIONED = 1 << 1;
  static final long SHARED = 1 << 2;

  private static final List<Layout> LAYOUTS = List.of(new Layout(false, List.of(Fold.BITS)));

  private final PersonTables persons = new PersonTables(LAYOUTS);
  final Groups<Quantities> groups = new Groups<>(Unit.PERSON, Quantities::new);
  private final NameSet organizations = new NameSet();
  long unaddressed;
  long automatic;
  long anonymous;

  /** What was noted last: rows come person by person, and mostly say the same again. */
  private long notedKey = -1;

  private long notedWhat;

  /** The quantities of one replicate group, organization by organization. */
  static final class Quantities implements Tally<Quantities> {
    private long[] counts = new long[0];

    void add(int organization, Quantity quantity) {
      int at = organization * Quantity.COUNT + quantity.ordinal();
      if (at >= counts.length) {
        counts = Arrays.copyOf(counts, (organization + 1) * Quantity.COUNT);
      }
      counts[at]++;
    }

    long of(int organization, Quantity quantity) {
      int at = organization * Quantity.COUNT + quantity.ordinal();
      return at < counts.length ? counts[at] : 0;
    }

    /** The sum over all organizations. */
    long ofAll(Quantity quantity) {
      long sum = 0;
      for (int at = quantity.ordinal(); at < counts.length; at += Quantity.COUNT) {
        sum += counts[at];
      }
      return sum;
    }

    @Override
    public void add(Quantities other) {
      if (other.counts.length > counts.length) {
        counts = Arrays.copyOf(counts, other.counts.length);
      }
      for (int i = 0; i < other.counts.length; i++) {
        counts[i] = Math.addExact(counts[i], other.counts[i]);
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(counts.length);
      for (long count : counts) {
        out.writeLong(count);
      }
    }

    @Override
    public void read(Input in) throws IOException {
      int length = in.readInt();
      if (!(length >= 0 && length <= Short.MAX_VALUE * Quantity.COUNT)) {
        throw new IOException(length + " quantities are not of organizations");
      }
      for (int i = 0; i < length; i++) {
        if (i == counts.length) {
          // Not at once: bytes may say more than there is.
          counts = Arrays.copyOf(counts, Math.min(length, 2 * i + Quantity.COUNT));
        }
        counts[i] = in.readCount();
      }
      for (int code = 0; code * Quantity.COUNT < length; code++) {
        if (of(code, Quantity.OWN_SHARES_OF_AUDIENCE) > of(code, Quantity.OWN_SHARES)) {
          throw new IOException("more shares are of the audience than there are");
        }
      }
    }
  }

  /** Prepares for a fact of a slice. */
  void touch(Slice slice) {
    if (slice.organizations() > 0 && organizations.isNew(0)) {
      for (int code = 0; code < slice.organizations(); code++) {
        organizations.add(slice.organizationName(code));
      }
    }
  }

  /** Counts one of a quantity for a row of some groups. */
  void add(int rowGroups, int organization, Quantity quantity) {
    for (int g = 0; g < groups.groupings(); g++) {
      groups.at(g, rowGroups).add(organization, quantity);
    }
  }

  /** Notes what a person of the audience had to do with an organization, as bits. */
  void addPerson(Slice slice, int row, int organization, long what) {
    if (slice.isAnonymous(row)) {
      anonymous++;
      return;
    }
    long key = PersonTables.key(slice.person(row), organization);
    if (key != notedKey) {
      notedKey = key;
      notedWhat = 0;
    }
    if ((what & ~notedWhat) != 0) {
      notedWhat |= what;
      persons.of(slice, 0).add(key, what);
    }
  }

  private boolean areAllReached() {
    SortedTable table = persons().table(0);
    boolean areReached = true;
    for (int at = 0; at < table.size(); at++) {
      areReached &= (table.value(at, 0) & REACHED) != 0;
    }
    return areReached;
  }

  NamedTables persons() {
    return persons.named();
  }

  List<String> organizations() {
    return organizations.names();
  }

  @Override
  public TallyForm<BuzzTally> form() {
    return FORM;
  }
}
