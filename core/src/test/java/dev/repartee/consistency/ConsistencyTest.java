package dev.repartee.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.Burstiness;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Talk;
import dev.repartee.testing.VerdictSimulation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Worked by hand. 2026-01-05 is a Monday. */
final class ConsistencyTest {
  private static final Place BLOG = new Place("Acme", "blog");

  private static EngagementLog.Builder builder(String asOf) {
    return EngagementLog.builder(Talk.acme()).asOf(asOf);
  }

  private static Post post(String id, String author, String at) {
    return Post.of(id, author, at).channel("blog").addressedTo("Acme");
  }

  private static Reply reply(String id, String author, String at, String to) {
    return Reply.of(id, author, at).to(to).channel("blog");
  }

  /** Four whole weeks: asked and answered, asked and silent, only posted, nothing. */
  private static EngagementLog fourWeeks() {
    return builder("2026-02-02T00:00:00Z")
        .add(post("a", "carl", "2026-01-05T08:00:00Z"))
        .add(reply("b", "care", "2026-01-06T08:00:00Z", "a"))
        .add(post("c", "zak", "2026-01-13T08:00:00Z"))
        .add(post("d", "jane", "2026-01-20T08:00:00Z"))
        .add(post("e", "bot", "2026-01-28T08:00:00Z"))
        .build();
  }

  @Test
  void weeksInWhichItWroteAndAnswered() {
    ConsistencySummary summary = fourWeeks().measure(Consistency.standard());
    Rhythm rhythm = summary.at(BLOG);
    assertEquals(4, rhythm.weeks());
    assertEquals(2, rhythm.activeWeeks().successes());
    assertEquals(4, rhythm.activeWeeks().trials());
    assertEquals(1, rhythm.answeringWeeks().successes());
    assertEquals(2, rhythm.answeringWeeks().trials());
    assertEquals(2, rhythm.messages());
    assertEquals(2, rhythm.audienceMessages());
    assertEquals(1, summary.automatic());
    assertEquals(List.of(BLOG), summary.places());
    assertEquals("consistency: 1 place, wrote in 2/4 weeks", Talk.headline(summary));
    assertEquals(
        """
        consistency: 1 place, wrote in 2/4 weeks
        Acme on blog: wrote in 0.50 2/4, fewer than 2 groups of the weeks, active
        left out: 1 automatic
        as of 2026-02-02T00:00:00Z
        consistency, days in Z\
        """,
        summary.toString().lines().limit(5).collect(Collectors.joining("\n")));
  }

  /** Four places are shown, and of five the table shows the last. */
  @Test
  void fourPlacesAreShown() {
    EngagementLog.Builder rows = EngagementLog.builder(Talk.acmeAndBolt());
    rows.asOf("2026-02-02T00:00:00Z");
    for (String channel : List.of("a", "b", "c", "d")) {
      rows.add(Post.of(channel, "care", "2026-01-05T08:00:00Z").channel(channel));
    }
    rows.add(Post.of("e", "help", "2026-01-05T08:00:00Z").channel("e"));
    rows.add(Post.of("f", "zak", "2026-01-05T08:00:00Z").channel("f"));
    EngagementLog log = rows.build();
    String text = log.measure(Consistency.standard()).toString();
    assertEquals("consistency: 5 places of 2 organizations", Talk.headline(text));
    assertTrue(text.contains("\nAcme on d: "), text);
    assertFalse(text.contains("Bolt on e"), text);
    assertTrue(text.contains("\n… 1 more in table()\n"), text);
    assertTrue(text.contains("\nleft out: 1 speak to no organization\n"), text);
    String four =
        log.only(Dimension.ORGANIZATION, "Acme").measure(Consistency.standard()).toString();
    assertFalse(four.contains("more in table()"), four);
    assertFalse(four.contains("left out"), four);
  }

