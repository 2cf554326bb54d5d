package dev.repartee.examples.exports;

import org.jspecify.annotations.Nullable;

/**
 * A row of CSV.
 *
 * @param line where it begins
 * @param size how many fields it has, with those that nobody asks for
 * @param isHeader whether it is the header once more
 * @param isLonger whether a field behind the last column holds anything
 * @param time when it was, where that is an instant in ISO 8601; else a mark
 * @param texts by their positions, of the columns that are asked for; null elsewhere
 * @param numbers by their positions, in the place of texts
 * @param numeric a bit for each position that has a number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CsvRow(
    long line,
    int size,
    boolean isHeader,
    boolean isLonger,
    long time,
    @Nullable String[] texts,
    long[] numbers,
    long numeric)
    implements RowTexts {
  @Override
  public @Nullable String text(int position) {
    return isNumber(position)
        ? Long.toString(numbers[position])
        : position < texts.length ? texts[position] : null;
  }

  @Override
  public boolean isNumber(int position) {
    return position < numbers.length && (numeric >>> position & 1) != 0;
  }

  @Override
  public long number(int position) {
    return numbers[position];
  }
}
