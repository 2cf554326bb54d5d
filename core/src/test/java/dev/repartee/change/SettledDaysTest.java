package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.Watch.State;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promise.Census;
import dev.repartee.response.ResponseTime;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The settled days of a log, by hand. Minutes are those since Thursday 1970-01-01 in UTC. */
class SettledDaysTest {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Promise PROMISE = Promise.atLeast(0.8).answeredWithin(FOUR_HOURS);

  /**
   * Carl asks at 1:00 of the first day and is answered in time, Dan at 23:00 and is answered after
   * four hours and a minute; on the second day nobody asks, on the third Eve at 20:00, and is not
   * answered.
   */
  private static EngagementLog log(long asOfMinute) {
    Interaction[] rows = {
      Talk.post("1", "carl", HOUR).channel("blog"),
      Talk.reply("1r", "care", 5 * HOUR, "1").channel("blog"),
      Talk.post("2", "dan", 23 * HOUR).channel("chirp"),
      Talk.reply("2r", "care", 27 * HOUR + 1, "2").channel("chirp"),
      Talk.post("3", "eve", 2 * DAY + 20 * HOUR).channel("blog")
    };
    return Talk.log(asOfMinute, rows);
  }

  private static String days(Watch watch) {
    return watch.byDay().entrySet().stream()
        .map(day -> day.getKey() + " " + day.getValue().successes() + "/" + day.getValue().trials())
        .collect(Collectors.joining(", "));
  }

  private static String days(Promise promise, EngagementLog log) {
    return days(Watch.of(promise, log, ZoneOffset.UTC));
  }

  private static String refusal(Promise promise, EngagementLog log) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Watch.of(promise, log, ZoneOffset.UTC))
            .getMessage());
  }

  @Test
  void aDayIsSettledWhenItsLastMomentWasWatchedLongEnough() {
    EngagementLog log = log(10 * DAY).followedFor(FOUR_HOURS);
    assertEquals("1970-01-01 1/2, 1970-01-03 0/1", days(PROMISE, log));
    assertEquals("", days(PROMISE, log.asOf("1970-01-02T03:59:59.999Z")));
    assertEquals("1970-01-01 1/2", days(PROMISE, log.asOf("1970-01-02T04:00:00Z")));
    assertEquals("1970-01-01 1/2", days(PROMISE, log.asOf("1970-01-04T03:59:59.999Z")));
    assertEquals("1970-01-01 1/2, 1970-01-03 0/1", days(PROMISE, log.asOf("1970-01-04T04:00:00Z")));
  }

  @Test
  void whoIsWatchedForLongerIsJudgedAlikeAndLater() {
    EngagementLog week = log(10 * DAY).followedFor(Duration.ofDays(7));
    assertEquals("1970-01-01 1/2, 1970-01-03 0/1", days(PROMISE, week));
    assertEquals("1970-01-01 1/2", days(PROMISE, week.asOf("1970-01-09T00:00:00Z")));
  }

  @Test
  void daysAreThoseOfTheZone() {
    Watch inTokyo =
        Watch.of(PROMISE, log(10 * DAY).followedFor(FOUR_HOURS), ZoneId.of("Asia/Tokyo"));
    assertEquals("1970-01-01 1/1, 1970-01-02 0/1, 1970-01-04 0/1", days(inTokyo));
  }

  @Test
  void ofADayThatLiesPartlyInTheWindowNothingIsTold() {
    EngagementLog log = log(10 * DAY).followedFor(FOUR_HOURS);
    assertEquals(
        "1970-01-03 0/1",
        days(PROMISE, log.between("1970-01-01T00:30:00Z", "1970-01-08T00:00:00Z")));
    assertEquals(
        "1970-01-01 1/2",
        days(PROMISE, log.between("1970-01-01T00:00:00Z", "1970-01-03T23:00:00Z")));
  }

  @Test
  void aPromiseOnAPartAndAPartOfTheLogAreCountedAlike() {
    EngagementLog log = log(10 * DAY).followedFor(FOUR_HOURS);
    assertEquals(
        "1970-01-01 1/1, 1970-01-03 0/1", days(PROMISE.on(Dimension.CHANNEL, "blog"), log));
    assertEquals(
        "1970-01-01 1/1, 1970-01-03 0/1", days(PROMISE, log.only(Dimension.CHANNEL, "blog")));
  }

  /** Dialogue looks seven days ahead, whatever the log is followed for. */
  @Test
  void whatAMeasureLooksAheadHasToBeWatchedToo() {
    EngagementLog log = log(20 * DAY).followedFor(FOUR_HOURS);
    Promise twoWay = Promise.atLeast(0.5).twoWay();
    assertEquals("1970-01-01 1/2, 1970-01-03 0/1", days(twoWay, log));
    assertEquals("1970-01-01 1/2", days(twoWay, log.asOf("1970-01-09T00:00:00Z")));
    assertEquals("", days(twoWay, log.asOf("1970-01-08T23:59:59Z")));
    assertEquals(
        "1970-01-01 1/2, 1970-01-03 0/1",
        days(
            Promise.atMost(0.5).of("two-way", Dialogue.standard(), dialogue -> dialogue.twoWay()),
            log));
  }

  /** Eve asks on Saturday at 20:00; Monday 13:00 is four hours of work later. */
  @Test
  void inOfficeHoursTheLogIsFollowedForAsManyDaysAsThatLasts() {
    OfficeHours hours = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
    Promise atWork =
        Promise.atLeast(0.8).answeredWithin(FOUR_HOURS, ResponseTime.eachTurn().during(hours));
    EngagementLog log = log(10 * DAY);
    assertEquals(
        "1970-01-01 2/2, 1970-01-03 0/1", days(atWork, log.followedFor(Duration.ofDays(4))));
    assertEquals(
        "log (followed for PT24H) must be followed for longer: of those of 1970-01-03, 1 were not"
            + " due when that was over; take at least what is promised, and in office hours as many"
            + " days as that may last",
        refusal(atWork, log.followedFor(Duration.ofDays(1))));
  }

  @Test
  void whatCannotBeWatchedIsRefused() {
    assertEquals(
        "log (followed up to its as-of, 1970-01-11T00:00:00Z) must be followed for the same time"
            + " from each exchange on, or no day is ever settled; pass log.followedFor(…), for"
            + " at least what is promised",
        refusal(PROMISE, log(10 * DAY)));
    assertTrue(
        refusal(PROMISE, log(10 * DAY).followedFor(Duration.ofHours(3)))
            .startsWith("log (followed for PT3H) must be followed for longer: of those of"));
    Promise census =
        Promise.census("all", ResponseTime.eachTurn(), all -> new Census(all.answered(), 9, ""));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Watch.of(census));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("bound (1.0) must lie between 0 and 1"),
        e::getMessage);
  }

  @Test
  void boundAndDirectionAreThoseOfThePromise() {
    assertEquals(Watch.atLeast(0.8), Watch.of(PROMISE));
    assertEquals(
        Watch.atMost(0.2),
        Watch.of(Promise.atMost(0.2).of("broadcasts", Dialogue.standard(), d -> d.twoWay())));
    Watch none = Watch.of(PROMISE, log(0).followedFor(FOUR_HOURS), ZoneOffset.UTC);
    assertEquals(Watch.atLeast(0.8), none);
    assertEquals(State.NO_DATA, none.state());
    assertEquals(57, none.daysNeeded());
  }
}
