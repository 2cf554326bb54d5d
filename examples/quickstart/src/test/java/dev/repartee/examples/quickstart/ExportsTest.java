package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports on the command line: how they were understood stands above all numbers. */
class ExportsTest {
  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<String> top(CommandLineRun run) {
    return run.out().lines().limit(10).toList();
  }

  @Test
  void whatMakesNumbersWrongStandsInTheFirstLines() throws Exception {
    String talk =
        file(
            "talk.csv",
            "id,author,at,parent\n1,carl,2026-01-05T09:00Z,\n2,acme,2026-01-05T09:30Z,1\n");
    CommandLineRun run = CommandLineRun.of(talk, "--organization=Acme", "--members=acmee");
    assertEquals(1, run.exitCode());
    String top = String.join(" ", top(run));
    assertTrue(top.contains("DO NOT RELY ON THE NUMBERS BELOW"), top);
    assertTrue(top.contains("nobody of Acme wrote a message"), top);
    run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    CommandLineRun json =
        CommandLineRun.of(talk, "--organization=Acme", "--members=acmee", "--json");
    assertEquals(1, json.exitCode());
    JsonNode data = json.json().at("/data");
    assertEquals("false", data.at("/reliable").asText());
    assertEquals("WRONG", data.at("/problems/0/severity").asText());
    assertEquals("acmee", data.at("/staff/0/account").asText());
    JsonNode right =
        CommandLineRun.of(talk, "--organization=Acme", "--members=acme", "--json").json();
    assertEquals("true", right.at("/data/reliable").asText());
    assertEquals(1, right.at("/data/staff/0/rows").asInt());
  }

  @Test
  void noPageAboutTheCultureAndNoHistoryPassesForRightEither() throws Exception {
    String talk =
        file(
            "culture.csv",
            "id,author,at,parent\n1,carl,2026-01-05T09:00Z,\n2,acme,2026-01-05T09:30Z,1\n");
    String[] misspelt = {"--organization=Acme", "--members=acmee"};
    CommandLineRun culture = CommandLineRun.of(talk, misspelt[0], misspelt[1], "--culture");
    assertEquals(1, culture.exitCode(), culture.err());
    assertTrue(String.join(" ", top(culture)).contains("nobody of Acme wrote a message"));

    Path page = folder.resolve("culture.html");
    CommandLineRun html = CommandLineRun.of(talk, misspelt[0], misspelt[1], "--html=" + page);
    assertEquals(1, html.exitCode(), html.err());
    assertTrue(html.out().contains("DO NOT RELY ON THE NUMBERS BELOW"), html.out());
    String text = Files.readString(page);
    int warning = text.indexOf("Do not rely on the numbers of this page: they are wrong");
    assertTrue(warning > 0 && !text.contains("id=\"letter\""), "and no number");
    assertTrue(text.contains("How the data was read"));

    CommandLineRun person = CommandLineRun.of(talk, misspelt[0], misspelt[1], "--person=carl");
    assertEquals(1, person.exitCode(), person.err());
    assertTrue(person.out().startsWith("DO NOT RELY"), person.out());
    JsonNode json =
        CommandLineRun.of(talk, misspelt[0], misspelt[1], "--person=carl", "--json").json();
    assertEquals("false", json.at("/data/reliable").asText());

    CommandLineRun right = CommandLineRun.of(talk, misspelt[0], "--members=acme", "--html=" + page);
    assertEquals(0, right.exitCode(), right.err());
    assertTrue(!Files.readString(page).contains("role=\"alert\""));
  }

  @Test
  void wholeDaysSayNothingOfHours() throws Exception {
    String talk =
        file("days.csv", "id,author,at,parent\n1,carl,2026-01-05,\n2,acme,2026-01-06,1\n");
    CommandLineRun run =
        CommandLineRun.of(
            talk, "--organization=Acme", "--members=acme", "--zone=UTC", "--including-open");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(String.join(" ", top(run)).contains("times are whole days"), run.out());
    assertTrue(!run.out().contains("answered within 1 h"), run.out());
  }

  @Test
  void aRecipeIsShown() {
    CommandLineRun run = CommandLineRun.of("--format=slack", "--show");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("# Slack"), run.out());
    CommandLineRun none = CommandLineRun.of("--format=slakc", "--show");
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("must be one of slack"), none.err());
    assertEquals(2, CommandLineRun.of("--show").exitCode());
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws Exception {
    String talk =
        file("talk.csv", "id,author,at,parent\n1,a,2026-01-05T09:00Z,\n2,b,2026-01-05T09:30Z,1\n");
    String who = file("who.txt", "organization.Acme = b:Support\n");
    String before = Files.readString(Path.of(talk));
    CommandLineRun run = CommandLineRun.of(talk, "--directory=" + who, "--html=" + talk);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("is a file that is read, and would be lost"), run.err());
    assertEquals(before, Files.readString(Path.of(talk)));
    assertEquals(2, CommandLineRun.of(talk, "--directory=" + who, "--html=" + who).exitCode());
  }
}
