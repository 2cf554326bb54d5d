package dev.repartee.examples.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * By what an export is read.
 *
 * @param format what it is, where that was said
 * @param recipe a recipe of the user's own
 * @param database where a query is asked
 * @param columns the columns that were named
 * @param hasOwnColumns whether columns were asked for that become attributes or values
 */
record ReaderChoice(
    Optional<String> format,
    Optional<Path> recipe,
    Optional<String> database,
    Map<Field, String> columns,
    boolean hasOwnColumns) {

  /**
   * Finds options that do not go together.
   *
   * @throws IllegalArgumentException with what to leave out
   */
  void check() {
    if (database.isPresent() && (format.isPresent() || recipe.isPresent())) {
      throw new IllegalArgumentException(
          "a query tells its columns itself; leave out --format and --recipe");
    }
    if (format.isPresent() && recipe.isPresent()) {
      throw new IllegalArgumentException(
          "--recipe stands instead of --format; leave out one or the other");
    }
    Optional<FileFormat> known = format.flatMap(FileFormat::find);
    if (format.isPresent()
        && known.isEmpty()
        && !Recipes.names().contains(format.get().replace('_', '-'))) {
      throw new IllegalArgumentException(
          "--format ("
              + format.get()
              + ") must be csv, json-lines, twitter-care, stackexchange, blog-thread, or one of "
              + String.join(", ", Recipes.names()));
    }
    boolean isFixed =
        recipe.isPresent()
            || (format.isPresent() && !known.map(each -> !each.isAdapter()).orElse(false));
    String what = recipe.isPresent() ? "--recipe" : "--format " + format.orElse("");
    if (isFixed && !columns.isEmpty()) {
      throw new IllegalArgumentException(
          what
              + " knows its columns; leave out --"
              + columns.keySet().iterator().next().optionName());
    }
    if (known.map(FileFormat::isAdapter).orElse(false) && hasOwnColumns) {
      throw new IllegalArgumentException(
          what + " knows its columns; leave out --by=attribute and --value");
    }
  }

  /** What reads the files: what was asked for, else what they show. */
  LogReader reader(Inputs found, Reading reading) throws IOException {
    if (database.isPresent()) {
      return new SqlLogReader(reading, database.get());
    }
    if (recipe.isPresent()) {
      return new RecipeReader(Recipes.read(recipe.get()), reading);
    }
    if (format.isPresent()) {
      Optional<FileFormat> known = FileFormat.find(format.get());
      return known.isPresent()
          ? known.get().reader(reading)
          : new RecipeReader(Recipes.builtIn(format.get()), reading);
    }
    // Somebody who names columns has a file of his own.
    Optional<Recipe> marked = columns.isEmpty() ? Recipes.find(found) : Optional.empty();
    if (marked.isPresent()) {
      return new RecipeReader(marked.get(), reading);
    }
    InputFile first = found.files().get(0);
    FileKind kind = FileKind.of(first);
    if (kind == FileKind.JSON) {
      return FileFormat.JSON_LINES.reader(reading);
    }
    if (kind == FileKind.CSV || kind == FileKind.LINES) {
      return FileFormat.CSV.reader(reading);
    }
    throw new IllegalArgumentException(
        "file ("
            + first
            + ") is "
            + (kind == FileKind.XML
                ? "XML of a kind that no recipe knows"
                : "of a kind that no recipe knows")
            + "; name one with --format, one of "
            + String.join(", ", Recipes.names())
            + ", or write one for --recipe");
  }
}