  @Test
  void factsOfTheWholeOfOrganizationsPlacesAndWeeks() {
    ConsistencySummary summary = fourWeeks().measure(Consistency.standard());
    assertEquals(
        """
        messages_of_organization: 2
        weeks_active: 0.50 2/4, fewer than 2 groups
        weeks_answered: 0.50 1/2, fewer than 2 groups
        activity: ACTIVE
        messages_of_audience: 2
        organizations: 1
        places: 1
        messages_automatic: 1
        messages_unaddressed: 0\
        """,
        FactRows.text(summary));
    assertEquals(
        """
        messages_of_organization: 2
        messages_of_audience: 2
        weeks_whole: 4
        weeks_active: 0.50 2/4, fewer than 2 groups
        weeks_answered: 0.50 1/2, fewer than 2 groups
        activity: ACTIVE
        silence_current: 12 d 16 h
        silence_current_by_chance: none (fewer than 50 past silences)
        silence_longest: 14 d
        sittings: 2
        intervals: 1
        intervals_pattern: NO_VERDICT
        burstiness: none (fewer than 2 intervals, or all of them are 0)
        burstiness_chance_band: 1.05
        burstiness_uncorrected: -1.00
        intervals_memory: none (too few intervals, or all are equal)
        posts: 1
        posts_younger_than_7d: 0
        messages_below_posts: 0
        top_post: none (fewer than 20 posts)
        top_post_if_alike: none (fewer than 20 posts)
        top_tenth_of_posts: none (fewer than 20 posts)
        top_tenth_of_posts_if_alike: none (fewer than 20 posts)
        posts_gini: none (fewer than 20 posts)
        posts_gini_if_alike: none (fewer than 20 posts)\
        """,
        FactRows.text(summary, "Acme", "blog"));
    // Of one channel alone the organization says the same.
    assertEquals(FactRows.text(summary, "Acme", "blog"), FactRows.text(summary, "Acme"));
    assertEquals("messages_of_organization: 0", FactRows.text(summary, "Acme", "2026-01-12"));
    assertEquals("messages_of_organization: 1", FactRows.text(summary, "Acme", "2026-01-19"));
    Fact silence = summary.facts().get("silence_longest", "Acme", "blog");
    assertEquals(Map.of("organization", "Acme", "channel", "blog"), silence.key());
    assertEquals(14 * 86_400_000.0, silence.value().orElseThrow());
  }

  @Test
  void aBreakdownHasALineForEachKeyAlone() {
    Breakdown<ConsistencySummary> byChannel =
        fourWeeks().measure(Consistency.standard().by(Dimension.CHANNEL));
    List<String> lines = byChannel.table().lines().toList();
    assertEquals(
        List.of(
            "channel", "messages of organization", "weeks active", "weeks answered", "activity"),
        List.of(lines.get(0).split(" {2,}")));
    assertTrue(lines.get(1).startsWith("blog  "), lines::toString);
    assertEquals(2, lines.size(), lines::toString);
    assertEquals(
        1, byChannel.facts().get("weeks_answered", "blog", "Acme").numerator().orElseThrow());
  }

  @Test
  void factsAreNeverPooledOverOrganizations() {
    EngagementLog.Builder rows = EngagementLog.builder(Talk.acmeAndBolt());
    EngagementLog two =
        rows.asOf("2026-02-02T00:00:00Z")
            .add(post("a", "care", "2026-01-05T08:00:00Z"))
            .add(Post.of("b", "help", "2026-01-05T08:00:00Z").channel("blog").addressedTo("Bolt"))
            .build();
    ConsistencySummary summary = two.measure(Consistency.standard());
    Fact active = summary.facts().get("weeks_active");
    assertEquals(State.NOT_DEFINED, active.state());
    assertEquals("several organizations", active.note());
    assertEquals(2, summary.facts().get("messages_of_organization").value().orElseThrow());
    assertEquals(0.25, summary.facts().get("weeks_active", "Bolt").value().orElseThrow());
    ConsistencySummary none =
        builder("2026-02-02T00:00:00Z").build().measure(Consistency.standard());
    assertEquals(State.NO_DATA, none.facts().get("activity").state());
    assertEquals(FactRows.names(summary), FactRows.names(none));
    assertEquals(FactRows.names(none), FactRows.names(fourWeeks().measure(Consistency.standard())));
  }

  @Test
  void whatAnswersMayBeChosen() {
    EngagementLog log =
        builder("2026-02-02T00:00:00Z")
            .add(post("a", "carl", "2026-01-05T08:00:00Z"))
            .add(reply("b", "bot", "2026-01-06T08:00:00Z", "a"))
            .build();
    Consistency bots = Consistency.standard().answers(AnswerRule.standard().countingBots());
    assertEquals("consistency, days in Z, counting bots", bots.toString());
    assertEquals(0, log.measure(Consistency.standard()).at(BLOG).answeringWeeks().successes());
    assertEquals(1, log.measure(bots).at(BLOG).answeringWeeks().successes());
    assertEquals(
        "rule (answered by anybody else) must be one by which members answer: the weeks are those"
            + " in which the organization answers; begin with AnswerRule.standard()",
        assertThrows(
                IllegalArgumentException.class,
                () -> Consistency.standard().answers(AnswerRule.anybodyElse()))
            .getMessage());
  }

