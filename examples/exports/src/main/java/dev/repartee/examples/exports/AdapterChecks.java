package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;

/** What adapters of one kind of file check before they trust it. */
final class AdapterChecks {
  private AdapterChecks() {}

  /**
   * Checks that a CSV file has the columns an adapter reads.
   *
   * @throws IOException if the file is empty
   * @throws IllegalArgumentException if a column is missing
   */
  static void requireHeader(InputFile file, List<String> needed) throws IOException {
    try (Reader text = file.open();
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new IOException("file (" + file + ") is empty; it must have a header line and rows");
      }
      List<String> header = records.next().getFields();
      if (!header.containsAll(needed)) {
        throw new IllegalArgumentException(
            "file ("
                + file
                + ") does not fit --format: it must have the columns "
                + String.join(", ", needed)
                + "; leave --format out and name its own columns");
      }
    }
  }
}
