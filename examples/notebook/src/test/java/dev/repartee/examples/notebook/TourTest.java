package dev.repartee.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.Test;

/** Types the tour into JShell, cell by cell, and looks at what it echoes. */
class TourTest {
  private static final String ECHO = "// ==> ";

  private static JShell shell(PrintStream out) {
    JShell shell = JShell.builder().out(out).err(out).executionEngine("local").build();
    shell.addToClasspath(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return shell;
  }

  /** Types lines; returns what JShell would echo, a line for each value. */
  private static List<String> type(JShell shell, String source) {
    List<String> echoes = new ArrayList<>();
    StringBuilder typed = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      typed.append(line).append('\n');
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(typed.toString());
      if (info.completeness().isComplete()) {
        evaluate(shell, info.source(), echoes);
        typed.setLength(0);
      }
    }
    assertTrue(typed.toString().isBlank(), () -> typed + " goes on");
    return echoes;
  }

  private static void evaluate(JShell shell, String snippet, List<String> echoes) {
    for (SnippetEvent event : shell.eval(snippet)) {
      assertEquals(Snippet.Status.VALID, event.status(), snippet);
      assertEquals(null, event.exception(), snippet);
      boolean isValue =
          event.snippet() instanceof VarSnippet || event.snippet() instanceof ExpressionSnippet;
      if (isValue && event.value() != null) {
        echoes.add(event.value().lines().findFirst().orElse(""));
      }
    }
  }

  @Test
  void everyCellRunsAndEchoesWhatTheTourSays() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<String> promised =
        Tour.script("tour.jsh")
            .lines()
            .filter(l -> l.startsWith(ECHO))
            .map(l -> l.substring(ECHO.length()))
            .toList();
    List<String> echoed = new ArrayList<>();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        JShell shell = shell(out)) {
      type(shell, Tour.script("repartee.jsh"));
      for (Tour.Cell cell : Tour.cells()) {
        if (cell.isCode()) {
          echoed.addAll(type(shell, cell.source()));
        }
      }
    }
    assertEquals(String.join("\n", promised), String.join("\n", echoed));
    for (String echo : echoed) {
      assertTrue(echo.length() <= 60, () -> echo + " is too long to be echoed whole");
    }
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