  @Test
  void weeksAreListedWithThoseOfNothing() {
    EngagementLog log = fourWeeks();
    assertEquals(
        "[week of 2026-01-05: 1, week of 2026-01-12: 0, week of 2026-01-19: 1, week of 2026-01-26:"
            + " 0]",
        log.measure(Consistency.standard()).at(BLOG).messagesByWeek().toString());
    AudienceInterestSummary interest = log.measure(AudienceInterest.standard());
    assertEquals(
        List.of(1L, 1L, 0L, 0L),
        interest.at(BLOG).byWeek().stream().map(WeekCount::count).toList());
    assertEquals(List.of(), interest.organization("Bolt").byWeek());
  }

  @Test
  void halfWeeksAreLeftOut() {
    // From Tuesday on, up to a Saturday: of four weeks two are whole.
    EngagementLog log =
        builder("2026-01-31T12:00:00Z").add(post("a", "care", "2026-01-06T08:00:00Z")).build();
    assertEquals(2, log.measure(Consistency.standard()).at(BLOG).weeks());
    EngagementLog window = log.between("2026-01-04T23:00:00Z", "2026-01-25T23:00:00Z");
    assertEquals(2, window.measure(Consistency.standard()).at(BLOG).weeks());
    Consistency berlin = Consistency.standard().withZone(ZoneId.of("Europe/Berlin"));
    assertEquals(3, window.measure(berlin).at(BLOG).weeks());
    ConsistencySummary early = log.asOf("2026-01-08T00:00:00Z").measure(Consistency.standard());
    assertEquals("consistency: 1 place, no whole week", Talk.headline(early));
    assertTrue(early.at(BLOG).activeWeeks().isEmpty());
  }

  @Test
  void aPostOfJustSevenDaysIsNotYoung() {
    EngagementLog log =
        builder("2026-01-10T00:00:00Z")
            .add(post("a", "care", "2026-01-03T00:00:00Z"))
            .add(post("b", "care", "2026-01-03T00:00:00.001Z"))
            .build();
    Rhythm.TopPostShare posts = log.measure(Consistency.standard()).at(BLOG).homeRun();
    assertEquals(1, posts.posts());
    assertEquals(1, posts.young());
  }

  @Test
  void silencesLieBetweenSittings() {
    EngagementLog log =
        builder("2026-01-10T00:00:00Z")
            .add(post("a", "care", "2026-01-01T08:00:00Z"))
            .add(post("b", "jane", "2026-01-01T09:00:00Z"))
            .add(post("c", "care", "2026-01-01T10:00:00Z"))
            .add(post("d", "care", "2026-01-01T11:00:00.001Z"))
            .add(post("e", "care", "2026-01-04T11:00:00.001Z"))
            .build();
    Rhythm rhythm = log.measure(Consistency.standard()).organization("Acme");
    assertEquals(3, rhythm.sittings());
    assertEquals(Optional.of(Duration.ofDays(3)), rhythm.longestSilence());
    assertEquals(
        Optional.of(
            Duration.between(
                Instant.parse("2026-01-04T11:00:00.001Z"), Instant.parse("2026-01-10T00:00:00Z"))),
        rhythm.currentSilence());
    assertTrue(rhythm.unusualSilence().isEmpty(), "two silences do not tell");
    assertEquals(2, rhythm.burstiness().intervals());
    assertEquals(Burstiness.Pattern.NO_VERDICT, rhythm.burstiness().pattern());
    Rhythm unknown = log.measure(Consistency.standard()).organization("Bolt");
    assertEquals(Rhythm.Activity.NEVER_WROTE, unknown.activity());
    assertEquals(Optional.empty(), unknown.currentSilence());
    assertEquals(Optional.empty(), unknown.longestSilence());
    assertTrue(unknown.unusualSilence().isEmpty());
  }

