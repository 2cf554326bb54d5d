package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.repartee.log.Appender;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions, answers and comments of a Stack Exchange site: {@code kind, id, parent_id,
 * author_id, created_utc}. Nobody represents an organization there, so anybody else may answer; the
 * kind becomes the label, so that {@code --answered-with answer} asks for real answers.
 */
final class StackExchangeAdapter extends FileReader {
  private static final List<String> NEEDED =
      List.of("kind", "id", "parent_id", "author_id", "created_utc");

  @Override
  void prepare(InputFile file) throws IOException {
    AdapterChecks.requireHeader(file, NEEDED);
  }

  @Override
  void read(InputFile file, Appender rows) throws IOException {
    try (Reader text = file.openWithProgress();
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        rows.id(row.getField("id"))
            .parent(orNull(row.getField("parent_id")))
            .author(orNull(row.getField("author_id")))
            .at(row.getField("created_utc"))
            .label(row.getField("kind"))
            .end();
      }
    }
  }

  @Override
  public Optional<Directory> directory(Optional<String> organization) {
    return Optional.of(Directory.empty());
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public String format() {
    return "stackexchange";
  }

  @Override
  public List<String> notes() {
    return List.of(
        "format stackexchange: a public forum; label = kind (question, answer, comment)");
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
