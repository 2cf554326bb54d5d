package dev.repartee.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * Runs the code of a page, block after block, in one JShell, and writes down what it gives.
 *
 * <p>What a statement gives stands behind it as a comment, its first line only; what the last
 * statement of a block gives may stand whole in a block of text below it.
 */
final class GuideRun {
  private static final Pattern SHOWN = Pattern.compile("^(.*?\\S)(\\s+)// (.*)$");
  private static final Pattern PRINTED =
      Pattern.compile("(?s)^System\\.out\\.println\\((.*)\\);?$");
  private static final String HELD = Held.class.getName();
  private static final Map<String, GuideRun> RUNS = new HashMap<>();

  private final GuidePage page;
  private final List<String> written;
  private final JShell shell = JShell.builder().executionEngine("local").build();

  private GuideRun(GuidePage page) {
    this.page = page;
    this.written = new ArrayList<>(page.lines());
    shell.addToClasspath(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    evaluateAll(GuidePage.read(GuidePage.GUIDE.resolve("imports.jsh")).lines());
    List<GuidePage.Block> blocks = page.blocks();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      // Text blocks may grow or shrink as they are written, so lines are replaced from the end.
      if (!blocks.get(i).language().equals("java")) {
        blocks = without(blocks, i);
      }
    }
    List<Optional<String>> shown = new ArrayList<>();
    for (GuidePage.Block block : blocks) {
      shown.add(run(block));
    }
    for (int i = blocks.size() - 1; i >= 0; i--) {
      replaceShown(blocks.get(i), shown.get(i));
    }
  }

  /** Runs a page, once for all who ask. */
  static GuideRun of(GuidePage page) {
    return RUNS.computeIfAbsent(page.name(), name -> new GuideRun(page));
  }

  /** The page as it is with what the code gives in the places of what is written there. */
  List<String> written() {
    return written;
  }

  /** What a variable of the page holds. */
  <T> T get(String variable, Class<T> type) {
    return type.cast(valueOf(variable));
  }

  private static List<GuidePage.Block> without(List<GuidePage.Block> blocks, int index) {
    List<GuidePage.Block> rest = new ArrayList<>(blocks);
    rest.remove(index);
    return rest;
  }

  private void replaceShown(GuidePage.Block block, Optional<String> shown) {
    Optional<GuidePage.Block> text = page.shownBelow(block);
    if (text.isPresent()) {
      List<String> place = written.subList(text.get().start(), text.get().end());
      place.clear();
      place.addAll(shown.orElse("").stripTrailing().lines().map(String::stripTrailing).toList());
    }
  }

  /** Runs a block; gives what its last statement gives, where that is shown below. */
  private Optional<String> run(GuidePage.Block block) {
    boolean isShown = page.shownBelow(block).isPresent();
    Optional<String> last = Optional.empty();
    int line = block.start();
    while (line < block.end()) {
      int end = endOfStatement(line, block.end());
      String source = source(line, end);
      if (!source.isBlank()) {
        Matcher comment = SHOWN.matcher(written.get(end - 1));
        boolean isCommented = comment.matches();
        Optional<String> value = give(source, isCommented || (isShown && end == block.end()));
        if (isCommented) {
          String first = value.orElse("").lines().findFirst().orElse("");
          written.set(end - 1, comment.group(1) + comment.group(2) + "// " + first);
        }
        last = value.isPresent() ? value : last;
      }
      line = end;
    }
    return last;
  }

  /** A statement goes on while it is not finished: that is how JShell takes what is pasted. */
  private int endOfStatement(int start, int end) {
    int next = start + 1;
    while (next < end && isUnfinished(source(start, next))) {
      next++;
    }
    return next;
  }

  private boolean isUnfinished(String source) {
    Completeness completeness = shell.sourceCodeAnalysis().analyzeCompletion(source).completeness();
    return completeness == Completeness.DEFINITELY_INCOMPLETE
        || completeness == Completeness.CONSIDERED_INCOMPLETE;
  }

  private String source(int start, int end) {
    StringBuilder source = new StringBuilder();
    for (String line : written.subList(start, end)) {
      Matcher comment = SHOWN.matcher(line);
      String code = comment.matches() ? comment.group(1) : line;
      source.append(code.strip().startsWith("//") ? "" : code).append('\n');
    }
    return source.toString().strip();
  }

  private Optional<String> give(String source, boolean isAsked) {
    Matcher printed = PRINTED.matcher(source);
    String name = evaluate(printed.matches() ? printed.group(1) : source);
    return isAsked && !name.isEmpty()
        ? Optional.of(String.valueOf(valueOf(name)))
        : Optional.empty();
  }

  private Object valueOf(String variable) {
    evaluate(HELD + ".put(" + variable + ");");
    return Held.take();
  }

  private void evaluateAll(List<String> lines) {
    lines.stream().filter(line -> !line.isBlank()).forEach(this::evaluate);
  }

  /** Evaluates statements, and gives the name under which JShell keeps the last value. */
  private String evaluate(String source) {
    String name = "";
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String statement = next.source() == null ? rest : next.source();
      for (SnippetEvent event : shell.eval(statement)) {
        name = event.causeSnippet() == null ? nameOf(event, statement) : name;
      }
      rest = next.source() == null ? "" : next.remaining();
    }
    return name;
  }

  private String nameOf(SnippetEvent event, String statement) {
    boolean isFine =
        (event.status() == Snippet.Status.VALID && event.exception() == null)
            || event.status() == Snippet.Status.OVERWRITTEN;
    if (!isFine) {
      throw new AssertionError(
          page.name()
              + ": "
              + statement
              + "\n"
              + event.exception()
              + shell.diagnostics(event.snippet()).map(d -> d.getMessage(Locale.ROOT)).toList(),
          event.exception());
    }
    if (event.snippet() instanceof jdk.jshell.VarSnippet variable) {
      return variable.name();
    }
    return event.snippet() instanceof jdk.jshell.ExpressionSnippet expression
        ? expression.name()
        : "";
  }
}