  /** 40 silences of 1 day and 10 of 4, 80 days in all; one of 3 days was reached for 10 days. */
  @Test
  void howUnusualASilenceIsGoesByTheTimeSpentInSuch() {
    EngagementLog.Builder rows = builder("2026-06-01T00:00:00Z");
    Instant at = Instant.parse("2026-01-01T08:00:00Z");
    for (int i = 0; i <= 50; i++) {
      rows.add(Post.of("m" + i, "care", at).channel("blog"));
      at = at.plus(Duration.ofDays(i < 50 ? i % 5 == 4 ? 4 : 1 : 0));
    }
    EngagementLog log = rows.build();
    assertEquals(0.125, unusual(log, at.plus(Duration.ofDays(3))).orElseThrow(), 1e-12);
    assertEquals(1, unusual(log, at).orElseThrow());
    assertEquals(0, unusual(log, at.plus(Duration.ofDays(4))).orElseThrow());
    assertTrue(unusual(log, at.minusSeconds(1)).isEmpty(), "49 silences before");
  }

  private static OptionalDouble unusual(EngagementLog log, Instant asOf) {
    return log.asOf(asOf).measure(Consistency.standard()).at(BLOG).unusualSilence();
  }

  private static String counts(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  @Test
  void activityGoesByThirtyAndNinetyDays() {
    EngagementLog log =
        builder("2026-06-01T00:00:00Z").add(post("a", "care", "2026-01-01T00:00:00Z")).build();
    assertEquals(Rhythm.Activity.ABANDONED, activity(log));
    assertEquals(Rhythm.Activity.ABANDONED, activity(log.asOf("2026-04-01T00:00:00Z")));
    assertEquals(Rhythm.Activity.QUIET, activity(log.asOf("2026-03-31T23:59:59Z")));
    assertEquals(Rhythm.Activity.QUIET, activity(log.asOf("2026-01-31T00:00:00Z")));
    assertEquals(Rhythm.Activity.ACTIVE, activity(log.asOf("2026-01-30T23:59:59Z")));
    // A window ends the watching: what was at its end.
    assertEquals(
        Rhythm.Activity.ACTIVE,
        activity(log.between("2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z")));
  }

  private static Rhythm.Activity activity(EngagementLog log) {
    return log.measure(Consistency.standard()).at(BLOG).activity();
  }

  @Test
  void nightsAreNoSilenceInWorkingTime() {
    EngagementLog.Builder rows = builder("2026-02-01T00:00:00Z");
    for (int day = 5; day < 10; day++) {
      rows.add(post("m" + day, "care", "2026-01-0" + day + "T10:00:00Z").in("x" + day));
      rows.add(post("n" + day, "care", "2026-01-0" + day + "T14:00:00Z").in("y" + day));
    }
    EngagementLog log = rows.build();
    OfficeHours hours = OfficeHours.parse("Mon-Fri 08:00-16:00 UTC");
    Burstiness wall = log.measure(Consistency.standard()).at(BLOG).burstiness();
    Burstiness working = log.measure(Consistency.standard().during(hours)).at(BLOG).burstiness();
    // 4 h and 20 h in turn, but always 4 h of work.
    assertEquals(-1, wall.memory(), 1e-12);
    assertEquals(-1, working.corrected(), 1e-12);
    // 4 h less the hour in which it would be one sitting.
    assertEquals(Burstiness.of(3, 3, 3, 3, 3, 3, 3, 3, 3), working);
    assertEquals(Burstiness.Pattern.NO_VERDICT, wall.pattern());
  }

  @Test
  void sittingsAreThoseOfWorkingTimeAndWhatIsWrittenAtNightDoesNotCount() {
    EngagementLog log =
        builder("2026-02-01T00:00:00Z")
            .add(post("a", "care", "2026-01-05T09:00:00Z"))
            .add(post("b", "care", "2026-01-05T09:40:00Z"))
            .add(post("c", "care", "2026-01-05T15:50:00Z"))
            .add(post("d", "care", "2026-01-05T23:00:00Z"))
            .add(post("e", "care", "2026-01-06T09:20:00Z"))
            .add(post("f", "care", "2026-01-06T15:40:00Z"))
            .add(post("g", "care", "2026-01-07T08:30:00Z"))
            .build();
    OfficeHours hours = OfficeHours.parse("Mon-Fri 08:00-16:00 UTC");
    Burstiness found = log.measure(Consistency.standard().during(hours)).at(BLOG).burstiness();
    // 6 h 10, 1 h 30 and 6 h 20, each less an hour; the last two are one sitting of 50 min.
    assertEquals(Burstiness.of(310 * 60_000, 30 * 60_000, 320 * 60_000), found);
  }

  @Test
  void postsAndWhatTheyGetWithinAWeek() {
    EngagementLog.Builder rows = builder("2026-03-01T00:00:00Z");
    for (int p = 0; p < 20; p++) {
      rows.add(post("p" + p, "care", "2026-01-01T0" + p % 10 + ":00:00Z"));
      for (int r = 0; r < (p == 0 ? 31 : p < 10 ? 1 : 0); r++) {
        rows.add(reply("r" + p + "." + r, "fan" + r, "2026-01-02T00:00:00Z", "p" + p));
      }
    }
    rows.add(reply("late", "zak", "2026-01-08T00:00:00.001Z", "p0"));
    rows.add(reply("own", "jane", "2026-01-02T00:00:00Z", "p0"));
    rows.add(post("young", "care", "2026-02-22T00:00:00.001Z"));
    Rhythm.TopPostShare run = rows.build().measure(Consistency.standard()).at(BLOG).homeRun();
    assertEquals(20, run.posts());
    assertEquals(1, run.young());
    assertEquals(40, run.messages());
    assertEquals(31 / 40.0, run.topShare());
    assertEquals(32 / 40.0, run.topTenthShare());
    // (19 of the largest + sum of -1, 1, … 17 for the nine ones) / (20 * 40)
    assertEquals((19 * 31 + 72 + 9) / 800.0, run.gini(), 1e-12);
    assertTrue(run.expected().topShare() < 0.2, run.toString());
    assertFalse(run.isTooFew());
    assertTrue(
        run.toString()
            .matches("top post 0\\.78 of 40 messages, 0\\.1[0-9] if all were alike, 20 posts"),
        run.toString());
    EngagementLog.Builder silent = builder("2026-03-01T00:00:00Z");
    for (int p = 0; p < 20; p++) {
      silent.add(post("p" + p, "care", "2026-01-01T00:00:00Z"));
    }
    Rhythm.TopPostShare none = silent.build().measure(Consistency.standard()).at(BLOG).homeRun();
    assertEquals("none (no messages), 20 posts", none.toString());
    assertTrue(Double.isNaN(none.gini()));
    assertFalse(none.isTooFew());
  }

  /**
   * A thread is a reply to the post with all below it; what is late or of members does not count.
   */
  @Test
  void threadsAreDealtOutWhole() {
    EngagementLog.Builder rows = builder("2026-03-01T00:00:00Z");
    for (int p = 0; p < 20; p++) {
      rows.add(post("p" + p, "care", "2026-01-01T00:00:00Z"));
    }
    rows.add(reply("a", "zak", "2026-01-02T00:00:00Z", "p0"));
    rows.add(reply("b", "care", "2026-01-02T01:00:00Z", "a"));
    rows.add(reply("c", "matt", "2026-01-02T02:00:00Z", "b"));
    rows.add(reply("d", "jane", "2026-01-02T03:00:00Z", "p0"));
    rows.add(reply("e", "zak", "2026-01-02T04:00:00Z", "d"));
    rows.add(reply("f", "zak", "2026-01-09T00:00:00Z", "d"));
    Rhythm.TopPostShare run = rows.build().measure(Consistency.standard()).at(BLOG).homeRun();
    // Two threads, one of two messages and one of one: 3 messages, and 2/3 or all in the top post.
    assertEquals(3, run.messages());
    assertEquals((19 * 2 / 3.0 + 1) / 20, run.expected().topShare(), 0.02);
  }

  /**
   * Posts that do not differ, comments in threads of three: the top post has what is expected of
   * whole threads. Where nobody says what a comment replies to, threads are not seen, and less is
   * expected.
   */
  @Test
  @Tag("simulation")
  void threadsStayTogetherWherePostsAreAlike() {
    VerdictSimulation.HomeRuns linked = new VerdictSimulation(2009, 40).homeRuns(false);
    assertEquals(linked.top(), linked.expected(), 0.01);
    VerdictSimulation.HomeRuns flat = new VerdictSimulation(2009, 40).homeRuns(true);
    assertTrue(flat.expected() < 0.8 * flat.top(), flat.toString());
  }

  /** A fast part of what {@code docs/verdicts.md} tells of more runs. */
  @Test
  @Tag("simulation")
  void randomMessagesAreNeitherBurstyNorRegular() {
    OfficeHours office = OfficeHours.parse("Mon-Fri 08:00-16:00 UTC");
    OfficeHours always = OfficeHours.parse("Mon-Sun 00:00-24:00 UTC");
    for (int aDay : new int[] {3, 8, 80}) {
      int days = aDay == 80 ? 28 : 182;
      for (OfficeHours kept : List.of(office, always)) {
        VerdictSimulation.Bursts found =
            new VerdictSimulation(2009, 60).bursts(aDay, days, kept, office);
        assertTrue(found.bursty() + found.regular() <= 0.15, aDay + " " + kept + ": " + found);
      }
    }
    VerdictSimulation some = new VerdictSimulation(2009, 20);
    assertTrue(
        some.bursts(office, () -> 4 * Math.exp(1.2 * some.random().nextGaussian())).bursty() > 0.9);
    assertTrue(some.bursts(office, () -> 16 * some.random().nextDouble()).regular() > 0.9);
  }

  @Test
  void whatComesAfterTheFollowUpIsNotSeen() {
    EngagementLog log =
        builder("2026-03-01T00:00:00Z")
            .add(post("a", "care", "2026-01-01T00:00:00Z"))
            .add(reply("b", "zak", "2026-01-02T00:00:00Z", "a"))
            .add(reply("c", "zak", "2026-01-02T00:00:00.001Z", "a"))
            .build();
    assertEquals(2, log.measure(Consistency.standard()).at(BLOG).homeRun().messages());
    EngagementLog aDay = log.followedFor(Duration.ofDays(1));
    assertEquals(1, aDay.measure(Consistency.standard()).at(BLOG).homeRun().messages());
  }

  @Test
  void fewPostsAreTooFew() {
    Rhythm.TopPostShare run = fourWeeks().measure(Consistency.standard()).at(BLOG).homeRun();
    assertEquals("too few, 1 post", run.toString());
    assertTrue(Double.isNaN(run.topShare()));
    assertTrue(Double.isNaN(run.gini()));
    assertTrue(Double.isNaN(run.expected().topShare()));
  }

  @Test
  void channelsStandApartAndTogether() {
    EngagementLog log =
        builder("2026-03-02T00:00:00Z")
            .add(post("a", "care", "2026-01-05T08:00:00Z"))
            .add(Post.of("b", "care", "2026-01-12T08:00:00Z").channel("chirp"))
            .add(Post.of("c", "zak", "2026-01-12T08:00:00Z").addressedTo("Acme"))
            .build();
    ConsistencySummary summary = log.measure(Consistency.standard());
    assertEquals(
        List.of(new Place("Acme", "(none)"), BLOG, new Place("Acme", "chirp")), summary.places());
    assertEquals("1/8", counts(summary.at(BLOG).activeWeeks()));
    assertEquals("2/8", counts(summary.organization("Acme").activeWeeks()));
    assertTrue(summary.table().contains("Acme: weeks active"), summary::table);
    assertTrue(summary.table().contains("Acme, chirp: weeks active"), summary::table);
    assertTrue(
        String.valueOf(
                assertThrows(
                        IllegalArgumentException.class, () -> summary.at(new Place("Acme", "fax")))
                    .getMessage())
            .startsWith("place (Acme on fax) must be one of [Acme on (none), "));
  }

  @Test
  void noDataIsSaid() {
    ConsistencySummary none =
        builder("2026-03-01T00:00:00Z").build().measure(Consistency.standard());
    assertEquals("consistency: no data", Talk.headline(none));
    assertEquals(0, none.organization("Acme").weeks());
    assertTrue(none.organization("Acme").homeRun().isTooFew());
  }

  /** 130 weeks are too many for months of their own: 26 blocks of five weeks hold all of them. */
  @Test
  void manyWeeksAreCountedInLargerBlocks() {
    EngagementLog.Builder rows = builder("2028-07-03T00:00:00Z"); // 130 weeks after 2026-01-05
    Instant at = Instant.parse("2026-01-05T08:00:00Z");
    for (int week = 0; week < 130; week += 2) {
      rows.add(Post.of("m" + week, "care", at.plus(Duration.ofDays(7L * week))).channel("blog"));
    }
    Proportion active = rows.build().measure(Consistency.standard()).at(BLOG).activeWeeks();
    assertEquals("65/130", counts(active));
    assertEquals(26, active.groups());
  }
}
