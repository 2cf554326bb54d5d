package dev.repartee.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks that nothing is written over what is read, nor over what is written. */
final class Overwriting {
  private Overwriting() {}

  /**
   * Throws where a file to be written is one that is read, or would be read the next time.
   *
   * @param option which names the file
   * @param file the file to be written, if any
   * @param export what is read, if anything
   * @param files other files that are read
   */
  static void check(String option, @Nullable Path file, @Nullable Path export, List<Path> files)
      throws IOException {
    if (file == null) {
      return;
    }
    Path written = real(file);
    for (Path read : files) {
      if (Files.exists(read) && read.toRealPath().equals(written)) {
        throw refusal(option, file);
      }
    }
    if (export != null && Files.exists(export)) {
      Path read = export.toRealPath();
      // A page in the folder that is read is no export, and may be written again.
      boolean isPage = written.toString().endsWith(".html");
      if (written.equals(read)
          || (Files.isDirectory(read) && written.startsWith(read) && !isPage)) {
        throw refusal(option, file);
      }
    } else if (export != null && isOf(export, file)) {
      throw refusal(option, file);
    }
  }

  /** Whether a file is one of those that a pattern names. */
  private static boolean isOf(Path pattern, Path file) {
    try {
      return pattern
          .getFileSystem()
          .getPathMatcher("glob:" + pattern.toAbsolutePath().normalize())
          .matches(file.toAbsolutePath().normalize());
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Throws where two of the files to be written are one. */
  static void checkEach(@Nullable Path html, @Nullable Path facts, @Nullable Path watch)
      throws IOException {
    Map<Path, String> options = new HashMap<>();
    add(options, "--html", html);
    add(options, "--facts", facts);
    add(options, "--watch", watch);
  }

  private static void add(Map<Path, String> options, String option, @Nullable Path file)
      throws IOException {
    String other = file == null ? null : options.putIfAbsent(real(file), option);
    if (other != null) {
      throw new IllegalArgumentException(
          option + " (" + file + ") is the file of " + other + " too; name another");
    }
  }

  private static Path real(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return folder == null || !Files.exists(folder)
        ? whole
        : folder.toRealPath().resolve(whole.getFileName());
  }

  private static IllegalArgumentException refusal(String option, Path file) {
    return new IllegalArgumentException(
        option + " (" + file + ") is a file that is read, and would be lost; name another");
  }
}
