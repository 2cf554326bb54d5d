package dev.repartee.buzz;

import dev.repartee.internal.hash.LongTable.Fold;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.PersonTables.Layout;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantities by organization, in replicate groups by person, and which persons had to do with which
 * organization. Organizations are numbered as in the directory, which is the same wherever tallies
 * are added.
 */
final class BuzzTally implements Tally<BuzzTally> {
  static final long REACHED = 1;
  static final long MENTIONED = 1 << 1;
  static final long SHARED = 1 << 2;

  private static final List<Layout> LAYOUTS = List.of(new Layout(false, List.of(Fold.BITS)));

  private final PersonTables persons;
  private final Groups<Quantities> groups;
  private final List<String> organizations = new ArrayList<>();
  private long unaddressed;
  private long automatic;
  private long anonymous;

  /** What was noted last: rows come person by person, and mostly say the same again. */
  private long notedKey = -1;

  private long notedWhat;

  BuzzTally() {
    this(new PersonTables(LAYOUTS), new Groups<>(Quantities::new));
  }

  private BuzzTally(PersonTables persons, Groups<Quantities> groups) {
    this.persons = persons;
    this.groups = groups;
  }

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

    static Quantities read(DataInput in) throws IOException {
      Quantities result = new Quantities();
      int length = in.readInt();
      if (!(length >= 0 && length <= Short.MAX_VALUE * Quantity.COUNT)) {
        throw new IOException(length + " quantities are not of organizations");
      }
      for (int i = 0; i < length; i++) {
        if (i == result.counts.length) {
          // Not at once: bytes may say more than there is.
          result.counts = Arrays.copyOf(result.counts, Math.min(length, 2 * i + Quantity.COUNT));
        }
        result.counts[i] = in.readLong();
      }
      return result;
    }

    @Override
    public String toString() {
      return Arrays.stream(counts).sum() + " counts";
    }
  }

  /** Prepares for a fact of a slice. */
  void touch(Slice slice) {
    if (organizations.isEmpty()) {
      for (int code = 0; code < slice.organizations(); code++) {
        organizations.add(slice.organizationName(code));
      }
    }
  }

  void addUnaddressed() {
    unaddressed++;
  }

  void addAutomatic() {
    automatic++;
  }

  /** The quantities of the group that a row belongs to. */
  Quantities quantities(Slice slice, int row) {
    return groups.byPerson(slice, row);
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

  Groups<Quantities> groups() {
    return groups;
  }

  NamedTables persons() {
    return persons.named();
  }

  List<String> organizations() {
    return List.copyOf(organizations);
  }

  long unaddressed() {
    return unaddressed;
  }

  long automatic() {
    return automatic;
  }

  long anonymous() {
    return anonymous;
  }

  @Override
  public void add(BuzzTally other) {
    persons.add(other.persons);
    groups.add(other.groups);
    if (organizations.isEmpty()) {
      organizations.addAll(other.organizations);
    }
    unaddressed = Math.addExact(unaddressed, other.unaddressed);
    automatic = Math.addExact(automatic, other.automatic);
    anonymous = Math.addExact(anonymous, other.anonymous);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    persons.write(out);
    groups.write(out);
    out.writeInt(organizations.size());
    for (String organization : organizations) {
      out.writeUTF(organization);
    }
    out.writeLong(unaddressed);
    out.writeLong(automatic);
    out.writeLong(anonymous);
  }

  static BuzzTally read(DataInput in) throws IOException {
    BuzzTally result =
        new BuzzTally(
            PersonTables.read(LAYOUTS, in), Groups.read(Quantities::new, Quantities::read, in));
    for (int left = in.readInt(); left > 0; left--) {
      result.organizations.add(in.readUTF());
    }
    result.unaddressed = in.readLong();
    result.automatic = in.readLong();
    result.anonymous = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return "buzz of " + organizations.size() + " organizations";
  }
}
