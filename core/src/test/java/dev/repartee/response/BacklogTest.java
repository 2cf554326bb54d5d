package dev.repartee.response;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Directory;
import dev.repartee.model.OfficeHours;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who waits at an instant: worked by hand, and against response times. */
final class BacklogTest {
  private static final EngagementLog LOG =
      log(
          24 * 60,
          post("p", "carl", 0),
          reply("q", "zak", 10, "p"),
          reply("r", "care", 20, "p"), // Zak still waits
          reply("s", "carl", 24 * 60 - 60, "r"),
          post("u", "matt", 24 * 60 - 59),
          post("v", "nina", 23 * 60 + 30).expectsResponse(false));

  @Test
  void whoWaitsSinceWhenAndForWhom() {
    BacklogSummary r = LOG.measure(Backlog.standard().withTarget(minutes(60)));
    assertEquals(3, r.waiting());
    assertEquals(
        new BacklogSummary.Waiting(
            "q",
            "p",
            "zak",
            "Acme",
            Instant.ofEpochSecond(600),
            minutes(24 * 60 - 10),
            Optional.of(Instant.ofEpochSecond(4200)),
            Optional.of(minutes(23 * 60 - 10))),
        r.longest().get(0));
    assertEquals(minutes(23 * 60 - 10), r.longest().get(0).overdueBy().orElseThrow());
    assertEquals(
        List.of("q", "s", "u"), r.longest().stream().map(BacklogSummary.Waiting::message).toList());
    // Carl's time is up at this very instant, Matt's in a minute.
    assertEquals(Optional.of(Duration.ZERO), r.longest().get(1).overdueBy());
    assertEquals(Optional.empty(), r.longest().get(2).overdueBy());
    assertEquals(2, r.overdue());
    assertEquals("backlog: 3 waiting, longest 23 h 50 min", headline(r));
    assertTrue(
        r.toString()
            .contains("zak for Acme since 1970-01-01T00:10:00Z, 23 h 50 min, overdue by 22 h"),
        r::toString);
    assertFalse(r.toString().contains("resolved without an answer"), r::toString);
  }

  @Test
  void factsNameThoseWhoWaitedLongestByPlace() {
    BacklogSummary r = LOG.measure(Backlog.standard().withTarget(minutes(60)).showing(2));
    Facts facts = r.facts();
    assertEquals(
        List.of("3", "23 h 50 min", "2", "1 h", "1", "1", "1", "0", "0", "0"),
        texts(
            facts,
            "waiting",
            "waited_longest",
            "overdue",
            "target",
            "waiting_for_0_to_1h",
            "waiting_for_1h_to_4h",
            "waiting_for_4h_to_1d",
            "waiting_for_1d_to_7d",
            "waiting_for_7d_to_30d",
            "waiting_for_30d_and_longer"));
    assertEquals("zak", facts.get("person", "1").word());
    assertEquals("q", facts.get("message", "1").word());
    assertEquals(
        (double) minutes(23 * 60 - 10).toMillis(),
        facts.get("overdue_by", "1").value().getAsDouble());
    assertEquals("carl", facts.get("person", "2").word());
    assertEquals(0, facts.get("overdue_by", "2").value().getAsDouble());
    assertTrue(facts.find("person", "3").isEmpty(), "two are shown");
    // Matt asked at 23:01 and is not overdue, but the table says when he will be.
    String table = LOG.measure(Backlog.standard().withTarget(minutes(60))).table();
    assertTrue(table.contains("\n    3  matt    Acme          1970-01-01T23:01:00Z"), table);
    Facts.Fact notOverdue =
        LOG.measure(Backlog.standard().withTarget(minutes(60))).facts().get("overdue_by", "3");
    assertEquals(Facts.State.NOT_DEFINED, notOverdue.state());
    assertEquals("not overdue", notOverdue.note());
    assertTrue(table.contains("1970-01-02T00:01:00Z"), table);
  }

