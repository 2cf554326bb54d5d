package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a log of a file, or of the built-in sample. First {@link #prepare} finds what is wrong with
 * the options, then {@link #load} what is wrong with the data.
 */
final class LogLoader {
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};

  private final InputOptions input;
  private final int threads;
  private final @Nullable InputFile file;
  private final @Nullable LogReader reader;
  private final Directory directory;

  private LogLoader(
      InputOptions input,
      int threads,
      @Nullable InputFile file,
      @Nullable LogReader reader,
      Directory directory) {
    this.input = input;
    this.threads = threads;
    this.file = file;
    this.reader = reader;
    this.directory = directory;
  }

  /**
   * Returns a loader whose options fit the file.
   *
   * @param path the file, or null for the built-in sample
   * @throws IOException if the file cannot be read or is empty
   * @throws IllegalArgumentException if the options do not fit each other or the file
   */
  static LogLoader prepare(
      @Nullable Path path, Map<Field, String> columns, InputOptions input, MeasureOptions measures)
      throws IOException {
    measures.check();
    if (path == null) {
      if (input.needFile() || !columns.isEmpty() || !measures.ownColumns().isEmpty()) {
        throw new IllegalArgumentException("options about a file were given, but no FILE; name it");
      }
      return new LogLoader(input, measures.threads, null, null, Sample.directory());
    }
    checkReadable(path);
    InputFile file = new InputFile(path, Terminal.isWatched());
    LogReader reader =
        input.reader(file, columns, measures.ownColumns(), new TimeReader(measures.timeZone()));
    reader.prepare(file);
    need(reader, Field.FINGERPRINT, input.foldRepeats != null, "--fold-repeats");
    need(reader, Field.LABEL, measures.answeredWith != null, "--answered-with");
    need(reader, Field.CONVERSATION, input.idScope == IdScope.CONVERSATION, "--id-scope");
    need(reader, Field.CHANNEL, input.idScope == IdScope.CHANNEL, "--id-scope");
    Directory directory = input.whoIsWho().or(reader::directory).orElse(Directory.empty());
    return new LogLoader(input, measures.threads, file, reader, directory);
  }

  private static void checkReadable(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "file (" + path + ") " + (Files.exists(path) ? "may not be read" : "does not exist"));
    }
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException("file (" + path + ") is a folder; name a file in it");
    }
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "file ("
              + path
              + ") is no regular file, and a pipe cannot be read twice; write it to a file first");
    }
    if (isCompressed(path)) {
      throw new IllegalArgumentException(
          "file (" + path + ") is compressed; unpack it first, as with gunzip");
    }
  }

  private static boolean isCompressed(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return Arrays.equals(bytes.readNBytes(GZIP.length), GZIP);
    }
  }

  /** An option that looks at a column which is not there would do nothing, and say nothing. */
  private static void need(LogReader reader, Field field, boolean isAsked, String option) {
    if (isAsked && !reader.has(field)) {
      throw new IllegalArgumentException(
          option
              + " looks at a column that is not there; name it with --"
              + field.optionName()
              + "=COLUMN");
    }
  }

  /**
   * Returns the log.
   *
   * @throws IOException if the file cannot be read to its end, or no row of it can be used
   * @throws IllegalArgumentException if rows are bad and the user is strict
   */
  Loaded load() throws IOException {
    if (file == null || reader == null) {
      Sample sample = Sample.standard();
      return new Loaded(build(sample.offer()), Sample.NAME, true, sample.facts().sentences());
    }
    EngagementLog.Builder rows = EngagementLog.builder(directory);
    rows.idScope(input.idScope == null ? reader.idScope() : input.idScope);
    Optional.ofNullable(input.foldRepeats).or(reader::foldRepeats).ifPresent(rows::foldRepeats);
    if (input.isStrict) {
      rows.strict();
    }
    reader.read(file, rows.appender());
    EngagementLog log = build(rows);
    if (log.audit().offered() == 0) {
      throw new IOException("file (" + file + ") has a header but no rows");
    }
    if (log.audit().accepted() == 0) {
      throw new IOException(
          "no row of "
              + file
              + " can be used; of "
              + log.audit().offered()
              + " rows "
              + Warnings.reasons(log.audit())
              + "; "
              + String.join("; ", reader.notes()));
    }
    return new Loaded(log, file.toString(), false, reader.notes());
  }

  private EngagementLog build(EngagementLog.Builder rows) {
    if (input.asOf != null) {
      rows.asOf(input.asOf);
    }
    return rows.parallel(threads).build();
  }
}
