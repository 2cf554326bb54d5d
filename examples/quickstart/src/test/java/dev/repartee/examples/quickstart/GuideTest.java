package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide's page about the program tells the truth: it names every option, and what it shows is
 * what the program prints. The guide quotes the files in {@code docs}, which {@code core} checks.
 */
class GuideTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path PAGE = Path.of("../../core/docs/guide/program.md");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern IN_HELP = Pattern.compile("(?m)^ {2,8}(?:-\\w, )?(--[a-z][a-z-]*)");

  @TempDir private Path folder;

  private static String[] talk(String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(DOCS.resolve("talk.csv").toString(), "--organization=Acme"));
    all.add("--members=acme_care:Support");
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private static Set<String> options(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every option of the help stands in a row of the tables, and no other does. */
  @Test
  void thePageNamesEveryOption() throws IOException {
    String rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `--"))
            .collect(Collectors.joining("\n"));
    Set<String> inHelp =
        IN_HELP
            .matcher(CommandLineRun.of("--help").out())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertTrue(inHelp.size() > 60, () -> "only " + inHelp);
    assertEquals(inHelp, options(rows));
  }

  @Test
  void theReportIsWhatIsPrinted() throws IOException {
    CommandLineRun run = CommandLineRun.of(talk("--as-of=2026-01-20T00:00:00Z"));

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        Files.readString(DOCS.resolve("report.txt")),
        run.out().replace(DOCS.resolve("talk.csv").toString(), "talk.csv"));
  }

  @Test
  void theFactsAreThoseOfTheFile() throws IOException {
    Path facts = folder.resolve("week.csv");
    CommandLineRun run =
        CommandLineRun.of(
            talk(
                "--as-of=2026-01-14T00:00:00Z", "--last=week", "--by=channel", "--facts=" + facts));

    assertEquals(0, run.exitCode(), run.err());
    List<String> written = Files.readAllLines(facts);
    List<String> shown = Files.readAllLines(DOCS.resolve("week.csv"));
    assertEquals(5, shown.size());
    assertEquals(List.of(), shown.stream().filter(line -> !written.contains(line)).toList());
  }

  @Test
  void thePageAboutTheCultureBeginsAsShown() throws IOException {
    String page = CommandLineRun.of("--culture").out();

    String shown = Files.readString(DOCS.resolve("page.txt"));
    assertTrue(shown.startsWith("IN SHORT"), shown);
    assertTrue(page.contains(shown), page);
  }

  @Test
  void theHelpNamesTheRecipes() {
    String help = CommandLineRun.of("--help").out();

    assertTrue(help.contains("  appstore, "), help);
    assertTrue(help.contains("zendesk"), help);
  }
}
