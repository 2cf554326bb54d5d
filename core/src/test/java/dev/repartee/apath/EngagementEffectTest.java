package dev.repartee.apath;

import static dev.repartee.apath.PathWorld.act;
import static dev.repartee.apath.PathWorld.firstLine;
import static dev.repartee.apath.PathWorld.log;
import static dev.repartee.apath.PathWorld.post;
import static dev.repartee.apath.PathWorld.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engaged against not engaged, and whether spikes last, by hand. */
final class EngagementEffectTest {
  private static final Duration QUARTER = Duration.ofDays(90);

  private static long engaged(Interaction... rows) {
    return log(200, rows).measure(EngagementEffect.after(Stage.ATTRACTION)).engaged().count();
  }

  @Test
  void whoIsAddressed() {
    Interaction post = post("p1", "ann", 1);
    assertEquals(0, engaged(post));
    assertEquals(1, engaged(post, reply("r1", "acme_care", 2, "p1")));
    // On the last day still, on the day after it no more.
    assertEquals(1, engaged(post, reply("r1", "acme_care", 15, "p1")));
    assertEquals(0, engaged(post, reply("r1", "acme_care", 16, "p1")));
    assertEquals(0, engaged(post, reply("r1", "bot", 2, "p1")));
    assertEquals(0, engaged(post, reply("r1", "acme_care", 2, "p1").automatic(true)));
    assertEquals(0, engaged(post, post("p2", "acme_care", 2)));
    // By name, by inference in a flat thread, and in reply to an act.
    assertEquals(1, engaged(post, post("p2", "acme_care", 2).naming("ann")));
    assertEquals(1, engaged(post("p1", "ann", 1).in("t"), post("p2", "acme_care", 2).in("t")));
    Act share = act(ActKind.SHARE, "ann", 1).id("s1");
    assertEquals(0, engaged(share, post("p1", "ann", 2)));
    assertEquals(1, engaged(share, post("p1", "ann", 2), reply("r1", "acme_care", 2, "s1")));
    // What was said before the stage was reached does not count.
    assertEquals(
        0,
        engaged(
            post("p1", "ann", 1).sentiment(Sentiment.NEGATIVE),
            reply("r1", "acme_care", 2, "p1"),
            act(ActKind.CLICK, "ann", 3)));
  }

  @Test
  void whoGoesFurtherByHand() {
    List<Interaction> rows = new ArrayList<>();
    // Four are answered on day 2: three click again on day 5 and day 25, which makes AFFINITY 10
    // days after the landmark on day 15; one is silent. Four are not: one of them does so.
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
    // One has gone on by the landmark, one has left, one came too late to be watched up to it.
    rows.add(post("p9", "b", 1));
    rows.add(reply("r9", "acme_care", 2, "p9"));
    rows.add(reply("r10", "b", 3, "r9"));
    rows.add(act(ActKind.FOLLOW, "c", 1));
    rows.add(act(ActKind.UNFOLLOW, "c", 4));
    rows.add(post("p11", "d", 190));
    EngagementLog log = log(200, rows.toArray(Interaction[]::new));
    EngagementEffectSummary result = log.measure(EngagementEffect.after(Stage.ATTRACTION));
    assertEquals(Stage.AFFINITY, result.next());
    assertEquals(4, result.engaged().count());
    assertEquals(4, result.notEngaged().count());
    assertEquals(0.75, result.engaged().within(QUARTER).value(), 1e-12);
    assertEquals(0.25, result.notEngaged().within(QUARTER).value(), 1e-12);
    assertEquals(0.5, result.difference(QUARTER).value(), 1e-12);
    assertEquals(0.0, result.engaged().within(Duration.ofDays(9)).value(), 1e-12);
    assertEquals(0.75, result.engaged().within(Duration.ofDays(10)).value(), 1e-12);
    assertEquals(
        List.of(1L, 1L, 1L), List.of(result.advanced(), result.left(), result.notWatched()));
    assertEquals("engaged after ATTRACTION: 4 of 8", firstLine(result));
    assertTrue(result.toString().contains("an association"), result::toString);
    assertTrue(result.toString().length() <= 1000, result::toString);
  }

  /** Adds people who write so much from day 1 on; some go on to AFFINITY on day 25. */
  private static void people(
      List<Interaction> rows, int messages, boolean addressed, int people, int goOn) {
    for (int i = 0; i < people; i++) {
      String name = messages + (addressed ? "a" : "n") + i;
      for (int m = 1; m <= messages; m++) {
        rows.add(post(name + m, name, m));
      }
      if (addressed) {
        rows.add(reply("r" + name, "acme_care", 4, name + 1));
      }
      if (i < goOn) {
        rows.add(act(ActKind.CLICK, name, 5));
        rows.add(act(ActKind.CLICK, name, 25));
      }
    }
  }

