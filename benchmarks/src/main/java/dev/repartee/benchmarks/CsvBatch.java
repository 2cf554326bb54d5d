package dev.repartee.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.io.ByteStreams;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * Reads a file by other threads, each a stretch of it, while this one takes what was read. Rows
   * of one stretch keep their order. No field may hold a line break.
   *
   * @param csv the file
   * @param header its first line
   * @param names what the last field can be
   * @param readers how many threads read
   * @param taker takes batch after batch
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  static void read(
      Path csv, String header, List<String> names, int readers, Consumer<CsvBatch> taker)
      throws IOException, InterruptedException {
    BlockingQueue<CsvBatch> queue = new ArrayBlockingQueue<>(WAITING);
    CsvBatch end = new CsvBatch(0, 0);
    long[] starts = starts(csv, header, readers);
    int width = header.split(",", -1).length;
    List<CompletableFuture<Void>> readings = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      long from = starts[reader];
      long to = starts[reader + 1];
      readings.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  parse(csv, from, to, new Fields(width, names, queue));
                } finally {
                  put(queue, end);
                }
              }));
    }
    for (int open = readers; open > 0; ) {
      CsvBatch batch = queue.take();
      if (batch == end) {
        open--;
      } else {
        taker.accept(batch);
      }
    }
    readings.forEach(CompletableFuture::join);
  }

  /** Where stretches of about equal length begin, each with a line, and the end of the file. */
  private static long[] starts(Path csv, String header, int stretches) throws IOException {
    long[] starts = new long[stretches + 1];
    try (RandomAccessFile file = new RandomAccessFile(csv.toFile(), "r")) {
      String found = file.readLine();
      if (!header.equals(found)) {
        throw new IOException(
            "header (" + found + ") of " + csv + " must be " + header + "; write the file anew");
      }
      starts[0] = file.getFilePointer();
      for (int i = 1; i < stretches; i++) {
        file.seek(Math.max(starts[i - 1], file.length() * i / stretches));
        file.readLine();
        starts[i] = file.getFilePointer();
      }
      starts[stretches] = file.length();
    }
    return starts;
  }

  private static void parse(Path csv, long from, long to, Fields fields) {
    try (InputStream file = Files.newInputStream(csv)) {
      file.skipNBytes(from);
      Reader in = new InputStreamReader(ByteStreams.limit(file, to - from), US_ASCII);
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