  @Test
  void whatIsNotKnownOfABacklogIsNotSaid() {
    Facts nobody = log(10, post("p", "care", 0)).measure(Backlog.standard()).facts();
    assertEquals("0", nobody.get("waiting").text());
    assertEquals(State.NO_DATA, nobody.get("waited_longest").state());
    assertTrue(nobody.find("overdue").isEmpty(), "nothing is promised");
    Facts unnamed = LOG.measure(Backlog.standard().showing(0)).facts();
    assertEquals("3", unnamed.get("waiting").text());
    assertEquals(State.NOT_OBSERVED, unnamed.get("waited_longest").state());
  }

  @Test
  void noTwoBandsAreCalledAlike() {
    Facts facts =
        LOG.measure(
                Backlog.standard()
                    .withBands(
                        Duration.ofMillis(1),
                        Duration.ofSeconds(90),
                        minutes(90),
                        minutes(1500),
                        minutes(1501)))
            .facts();
    assertEquals(
        List.of(
            "waiting_for_0_to_1ms",
            "waiting_for_1ms_to_90s",
            "waiting_for_90s_to_90min",
            "waiting_for_90min_to_25h",
            "waiting_for_25h_to_1501min",
            "waiting_for_1501min_and_longer"),
        facts.rows().stream()
            .map(Facts.Fact::statistic)
            .filter(name -> name.startsWith("waiting_for_"))
            .toList());
  }

  @Test
  void bandsHoldEverybodyOnce() {
    assertEquals(
        List.of(
            "0 s to 1 h: 1",
            "1 h to 4 h: 1",
            "4 h to 1 d: 1",
            "1 d to 7 d: 0",
            "7 d to 30 d: 0",
            "30 d and longer: 0"),
        LOG.measure(Backlog.standard()).byAge().stream().map(Object::toString).toList());
    assertEquals(
        List.of("0 s to 23 h 50 min: 2", "23 h 50 min and longer: 1"),
        LOG.measure(Backlog.standard().withBands(minutes(24 * 60 - 10))).byAge().stream()
            .map(Object::toString)
            .toList());
  }

  @Test
  void anEarlierInstantHasABacklogOfItsOwn() {
    BacklogSummary r = LOG.asOf(Instant.ofEpochSecond(15 * 60)).measure(Backlog.standard());
    assertEquals(
        List.of("carl", "zak"), r.longest().stream().map(BacklogSummary.Waiting::person).toList());
    assertEquals(
        "backlog: nobody waits",
        headline(log(10, post("p", "care", 0)).measure(Backlog.standard())));
  }

  @Test
  void onlyTheLongestAreNamed() {
    BacklogSummary r = LOG.measure(Backlog.standard().showing(1));
    assertEquals(3, r.waiting());
    assertEquals(1, r.longest().size());
    assertEquals("zak", r.longest().get(0).person());
    assertEquals("backlog: 3 waiting", headline(LOG.measure(Backlog.standard().showing(0))));
    EngagementLog ties = log(9, post("b", "x", 1), post("a", "y", 1), post("c", "z", 1));
    assertEquals(
        List.of("a", "b"),
        ties.measure(Backlog.standard().showing(2)).longest().stream()
            .map(BacklogSummary.Waiting::message)
            .toList());
  }

