package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.Export;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code key = value} lines that says once what would else be said with options: {@code
 * id = comment_id}. Keys with a dot are translations: {@code sentiment.negative = bad,angry}.
 */
final class MappingFile {
  private static final String OPTION = "--mapping";

  private final Properties entries;

  private MappingFile(Properties entries) {
    this.entries = entries;
  }

  /**
   * Returns the mapping of a file, or a built-in one.
   *
   * @param name a path, or the name of a built-in mapping such as {@code blog-comments}
   * @throws IOException if there is neither
   */
  static MappingFile load(String name) throws IOException {
    Properties entries = new Properties();
    try (Reader text = open(name)) {
      entries.load(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("mapping (" + name + ") cannot be read: " + e.getMessage(), e);
    }
    return new MappingFile(entries);
  }

  private static Reader open(String name) throws IOException {
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }
    InputStream builtIn =
        MappingFile.class.getResourceAsStream("/mappings/" + file.getFileName() + ".properties");
    if (builtIn == null) {
      throw new IOException("mapping (" + name + ") does not exist");
    }
    return new InputStreamReader(builtIn, StandardCharsets.UTF_8);
  }

  /**
   * Returns arguments with the options of the mapping they name put in front, except those that the
   * arguments give themselves.
   */
  static List<String> expand(String[] arguments) throws IOException {
    List<String> given = Arrays.asList(arguments);
    @Nullable String name = name(given);
    List<String> all = new ArrayList<>();
    if (name != null) {
      Properties entries = load(name).entries;
      for (String key : new TreeSet<>(entries.stringPropertyNames())) {
        String option = "--" + key;
        boolean isGiven =
            given.stream().anyMatch(a -> a.equals(option) || a.startsWith(option + "="));
        if (!key.contains(".") && !isGiven) {
          all.add(option + "=" + entries.getProperty(key).strip());
        }
      }
    }
    all.addAll(given);
    return all;
  }

  private static @Nullable String name(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        return argument.substring(OPTION.length() + 1);
      }
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        return arguments.get(i + 1);
      }
    }
    return null;
  }

  /** Adds the translations of the file. */
  void translate(Export export) {
    for (String key : new TreeSet<>(entries.stringPropertyNames())) {
      if (key.contains(".")) {
        export.translate(key, entries.getProperty(key));
      }
    }
  }
}
