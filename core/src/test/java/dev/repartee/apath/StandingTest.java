package dev.repartee.apath;

import static dev.repartee.apath.PathWorld.act;
import static dev.repartee.apath.PathWorld.day;
import static dev.repartee.apath.PathWorld.firstLine;
import static dev.repartee.apath.PathWorld.log;
import static dev.repartee.apath.PathWorld.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people stand, flows, chances, the hollow audience and advocates by name, by hand. */
final class StandingTest {
  /** Ann warms up by day 30 as a follower, and shares on days 31 and 32. */
  private static final List<Interaction> ANN =
      List.of(
          act(ActKind.FOLLOW, "ann", 1),
          act(ActKind.CLICK, "ann", 10),
          act(ActKind.CLICK, "ann", 30),
          act(ActKind.SHARE, "ann", 31),
          act(ActKind.SHARE, "ann", 32));

  private static EngagementLog ann(int asOf, Interaction... more) {
    List<Interaction> rows = new ArrayList<>(ANN);
    rows.addAll(List.of(more));
    return log(asOf, rows.toArray(Interaction[]::new));
  }

  /** Where the only person stands. */
  private static Standing standing(EngagementLog log) {
    APathStateSummary state = log.measure(APathState.standard());
    assertEquals(1, state.persons());
    for (Standing standing : Standing.values()) {
      if (state.isObserved(standing) && state.count(standing) == 1) {
        return standing;
      }
    }
    throw new AssertionError(state);
  }

  /** The thirds that leave in different ways do not add up to 1 to the last bit. */
  @Test
  void nobodyIsWhereAllHaveLeft() {
    APathChancesSummary chances =
        log(
                200,
                act(ActKind.FOLLOW, "ann", 1),
                act(ActKind.SUBSCRIBE, "bea", 1),
                act(ActKind.SUBSCRIBE, "carl", 1),
                act(ActKind.UNFOLLOW, "ann", 10),
                act(ActKind.UNSUBSCRIBE, "bea", 10),
                act(ActKind.UNSUBSCRIBE, "carl", 10))
            .measure(APathChances.standard());
    Duration month = Duration.ofDays(30);
    assertEquals(0, chances.at(Standing.ATTRACTION, month).value(), 0);
    assertEquals(1 / 3.0, chances.at(Standing.UNFOLLOWED, month).value(), 1e-12);
    assertEquals(2 / 3.0, chances.at(Standing.UNSUBSCRIBED, month).value(), 1e-12);
    assertFalse(chances.toString().contains("e-"), chances.toString());
  }

  @Test
  void aPersonThroughTime() {
    EngagementLog log =
        ann(
            300,
            act(ActKind.UNFOLLOW, "ann", 50),
            act(ActKind.VIEW, "ann", 55),
            act(ActKind.CLICK, "ann", 60),
            act(ActKind.SUBSCRIBE, "ann", 70),
            act(ActKind.UNSUBSCRIBE, "ann", 200));
    assertEquals(Standing.ATTRACTION, standing(log.asOf(day(29))));
    assertEquals(Standing.AUDIENCE, standing(log.asOf(day(30))));
    assertEquals(Standing.AUDIENCE, standing(log.asOf(day(31))));
    assertEquals(Standing.ADVOCATES, standing(log.asOf(day(49))));
    // Gone, and a look brings nobody back; a click does, but not into the audience.
    assertEquals(Standing.UNFOLLOWED, standing(log.asOf(day(50))));
    assertEquals(Standing.UNFOLLOWED, standing(log.asOf(day(59))));
    assertEquals(Standing.AFFINITY, standing(log.asOf(day(60))));
    assertEquals(Standing.ADVOCATES, standing(log.asOf(day(70))));
    // Day 160 is 90 days after the last act of will; an ending tells more than silence.
    assertEquals(Standing.ADVOCATES, standing(log.asOf(day(159))));
    assertEquals(Standing.LAPSED, standing(log.asOf(day(160))));
    assertEquals(Standing.UNSUBSCRIBED, standing(log.asOf(day(200))));
    assertEquals(Standing.UNSUBSCRIBED, standing(log));
    // The path keeps what was reached.
    assertEquals(1, log.measure(APath.standard()).stage(Stage.ADVOCATES).count());
  }