  @Test
  void likeIsComparedWithLikeByHand() {
    List<Interaction> rows = new ArrayList<>();
    people(rows, 1, true, 2, 1);
    people(rows, 1, false, 6, 0);
    people(rows, 2, true, 1, 1);
    people(rows, 2, false, 1, 0);
    people(rows, 3, true, 2, 2);
    people(rows, 4, true, 4, 4);
    people(rows, 4, false, 2, 2);
    // Who wrote nothing since could not be answered: neither the one spoken to nor the other.
    rows.add(act(ActKind.SHARE, "b", 1).id("s"));
    rows.add(reply("rs", "acme_care", 2, "s"));
    rows.add(act(ActKind.CLICK, "c", 1));
    EngagementEffectSummary result =
        log(200, rows.toArray(Interaction[]::new))
            .measure(EngagementEffect.after(Stage.ATTRACTION));
    assertEquals(6, result.engaged(3).count());
    assertEquals(2, result.notEngaged(3).count());
    assertEquals(2, result.wroteNothing());
    // 1/2 - 0 with weight 2 x 6 / 8, 1 - 0 with 1 x 1 / 2, 1 - 1 with 6 x 2 / 8.
    assertEquals((1.5 * 0.5 + 0.5 * 1 + 1.5 * 0) / 3.5, result.difference(QUARTER).value(), 1e-12);
    // All who wrote: 8 of 9 against 2 of 9.
    assertEquals(8 / 9.0, result.engaged().within(QUARTER).value(), 1e-12);
    assertEquals(2 / 9.0, result.notEngaged().within(QUARTER).value(), 1e-12);
    assertEquals(
        "messages (4) must be 1, 2, or 3 for three and more",
        assertThrows(IllegalArgumentException.class, () -> result.engaged(4)).getMessage());
  }

  /** People do the same whether they are answered or not, and nobody replies to an answer. */
  private static EngagementEffectSummary nothingBut(boolean peopleDiffer, long seed) {
    Random random = new Random(seed);
    List<Interaction> rows = new ArrayList<>();
    Instant start = PathWorld.day(1);
    for (int person = 0; person < 400; person++) {
      double meanDays = 12 * (peopleDiffer ? Math.exp(-1.5 * random.nextGaussian()) : 1);
      double day = 60 * random.nextDouble();
      for (int m = 0; day < 170; m++) {
        String id = person + "-" + m;
        Instant at = start.plusSeconds((long) (day * 86_400));
        rows.add(Post.of(id, "p" + person, at));
        if (random.nextBoolean()) {
          rows.add(Reply.of("r" + id, "acme_care", at.plusSeconds(3_600)).to(id));
        }
        day += Math.max(0.01, -meanDays * Math.log(1 - random.nextDouble()));
      }
    }
    return log(171, rows.toArray(Interaction[]::new))
        .measure(EngagementEffect.after(Stage.ATTRACTION));
  }

