package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real exports through the readers, against answers that somebody else has computed. */
class RealFilesTest {
  private static JsonNode measure(String file, String... options) throws Exception {
    List<String> args =
        new ArrayList<>(List.of(file(file).toString(), "--json", "--including-open"));
    args.addAll(List.of(options));
    CommandLineRun run = CommandLineRun.of(args.toArray(new String[0]));
    assertEquals(0, run.exitCode(), run.err());
    return run.json();
  }

  private static Path file(String name) {
    @Nullable String data = System.getenv("REPARTEE_DATA");
    assumeTrue(data != null, "REPARTEE_DATA is not set: no real files to read");
    Path path = Path.of(data, name);
    assumeTrue(Files.isReadable(path), "REPARTEE_DATA has no " + name);
    return path;
  }

  private static void assertAnswered(
      JsonNode response, long count, double p25, double median, double p75, double p90) {
    assertEquals(count, response.at("/answered").asLong());
    JsonNode quantiles = response.at("/ofTheAnsweredOnly/quantiles");
    // Published to the millisecond; a quantile between two values may have parts of one.
    assertEquals(p25, quantiles.at("/0.25/millis").asDouble(), 0.5);
    assertEquals(median, quantiles.at("/0.5/millis").asDouble(), 1e-6);
    assertEquals(p75, quantiles.at("/0.75/millis").asDouble(), 0.5);
    assertEquals(p90, quantiles.at("/0.9/millis").asDouble(), 0.5);
  }

  private static double median(JsonNode response) {
    return response.at("/ofTheAnsweredOnly/quantiles/0.5/millis").asDouble();
  }

  private static JsonNode part(JsonNode report, String by, String key) {
    for (JsonNode breakdown : report.at("/breakdowns")) {
      for (JsonNode part : breakdown.at("/parts")) {
        if (breakdown.at("/by").asText().equals(by) && part.at("/key/0").asText().equals(key)) {
          return part;
        }
      }
    }
    throw new AssertionError("no part " + key + " by " + by);
  }

  @Test
  void blogCommentsByTheNamesOfTheirColumns() throws Exception {
    JsonNode report =
        measure(
            "blog_comments/comments.csv",
            "--mapping=blog-comments",
            "--clock=first-response",
            "--direct-only");

    assertEquals(720, report.at("/audit/accepted").asLong());
    assertEquals(367, report.at("/log/conversations").asLong());
    assertEquals(366, report.at("/response/exchanges").asLong());
    assertAnswered(report.at("/response"), 216, 1_280_250, 6_334_500, 24_256_250, 52_826_500);
    assertEquals(62, report.at("/dialogue/dialogue").asLong());
  }

  @Test
  void blogCommentsNeedOnlyTheOwnerToBeNamed() throws Exception {
    JsonNode report =
        measure(
            "blog_comments/comments.csv",
            "--organization=the blog",
            "--members=OWNER",
            "--clock=first-response",
            "--direct-only");

    assertEquals(216, report.at("/response/answered").asLong());
  }

  @Test
  void twitterCareByItsAdapter() throws Exception {
    JsonNode report =
        measure(
            "twitter_care/conversations.jsonl", "--format=twitter-care", "--clock=first-response");

    assertEquals(1_211, report.at("/audit/accepted").asLong());
    assertEquals(24, report.at("/organizations").size());
    assertAnswered(report.at("/response"), 525, 617_175, 7_418_600, 52_410_376, 285_953_422);
    JsonNode rockstar = part(report, "organization", "RockstarSupport").at("/response");
    assertEquals(89, rockstar.at("/answered").asLong());
    assertEquals(195_384, median(rockstar), 1e-6);
    JsonNode google = part(report, "organization", "Google").at("/response");
    assertEquals(60, google.at("/answered").asLong());
    assertEquals(526_529_667, median(google), 0.5);
    JsonNode mojang = part(report, "organization", "MojangSupport").at("/response");
    assertEquals(56, mojang.at("/answered").asLong());
    assertEquals(43_277_568.5, median(mojang), 1e-6);
    JsonNode apple = part(report, "organization", "AppleSupport").at("/response");
    assertEquals(30, apple.at("/answered").asLong());
    assertEquals(2_659_713.5, median(apple), 1e-6);
    assertEquals(41, report.at("/dialogue/dialogue").asLong());
    assertEquals(43, report.at("/dialogue/atLeastThreeTurns/successes").asLong());
  }

