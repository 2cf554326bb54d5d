package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.Stage;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be merged, and what a merged summary is of. */
class OriginTest {
  private static final ResponseTime EACH = ResponseTime.eachTurn();
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static EngagementLog.Builder builder(Directory directory) {
    return EngagementLog.builder(directory)
        .add(Post.of("a", "carl", day(1)))
        .add(Reply.of("b", "care", day(2)).to("a"))
        .add(Post.of("c", "carl", day(3)));
  }

  private static EngagementLog log() {
    return builder(ACME).asOf(day(20)).build();
  }

  private static String day(int day) {
    return (day < 10 ? "2026-01-0" : "2026-01-") + day + "T00:00:00Z";
  }

  private static String refusal(ResponseSummary a, ResponseSummary b) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> a.merge(b));
    assertThrows(IllegalArgumentException.class, () -> b.merge(a));
    return String.valueOf(e.getMessage());
  }

  @Test
  void measuresMustBeTheSame() {
    assertEquals(
        "cannot merge, measure differs: [response each turn] and [response each turn, exact];"
            + " measure both with the same options",
        refusal(log().measure(EACH), log().measure(EACH.exact())));
  }

  @Test
  void directoriesMustBeTheSame() {
    Directory other =
        Directory.builder().organization("Acme", acme -> acme.member("care", "Sales")).build();
    assertEquals(
        "cannot merge, directory (by content hash) differs: ["
            + Long.toHexString(ACME.contentHash())
            + "] and ["
            + Long.toHexString(other.contentHash())
            + "], only in one [member care: Acme, Support, STAFF, PERSONAL], only in the other"
            + " [member care: Acme, Sales, STAFF, PERSONAL]; build both logs with the same directory,"
            + " or say since when of what is new in one, with member(…).from(…) and until(…): what"
            + " has no date changes the past",
        refusal(log().measure(EACH), builder(other).asOf(day(20)).build().measure(EACH)));
  }

  @Test
  void followUpsMustBeTheSame() {
    EngagementLog view = log().between(day(1), day(2));
    assertEquals(
        "cannot merge, follow-up differs: [none] and [PT24H]; use the same followedFor(…)",
        refusal(view.measure(EACH), view.followedFor(Duration.ofDays(1)).measure(EACH)));
  }

  @Test
  void sidesMustBeTheSame() {
    ResponseSummary whole = log().measure(EACH);
    ResponseSummary part = log().measure(EACH.by(Dimension.MEMBER.ofAnswer())).get("care");
    assertEquals(
        "cannot merge, side differs: [by asker] and [by answerer]; merge parts of the same kind",
        refusal(whole, part));
    assertTrue(part.origin().isOfAnswerers());
    ResponseSummary ofAnotherLog = log().measure(EACH.by(Dimension.MEMBER.ofAnswer())).get("care");
    assertTrue(part.merge(ofAnotherLog).origin().isOfAnswerers());
    ResponseSummary chosen = log().only(Dimension.MEMBER.ofAnswer(), "care").measure(EACH);
    assertEquals(part.origin(), chosen.origin());
    assertEquals(1, chosen.exchanges());
    assertThrows(IllegalStateException.class, chosen::median);
  }

  @Test
  void windowsMustNotOverlapUnlessTheyAreTheSame() {
    ResponseSummary first = log().between(day(1), day(3)).measure(EACH);
    ResponseSummary second = log().between(day(2), day(4)).measure(EACH);
    assertEquals(
        "windows overlap: [[2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z)] and"
            + " [[2026-01-02T00:00:00Z, 2026-01-04T00:00:00Z)]; merge disjoint windows, or the same"
            + " window of different conversations",
        refusal(first, second));
    refusal(first, log().measure(EACH));
    refusal(first, log().between(day(1), day(2)).measure(EACH));
    assertEquals(2, first.merge(first).exchanges());
  }

  @Test
  void windowsAreJoinedWhereTheyTouch() {
    ResponseSummary a = log().between(day(1), day(2)).measure(EACH);
    ResponseSummary b = log().between(day(2), day(3)).measure(EACH);
    ResponseSummary c = log().between(day(3), day(4)).measure(EACH);
    assertEquals(
        List.of(
            "[2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z)",
            "[2026-01-03T00:00:00Z, 2026-01-04T00:00:00Z)"),
        a.merge(c).origin().windows().stream().map(Origin.Window::toString).toList());
    ResponseSummary all = a.merge(c).merge(b);
    assertEquals(
        List.of("[2026-01-01T00:00:00Z, 2026-01-04T00:00:00Z)"),
        all.origin().windows().stream().map(Origin.Window::toString).toList());
    assertArrayEquals(log().between(day(1), day(4)).measure(EACH).toBytes(), all.toBytes());
    assertArrayEquals(all.toBytes(), EACH.fromBytes(all.toBytes()).toBytes());
    refusal(a.merge(c), b.merge(c));
  }

  @Test
  void anAsOfMayDifferOnlyWhereBothAreSettled() {
    Duration follow = Duration.ofDays(2);
    EngagementLog view = log().followedFor(follow);
    ResponseSummary settled = view.between(day(1), day(2)).asOf(day(4)).measure(EACH);
    ResponseSummary later = view.between(day(3), day(4)).asOf(day(6)).measure(EACH);
    ResponseSummary unsettled = view.between(day(3), day(4)).asOf(day(5)).measure(EACH);
    assertTrue(settled.origin().isSettled());
    assertFalse(unsettled.origin().isSettled());
    assertEquals(Instant.parse(day(6)), settled.merge(later).origin().asOf());
    assertEquals(Instant.parse(day(6)), later.merge(settled).origin().asOf());
    assertTrue(settled.merge(later).origin().isSettled());
    assertEquals(
        "as-of differs while unsettled: 2026-01-04T00:00:00Z and 2026-01-05T00:00:00Z; measure"
            + " both with the same asOf(…), or measure windows with followedFor(…) and merge them"
            + " once they are settled",
        refusal(settled, unsettled));
    refusal(
        log().asOf(day(5)).between(day(1), day(2)).measure(EACH),
        log().asOf(day(6)).between(day(2), day(3)).measure(EACH));
  }

  @Test
  void anAssumedAsOfStaysAssumed() {
    EngagementLog assumed = builder(ACME).build();
    EngagementLog named = builder(ACME).asOf(day(3)).build();
    assertTrue(assumed.measure(EACH).origin().isAsOfAssumed());
    assertFalse(named.measure(EACH).origin().isAsOfAssumed());
    assertTrue(assumed.measure(EACH).merge(named.measure(EACH)).origin().isAsOfAssumed());
    assertTrue(named.measure(EACH).merge(assumed.measure(EACH)).origin().isAsOfAssumed());
    assertFalse(assumed.asOf(day(3)).measure(EACH).origin().isAsOfAssumed());
  }

  @Test
  void withoutAWindowThatEndsNothingSettles() {
    EngagementLog view = log().followedFor(Duration.ofMillis(1));
    assertFalse(view.measure(EACH).origin().isSettled());
    assertFalse(
        view.between(Instant.parse(day(1)), Instant.MAX).measure(EACH).origin().isSettled());
    assertTrue(view.between(Instant.MIN, Instant.parse(day(2))).measure(EACH).origin().isSettled());
    assertFalse(log().between(day(1), day(2)).measure(EACH).origin().isSettled());
  }

  @Test
  void whatEitherLogCouldShowIsObserved() {
    EngagementLog silent =
        EngagementLog.builder(ACME).asOf(day(20)).add(Post.of("a", "carl", day(1))).build();
    EngagementLog followed =
        EngagementLog.builder(ACME)
            .asOf(day(20))
            .add(Act.of(ActKind.FOLLOW, "zak", day(5)))
            .build();
    APathSummary a = silent.measure(APath.standard());
    APathSummary b = followed.measure(APath.standard());
    assertFalse(a.stage(Stage.AUDIENCE).isObserved());
    assertTrue(b.stage(Stage.AUDIENCE).isObserved());
    assertTrue(a.merge(b).stage(Stage.AUDIENCE).isObserved());
    assertTrue(b.merge(a).stage(Stage.AUDIENCE).isObserved());
    // As of an instant before it, nobody had followed.
    APathSummary before = followed.asOf(day(4)).measure(APath.standard());
    assertFalse(before.stage(Stage.AUDIENCE).isObserved());
  }
}
