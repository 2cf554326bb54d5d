package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.repartee.log.Appender;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header line; commas, semicolons, tabs or bars set the fields apart. Rows may
 * have more or fewer fields than the header. Where quotes do not fit together the reading ends,
 * because nobody knows which rows they have swallowed.
 */
final class CsvLogReader extends ColumnReader {
  private CsvDialect dialect = new CsvDialect(',', 0, false);

  CsvLogReader(Reading reading) {
    super(reading, "csv");
  }

  @Override
  Columns look(InputFile file) throws IOException {
    dialect =
        CsvDialect.of(
            file, reading.separator(), header -> Columns.isHeader(reading.named(), header));
    try (CsvReader<CsvRecord> csv = dialect.read(file.open())) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new IOException("file (" + file + ") is empty; it must have a header line and rows");
      }
      Columns found = resolve(file, dialect.header(records.next()));
      GuessCheck check = new GuessCheck(found, reading);
      try {
        for (int i = 0; i < GuessCheck.ROWS && records.hasNext(); i++) {
          CsvRecord record = records.next();
          check.look(position -> field(record, position));
        }
      } catch (CsvParseException e) { // the reading will tell
        check.look(position -> null);
      }
      return check.checked();
    } catch (CsvParseException e) {
      throw CsvDialect.unreadable(file, e);
    }
  }

  private static @Nullable String field(CsvRecord record, int position) {
    return position < record.getFieldCount() ? record.getField(position) : null;
  }

  @Override
  List<String> write(InputFile file, Columns known, RowWriter writer, Appender rows)
      throws IOException {
    RaggedRows ragged = new RaggedRows(known.header().size(), reading.facts());
    try (CsvReader<CsvRow> csv =
        dialect.read(file.openWithProgress(), new CsvRows(known, reading.times()))) {
      Iterator<CsvRow> all = csv.iterator();
      all.next(); // the header
      ReadAhead.forEach(
          all,
          row -> {
            if (ragged.isRow(row)) {
              writer.write(row);
            }
          });
      ragged.end();
    } catch (CsvParseException e) {
      throw CsvDialect.unreadable(file, e);
    }
    return dialect.linesAbove() == 0
        ? List.of()
        : List.of(
            "the header stands in line "
                + (dialect.linesAbove() + 1)
                + "; what is above it was passed over");
  }
}
