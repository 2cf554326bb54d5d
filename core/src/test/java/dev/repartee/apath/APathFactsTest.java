package dev.repartee.apath;

import static dev.repartee.apath.PathWorld.act;
import static dev.repartee.apath.PathWorld.day;
import static dev.repartee.apath.PathWorld.log;
import static dev.repartee.apath.PathWorld.post;
import static dev.repartee.apath.PathWorld.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Measure;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the summaries of the A-Path say as rows, by hand. */
final class APathFactsTest {
  private static final double DAY = Duration.ofDays(1).toMillis();
  private static final String NO_AUDIENCE = "no act in the log can prove AUDIENCE";

  private static double value(Facts facts, String statistic, String... key) {
    Fact fact = facts.get(statistic, key);
    assertEquals(State.VALUE, fact.state(), fact::toString);
    return fact.value().orElseThrow();
  }

  private static String share(Facts facts, String statistic) {
    Fact fact = facts.get(statistic);
    return fact.numerator().getAsLong() + "/" + fact.denominator().getAsLong();
  }

  private static void assertMissing(State state, String note, Facts facts, String statistic) {
    Fact fact = facts.get(statistic);
    assertEquals(state, fact.state(), statistic);
    assertEquals(note, fact.note(), statistic);
    assertTrue(fact.value().isEmpty(), statistic);
  }

  /** Four come after 1, 2, 3 and 4 days, six are watched for 20 days and have not come. */
  @Test
  void thePath() {
    List<Interaction> rows = new ArrayList<>();
    for (int person = 1; person <= 10; person++) {
      rows.add(act(ActKind.VIEW, "p" + person, 71));
      if (person <= 4) {
        rows.add(act(ActKind.CLICK, "p" + person, 71 + person));
      }
    }
    rows.add(act(ActKind.UNFOLLOW, "q", 80).channel("blog"));
    rows.add(Act.of(ActKind.VIEW, null, day(80)));
    rows.add(post("m", "p1", 80).automatic(true));
    Facts facts = log(91, rows.toArray(Interaction[]::new)).measure(APath.standard()).facts();
    assertEquals(10, value(facts, "people"));
    assertEquals(10, value(facts, "people_at_attention"));
    assertEquals(4, value(facts, "people_at_attraction"));
    assertEquals("4/10", share(facts, "reached_attraction_so_far"));
    assertEquals("ATTENTION", facts.get("reached_attraction_from").word());
    assertMissing(State.TOO_SHORT, "follow-up too short", facts, "reached_attraction_within_30d");
    assertEquals(6, value(facts, "can_still_reach_attraction_within_30d"));
    assertEquals(State.NOT_REACHED, facts.get("time_to_attraction_median").state());
    // Who unfollowed shows that opt-ins would be seen; nobody came to affinity, so nothing is
    // known.
    assertEquals("0/0", share(facts, "reached_audience_so_far"));
    assertEquals("AFFINITY", facts.get("reached_audience_from").word());
    assertEquals(State.NO_DATA, facts.get("time_to_audience_median").state());
    String why = "no act in the log can prove ADVOCATES";
    assertMissing(State.NOT_OBSERVED, why, facts, "people_at_advocates");
    assertMissing(State.NOT_OBSERVED, why, facts, "reached_advocates_from");
    assertMissing(State.NOT_OBSERVED, why, facts, "advocates_on_campaigns_only");
    assertEquals(1, value(facts, "people_not_begun"));
    assertEquals(1, value(facts, "rows_anonymous"));
    assertEquals(1, value(facts, "rows_automatic"));
    assertEquals(0, value(facts, "rows_unaddressed"));
    assertEquals(1, value(facts, "organizations_pooled"));
    assertEquals("ATTENTION, AUDIENCE", facts.get("stages_observed", "blog").word());
    assertEquals("ATTENTION, ATTRACTION, AFFINITY", facts.get("stages_observed", "twitter").word());
  }

  @Test
  void timesOfThePath() {
    EngagementLog log =
        log(
            91,
            act(ActKind.VIEW, "ann", 1),
            act(ActKind.CLICK, "ann", 3),
            act(ActKind.REACTION, "ann", 9),
            act(ActKind.CLICK, "ann", 17),
            act(ActKind.SUBSCRIBE, "ann", 20),
            act(ActKind.SHARE, "ann", 25),
            act(ActKind.RECOMMEND, "ann", 32));
    Facts facts =
        log.measure(APath.standard().withImpressions("", 70).withImpressions("radio", 9)).facts();
    assertEquals(2 * DAY, value(facts, "time_to_attraction_median"));
    assertEquals(14 * DAY, value(facts, "time_to_affinity_median"));
    assertEquals(16 * DAY, value(facts, "time_from_entry_to_affinity_median"));
    assertEquals(12 * DAY, value(facts, "time_to_advocates_median"));
    assertEquals(31 * DAY, value(facts, "time_from_entry_to_advocates_median"));
    assertEquals(1, value(facts, "reached_advocates_within_30d"));
    // 31 days after the entry: 30 do not do, 90 do.
    assertEquals(0, value(facts, "reached_advocates_within_30d_of_entry"));
    assertEquals(1, value(facts, "reached_advocates_within_90d_of_entry"));
    assertEquals(70, value(facts, "impressions", "(none)"));
    assertEquals(9, value(facts, "impressions", "radio"));
  }

