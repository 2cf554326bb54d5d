package dev.repartee.ties;

import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.hash.LongTable.Fold;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.PersonTables.Layout;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Flow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/** Ties, persons and their days; what messages contribute; between which sides answers go. */
final class TiesTally implements Tally<TiesTally> {
  static final int TIES = 0;
  static final int WEIGHT = 0;
  static final int INFERRED = 1;
  static final int FIRST = 2;
  static final int LAST = 3;

  static final int PERSONS = 1;
  static final int MESSAGES = 0;
  static final int DIALOGUES = 1;
  static final int SIDE = 4;
  static final long MEMBER = 1;

  static final int DAYS = 2;

  private static final Layout SET = new Layout(false, List.of());
  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(true, List.of(Fold.SUM, Fold.SUM, Fold.LEAST, Fold.GREATEST)),
          new Layout(false, List.of(Fold.SUM, Fold.SUM, Fold.LEAST, Fold.GREATEST, Fold.BITS)),
          SET);
  private static final long[] NO_VALUES = new long[0];

  private final PersonTables tables;
  private final Groups<Flows> flows;
  private final long[] contributions = new long[Contribution.values().length];

  // What is added to a table, so that adding makes no array.
  private final long[] tie = new long[4];
  private final long[] person = new long[5];

  /** The day that was added last: who writes in a conversation mostly does so on the same day. */
  private long lastDay = -1;

  TiesTally() {
    this(new PersonTables(LAYOUTS), new Groups<>(Flows::new));
  }

  private TiesTally(PersonTables tables, Groups<Flows> flows) {
    this.tables = tables;
    this.flows = flows;
  }

  /** How many answers go between which sides. */
  static final class Flows implements Tally<Flows> {
    private final long[] counts = new long[Flow.values().length];

    long count(Flow flow) {
      return counts[flow.ordinal()];
    }

    long all() {
      return LongStream.of(counts).sum();
    }

    @Override
    public void add(Flows other) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Math.addExact(counts[i], other.counts[i]);
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      for (long count : counts) {
        out.writeLong(count);
      }
    }

    static Flows read(DataInput in) throws IOException {
      Flows result = new Flows();
      for (int i = 0; i < result.counts.length; i++) {
        result.counts[i] = in.readLong();
      }
      return result;
    }

    @Override
    public String toString() {
      return all() + " answers";
    }
  }

  void add(Contribution contribution) {
    contributions[contribution.ordinal()]++;
  }

  /** Counts a contact of a person: a message of one's own, a dialogue, or an answer received. */
  void addContact(Slice slice, int who, long at, long day, int messages, int dialogues) {
    boolean isMember = slice.organizationOf(who) != Slice.NONE;
    person[MESSAGES] = messages;
    person[DIALOGUES] = dialogues;
    person[FIRST] = at;
    person[LAST] = at;
    person[SIDE] = isMember ? MEMBER : 0;
    tables.of(slice, PERSONS).add(PersonTables.key(who, 0), person);
    long dayOfPerson = PersonTables.key(who, (int) day);
    if (!isMember && dayOfPerson != lastDay) {
      lastDay = dayOfPerson;
      tables.of(slice, DAYS).add(dayOfPerson, NO_VALUES);
    }
  }

  /** Counts that the author of a row answers somebody. */
  void addTie(Slice slice, int row, int to, long at, boolean isInferred) {
    int from = slice.person(row);
    tie[WEIGHT] = 1;
    tie[INFERRED] = isInferred ? 1 : 0;
    tie[FIRST] = at;
    tie[LAST] = at;
    tables.of(slice, TIES).add(PersonTables.key(from, to), tie);
    int flow =
        Flow.ordinal(
            slice.organizationOf(from) != Slice.NONE, slice.organizationOf(to) != Slice.NONE);
    flows.byPerson(slice, row).counts[flow]++;
    flows.byConversation(slice, row).counts[flow]++;
  }

  long count(Contribution contribution) {
    return contributions[contribution.ordinal()];
  }

  Groups<Flows> flows() {
    return flows;
  }

  NamedTables named() {
    return tables.named();
  }

  /** The persons by number, with {@link #MESSAGES} and so on as values. */
  static LongTable persons(NamedTables named) {
    return named.table(PERSONS);
  }

  @Override
  public void add(TiesTally other) {
    tables.add(other.tables);
    flows.add(other.flows);
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = Math.addExact(contributions[i], other.contributions[i]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    tables.write(out);
    flows.write(out);
    for (long count : contributions) {
      out.writeLong(count);
    }
  }

  static TiesTally read(DataInput in) throws IOException {
    TiesTally result =
        new TiesTally(PersonTables.read(LAYOUTS, in), Groups.read(Flows::new, Flows::read, in));
    for (int i = 0; i < result.contributions.length; i++) {
      result.contributions[i] = in.readLong();
    }
    return result;
  }

  @Override
  public String toString() {
    return "ties in " + tables;
  }
}
