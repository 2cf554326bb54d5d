package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.Export;
import dev.repartee.examples.exports.Field;
import dev.repartee.examples.exports.Imported;
import dev.repartee.log.EngagementLog.IdScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a log of an export, or of the built-in sample. First {@link #prepare} finds what is wrong
 * with the options, then {@link #load} what is wrong with the data.
 */
final class LogLoader {
  private final MeasureOptions measures;
  private final InputOptions input;
  private final @Nullable Export export;
  private final @Nullable Path path;

  private LogLoader(
      MeasureOptions measures, InputOptions input, @Nullable Export export, @Nullable Path path) {
    this.measures = measures;
    this.input = input;
    this.export = export;
    this.path = path;
  }

  /**
   * Returns a loader whose options fit the files.
   *
   * @param path the file, folder, zip or pattern, or null for the built-in sample
   * @throws IOException if a file cannot be read or is empty
   * @throws IllegalArgumentException if the options do not fit each other or the files
   */
  static LogLoader prepare(
      @Nullable Path path, Map<Field, String> columns, InputOptions input, MeasureOptions measures)
      throws IOException {
    measures.check();
    if (path == null) {
      if (input.needFile() || !columns.isEmpty() || measures.hasOwnColumns()) {
        throw new IllegalArgumentException("options about a file were given, but no FILE; name it");
      }
      return new LogLoader(measures, input, null, null);
    }
    Export export = input.export(path);
    columns.forEach(export::column);
    measures.ownTexts().forEach(export::attribute);
    measures.values.forEach(export::value);
    measures.timeZone().ifPresent(export::zone);
    export.parallel(measures.threads).progress(new ReadingBar(Terminal.isWatched())).check();
    need(export, Field.FINGERPRINT, input.foldRepeats != null, "--fold-repeats");
    need(export, Field.LABEL, measures.answeredWith != null, "--answered-with");
    need(export, Field.CONVERSATION, input.idScope == IdScope.CONVERSATION, "--id-scope");
    need(export, Field.CHANNEL, input.idScope == IdScope.CHANNEL, "--id-scope");
    return new LogLoader(measures, input, export, path);
  }

  /** An option that looks at a column which is not there would do nothing, and say nothing. */
  private static void need(Export export, Field field, boolean isAsked, String option) {
    if (isAsked && !export.has(field)) {
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
   * @throws IOException if a file cannot be read to its end, or no row can be used
   * @throws IllegalArgumentException if rows are bad and the user is strict
   */
  Loaded load() throws IOException {
    if (export == null || path == null) {
      Sample sample = Sample.standard();
      var rows = sample.offer().directory(Sample.directory());
      if (input.asOf != null) {
        rows.asOf(input.asOf);
      }
      return new Loaded(
          rows.parallel(measures.threads).build(),
          Sample.NAME,
          true,
          sample.facts().sentences(),
          Optional.empty());
    }
    Imported imported = export.read();
    return new Loaded(
        imported.log(),
        path.toString(),
        false,
        imported.box().notes(),
        Optional.of(imported.box()));
  }
}
