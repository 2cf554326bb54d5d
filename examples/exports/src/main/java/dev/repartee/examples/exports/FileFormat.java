package dev.repartee.examples.exports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that can be read. */
enum FileFormat {
  CSV,
  JSON_LINES,
  TWITTER_CARE,
  STACKEXCHANGE,
  BLOG_THREAD;

  /** The format of a name, as {@code json-lines}; empty where it is that of a recipe. */
  static Optional<FileFormat> find(String name) {
    String normal = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(format -> format.name().equals(normal)).findFirst();
  }

  /** What messages call it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the columns and their meaning are fixed. */
  boolean isAdapter() {
    return this != CSV && this != JSON_LINES;
  }

  /** A new reader. */
  LogReader reader(Reading reading) {
    return switch (this) {
      case CSV -> new CsvLogReader(reading);
      case JSON_LINES -> new JsonLinesLogReader(reading);
      case TWITTER_CARE -> new TwitterCareAdapter();
      case STACKEXCHANGE -> new StackExchangeAdapter();
      case BLOG_THREAD -> new BlogThreadAdapter();
    };
  }
}
