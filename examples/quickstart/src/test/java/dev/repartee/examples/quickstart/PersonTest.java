package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of one person on the command line. */
class PersonTest {
  private static final String TALK =
      """
      id,author,at,parent,channel,sentiment,kind
      p1,carl,2025-01-01T09:00:00Z,,blog,negative,post
      r1,acme_care,2025-01-01T09:42:00Z,p1,blog,,reply
      p2,carl,2025-01-01T10:00:00Z,,chirp,,post
      ,carl,2025-01-01T11:00:00Z,,chirp,,follow
      x,dora,2025-01-02T10:00:00Z,,blog,,post
      """;

  @TempDir private Path folder;

  private CommandLineRun run(String... more) throws IOException {
    String file = Files.writeString(folder.resolve("talk.csv"), TALK).toString();
    List<String> args = new java.util.ArrayList<>();
    args.addAll(List.of(file, "--organization=Acme", "--members=acme_care:Support"));
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(new String[0]));
  }

  @Test
  void aHistoryForPeople() throws Exception {
    CommandLineRun run = run("--person", "carl");
    assertEquals(0, run.exitCode(), run.err());
    for (String text :
        List.of(
            "PERSON  carl\n",
            "as of 2025-01-02 10:00, times of Z\n",
            "2025-01-01 09:00  blog     post    Acme  answered by acme_care after 42 min\n",
            "2025-01-01 10:00  chirp    post    Acme  waiting for 1 d\n",
            "2025-01-01 11:00  chirp    follow  Acme\n",
            "WHO ANSWERS WHOM")) {
      assertTrue(run.out().contains(text), text + " is missing in\n" + run.out());
    }
    for (String line : run.out().split("\n", -1)) {
      assertTrue(line.length() <= 80 && line.equals(line.stripTrailing()), line);
    }
    assertTrue(run("--person=acme_care").out().contains("answers carl"));
    assertTrue(
        run("--person=carl", "--zone=Asia/Kolkata").out().contains("2025-01-01 14:30  blog"));
  }

  @Test
  void aHistoryForPrograms() throws Exception {
    CommandLineRun run = run("--person=carl", "--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals("carl", json.get("person").asText());
    assertEquals(2, json.get("messages").asInt());
    assertEquals(1, json.get("waiting").asInt());
    JsonNode first = json.get("entries").get(0);
    assertEquals("acme_care", first.get("answer").get("by").asText());
    assertEquals(42 * 60_000, first.get("answer").get("afterMillis").asLong());
    assertTrue(first.get("waitingMillis").isNull());
    assertEquals(24 * 3_600_000L, json.get("entries").get(1).get("waitingMillis").asLong());
    assertEquals("ATTRACTION", json.get("stages").get("Acme").asText());
    assertEquals(1, json.get("ties").get(0).get("weight").asInt());
  }

  @Test
  void aMisspeltNameIsHelped() throws Exception {
    CommandLineRun run = run("--person=Karl");
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(
        run.err()
            .contains(
                "person (Karl) must be a name of the directory or an account in the log; similar"
                    + " names: carl"),
        run.err());
  }
}
