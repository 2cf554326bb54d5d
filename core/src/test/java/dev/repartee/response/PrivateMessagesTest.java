package dev.repartee.response;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Participation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the audience cannot see answers nobody: worked examples. */
class PrivateMessagesTest {
  private static final Directory WITH_NOTES =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support").member("tech", "Tech"))
          .internalChannel("notes", "Acme")
          .build();

  private static Duration first(EngagementLog log) {
    return log.measure(ResponseTime.firstResponse())
        .answeredLatencies()
        .quantile(0.5)
        .orElseThrow();
  }

  private static long waiting(EngagementLog log) {
    return log.measure(ResponseTime.firstResponse()).waiting();
  }

  @Test
  void aPrivateNoteAnswersNobody() {
    EngagementLog log =
        log(
            1_000,
            post("q", "carl", 0).in("t"),
            post("note", "care", 5).in("t").privately(true),
            post("a", "care", 120).in("t"));
    assertEquals(minutes(120), first(log));
    assertEquals(2, log.messages());
    assertEquals(List.of("note"), log.audit().examples(Audit.Reason.PRIVATE));
  }

  @Test
  void neitherDoesWhatIsSaidOnAnInternalChannel() {
    EngagementLog log =
        log(
            WITH_NOTES,
            1_000,
            post("1", "carl", 0).in("c").channel("mail"),
            post("2", "tech", 5).in("c").channel("notes"),
            post("3", "care", 120).in("c").channel("mail"));
    assertEquals(minutes(120), first(log));
  }

  @Test
  void aNoteOpensNoConversation() {
    EngagementLog log =
        log(
            WITH_NOTES,
            1_000,
            post("0", "tech", -60).in("c").channel("notes"),
            post("1", "carl", 0).in("c").channel("mail"),
            post("3", "care", 120).in("c").channel("mail"));
    assertEquals(minutes(120), first(log));
    DialogueSummary dialogue = log.measure(Dialogue.standard()).includingOpen();
    assertEquals(1, dialogue.inbound().strands());
    assertEquals(1, dialogue.organizationMessages());
  }

  @Test
  void whatRepliesToANoteCountsAsAReplyToWhatTheNoteStandsBelow() {
    EngagementLog log =
        log(
            1_000,
            post("q", "carl", 0),
            reply("n1", "care", 5, "q").privately(true),
            reply("n2", "jane", 6, "n1").privately(true),
            reply("a", "care", 30, "n2"));
    ResponseSummary direct = log.measure(ResponseTime.firstResponse().directRepliesOnly());
    assertEquals(1, direct.answered());
    assertEquals(minutes(30), first(log));
  }

  @Test
  void privateTicketsAreInternalAsAWhole() {
    EngagementLog log =
        log(
            1_000,
            post("a", "care", 0).privately(true),
            reply("b", "jane", 5, "a").privately(true));
    assertEquals(2, log.messages());
    assertEquals(0, log.audit().count(Audit.Reason.PRIVATE));
  }

  @Test
  void whatTheAudienceWritesIsNeverAside() {
    EngagementLog log =
        log(1_000, post("q", "carl", 0).privately(true), reply("a", "care", 7, "q"));
    assertEquals(minutes(7), first(log));
    assertEquals(2, log.messages());
  }

  @Test
  void aTicketWithNotesOnlyStillWaits() {
    EngagementLog log =
        log(1_000, post("q", "carl", 0), reply("n", "care", 1, "q").privately(true));
    assertEquals(1, waiting(log));
    assertEquals(1, log.measure(Backlog.standard()).waiting());
  }

  @Test
  void colleaguesAreSeenAmongThemselves() {
    EngagementLog log =
        log(
            1_000,
            post("q", "carl", 0),
            reply("n", "jane", 5, "q").privately(true),
            reply("m", "care", 6, "n").privately(true),
            reply("a", "care", 30, "q"));
    Involvement acme = log.measure(Participation.of(log.directory())).organization("Acme");
    assertEquals(3, acme.messages());
    assertEquals(1, acme.ties(Involvement.TieKind.REPLY, "Support", "Sales"));
  }

  @Test
  void minutesAreToldApartByThePlaceInTheSource() {
    EngagementLog log =
        log(
            1_000,
            flat("z", "carl", 0).sequence(1),
            flat("y", "care", 1).sequence(2),
            flat("x", "carl", 1).sequence(3),
            flat("w", "care", 2).sequence(4));
    ResponseSummary turns = log.measure(ResponseTime.eachTurn());
    assertEquals(2, turns.answered());
    assertEquals(minutes(1), turns.answeredLatencies().quantile(0.5).orElseThrow());
  }

  @Test
  void numbersInIdsCountAsNumbers() {
    EngagementLog log =
        log(
            1_000,
            flat("m8", "carl", 0),
            flat("m9", "care", 1),
            flat("m10", "carl", 1),
            flat("m11", "care", 2));
    assertEquals(2, log.measure(ResponseTime.eachTurn()).answered());
  }

  @Test
  void placesDoNotMakeCopiesDiffer() {
    EngagementLog log =
        log(1_000, post("q", "carl", 0).sequence(2), post("q", "carl", 0).sequence(1));
    assertEquals(1, log.audit().count(Audit.Reason.DUPLICATE_ID));
    assertEquals(0, log.audit().count(Audit.Reason.CONFLICTING_ID));
  }

  @Test
  void aReplyToWhatIsNotInTheLogOpensNothing() {
    EngagementLog log =
        log(
            20_000,
            reply("a", "care", 0, "gone"),
            post("b", "care", 0),
            reply("c", "jane", 3, "b"));
    DialogueSummary dialogue = log.measure(Dialogue.standard());
    assertEquals(1, dialogue.cut());
    assertEquals(1, dialogue.count(DialogueSummary.Form.CUT));
    assertEquals(1, dialogue.count(DialogueSummary.Form.BROADCAST));
    assertEquals(1, dialogue.messagesOpening().successes());
    assertEquals(2, dialogue.messagesToOwnOrUnknown().successes());
    assertEquals(1, dialogue.outreach().strands());
    assertEquals(2, dialogue.strands());
  }

  @Test
  void whereTheCustomerGoesOnItIsNoOutreach() {
    EngagementLog log =
        log(
            20_000,
            reply("a", "care", 0, "gone"),
            reply("b", "carl", 5, "a"),
            reply("c", "care", 9, "b"));
    DialogueSummary dialogue = log.measure(Dialogue.standard());
    assertEquals(0, dialogue.outreach().strands());
    assertEquals(0, dialogue.inbound().strands());
    assertEquals(1, dialogue.count(DialogueSummary.Form.ANSWERED));
    assertEquals(1, dialogue.twoWay().trials());
  }

  @Test
  void rowsOfPersonsRememberWhatStoodAside() {
    EngagementLog log =
        log(1_000, post("q", "carl", 0), reply("n", "care", 1, "q").privately(true));
    EngagementLog rebuilt = EngagementLog.ofRows(log.directory(), log.asOf(), log.rows().toList());
    assertEquals(1, rebuilt.audit().count(Audit.Reason.PRIVATE));
  }
}
