package dev.repartee.log;

import dev.repartee.measure.Unit;
import java.util.stream.IntStream;

/** The units of a log around one person. */
final class UnitsAround {
  private UnitsAround() {}

  /** The person alone, or the conversations in which the person wrote, in order. */
  static int[] of(Columns columns, int person, Unit unit) {
    if (unit == Unit.PERSON) {
      return new int[] {person};
    }
    PersonIndex index = columns.personIndex;
    return IntStream.range(index.starts[person], index.starts[person + 1])
        .map(position -> index.rows[position])
        .filter(row -> row < columns.messages)
        .map(columns::conversation)
        .sorted()
        .distinct()
        .toArray();
  }
}
