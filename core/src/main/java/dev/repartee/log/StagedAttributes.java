package dev.repartee.log;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.OptionText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the caller's own that staged rows have: columns by name, made when a row is the
 * first to name one.
 */
final class StagedAttributes {
  /** Each is a column of the log, so that names made of data would fill the memory. */
  private static final int MOST = 100;

  /** Codes of texts plus 1, 0 for none, and the texts. */
  record StagedTexts(IntColumn codes, Names names) {}

  final SortedMap<String, StagedTexts> texts = new TreeMap<>();

  /** Millionths, with the highest bit flipped so that 0 means none. */
  final SortedMap<String, LongColumn> numbers = new TreeMap<>();

  private boolean isBegun;

  StagedTexts texts(String name) {
    return column(texts, name, () -> new StagedTexts(new IntColumn(), new Names()));
  }

  LongColumn numbers(String name) {
    return column(numbers, name, LongColumn::new);
  }

  void set(int row, String name, @Nullable CharSequence text) {
    StagedTexts column = texts(name);
    int code = text == null || Keys.isBlank(text) ? 0 : column.names.code(text) + 1;
    column.codes.set(row, code);
    isBegun |= code != 0;
  }

  void set(int row, String name, long micros) {
    numbers(name).set(row, micros ^ Micros.ABSENT);
    isBegun = true;
  }

  private static <C> C column(SortedMap<String, C> columns, String name, Supplier<C> empty) {
    C known = columns.get(name);
    if (known == null) {
      OptionText.requireAttribute(name);
      if (columns.size() == MOST) {
        throw new IllegalArgumentException(
            "attribute ("
                + Staging.brief(name)
                + ") must be one of at most "
                + MOST
                + " names in a log; leave out what no measure asks for, and put what varies into"
                + " the text, not the name");
      }
      known = empty.get();
      columns.put(name, known);
    }
    return known;
  }

  /** Makes all columns that others have, here and in all of them, so that they can be moved. */
  void align(List<StagedAttributes> others) {
    for (StagedAttributes other : others) {
      other.texts.keySet().forEach(this::texts);
      other.numbers.keySet().forEach(this::numbers);
    }
    for (StagedAttributes other : others) {
      texts.keySet().forEach(other::texts);
      numbers.keySet().forEach(other::numbers);
    }
  }

  /** Whether the row after the last has any. */
  boolean isBegun() {
    return isBegun;
  }

  void endRow() {
    isBegun = false;
  }

  /** By the names of attributes, then by text or number. */
  int compare(int a, int b) {
    for (StagedTexts column : texts.values()) {
      int order = Staging.compare(column.codes, column.names, a, b);
      if (order != 0) {
        return order;
      }
    }
    for (LongColumn column : numbers.values()) {
      int order = Long.compare(column.get(a), column.get(b));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