  @Test
  void anAngryMessageIsASignOfLife() {
    EngagementLog log =
        log(
            100,
            act(ActKind.VIEW, "ann", 1),
            post("p1", "ann", 80).sentiment(Sentiment.NEGATIVE),
            act(ActKind.REACTION, "ann", 85).sentiment(Sentiment.NEGATIVE));
    assertEquals(Standing.ATTENTION, standing(log));
    EngagementLog silent = log(100, act(ActKind.VIEW, "ann", 1), act(ActKind.VIEW, "ann", 90));
    assertEquals(Standing.LAPSED, standing(silent));
    assertEquals(Standing.ATTENTION, standing(silent.asOf(day(90))));
  }

  @Test
  void aFollowThatStandsElsewhereKeepsTheAudience() {
    assertEquals(
        Standing.ADVOCATES,
        standing(
            ann(
                60,
                act(ActKind.FOLLOW, "ann", 40).channel("blog"),
                act(ActKind.UNFOLLOW, "ann", 50))));
    // The same instant, the last follow and a subscription that never was: it was the follow.
    assertEquals(
        Standing.UNFOLLOWED,
        standing(ann(60, act(ActKind.UNSUBSCRIBE, "ann", 50), act(ActKind.UNFOLLOW, "ann", 50))));
  }

  @Test
  void whatIsNotObservedHasNoCount() {
    APathStateSummary state = log(9, act(ActKind.CLICK, "ann", 1)).measure(APathState.standard());
    assertFalse(state.isObserved(Standing.AUDIENCE));
    assertFalse(state.isObserved(Standing.UNFOLLOWED));
    assertTrue(state.isObserved(Standing.LAPSED));
    assertTrue(
        String.valueOf(
                assertThrows(IllegalStateException.class, () -> state.count(Standing.UNFOLLOWED))
                    .getMessage())
            .startsWith("stage (AUDIENCE) is not observed"));
    assertEquals("a-path state: 1 person, 0 lost", firstLine(state));
    assertTrue(state.toString().contains("not observed"), state::toString);
    // Past the audience that nobody can see, advocates are no less advocates.
    APathStateSummary past =
        log(
                40,
                act(ActKind.SHARE, "ann", 1),
                act(ActKind.SHARE, "ann", 10),
                act(ActKind.SHARE, "ann", 20))
            .measure(APathState.standard());
    assertEquals(1, past.count(Standing.ADVOCATES));
  }

  @Test
  void flowsByHand() {
    EngagementLog log =
        ann(
            200,
            act(ActKind.CLICK, "bob", 5),
            act(ActKind.VIEW, "cleo", 45),
            act(ActKind.CLICK, "dan", 150));
    APathFlowsSummary flows = log.measure(APathFlows.between(day(20), day(100)));
    assertEquals(1, flows.count(Standing.ATTRACTION, Standing.ADVOCATES));
    assertEquals(0, flows.count(Standing.ATTRACTION, Standing.ATTRACTION));
    // Bob's only click was 95 days ago; Cleo came in between; Dan came later.
    assertEquals(1, flows.count(Standing.ATTRACTION, Standing.LAPSED));
    assertEquals(1, flows.count(Standing.NEW, Standing.ATTENTION));
    assertEquals(2, flows.atStart(Standing.ATTRACTION));
    assertEquals(1, flows.atEnd(Standing.LAPSED));
    assertEquals(3, flows.persons());
    assertEquals("a-path flows: 3 people", firstLine(flows));
    assertTrue(flows.toString().length() <= 1000, flows::toString);
    assertEquals(
        """
        from          ATTENTION  ATTRACTION  AFFINITY  AUDIENCE  ADVOCATES  UNFOLLOWED  \
        UNSUBSCRIBED  LAPSED  sum
        NEW                   1           0         0         0          0           0  \
                   0       0    1
        ATTENTION             0           0         0         0          0           0  \
                   0       0    0
        ATTRACTION            0           0         0         0          1           0  \
                   0       1    2""",
        String.join("\n", flows.table().lines().limit(4).toList()));
    APathFlows shorter = APathFlows.between(day(20), day(201));
    assertEquals(4, log.measure(shorter).notWatched());
    assertEquals(0, log.measure(shorter).persons());
    assertEquals(
        "end (2026-03-01T12:00:00Z) must be after start (2026-03-02T12:00:00Z), and both in the"
            + " years 1 to 9999",
        assertThrows(IllegalArgumentException.class, () -> APathFlows.between(day(2), day(1)))
            .getMessage());
    assertEquals(
        "start (monday) must be ISO 8601 with an offset, such as 2026-02-01T00:00:00Z",
        assertThrows(
                IllegalArgumentException.class,
                () -> APathFlows.between("monday", "2026-02-01T00:00:00Z"))
            .getMessage());
  }

