package dev.repartee.response;

import static dev.repartee.testing.Talk.headline;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Response in working time, and out of hours. */
final class OfficeHoursResponseTest {
  private static final OfficeHours OFFICE = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  /** Questions of five people and when they were answered, if they were; 5 January is a Monday. */
  private static final String[][] TALK = {
    {"2026-01-05T10:00:00Z", "2026-01-05T10:42:00Z"}, // 42 min on both clocks
    {"2026-01-05T16:30:00Z", "2026-01-06T09:30:00Z"}, // 17 h, and 1 h of work
    {"2026-01-06T20:00:00Z", "2026-01-06T23:00:00Z"}, // 3 h at night, and no work
    {"2026-01-09T18:00:00Z", "2026-01-12T11:00:00Z"}, // over the weekend: 65 h, and 2 h
    {"2026-01-13T16:00:00Z"}, // waits for 18 h, and 2 h
  };

  private static final String AS_OF = "2026-01-14T10:00:00Z";

  private static EngagementLog log(String asOf, String[]... talk) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < talk.length; i++) {
      rows.add(Post.of("p" + i, "carl" + i, talk[i][0]));
      if (talk[i].length > 1) {
        rows.add(Reply.of("r" + i, "care", talk[i][1]).to("p" + i));
      }
    }
    return EngagementLog.builder(ACME).asOf(asOf).addAll(rows).build();
  }

  /** Times in minutes; those who wait in brackets. */
  private static String times(ResponseSummary summary) {
    SurvivalCurve curve = summary.curve();
    List<String> times = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      String minutes = String.valueOf(curve.timeMillis(i) / 60_000);
      times.addAll(Collections.nCopies((int) curve.events(i), minutes));
      times.addAll(Collections.nCopies((int) curve.censored(i), "(" + minutes + ")"));
    }
    return String.join(" ", times);
  }

  @Test
  void bothClocksInOneWalk() {
    ResponseTime wall = ResponseTime.eachTurn();
    ResponseTime working = wall.during(OFFICE);
    Results both = log(AS_OF, TALK).measure(Measures.of(wall, working));
    assertEquals("42 180 1020 (1080) 3900", times(both.get(wall)));
    assertEquals("0 42 60 120 (120)", times(both.get(working)));
    assertEquals(5, both.get(working).exchanges());
    assertEquals("response each turn: median 17 h, 4/5 answered", headline(both.get(wall)));
    assertEquals("response each turn, office hours: median 1 h, 4/5", headline(both.get(working)));
  }

  @Test
  void outOfHoursDemandIsWhoBeginsWhileNobodyIsThere() {
    ResponseTime outside = ResponseTime.eachTurn().startedOutside(OFFICE);
    ResponseSummary r = log(AS_OF, TALK).measure(outside);
    assertEquals("180 3900", times(r));
    assertEquals(3, r.excluded(Exclusion.IN_OFFICE_HOURS));
    assertEquals("0 120", times(log(AS_OF, TALK).measure(outside.during(OFFICE))));
    assertTrue(r.toString().contains("\nexcluded: 3 started in office hours\n"), r::toString);
    assertEquals("response each turn, out of hours: median 1 d 10 h", headline(r));
  }

  @Test
  void closingTimeIsOutsideAndOpeningIsNot() {
    ResponseTime outside = ResponseTime.eachTurn().startedOutside(OFFICE);
    ResponseSummary r =
        log(AS_OF, new String[] {"2026-01-05T17:00:00Z"}, new String[] {"2026-01-06T09:00:00Z"})
            .measure(outside);
    assertEquals(1, r.exchanges());
    assertEquals(1, r.excluded(Exclusion.IN_OFFICE_HOURS));
  }

  @Test
  void everyClockCountsWorkingTime() {
    for (ResponseTime clock :
        List.of(
            ResponseTime.eachTurn(),
            ResponseTime.firstResponse(),
            ResponseTime.eachMessage(),
            ResponseTime.session(),
            ResponseTime.longest())) {
      ResponseSummary outside =
          assertWorkingTime(clock, clock.during(OFFICE), clock.startedOutside(OFFICE));
      assertEquals(0, outside.exchanges());
    }
    for (AnsweredTime clock : List.of(ResponseTime.lastMessage(), ResponseTime.everyReply())) {
      AnsweredTime.Latencies outside =
          assertWorkingTime(clock, clock.during(OFFICE), clock.startedOutside(OFFICE));
      assertEquals(0, outside.answered() + outside.unanswered());
    }
  }

  private static <S extends Answered<S>> S assertWorkingTime(
      Measure<S> clock, Measure<S> during, Measure<S> startedOutside) {
    String[][] one = {{"2026-01-05T16:30:00Z", "2026-01-06T09:30:00Z"}};
    S working = log(AS_OF, one).measure(during);
    S outside = log(AS_OF, one).measure(startedOutside);
    S wall = log(AS_OF, one).measure(clock);
    assertEquals(17, wall.answeredLatencies().quantileMillis(0.5) / 3_600_000);
    assertEquals(1, working.answeredLatencies().quantileMillis(0.5) / 3_600_000);
    assertEquals(1, outside.excluded(Exclusion.IN_OFFICE_HOURS));
    assertTrue(headline(working).length() <= 49, headline(working));
    assertTrue(headline(outside).length() <= 49, headline(outside));
    return outside;
  }

  @Test
  void sessionsInWorkingTimeSayWhatCutsThem() {
    ResponseTime working = ResponseTime.session().during(OFFICE);
    String caution = "silence is on the wall clock";
    assertTrue(log(AS_OF, TALK).measure(working).toString().contains(caution));
    assertTrue(log(AS_OF, TALK).measure(working).table().contains(caution));
    assertFalse(log(AS_OF, TALK).measure(ResponseTime.session()).toString().contains(caution));
    ResponseSummary turns = log(AS_OF, TALK).measure(ResponseTime.eachTurn().during(OFFICE));
    assertFalse(turns.toString().contains(caution));
  }

  @Test
  void aMessageWithManyRepliesIsExcludedOnce() {
    EngagementLog log =
        EngagementLog.builder(ACME)
            .asOf(AS_OF)
            .add(Post.of("p", "carl", "2026-01-05T10:00:00Z"))
            .add(Reply.of("1", "care", "2026-01-05T11:00:00Z").to("p"))
            .add(Reply.of("2", "care", "2026-01-05T12:00:00Z").to("p"))
            .build();
    AnsweredTime.Latencies r = log.measure(ResponseTime.everyReply().startedOutside(OFFICE));
    assertEquals(1, r.excluded(Exclusion.IN_OFFICE_HOURS));
    assertEquals(0, r.answered() + r.unanswered());
  }

  @Test
  void aSkewedClockIsFoundAtNightToo() {
    ResponseSummary r =
        log(AS_OF, new String[] {"2026-01-05T20:00:00Z", "2026-01-05T19:00:00Z"})
            .measure(ResponseTime.eachTurn().during(OFFICE));
    assertEquals(1, r.excluded(Exclusion.CLOCK_SKEW));
    assertEquals(0, r.exchanges());
  }

  private static TargetAttainment target(String asOf, String... talk) {
    ResponseTime promised = ResponseTime.eachTurn().during(OFFICE).withTarget(Duration.ofHours(2));
    return log(asOf, talk).measure(promised).target();
  }

  @Test
  void aTargetIsDueWhenSoMuchWorkingTimeHasPassed() {
    // Friday 16:00 and two hours of work: Monday 10:00.
    String asked = "2026-01-09T16:00:00Z";
    assertEquals(1, target("2026-01-12T09:59:59.999Z", asked).stillInTime());
    assertEquals(1, target("2026-01-12T10:00:00Z", asked).overdue());
    assertEquals(1, target("2026-01-12T12:00:00Z", asked, "2026-01-12T10:00:00Z").met());
    assertEquals(1, target("2026-01-12T12:00:00Z", asked, "2026-01-12T10:00:00.001Z").missed());
    assertEquals(1, target("2026-01-10T12:00:00Z", asked, "2026-01-10T11:00:00Z").metEarly());
    // On closing time: due then, not at the next opening.
    assertEquals(1, target("2026-01-09T17:00:00Z", "2026-01-09T15:00:00Z").overdue());
    assertEquals(1, target("2026-01-09T16:59:00Z", "2026-01-09T15:00:00Z").stillInTime());
  }

  @Test
  void aSessionWithoutAnAnswerIsOverdueWhenItsWorkingTimeIsUp() {
    // On a Friday an hour before closing: the session ends on Saturday, the two hours on Monday.
    String[] answered = {"2026-01-09T16:00:00Z", "2026-01-09T16:30:00Z"};
    String[] late = {"2026-01-09T16:00:00Z", "2026-01-12T09:30:00Z"};
    String[] unanswered = {"2026-01-09T16:00:00Z"};
    ResponseTime promised = ResponseTime.session().during(OFFICE).withTarget(Duration.ofHours(2));
    TargetAttainment r =
        log("2026-01-12T10:00:00Z", answered, late, unanswered).measure(promised).target();
    assertEquals(1, r.met());
    assertEquals(2, r.overdue());
    assertEquals(0, r.stillInTime());
    TargetAttainment early =
        log("2026-01-12T09:59:00Z", answered, late, unanswered).measure(promised).target();
    assertEquals(0, early.due());
    assertEquals(1, early.metEarly());
    assertEquals(2, early.stillInTime());
  }

  @Test
  void otherHoursDoNotMerge() {
    ResponseTime working = ResponseTime.eachTurn().during(OFFICE);
    ResponseTime same = ResponseTime.eachTurn().during(OfficeHours.parse(OFFICE.text()));
    ResponseTime other =
        ResponseTime.eachTurn().during(OfficeHours.parse(OFFICE.text() + ", 2026-01-06 closed"));
    ResponseSummary a = log(AS_OF, TALK).measure(working);
    ResponseSummary b = log(AS_OF, TALK).measure(other);
    assertArrayEquals(a.toBytes(), log(AS_OF, TALK).measure(same).toBytes());
    assertEquals("0 42 60 120 (120)", times(working.fromBytes(a.toBytes())));
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, () -> a.merge(b)).getMessage());
    assertTrue(message.contains("in office hours Mon-Fri 09:00-17:00 UTC]"), message);
    assertTrue(message.contains("UTC, 2026-01-06 closed]"), message);
  }

  @Test
  void theHoursAreInTheText() {
    ResponseTime measure =
        ResponseTime.eachTurn()
            .withTarget(Duration.ofHours(1))
            .during(OFFICE)
            .startedOutside(OfficeHours.parse("Sat-Sun 10:00-12:00 UTC"))
            .exact();
    assertEquals(
        "response each turn, started outside Sat-Sun 10:00-12:00 UTC, in office hours Mon-Fri"
            + " 09:00-17:00 UTC, target PT1H, exact",
        measure.plan().text());
  }
}
