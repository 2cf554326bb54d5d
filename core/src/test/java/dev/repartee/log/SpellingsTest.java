package dev.repartee.log;

import static dev.repartee.testing.Talk.acme;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How ids and accounts are spelt, and who is nobody: worked examples. */
class SpellingsTest {
  private static final ResponseTime FORUM =
      ResponseTime.firstResponse().answers(AnswerRule.anybodyElse());

  private static Duration median(ResponseSummary summary) {
    return summary.answeredLatencies().quantile(0.5).orElseThrow();
  }

  @Test
  void whiteSpaceAroundIdsAndNamesIsDropped() {
    EngagementLog log =
        log(
            1_000,
            post("7", "carl", 0),
            reply(" 8", "care\u00a0", 30, "7 "),
            post("9", "dan", 0).channel("blog"),
            reply("10", "care", 20, "\t9").channel(" blog"));
    ResponseSummary waits = log.measure(ResponseTime.eachTurn());
    assertEquals(2, waits.answered());
    assertEquals(2, log.audit().count(Audit.Reason.NORMALIZED));
    assertEquals(0, log.audit().count(Audit.Reason.ORPHAN));
    assertEquals(List.of("10", "8"), log.audit().examples(Audit.Reason.NORMALIZED));
  }

  @Test
  void namesAreComparedInOneForm() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("Jose\u0301 ", "Support"))
            .build();
    EngagementLog log =
        log(directory, 1_000, post("1", "carl", 0), reply("2", "Jos\u00e9", 9, "1"));
    assertEquals(1, log.measure(ResponseTime.eachTurn()).answered());
    assertTrue(directory.memberOf("Jose\u0301").isPresent());
  }

  @Test
  void accountsMayIgnoreCase() {
    Directory.Builder builder =
        Directory.builder().organization("Acme", acme -> acme.member("Acme", "Support"));
    Post question = post("1", "carl", 0);
    Reply answer = reply("2", "ACME", 9, "1");
    EngagementLog strict = log(builder.build(), 1_000, question, answer);
    assertEquals(0, strict.measure(ResponseTime.eachTurn()).answered());
    assertEquals(List.of("ACME (like Acme)"), strict.audit().examples(Audit.Reason.NEAR_NAME));
    assertEquals(List.of("Acme"), strict.audit().examples(Audit.Reason.UNSEEN_MEMBER));
    Directory directory = builder.ignoringCase().build();
    EngagementLog log = log(directory, 1_000, question, answer);
    assertEquals(1, log.measure(ResponseTime.eachTurn()).answered());
    assertEquals(0, log.audit().count(Audit.Reason.NEAR_NAME));
    assertTrue(directory.memberOf("aCME").isPresent());
    assertEquals(1, log.person("CARL ").rows().count());
    assertTrue(directory.contentHash() != strict.directory().contentHash());
  }

  @Test
  void aLeadingAtSignIsNamed() {
    EngagementLog log = log(1_000, post("1", "carl", 0), reply("2", "@care", 9, "1"));
    assertEquals(List.of("@care (like care)"), log.audit().examples(Audit.Reason.NEAR_NAME));
  }

  @Test
  void namesOfNobodyAreNoAuthor() {
    Directory directory = Directory.builder().nobody("[deleted]", "ghost").build();
    EngagementLog log =
        log(
            directory,
            1_000,
            post("1", "[deleted]", 0),
            reply("2", "[deleted]", 20, "1"),
            reply("3", "ghost ", 25, "2"));
    assertEquals(3, log.audit().count(Audit.Reason.ANONYMOUS));
    assertEquals(minutes(20), median(log.measure(FORUM)));
    assertEquals(3, log.persons());
  }

  @Test
  void aForumHasBotsOfNoOrganization() {
    Directory directory = Directory.builder().bots("github-actions[bot]").build();
    EngagementLog log =
        log(
            directory,
            1_000,
            post("1", "carl", 0),
            reply("2", "github-actions[bot]", 1, "1"),
            reply("3", "dan", 120, "1"));
    assertEquals(minutes(120), median(log.measure(FORUM)));
    ResponseTime counting =
        ResponseTime.firstResponse().answers(AnswerRule.anybodyElse().countingBots());
    assertEquals(minutes(1), median(log.measure(counting)));
    assertEquals(2, log.measure(APath.standard()).persons());
  }

  @Test
  void whoIsSomebodyIsNotNobody() {
    Directory.Builder builder =
        Directory.builder().organization("Acme", acme -> acme.member("care", "Support"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> builder.nobody("care ").build());
    assertTrue(
        String.valueOf(refused.getMessage())
            .startsWith("nobody (care) is also entered as somebody"));
  }

  @Test
  void theIdOfAnActNeverMeetsThatOfAMessage() {
    EngagementLog log =
        log(
            1_000,
            Act.of(ActKind.REACTION, "dan", 0L).id("5").on("6"),
            post("5", "carl", 60),
            reply("6", "care", 180, "5"));
    assertEquals(0, log.audit().rejected());
    assertEquals(minutes(120), median(log.measure(ResponseTime.eachTurn())));
  }

  /** Told three times with later copies: whatever the order, it happened at the earliest. */
  @Test
  void ofAnEventThatIsToldAgainLaterTheEarliestCounts() {
    List<Act> acts =
        List.of(
            Act.of(ActKind.CLICK, "dan", 600_000L).id("e1"),
            Act.of(ActKind.FOLLOW, "dan", 780_000L).id("e2"),
            Act.of(ActKind.CLICK, "dan", 900_000L).id("e1"));
    for (List<Act> rows : List.of(acts, List.of(acts.get(2), acts.get(1), acts.get(0)))) {
      EngagementLog log = EngagementLog.builder().addAll(rows).build();
      assertEquals(1, log.audit().count(Audit.Reason.CONFLICTING_ID));
      FunnelSummary funnel = log.measure(Funnel.of(ActKind.CLICK, ActKind.FOLLOW));
      assertEquals(1, funnel.cameThrough());
      assertEquals(180_000, funnel.timeToComeThrough().timeMillis(0), "from the earliest click on");
    }
  }

  /** One mail to two queues is one question, or two where ids are those of the queues. */
  @Test
  void oneMailToTwoQueuesIsTwoQuestionsOnRequest() {
    List<Interaction> rows =
        List.of(
            post("m1", "carl", 0).channel("billing"),
            post("m1", "carl", 0).channel("legal"),
            reply("m2", "care", 60, "m1").channel("billing"),
            reply("m3", "care", 180, "m1").channel("legal"));
    EngagementLog scoped =
        EngagementLog.builder(Talk.acme())
            .idScope(EngagementLog.IdScope.CHANNEL)
            .addAll(rows)
            .build();
    ResponseSummary two = scoped.measure(ResponseTime.eachTurn());
    assertEquals(2, two.answered());
    assertEquals(1, two.answeredLatencies().countAtMost(minutes(60).toMillis()));
    assertEquals(10_800_000, two.answeredLatencies().maxMillis());
    EngagementLog plain = EngagementLog.builder(Talk.acme()).addAll(rows).build();
    assertEquals(1, plain.measure(ResponseTime.eachTurn()).answered());
    assertEquals(1, plain.audit().count(Audit.Reason.CONFLICTING_ID));
  }

  @Test
  void aReplyToAnActStillFindsIt() {
    EngagementLog log =
        log(1_000, Act.of(ActKind.SHARE, "dan", 0L).id("s"), reply("6", "care", 180, "s"));
    assertEquals(0, log.audit().count(Audit.Reason.ORPHAN));
  }

  @Test
  void oneRowFarInTheFutureIsNamed() {
    EngagementLog.Builder builder =
        EngagementLog.builder(acme())
            .add(Post.of("1", "carl", "2026-02-02T09:00:00Z"))
            .add(Reply.of("2", "care", "2026-02-02T09:20:00Z").to("1"))
            .add(Post.of("3", "eve", "2099-01-01T00:00:00Z"));
    EngagementLog log = builder.build();
    assertEquals(
        List.of("2099-01-01T00:00:00Z, and 2026-02-02T09:20:00Z before it"),
        log.audit().examples(Audit.Reason.SUSPICIOUS_TIME));
    assertTrue(log.toString().contains("2099"), log::toString);
  }

  @Test
  void secondsForMillisecondsAreNamed() {
    EngagementLog log = log(1_000, post("1", "carl", 0), reply("2", "care", 1, "1"));
    assertEquals(2, log.audit().count(Audit.Reason.SUSPICIOUS_TIME));
  }
}