  /**
   * Four who look on day 1; one clicks on day 3, one on day 5. A fifth comes on day 7, three days
   * before the end, a sixth clicks at once on day 9. After 4 days: before, five are watched on; at
   * 2 days one of five with ATTENTION clicks; the sixth is watched for 1 day.
   */
  @Test
  void chancesByHand() {
    EngagementLog log =
        log(
            10,
            act(ActKind.VIEW, "a", 1),
            act(ActKind.VIEW, "b", 1),
            act(ActKind.VIEW, "c", 1),
            act(ActKind.VIEW, "d", 1),
            act(ActKind.CLICK, "a", 3),
            act(ActKind.CLICK, "b", 5),
            act(ActKind.VIEW, "e", 7),
            act(ActKind.CLICK, "f", 9));
    APathChancesSummary chances = log.measure(APathChances.standard());
    assertEquals(6, chances.persons());
    // At once 1 of 6 is attracted; after 2 days 1 of the 5 at ATTENTION; after 4 days 1 of 3 left.
    assertEquals(5 / 6.0, chances.at(Standing.ATTENTION, Duration.ZERO).value(), 1e-12);
    assertEquals(
        5 / 6.0 * 4 / 5, chances.at(Standing.ATTENTION, Duration.ofDays(2)).value(), 1e-12);
    assertEquals(
        5 / 6.0 * 4 / 5 * 2 / 3, chances.at(Standing.ATTENTION, Duration.ofDays(4)).value(), 1e-12);
    assertEquals(
        1 - 5 / 6.0 * 4 / 5 * 2 / 3,
        chances.at(Standing.ATTRACTION, Duration.ofDays(9)).value(),
        1e-12);
    assertFalse(chances.at(Standing.ATTRACTION, Duration.ofDays(10)).isDefined());
    assertEquals("a-path chances: 6 people", firstLine(chances));
    assertArrayEquals(
        chances.toBytes(), APathChances.standard().fromBytes(chances.toBytes()).toBytes());
  }

  @Test
  void theHollowAudience() {
    EngagementLog log =
        ann(
            91,
            act(ActKind.FOLLOW, "bob", 2),
            act(ActKind.FOLLOW, "cleo", 2),
            act(ActKind.UNFOLLOW, "cleo", 3),
            act(ActKind.SUBSCRIBE, "dan", 4),
            act(ActKind.CLICK, "emma", 4));
    HollowAudienceSummary hollow = log.measure(HollowAudience.standard());
    // Ann, Bob and Dan are opted in; Ann warmed up.
    assertEquals(3, hollow.optedIn());
    assertEquals(2, hollow.share().successes());
    assertEquals("hollow audience: 2/3 opted in", firstLine(hollow));
    assertEquals(
        "hollow audience: not observed",
        log(9, act(ActKind.CLICK, "ann", 1)).measure(HollowAudience.standard()).toString());
    assertEquals(
        "hollow audience: nobody is opted in",
        log(9, act(ActKind.UNFOLLOW, "ann", 1), act(ActKind.CLICK, "ann", 2))
            .measure(HollowAudience.standard())
            .toString());
  }

  @Test
  void advocatesByName() {
    EngagementLog log =
        ann(
            91,
            act(ActKind.FOLLOW, "carl@blog", 1),
            act(ActKind.SHARE, "carl@twitter", 5),
            act(ActKind.RECOMMEND, "carl@blog", 20));
    AdvocatesSummary advocates = log.measure(Advocates.standard());
    assertEquals(2, advocates.count());
    assertEquals(
        List.of(
            "Carl for Acme since 2026-03-20T12:00:00Z", "ann for Acme since 2026-04-01T12:00:00Z"),
        advocates.list().stream().map(Object::toString).toList());
    assertEquals(day(1), advocates.list().get(0).entered());
    assertEquals("advocates: 2", firstLine(advocates));
    AdvocatesSummary one = log.measure(Advocates.standard().showing(1));
    assertEquals(2, one.count());
    assertEquals("Carl", one.list().get(0).person());
    AdvocatesSummary notObserved =
        log(9, act(ActKind.CLICK, "ann", 1)).measure(Advocates.standard());
    assertEquals("advocates: not observed", notObserved.toString());
    assertEquals(
        "most (0) must lie in [1, 1000000]",
        assertThrows(IllegalArgumentException.class, () -> Advocates.standard().showing(0))
            .getMessage());
  }
}
