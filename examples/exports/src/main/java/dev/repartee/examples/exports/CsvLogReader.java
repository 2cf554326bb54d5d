package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.repartee.log.Appender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header line; commas, semicolons, tabs or bars set the fields apart. Rows may
 * have more or fewer fields than the header. Where quotes do not fit together the reading ends,
 * because nobody knows which rows they have swallowed.
 */
final class CsvLogReader extends FileReader {
  private final Reading reading;
  private final List<String> notes = new ArrayList<>();
  private CsvDialect dialect = new CsvDialect(',', 0, false);
  private @Nullable Columns columns;

  CsvLogReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  void prepare(InputFile file) throws IOException {
    dialect =
        CsvDialect.of(
            file, reading.separator(), header -> Columns.isHeader(reading.named(), header));
    try (CsvReader<CsvRecord> csv = dialect.read(file, file.open())) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new IOException("file (" + file + ") is empty; it must have a header line and rows");
      }
      Columns found =
          Columns.resolve(reading.named(), reading.own(), dialect.header(records.next()));
      GuessCheck check = new GuessCheck(found, reading);
      try {
        for (int i = 0; i < GuessCheck.ROWS && records.hasNext(); i++) {
          CsvRecord record = records.next();
          check.look(position -> field(record, position));
        }
      } catch (CsvParseException e) { // the reading will tell
        check.look(position -> null);
      }
      columns = check.checked();
    } catch (CsvParseException e) {
      throw CsvDialect.unreadable(file, e);
    }
  }

  private static @Nullable String field(CsvRecord record, int position) {
    return position < record.getFieldCount() ? record.getField(position) : null;
  }

  @Override
  void read(InputFile file, Appender rows) throws IOException {
    if (columns == null) {
      throw new IllegalStateException("columns are not known; call prepare(…) first");
    }
    reading.facts().file();
    RowWriter writer = new RowWriter(rows, columns, reading);
    try (CsvReader<CsvRecord> csv = dialect.read(file, file.openWithProgress())) {
      Iterator<CsvRecord> records = csv.iterator();
      records.next(); // the header
      ReadAhead.forEach(records, record -> writer.write(position -> field(record, position)));
    } catch (CsvParseException e) {
      throw CsvDialect.unreadable(file, e);
    }
    notes.add("columns: " + columns);
    notes.addAll(writer.notes());
    if (dialect.linesAbove() > 0) {
      notes.add(
          "the header stands in line "
              + (dialect.linesAbove() + 1)
              + "; what is above it was passed over");
    }
  }

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public boolean has(Field field) {
    return columns != null && columns.position(field) != Columns.ABSENT;
  }

  @Override
  public String column(Field field) {
    return columns == null ? "" : columns.name(field);
  }

  @Override
  public List<String> notes() {
    return notes;
  }
}
