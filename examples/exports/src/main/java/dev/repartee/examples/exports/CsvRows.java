package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.repartee.internal.time.EventTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what the parser finds, without the fields that nobody asks for: the text of a
 * message is the longest part of it. Names that come again and again are made once, and of an id
 * that is a number no text is made.
 */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private static final int MOST_DIGITS = 18;

  private final List<String> header;
  private final TimeReader times;
  private final int at;

  /** By position; null where nobody asks for a column, or has many texts. */
  private final @Nullable RecentTexts[] recent;

  private final boolean[] isAsked;

  /** By position, which columns hold ids; those far to the right are read as texts. */
  private final boolean[] isId;

  private @Nullable String[] texts;
  private long[] numbers;
  private long numeric;
  private long time;
  private boolean isHeader;
  private boolean isLonger;

  CsvRows(Columns columns, TimeReader times) {
    this.times = times;
    this.at = columns.further(Field.AT).length == 0 ? columns.position(Field.AT) : Columns.ABSENT;
    this.header = columns.header();
    this.isAsked = columns.asked();
    this.recent = new RecentTexts[isAsked.length];
    this.isId = new boolean[Math.min(isAsked.length, Long.SIZE)];
    this.texts = new String[isAsked.length];
    this.numbers = new long[isId.length];
    for (Field field : Field.values()) {
      int position = columns.position(field);
      if (position != Columns.ABSENT && field.isOfFewTexts()) {
        recent[position] = new RecentTexts();
      }
      if (position != Columns.ABSENT && position < isId.length) {
        isId[position] |= field.isId();
      }
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    texts = new String[isAsked.length];
    numbers = new long[isId.length];
    numeric = 0;
    time = EventTime.UNPARSABLE;
    isHeader = true;
    isLonger = false;
  }

  @Override
  protected void handleField(int position, char[] letters, int from, int length, boolean quoted) {
    if (position >= header.size()) {
      isLonger |= !new String(letters, from, length).isBlank();
    } else if (isHeader) {
      isHeader = isName(position, letters, from, length);
    }
    if (position < isAsked.length && isAsked[position]) {
      if (position < isId.length && isId[position] && isNumber(letters, from, length)) {
        numbers[position] = number(letters, from, length);
        numeric |= 1L << position;
      } else {
        texts[position] = text(position, letters, from, length);
      }
    }
  }

  private String text(int position, char[] letters, int from, int length) {
    RecentTexts known = recent[position];
    String text =
        known == null ? new String(letters, from, length) : known.of(letters, from, length);
    if (position == at) {
      time = times.instant(text);
    }
    return text;
  }

  /** Whether letters are a whole number as a program would write it, and surely fit a long. */
  private static boolean isNumber(char[] letters, int from, int length) {
    if (length == 0 || length > MOST_DIGITS || (letters[from] == '0' && length > 1)) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      if (letters[i] < '0' || letters[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static long number(char[] letters, int from, int length) {
    long number = 0;
    for (int i = from; i < from + length; i++) {
      number = number * 10 + (letters[i] - '0');
    }
    return number;
  }

  /**
   * Whether a field holds the name of its column; hardly a text is made to see that it does not.
   */
  private boolean isName(int position, char[] letters, int from, int length) {
    String name = header.get(position);
    return length >= name.length()
        && (position > 0 || endsWith(name, letters, from + length))
        && RaggedRows.isName(header, position, new String(letters, from, length));
  }

  private static boolean endsWith(String name, char[] letters, int end) {
    for (int i = name.length() - 1, at = end - 1; i >= 0; i--, at--) {
      if (name.charAt(i) != letters[at]) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected CsvRow buildRecord() {
    int size = getFieldCount();
    return new CsvRow(
        getStartingLineNumber(),
        size,
        isHeader && size == header.size(),
        isLonger,
        time,
        texts,
        numbers,
        numeric);
  }
}
