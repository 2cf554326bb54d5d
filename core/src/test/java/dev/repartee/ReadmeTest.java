package dev.repartee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;

/** Types what the README shows into JShell, as a reader would, and looks at what it echoes. */
class ReadmeTest {
  static final String IMPORTS =
      """
      import dev.repartee.apath.*;
      import dev.repartee.buzz.*;
      import dev.repartee.dialogue.*;
      import dev.repartee.exchange.*;
      import dev.repartee.funnel.*;
      import dev.repartee.log.*;
      import dev.repartee.measure.*;
      import dev.repartee.model.*;
      import dev.repartee.person.*;
      import dev.repartee.response.*;
      import dev.repartee.stats.*;
      import dev.repartee.ties.*;
      import static dev.repartee.model.Sentiment.*;
      """;

  /** Types into JShell, with the class path of this test, and returns all that it prints. */
  static String type(String lines) throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      JavaShellToolBuilder.builder()
          .in(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), null)
          .out(out)
          .err(out)
          .persistence(new HashMap<>())
          .run("--class-path", classPath);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains("Error:") || text.contains("Exception"), text);
    return text;
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "README.md"));
  }

  private static List<String> blocks(String text, String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** JShell takes a finished line as the whole, so lines that begin with a dot are joined. */
  private static String joined(String block) {
    return block.replaceAll("\n +\\.", ".");
  }

  private static void assertEchoes(String block, String printed) {
    List<String> promised =
        Pattern.compile("^// (.+ ==> .+)$", Pattern.MULTILINE)
            .matcher(block)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertFalse(promised.isEmpty());
    for (String echo : promised) {
      assertTrue(printed.contains(echo), () -> echo + "\nis not in\n" + printed);
    }
  }

  @Test
  void theJavaExamplesEchoWhatTheySay() throws Exception {
    List<String> blocks = blocks(readme(), "java");
    assertEquals(2, blocks.size());
    String all = String.join("\n", blocks);
    assertEchoes(all, type(IMPORTS + joined(all)));
  }

  @Test
  void theTenLinesPasteAsTheyAre() throws Exception {
    String block = blocks(readme(), "java").get(0);
    assertEchoes(block, type(block));
  }

  @Test
  void theJShellRecipeWorksWhenPasted() throws Exception {
    String printed = type(blocks(readme(), "jshell").get(0));
    assertTrue(printed.contains("log ==> log: 2 messages, 1 act, 1 conversation"), printed);
    assertTrue(
        printed.contains("response ==> response each turn: median 42 min, 1/1 answered"), printed);
    assertTrue(printed.contains("path ==> a-path: 1 person"), printed);
    assertTrue(printed.contains("AUDIENCE"), printed);
  }

  @Test
  void everyEchoBeginsWithAHeadline() throws Exception {
    String printed =
        type(
            IMPORTS
                + joined(blocks(readme(), "java").get(0))
                + """
                log.measure(Dialogue.standard().by(Dimension.CHANNEL.and(Dimension.month(ZoneId.of("Pacific/Auckland")))))
                log.measure(APath.standard())
                log.measure(Measures.of(ResponseTime.eachTurn(), Dialogue.standard()))
                log.measure(Counts.ofMessages("by members", row -> row.isMember()))
                log.audit()
                log.directory()
                EngagementLog.builder(directory)
                EngagementLog.builder(directory).appender()
                response.curve()
                response.median()
                response.answeredLatencies()
                response.within(Duration.ofHours(1))
                response.answeredSoFar()
                response.origin()
                ResponseTime.firstResponse().directRepliesOnly().by(Dimension.CHANNEL)
                Act.of(ActKind.SHARE, "zak", "2009-08-01T00:00:00Z").on("p1")
                """
                    .replace("ZoneId", "java.time.ZoneId")
                    .replace("Duration.of", "java.time.Duration.of"));
    List<String> echoes =
        Pattern.compile("^(?:jshell> *)*[\\w$]+ ==> (.*)$", Pattern.MULTILINE)
            .matcher(printed)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertTrue(echoes.size() >= 20, printed);
    for (String echo : echoes) {
      assertTrue(echo.length() <= 49, () -> echo + " is longer than a headline");
      assertFalse(echo.matches(".*@[0-9a-f]{6,}.*"), () -> echo + " is nothing to read");
    }
  }
}
