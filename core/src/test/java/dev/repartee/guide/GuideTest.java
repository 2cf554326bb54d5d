package dev.repartee.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The guide tells the truth: its code gives what is shown, its numbers and sums are found in what
 * the code gives, its pictures are drawn from it, its links lead somewhere, and no public measure
 * is without a page.
 */
@Tag("large")
class GuideTest {
  private static final Path METRICS = GuidePage.GUIDE.resolve("metrics");
  private static final Path PICTURES = GuidePage.GUIDE.resolve("pictures");
  private static final Pattern QUOTED = Pattern.compile("<!-- from (\\S+) -->");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern CALL = Pattern.compile("(?:\\b([A-Z]\\w+)\\.)?\\b([a-z]\\w+)\\(");
  private static final Pattern SAID = Pattern.compile("<!-- in (\\S+): (.*?) -->", Pattern.DOTALL);
  private static final String IN_CODE = "**In code:** ";

  /** What every page of a metric says, under these headings and in this order. */
  private static final List<String> SECTIONS =
      List.of(
          "what-counts",
          "formula",
          "worked-example",
          "how-to-read-it",
          "how-it-misleads",
          "in-other-tools");

  private static Stream<DynamicTest> eachPage(List<GuidePage> pages, PageCheck check) {
    return pages.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> check.look(page)));
  }

  private interface PageCheck {
    void look(GuidePage page) throws IOException;
  }

  private static List<GuidePage> metricPages() {
    return GuidePage.below(METRICS);
  }

  @TestFactory
  Stream<DynamicTest> theCodeGivesWhatIsShown() {
    return eachPage(
        GuidePage.ofGuide(),
        page -> {
          List<String> given = GuideRun.of(page).written();
          for (int i = 0; i < Math.min(given.size(), page.lines().size()); i++) {
            assertEquals(given.get(i), page.lines().get(i));
          }
          assertEquals(given.size(), page.lines().size());
        });
  }

  /** What is not Java is quoted from a file that is tested or used. */
  @TestFactory
  Stream<DynamicTest> otherBlocksAreQuotedFromTheRepository() {
    return eachPage(GuidePage.ofGuide(), GuideTest::checkQuotes);
  }

  private static void checkQuotes(GuidePage page) throws IOException {
    List<GuidePage.Block> blocks = page.blocks();
    Set<GuidePage.Block> shown =
        blocks.stream()
            .flatMap(block -> page.shownBelow(block).stream())
            .collect(Collectors.toSet());
    for (GuidePage.Block block : blocks) {
      if (block.language().equals("sh")) {
        checkOptions(page.text(block));
      } else if (!block.language().equals("java") && !shown.contains(block)) {
        String before = page.lines().get(Math.max(0, block.start() - 2));
        var quoted = QUOTED.matcher(before);
        assertTrue(quoted.matches(), () -> "from which file is this? " + page.text(block));
        String source = squeezed(Files.readString(GuidePage.ROOT.resolve(quoted.group(1))));
        assertTrue(source.contains(squeezed(page.text(block))), () -> page.text(block));
      }
    }
  }

  /** What a command says exists: each of its options is declared by the quickstart. */
  private static void checkOptions(String command) throws IOException {
    Path sources = GuidePage.ROOT.resolve("examples/quickstart/src/main/java");
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    List<String> options = OPTION.matcher(command).results().map(MatchResult::group).toList();
    assertFalse(options.isEmpty(), command);
    for (String option : options) {
      assertTrue(code.indexOf('"' + option + '"') >= 0, () -> option + " in " + command);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /**
   * A number written as code stands in a block of the page, or is the result of a sum beside it.
   */
  @TestFactory
  Stream<DynamicTest> numbersAreFoundInWhatTheCodeGives() {
    return eachPage(
        GuidePage.ofGuide(),
        page -> {
          String code = squeezed(page.code());
          for (String inline : page.inlineCode()) {
            if (Arithmetic.isSum(inline)) {
              assertTrue(Arithmetic.holds(inline), inline);
            } else if (inline.matches("-?[0-9].*")) {
              assertTrue(code.contains(squeezed(inline)), () -> inline + " is in no block");
            }
          }
        });
  }

  /** What looks like a method of the library within a sentence is one. */
  @TestFactory
  Stream<DynamicTest> methodsNamedInSentencesExist() {
    return eachPage(
        GuidePage.ofGuide(),
        page -> {
          for (String inline : page.inlineCode()) {
            for (MatchResult call : CALL.matcher(inline).results().toList()) {
              assertTrue(PublicApi.has(call.group(1), call.group(2)), inline);
            }
          }
        });
  }

  /**
   * A number of another page or of a comment still stands there: {@code <!-- in FILE: TEXT -->}.
   */
  @TestFactory
  Stream<DynamicTest> numbersOfOtherPagesStillStandThere() {
    return eachPage(
        GuidePage.ofGuide(),
        page -> {
          for (MatchResult said : SAID.matcher(page.prose()).results().toList()) {
            String source = Files.readString(GuidePage.ROOT.resolve(said.group(1)));
            assertTrue(squeezed(source).contains(squeezed(said.group(2))), said.group());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return eachPage(GuidePage.below(GuidePage.ROOT), GuideTest::checkLinks);
  }

  private static void checkLinks(GuidePage page) {
    for (String link : page.links()) {
      if (URI.create(link).getScheme() == null) {
        String[] parts = link.split("#", 2);
        Path target =
            parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]).normalize();
        assertTrue(Files.exists(target), () -> link + " leads nowhere");
        if (parts.length == 2 && target.toString().endsWith(".md")) {
          List<String> anchors = GuidePage.read(target).anchors();
          assertTrue(anchors.contains(parts[1]), () -> link + " is none of " + anchors);
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> picturesAreDrawnFromThePage() {
    return eachPage(
        GuidePage.ofGuide(),
        page -> {
          for (String picture : GuidePictures.on(page)) {
            assertEquals(
                GuidePictures.draw(picture, GuideRun.of(page)),
                Files.readString(PICTURES.resolve(picture + ".svg")),
                picture);
          }
        });
  }

  @Test
  void everyPictureIsOnAPage() throws IOException {
    Set<String> shown =
        GuidePage.ofGuide().stream()
            .flatMap(page -> GuidePictures.on(page).stream())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString().replace(".svg", ""))
              .collect(Collectors.toSet()),
          shown);
    }
    assertEquals(GuidePictures.names(), shown);
  }

  @TestFactory
  Stream<DynamicTest> everyMetricPageHasAllSections() {
    return eachPage(
        metricPages(),
        page -> {
          List<String> anchors = new ArrayList<>(page.anchors());
          anchors.retainAll(SECTIONS);
          assertEquals(SECTIONS, anchors);
          assertFalse(GuidePictures.on(page).isEmpty(), "a page without a picture");
          assertFalse(factories(page).isEmpty(), () -> "a page without " + IN_CODE);
        });
  }

  private static List<String> factories(GuidePage page) {
    return page.lines().stream()
        .filter(line -> line.startsWith(IN_CODE))
        .flatMap(line -> Pattern.compile("`(\\w+\\.\\w+)\\(").matcher(line).results())
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void everyPublicMeasureHasOnePage() throws Exception {
    List<String> described =
        metricPages().stream().flatMap(page -> factories(page).stream()).toList();
    assertEquals(described.size(), Set.copyOf(described).size(), () -> "twice in " + described);
    Set<String> missing = PublicApi.measureFactories();
    assertTrue(missing.size() > 40, () -> "only " + missing);
    missing.removeAll(described);
    assertEquals(Set.of(), missing);
  }

  @Test
  void theFirstPageLeadsToAllOthers() {
    GuidePage first = GuidePage.read(GuidePage.GUIDE.resolve("README.md"));
    Set<Path> linked =
        first.links().stream()
            .map(link -> first.path().resolveSibling(link.split("#", 2)[0]).normalize())
            .collect(Collectors.toSet());
    for (GuidePage page : GuidePage.ofGuide()) {
      boolean isFirst = page.path().equals(first.path());
      assertTrue(isFirst || linked.contains(page.path()), () -> "no link to " + page.name());
    }
  }

  /** Look at what has changed before you commit it. */
  @Test
  @EnabledIfSystemProperty(named = "repartee.guide", matches = "write")
  void writesAllPagesAnew() throws IOException {
    GuideTool.write(".md");
  }

  @Test
  void sumsAreRead() {
    assertTrue(Arithmetic.isSum("(30 + 120) / 2 = 75 min"));
    assertTrue(Arithmetic.holds("(30 + 120) / 2 = 75 min"));
    assertTrue(Arithmetic.holds("1 - 2 × sqrt(0.25) = 0"));
    assertTrue(Arithmetic.holds("2 / 3 = 67 %"));
    assertTrue(Arithmetic.holds("2 ^ 3 - -1 = 9"));
    assertFalse(Arithmetic.holds("2 / 3 = 0.66"));
    assertFalse(Arithmetic.isSum("within(d) = 1 - S(d)"));
  }
}
