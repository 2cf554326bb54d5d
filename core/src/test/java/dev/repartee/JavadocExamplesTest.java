package dev.repartee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs every example of the javadoc, so that none names what is not there or throws. */
@Tag("large")
class JavadocExamplesTest {
  /** An example may declare anew what an earlier one declared. */
  private static final Set<Snippet.Status> FINE =
      Set.of(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?)\n[ *]*}</pre>", Pattern.DOTALL);

  /** What an example may take for granted. */
  private static final String GIVEN =
      """
      import dev.repartee.apath.*;
      import dev.repartee.structure.*;
      import dev.repartee.internal.hash.*;
      import dev.repartee.internal.math.*;
      import dev.repartee.internal.stats.*;
      import dev.repartee.internal.tally.*;
      import dev.repartee.internal.exchange.*;
      import dev.repartee.internal.time.*;
      import dev.repartee.internal.walk.*;
      import dev.repartee.buzz.*;
      import dev.repartee.breadth.*;
      import dev.repartee.change.*;
      import dev.repartee.consistency.*;
      import dev.repartee.dialogue.*;
      import dev.repartee.exchange.*;
      import dev.repartee.funnel.*;
      import dev.repartee.live.*;
      import dev.repartee.log.*;
      import dev.repartee.measure.*;
      import dev.repartee.model.*;
      import dev.repartee.person.*;
      import dev.repartee.openness.*;
      import dev.repartee.promise.*;
      import dev.repartee.participation.*;
      import dev.repartee.resolution.*;
      import dev.repartee.response.*;
      import dev.repartee.scorecard.*;
      import dev.repartee.stats.*;
      import dev.repartee.ties.*;
      import dev.repartee.text.*;
      import java.time.*;
      import java.util.*;
      import java.util.stream.*;
      import static dev.repartee.model.Sentiment.*;
      Directory directory = Directory.builder().organization("Acme", acme -> acme.member("acme_care", "Support")).build();
      EngagementLog log = EngagementLog.builder(directory).asOf("2026-03-01T00:00:00Z").add(Post.of("p1", "carl", "2026-01-05T09:00:00Z").channel("twitter")).add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1")).add(Act.of(ActKind.SHARE, "carl", "2026-01-06T09:00:00Z")).add(Act.of(ActKind.FOLLOW, "carl", "2026-01-06T09:00:00Z")).build();
      EngagementLog.Builder builder = EngagementLog.builder(directory);
      long millis = 1_767_603_600_000L;
      ZoneId zone = ZoneId.of("Pacific/Auckland");
      SurvivalCurve curve = SurvivalCurve.builder().event(1).censored(2).build();
      class Weekend implements Tally<Weekend> { long onWeekend; long messages; public void add(Weekend other) { } public void write(java.io.DataOutput out) { } public void read(Input in) { } static void sweep(Slice slice, Split<Weekend> split) { } }
      class WeekendSummary extends Summary.Backed<WeekendSummary> { WeekendSummary(Evidence<Groups<Weekend>> evidence) { super(evidence, WeekendSummary::new); } public Facts facts() { return Facts.of(origin()).build(); } }
      """;

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
    List<DynamicTest> tests = files.stream().flatMap(JavadocExamplesTest::examples).toList();
    assertTrue(tests.size() > 30, () -> tests.size() + " examples");
    return tests.stream();
  }

  private static Stream<DynamicTest> examples(Path file) {
    try {
      Matcher example = EXAMPLE.matcher(Files.readString(file));
      String name = SOURCES.relativize(file).toString();
      return example
          .results()
          .map(found -> found.group(1).replaceAll("(?m)^\\s*\\* ?", ""))
          .map(code -> DynamicTest.dynamicTest(name, () -> run(code)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String code) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      shell.addToClasspath(classPath);
      evaluate(shell, GIVEN);
      evaluate(shell, code);
    }
  }

  /** Statement by statement; lines that begin with a dot go on, which JShell would not know. */
  private static void evaluate(JShell shell, String code) {
    String rest = code.replaceAll("(?m) *//.*$", "").replaceAll("\n +\\.", ".");
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = next.source() == null ? rest : next.source();
      for (SnippetEvent event : shell.eval(source)) {
        assertTrue(
            FINE.contains(event.status()) && event.exception() == null,
            () -> source + "\n" + event + "\n" + problems(shell, event.snippet()));
      }
      rest = next.source() == null ? "" : next.remaining();
    }
  }

  private static List<String> problems(JShell shell, Snippet snippet) {
    return shell.diagnostics(snippet).map(d -> d.getMessage(Locale.ROOT)).toList();
  }
}
