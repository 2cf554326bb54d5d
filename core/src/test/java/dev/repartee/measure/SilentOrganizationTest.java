package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.openness.Openness;
import dev.repartee.response.Backlog;
import dev.repartee.response.ReContact;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nobody of an organization wrote, its accounts are nearly always spelt in another way. */
class SilentOrganizationTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T00:00:00Z");
  private static final String CAUTION =
      "no message of Acme is in the log: are its accounts spelt so?";

  private static EngagementLog log(String member, String... conversations) {
    Directory directory =
        Directory.builder().organization("Acme", acme -> acme.member(member, "Support")).build();
    EngagementLog.Builder log = EngagementLog.builder(directory).asOf(LATER);
    for (String id : conversations) {
      log.add(Post.of(id, "carl", NINE));
      log.add(Reply.of(id + "a", "care", NINE.plusSeconds(1_800)).to(id));
    }
    return log.build();
  }

  @Test
  void theSecondLineSaysSo() {
    EngagementLog misspelt = log("carre", "1");
    for (Measure<? extends Summary<?>> measure :
        List.<Measure<? extends Summary<?>>>of(
            ResponseTime.eachTurn(),
            ResponseTime.firstResponse(),
            Dialogue.standard(),
            Backlog.standard(),
            ReContact.standard(),
            Openness.standard())) {
      List<String> lines = misspelt.measure(measure).toString().lines().toList();
      assertEquals(CAUTION, lines.get(1), lines.toString());
      assertFalse(log("care", "1").measure(measure).toString().contains(CAUTION));
    }
    assertEquals(List.of("Acme"), misspelt.measure(ResponseTime.eachTurn()).origin().silent());
  }

  /** No summary over conversations forgets it, split by a dimension or not. */
  @ParameterizedTest
  @MethodSource("dev.repartee.measure.BytesTest#measures")
  void everySummaryOverConversationsSaysSoInItsSecondLine(Measure<?> measure) {
    EngagementLog misspelt = ofAcme("carre");
    EngagementLog right = ofAcme("care");
    boolean isKnown = measure.plan().unit() == Unit.CONVERSATION;
    for (Measure<?> asked : List.of(measure, measure.by(Dimension.CHANNEL))) {
      Summary<?> summary = misspelt.measure(asked);
      assertEquals(isKnown ? List.of("Acme") : List.of(), summary.origin().silent());
      assertEquals(isKnown ? List.of(1) : List.of(), places(summary), summary::toString);
      assertEquals(List.of(), places(right.measure(asked)));
    }
  }

  /** In which lines the caution stands, from 0. */
  private static List<Integer> places(Summary<?> summary) {
    List<String> lines = summary.toString().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).equals(CAUTION))
        .boxed()
        .toList();
  }

  private static EngagementLog ofAcme(String member) {
    return EngagementLog.builder(BytesTest.LOG.directory())
        .asOf(LATER)
        .add(Post.of("1", "carl", NINE).channel("blog").value("order", 9))
        .add(Reply.of("2", member, NINE.plusSeconds(1_800)).to("1"))
        .add(Act.of(ActKind.ASSIGN, member, NINE.plusSeconds(1_900)).on("1"))
        .add(Act.of(ActKind.RESOLVE, "carl", NINE.plusSeconds(2_000)).on("1"))
        .add(Act.of(ActKind.RATE, "carl", NINE.plusSeconds(3_000)).on("1").rating(4))
        .build();
  }

  /** A part by who answered says it too. */
  @Test
  void partsByTheAnsweringSideSaySo() {
    Directory two =
        Directory.builder()
            .organization("Acme", acme -> acme.member("carre", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt", "Service"))
            .build();
    EngagementLog log =
        EngagementLog.builder(two)
            .asOf(LATER)
            .add(Post.of("1", "carl", NINE).addressedTo("Bolt"))
            .add(Reply.of("2", "bolt", NINE.plusSeconds(60)).to("1"))
            .build();
    Summary<?> part =
        log.measure(ResponseTime.eachTurn().by(Dimension.DEPARTMENT.ofAnswer())).get("Service");
    assertEquals(List.of(1), places(part));
  }

  /** Of parts of a log only what all of them say is true of the whole. */
  @Test
  void mergedItIsWhoIsSilentInEveryPart() {
    Directory directory =
        Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();
    EngagementLog asked =
        EngagementLog.builder(directory).asOf(LATER).add(Post.of("0", "dan", NINE)).build();
    ResponseSummary silent = asked.measure(ResponseTime.eachTurn());
    ResponseSummary answered = log("care", "1").measure(ResponseTime.eachTurn());
    assertEquals(List.of("Acme"), silent.origin().silent());
    assertEquals(List.of(), silent.merge(answered).origin().silent());
    assertArrayEquals(
        silent.merge(answered).toBytes(), answered.merge(silent).toBytes(), "in any order");
    ResponseSummary read = ResponseTime.eachTurn().fromBytes(silent.toBytes());
    assertFalse(read.toString().contains(CAUTION), "of bytes it is not known");
    assertEquals(List.of(), read.merge(silent).origin().silent());
  }

  @Test
  void whoWroteLaterIsSilentUntilThen() {
    EngagementLog log = log("care", "1");
    ResponseTime turns = ResponseTime.eachTurn();
    assertEquals(List.of("Acme"), log.asOf(NINE).measure(turns).origin().silent());
    assertEquals(List.of(), log.asOf(NINE.plusSeconds(1_800)).measure(turns).origin().silent());
    assertEquals(List.of(), EngagementLog.builder().build().measure(turns).origin().silent());
  }
}
