package dev.repartee.stats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real data with known answers, where the environment says where it is. */
final class TestData {

  private TestData() {}

  /** Returns the rows of a CSV file without quotes, by heading; skips the test without data. */
  static List<Map<String, String>> rows(String path) {
    String root = System.getenv("REPARTEE_DATA");
    assumeTrue(root != null, "REPARTEE_DATA is not set: no real data to compare with");
    try {
      List<String> lines = Files.readAllLines(Path.of(root, path));
      List<String> names = List.of(lines.get(0).split(",", -1));
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          row.put(names.get(i), cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<String, String> row, String name) {
    String text = row.get(name);
    if (text == null) {
      throw new IllegalArgumentException("name (" + name + ") must be one of " + row.keySet());
    }
    return text;
  }

  static double number(Map<String, String> row, String name) {
    String text = text(row, name);
    return text.equals("nan") || text.equals("NaN") || text.equals("NA")
        ? Double.NaN
        : Double.parseDouble(text);
  }

  static long integer(Map<String, String> row, String name) {
    return (long) number(row, name);
  }
}
