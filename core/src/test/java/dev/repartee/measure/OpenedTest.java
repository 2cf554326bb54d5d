package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.OrganizationQuestions;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Opened.Case;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Intent;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Openness;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

/** Numbers that are looked into. */
class OpenedTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private static final Directory ACME =
      Directory.builder().organization("Acme", a -> a.member("care", "Support")).build();

  private static Instant at(long minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  /** Ann is answered in time, Ben late, Cid and Dora wait, Cid for longer. */
  private static EngagementLog talk() {
    return EngagementLog.builder(ACME)
        .asOf(at(300))
        .add(Post.of("a", "ann", at(0)).channel("blog").sentiment(Sentiment.POSITIVE))
        .add(Reply.of("a1", "care", at(10)).to("a"))
        .add(Post.of("b", "ben", at(5)).channel("blog").sentiment(Sentiment.NEGATIVE))
        .add(Reply.of("b1", "care", at(125)).to("b"))
        .add(Post.of("c", "cid", at(20)).channel("forum").sentiment(Sentiment.NEGATIVE))
        .add(Reply.of("x", "zoe", at(30)).to("c").expectsResponse(false))
        .add(Reply.of("d", "dora", at(280)).to("x"))
        .add(Post.of("q", "care", at(40)).intent(Intent.QUESTION))
        .build();
  }

  private static List<String> ids(List<Case> cases) {
    return cases.stream().map(Case::message).toList();
  }

  @Test
  void theListIsTheNumber() {
    ResponseTime response = ResponseTime.eachTurn().withTarget(Duration.ofHours(1));
    Opened<ResponseSummary> opened = talk().measure(response.opened(5));
    assertEquals(List.of("c", "d"), ids(opened.cases("waiting").worst()));
    assertEquals(2, opened.cases("waiting").count());
    assertEquals(List.of("b", "a"), ids(opened.cases("answered").worst()));
    assertEquals(List.of("b"), ids(opened.cases("target_missed").worst()));
    assertEquals(List.of("c"), ids(opened.cases("target_overdue").worst()));
    assertEquals(List.of("d"), ids(opened.cases("target_still_in_time").worst()));
    assertTrue(opened.cases("waiting").isComplete());
    assertEquals(2, opened.summary().waiting());
    assertEquals(
        new Case("d", "c", "dora", "Acme", at(280), Duration.ofMinutes(20)),
        opened.cases("waiting").worst().get(1));
  }

  @Test
  void fewAreKeptAndAllAreCounted() {
    Cases waiting = talk().measure(ResponseTime.eachTurn().opened(1)).cases("waiting");
    assertEquals(2, waiting.count());
    assertEquals(List.of("c"), ids(waiting.worst()));
    assertEquals(1, waiting.sample().size());
    assertFalse(waiting.isComplete());
  }

  @Test
  void measuresOfAllKinds() {
    EngagementLog log = talk();
    Opened<DialogueSummary> dialogue =
        log.measure(Dialogue.standard().withHorizon(Duration.ZERO).opened(3));
    assertEquals(List.of("c"), ids(dialogue.cases("strands_unheard").worst()));
    assertEquals(List.of("q"), ids(dialogue.cases("strands_broadcast").worst()));
    Opened<OpennessSummary> open = log.measure(Openness.standard().opened(3));
    assertEquals(List.of("c"), ids(open.cases("criticism_unanswered").worst()));
    assertEquals(0, open.cases("praise_unanswered").count());
    assertEquals(1, open.summary().criticismUnanswered());
    Opened<OrganizationQuestions.Answered> questions =
        log.measure(new OrganizationQuestions().opened(3));
    assertEquals(List.of("q"), ids(questions.cases("questions").worst()));
    assertEquals(0, questions.cases("answered").count());
  }

  @Test
  void stepsOfFunnelsAreOpenedByName() {
    EngagementLog log =
        EngagementLog.builder(ACME)
            .asOf(NINE.plus(Duration.ofDays(30)))
            .add(Post.of("a", "ann", at(0)))
            .add(Act.of(ActKind.FOLLOW, "ann", at(5)))
            .add(Post.of("b", "ben", at(0)))
            .build();
    Funnel funnel =
        Funnel.builder()
            .step("wrote", EventFilter.messages())
            .step("followed", ActKind.FOLLOW)
            .within(Duration.ofDays(1))
            .build();
    Opened<FunnelSummary> opened = log.measure(funnel.opened(3));
    Cases dropped = opened.cases("dropped", "wrote");
    assertEquals(1, dropped.count());
    assertEquals("ben", dropped.worst().get(0).person());
    assertEquals(List.of("dropped", "wrote"), dropped.name());
    assertEquals("", dropped.worst().get(0).conversation());
  }

  @Test
  void openedAndSplitAndSplitAndOpened() {
    EngagementLog log = talk();
    ResponseTime response = ResponseTime.eachTurn();
    Opened<ResponseSummary> forum =
        log.measure(response.opened(1).by(Dimension.CHANNEL)).get("forum");
    assertEquals(List.of("c"), ids(forum.cases("waiting").worst()));
    assertEquals(0, forum.cases("answered").count());
    Opened<Breakdown<ResponseSummary>> all = log.measure(response.by(Dimension.CHANNEL).opened(1));
    assertEquals(2, all.cases("waiting").count());
    assertEquals(2, all.summary().get("blog").answered());
  }

  @Test
  void outcomesThatAreNotOpenedAreNamed() {
    Opened<ResponseSummary> opened = talk().measure(ResponseTime.eachTurn().opened(1));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> opened.cases("wait_median"))
                .getMessage());
    assertTrue(message.contains("outcome ([wait_median]) must be one of"), message);
    assertTrue(message.contains("waiting"), message);
    assertThrows(IllegalArgumentException.class, () -> opened.cases("waiting", "blog"));
    assertThrows(IllegalArgumentException.class, () -> ResponseTime.eachTurn().opened(0));
  }

  @Test
  void whatCountsNoOutcomesSaysSo() {
    String message =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> Structure.standard().opened(3))
                .getMessage());
    assertTrue(message.startsWith("measure (structure) must be one that counts"), message);
    Measures both = Measures.of(ResponseTime.eachTurn(), Dialogue.standard());
    assertThrows(IllegalStateException.class, () -> both.opened(3));
    Results each =
        talk()
            .measure(Measures.of(ResponseTime.eachTurn().opened(3), Dialogue.standard().opened(3)));
    assertEquals(2, each.get(ResponseTime.eachTurn().opened(3)).cases("waiting").count());
  }

  private static Opened<ResponseSummary> kept(Keeping keeping) {
    return talk().measure(ResponseTime.eachTurn().opened(keeping));
  }

  @Test
  void namesAreLeftOutOrReplaced() {
    Opened<ResponseSummary> without = kept(Opened.keeping(3).withoutNames());
    Case first = without.cases("waiting").worst().get(0);
    assertEquals(new Case("", "", "", "Acme", at(20), Duration.ofMinutes(280)), first);
    assertFalse(without.toMap().toString().contains("cid"));
    Opened<ResponseSummary> digits = kept(Opened.keeping(3).withFingerprints("secret"));
    Case cid = digits.cases("waiting").worst().get(0);
    assertTrue(cid.person().matches("[0-9a-f]{16}"), cid::toString);
    assertNotEquals(cid.person(), cid.message());
    assertFalse(digits.toMap().toString().contains("cid"));
    Case other = kept(Opened.keeping(3).withFingerprints("other")).cases("waiting").worst().get(0);
    assertNotEquals(cid.person(), other.person());
    assertFalse(digits.origin().measure().contains("secret"));
    assertThrows(IllegalArgumentException.class, () -> Opened.keeping(3).withFingerprints(""));
    // Whoever knows the key may put parts together; nobody else.
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ResponseTime.eachTurn()
                .opened(Opened.keeping(3).withFingerprints("other"))
                .fromBytes(digits.toBytes()));
  }

  @Test
  void whichAreKeptDoesNotDependOnHowTheyAreNamed() {
    for (String outcome : List.of("waiting", "answered", "waits")) {
      List<Instant> named = times(kept(Opened.keeping(1)).cases(outcome));
      assertEquals(named, times(kept(Opened.keeping(1).withoutNames()).cases(outcome)));
      assertEquals(named, times(kept(Opened.keeping(1).withFingerprints("x")).cases(outcome)));
    }
  }

  private static List<Instant> times(Cases cases) {
    List<Instant> times = new ArrayList<>(cases.worst().stream().map(Case::at).toList());
    times.addAll(cases.sample().stream().map(Case::at).toList());
    return times;
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return (List<?>) Objects.requireNonNull(map.get(name));
  }

  @Test
  void asMapsAndAsText() {
    Opened<ResponseSummary> opened = talk().measure(ResponseTime.eachTurn().opened(1));
    Map<?, ?> waiting =
        list(opened.toMap(), "cases").stream()
            .map(one -> (Map<?, ?>) one)
            .filter(one -> "waiting".equals(one.get("statistic")))
            .findFirst()
            .orElseThrow();
    assertEquals(2L, waiting.get("count"));
    Map<?, ?> first = (Map<?, ?>) list(waiting, "worst").get(0);
    assertEquals("c", first.get("message"));
    assertEquals(16_800_000L, first.get("lasted"));
    assertEquals(
        """
        response each turn: median 2 h, 2/4 answered
        waits: 4, the longest 4 h 40 min, c by cid
        answered: 2, the longest 2 h, b by ben
        waiting: 2, the longest 4 h 40 min, c by cid
        answered directly: 2, the longest 2 h, b by ben
        began as replies to audience: 1, the longest 20 min, d by dora
        cases(…) lists them""",
        opened.toString());
    assertTrue(
        opened.cases("waiting").toString().startsWith("waiting: 2, the longest first\n"),
        () -> opened.cases("waiting").toString());
    assertEquals(opened.summary().table(), opened.table());
  }

  /** Sixty wait in each of 400 logs, six of whom are drawn: each as often as any other. */
  @Test
  void theSampleIsFair() {
    int waits = 60;
    int kept = 6;
    int logs = 400;
    long[] drawn = new long[waits];
    long together = 0;
    for (int log = 0; log < logs; log++) {
      EngagementLog.Builder rows = EngagementLog.builder(ACME).asOf(at(10_000));
      for (int i = 0; i < waits; i++) {
        rows.add(Post.of("m" + (log * waits + i), "p" + i, at(60L * i)));
      }
      Cases waiting = rows.build().measure(ResponseTime.eachTurn().opened(kept)).cases("waiting");
      assertEquals(waits, waiting.count());
      Set<String> people = new HashSet<>();
      for (Case one : waiting.sample()) {
        drawn[Integer.parseInt(one.person().substring(1))]++;
        people.add(one.person());
      }
      together += people.contains("p1") && people.contains("p2") ? 1 : 0;
    }
    double expected = (double) logs * kept / waits;
    double chiSquared = 0;
    for (long n : drawn) {
      chiSquared += (n - expected) * (n - expected) / expected;
    }
    // Drawn without replacement, six of sixty: the variance is smaller by 54 of 60.
    chiSquared /= (double) (waits - kept) / (waits - 1);
    double p = 1 - new ChiSquaredDistribution(waits - 1).cumulativeProbability(chiSquared);
    assertTrue(p > 0.001 && p < 0.999, "p " + p);
    // Two beside each other: 400 * 6 * 5 / (60 * 59) = 3.4.
    assertTrue(together <= 12, "drawn together " + together);
  }

  /** However much there is, no more is kept. */
  @Test
  void bytesAreBounded() {
    int[] sizes = new int[2];
    for (int run = 0; run < 2; run++) {
      EngagementLog.Builder rows = EngagementLog.builder(ACME).asOf(at(1_000_000));
      for (int i = 0; i < (run == 0 ? 1_000 : 20_000); i++) {
        rows.add(Post.of("m" + (100_000 + i), "p" + (100_000 + i), at(i)));
      }
      EngagementLog log = rows.build();
      sizes[run] =
          log.measure(Dialogue.standard().opened(5)).toBytes().length
              - log.measure(Dialogue.standard()).toBytes().length;
    }
    assertEquals(sizes[0], sizes[1], 200);
  }

  @Test
  void theSummaryIsTheSameToTheBit() {
    ResponseTime response = ResponseTime.eachTurn();
    assertArrayEquals(
        talk().measure(response).toBytes(), talk().measure(response.opened(2)).summary().toBytes());
  }
}
