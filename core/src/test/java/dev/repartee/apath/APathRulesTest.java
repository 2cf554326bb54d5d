package dev.repartee.apath;

import static dev.repartee.apath.PathWorld.act;
import static dev.repartee.apath.PathWorld.day;
import static dev.repartee.apath.PathWorld.log;
import static dev.repartee.apath.PathWorld.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Results;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replaced conditions, thresholds, campaigns and people who followed before the log. */
final class APathRulesTest {
  private static List<Long> counts(APathSummary path) {
    return path.stages().stream().map(s -> s.isObserved() ? s.count() : -1).toList();
  }

  @Test
  void whatDiffersIsInTheText() {
    APathRules standard = APathRules.standard();
    assertEquals("standard rules of the A-Path", standard.toString());
    assertEquals("a-path", APath.with(standard).toString());
    APathRules all =
        standard
            .withZone(ZoneId.of("Europe/Paris"))
            .withAffinityDays(4)
            .withAffinitySpan(7)
            .withAdvocateDays(3)
            .with(Stage.ATTRACTION, StageCondition.act(EventFilter.acts(ActKind.CLICK)))
            .withLapsedAfter(Duration.ofDays(30))
            .withCampaigns("b", "a")
            .observing(Stage.AUDIENCE);
    assertEquals(
        "days of Europe/Paris, AFFINITY on 4 days, AFFINITY over 7 days, ADVOCATES on 3 days,"
            + " ATTRACTION [at click], lapsed after PT720H, campaigns \"a\", \"b\", observing"
            + " AUDIENCE",
        all.toString());
    assertEquals("a-path state, " + all, APathState.with(all).toString());
    APathRules ann = standard.alreadyFollowing("ann");
    assertTrue(ann.toString().matches("already following 1 #[0-9a-f]{1,16}"), ann::toString);
    assertNotEquals(ann, standard.alreadyFollowing("bob"));
    assertNotEquals(ann.toString(), standard.alreadyFollowing("bob").toString());
    assertEquals(ann.alreadyFollowing("bob"), standard.alreadyFollowing("bob", "ann", "bob"));
    // Names that differ in where they are cut are others.
    assertNotEquals(
        standard.alreadyFollowing("ab", "c").toString(),
        standard.alreadyFollowing("a", "bc").toString());
  }

