package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Reads the rows of CSV as records: a text under the name of its column; an empty one is none. */
final class CsvRecords {
  private CsvRecords() {}

  static void read(InputFile file, CsvDialect dialect, RecordSink sink) throws IOException {
    ObjectNode around = JsonRecords.object();
    try (CsvReader<CsvRecord> csv = dialect.read(file.openWithProgress())) {
      Iterator<CsvRecord> rows = csv.iterator();
      if (!rows.hasNext()) {
        return;
      }
      List<String> header = dialect.header(rows.next());
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        List<String> fields = row.getFields();
        if (RaggedRows.isHeader(header, fields)) {
          sink.leftOut(RaggedRows.HEADER_AGAIN);
          continue;
        }
        ObjectNode record = JsonRecords.object();
        for (int i = 0; i < fields.size() && i < header.size(); i++) {
          if (!fields.get(i).isEmpty()) {
            record.put(header.get(i), fields.get(i));
          }
        }
        sink.record(record, around);
      }
    } catch (CsvParseException e) {
      throw CsvDialect.unreadable(file, e);
    }
  }
}