  @Test
  void twitterCareWithIdsOfTheWholeLogLosesRows() throws Exception {
    JsonNode report =
        measure(
            "twitter_care/conversations.jsonl",
            "--format=twitter-care",
            "--id-scope=log",
            "--clock=first-response");

    assertEquals(6, report.at("/audit/rejected").asLong());
    assertEquals(524, report.at("/response/answered").asLong());
  }

  @Test
  void stackExchangeByItsAdapter() throws Exception {
    JsonNode answers =
        measure(
            "stackexchange/quantumcomputing.csv",
            "--format=stackexchange",
            "--clock=first-response",
            "--answered-with=answer");
    assertEquals(5_085, answers.at("/audit/accepted").asLong());
    assertEquals(612, answers.at("/response/exchanges").asLong());
    assertEquals(549, answers.at("/response/answered").asLong());
    assertEquals(10_420_373, median(answers.at("/response")), 1e-6);
    assertEquals(13_481_848.5, answers.at("/response/median/millis").asDouble(), 1e-6);

    JsonNode direct =
        measure(
            "stackexchange/quantumcomputing.csv",
            "--format=stackexchange",
            "--clock=first-response",
            "--direct-only");
    assertEquals(595, direct.at("/response/answered").asLong());
    assertEquals(4_348_506, median(direct.at("/response")), 1e-6);

    JsonNode any =
        measure(
            "stackexchange/quantumcomputing.csv",
            "--format=stackexchange",
            "--clock=first-response");
    assertEquals(600, any.at("/response/answered").asLong());
    assertEquals(4_418_270, median(any.at("/response")), 5); // published with two decimals
    assertEquals(385, any.at("/dialogue/openerReturned/successes").asLong());
    assertEquals(611, any.at("/dialogue/openerReturned/trials").asLong());
    assertEquals(379, any.at("/dialogue/openerReturnedDirectly/successes").asLong());
    assertEquals(430, any.at("/dialogue/dialogue").asLong());
    assertEquals(611, any.at("/dialogue/openerReturnedDirectly/trials").asLong());
    JsonNode depths = any.at("/dialogue/structure/depth/bins");
    assertEquals(7, depths.at("/0/count").asLong());
    assertEquals(211, depths.at("/1/count").asLong());
    assertEquals(394, depths.at("/2/count").asLong());
    assertEquals(3, depths.size());
  }

  @Test
  void blogThreadByItsAdapter() throws Exception {
    JsonNode report = measure("blog_thread/thread.csv", "--format=blog-thread");

    assertEquals(33, report.at("/audit/offered").asLong());
    assertEquals(12, report.at("/log/messages").asLong());
    assertEquals(10, report.at("/log/acts").asLong());
    assertEquals(6, report.at("/response/exchanges").asLong());
    assertEquals(5, report.at("/response/answeredDirectly").asLong());
    assertEquals(1, report.at("/response/answeredByInference").asLong());
    assertTrue(report.at("/audit/reasons").toString().contains("\"DUPLICATE_CONTENT\""));
    // Pingbacks are no talk: the comments are the one conversation there is.
    assertEquals(1, report.at("/dialogue/conversations").asLong());
    assertEquals(6, report.at("/dialogue/audienceMessages").asLong());
    assertEquals(6, report.at("/dialogue/organizationMessages").asLong());
    assertEquals(12, report.at("/dialogue/structure/size/bins/0/from").asLong());
    List<String> directly = new ArrayList<>();
    List<String> byInference = new ArrayList<>();
    for (JsonNode person : report.at("/dialogue/people")) {
      assertEquals(1, person.at("/answered").asLong());
      assertEquals(0, person.at("/waiting").asLong());
      boolean isDirect = person.at("/answeredDirectly").asLong() == 1;
      (isDirect ? directly : byInference).add(person.at("/person").asText());
    }
    assertEquals(List.of("Annemieke", "Carl", "Matt @ Kurb", "Zak", "andrewnim"), directly);
    assertEquals(List.of("Luigi Cappel"), byInference);
  }

  @Test
  void blogThreadNamesThoseWhoWereAnswered() throws Exception {
    Path path = file("blog_thread/thread.csv");
    CommandLineRun run =
        CommandLineRun.of(path.toString(), "--format=blog-thread", "--including-open");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("12 messages, 10 acts, 1 conversation"), run.out());
    assertTrue(
        run.out().contains("Answered: Annemieke, Carl, Matt @ Kurb, Zak, andrewnim."), run.out());
    assertTrue(run.out().contains("Answered, as the order tells: Luigi Cappel."), run.out());
    run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }
}
