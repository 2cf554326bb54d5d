package dev.repartee.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import dev.repartee.resolution.ResolutionSummary.State;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Worked by hand; times are hours after Monday, 5 January 2026, 09:00 UTC. */
class ResolutionTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme", a -> a.member("care", "Support").member("tech", "Tech").bot("bot", "Support"))
          .topic("tea", "Acme", "Kitchen")
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

  private static Post asks(String id, double hours) {
    return Post.of(id, "carl", at(hours));
  }

  private static Reply says(String id, String author, double hours) {
    return Reply.of(id, author, at(hours)).to("1");
  }

  private static Act act(ActKind kind, String author, double hours) {
    return Act.of(kind, author, at(hours)).on("1");
  }

  private static Act resolve(double hours) {
    return act(ActKind.RESOLVE, "care", hours);
  }

  private static EngagementLog log(double asOf, Interaction... rows) {
    return EngagementLog.builder(DIRECTORY).asOf(at(asOf)).addAll(List.of(rows)).build();
  }

  private static ResolutionSummary measure(Resolution measure, double asOf, Interaction... rows) {
    return log(asOf, rows).measure(measure);
  }

  private static String refusal(Runnable asks) {
    return Objects.requireNonNull(
        assertThrows(IllegalStateException.class, asks::run).getMessage());
  }

  @Test
  void withoutAnyActNothingIsKnown() {
    ResolutionSummary none =
        measure(Resolution.first(), 100, asks("1", 0), act(ActKind.RATE, "carl", 5).rating(3));
    assertFalse(none.isObserved());
    assertEquals(1, none.strands());
    assertTrue(none.toString().startsWith("resolution: not observed\n"), none::toString);
    for (Runnable asks :
        List.<Runnable>of(
            none::resolved,
            none::unresolved,
            none::stillInTime,
            none::resolvedSoFar,
            none::curve,
            none::median,
            none::reopened,
            none::reopenings,
            none::resolvedUnanswered,
            none::byOneContact,
            none::backlog,
            none::withoutEffect,
            () -> none.within(hours(1)),
            () -> none.reopenedWithin(hours(1)),
            () -> none.chance(State.OPEN, hours(1)),
            () -> none.timeIn(State.OPEN, hours(1)))) {
      assertTrue(refusal(asks).startsWith("states (none in the log) are not observed"));
    }
    Facts facts = none.facts();
    assertEquals(Facts.State.VALUE, facts.get("strands").state());
    assertEquals(Facts.State.VALUE, facts.get("excluded_cut").state());
    for (String statistic :
        List.of("resolution_median", "resolved", "open_after_4h", "reopenings", "by_one_contact")) {
      assertEquals(Facts.State.NOT_OBSERVED, facts.get(statistic).state(), statistic);
      assertEquals("not observed", facts.get(statistic).text());
    }
    assertTrue(
        none.table().endsWith("not observed: no act resolves, reopens, holds, resumes or assigns"),
        none::table);
  }

  @Test
  void whatIsObservedAnywhereIsKnownOfEveryPart() {
    EngagementLog log =
        log(
            100,
            asks("1", 0).channel("mail"),
            resolve(4),
            Post.of("2", "zak", at(1)).channel("chat"));
    Breakdown<ResolutionSummary> parts = log.measure(Resolution.first().by(Dimension.CHANNEL));
    assertTrue(parts.get("chat").isObserved());
    assertEquals(0, parts.get("chat").resolved());
    assertFalse(log.asOf(at(3)).measure(Resolution.first()).isObserved());
  }

  @Test
  void bothClocksOfAStrandThatIsOpenedAgain() {
    Interaction[] rows = {
      asks("1", 0),
      says("2", "care", 1),
      resolve(4),
      act(ActKind.REOPEN, "carl", 24),
      says("3", "care", 30),
      resolve(48)
    };
    assertEquals(Optional.of(hours(4)), measure(Resolution.first(), 1000, rows).median().value());
    ResolutionSummary lasting = measure(Resolution.lasting(), 1000, rows);
    assertEquals(Optional.of(hours(48)), lasting.median().value());
    assertEquals(1, lasting.resolved());
    assertEquals(1, lasting.reopened());
    assertEquals(1, lasting.reopenings());
    assertEquals(0, lasting.byOneContact().successes());
    assertEquals(1, lasting.byOneContact().trials());
    // A reopening after 20 hours does not matter to whoever asks for less.
    assertEquals(
        Optional.of(hours(4)),
        measure(Resolution.lasting(hours(19.9)), 1000, rows).median().value());
    assertEquals(
        Optional.of(hours(48)),
        measure(Resolution.lasting(hours(20)), 1000, rows).median().value());
  }

  @Test
  void aResolutionWhoseTimeIsNotOverIsStillInTime() {
    Interaction[] rows = {asks("1", 0), resolve(4)};
    ResolutionSummary before = measure(Resolution.lasting(hours(24)), 27.999, rows);
    assertEquals(
        List.of(0L, 0L, 1L), List.of(before.resolved(), before.unresolved(), before.stillInTime()));
    assertEquals(millis(3.999), before.curve().largestMillis());
    ResolutionSummary after = measure(Resolution.lasting(hours(24)), 28, rows);
    assertEquals(
        List.of(1L, 0L, 0L), List.of(after.resolved(), after.unresolved(), after.stillInTime()));
    assertEquals(Optional.of(hours(4)), after.median().value());
    ResolutionSummary open =
        measure(
            Resolution.lasting(hours(24)),
            40,
            asks("1", 0),
            act(ActKind.ASSIGN, "care", 1).assignedTo("Tech"));
    assertEquals(
        List.of(0L, 1L, 0L), List.of(open.resolved(), open.unresolved(), open.stillInTime()));
    assertEquals(millis(16), open.curve().largestMillis());
  }

  @Test
  void aMessageOpensAgainUnlessSwitchedOff() {
    Interaction[] rows = {
      asks("1", 0), resolve(4), says("2", "carl", 10).expectsResponse(false), says("3", "carl", 20)
    };
    ResolutionSummary byMessage = measure(Resolution.first(), 100, rows);
    assertEquals(1, byMessage.reopenings());
    assertEquals(List.of(new Backlog("", 1, 0, 1)), byMessage.backlog());
    ResolutionSummary byAct = measure(Resolution.first().reopenedByActsOnly(), 100, rows);
    assertEquals(0, byAct.reopenings());
    assertEquals(List.of(), byAct.backlog());
  }

  @Test
  void automaticMessagesAndThoseOfMembersOpenNothing() {
    ResolutionSummary summary =
        measure(
            Resolution.first(),
            100,
            asks("1", 0),
            resolve(4),
            says("2", "carl", 10).automatic(true),
            says("3", "care", 20),
            says("4", "bot", 21));
    assertEquals(0, summary.reopenings());
  }

  @Test
  void holdingPausesUntilResumedResolvedOrTheNextMessage() {
    Resolution paused = Resolution.first().pausedWhile(ActKind.HOLD);
    assertEquals(
        Optional.of(hours(8)),
        measure(
                paused,
                100,
                asks("1", 0),
                act(ActKind.HOLD, "care", 2),
                act(ActKind.RESUME, "care", 4),
                resolve(10))
            .median()
            .value());
    assertEquals(
        Optional.of(hours(9)),
        measure(
                paused,
                100,
                asks("1", 0),
                act(ActKind.HOLD, "care", 2),
                says("2", "carl", 3).expectsResponse(false),
                resolve(10))
            .median()
            .value());
    assertEquals(
        Optional.of(hours(2)),
        measure(paused, 100, asks("1", 0), act(ActKind.HOLD, "care", 2), resolve(10))
            .median()
            .value());
    ResolutionSummary held = measure(paused, 100, asks("1", 0), act(ActKind.HOLD, "care", 2));
    assertEquals(millis(2), held.curve().largestMillis(), "held ever since");
    assertEquals(List.of(new Backlog("", 0, 1, 1)), held.backlog());
    assertEquals(
        Optional.of(hours(10)),
        measure(Resolution.first(), 100, asks("1", 0), act(ActKind.HOLD, "care", 2), resolve(10))
            .median()
            .value());
  }

  /** Monday to Friday, 9 to 17: of the two hours on hold one lies within. */
  @Test
  void officeHoursAndPausesGoTogether() {
    OfficeHours hours = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
    Resolution measure = Resolution.first().during(hours).pausedWhile(ActKind.HOLD);
    Interaction[] rows = {
      asks("1", 0), act(ActKind.HOLD, "care", 7), act(ActKind.RESUME, "care", 9), resolve(26)
    };
    assertEquals(Optional.of(hours(9)), measure(measure, 100, rows).median().value());
    assertEquals(
        Optional.of(hours(10)),
        measure(Resolution.first().during(hours), 100, rows).median().value());
  }

  /**
   * Zendesk, as its help describes: first resolution time runs to the first time a ticket is
   * solved, full resolution time to the last; both include what lies between, also while it was
   * solved; reopens count how often a solved ticket was opened again; on-hold time is told apart.
   */
  @Test
  void asAHelpDeskThatTellsFirstFromFullResolution() {
    Interaction[] rows = {
      asks("1", 0),
      says("2", "care", 0.5),
      act(ActKind.HOLD, "care", 1),
      act(ActKind.RESUME, "care", 3),
      resolve(5),
      says("3", "carl", 29),
      says("4", "care", 30),
      resolve(31),
      says("5", "carl", 40),
      resolve(41)
    };
    ResolutionSummary first = measure(Resolution.first(), 1000, rows);
    ResolutionSummary full = measure(Resolution.lasting(), 1000, rows);
    assertEquals(Optional.of(hours(5)), first.median().value());
    assertEquals(Optional.of(hours(41)), full.median().value());
    assertEquals(2, full.reopenings());
    assertEquals(
        Optional.of(hours(3)),
        measure(Resolution.first().pausedWhile(ActKind.HOLD), 1000, rows).median().value());
    assertEquals(millis(2), first.timeIn(State.ON_HOLD, hours(100)).millis());
    assertEquals(millis(3 + 2 + 1), first.timeIn(State.OPEN, hours(100)).millis());
    assertEquals(millis(24 + 9 + 59), first.timeIn(State.RESOLVED, hours(100)).millis());
  }

  /**
   * Chatwoot: a resolved conversation is opened by the next message of the contact, snoozed ones
   * too; the time to resolution is that from the creation to the event, told at each event. A bot
   * resolves on Monday, it is opened again on Friday at 14:00 and resolved ten minutes later: the
   * first resolution is the bot's, the lasting one Friday's.
   */
  @Test
  void asAHelpDeskWhereMessagesReopen() {
    Interaction[] rows = {
      asks("1", 0),
      says("2", "bot", 0.1),
      act(ActKind.RESOLVE, "bot", 1),
      says("3", "carl", 101),
      says("4", "care", 101 + 10.0 / 60),
      resolve(101 + 10.0 / 60)
    };
    ResolutionSummary first = measure(Resolution.first(), 1000, rows);
    assertEquals(Optional.of(hours(1)), first.median().value());
    assertEquals(1, first.resolvedUnanswered().successes(), "a bot's message is no answer");
    assertEquals(
        0,
        measure(Resolution.first().answers(AnswerRule.standard().countingBots()), 1000, rows)
            .resolvedUnanswered()
            .successes());
    assertEquals(
        Optional.of(hours(101 + 10.0 / 60)),
        measure(Resolution.lasting(), 1000, rows).median().value());
    ResolutionSummary snoozed =
        measure(
            Resolution.first(),
            1000,
            asks("1", 0),
            act(ActKind.HOLD, "care", 1),
            says("2", "carl", 5),
            resolve(6));
    assertEquals(millis(4), snoozed.timeIn(State.ON_HOLD, hours(100)).millis());
  }

  @Test
  void whoHasASayAndWhatChangesNothing() {
    ResolutionSummary summary =
        measure(
            Resolution.first(),
            100,
            asks("1", 0),
            act(ActKind.REOPEN, "care", 1),
            act(ActKind.RESUME, "care", 2),
            act(ActKind.RESOLVE, "stranger", 3),
            act(ActKind.ASSIGN, "care", 4).assignedTo("Tech"),
            act(ActKind.ASSIGN, "care", 5).assignedTo("tech"),
            act(ActKind.RESOLVE, "carl", 6),
            act(ActKind.RESOLVE, "care", 7),
            act(ActKind.HOLD, "care", 8));
    assertEquals(Optional.of(hours(6)), summary.median().value());
    assertEquals(6, summary.withoutEffect());
    assertTrue(summary.toString().contains("\n6 acts without effect\n"), summary::toString);
  }

  @Test
  void inAForumAnybodySettlesAndOnlyWhoAskedOpensAgain() {
    List<Interaction> rows =
        new ArrayList<>(
            List.of(
                asks("1", 0),
                says("2", "zak", 1),
                act(ActKind.RESOLVE, "moderator", 2),
                says("3", "matt", 3)));
    Resolution measure = Resolution.first().answers(AnswerRule.anybodyElse());
    EngagementLog forum = EngagementLog.builder().asOf(at(500)).addAll(rows).build();
    ResolutionSummary summary = forum.measure(measure);
    assertEquals(Optional.of(hours(2)), summary.median().value());
    assertEquals(0, summary.reopenings());
    assertEquals(1, summary.byOneContact().successes());
    assertEquals(0, forum.measure(Resolution.first()).resolvedUnanswered().trials());
    rows.add(says("4", "carl", 4));
    assertEquals(
        1,
        EngagementLog.builder().asOf(at(500)).addAll(rows).build().measure(measure).reopenings());
  }

  @Test
  void theBacklogIsByDepartment() {
    ResolutionSummary summary =
        measure(
            Resolution.first(),
            100,
            asks("1", 0),
            act(ActKind.ASSIGN, "care", 1).assignedTo("tech"),
            Post.of("2", "zak", at(1)).topic("tea"),
            Post.of("3", "zak", at(1)),
            Act.of(ActKind.ASSIGN, "care", at(2)).on("3").assignedTo("Tech"),
            Act.of(ActKind.HOLD, "care", at(3)).on("3"),
            Post.of("4", "zak", at(1)).topic("tea"),
            Act.of(ActKind.ASSIGN, "care", at(2)).on("4").assignedTo("Legal"),
            Act.of(ActKind.ASSIGN, "care", at(3)).on("4"),
            Post.of("5", "zak", at(1)),
            Act.of(ActKind.RESOLVE, "care", at(3)).on("5"));
    assertEquals(
        List.of(new Backlog("Kitchen", 2, 0, 2), new Backlog("Tech", 1, 1, 0)), summary.backlog());
    assertEquals(0, summary.withoutEffect());
    assertEquals("Tech: 1 open, 1 on hold, 0 unassigned", summary.backlog().get(1).toString());
  }

  @Test
  void whoIsLeftOutAndWhy() {
    ResolutionSummary summary =
        measure(
            Resolution.first(),
            100,
            Post.of("1", "care", at(0)),
            says("2", "carl", 1),
            resolve(2),
            Reply.of("3", "carl", at(0)).to("lost"),
            Post.of("4", "carl", at(0)).expectsResponse(false),
            Post.of("5", "carl", at(5)),
            Act.of(ActKind.RESOLVE, "care", at(4)).on("5"),
            Post.of("6", "carl", at(0)).automatic(true),
            Post.of("7", "carl", at(0)));
    assertEquals(1, summary.strands());
    assertEquals(1, summary.excluded(Exclusion.OPENED_BY_ORGANIZATION));
    assertEquals(1, summary.excluded(Exclusion.CUT));
    assertEquals(1, summary.excluded(Exclusion.EXPECTS_NO_RESPONSE));
    assertEquals(1, summary.excluded(Exclusion.CLOCK_SKEW));
    assertEquals(0, summary.excluded().get(Exclusion.UNADDRESSED));
    assertTrue(
        summary
            .toString()
            .contains(
                "\nexcluded: 1 opened by the organization, 1 without their beginning, 1 expect no"
                    + " response, 1 resolved before their start\n"),
        summary::toString);
  }

  /** Of five strands two met the target of 4 hours, one was late, one overdue, one is young. */
  @Test
  void theTargetIsJudgedAmongTheDue() {
    List<Interaction> rows = new ArrayList<>();
    double[] opened = {0, 0, 0, 0, 98, 97};
    double[] resolved = {4, 1, 4.001, Double.NaN, Double.NaN, 99};
    for (int i = 0; i < opened.length; i++) {
      rows.add(asks("q" + i, opened[i]));
      if (!Double.isNaN(resolved[i])) {
        rows.add(Act.of(ActKind.RESOLVE, "care", at(resolved[i])).on("q" + i));
      }
    }
    ResolutionSummary summary =
        measure(Resolution.first().withTarget(hours(4)), 100, rows.toArray(Interaction[]::new));
    assertEquals(
        "within 4 h: " + summary.target().attainment() + ", missed 1, overdue 1",
        summary.target().toString());
    assertEquals(2, summary.target().attainment().successes());
    assertEquals(4, summary.target().attainment().trials());
    assertEquals(
        List.of(1L, 1L, 1L, 1L),
        List.of(
            summary.target().missed(),
            summary.target().overdue(),
            summary.target().metEarly(),
            summary.target().stillInTime()));
    Facts facts = summary.facts();
    assertEquals(
        List.of("4 h", "1", "1", "1", "1"),
        Talk.texts(
            facts,
            "target",
            "target_missed",
            "target_overdue",
            "target_met_early",
            "target_still_in_time"));
    assertEquals(2, facts.get("target_met").numerator().orElseThrow());
    assertEquals(4, facts.get("target_met").denominator().orElseThrow());
    assertEquals(
        "target (none) must be named before the log is measured; use Resolution….withTarget(…)",
        refusal(() -> measure(Resolution.first(), 100, resolve(1)).target()));
  }

  /** What is resolved in time but may not last yet is not overdue. */
  @Test
  void ofLastingResolutionsThoseAreDueOfWhichItIsKnown() {
    Resolution measure = Resolution.lasting(hours(24)).withTarget(hours(4));
    Interaction[] rows = {asks("1", 0), resolve(1), asks("2", 0)};
    ResolutionSummary early = measure(measure, 24.5, rows);
    assertEquals(0, early.target().attainment().trials());
    assertEquals(2, early.target().stillInTime());
    assertTrue(
        early.toString().contains("\n1 resolved, not known yet whether it lasts\n"),
        early::toString);
    ResolutionSummary later = measure(measure, 28, rows);
    assertEquals(2, later.target().attainment().trials());
    assertEquals(1, later.target().attainment().successes());
    assertEquals(1, later.target().overdue());
    assertFalse(later.toString().contains("not known yet"), later::toString);
    assertEquals(
        "resolution: no data",
        Talk.headline(
            log(100, asks("1", 0), resolve(4))
                .between(at(50), at(60))
                .measure(Resolution.first())));
  }

  /** Three of four were resolved; of these one was opened again, after 2 hours. */
  @Test
  void chancesOfStatesAndOfReopening() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(asks("q" + i, 0));
    }
    for (int i = 0; i < 3; i++) {
      rows.add(Act.of(ActKind.RESOLVE, "care", at(i + 1)).on("q" + i));
    }
    rows.add(Act.of(ActKind.REOPEN, "carl", at(3)).on("q0"));
    rows.add(Act.of(ActKind.HOLD, "care", at(2)).on("q3"));
    ResolutionSummary summary = measure(Resolution.first(), 100, rows.toArray(Interaction[]::new));
    assertEquals(1.0, summary.chance(State.OPEN, hours(0.9)).value());
    assertEquals(0.25, summary.chance(State.RESOLVED, hours(1)).value());
    assertEquals(0.25, summary.chance(State.OPEN, hours(2)).value(), 1e-12);
    assertEquals(0.25, summary.chance(State.ON_HOLD, hours(2)).value());
    assertEquals(0.5, summary.chance(State.RESOLVED, hours(4)).value(), 1e-12);
    assertEquals(1 / 3.0, summary.reopenedWithin(hours(2)).value(), 1e-12);
    assertEquals(0, summary.reopenedWithin(hours(1.9)).value(), 1e-12);
    assertEquals(3, summary.resolvedUnanswered().successes());
    assertEquals(0.75, summary.within(hours(3)).value());
    Facts facts = summary.facts();
    assertEquals(
        List.of("4", "3", "1", "1", "1", "0", "7 d"),
        Talk.texts(
            facts,
            "strands",
            "resolved",
            "unresolved",
            "strands_reopened",
            "reopenings",
            "acts_without_effect",
            "time_to_last"));
    assertEquals(9_000_000.0, facts.get("resolution_median").value().getAsDouble());
    // A quarter is resolved from the first hour to the second, and nine tenths never are.
    assertEquals(5_400_000.0, facts.get("resolution_p25").value().getAsDouble());
    assertTrue(facts.get("resolution_p90").value().isEmpty());
    assertTrue(facts.find("target").isEmpty());
    assertEquals(0.75, facts.get("resolved_within_4h").value().getAsDouble());
    assertEquals(0.5, facts.get("resolved_after_4h").value().getAsDouble(), 1e-12);
    assertEquals(0.25, facts.get("on_hold_after_4h").value().getAsDouble(), 1e-12);
    assertEquals(0.25, facts.get("open_after_1d").value().getAsDouble(), 1e-12);
    assertEquals(3, facts.get("resolved_unanswered").numerator().getAsLong());
    assertEquals(Facts.State.NO_DATA, facts.get("by_one_contact").state());
    // None is assigned to anybody: one is open again, one on hold.
    assertEquals("1", facts.get("open", Dimension.NONE).text());
    assertEquals("1", facts.get("on_hold", Dimension.NONE).text());
    assertEquals("2", facts.get("unassigned", Dimension.NONE).text());
    assertTrue(summary.table().contains("\n\ndepartment  open  on hold  unassigned\n"));
  }

  @Test
  void argumentsAreChecked() {
    assertEquals(
        "state (RESOLVE) must be HOLD: no clock pauses in another",
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Resolution.first().pausedWhile(ActKind.RESOLVE))
                .getMessage()));
    assertEquals(
        "target (PT0S) must be at least a millisecond",
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Resolution.first().withTarget(Duration.ZERO))
                .getMessage()));
    assertEquals(Resolution.lasting(), Resolution.lasting(Duration.ofDays(7)));
    assertEquals(
        "lasting resolution, lasting PT1H, reopened by acts only",
        Resolution.lasting(hours(1)).reopenedByActsOnly().toString());
  }
}
