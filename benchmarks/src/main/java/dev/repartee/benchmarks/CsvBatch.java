package dev.repartee.benchmarks;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Some rows of a CSV file, all fields as numbers: of an empty field {@link #ABSENT}, of the last,
 * which is a name, its place among the known names.
 */
final class CsvBatch {
  /** What an empty field is. */
  static final long ABSENT = -1;

  private static final int ROWS = 1 << 13;
  private static final int WAITING = 4;

  private final int width;
  private final long[] values;
  private int rows;

  private CsvBatch(int width, int capacity) {
    this.width = width;
    this.values = new long[width * capacity];
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** A field of a row. */
  long value(int row, int field) {
    return values[row * width + field];
  }

  /**
   * Reads a file by another thread, while this one takes what was read.
   *
   * @param csv the file
   * @param header its first line
   * @param names what the last field can be
   * @param taker takes batch after batch
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  static void read(Path csv, String header, List<String> names, Consumer<CsvBatch> taker)
      throws IOException, InterruptedException {
    BlockingQueue<CsvBatch> queue = new ArrayBlockingQueue<>(WAITING);
    CsvBatch end = new CsvBatch(0, 0);
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                parse(csv, header, new Fields(header.split(",", -1).length, names, queue));
              } finally {
                put(queue, end);
              }
            });
    for (CsvBatch batch = queue.take(); batch != end; batch = queue.take()) {
      taker.accept(batch);
    }
    reading.join();
  }

  private static void parse(Path csv, String header, Fields fields) {
    try (BufferedReader in = Files.newBufferedReader(csv)) {
      String found = in.readLine();
      if (!header.equals(found)) {
        throw new IOException(
            "header (" + found + ") of " + csv + " must be " + header + "; write the file anew");
      }
      CsvReader.builder().build(fields, in).forEach(row -> {});
      fields.handOver();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(BlockingQueue<CsvBatch> queue, CsvBatch batch) {
    try {
      queue.put(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    }
  }

  /** Takes rows field by field from the buffer of the reader. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final int width;
    private final List<String> names;
    private final BlockingQueue<CsvBatch> queue;
    private CsvBatch batch;

    Fields(int width, List<String> names, BlockingQueue<CsvBatch> queue) {
      this.width = width;
      this.names = names;
      this.queue = queue;
      this.batch = new CsvBatch(width, ROWS);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean isQuoted) {
      batch.values[batch.rows * width + field] =
          field == width - 1 ? name(buffer, offset, length) : number(buffer, offset, length);
    }

    private static long number(char[] buffer, int offset, int length) {
      long number = length == 0 ? ABSENT : 0;
      for (int i = offset; i < offset + length; i++) {
        number = 10 * number + (buffer[i] - '0');
      }
      return number;
    }

    private long name(char[] buffer, int offset, int length) {
      for (int code = 0; code < names.size(); code++) {
        String name = names.get(code);
        int i = name.length() == length ? 0 : length + 1;
        while (i < length && name.charAt(i) == buffer[offset + i]) {
          i++;
        }
        if (i == length) {
          return code;
        }
      }
      throw new IllegalArgumentException(
          "name (" + new String(buffer, offset, length) + ") must be one of " + names);
    }

    @Override
    protected Boolean buildRecord() {
      batch.rows++;
      if (batch.rows == ROWS) {
        handOver();
      }
      return true;
    }

    void handOver() {
      put(queue, batch);
      batch = new CsvBatch(width, ROWS);
    }
  }

  @Override
  public String toString() {
    return rows + " rows of CSV";
  }
}
