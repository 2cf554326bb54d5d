package dev.repartee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts the public types that somebody meets in the first hour: those that the README and the tour
 * of the notebook name in their code. Each further one is a further idea.
 */
class FirstHourTest {
  private static final int MOST = 60;
  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> publicTypes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("internal"))
          .filter(file -> isPublic(name(file), read(file)))
          .map(FirstHourTest::name)
          .collect(Collectors.toSet());
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static boolean isPublic(String name, String source) {
    String type = "^public .*\\b(class|interface|enum|record) " + name + "\\b";
    return Pattern.compile(type, Pattern.MULTILINE).matcher(source).find();
  }

  private static String codeOf(String page) {
    return CODE.matcher(page).results().map(MatchResult::group).collect(Collectors.joining(" "));
  }

  @Test
  void theFirstHourNeedsFewTypes() throws IOException {
    Path notebook = ROOT.resolve("examples").resolve("notebook");
    String code =
        String.join(
            "\n",
            List.of(
                codeOf(read(ROOT.resolve("README.md"))),
                codeOf(read(notebook.resolve("README.md"))),
                read(notebook.resolve("repartee.jsh")),
                read(notebook.resolve("tour.jsh")),
                read(notebook.resolve("tour.ipynb"))));
    Set<String> named = new TreeSet<>(Arrays.asList(code.split("\\W+")));
    named.retainAll(publicTypes());
    assertTrue(named.contains("EngagementLog") && named.contains("Breakdown"), named::toString);
    assertTrue(named.size() <= MOST, () -> named.size() + " types, at most " + MOST + ": " + named);
  }
}
