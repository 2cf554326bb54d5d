package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.testing.RealData;
import org.junit.jupiter.api.Test;

/** Answers on real data that were computed independently of this library, with other tools. */
final class ResponseRealDataTest {
  private static final double HALF_A_MILLI = 0.5e-6;

  private static double seconds(ResponseSummary summary, double q) {
    return summary.answeredLatencies().quantileMillis(q) / 1000;
  }

  @Test
  void customerCareOnTwitter() {
    ResponseSummary all = RealData.twitterCare().measure(ResponseTime.firstResponse());
    assertEquals(525, all.exchanges());
    assertEquals(525, all.answered());
    assertEquals(7418.600, seconds(all, 0.5), HALF_A_MILLI);
    assertEquals(617.175, seconds(all, 0.25), HALF_A_MILLI);
    assertEquals(52410.376, seconds(all, 0.75), HALF_A_MILLI);
    assertEquals(285953.422, seconds(all, 0.9), 0.001);
  }

  @Test
  void customerCareByCompany() {
    Breakdown<ResponseSummary> by =
        RealData.twitterCare().measure(ResponseTime.firstResponse().by(Dimension.ORGANIZATION));
    assertEquals(24, by.keys().size());
    assertCompany(by, "RockstarSupport", 89, 195.384);
    assertCompany(by, "Google", 60, 526529.667);
    assertCompany(by, "MojangSupport", 56, 43277.5685);
    assertCompany(by, "AppleSupport", 30, 2659.7135);
    assertEquals(525, by.total().answered());
  }

  private static void assertCompany(
      Breakdown<ResponseSummary> by, String name, long answered, double median) {
    assertEquals(answered, by.get(name).answered(), name);
    assertEquals(median, seconds(by.get(name), 0.5), 0.00051, name);
  }

  @Test
  void commentsOnABlog() {
    ResponseSummary direct =
        RealData.blogComments().measure(ResponseTime.firstResponse().directRepliesOnly());
    assertEquals(366, direct.exchanges());
    assertEquals(216, direct.answered());
    assertEquals(150, direct.waiting());
    assertEquals(6334.5, seconds(direct, 0.5), HALF_A_MILLI);
    assertEquals(1280.25, seconds(direct, 0.25), HALF_A_MILLI);
    assertEquals(24256.25, seconds(direct, 0.75), HALF_A_MILLI);
    assertEquals(52826.5, seconds(direct, 0.9), HALF_A_MILLI);
  }

  @Test
  void answersOfAForum() {
    ResponseTime byAnybody = ResponseTime.firstResponse().answers(AnswerRule.anybodyElse());
    ResponseSummary answers =
        RealData.stackExchange()
            .measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("answer")));
    assertEquals(612, answers.exchanges());
    assertEquals(549, answers.answered());
    assertEquals(10420.373, seconds(answers, 0.5), HALF_A_MILLI);
    assertEquals(13481848.5, answers.median().millis(), 1e-6);
    ResponseSummary direct = RealData.stackExchange().measure(byAnybody.directRepliesOnly());
    assertEquals(595, direct.answered());
    assertEquals(4348.506, seconds(direct, 0.5), HALF_A_MILLI);
    ResponseSummary any = RealData.stackExchange().measure(byAnybody);
    assertEquals(600, any.answered());
    assertEquals(4418.27, seconds(any, 0.5), 0.005);
  }

  @Test
  void threadWhoseExportRepeatsComments() {
    ResponseSummary thread = RealData.blogThread().measure(ResponseTime.eachTurn());
    assertEquals(6, thread.exchanges());
    assertEquals(5, thread.answeredDirectly());
    assertEquals(1, thread.answeredByInference());
  }
}
