package dev.repartee.participation;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/** The numbers of members by the codes that persons have in one log. It belongs to one worker. */
final class MemberCodes {
  private record Key(long hash) {}

  private final Slice slice;
  private final Roster roster;
  private int[] numbers = new int[0];

  private MemberCodes(Slice slice, Roster roster) {
    this.slice = slice;
    this.roster = roster;
  }

  static MemberCodes of(Slice slice, Roster roster) {
    return slice.scratch(
        new Key(roster.directory.contentHash()), () -> new MemberCodes(slice, roster));
  }

  /** The number of who wrote a row, a member and no bot. */
  int of(int row) {
    if (roster.isDated()) {
      return roster.member(slice, row);
    }
    int person = slice.person(row);
    if (person >= numbers.length) {
      int known = numbers.length;
      // Members are among the first persons of a log, so that this stays small.
      numbers = Arrays.copyOf(numbers, Math.max(person + 1, 2 * known));
      Arrays.fill(numbers, known, numbers.length, Slice.NONE);
    }
    int number = numbers[person];
    if (number == Slice.NONE) {
      number = roster.member(slice, row);
      numbers[person] = number;
    }
    return number;
  }

  /** The number of the department of who wrote a row. */
  int department(int row) {
    return roster.departmentOf(of(row));
  }
}
