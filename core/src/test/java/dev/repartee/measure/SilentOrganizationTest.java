package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
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
import org.junit.jupiter.api.Test;

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
