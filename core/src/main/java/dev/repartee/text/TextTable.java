package dev.repartee.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A plain aligned table, filled row by row; {@link #toString()} prints it.
 *
 * <p>Columns are separated by two blanks. A column whose cells are all numbers is aligned to the
 * right with its heading, every other column to the left; empty cells do not matter for this. There
 * are no trailing blanks. Lines are separated by {@code '\n'}, with none after the last line.
 *
 * <pre>{@code
 * TextTable.of("stage", "people", "share")
 *     .row("Attention", 1234, 1.0)
 *     .row("Advocates", 17, 0.0138);
 * // stage      people  share
 * // Attention   1,234   1.00
 * // Advocates      17   0.01
 * }</pre>
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,]*(\\.[0-9]+)?%?|none");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final List<List<String>> lines = new ArrayList<>();
  private final int columns;

  private TextTable(List<String> headings) {
    this.columns = headings.size();
    lines.add(headings);
  }

  /**
   * {@return a new table without rows}
   *
   * @param headings the headings of the columns, at least one
   * @throws IllegalArgumentException if there is no heading
   */
  public static TextTable of(String... headings) {
    if (headings.length == 0) {
      throw new IllegalArgumentException("headings (none) must name at least one column");
    }
    return new TextTable(texts(headings));
  }

  /**
   * Adds a row and returns this table.
   *
   * <p>Whole numbers are written as by {@link NumberText#count}, other numbers as by {@link
   * NumberText#share}, durations as by {@link DurationText}, and anything else by its {@code
   * toString}. Control characters, including line ends, become blanks.
   *
   * @param cells one cell for each column
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public TextTable row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "cells (" + cells.length + ") must be as many as headings (" + columns + ")");
    }
    lines.add(texts(cells));
    return this;
  }

  /** {@return the number of rows, without the headings; at least 0} */
  public int size() {
    return lines.size() - 1;
  }

  /** Returns the table, headings first. */
  @Override
  public String toString() {
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      widths[column] = width(column);
      right[column] = isNumeric(column);
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(print(line, widths, right));
    }
    return text.toString();
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> length(line.get(column))).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    List<String> filled =
        lines.stream()
            .skip(1)
            .map(line -> line.get(column))
            .filter(cell -> !cell.isEmpty())
            .toList();
    return !filled.isEmpty() && filled.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
  }

  private static String print(List<String> line, int[] widths, boolean[] right) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = line.get(column);
      String blanks = " ".repeat(widths[column] - length(cell));
      text.append(column == 0 ? "" : GAP).append(right[column] ? blanks + cell : cell + blanks);
    }
    return text.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static List<String> texts(Object[] cells) {
    List<String> texts = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      texts.add(CONTROL.matcher(text(cell)).replaceAll(" "));
    }
    return List.copyOf(texts);
  }

  private static String text(Object cell) {
    if (cell instanceof Long || cell instanceof Integer) {
      return NumberText.count(((Number) cell).longValue());
    }
    if (cell instanceof Double || cell instanceof Float) {
      return NumberText.share(((Number) cell).doubleValue());
    }
    return cell instanceof Duration duration ? DurationText.of(duration) : cell.toString();
  }
}
