package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what people ask, from the file to the report. */
class SettledTest {
  private static final String TICKETS =
      """
      ticket_id,id,kind,author,at,rating,assigned_to
      1,1,message,carl,2026-01-05T09:00:00Z,,
      1,,assign,care,2026-01-05T09:10:00Z,,Tech
      1,2,message,care,2026-01-05T11:00:00Z,,
      1,,resolved,care,2026-01-05T13:00:00Z,,
      1,,rate,carl,2026-01-05T14:00:00Z,4,
      1,,reopen,carl,2026-01-06T09:00:00Z,,
      1,,resolve,care,2026-01-07T09:00:00Z,,
      2,3,message,zak,2026-01-05T09:00:00Z,,
      2,,close,zak,2026-01-05T10:00:00Z,,
      2,,rate,zak,2026-01-05T10:30:00Z,very good,
      3,4,message,ann,2026-01-06T09:00:00Z,,
      3,,assign,care,2026-01-06T09:10:00Z,,Tech
      3,,on_hold,care,2026-01-06T09:20:00Z,,
      """;

  @TempDir private Path folder;

  private CommandLineRun run(String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("tickets.csv"), TICKETS);
    String[] arguments = new String[4 + more.length];
    arguments[0] = file.toString();
    arguments[1] = "--organization=Acme";
    arguments[2] = "--members=care:Support";
    arguments[3] = "--as-of=2026-02-01T00:00:00Z";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandLineRun.of(arguments);
  }

  @Test
  void theReportSaysWhatBecameOfIt() throws IOException {
    String report = run().out();
    assertTrue(report.contains("\nSETTLED  what becomes of it?\n"), report);
    assertTrue(report.contains("resolved so far"), report);
    assertTrue(report.matches("(?s).*Tech +0 +1 +0\\n.*"), report);
    assertTrue(
        report.matches("(?s).*resolved without an answer +1 \\(1 withdrawn\\)\\n.*"), report);
    assertTrue(report.contains("ratings (very good) are no whole numbers"), report);
    assertFalse(report.contains("A-PATH"), report);
  }

  @Test
  void programsGetTheNumbers() throws IOException {
    JsonNode settled = run("--json").json().get("settled");
    assertEquals(3, settled.get("strands").asInt());
    assertEquals(2, settled.get("resolved").asInt());
    assertEquals(1, settled.get("reopenings").asInt());
    assertEquals(1, settled.get("resolvedWithoutAnswer").get("successes").asInt());
    assertEquals(4, settled.get("meanRating").get("value").asDouble());
    assertEquals(1, settled.get("backlog").get(0).get("onHold").asInt());
  }

  /** The first ticket waits from 9:10 to 11:00, the third is on hold, and nobody has written. */
  @Test
  void waitsMayBeginWhereAConversationIsHandedOver() throws IOException {
    JsonNode response = run("--clock=after-hand-off", "--json").json().get("response");
    assertEquals(2, response.get("exchanges").asInt());
    assertEquals(1, response.get("answered").asInt());
    assertEquals(1, response.get("waiting").asInt());
    assertEquals(6_600_000, response.get("median").get("millis").asLong());
  }

  @Test
  void onlyALogThatTellsItHasTheSection() throws IOException {
    assertTrue(CommandLineRun.of().out().contains("\nSETTLED  what becomes of it?\n"), "sample");
    Path talk =
        Files.writeString(folder.resolve("talk.csv"), TICKETS.lines().limit(2).toList().toString());
    assertFalse(CommandLineRun.of(talk.toString()).out().contains("SETTLED"));
  }
}
