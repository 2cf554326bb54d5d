package dev.repartee.ties;

import dev.repartee.internal.hash.LongTable.Fold;
import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.PersonTables.Layout;
import dev.repartee.internal.tally.SortedTable;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Flow;
import java.util.List;

/** Ties, persons and their days; what messages contribute; between which sides answers go. */
final class TiesTally implements Tally.Declared<TiesTally> {
  private static final TallyForm<TiesTally> FORM =
      TallyForm.of(TiesTally.class)
          .part(t -> t.tables)
          .check(TiesTally::isEverybodyThere, "somebody is named of whom nothing is known")
          .part(t -> t.flows)
          .counts(t -> t.contributions);

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

  private final PersonTables tables = new PersonTables(LAYOUTS);

  /** How many answers go between which sides. */
  final Groups<CountArray> flows =
      new Groups<>(Unit.CONVERSATION, () -> new CountArray(Flow.values().length));

  private final long[] contributions = new long[Contribution.values().length];

  // What is added to a table, so that adding makes no array.
  private final long[] tie = new long[4];
  private final long[] person = new long[5];

  /** The day that was added last: who writes in a conversation mostly does so on the same day. */
  private long lastDay = -1;

  void add(Contribution contribution) {
    contributions[contribution.ordinal()]++;
  }

  /** Counts a contact of a person: a message of one's own, a dialogue, or an answer received. */
  void addContact(Slice slice, int who, int row, long at, long day, int messages, int dialogues) {
    boolean isMember = slice.organizationOf(who, row) != Slice.NONE;
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
            slice.organizationOf(from, row) != Slice.NONE,
            slice.organizationOf(to, row) != Slice.NONE);
    CountArray.add(flows, slice.groups(row), flow);
  }

  long count(Contribution contribution) {
    return contributions[contribution.ordinal()];
  }

  NamedTables named() {
    return tables.named();
  }

  private boolean isEverybodyThere() {
    SortedTable persons = persons(named());
    boolean areThere = persons.size() == named().names().size();
    for (int person = 0; areThere && person < persons.size(); person++) {
      areThere = persons.key(person) == PersonTables.key(person, 0);
    }
    return areThere;
  }

  /** The persons, each at the place of its number, with {@link #MESSAGES} and so on as values. */
  static SortedTable persons(NamedTables named) {
    return named.table(PERSONS);
  }

  @Override
  public TallyForm<TiesTally> form() {
    return FORM;
  }
}
