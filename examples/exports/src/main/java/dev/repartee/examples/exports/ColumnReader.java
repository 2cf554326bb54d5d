package dev.repartee.examples.exports;

import dev.repartee.log.Appender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows whose columns have names: looks at the first to see what each column is, then writes
 * all of them.
 */
abstract class ColumnReader extends FileReader {
  final Reading reading;
  private final String format;
  private final List<String> notes = new ArrayList<>();
  private @Nullable Columns columns;

  ColumnReader(Reading reading, String format) {
    this.reading = reading;
    this.format = format;
  }

  /** Returns what the columns of a file are, checked by its first rows. */
  abstract Columns look(InputFile file) throws IOException;

  /** Writes the rows of a file; returns what there is to say of it. */
  abstract List<String> write(InputFile file, Columns known, RowWriter writer, Appender rows)
      throws IOException;

  /**
   * What the columns of a header are, before any row has been looked at.
   *
   * @throws IOException if it has no names at all
   * @throws IllegalArgumentException if a needed column is not there; the message names the file
   */
  final Columns resolve(InputFile file, List<String> header) throws IOException {
    if (header.stream().allMatch(String::isBlank)) {
      throw new IOException(
          "file (" + file + ") is empty: no column and no field in it has a name");
    }
    try {
      return Columns.resolve(reading.named(), reading.own(), header);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "file (" + file + "), read as " + format + ": " + e.getMessage(), e);
    }
  }

  @Override
  final void prepare(InputFile file) throws IOException {
    columns = look(file);
  }

  @Override
  final void read(InputFile file, Appender rows) throws IOException {
    Columns known = columns;
    if (known == null) {
      throw new IllegalStateException("columns are not known; call prepare(…) first");
    }
    reading.facts().file();
    RowWriter writer = new RowWriter(rows, known, reading);
    List<String> more = write(file, known, writer, rows);
    notes.add("columns: " + known);
    notes.addAll(writer.notes());
    notes.addAll(more);
  }

  @Override
  public final String format() {
    return format;
  }

  @Override
  public final boolean has(Field field) {
    return columns != null && columns.position(field) != Columns.ABSENT;
  }

  @Override
  public final String column(Field field) {
    return columns == null ? "" : columns.name(field);
  }

  @Override
  public final List<String> notes() {
    return notes;
  }
}