  /** Where the first stage cannot be seen, nothing leads to the next. */
  @Test
  void noStageBeforeTheFirstThatIsObserved() {
    EngagementLog log = log(91, act(ActKind.CLICK, "ann", 1));
    Facts facts = log.asOf(day(-9)).measure(APath.standard().observing(Stage.AFFINITY)).facts();
    String none = "no earlier stage is observed";
    assertEquals(0, value(facts, "people"));
    assertEquals(0, value(facts, "people_at_affinity"));
    assertMissing(State.NOT_DEFINED, none, facts, "reached_affinity_so_far");
    assertMissing(State.NOT_DEFINED, none, facts, "time_to_affinity_median");
    assertMissing(
        State.NOT_OBSERVED, "no act in the log can prove ATTENTION", facts, "people_at_attention");
  }

  /** Ann clicks, bob has not for 90 days, cleo only looked; opt-ins are not seen. */
  @Test
  void theState() {
    EngagementLog log =
        log(
            100,
            act(ActKind.CLICK, "ann", 50),
            act(ActKind.CLICK, "bob", 5),
            act(ActKind.VIEW, "cleo", 99));
    Facts facts = log.measure(APathState.standard()).facts();
    assertEquals(3, value(facts, "people"));
    assertEquals("1/3", share(facts, "lost"));
    assertEquals("1/3", share(facts, "standing_attention"));
    assertEquals("1/3", share(facts, "standing_attraction"));
    assertEquals("1/3", share(facts, "standing_lapsed"));
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "standing_audience");
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "standing_unfollowed");
    Facts none = log(91).measure(APathState.standard()).facts();
    assertEquals(State.NO_DATA, none.get("lost").state());
  }

  /** Between day 20 and 100 ann stays warm, bob lapses, cleo comes; dan comes later. */
  @Test
  void theFlows() {
    EngagementLog log =
        log(
            200,
            act(ActKind.CLICK, "ann", 19),
            act(ActKind.CLICK, "ann", 40),
            act(ActKind.CLICK, "bob", 5),
            act(ActKind.VIEW, "cleo", 45),
            act(ActKind.CLICK, "dan", 150));
    Facts facts = log.measure(APathFlows.between(day(20), day(100))).facts();
    assertEquals(3, value(facts, "people"));
    assertEquals(1, value(facts, "at_start_new"));
    assertEquals(2, value(facts, "at_start_attraction"));
    assertEquals(1, value(facts, "at_end_lapsed"));
    assertEquals(1, value(facts, "from_attraction_to_attraction"));
    assertEquals(1, value(facts, "from_attraction_to_lapsed"));
    assertEquals(1, value(facts, "from_new_to_attention"));
    assertEquals(0, value(facts, "from_lapsed_to_attraction"));
    assertEquals(0, value(facts, "excluded_not_watched"));
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "at_end_audience");
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "from_attraction_to_audience");
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "from_unsubscribed_to_lapsed");
    double cells = 0;
    for (Fact fact : facts.where(f -> f.statistic().startsWith("from_"))) {
      cells += fact.value().orElse(0);
    }
    assertEquals(3, cells);
    // Of those who are not watched up to the second instant nothing is known.
    Facts later = log.measure(APathFlows.between(day(20), day(201))).facts();
    assertEquals(4, value(later, "excluded_not_watched"));
    assertEquals(0, value(later, "people"));
  }

  /**
   * One of two clicks after 40 days, and has not for 90 days after 130; both are watched for 99.
   */
  @Test
  void theChances() {
    EngagementLog log =
        log(
            100,
            act(ActKind.VIEW, "ann", 1),
            act(ActKind.CLICK, "ann", 41),
            act(ActKind.VIEW, "bob", 1));
    Facts facts = log.measure(APathChances.standard()).facts();
    assertEquals(2, value(facts, "people"));
    assertEquals(1, value(facts, "standing_attention_after_30d"));
    assertEquals(0, value(facts, "standing_attention_after_90d"));
    assertEquals(0.5, value(facts, "standing_attraction_after_90d"), 1e-12);
    assertEquals(0.5, value(facts, "standing_lapsed_after_90d"), 1e-12);
    assertEquals(State.TOO_SHORT, facts.get("standing_lapsed_after_365d").state());
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "standing_audience_after_30d");
    // Each once, those that lead too.
    List<String> names = facts.rows().stream().map(Fact::statistic).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    assertEquals(1 + 8 * 3, names.size());
  }

  /** Ann and bob are opted in, ann warmed up. */
  @Test
  void theHollowAudience() {
    EngagementLog log =
        log(
            91,
            act(ActKind.FOLLOW, "ann", 1),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.CLICK, "ann", 30),
            act(ActKind.FOLLOW, "bob", 2));
    Facts facts = log.measure(HollowAudience.standard()).facts();
    assertEquals(2, value(facts, "opted_in"));
    assertEquals("1/2", share(facts, "hollow"));
    Facts unseen = log(9, act(ActKind.CLICK, "ann", 1)).measure(HollowAudience.standard()).facts();
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, unseen, "opted_in");
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, unseen, "hollow");
  }

  @Test
  void theAdvocates() {
    EngagementLog log =
        log(
            91,
            act(ActKind.FOLLOW, "carl@blog", 1),
            act(ActKind.SHARE, "carl@twitter", 5),
            act(ActKind.RECOMMEND, "carl@blog", 20),
            act(ActKind.FOLLOW, "ann", 1),
            act(ActKind.SHARE, "ann", 5),
            act(ActKind.SHARE, "ann", 21));
    Facts facts = log.measure(Advocates.standard().showing(1)).facts();
    assertEquals(2, value(facts, "advocates"));
    assertEquals(1, value(facts, "advocates_listed"));
    assertEquals("2026-03-20T12:00:00Z", facts.get("advocate_since", "Carl", "Acme").word());
    assertEquals("2026-03-01T12:00:00Z", facts.get("on_path_since", "Carl", "Acme").word());
    assertEquals(19 * DAY, value(facts, "time_from_entry", "Carl", "Acme"));
    assertTrue(facts.find("advocate_since", "ann", "Acme").isEmpty());
    Facts unseen = log(9, act(ActKind.CLICK, "ann", 1)).measure(Advocates.standard()).facts();
    assertMissing(State.NOT_OBSERVED, "no act in the log can prove ADVOCATES", unseen, "advocates");
  }

  /** In a forum there is no organization to speak for. */
  @Test
  void theAdvocatesOfAForum() {
    EngagementLog log =
        EngagementLog.builder(Directory.empty())
            .add(post("p1", "ann", 1))
            .addAll(
                List.of(
                    post("p2", "bob", 1),
                    Reply.of("r1", "bob", day(3)).to("p1"),
                    Reply.of("r2", "bob", day(20)).to("p1")))
            .asOf(day(91))
            .build();
    Facts facts = log.measure(Advocates.standard()).facts();
    assertEquals("2026-03-20T12:00:00Z", facts.get("advocate_since", "bob", "(none)").word());
  }

  /**
   * Four who wrote once are answered on day 2: three go on to AFFINITY 10 days after the landmark.
   * Four are not: one does. One has gone on by the landmark, one has left, one came too late.
   */
  @Test
  void theEngagementEffect() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      rows.add(post("p" + i, "a" + i, 1));
      if (i <= 4) {
        rows.add(reply("r" + i, "acme_care", 2, "p" + i));
      }
      if (i <= 3 || i == 5) {
        rows.add(act(ActKind.CLICK, "a" + i, 5));
        rows.add(act(ActKind.CLICK, "a" + i, 25));
      }
    }
    rows.add(post("p9", "b", 1));
    rows.add(reply("r9", "acme_care", 2, "p9"));
    rows.add(reply("r10", "b", 3, "r9"));
    rows.add(act(ActKind.FOLLOW, "c", 1));
    rows.add(act(ActKind.UNFOLLOW, "c", 4));
    rows.add(post("p11", "d", 190));
    EngagementEffect measure = EngagementEffect.after(Stage.ATTRACTION);
    Facts facts = log(200, rows.toArray(Interaction[]::new)).measure(measure).facts();
    assertEquals(4, value(facts, "addressed"));
    assertEquals(4, value(facts, "not_addressed"));
    assertEquals(0.5, value(facts, "went_on_difference_within_90d"), 1e-12);
    assertEquals(0.5, value(facts, "went_on_difference_within_30d"), 1e-12);
    assertEquals("AFFINITY", facts.get("went_on_to").word());
    assertEquals(0.75, value(facts, "addressed_went_on_within_30d"), 1e-12);
    assertEquals(0.25, value(facts, "not_addressed_went_on_within_90d"), 1e-12);
    assertEquals(10 * DAY, value(facts, "addressed_time_to_go_on_median"));
    assertEquals(State.NOT_REACHED, facts.get("not_addressed_time_to_go_on_median").state());
    // Those who went on wrote no more than once.
    assertEquals(4, value(facts, "addressed_who_wrote_1"));
    assertEquals(0.75, value(facts, "addressed_who_wrote_1_went_on_within_90d"), 1e-12);
    assertEquals(4, value(facts, "not_addressed_who_wrote_1"));
    assertEquals(0, value(facts, "addressed_who_wrote_3_or_more"));
    assertEquals(
        State.NO_DATA, facts.get("addressed_who_wrote_3_or_more_went_on_within_90d").state());
    assertEquals(0, value(facts, "excluded_wrote_nothing"));
    assertEquals(1, value(facts, "excluded_advanced"));
    assertEquals(1, value(facts, "excluded_left"));
    assertEquals(1, value(facts, "excluded_not_watched"));
    assertEquals(14 * DAY, value(facts, "landmark"));
    Facts unseen =
        log(200, act(ActKind.VIEW, "ann", 1))
            .measure(EngagementEffect.after(Stage.ATTENTION))
            .facts();
    String why = "no act in the log can prove ATTRACTION";
    assertMissing(State.NOT_OBSERVED, why, unseen, "addressed");
    assertMissing(State.NOT_OBSERVED, why, unseen, "excluded_left");
  }

  /** Day 31 is the spike: of four one warms up by day 50; of two on ordinary days one does. */
  @Test
  void theSpikes() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      rows.add(act(ActKind.CLICK, "s" + i, 31));
    }
    rows.add(act(ActKind.CLICK, "s1", 40));
    rows.add(act(ActKind.CLICK, "s1", 50));
    rows.add(act(ActKind.CLICK, "o1", 11));
    rows.add(act(ActKind.CLICK, "o1", 20));
    rows.add(act(ActKind.CLICK, "o1", 30));
    rows.add(act(ActKind.CLICK, "o2", 87));
    rows.add(act(ActKind.CLICK, "far", 88));
    rows.add(act(ActKind.CLICK, "other", 31).channel("blog"));
    Facts facts =
        log(200, rows.toArray(Interaction[]::new))
            .measure(SpikeFollowThrough.on("twitter", LocalDate.parse("2026-03-31")))
            .facts();
    assertEquals(4, value(facts, "first_seen_in_spikes"));
    assertEquals(2, value(facts, "first_seen_on_ordinary_days"));
    assertEquals(0.25, value(facts, "reached_affinity_within_30d_in_spikes"), 1e-12);
    assertEquals(0.5, value(facts, "reached_affinity_within_90d_on_ordinary_days"), 1e-12);
    assertEquals(-0.25, value(facts, "reached_affinity_within_30d_difference"), 1e-12);
    assertEquals(19 * DAY, value(facts, "time_to_affinity_median_on_ordinary_days"));
    assertEquals(State.NOT_REACHED, facts.get("time_to_affinity_median_in_spikes").state());
    assertMissing(State.NOT_OBSERVED, NO_AUDIENCE, facts, "reached_audience_within_30d_difference");
    assertEquals(1, value(facts, "excluded_far_from_spikes"));
    assertEquals(1, value(facts, "excluded_on_other_channels"));
  }

  static List<Measure<?>> all() {
    return List.of(
        APath.standard(),
        APathState.standard(),
        APathFlows.between(day(20), day(60)),
        APathChances.standard(),
        HollowAudience.standard(),
        Advocates.standard(),
        EngagementEffect.after(Stage.AFFINITY),
        SpikeFollowThrough.on("twitter", LocalDate.parse("2026-03-31")));
  }

  private static List<String> names(Facts facts) {
    return facts.rows().stream().filter(f -> f.key().isEmpty()).map(Fact::statistic).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesHangOnTheOptionsAlone(Measure<?> measure) {
    List<String> names = names(log(91).measure(measure).facts());
    assertEquals(names.size(), new HashSet<>(names).size());
    EngagementLog clicks = log(91, act(ActKind.CLICK, "ann", 1));
    assertEquals(names, names(clicks.measure(measure).facts()));
    EngagementLog all =
        log(
            91,
            act(ActKind.FOLLOW, "ann", 1),
            act(ActKind.CLICK, "ann", 10),
            act(ActKind.SHARE, "ann", 31),
            act(ActKind.SHARE, "ann", 32).sentiment(Sentiment.POSITIVE),
            post("p", "bob", 31),
            reply("r", "acme_care", 32, "p"));
    assertEquals(names, names(all.measure(measure).facts()));
    // And they carry the table: no line is longer than a screen is wide, twice over.
    String table = all.measure(measure.by(Dimension.CHANNEL)).table();
    assertTrue(table.lines().allMatch(line -> line.length() <= 160), table);
  }
}
