package dev.repartee.ties;

import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.SortedTable;
import dev.repartee.measure.Groups;
import dev.repartee.stats.Proportion;
import java.util.Arrays;

/**
 * Ties and persons added up once, in one pass over each: ties in replicate groups by who answers
 * and by who is answered, persons in groups by name.
 */
final class TieCounts {
  private static final int BY_FROM = 0;
  private static final int BY_TO = 1;
  private static final int GROUPINGS = 2;

  private final SortedTable table;
  private final SortedTable people;
  private final long matureUntil;
  private final byte[] groups;

  /** By number of the person. */
  private final int[] answered;

  private final long[] answers;
  private final int[] answeredBy;
  private final int[] returnedWith;
  private final int[] days;

  // In groups by who answers, and by who is answered.
  private final long[][] mature = new long[GROUPINGS][Groups.COUNT];
  private final long[][] returned = new long[GROUPINGS][Groups.COUNT];
  private final long[][] weight = new long[GROUPINGS][Groups.COUNT];
  private final long[][] returnedWeight = new long[GROUPINGS][Groups.COUNT];
  private long ties;

  TieCounts(NamedTables named, long matureUntil) {
    this.table = named.table(TiesTally.TIES);
    this.people = TiesTally.persons(named);
    this.matureUntil = matureUntil;
    int persons = named.names().size();
    groups = new byte[persons];
    for (int p = 0; p < persons; p++) {
      groups[p] = (byte) Groups.ofName(named.names().get(p));
    }
    answered = new int[persons];
    answers = new long[persons];
    answeredBy = new int[persons];
    returnedWith = new int[persons];
    days = new int[persons];
    int[] next = firstTies(persons);
    for (int at = 0; at < table.size(); at++) {
      add(at, timesBack(at, next));
    }
    SortedTable dated = named.table(TiesTally.DAYS);
    for (int at = 0; at < dated.size(); at++) {
      days[from(dated.key(at))]++;
    }
  }

  /** For each person where the ties begin of those who come at or after it. */
  private int[] firstTies(int persons) {
    int[] first = new int[persons];
    int at = 0;
    for (int person = 0; person < persons; person++) {
      first[person] = at;
      while (at < table.size() && from(table.key(at)) == person) {
        at++;
      }
    }
    return first;
  }

  /**
   * How often the one who is answered by a tie answers the other way; 0 for never. Ties ascend by
   * who answers, so that those of each who is answered are passed once, from their first on.
   *
   * @param next for each person the first of its ties that may still be a way back
   */
  private long timesBack(int at, int[] next) {
    int to = to(table.key(at));
    long back = PersonTables.key(to, from(table.key(at)));
    int found = next[to];
    while (found < table.size() && table.key(found) < back) {
      found++;
    }
    next[to] = found;
    return found < table.size() && table.key(found) == back
        ? table.value(found, TiesTally.WEIGHT)
        : 0;
  }

  static int from(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  static int to(long key) {
    return (int) key;
  }

  private void add(int at, long timesBack) {
    int from = from(table.key(at));
    int to = to(table.key(at));
    long times = table.value(at, TiesTally.WEIGHT);
    ties++;
    answered[from]++;
    answers[from] += times;
    answeredBy[to]++;
    returnedWith[from] += timesBack > 0 ? 1 : 0;
    if (table.value(at, TiesTally.FIRST) <= matureUntil) {
      addMature(BY_FROM, groups[from], times, timesBack);
      addMature(BY_TO, groups[to], times, timesBack);
    }
  }

  private void addMature(int grouping, int group, long times, long timesBack) {
    mature[grouping][group]++;
    returned[grouping][group] += timesBack > 0 ? 1 : 0;
    weight[grouping][group] += times;
    returnedWeight[grouping][group] += Math.min(times, timesBack);
  }

  long ties() {
    return ties;
  }

  long mature() {
    return Arrays.stream(mature[BY_FROM]).sum();
  }

  Proportion reciprocity() {
    return Proportion.clustered(returned, mature);
  }

  Proportion weightedReciprocity() {
    return Proportion.clustered(returnedWeight, weight);
  }

  int persons() {
    return groups.length;
  }

  /** The value of a person. */
  long value(int person, int value) {
    return people.value(person, value);
  }

  boolean isMember(int person) {
    return (value(person, TiesTally.SIDE) & TiesTally.MEMBER) != 0;
  }

  /** Whether somebody is of the audience and wrote. */
  boolean isReached(int person) {
    return !isMember(person) && value(person, TiesTally.MESSAGES) > 0;
  }

  boolean isMature(int person) {
    return value(person, TiesTally.FIRST) <= matureUntil;
  }

  int answered(int person) {
    return answered[person];
  }

  long answers(int person) {
    return answers[person];
  }

  int answeredBy(int person) {
    return answeredBy[person];
  }

  int returnedWith(int person) {
    return returnedWith[person];
  }

  int days(int person) {
    return days[person];
  }

  /** Which persons count as hits, or as trials. */
  interface Choice {
    boolean takes(int person);
  }

  Proportion persons(Choice isHit, Choice isTrial) {
    long[] hits = new long[Groups.COUNT];
    long[] trials = new long[Groups.COUNT];
    for (int p = 0; p < groups.length; p++) {
      if (isTrial.takes(p)) {
        trials[groups[p]]++;
        hits[groups[p]] += isHit.takes(p) ? 1 : 0;
      }
    }
    return Proportion.clustered(hits, trials);
  }
}
