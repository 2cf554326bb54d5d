package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Facts.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The page of the names of statistics, which are an interface: whoever changes one changes the
 * page. It is written anew with {@code mvn -pl core test -Dtest=FactNamesTest
 * -Drepartee.write=true}.
 */
class FactNamesTest {
  private static final Path PAGE = Path.of("docs/facts.md");

  @Test
  void thePageHasAllNames() throws IOException {
    String page = page();
    if (Boolean.getBoolean("repartee.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page);
  }

  private static String page() {
    Map<String, Map<String, Fact>> byMeasure = new TreeMap<>();
    for (Measure<?> measure : BytesTest.measures()) {
      for (Fact fact : BytesTest.LOG.measure(measure).facts()) {
        if (!(measure instanceof KeyedMeasure) && !(measure instanceof Measures)) {
          byMeasure
              .computeIfAbsent(name(measure), name -> new LinkedHashMap<>())
              .putIfAbsent(fact.statistic(), fact);
        }
      }
    }
    StringBuilder page =
        new StringBuilder(
            """
            # The names of facts

            Every summary says what it found as rows (`summary.facts()`): the names below, with what they count. Names do not change
            within a major version; new ones may be added. A name is the same whatever the data is; what the data brings, such as a
            channel or a department, is in the key of a row. Rows have an interval of level 0.95 wherever one can be given, a share has
            its counts, and a number that is not there has a state that says why: `NO_DATA`, `NOT_REACHED`, `TOO_SHORT`,
            `NOT_OBSERVED` or `NOT_DEFINED`. Times are milliseconds, shares fractions of 1.

            Names that depend on options, such as the steps of a funnel or the times of a target, are shown for one choice of them.
            """);
    byMeasure.forEach((name, facts) -> page.append(section(name, facts)));
    return page.toString();
  }

  private static String name(Measure<?> measure) {
    Class<?> type = measure.getClass();
    Class<?> owner = type.getEnclosingClass();
    // A measure that is a lambda goes by who makes it.
    String name = owner == null ? type.getSimpleName() : owner.getSimpleName();
    return name.replaceFirst("\\$\\$Lambda.*", "");
  }

  private static String section(String name, Map<String, Fact> facts) {
    StringBuilder section = new StringBuilder("\n## " + name + "\n\n");
    section.append("| statistic | unit | by |\n|---|---|---|\n");
    facts.forEach(
        (statistic, fact) -> {
          Set<String> keys = new TreeSet<>(fact.key().keySet());
          section
              .append("| `")
              .append(statistic)
              .append("` | ")
              .append(fact.unit().name().toLowerCase(Locale.ROOT))
              .append(" | ")
              .append(String.join(", ", keys))
              .append(" |\n");
        });
    return section.toString();
  }
}