  @Test
  void whoAnswersIsAnOption() {
    EngagementLog forum =
        log(
            Directory.empty(),
            50,
            flat("1", "carl", 0).label("question"),
            flat("2", "matt", 5).label("comment").expectsResponse(false));
    BacklogSummary nobody = forum.measure(Backlog.standard());
    assertEquals(0, nobody.waiting());
    assertEquals(1, nobody.nobodyCanAnswer());
    assertTrue(nobody.toString().contains("1 nobody can answer"), nobody::toString);
    // A forum without an organization is no forum in which nobody waits.
    assertEquals("backlog: nobody can answer", headline(nobody));
    Backlog byAnybody = Backlog.standard().answers(AnswerRule.anybodyElse());
    assertEquals(0, forum.measure(byAnybody).waiting());
    assertEquals(
        1,
        forum
            .measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("answer")))
            .waiting());
    assertEquals(
        "",
        forum
            .measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("answer")))
            .longest()
            .get(0)
            .organization());
    assertEquals(
        "backlog, bands PT1H, longest 5, target PT2H, counting bots, one answer serves all",
        Backlog.standard()
            .withBands(minutes(60))
            .showing(5)
            .withTarget(minutes(120))
            .answers(AnswerRule.standard().countingBots().oneAnswerServesAll())
            .toString());
  }

  @Test
  void promisesInOfficeHoursAreDueInThem() {
    OfficeHours hours = OfficeHours.builder(ZoneOffset.UTC).open("Mon-Fri", "09:00-17:00").build();
    long friday = Duration.ofHours(24 + 16).toMinutes(); // 1970-01-02T16:00
    EngagementLog log = log(friday + 3 * 24 * 60, post("p", "carl", friday));
    Backlog promised = Backlog.standard().withTarget(minutes(120)).during(hours);
    EngagementLog monday = log.asOf(Instant.parse("1970-01-05T09:59:00Z"));
    assertEquals(0, monday.measure(promised).overdue());
    BacklogSummary.Waiting one = log.measure(promised).longest().get(0);
    assertEquals(Optional.of(Instant.parse("1970-01-05T10:00:00Z")), one.due());
    assertEquals(Optional.of(minutes(6 * 60)), one.overdueBy());
    assertEquals(Duration.ofDays(3), one.waited());
    assertTrue(promised.toString().contains("target PT2H, in office hours"), promised::toString);
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    Backlog backlog = Backlog.standard();
    assertEquals(
        "target (PT0S) must be at least a millisecond",
        refusal(() -> backlog.withTarget(Duration.ZERO)));
    assertEquals(
        "target (PT876600H0.001S) must be at most 36,525 days; leave it out to promise nothing",
        refusal(() -> backlog.withTarget(Duration.ofDays(36_525).plusMillis(1))));
    assertEquals("longest (-1) must be 0 to 10,000", refusal(() -> backlog.showing(-1)));
    assertEquals(
        "beginnings ([PT1H, PT1H]) must ascend from at least a millisecond, to the millisecond",
        refusal(() -> backlog.withBands(minutes(60), minutes(60))));
    assertEquals(
        "beginnings must not be empty; name at least one", refusal(() -> backlog.withBands()));
    assertTrue(
        assertThrows(IllegalStateException.class, LOG.measure(backlog)::overdue)
            .toString()
            .contains("Backlog….withTarget(…)"));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theBacklogIsWhoWaitsByResponseTime(
      @ForAll long seed, @ForAll @IntRange(max = 41) int asOf, @ForAll boolean isFollowed) {
    EngagementLog log = new RandomTalk(seed).log().asOf(Instant.ofEpochMilli(asOf));
    log = isFollowed ? log.followedFor(Duration.ofMillis(7)) : log;
    Duration target = Duration.ofMillis(5);
    Backlog measure =
        Backlog.standard()
            .withTarget(target)
            .showing(10_000)
            .withBands(Duration.ofMillis(3), Duration.ofMillis(9));
    BacklogSummary backlog = log.measure(measure);
    ResponseSummary response = log.measure(ResponseTime.eachTurn().withTarget(target));
    assertEquals(response.waiting(), backlog.waiting());
    assertEquals(response.target().overdue(), backlog.overdue());
    assertEquals(response.waiting(), backlog.longest().size());
    assertEquals(response.excluded(Exclusion.NOBODY_CAN_ANSWER), backlog.nobodyCanAnswer());
    long before = Long.MAX_VALUE;
    for (BacklogSummary.Waiting one : backlog.longest()) {
      assertTrue(one.waited().toMillis() <= before);
      before = one.waited().toMillis();
      assertEquals(one.overdueBy().isPresent(), one.waited().compareTo(target) >= 0, one::toString);
      assertEquals(isFollowed ? before : asOf - one.since().toEpochMilli(), before);
    }
    for (BacklogSummary.Band band : backlog.byAge()) {
      assertEquals(
          backlog.longest().stream()
              .filter(one -> one.waited().compareTo(band.fromInclusive()) >= 0)
              .filter(
                  one -> band.toExclusive().stream().allMatch(t -> one.waited().compareTo(t) < 0))
              .count(),
          band.waiting());
    }
    Backlog some = measure.showing(3);
    assertEquals(backlog.longest().stream().limit(3).toList(), log.measure(some).longest());
    BacklogSummary parts = log.measure(some.by(Dimension.ORGANIZATION)).total();
    assertArrayEquals(log.measure(some).toBytes(), parts.toBytes());
  }
}