  /** What is shown of nothing: above 0 in at most 0.06 of the runs, 0.025 in the long run. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Tag("large")
  void whereEngagingDoesNothingNothingIsShown(boolean peopleDiffer) {
    int runs = 150;
    int shown = 0;
    int shownPooled = 0;
    double sum = 0;
    double sumPooled = 0;
    for (int run = 0; run < runs; run++) {
      EngagementEffectSummary result = nothingBut(peopleDiffer, run);
      Estimate inStrata = result.difference(QUARTER);
      Estimate pooled =
          Difference.of(result.engaged().within(QUARTER), result.notEngaged().within(QUARTER));
      shown += inStrata.low() > 0 ? 1 : 0;
      shownPooled += pooled.low() > 0 ? 1 : 0;
      sum += inStrata.value() / runs;
      sumPooled += pooled.value() / runs;
    }
    String found = shown + " " + shownPooled + " " + sum + " " + sumPooled;
    assertTrue(shown <= 0.06 * runs, found);
    assertEquals(0, sum, 0.015, found);
    if (peopleDiffer) {
      assertTrue(shownPooled > 0.6 * runs, found);
    }
  }

  @Test
  void whereTheNextStageIsNotObserved() {
    EngagementLog log = log(200, act(ActKind.VIEW, "ann", 1));
    EngagementEffectSummary result = log.measure(EngagementEffect.after(Stage.ATTENTION));
    assertFalse(result.isObserved());
    assertEquals("engaged after ATTENTION: not observed", result.toString());
    // Past the audience, which nobody can see, people go on from AFFINITY to ADVOCATES.
    EngagementLog shares = log(200, act(ActKind.SHARE, "ann", 1));
    assertEquals(Stage.ADVOCATES, shares.measure(EngagementEffect.after(Stage.AFFINITY)).next());
    assertEquals(
        "stage (ADVOCATES) must not be the last: no stage follows it",
        assertThrows(IllegalArgumentException.class, () -> EngagementEffect.after(Stage.ADVOCATES))
            .getMessage());
  }

  @Test
  void everyOrganizationSpeaksForItself() {
    Directory two =
        Directory.builder()
            .organization("Acme", acme -> acme.member("acme_care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt_care", "Support"))
            .build();
    EngagementLog log =
        EngagementLog.builder(two)
            .add(post("p1", "ann", 1).addressedTo("Acme"))
            .add(post("p2", "ann", 1).addressedTo("Bolt"))
            .add(reply("r1", "acme_care", 2, "p1"))
            .asOf(PathWorld.day(200))
            .build();
    var parts = log.measure(EngagementEffect.after(Stage.ATTRACTION).by(Dimension.ORGANIZATION));
    assertEquals(1, parts.get("Acme").engaged().count());
    assertEquals(0, parts.get("Bolt").engaged().count());
    assertEquals(1, parts.get("Bolt").notEngaged().count());
  }

  @Test
  void spikesByHand() {
    List<Interaction> rows = new ArrayList<>();
    // Day 31 is 31 March, the spike: of four who come then, one warms up by day 50.
    for (int i = 1; i <= 4; i++) {
      rows.add(act(ActKind.CLICK, "s" + i, 31));
    }
    rows.add(act(ActKind.CLICK, "s1", 40));
    rows.add(act(ActKind.CLICK, "s1", 50));
    // Of two who come on ordinary days, 20 days before and 56 days after, one does.
    rows.add(act(ActKind.CLICK, "o1", 11));
    rows.add(act(ActKind.CLICK, "o1", 20));
    rows.add(act(ActKind.CLICK, "o1", 30));
    rows.add(act(ActKind.CLICK, "o2", 87));
    // One comes a day later than near, one on another channel on the very day.
    rows.add(act(ActKind.CLICK, "far", 88));
    rows.add(act(ActKind.CLICK, "other", 31).channel("blog"));
    EngagementLog log = log(200, rows.toArray(Interaction[]::new));
    SpikeFollowThrough measure = SpikeFollowThrough.on("twitter", LocalDate.parse("2026-03-31"));
    SpikeFollowThroughSummary result = log.measure(measure);
    assertEquals(4, result.firstSeenInSpikes());
    assertEquals(2, result.firstSeenOnOrdinaryDays());
    assertEquals(1, result.tooFar());
    assertEquals(1, result.elsewhere());
    Duration month = Duration.ofDays(30);
    assertEquals(0.25, result.inSpikes(Stage.AFFINITY).within(month).value(), 1e-12);
    assertEquals(0.5, result.onOrdinaryDays(Stage.AFFINITY).within(month).value(), 1e-12);
    assertEquals(-0.25, result.difference(Stage.AFFINITY, month).value(), 1e-12);
    assertFalse(result.isObserved(Stage.AUDIENCE));
    assertThrows(IllegalStateException.class, () -> result.inSpikes(Stage.AUDIENCE));
    assertEquals("spike follow-through: 4 in spikes, 2 ordinary", firstLine(result));
    assertEquals("spike follow-through, \"twitter\" on 2026-03-31", measure.toString());
    // Days are local: noon UTC of 31 March is the first of April in Kiritimati.
    SpikeFollowThrough local =
        measure.with(APathRules.standard().withZone(ZoneId.of("Pacific/Kiritimati")));
    assertEquals(0, log.measure(local).firstSeenInSpikes());
    SpikeFollowThrough longer =
        SpikeFollowThrough.on("blog", LocalDate.parse("2026-03-31"))
            .andFrom("twitter", LocalDate.parse("2026-03-30"), LocalDate.parse("2026-04-01"));
    assertEquals(5, log.measure(longer).firstSeenInSpikes());
    assertEquals(
        "spike follow-through, \"blog\" on 2026-03-31, \"twitter\" on 2026-03-30 2026-03-31"
            + " 2026-04-01",
        longer.toString());
    assertThrows(IllegalArgumentException.class, () -> SpikeFollowThrough.on("twitter"));
  }
}
