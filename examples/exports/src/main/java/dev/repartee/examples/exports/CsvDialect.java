package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a file of CSV is written: what sets its fields apart, how many lines stand above its header,
 * and whether a backslash stands before quotes. Found in the beginning of the file; what stands in
 * quotes is no separator.
 *
 * @param separator what sets the fields apart
 * @param linesAbove how many lines stand above the header
 * @param isEscaped whether quotes in quotes are written with a backslash
 */
record CsvDialect(char separator, int linesAbove, boolean isEscaped) {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LOOKED_AT = 1 << 18;
  private static final int LINES = 40;
  private static final int MOST_ABOVE = 20;

  /**
   * Looks at a file.
   *
   * @param asked the separator, where the user has said it
   * @param isHeader whether a line could be the header, by the names in it
   */
  static CsvDialect of(InputFile file, Optional<Character> asked, Predicate<List<String>> isHeader)
      throws IOException {
    char[] head = new char[LOOKED_AT];
    int length = 0;
    try (BufferedReader text = file.open()) {
      for (int read = text.read(head);
          read > 0;
          read = text.read(head, length, LOOKED_AT - length)) {
        length += read;
        if (length == LOOKED_AT) {
          break;
        }
      }
    }
    String start = new String(head, 0, length);
    boolean isEscaped = isEscaped(start);
    boolean saysSeparator = start.length() > 4 && start.regionMatches(true, 0, "sep=", 0, 4);
    if (saysSeparator) {
      return new CsvDialect(asked.orElse(start.charAt(4)), 1, isEscaped);
    }
    if (asked.isPresent()) {
      return new CsvDialect(asked.get(), above(lines(start, asked.get()), isHeader), isEscaped);
    }
    CsvDialect best = null;
    int most = -1;
    for (char separator : SEPARATORS) {
      List<List<String>> lines = lines(start, separator);
      if (lines.isEmpty()) {
        continue;
      }
      int above = above(lines, isHeader);
      List<String> header = lines.get(above);
      int score = header.size() + (isHeader.test(header) ? LOOKED_AT : 0);
      if (score > most) {
        most = score;
        best = new CsvDialect(separator, above, isEscaped);
      }
    }
    return best == null ? new CsvDialect(',', 0, isEscaped) : best;
  }

  /** The first line that could be the header; else the first that is as wide as most. */
  private static int above(List<List<String>> lines, Predicate<List<String>> isHeader) {
    int last = Math.min(lines.size(), MOST_ABOVE);
    for (int i = 0; i < last; i++) {
      if (isHeader.test(lines.get(i))) {
        return i;
      }
    }
    Map<Integer, Integer> widths = new HashMap<>();
    lines.forEach(line -> widths.merge(line.size(), 1, Integer::sum));
    int usual =
        widths.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1);
    for (int i = 0; i < last && usual > 1; i++) {
      if (lines.get(i).size() > 1) {
        return i;
      }
    }
    return 0;
  }

  /** The fields of the first lines, without their quotes; a line break in quotes is no end. */
  private static List<List<String>> lines(String text, char separator) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length() && lines.size() < LINES; i++) {
      char c = text.charAt(i);
      if (c == '"' && (isQuoted || field.isEmpty())) {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == separator) {
        line.add(field.toString());
        field.setLength(0);
      } else if (!isQuoted && c == '\n') {
        line.add(field.toString().stripTrailing());
        field.setLength(0);
        lines.add(line);
        line = new ArrayList<>();
      } else {
        field.append(c);
      }
    }
    if (lines.size() < LINES && (!field.isEmpty() || !line.isEmpty())) {
      line.add(field.toString());
      lines.add(line);
    }
    return lines;
  }

  /**
   * Whether a quoted field has a backslash before a quote that does not end it: by the usual rule
   * such a file cannot be read at all.
   */
  private static boolean isEscaped(String text) {
    for (int i = text.indexOf("\\\""); i >= 0; i = text.indexOf("\\\"", i + 1)) {
      char next = i + 2 < text.length() ? text.charAt(i + 2) : '\n';
      if (Character.isLetterOrDigit(next) || next == ' ' || next == '.' || next == '!') {
        return true;
      }
    }
    return false;
  }

  /** Opens the records; the first is the header. */
  CsvReader<CsvRecord> read(BufferedReader text) throws IOException {
    return reader().ofCsvRecord(rows(text));
  }

  /** Opens the rows; the first is the header. */
  CsvReader<CsvRow> read(BufferedReader text, CsvRows rows) throws IOException {
    return reader().build(rows, rows(text));
  }

  private CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  /** The text from the header on. */
  private Reader rows(BufferedReader text) throws IOException {
    try {
      for (int i = 0; i < linesAbove; i++) {
        text.readLine();
      }
    } catch (IOException e) {
      text.close();
      throw e;
    }
    return isEscaped ? new BackslashReader(text) : text;
  }

  /** The names in the header. */
  List<String> header(CsvRecord record) {
    return record.getFields().stream().map(String::strip).toList();
  }

  /** One clear sentence for quotes that do not fit together. */
  static IOException unreadable(InputFile file, CsvParseException e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    if (reason instanceof IOException io) {
      return io;
    }
    return new IOException(
        "file ("
            + file
            + ") cannot be read: "
            + reason.getMessage()
            + "; correct the quotes there or take the line out",
        e);
  }
}
