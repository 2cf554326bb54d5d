package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.repartee.log.Appender;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the comment thread of one blog post: {@code n, author, kind, reply_to_n, content}. The
 * pattern for an export whose columns mean something else than an interaction:
 *
 * <ul>
 *   <li>it has no times, only an order: row n is taken to be written in minute n;
 *   <li>a pingback is no talk but a mention;
 *   <li>it repeats comments: equal content by the same author is folded;
 *   <li>all rows are one conversation, and Simon, whose blog it is, is the organization.
 * </ul>
 */
final class BlogThreadAdapter extends FileReader {
  private static final String OWNER = "Simon";
  private static final Instant START = Instant.parse("2009-07-31T00:00:00Z");
  private static final List<String> NEEDED =
      List.of("n", "author", "kind", "reply_to_n", "content");

  @Override
  void prepare(InputFile file) throws IOException {
    AdapterChecks.requireHeader(file, NEEDED);
  }

  @Override
  void read(InputFile file, Appender rows) throws IOException {
    try (Reader text = file.openWithProgress();
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        append(row, rows);
      }
    }
  }

  private static void append(NamedCsvRecord row, Appender rows) throws IOException {
    String number = row.getField("n");
    rows.id(number)
        .author(row.getField("author"))
        .at(START.plus(Duration.ofMinutes(minute(number))))
        .conversation("thread")
        .channel("blog")
        .fingerprint(row.getField("content"));
    if (!row.getField("reply_to_n").isEmpty()) {
      rows.parent(row.getField("reply_to_n"));
    }
    if (row.getField("kind").equals("pingback")) {
      rows.act(ActKind.MENTION);
    }
    rows.end();
  }

  private static int minute(String number) throws IOException {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IOException("n (" + number + ") must be the number of the row", e);
    }
  }

  @Override
  public Optional<Directory> directory(Optional<String> organization) {
    return Optional.of(
        Directory.builder().organization(OWNER, simon -> simon.member(OWNER, "Owner")).build());
  }

  @Override
  public Optional<Duration> foldRepeats() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public String format() {
    return "blog-thread";
  }

  @Override
  public List<String> notes() {
    return List.of(
        "format blog-thread: the file has no times, row n stands for minute n;"
            + " do not read the durations");
  }
}