  @Test
  void theStandardConditionsAsTheyRead() {
    assertEquals(
        List.of(
            "at (anything except unfollow or unsubscribe)",
            "at acts of will",
            "acts of will on 3 days over 14 or once a dialogue",
            "opted in by FOLLOW or SUBSCRIBE",
            "at speaking for it on 2 days"),
        List.of(Stage.values()).stream()
            .map(s -> APathRules.standard().condition(s).toString())
            .toList());
    // The same said by hand is another name for the same numbers.
    EngagementLog log =
        log(
            91,
            act(ActKind.FOLLOW, "ann", 1),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.SHARE, "ann", 30),
            act(ActKind.SHARE, "ann", 31));
    APathRules byHand = APathRules.standard();
    for (Stage stage : Stage.values()) {
      byHand = byHand.with(stage, APathRules.standard().condition(stage));
    }
    assertEquals(List.of(1L, 1L, 1L, 1L, 1L), counts(log.measure(APath.with(byHand))));
  }

  @Test
  void thresholdsMoveTheStages() {
    EngagementLog log =
        log(
            91,
            act(ActKind.CLICK, "ann", 1),
            act(ActKind.SHARE, "ann", 10),
            act(ActKind.SHARE, "ann", 11),
            act(ActKind.FOLLOW, "ann", 12));
    APathRules rules = APathRules.standard();
    assertEquals(List.of(1L, 1L, 0L, 0L, 0L), counts(log.measure(APath.standard())));
    // Day 11 is the third day of will, ten days after the first.
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 0L), counts(log.measure(APath.with(rules.withAffinitySpan(10)))));
    APathRules quick = rules.withAffinityDays(2).withAffinitySpan(9).withAdvocateDays(1);
    assertEquals(1, log.measure(APath.with(quick)).stage(Stage.AFFINITY).count());
    assertEquals(
        Duration.ofDays(9),
        log.measure(APath.with(quick)).timeTo(Stage.AFFINITY).median().orElseThrow());
    assertEquals(
        "days (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> rules.withAffinityDays(0)).getMessage());
    APathRules replaced = rules.with(Stage.AFFINITY, StageCondition.once(EventFilter.messages()));
    assertEquals(
        "condition of AFFINITY (once message) must not be replaced where its thresholds change;"
            + " give them to the condition",
        assertThrows(IllegalStateException.class, () -> replaced.withAffinitySpan(3)).getMessage());
  }

  @Test
  void aRuleOfOnesOwn() {
    EventFilter praise =
        EventFilter.anything().matching("praise", row -> row.label().equals("praise"));
    EngagementLog log =
        log(
            91,
            post("p1", "ann", 1).label("praise"),
            post("p2", "ann", 2),
            post("p3", "bob", 3).sentiment(Sentiment.NEGATIVE),
            post("p4", "bob", 4).label("praise").sentiment(Sentiment.NEGATIVE));
    APathRules rules = APathRules.standard().with(Stage.ATTRACTION, StageCondition.act(praise));
    assertEquals(2, log.measure(APath.with(rules)).count(Stage.ATTRACTION));
    assertEquals("a-path, ATTRACTION [at anything, \"praise\"]", APath.with(rules).toString());
    EventFilter calm = praise.except(EventFilter.anything().withSentiment(Sentiment.NEGATIVE));
    APathRules calmly = rules.with(Stage.ATTRACTION, StageCondition.act(calm));
    assertEquals(1, log.measure(APath.with(calmly)).stage(Stage.ATTRACTION).count());
    APathRules both =
        rules.with(
            Stage.ATTRACTION, StageCondition.act(EventFilter.messages().and(calm.or(praise))));
    assertEquals(2, log.measure(APath.with(both)).stage(Stage.ATTRACTION).count());
  }

  @Test
  void anyStageMayBePassedOver() {
    // Nobody recommends anything, so by this rule nobody can be seen to warm up.
    APathRules rules =
        APathRules.standard()
            .with(Stage.AFFINITY, StageCondition.once(EventFilter.acts(ActKind.RECOMMEND)));
    EngagementLog log =
        log(
            91,
            act(ActKind.CLICK, "ann", 1),
            act(ActKind.FOLLOW, "ann", 5),
            act(ActKind.CLICK, "bob", 7));
    APathSummary path = log.measure(APath.with(rules));
    assertEquals(List.of(2L, 2L, -1L, 1L, -1L), counts(path));
    assertEquals(Optional.of(Stage.ATTRACTION), path.stage(Stage.AUDIENCE).from());
    assertEquals(Duration.ofDays(4), path.timeTo(Stage.AUDIENCE).quantile(0.25).orElseThrow());
    assertEquals(1, path.timeTo(Stage.AUDIENCE).censoredCount());
  }

  @Test
  void whoFollowedBeforeTheLogBegan() {
    EngagementLog log =
        log(
            91,
            act(ActKind.CLICK, "carl@blog", 1),
            act(ActKind.CLICK, "carl@blog", 10),
            act(ActKind.CLICK, "carl@blog", 30),
            act(ActKind.CLICK, "bob", 1),
            act(ActKind.UNFOLLOW, "dora", 2).channel("elsewhere"),
            act(ActKind.VIEW, "dora", 3));
    // Without being told, nobody opted in: the log holds but an ending.
    assertEquals(List.of(3L, 2L, 1L, 0L), counts(log.measure(APath.standard())).subList(0, 4));
    APathRules rules = APathRules.standard().alreadyFollowing("carl@twitter", "dora", "zoe");
    APathSummary path = log.measure(APath.with(rules));
    assertEquals(List.of(3L, 2L, 1L, 1L), counts(path).subList(0, 4));
    assertEquals(Duration.ZERO, path.timeTo(Stage.AUDIENCE).median().orElseThrow());
    // Carl is opted in and has warmed up; Dora is gone, and back only as a viewer.
    HollowAudienceSummary hollow = log.measure(HollowAudience.with(rules));
    assertEquals("0/1", hollow.share().successes() + "/" + hollow.share().trials());
    APathStateSummary early = log.asOf(day(3)).measure(APathState.with(rules));
    assertEquals(1, early.count(Standing.UNFOLLOWED));
    // In a log without any opt-in the audience is observed, because the caller knows of it.
    APathSummary known = log(9, act(ActKind.VIEW, "zoe", 1)).measure(APath.with(rules));
    assertTrue(known.stage(Stage.AUDIENCE).isObserved());
    assertFalse(known.stage(Stage.AFFINITY).isObserved());
    assertEquals(1, known.stage(Stage.AUDIENCE).count());
    assertEquals(Optional.of(Stage.ATTENTION), known.stage(Stage.AUDIENCE).from());
  }

  @Test
  void campaignsMakeNoAdvocates() {
    Act[] warm = {
      act(ActKind.FOLLOW, "ann", 1),
      act(ActKind.CLICK, "ann", 10),
      act(ActKind.SHARE, "ann", 30).topic("spring sale"),
      act(ActKind.SHARE, "ann", 40),
      act(ActKind.FOLLOW, "bob", 1),
      act(ActKind.SHARE, "bob", 10),
      act(ActKind.SHARE, "bob", 30)
    };
    EngagementLog log = log(91, warm);
    assertEquals(2, log.measure(APath.standard()).stage(Stage.ADVOCATES).count());
    assertEquals(0, log.measure(APath.standard()).advocatesOnCampaigns());
    APath apart = APath.with(APathRules.standard().withCampaigns("spring sale", "other"));
    APathSummary path = log.measure(apart);
    // One of Ann's two shares was for the sale; it is an act of will all the same.
    assertEquals(List.of(2L, 2L, 2L, 2L, 1L), counts(path));
    assertEquals(1, path.advocatesOnCampaigns());
    assertTrue(path.toString().contains("advocates on campaigns only, apart: 1"), path::toString);
    assertEquals(1, apart.fromBytes(path.toBytes()).advocatesOnCampaigns());
  }

  @Test
  void countsWithoutIdentitiesAreInNoRate() {
    EngagementLog log = log(91, act(ActKind.VIEW, "ann", 1), act(ActKind.CLICK, "ann", 2));
    APath measure = APath.standard().withImpressions("twitter", 12_000).withImpressions("", 3);
    APathSummary path = log.measure(measure);
    assertEquals("{=3, twitter=12000}", path.impressions().toString());
    assertEquals(List.of(1L, 1L), counts(path).subList(0, 2));
    assertEquals(1, path.stage(Stage.ATTRACTION).conversionSoFar().trials());
    assertTrue(
        path.toString().contains("12,000 impressions on twitter, in no rate"), path::toString);
    assertEquals(
        "a-path, 3 impressions on \"\", 12000 impressions on \"twitter\"", measure.toString());
    assertEquals(
        "count (-1) must not be negative",
        assertThrows(IllegalArgumentException.class, () -> measure.withImpressions("twitter", -1))
            .getMessage());
  }

  @Test
  void whoOnlyLeavesIsCountedApart() {
    APathSummary path =
        log(91, act(ActKind.UNFOLLOW, "ann", 1), act(ActKind.VIEW, "bob", 1))
            .measure(APath.standard());
    assertEquals(1, path.persons());
    assertEquals(1, path.notBegun());
    assertTrue(path.toString().contains("1 did nothing that begins a path"), path::toString);
  }

  @Test
  void sensitivityToTheThresholds() {
    EngagementLog log =
        log(
            91,
            act(ActKind.CLICK, "ann", 1),
            act(ActKind.CLICK, "ann", 9),
            act(ActKind.CLICK, "bob", 1),
            act(ActKind.CLICK, "bob", 8),
            act(ActKind.CLICK, "bob", 29),
            act(ActKind.CLICK, "bob", 30));
    APathSensitivity sensitivity = APathSensitivity.of(APathRules.standard());
    Results results = log.measure(sensitivity.measures());
    assertEquals(
        """
        days  span  ATTRACTION  AFFINITY  AUDIENCE      ADVOCATES
           2     7           2         2  not observed  not observed
           2    14           2         1  not observed  not observed
           2    28           2         1  not observed  not observed
           3     7           2         1  not observed  not observed
           3    14           2         1  not observed  not observed
           3    28           2         1  not observed  not observed
           4     7           2         1  not observed  not observed
           4    14           2         1  not observed  not observed
           4    28           2         1  not observed  not observed""",
        sensitivity.table(results));
    assertEquals("a-path with 9 pairs of thresholds", sensitivity.toString());
    assertEquals(
        "measures must not be empty; name at least one",
        assertThrows(
                IllegalArgumentException.class,
                () -> APathSensitivity.of(APathRules.standard(), List.of(), List.of(1)))
            .getMessage());
  }

  @Test
  void wrongConditionsAreRefused() {
    assertEquals(
        "kinds ([CLICK]) must be FOLLOW or SUBSCRIBE, which can be undone; for other acts use"
            + " once(…)",
        assertThrows(IllegalArgumentException.class, () -> StageCondition.optedIn(ActKind.CLICK))
            .getMessage());
    assertEquals(
        "spanDays (-1) must not be negative",
        assertThrows(
                IllegalArgumentException.class,
                () -> StageCondition.onDays(EventFilter.messages(), 2, -1))
            .getMessage());
    assertEquals(
        "name of a predicate ( ) must not be blank: summaries go by it",
        assertThrows(
                IllegalArgumentException.class,
                () -> EventFilter.anything().matching(" ", row -> true))
            .getMessage());
    StageCondition many = StageCondition.act(EventFilter.messages());
    for (int i = 0; i < 40; i++) {
      many = many.or(StageCondition.act(EventFilter.messages()));
    }
    APath path = APath.with(APathRules.standard().with(Stage.AFFINITY, many));
    assertTrue(
        String.valueOf(assertThrows(IllegalArgumentException.class, path::plan).getMessage())
            .startsWith("conditions must have at most 31 parts joined by or(…), not 44"));
    assertEquals(
        "time (PT0S) must be at least a millisecond",
        assertThrows(
                IllegalArgumentException.class,
                () -> APathRules.standard().withLapsedAfter(Duration.ZERO))
            .getMessage());
  }
}
