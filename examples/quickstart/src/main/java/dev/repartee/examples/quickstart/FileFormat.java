package dev.repartee.examples.quickstart;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The kinds of file that can be read. */
enum FileFormat {
  CSV,
  JSON_LINES,
  TWITTER_CARE,
  STACKEXCHANGE,
  BLOG_THREAD;

  /** What the name of a file says; CSV where it says nothing. */
  static FileFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")
        ? JSON_LINES
        : CSV;
  }

  /** Whether the columns and their meaning are fixed. */
  boolean isAdapter() {
    return this != CSV && this != JSON_LINES;
  }

  /** A new reader. */
  LogReader reader(
      Map<Field, String> columns, OwnColumns own, Translations translations, TimeReader times) {
    return switch (this) {
      case CSV -> new CsvLogReader(columns, own, translations, times);
      case JSON_LINES -> new JsonLinesLogReader(columns, own, translations, times);
      case TWITTER_CARE -> new TwitterCareAdapter();
      case STACKEXCHANGE -> new StackExchangeAdapter();
      case BLOG_THREAD -> new BlogThreadAdapter();
    };
  }
}
