package dev.repartee.log;

import dev.repartee.internal.math.Micros;
import dev.repartee.log.StagedAttributes.StagedTexts;
import dev.repartee.measure.Slice;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** The attributes of the caller's own that the rows of a log have: columns by name. */
final class Attributes {
  private static final Texts NO_TEXTS = new Texts(new int[0], List.of());

  private final SortedMap<String, Texts> texts = new TreeMap<>();
  private final SortedMap<String, long[]> numbers = new TreeMap<>();

  /** Moves staged columns to the rows of a log, each of which was staged as some row. */
  Attributes(StagedAttributes from, int rows, IntUnaryOperator staged, Workers workers) {
    from.texts.forEach((name, column) -> texts.put(name, texts(column, rows, staged, workers)));
    from.numbers.forEach(
        (name, column) -> {
          long[] moved = new long[rows];
          workers.overRanges(
              rows,
              (first, end) -> {
                for (int row = first; row < end; row++) {
                  moved[row] = column.get(staged.applyAsInt(row)) ^ Micros.ABSENT;
                }
              });
          column.free();
          numbers.put(name, moved);
        });
  }

  private static Texts texts(
      StagedTexts column, int rows, IntUnaryOperator staged, Workers workers) {
    List<String> names = column.names().all();
    List<String> sorted = names.stream().sorted().toList();
    int[] codes = new int[names.size() + 1];
    codes[0] = Interning.NONE;
    for (int i = 0; i < names.size(); i++) {
      codes[i + 1] = Collections.binarySearch(sorted, names.get(i));
    }
    int[] moved = new int[rows];
    workers.overRanges(
        rows,
        (first, end) -> {
          for (int row = first; row < end; row++) {
            moved[row] = codes[column.codes().get(staged.applyAsInt(row))];
          }
        });
    column.codes().free();
    return new Texts(moved, sorted);
  }

  /** A column of texts; its codes stand in the order of the texts. */
  private static final class Texts implements Slice.Attribute {
    private final int[] codes;
    private final List<String> texts;

    Texts(int[] codes, List<String> texts) {
      this.codes = codes;
      this.texts = texts;
    }

    @Override
    public int code(int row) {
      return texts.isEmpty() ? Interning.NONE : codes[row];
    }

    @Override
    public String text(int code) {
      return texts.get(code);
    }
  }

  Slice.Attribute texts(String name) {
    return texts.getOrDefault(name, NO_TEXTS);
  }

  IntToLongFunction numbers(String name) {
    long[] column = numbers.get(name);
    return column == null ? row -> Micros.ABSENT : row -> column[row];
  }

  /** What a row has. */
  PersonRow.Own of(int row) {
    if (texts.isEmpty() && numbers.isEmpty()) {
      return PersonRow.Own.NONE;
    }
    SortedMap<String, String> itsTexts = new TreeMap<>();
    texts.forEach(
        (name, column) -> {
          if (column.code(row) != Interning.NONE) {
            itsTexts.put(name, column.text(column.code(row)));
          }
        });
    SortedMap<String, Long> itsNumbers = new TreeMap<>();
    numbers.forEach(
        (name, column) -> {
          if (column[row] != Micros.ABSENT) {
            itsNumbers.put(name, column[row]);
          }
        });
    return new PersonRow.Own(itsTexts, itsNumbers);
  }

  /** By the names of attributes, then by text or number; 0 for rows that have the same. */
  int compare(int a, int b) {
    for (Texts column : texts.values()) {
      if (column.code(a) != column.code(b)) {
        return Integer.compare(column.code(a), column.code(b));
      }
    }
    for (long[] column : numbers.values()) {
      if (column[a] != column[b]) {
        return Long.compare(column[a], column[b]);
      }
    }
    return 0;
  }
}
