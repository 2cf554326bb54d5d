package dev.repartee.examples.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static EngagementLog log(String asOf) {
    return EngagementLog.builder(
            Directory.builder().organization("Acme", a -> a.member("care", "Support")).build())
        .asOf(asOf)
        .add(Post.of("1", "ann", "2026-01-05T09:00:00Z").channel("blog"))
        .add(Reply.of("2", "care", "2026-01-05T09:30:00Z").to("1"))
        .add(Post.of("3", "ben", "2026-01-05T10:00:00Z").channel("forum"))
        .build();
  }

  @Test
  void factsAreGauges() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    FactGauges gauges = new FactGauges(registry);
    EngagementLog log = log("2026-01-06T00:00:00Z");
    gauges.show(log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).facts());
    assertEquals(1, registry.get("repartee.answered").tag("key", "blog").gauge().value());
    assertEquals(1, registry.get("repartee.waiting").tag("key", "forum").gauge().value());
    assertEquals(
        1_800_000, registry.get("repartee.wait_median").tag("key", "blog").gauge().value());
    // Nobody on the forum was answered: there is no median, and none is shown.
    assertNull(registry.find("repartee.wait_median").tag("key", "forum").gauge());
    // What is shown later takes the place of what was shown before.
    gauges.show(log.measure(Dialogue.standard()).facts());
    assertNull(registry.find("repartee.answered").gauge());
  }

  @Test
  void answersAreJson() throws Exception {
    EngagementLog log = log("2026-02-06T00:00:00Z");
    try (AnswersServer server = new AnswersServer(new AnswersController(() -> log), 0)) {
      JsonNode answers = get(server, "/answers");
      JsonNode first = answers.path("measures").path(0);
      assertEquals("2026-02-06T00:00:00Z", first.path("as_of").asText());
      // A measure of each channel, and in it the facts.
      assertEquals(2, answers.toString().split("\"answered_so_far\"", -1).length - 1);
      assertFalse(answers.toString().contains("NaN"));
      JsonNode waiting = get(server, "/waiting");
      assertEquals(1, number(waiting, "waiting"));
      JsonNode unheard = get(server, "/unheard");
      assertEquals(1, number(unheard, "strands_unheard"));
      JsonNode cases =
          StreamSupport.stream(unheard.path("cases").spliterator(), false)
              .filter(one -> "strands_unheard".equals(one.path("statistic").asText()))
              .findFirst()
              .orElseThrow();
      assertEquals("ben", cases.path("worst").path(0).path("person").asText());
    }
  }

  private static long number(JsonNode map, String statistic) {
    return StreamSupport.stream(map.path("measures").path(0).path("facts").spliterator(), false)
        .filter(fact -> statistic.equals(fact.path("statistic").asText()))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asLong();
  }

  private static JsonNode get(AnswersServer server, String path) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    return new ObjectMapper().readTree(response.body());
  }
}
