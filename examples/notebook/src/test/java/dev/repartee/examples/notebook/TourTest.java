package dev.repartee.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;

/** Runs the tour as a notebook and as a script, and looks at what it prints. */
class TourTest {
  private static final String ECHO = "// ==> ";

  /** The notebook shows pictures in its own way, in place of what the startup file says. */
  private static final Set<Snippet.Status> FINE =
      EnumSet.of(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);

  /** Something that may fail. */
  private interface Run {
    void run() throws Exception;
  }

  /** What is printed meanwhile: what runs in this process prints where the process does. */
  private static String printed(Run run) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      run.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /**
   * Evaluates a cell as the Jupyter kernels for Java do: statement by statement, and nothing may be
   * left over. Lines without a semicolon run into the next ones, and are refused.
   */
  private static void evaluate(JShell shell, String cell) {
    CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(cell);
    while (next.completeness().isComplete()) {
      for (SnippetEvent event : shell.eval(next.source())) {
        assertTrue(FINE.contains(event.status()), next.source());
        assertEquals(null, event.exception(), next.source());
      }
      next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
    }
    assertEquals(Completeness.EMPTY, next.completeness(), () -> "left over of " + cell);
  }

  /** The first lines of what the tour prints, in its order, stand in it. */
  private static void assertPrinted(String printed) throws IOException {
    List<String> promised =
        Tour.script("tour.jsh")
            .lines()
            .filter(l -> l.startsWith(ECHO))
            .map(l -> l.substring(ECHO.length()))
            .toList();
    List<String> lines = printed.lines().toList();
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      if (found.size() < promised.size() && line.equals(promised.get(found.size()))) {
        found.add(line);
      }
    }
    assertEquals(String.join("\n", promised), String.join("\n", found), printed);
  }

  @Test
  void everyCellOfTheNotebookRunsAsAKernelEvaluatesIt() throws Exception {
    String printed =
        printed(
            () -> {
              try (JShell shell = JShell.builder().executionEngine("local").build()) {
                shell.addToClasspath(classPath());
                // What the kernel has.
                evaluate(
                    shell, "void display(Object data, String mime) { System.out.println(mime); }");
                for (Tour.Cell cell : Tour.cellsOf(Path.of("tour.ipynb"))) {
                  if (cell.isCode()) {
                    evaluate(shell, cell.source());
                  }
                }
              }
            });
    assertPrinted(printed);
  }

  /** As {@code /open tour.jsh} does it, which echoes nothing. */
  @Test
  void openingTheTourShowsWhatItComputes() throws Exception {
    String printed =
        printed(
            () ->
                JavaShellToolBuilder.builder()
                    .in(new ByteArrayInputStream("/exit\n".getBytes(StandardCharsets.UTF_8)), null)
                    .persistence(new HashMap<>())
                    .run(
                        "--execution",
                        "local",
                        "--class-path",
                        classPath(),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        "repartee.jsh",
                        "tour.jsh"));
    assertPrinted(printed);
  }

  @Test
  void theNotebookIsTheSameTour() throws IOException {
    Path file = Path.of("tour.ipynb");
    if (Boolean.getBoolean("repartee.notebook")) {
      Tour.writeNotebook(file);
    }
    assertEquals(Tour.notebookCells(), Tour.cellsOf(file));
    assertFalse(Tour.cells().isEmpty());
  }
}
