package dev.repartee.apath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.DurationEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The A-Path worked by hand. Day 1 is 1 March 2026. */
final class APathTest {
  private static final Directory ACME =
      Directory.builder()
          .organization("Acme", acme -> acme.member("acme_care", "Support"))
          .person("Carl", "carl@blog", "carl@twitter")
          .build();

  private static final Directory TWO =
      Directory.builder()
          .organization("Acme", acme -> acme.member("acme_care", "Support"))
          .organization("Bolt", bolt -> bolt.member("bolt_care", "Support"))
          .channel("acme page", "Acme")
          .channel("bolt page", "Bolt")
          .build();

  private static Instant day(int day) {
    return Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(day - 1));
  }

  private static Act act(ActKind kind, String author, int day) {
    return Act.of(kind, author, day(day));
  }

  private static Post post(String id, String author, int day) {
    return Post.of(id, author, day(day));
  }

  private static EngagementLog log(Directory directory, Interaction... rows) {
    return EngagementLog.builder(directory).addAll(List.of(rows)).asOf(day(91)).build();
  }

  private static APathSummary path(Interaction... rows) {
    return log(ACME, rows).measure(APath.standard());
  }

  private static Duration timeTo(APathSummary path, Stage stage) {
    assertEquals(1, path.stage(stage).count(), stage.name());
    return path.timeTo(stage).median().orElseThrow();
  }

  private static List<Long> counts(APathSummary path) {
    return path.stages().stream().map(s -> s.isObserved() ? s.count() : -1).toList();
  }

  @Test
  void everyStageInTurn() {
    APathSummary path =
        path(
            act(ActKind.VIEW, "ann", 1),
            act(ActKind.CLICK, "ann", 3),
            act(ActKind.REACTION, "ann", 9),
            act(ActKind.CLICK, "ann", 17),
            act(ActKind.SUBSCRIBE, "ann", 20).channel("blog"),
            act(ActKind.SHARE, "ann", 25),
            act(ActKind.RECOMMEND, "ann", 32));
    assertEquals(List.of(1L, 1L, 1L, 1L, 1L), counts(path));
    assertEquals(Duration.ofDays(2), timeTo(path, Stage.ATTRACTION));
    assertEquals(Duration.ofDays(14), timeTo(path, Stage.AFFINITY));
    assertEquals(Duration.ofDays(3), timeTo(path, Stage.AUDIENCE));
    assertEquals(Duration.ofDays(12), timeTo(path, Stage.ADVOCATES));
    assertEquals(
        Duration.ofDays(31), path.stage(Stage.ADVOCATES).timeFromEntry().median().orElseThrow());
    assertEquals("a-path: 1 person, 1 attracted, 1 advocates", firstLine(path));
  }

  @Test
  void whoFollowsFirstIsInTheAudienceFromTheDayOfWarmingUp() {
    APathSummary path =
        path(
            act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.CLICK, "ann", 30));
    assertEquals(List.of(1L, 1L, 1L, 1L), counts(path).subList(0, 4));
    assertEquals(Duration.ofDays(29), timeTo(path, Stage.AFFINITY));
    assertEquals(Duration.ZERO, timeTo(path, Stage.AUDIENCE));
  }

  @Test
  void whoLeavesBeforeWarmingUpIsNot() {
    APathSummary path =
        path(
            act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.UNFOLLOW, "ann", 29).channel("twitter"),
            act(ActKind.CLICK, "ann", 30));
    assertEquals(List.of(1L, 1L, 1L, 0L), counts(path).subList(0, 4));
    assertEquals(DurationEstimate.State.NOT_REACHED, path.timeTo(Stage.AUDIENCE).median().state());
  }

  @Test
  void whoLeavesAfterWarmingUpHasBeenThere() {
    APathSummary path =
        path(
            act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.CLICK, "ann", 30),
            act(ActKind.UNFOLLOW, "ann", 31).channel("twitter"));
    assertEquals(1, path.stage(Stage.AUDIENCE).count());
  }

  @Test
  void anUnfollowElsewhereUndoesNothing() {
    APathSummary path =
        path(
            act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
            act(ActKind.UNFOLLOW, "ann", 2).channel("blog"),
            act(ActKind.UNSUBSCRIBE, "ann", 2).channel("twitter"),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.CLICK, "ann", 30));
    assertEquals(1, path.stage(Stage.AUDIENCE).count());
  }

  @Test
  void optingInAndOutAtOneInstantLeavesOut() {
    Act in = act(ActKind.FOLLOW, "ann", 1).channel("twitter");
    Act out = act(ActKind.UNFOLLOW, "ann", 1).channel("twitter");
    Act second = act(ActKind.CLICK, "ann", 10);
    Act third = act(ActKind.CLICK, "ann", 30);
    APathSummary path = path(in, out, second, third);
    assertEquals(0, path.stage(Stage.AUDIENCE).count());
    assertArrayEquals(path.toBytes(), path(third, out, second, in).toBytes());
  }

  @Test
  void whatHappensAtOneInstantIsSeenTogether() {
    // On day 30 the third day of will and the follow come at the same instant.
    Act follow = act(ActKind.FOLLOW, "ann", 30).channel("twitter");
    Act click = act(ActKind.CLICK, "ann", 30);
    Act first = act(ActKind.CLICK, "ann", 1);
    Act second = act(ActKind.CLICK, "ann", 2);
    for (APathSummary path :
        List.of(path(first, second, follow, click), path(click, follow, second, first))) {
      assertEquals(Duration.ofDays(29), timeTo(path, Stage.AFFINITY));
      assertEquals(Duration.ZERO, timeTo(path, Stage.AUDIENCE));
    }
  }

  @Test
  void threeAngryMessagesMakeNoAffinity() {
    APathSummary path =
        path(
            post("p1", "ann", 1).sentiment(Sentiment.NEGATIVE),
            post("p2", "ann", 10).sentiment(Sentiment.NEGATIVE),
            post("p3", "ann", 30).sentiment(Sentiment.NEGATIVE));
    assertEquals(List.of(1L, 0L, 0L), counts(path).subList(0, 3));
  }

  @Test
  void threeMessagesOfThreeDaysDo() {
    assertEquals(
        1,
        path(post("p1", "ann", 1), post("p2", "ann", 10), post("p3", "ann", 15))
            .stage(Stage.AFFINITY)
            .count());
    // 13 days between the first and the last, then two days only.
    assertEquals(
        0,
        path(post("p1", "ann", 1), post("p2", "ann", 10), post("p3", "ann", 14))
            .stage(Stage.AFFINITY)
            .count());
    assertEquals(
        0,
        path(post("p1", "ann", 1), post("p2", "ann", 30), post("p3", "ann", 30))
            .stage(Stage.AFFINITY)
            .count());
  }

  @Test
  void daysAreLocal() {
    // 11:59 and 12:01 UTC of 5 March are two days in Auckland, which is 13 hours ahead then.
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    Instant noon = Instant.parse("2026-03-05T11:00:00Z");
    EngagementLog log =
        log(
            ACME,
            Act.of(ActKind.CLICK, "ann", noon.minusSeconds(60)),
            Act.of(ActKind.CLICK, "ann", noon.plusSeconds(60)),
            act(ActKind.CLICK, "ann", 30));
    assertEquals(0, log.measure(APath.standard()).stage(Stage.AFFINITY).count());
    APath local = APath.standard().withZone(auckland);
    assertEquals(1, log.measure(local).stage(Stage.AFFINITY).count());
    assertEquals("a-path, days of Pacific/Auckland", local.toString());
  }

  @Test
  void aDialogueMakesAffinityAtOnce() {
    Post question = post("p1", "ann", 1);
    Reply answer = Reply.of("r1", "acme_care", day(2)).to("p1");
    Reply thanks = Reply.of("r2", "ann", day(3)).to("r1");
    assertEquals(Duration.ofDays(2), timeTo(path(question, answer, thanks), Stage.AFFINITY));
    APathSummary angry = path(question, answer, thanks.sentiment(Sentiment.NEGATIVE));
    assertEquals(0, angry.stage(Stage.AFFINITY).count());
    Reply after = Reply.of("r3", "ann", day(5)).to("r1");
    APathSummary calm = path(question, answer, thanks.sentiment(Sentiment.NEGATIVE), after);
    assertEquals(Duration.ofDays(4), timeTo(calm, Stage.AFFINITY));
  }

  @Test
  void withoutFollowsTheAudienceIsNotObserved() {
    APathSummary path =
        path(
            act(ActKind.CLICK, "ann", 1).channel("blog"),
            act(ActKind.SHARE, "ann", 20).channel("blog"),
            act(ActKind.SHARE, "ann", 30).channel("web"));
    StageResult audience = path.stage(Stage.AUDIENCE);
    assertFalse(audience.isObserved());
    assertEquals("AUDIENCE: not observed", audience.toString());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, audience::count);
    assertEquals(
        "stage (AUDIENCE) is not observed: the log holds no kind of act that can prove it; ask"
            + " isObserved() first, or measure with APath.standard().observing(Stage.AUDIENCE) if"
            + " such acts would be in the log",
        thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> path.timeTo(Stage.AUDIENCE));
    assertEquals(Set.of(), path.observedOn(Stage.AUDIENCE));
    assertEquals(Set.of("blog", "web"), path.observedOn(Stage.ADVOCATES));
    // The way leads past it: warmed up and speaking for it the second time, both on day 30.
    assertEquals(Optional.of(Stage.AFFINITY), path.stage(Stage.ADVOCATES).from());
    assertEquals(Duration.ZERO, timeTo(path, Stage.ADVOCATES));
    assertTrue(path.toString().contains("not observed"), path::toString);
    assertTrue(path.table().contains("no act in the log can prove AUDIENCE"), path::table);
  }

  @Test
  void whoeverSaysItIsObservedGetsACount() {
    EngagementLog log =
        log(
            ACME,
            act(ActKind.CLICK, "ann", 1).channel("blog"),
            act(ActKind.SHARE, "ann", 20).channel("blog"),
            act(ActKind.SHARE, "ann", 30).channel("web"));
    APath anywhere = APath.standard().observing(Stage.AUDIENCE);
    APathSummary path = log.measure(anywhere);
    assertEquals(List.of(1L, 1L, 1L, 0L, 0L), counts(path));
    assertEquals(Set.of("blog", "web"), path.observedOn(Stage.AUDIENCE));
    assertEquals("a-path, observing AUDIENCE", anywhere.toString());
    APath onOne = APath.standard().observing(Stage.AUDIENCE, "twitter");
    assertEquals(Set.of("twitter"), log.measure(onOne).observedOn(Stage.AUDIENCE));
    assertEquals("a-path, observing AUDIENCE on \"twitter\"", onOne.toString());
    assertEquals(
        anywhere.toString(), onOne.observing(Stage.AUDIENCE).observing(Stage.AUDIENCE).toString());
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> APath.standard().observing());
    assertEquals("stages must not be empty; name at least one", thrown.getMessage());
  }

  @Test
  void oneShareAfterAFollowMakesNoAdvocate() {
    Interaction[] warm = {
      act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
      act(ActKind.CLICK, "ann", 10),
      act(ActKind.CLICK, "ann", 30),
      act(ActKind.SHARE, "ann", 40)
    };
    assertEquals(List.of(1L, 1L, 1L, 1L, 0L), counts(path(warm)));
    // A second on the same day neither; one on an earlier day, long before the follow counts.
    assertEquals(0, path(plus(warm, act(ActKind.SHARE, "ann", 40))).stage(Stage.ADVOCATES).count());
    APathSummary early = path(plus(warm, act(ActKind.SHARE, "ann", 1)));
    assertEquals(Duration.ofDays(10), timeTo(early, Stage.ADVOCATES));
  }

  @Test
  void whatSpeaksForAnOrganization() {
    Interaction[] warm = {
      act(ActKind.FOLLOW, "ann", 1).channel("twitter"),
      act(ActKind.CLICK, "ann", 10),
      act(ActKind.RECOMMEND, "ann", 30),
      post("p1", "bob", 31)
    };
    Act mention = act(ActKind.MENTION, "ann", 40);
    assertEquals(0, advocates(plus(warm, mention)));
    assertEquals(1, advocates(plus(warm, mention.sentiment(Sentiment.POSITIVE))));
    assertEquals(1, advocates(plus(warm, act(ActKind.SHARE, "ann", 40))));
    assertEquals(
        0, advocates(plus(warm, act(ActKind.SHARE, "ann", 40).sentiment(Sentiment.NEGATIVE))));
    Reply reply = Reply.of("r1", "ann", day(40)).to("p1");
    assertEquals(1, advocates(plus(warm, reply)));
    assertEquals(0, advocates(plus(warm, reply.sentiment(Sentiment.NEGATIVE))));
    assertEquals(0, advocates(plus(warm, post("p2", "ann", 40))));
  }

  private static long advocates(Interaction... rows) {
    // Bob has a path of his own, which ends at ATTRACTION.
    return path(rows).stage(Stage.ADVOCATES).count();
  }

  private static Interaction[] plus(Interaction[] rows, Interaction last) {
    List<Interaction> all = new ArrayList<>(List.of(rows));
    all.add(last);
    return all.toArray(Interaction[]::new);
  }

  @Test
  void twoAccountsAreOnePerson() {
    APathSummary path =
        path(
            act(ActKind.FOLLOW, "carl@twitter", 1).channel("twitter"),
            act(ActKind.CLICK, "carl@blog", 10),
            act(ActKind.CLICK, "carl@twitter", 30));
    assertEquals(List.of(1L, 1L, 1L, 1L), counts(path).subList(0, 4));
    APathSummary strangers =
        path(
            act(ActKind.FOLLOW, "dora@twitter", 1).channel("twitter"),
            act(ActKind.CLICK, "dora@blog", 10),
            act(ActKind.CLICK, "dora@twitter", 30));
    assertEquals(List.of(2L, 2L, 0L, 0L), counts(strangers).subList(0, 4));
  }

  @Test
  void aPathForEachOrganization() {
    EngagementLog log =
        log(
            TWO,
            act(ActKind.CLICK, "ann", 1).channel("acme page"),
            act(ActKind.VIEW, "ann", 2).channel("bolt page"),
            act(ActKind.CLICK, "ann", 10).channel("bolt page"),
            act(ActKind.CLICK, "ann", 30).channel("acme page"),
            act(ActKind.CLICK, "bob", 30).channel("elsewhere"),
            post("p1", "bolt_care", 4).channel("bolt page"));
    APathSummary path = log.measure(APath.standard());
    assertEquals(List.of(2L, 2L, 0L), counts(path).subList(0, 3));
    assertEquals(1, path.unaddressed());
    assertEquals(List.of("Acme", "Bolt"), path.organizations());
    assertTrue(path.toString().contains("2 organizations pooled"), path::toString);
    assertTrue(path.toString().contains("1 row unaddressed, on no path"), path::toString);

    Breakdown<APathSummary> parts = log.measure(APath.standard().by(Dimension.ORGANIZATION));
    assertEquals(Duration.ofDays(8), timeTo(parts.get("Bolt"), Stage.ATTRACTION));
    assertEquals(Duration.ZERO, timeTo(parts.get("Acme"), Stage.ATTRACTION));
    assertEquals(List.of("Bolt"), parts.get("Bolt").organizations());
    assertArrayEquals(path.toBytes(), parts.total().toBytes());
    assertEquals(1, log.only(Dimension.ORGANIZATION, "Bolt").measure(APath.standard()).persons());
  }

  @Test
  void inAForumEverybodyIsOnThePath() {
    EngagementLog log =
        log(Directory.empty(), post("p1", "ann", 1), Reply.of("r1", "bob", day(2)).to("p1"));
    APathSummary path = log.measure(APath.standard());
    assertEquals(List.of(2L, 2L, 0L), counts(path).subList(0, 3));
    assertEquals(0, path.unaddressed());
    assertEquals(List.of(), path.organizations());
    // Bob's reply to Ann shows that speaking for somebody would be seen here; a follow would not.
    assertEquals(List.of(-1L, 0L), counts(path).subList(3, 5));
  }

  @Test
  void rowsWithoutAuthorAreNobodysPath() {
    APathSummary path =
        path(
            Act.of(ActKind.VIEW, null, day(1)),
            Act.of(ActKind.VIEW, null, day(2)),
            act(ActKind.VIEW, "ann", 3));
    assertEquals(1, path.persons());
    assertEquals(2, path.anonymous());
    assertEquals(2, APath.standard().fromBytes(path.toBytes()).anonymous());
    assertEquals(0, path.unaddressed());
  }

  @Test
  void whatAMachineSentShowsNoWill() {
    APathSummary path =
        path(
            act(ActKind.VIEW, "ann", 1),
            post("p1", "ann", 2).automatic(true),
            post("p2", "bob", 3).automatic(true));
    assertEquals(1, path.persons());
    assertEquals(0, path.stage(Stage.ATTRACTION).count());
    assertEquals(2, path.automatic());
    assertEquals(2, APath.standard().fromBytes(path.toBytes()).automatic());
    assertTrue(path.toString().contains("2 rows automatic"), path::toString);
  }

  @Test
  void membersAreNotOnThePath() {
    APathSummary path = path(post("p1", "acme_care", 1), act(ActKind.SHARE, "acme_care", 2));
    assertEquals(0, path.persons());
    assertEquals("a-path: no data", firstLine(path));
    assertFalse(path.stage(Stage.ATTENTION).isObserved());
  }

  @Test
  void anEndingAloneIsNoAttention() {
    APathSummary path = path(act(ActKind.UNFOLLOW, "ann", 1).channel("twitter"));
    assertEquals(0, path.persons());
    assertEquals(0, path.stage(Stage.ATTENTION).count());
    assertEquals(0, path.stage(Stage.AUDIENCE).count());
    assertFalse(path.stage(Stage.ATTRACTION).isObserved());
    assertEquals(Optional.of(Stage.ATTENTION), path.stage(Stage.AUDIENCE).from());
    assertEquals(DurationEstimate.State.NO_DATA, path.timeTo(Stage.AUDIENCE).median().state());
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> path.timeTo(Stage.ATTENTION));
    assertEquals(
        "stage (ATTENTION) must not be the first that is observed: no earlier one leads to it; ask"
            + " a later stage, or count()",
        thrown.getMessage());
  }

  @Test
  void whatIsLaterThanTheFollowUpIsNotSeen() {
    EngagementLog log =
        log(ACME, act(ActKind.VIEW, "ann", 1), act(ActKind.CLICK, "ann", 8))
            .followedFor(Duration.ofDays(7));
    assertEquals(1, log.measure(APath.standard()).stage(Stage.ATTRACTION).count());
    APathSummary shorter = log.followedFor(Duration.ofDays(6)).measure(APath.standard());
    assertEquals(0, shorter.stage(Stage.ATTRACTION).count());
    assertEquals(
        Duration.ofDays(6).toMillis(), (long) shorter.timeTo(Stage.ATTRACTION).largestMillis());
  }

  @Test
  void windowsAndViewsChooseByTheEntry() {
    EngagementLog log =
        log(
            ACME,
            act(ActKind.VIEW, "ann", 1).channel("web"),
            act(ActKind.CLICK, "ann", 40).channel("blog"),
            act(ActKind.CLICK, "bob", 41).channel("blog"));
    EngagementLog march = log.between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
    assertEquals(List.of(1L, 1L), counts(march.measure(APath.standard())).subList(0, 2));
    EngagementLog known = march.asOf("2026-04-01T00:00:00Z");
    assertEquals(List.of(1L, -1L), counts(known.measure(APath.standard())).subList(0, 2));
    assertEquals(1, log.only(Dimension.CHANNEL, "blog").measure(APath.standard()).persons());
  }

  @Test
  void peopleOnTheWayAreWaitedFor() {
    // Four come after 1, 2, 3 and 4 days, six are watched for 20 days and have not come.
    List<Interaction> rows = new ArrayList<>();
    for (int person = 1; person <= 10; person++) {
      rows.add(act(ActKind.VIEW, "p" + person, 71));
      if (person <= 4) {
        rows.add(act(ActKind.CLICK, "p" + person, 71 + person));
      }
    }
    APathSummary path = path(rows.toArray(Interaction[]::new));
    assertEquals(4, path.stage(Stage.ATTRACTION).count());
    assertEquals(0.4, path.stage(Stage.ATTRACTION).conversionSoFar().value(), 1e-12);
    assertEquals(0.3, path.within(Stage.ATTRACTION, Duration.ofDays(3)).value(), 1e-12);
    assertEquals(0.4, path.within(Stage.ATTRACTION, Duration.ofDays(20)).value(), 1e-12);
    assertFalse(path.within(Stage.ATTRACTION, Duration.ofDays(21)).isDefined());
    // After 20 days the six can no more come within 20, but within 21.
    assertEquals(0, path.stage(Stage.ATTRACTION).stillInTime(Duration.ofDays(20)));
    assertEquals(6, path.stage(Stage.ATTRACTION).stillInTime(Duration.ofDays(21)));
    assertEquals(
        DurationEstimate.State.NOT_REACHED, path.timeTo(Stage.ATTRACTION).median().state());
    Collections.reverse(rows);
    assertArrayEquals(path.toBytes(), path(rows.toArray(Interaction[]::new)).toBytes());
  }

  @Test
  void theTextIsShort() {
    List<Interaction> rows = new ArrayList<>();
    for (int person = 0; person < 1200; person++) {
      rows.add(act(ActKind.FOLLOW, "p" + person, 1).channel("twitter"));
      rows.add(act(ActKind.SHARE, "p" + person, 20).channel("twitter"));
      rows.add(act(ActKind.SHARE, "p" + person, 1 + person % 60).channel("twitter"));
    }
    APathSummary path = path(rows.toArray(Interaction[]::new));
    // All but those whose second share is on day 1 or 20, who were active on two days only.
    assertEquals("a-path: 1,200 people, 1,160 advocates", firstLine(path));
    assertTrue(firstLine(path).length() <= 49, path::toString);
    assertTrue(path.toString().length() <= 1000, path::toString);
    for (StageResult stage : path.stages()) {
      assertTrue(stage.toString().indexOf('\n') <= 49, stage::toString);
    }
  }

  private static String firstLine(APathSummary path) {
    return path.toString().lines().findFirst().orElseThrow();
  }
}
