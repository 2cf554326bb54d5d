package dev.repartee.measure;

import dev.repartee.internal.hash.LongCodes;
import dev.repartee.internal.time.LocalDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Finds the key of a fact for one worker: as a small code in the walk, as texts afterwards. Codes
 * mean nothing outside their coder; the texts are the key.
 */
abstract class KeyCoder {
  private int[] manyCodes = new int[0];

  /** The code of the key of a fact; the answer may be {@link Slice#NONE}. */
  abstract int code(int anchorRow, int answerRow);

  /** The code of the key of a fact that begins at an instant of its own; epoch milliseconds. */
  int codeAt(int anchorRow, int answerRow, long beginsAt) {
    return code(anchorRow, answerRow);
  }

  /**
   * The code that all facts of a run of rows have, whatever answers them; {@link Slice#NONE} where
   * there may be several.
   */
  int codeOfAll(int from, int to) {
    return Slice.NONE;
  }

  /** The codes of the keys of many facts, in an array that the next call writes again. */
  int[] codes(int[] anchorRows, int[] answerRows, int facts) {
    int[] codes = room(facts);
    for (int i = 0; i < facts; i++) {
      codes[i] = code(anchorRows[i], answerRows[i]);
    }
    return codes;
  }

  final int[] room(int facts) {
    if (manyCodes.length < facts) {
      manyCodes = new int[facts];
    }
    return manyCodes;
  }

  /** The key of a code. */
  abstract List<String> key(int code);

  /** Reads a code that the log has for each row. */
  @FunctionalInterface
  interface Column {
    int code(Slice slice, int row);
  }

  /** A key that the log keeps as codes; code 0 is a row without one. */
  static final class OfColumn extends KeyCoder {
    private static final int ROWS_PER_LINE = 16;

    private final Slice slice;
    private final Column column;
    private final IntFunction<String> name;

    /** Which slice was read ahead, and what, lest the compiler should find that nobody needs it. */
    private long serial = Slice.NONE;

    private int readAhead;

    OfColumn(Slice slice, Column column, IntFunction<String> name) {
      this.slice = slice;
      this.column = column;
      this.name = name;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return column.code(slice, anchorRow) + 1;
    }

    @Override
    int codeOfAll(int from, int to) {
      int code = column.code(slice, from);
      for (int row = from + 1; row < to; row++) {
        if (column.code(slice, row) != code) {
          return Slice.NONE;
        }
      }
      return code + 1;
    }

    @Override
    int[] codes(int[] anchorRows, int[] answerRows, int facts) {
      if (serial != slice.serial()) {
        readAhead();
        serial = slice.serial();
      }
      int[] codes = room(facts);
      for (int i = 0; i < facts; i++) {
        codes[i] = column.code(slice, anchorRows[i]) + 1;
      }
      return codes;
    }

    /**
     * Reads the column in order, an element for each line of the cache. In the order of facts it is
     * read with gaps, for which the processor does not fetch ahead.
     */
    private void readAhead() {
      int units = slice.units();
      if (units > 0) {
        int sum = 0;
        int end = slice.to(units - 1);
        for (int position = slice.from(0); position < end; position += ROWS_PER_LINE) {
          sum += column.code(slice, slice.row(position));
        }
        readAhead = sum;
      }
    }

    @Override
    public String toString() {
      return "codes of a column (read ahead " + readAhead + ")";
    }

    @Override
    List<String> key(int code) {
      return List.of(code == 0 ? Dimension.NONE : name.apply(code - 1));
    }
  }

  /** A key that is found as a text for each row; the empty text means none. */
  static final class OfText extends KeyCoder {
    private final IntFunction<String> text;
    private final Names names = new Names();

    OfText(IntFunction<String> text) {
      this.text = text;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return names.code(text.apply(anchorRow));
    }

    @Override
    List<String> key(int code) {
      return List.of(names.name(code).isEmpty() ? Dimension.NONE : names.name(code));
    }
  }

