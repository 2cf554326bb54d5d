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
import dev.repartee.model.Sentiment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertEquals(0, engaged(share));
    assertEquals(1, engaged(share, reply("r1", "acme_care", 2, "s1")));
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
        "stage (ADVOCATES) must not be the last: there is none to go on to",
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
