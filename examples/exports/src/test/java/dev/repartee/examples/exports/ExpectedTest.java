package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nine exports, to the numbers that an independent program has counted in them. */
class ExpectedTest {
  /** Where an export lies, its recipe, and whom to call staff where it does not tell. */
  private record Kind(String name, String path, String recipe, Optional<String> members) {
    static Kind of(String name, String path) {
      return new Kind(name, path, name, Optional.empty());
    }

    Kind with(String newRecipe, String newMembers) {
      return new Kind(
          name, path, newRecipe, Optional.of(newMembers).filter(list -> !list.isEmpty()));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.of("slack", "slack/anonymized"),
          Kind.of("github", "github/issues"),
          Kind.of("discourse", "discourse"),
          Kind.of("discord", "discord"),
          Kind.of("zendesk_full", "zendesk_full").with("zendesk", ""),
          Kind.of("instagram", "instagram/comments.jsonl").with("instagram", "nike,astonmartinf1"),
          Kind.of("telegram", "telegram/result.json").with("telegram", "user21,Omar"),
          Kind.of("mbox", "mbox/r-package-devel-2015q2.mbox"),
          Kind.of("gplay", "gplay/google_play_reviews.csv"));

  private static Path folder() {
    String folder = System.getenv("REPARTEE_DATA");
    assumeTrue(folder != null, "REPARTEE_DATA is not set");
    return Path.of(String.valueOf(folder), "exports");
  }

  @TestFactory
  Stream<DynamicTest> eachByItsNameAndByItsMarks() throws IOException {
    Path folder = folder();
    JsonNode all = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.of(true, false)
                    .map(
                        isNamed ->
                            DynamicTest.dynamicTest(
                                kind.name() + (isNamed ? " by its name" : " by its marks"),
                                () -> check(folder, kind, isNamed, all.get(kind.name())))));
  }

  private static Export export(Path folder, Kind kind, boolean isNamed) {
    Export export = Export.of(folder.resolve(kind.path())).zone(ZoneOffset.UTC);
    return isNamed ? export.format(kind.recipe()) : export;
  }

  private static void check(Path folder, Kind kind, boolean isNamed, JsonNode expected)
      throws IOException {
    Imported anybody = export(folder, kind, isNamed).anybody().read();
    assertEquals(kind.recipe(), anybody.box().format());
    Audit audit = anybody.log().audit();
    assertEquals(expected.get("messages").asLong(), anybody.log().messages());
    assertEquals(expected.get("acts").asLong(), anybody.log().acts());
    assertEquals(expected.get("conversations").asLong(), anybody.log().conversations());
    assertEquals(expected.get("persons").asLong(), anybody.log().persons());
    assertEquals(expected.get("orphan").asLong(), audit.count(Audit.Reason.ORPHAN));
    assertEquals(expected.get("anonymous").asLong(), audit.count(Audit.Reason.ANONYMOUS));
    assertResponse(expected.get("anybody"), anybody.log());
    assertLeftOut(expected.get("extra"), anybody.box());

    Export told = export(folder, kind, isNamed);
    kind.members().ifPresent(members -> told.organization("Acme").members(members));
    Imported staff = told.read();
    assertEquals(expected.get("messages").asLong(), staff.log().messages());
    JsonNode notes = expected.get("extra").path("private_notes");
    assertEquals(notes.asLong(), staff.log().audit().count(Audit.Reason.PRIVATE));
    if (expected.get("staff").isNull()) {
      assertEquals(List.of(), staff.box().staff());
    } else {
      assertResponse(expected.get("staff"), staff.log());
    }
  }

  private static void assertResponse(JsonNode expected, EngagementLog log) {
    int organizations = log.directory().organizations().size();
    ResponseSummary response =
        log.measure(ResponseTime.firstResponse().answers(AnswerRule.usualIn(organizations)));
    assertEquals(expected.get("answered").asLong(), response.answered());
    assertEquals(expected.get("waiting").asLong(), response.waiting());
    assertEquals(
        expected.get("median_s").asDouble() * 1_000,
        response.answeredLatencies().quantileEstimate(0.5).millis(),
        1e-6);
  }

  /** What the other program has left out stands in the data box too, as often. */
  private static void assertLeftOut(JsonNode extra, DataBox box) {
    Map<String, Long> aside =
        box.setAside().stream()
            .collect(Collectors.toMap(DataBox.Aside::reason, DataBox.Aside::count));
    for (String group : List.of("dropped", "other_events")) {
      if (extra.has(group)) {
        extra
            .get(group)
            .properties()
            .forEach(
                entry ->
                    assertEquals(
                        entry.getValue().asLong(),
                        aside.get("left out: " + entry.getKey()),
                        entry.getKey()));
      }
    }
    if (extra.has("private_notes")) {
      assertEquals(extra.get("private_notes").asLong(), aside.get("left out: private"));
    }
    if (extra.has("posts_not_in_file")) {
      assertEquals(
          extra.get("posts_not_in_file").asLong(),
          aside.get("left out: posts that are not in the file"));
    }
  }
}
