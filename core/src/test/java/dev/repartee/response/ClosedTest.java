package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waits that end without an answer, by hand; times are hours after Monday, 09:00 UTC. */
class ClosedTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", a -> a.member("care", "Support").bot("bot", "Support"))
          .organization("Bolt", b -> b.member("bolt", "Service"))
          .build();

  private static Instant at(double hours) {
    return START.plusMillis(Math.round(hours * 3_600_000));
  }

  private static double millis(double hours) {
    return hours(hours).toMillis() * 1.0;
  }

  private static Duration hours(double hours) {
    return Duration.ofMillis(Math.round(hours * 3_600_000));
  }

  private static Post asks(String id, String author, double hours) {
    return Post.of(id, author, at(hours)).addressedTo("Acme");
  }

  private static Reply says(String id, String author, double hours) {
    return Reply.of(id, author, at(hours)).to("1");
  }

  private static Act resolve(@Nullable String author, double hours) {
    return Act.of(ActKind.RESOLVE, author, at(hours)).on("1");
  }

  private static EngagementLog log(double asOf, Interaction... rows) {
    return EngagementLog.builder(DIRECTORY).asOf(at(asOf)).addAll(List.of(rows)).build();
  }

  private static ResponseSummary eachTurn(double asOf, Interaction... rows) {
    return log(asOf, rows).measure(ResponseTime.eachTurn());
  }

  /** What waits for nothing is told apart, whether others are closed or not. */
  @Test
  void whatExpectsNoResponseIsLeftOutBesideTheClosed() {
    ResponseSummary summary =
        eachTurn(
            24,
            asks("1", "ann", 0),
            resolve("care", 1),
            asks("2", "bob", 0).expectsResponse(false));
    assertEquals(1, summary.closed());
    assertEquals(1, summary.exchanges());
    assertEquals(1, summary.excluded(Exclusion.EXPECTS_NO_RESPONSE));
  }

  /**
   * Of five who asked one is answered after an hour, one is closed after two, one answered after
   * three, one withdraws after four and one waits. Answered within 3 hours: 1/5 + 3/5 * 1/3 = 2/5,
   * and never more; as if closed questions could still be answered it would be 1/5 + 4/5 * 1/3.
   */
  @Test
  void whatIsClosedIsNeverAnswered() {
    ResponseSummary summary =
        eachTurn(
            24,
            asks("1", "ann", 0),
            says("1a", "care", 1),
            asks("2", "bob", 0),
            Act.of(ActKind.RESOLVE, "care", at(2)).on("2"),
            asks("3", "carl", 0),
            Reply.of("3a", "care", at(3)).to("3"),
            asks("4", "dan", 0),
            Act.of(ActKind.RESOLVE, "dan", at(4)).on("4"),
            asks("5", "eve", 0));
    assertEquals(0.2, summary.within(hours(2)).value(), 1e-12);
    assertEquals(0.4, summary.within(hours(3)).value(), 1e-12);
    assertEquals(0.4, summary.within(hours(24)).value(), 1e-12);
    assertEquals(0.2, summary.closedWithin(hours(3)).value(), 1e-12);
    assertEquals(0.4, summary.closedWithin(hours(4)).value(), 1e-12);
    assertEquals(0.2, summary.closedWithin(Closing.BY_PERSON, hours(24)).value(), 1e-12);
    assertEquals(0.2, summary.closedWithin(Closing.BY_ORGANIZATION, hours(24)).value(), 1e-12);
    assertEquals(DurationEstimate.State.NOT_REACHED, summary.median().state());
    assertEquals(
        List.of(5L, 2L, 1L, 2L),
        List.of(summary.exchanges(), summary.answered(), summary.waiting(), summary.closed()));
    assertEquals("0.40", summary.answeredSoFar().toString().substring(0, 4));
    assertEquals(5, summary.answeredSoFar().trials());
    assertTrue(
        summary.toString().contains("\nwithout an answer: 1 withdrawn, 1 closed\n"),
        summary::toString);
    Facts facts = summary.facts();
    assertEquals(
        List.of("5", "2", "1", "2", "1", "1"),
        Talk.texts(
            facts,
            "waits",
            "answered",
            "waiting",
            "closed_unanswered",
            "closed_unanswered_by_person",
            "closed_unanswered_by_organization"));
    assertEquals(0.4, facts.get("answered_within_4h").value().getAsDouble(), 1e-12);
    assertEquals(0, facts.get("closed_within_1h").value().getAsDouble(), 1e-12);
    assertEquals(0.4, facts.get("closed_within_24h").value().getAsDouble(), 1e-12);
    assertEquals(Facts.State.NOT_REACHED, facts.get("wait_median").state());
  }

  /** "Thanks", the ticket is closed, a new question 11 days later is answered in a minute. */
  @Test
  void whatIsSaidAfterAClosingWaitsAnew() {
    Interaction[] rows = {
      asks("1", "carl", 0),
      says("2", "care", 0.01),
      says("3", "carl", 1),
      resolve("care", 2),
      says("4", "carl", 264),
      says("5", "care", 264 + 1.0 / 60)
    };
    ResponseSummary summary = eachTurn(300, rows);
    assertEquals(2, summary.answered());
    assertEquals(1, summary.closed(Closing.BY_ORGANIZATION));
    assertEquals(60_000, summary.answeredLatencies().maxMillis());
    ResponseSummary longest = log(300, rows).measure(ResponseTime.longest());
    assertEquals(1, longest.answered());
    assertEquals(60_000, longest.answeredLatencies().maxMillis());
  }

  /** A bot resolves on Monday; on Friday somebody asks again and is answered ten minutes later. */
  @Test
  void aBotClosesAsAMemberDoes() {
    ResponseSummary summary =
        eachTurn(
            300,
            asks("1", "carl", 0),
            says("2", "bot", 0.1),
            Act.of(ActKind.RESOLVE, "bot", at(1)).on("1"),
            says("3", "carl", 101),
            says("4", "care", 101 + 1.0 / 6));
    assertEquals(Optional.of(Duration.ofMinutes(10)), summary.answeredLatencies().quantile(0.5));
    assertEquals(1, summary.closed(Closing.BY_ORGANIZATION));
  }

  @Test
  void anAnswerOfTheSameInstantComesFirst() {
    assertEquals(
        1, eachTurn(9, asks("1", "carl", 0), says("2", "care", 2), resolve("care", 2)).answered());
    assertEquals(
        1, eachTurn(9, asks("1", "carl", 0), says("2", "care", 2), resolve("care", 1.9)).closed());
  }

  @Test
  void strangersAndOtherOrganizationsCloseNothing() {
    assertEquals(1, eachTurn(9, asks("1", "carl", 0), resolve("stranger", 1)).waiting());
    assertEquals(1, eachTurn(9, asks("1", "carl", 0), resolve("bolt", 1)).waiting());
    assertEquals(1, eachTurn(9, asks("1", "carl", 0), resolve(null, 1)).closed());
    // Whoever opened the conversation closes it for all who wait in it.
    ResponseSummary both =
        eachTurn(9, asks("1", "carl", 0), says("2", "zak", 1), resolve("carl", 2));
    assertEquals(1, both.closed(Closing.BY_PERSON));
    assertEquals(1, both.closed(Closing.BY_ORGANIZATION));
  }

  @Test
  void everyClockThatKnowsWhoWaitsKnowsWhoWasClosed() {
    EngagementLog log =
        log(
            100,
            asks("1", "carl", 0),
            says("2", "carl", 1),
            resolve("care", 5),
            says("3", "care", 6));
    assertEquals(1, log.measure(ResponseTime.eachTurn()).closed());
    assertEquals(1, log.measure(ResponseTime.firstResponse()).closed());
    assertEquals(2, log.measure(ResponseTime.eachMessage()).closed());
    assertEquals(1, log.measure(ResponseTime.session()).closed());
    assertEquals(1, log.measure(ResponseTime.longest()).closed());
    assertEquals(millis(5), log.measure(ResponseTime.longest()).curve().largestMillis());
    // These describe answers, whenever they come.
    assertEquals(1, log.measure(ResponseTime.lastMessage()).answered());
    assertEquals(1, log.measure(ResponseTime.everyReply()).answered());
    assertEquals(0, log.measure(ResponseTime.session(hours(4))).closed(), "its time was up before");
    assertEquals(1, log.measure(ResponseTime.session(hours(4))).waiting());
  }

  @Test
  void whatIsClosedMissesItsTarget() {
    Interaction[] rows = {asks("1", "carl", 0), resolve("care", 1)};
    ResponseSummary due = log(5, rows).measure(ResponseTime.eachTurn().withTarget(hours(4)));
    assertEquals(1, due.target().due());
    assertEquals(1, due.target().missed());
    assertEquals(0, due.target().overdue());
    ResponseSummary young = log(3, rows).measure(ResponseTime.eachTurn().withTarget(hours(4)));
    assertEquals(0, young.target().due());
    assertEquals(0, young.target().stillInTime());
  }

  @Test
  void officeHoursFollowUpAndSkew() {
    OfficeHours office = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
    ResponseSummary inHours =
        log(100, asks("1", "carl", 7), resolve("care", 25))
            .measure(ResponseTime.eachTurn().during(office));
    assertEquals(millis(2), inHours.curve().largestMillis());
    EngagementLog log = log(100, asks("1", "carl", 0), resolve("care", 25));
    assertEquals(1, log.followedFor(hours(24)).measure(ResponseTime.eachTurn()).waiting());
    assertEquals(1, log.followedFor(hours(25)).measure(ResponseTime.eachTurn()).closed());
    assertEquals(1, log.asOf(at(24)).measure(ResponseTime.eachTurn()).waiting());
    ResponseSummary skewed = eachTurn(9, asks("1", "carl", 2), resolve("care", 1));
    assertEquals(1, skewed.excluded(Exclusion.CLOCK_SKEW));
    assertEquals(0, skewed.exchanges());
  }

  /** Closed two hours before it was written, by the data; what care says later changes nothing. */
  @Test
  void aClosingThatCannotBeIsSkewWhateverIsSaidLater() {
    for (ResponseTime clock : List.of(ResponseTime.eachTurn(), ResponseTime.longest())) {
      EngagementLog log =
          log(48, asks("1", "carl", 0), resolve("carl", -2), says("2", "care", 30))
              .followedFor(hours(11));
      assertEquals(1, log.measure(clock).excluded(Exclusion.CLOCK_SKEW));
      var bySide = log.measure(clock.by(Dimension.DEPARTMENT.ofAnswer()));
      assertEquals(List.of(List.of(Dimension.NO_ANSWER)), bySide.keys());
    }
  }

  @Test
  void partsByTheAnsweringSideHoldNone() {
    ResponseSummary summary =
        log(9, asks("1", "carl", 0), resolve("care", 1))
            .measure(ResponseTime.eachTurn().by(Dimension.DEPARTMENT.ofAnswer()))
            .total();
    assertEquals(1, summary.closed());
    ResponseSummary plain = eachTurn(9, asks("1", "carl", 0));
    assertEquals(0, plain.closed());
    assertFalse(plain.toString().contains("without an answer"));
  }

  @Test
  void theBacklogLeavesOutWhatIsResolved() {
    EngagementLog log =
        log(
            48,
            asks("1", "carl", 0),
            resolve("care", 2),
            asks("2", "zak", 1),
            asks("3", "ann", 2),
            Act.of(ActKind.RESOLVE, "care", at(3)).on("3"),
            Act.of(ActKind.REOPEN, "care", at(4)).on("3"));
    BacklogSummary backlog = log.measure(Backlog.standard());
    assertEquals(2, backlog.waiting());
    assertEquals(1, backlog.resolved());
    assertEquals(
        List.of("zak", "ann"),
        backlog.longest().stream().map(BacklogSummary.Waiting::person).toList());
    assertTrue(backlog.toString().contains("\nresolved without an answer: 1\n"), backlog::toString);
    BacklogSummary all = log.measure(Backlog.standard().includingResolved());
    assertEquals(3, all.waiting());
    assertEquals(0, all.resolved());
    assertTrue(Backlog.standard().includingResolved().toString().endsWith(", including resolved"));
  }
}
