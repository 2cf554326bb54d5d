package dev.repartee.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.repartee.live.LiveLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LiveServiceTest {
  private static final String NOW = "2026-03-01T00:00:00Z";
  private static final int ROWS = 5_500;

  @TempDir private Path folder;

  /** Questions and answers, a broken line, and one that comes too late. */
  private static List<String> lines() {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>();
    Instant at = Instant.parse("2026-01-05T00:00:00Z");
    for (int i = 0; i < ROWS - 2; i++) {
      at = at.plusSeconds(random.nextInt(1_700));
      boolean isAnswer = i > 20 && random.nextInt(2) == 0;
      lines.add(
          "{\"id\":\"m%d\",\"author\":\"%s\",\"at\":\"%s\",\"channel\":\"%s\"%s}"
              .formatted(
                  i,
                  isAnswer ? "care" : "person " + random.nextInt(400),
                  at,
                  random.nextBoolean() ? "chat" : "mail",
                  isAnswer ? ",\"parent\":\"m" + (i - 1 - random.nextInt(20)) + "\"" : ""));
    }
    lines.add("{\"id\":");
    lines.add(
        "{\"id\":\"late\",\"author\":\"care\",\"at\":\"2026-01-05T00:00:00Z\","
            + "\"parent\":\"m25\"}");
    return lines;
  }

  /** The service as a process of its own. */
  private record Running(Process process, BufferedReader out, int port) implements AutoCloseable {
    static Running start(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LiveService.class.getName(),
                  folder.resolve("rows.jsonl").toString(),
                  folder.resolve("snapshot.bin").toString(),
                  "0",
                  "Acme",
                  "care",
                  NOW)
              .redirectErrorStream(true)
              .start();
      BufferedReader out = process.inputReader(UTF_8);
      String line = out.readLine();
      assertTrue(line != null && line.startsWith("listening on "), line);
      return new Running(process, out, Integer.parseInt(line.replaceAll(".* on (\\d+),.*", "$1")));
    }

    String get(String path) throws IOException, InterruptedException {
      URI uri = URI.create("http://localhost:" + port + path);
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode());
      return response.body();
    }

    JsonNode waiting() throws IOException, InterruptedException {
      return new ObjectMapper().readTree(get("/waiting"));
    }

    void awaitRow(int row) throws IOException, InterruptedException {
      while (waiting().path("offered").asInt() < row) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  private static void append(Path rows, List<String> lines) throws IOException {
    Files.write(rows, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  @Timeout(240)
  void itIsKilledAndGoesOn() throws Exception {
    Path rows = folder.resolve("rows.jsonl");
    List<String> lines = lines();
    append(rows, lines.subList(0, 2_300));
    try (Running first = Running.start(folder)) {
      first.awaitRow(2_300);
    }
    append(rows, lines.subList(2_300, 4_000));
    try (Running second = Running.start(folder)) {
      // Killed at once, in whatever it is doing.
      assertTrue(second.process.isAlive());
    }
    append(rows, lines.subList(4_000, lines.size()));
    LiveLog never = LiveService.builder(LiveService.directory("Acme", "care")).build();
    for (int i = 0; i < lines.size(); i++) {
      JsonRow.offer(lines.get(i).getBytes(UTF_8), never.appender());
      if (never.offered() % 1_000 == 0) {
        never.retire(Instant.parse(NOW));
      }
    }
    assertEquals(ROWS, never.offered());
    assertTrue(never.late() >= 1 && never.retired() > 100, never::toString);
    try (Running third = Running.start(folder)) {
      third.awaitRow(ROWS);
      JsonNode waiting = third.waiting();
      assertEquals(never.waiting(NOW).count(), waiting.path("waiting").asLong());
      assertEquals(
          never.waiting(NOW).longest(1).get(0).message(),
          waiting.path("longest").path(0).path("message").asText());
      assertEquals(
          new ObjectMapper().writeValueAsString(never.measure(LiveService.measure(), NOW).toMap()),
          third.get("/facts"));
      assertTrue(third.get("/metrics").contains("repartee.live.offered{} " + ROWS + ".0"));
      assertTrue(third.get("/metrics").contains("repartee.answered{"));
      assertTrue(third.get("/").contains("Who waits"));
    }
  }
}
