package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.model.ActKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide says of columns and kinds is what is recognised. */
class GuideTablesTest {
  private static final Path PAGE = Path.of("../../core/docs/guide/program.md");

  /** The rows of the table below a heading, without its head, cell by cell. */
  private static List<String[]> table(String heading) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
        .toList();
  }

  private static List<String> words(String cell) {
    return Arrays.asList(cell.split("[,;] ", -1));
  }

  @Test
  void usualNamesOfEachColumn() throws IOException {
    List<String[]> rows = table("Column names that are recognised");

    assertEquals(Field.values().length, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Field field = Field.values()[i];
      assertEquals("`--" + field.optionName() + "`", rows.get(i)[0]);
      String names = String.join(", ", field.usualNames());
      assertEquals(names, rows.get(i)[1].replaceFirst("( \\(|;).*$", ""));
    }
  }

  @Test
  void wordsOfEachKind() throws IOException {
    Translations known = new Translations();
    List<String[]> rows = table("Kinds of rows");
    Set<String> named = new TreeSet<>();
    for (String[] row : rows) {
      List<String> kinds = words(row[0]);
      for (String word : row[1].equals("the word itself") ? kinds : words(row[1])) {
        assertTrue(known.isKind(word), word);
        String kind = known.act(word).map(ActKind::name).orElse("MESSAGE").toLowerCase(Locale.ROOT);
        assertTrue(kinds.contains(kind), word + " is a " + kind);
        named.add(kind);
      }
    }

    assertEquals(
        Stream.concat(
                Stream.of("message"),
                Arrays.stream(ActKind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)))
            .sorted()
            .toList(),
        List.copyOf(named));
  }
}