  /** A key that follows from an instant. */
  static final class OfTime extends KeyCoder {
    private final Slice slice;
    private final LongFunction<String> text;
    private final Names names = new Names();

    OfTime(Slice slice, LongFunction<String> text) {
      this.slice = slice;
      this.text = text;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return names.code(text.apply(slice.effectiveAt(anchorRow)));
    }

    @Override
    int codeAt(int anchorRow, int answerRow, long beginsAt) {
      return names.code(text.apply(beginsAt));
    }

    @Override
    List<String> key(int code) {
      return List.of(names.name(code));
    }
  }

  /** A key that follows from the local day of the row. */
  static final class OfDay extends KeyCoder {
    private final Slice slice;
    private final LocalDays local;
    private final Function<LocalDate, String> text;
    private final LongCodes days = new LongCodes();
    private final Names names = new Names();
    private int[] codeOfDay = new int[64];
    private int daysKnown;

    OfDay(Slice slice, ZoneId zone, Function<LocalDate, String> text) {
      this.slice = slice;
      this.local = new LocalDays(zone);
      this.text = text;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return code(slice.effectiveAt(anchorRow));
    }

    @Override
    int codeAt(int anchorRow, int answerRow, long beginsAt) {
      return code(beginsAt);
    }

    private int code(long millis) {
      int day = days.code(local.of(millis));
      if (day == daysKnown) {
        if (day == codeOfDay.length) {
          codeOfDay = Arrays.copyOf(codeOfDay, day * 2);
        }
        codeOfDay[day] = names.code(text.apply(LocalDate.ofEpochDay(days.value(day))));
        daysKnown++;
      }
      return codeOfDay[day];
    }

    @Override
    List<String> key(int code) {
      return List.of(names.name(code));
    }
  }

  /** The key of the answer instead of the anchor; code 0 is a fact without an answer. */
  static final class OfAnswer extends KeyCoder {
    private final KeyCoder inner;
    private final int parts;

    OfAnswer(KeyCoder inner, int parts) {
      this.inner = inner;
      this.parts = parts;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return answerRow == Slice.NONE ? 0 : inner.code(answerRow, Slice.NONE) + 1;
    }

    @Override
    List<String> key(int code) {
      return code == 0 ? Collections.nCopies(parts, Dimension.NO_ANSWER) : inner.key(code - 1);
    }
  }

  /** The pairs of two keys. */
  static final class OfPair extends KeyCoder {
    private final KeyCoder first;
    private final KeyCoder second;
    private final LongCodes pairs = new LongCodes();

    OfPair(KeyCoder first, KeyCoder second) {
      this.first = first;
      this.second = second;
    }

    @Override
    int code(int anchorRow, int answerRow) {
      return pairOf(first.code(anchorRow, answerRow), second.code(anchorRow, answerRow));
    }

    @Override
    int codeAt(int anchorRow, int answerRow, long beginsAt) {
      return pairOf(
          first.codeAt(anchorRow, answerRow, beginsAt),
          second.codeAt(anchorRow, answerRow, beginsAt));
    }

    @Override
    int codeOfAll(int from, int to) {
      int ofFirst = first.codeOfAll(from, to);
      int ofSecond = second.codeOfAll(from, to);
      return ofFirst == Slice.NONE || ofSecond == Slice.NONE
          ? Slice.NONE
          : pairOf(ofFirst, ofSecond);
    }

    private int pairOf(int ofFirst, int ofSecond) {
      return pairs.code((long) ofFirst << Integer.SIZE | ofSecond);
    }

    @Override
    List<String> key(int code) {
      long pair = pairs.value(code);
      List<String> key = new ArrayList<>(first.key((int) (pair >>> 32)));
      key.addAll(second.key((int) pair));
      return List.copyOf(key);
    }
  }

  /** Gives texts dense codes. */
  private static final class Names {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int code(String name) {
      Integer known = codes.putIfAbsent(name, names.size());
      if (known == null) {
        names.add(name);
        return names.size() - 1;
      }
      return known;
    }

    String name(int code) {
      return names.get(code);
    }
  }
}
