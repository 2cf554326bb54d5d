package dev.repartee.examples.quickstart;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.repartee.log.Appender;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header line; commas, semicolons, tabs or bars set the fields apart. Rows may
 * have more or fewer fields than the header. Where quotes do not fit together the reading ends,
 * because nobody knows which rows they have swallowed.
 */
final class CsvLogReader implements LogReader {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int HEADER_LIMIT = 1 << 14;

  private final Map<Field, String> named;
  private final OwnColumns own;
  private final Translations translations;
  private final TimeReader times;
  private final List<String> notes = new ArrayList<>();
  private char separator = ',';
  private @Nullable Columns columns;

  CsvLogReader(
      Map<Field, String> named, OwnColumns own, Translations translations, TimeReader times) {
    this.named = named;
    this.own = own;
    this.translations = translations;
    this.times = times;
  }

  @Override
  public void prepare(InputFile file) throws IOException {
    separator = separator(file);
    try (Reader text = file.open();
        CsvReader<CsvRecord> csv = csv(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new IOException("file (" + file + ") is empty; it must have a header line and rows");
      }
      columns = Columns.resolve(named, own, records.next().getFields());
    } catch (CsvParseException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void read(InputFile file, Appender rows) throws IOException {
    if (columns == null) {
      throw new IllegalStateException("columns are not known; call prepare(…) first");
    }
    RowWriter writer = new RowWriter(rows, columns, translations, times);
    try (Reader text = file.openWithProgress();
        CsvReader<CsvRecord> csv = csv(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      records.next(); // the header
      ReadAhead.forEach(
          records,
          fields -> writer.write(i -> i < fields.getFieldCount() ? fields.getField(i) : null));
    } catch (CsvParseException e) {
      throw unreadable(file, e);
    }
    notes.add("columns: " + columns);
    notes.addAll(writer.notes());
  }

  @Override
  public boolean has(Field field) {
    return columns != null && columns.position(field) != Columns.ABSENT;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private CsvReader<CsvRecord> csv(Reader text) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  /** The separator that the header line has most of. */
  private static char separator(InputFile file) throws IOException {
    int[] counts = new int[SEPARATORS.length];
    try (Reader text = file.open()) {
      int c = text.read();
      for (int length = 0; c >= 0 && c != '\n' && length < HEADER_LIMIT; length++) {
        for (int i = 0; i < SEPARATORS.length; i++) {
          counts[i] += c == SEPARATORS[i] ? 1 : 0;
        }
        c = text.read();
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS[most];
  }

  private static IOException unreadable(InputFile file, CsvParseException e) {
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
