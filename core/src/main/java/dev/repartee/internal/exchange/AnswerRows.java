package dev.repartee.internal.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/** The messages of a slice that answer a turn: each once, in order. */
final class AnswerRows {
  private final Slice slice;
  private final ExchangeTable exchanges;
  private final IntList rows = new IntList();

  /** A bit for each row of the slice. */
  private long[] isKnown = new long[0];

  private boolean isFilled;

  AnswerRows(Slice slice, ExchangeTable exchanges) {
    this.slice = slice;
    this.exchanges = exchanges;
  }

  void clear() {
    isFilled = false;
  }

  /** The rows; the first call after the slice moved finds them. */
  IntList rows() {
    if (!isFilled) {
      fill();
      isFilled = true;
    }
    return rows;
  }

  private void fill() {
    rows.clear();
    int units = slice.units();
    int base = units == 0 ? 0 : slice.from(0);
    int words = units == 0 ? 0 : ((slice.to(units - 1) - base) >>> 6) + 1;
    isKnown = isKnown.length < words ? new long[Math.max(words, 2 * isKnown.length)] : isKnown;
    Arrays.fill(isKnown, 0, words, 0);
    for (int i = 0; i < exchanges.size(); i++) {
      int answer = exchanges.answer(i);
      if (answer != Slice.NONE) {
        isKnown[(answer - base) >>> 6] |= 1L << (answer - base);
      }
    }
    for (int word = 0; word < words; word++) {
      if (isKnown[word] != 0) {
        rows.addAll(base + (word << 6), isKnown[word]);
      }
    }
  }
}
