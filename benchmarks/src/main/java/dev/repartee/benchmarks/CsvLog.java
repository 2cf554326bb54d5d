package dev.repartee.benchmarks;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.LogBuilder;
import dev.repartee.model.ActKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads the files of the comparison into a log through the door for columns. The fields go from the
 * buffer of the reader straight into the cursor: no object is made per row.
 */
final class CsvLog {
  private CsvLog() {}

  /**
   * Returns the log of messages. The column with the conversation is not needed.
   *
   * @param csv the file that {@link GeneratedRows#writeCsv} wrote
   * @param threads how many threads build it; one reads
   * @return the log
   * @throws IOException if reading fails
   */
  static EngagementLog ofRows(Path csv, int threads) throws IOException {
    return read(csv, threads, GeneratedRows.CSV_HEADER, Messages::new);
  }

  /**
   * Returns the log of acts.
   *
   * @param csv the file that {@link GeneratedEvents#writeCsv} wrote
   * @param threads how many threads build it; one reads
   * @return the log
   * @throws IOException if reading fails
   */
  static EngagementLog ofEvents(Path csv, int threads) throws IOException {
    return read(csv, threads, GeneratedEvents.CSV_HEADER, Events::new);
  }

  private static EngagementLog read(
      Path csv, int threads, String header, Function<Appender, Fields> fields) throws IOException {
    LogBuilder builder = EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
    try (BufferedReader in = Files.newBufferedReader(csv)) {
      String found = in.readLine();
      if (!header.equals(found)) {
        throw new IOException(
            "header (" + found + ") of " + csv + " must be " + header + "; write the file anew");
      }
      CsvReader.builder().build(fields.apply(builder.appender()), in).forEach(row -> {});
    }
    return builder.build();
  }

  /** Takes a row field by field. */
  private abstract static class Fields extends AbstractBaseCsvCallbackHandler<Boolean> {
    final Appender row;

    Fields(Appender row) {
      this.row = row;
    }

    static long number(char[] buffer, int offset, int length) {
      long number = 0;
      for (int i = offset; i < offset + length; i++) {
        number = 10 * number + (buffer[i] - '0');
      }
      return number;
    }

    @Override
    protected Boolean buildRecord() {
      row.end();
      return true;
    }
  }

  private static final class Messages extends Fields {
    private final StringBuilder channel = new StringBuilder();

    Messages(Appender row) {
      super(row);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean isQuoted) {
      switch (field) {
        case 0 -> row.id(number(buffer, offset, length));
        case 1 -> {
          if (length > 0) {
            row.parent(number(buffer, offset, length));
          }
        }
        case 3 -> row.author(number(buffer, offset, length));
        case 4 -> row.at(number(buffer, offset, length));
        case 5 -> {
          channel.setLength(0);
          row.channel(channel.append(buffer, offset, length));
        }
        default -> {} // the conversation
      }
    }
  }

  private static final class Events extends Fields {
    Events(Appender row) {
      super(row);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean isQuoted) {
      switch (field) {
        case 0 -> row.author(number(buffer, offset, length));
        case 1 -> row.at(number(buffer, offset, length));
        default ->
            row.act(ActKind.valueOf(new String(buffer, offset, length).toUpperCase(Locale.ROOT)));
      }
    }
  }
}
