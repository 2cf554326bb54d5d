package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Post;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An act earlier than what it is on is flagged, and takes effect with it, everywhere. */
class ActTimesTest {
  private static final Instant TEN = Instant.parse("2026-01-10T10:00:00Z");

  /** A view dated an hour before the post that it views; a click on nothing between the two. */
  @Test
  void aViewTakesEffectWithThePostItViews() {
    EngagementLog log =
        EngagementLog.builder()
            .add(Post.of("1", "care", TEN))
            .add(Act.of(ActKind.VIEW, "carl", TEN.minusSeconds(3_600)).on("1"))
            .add(Act.of(ActKind.CLICK, "carl", TEN.minusSeconds(1_800)))
            .build();
    assertEquals(1, log.audit().count(Audit.Reason.CLOCK_SKEW));
    FunnelSummary funnel = log.measure(Funnel.of(ActKind.VIEW, ActKind.CLICK));
    assertEquals(1, funnel.began());
    assertEquals(0, funnel.cameThrough(), "the click was before the view took effect");
    assertEquals(1, log.measure(Funnel.of(ActKind.CLICK, ActKind.VIEW)).cameThrough());
    assertEquals(
        0,
        log.asOf(TEN.minusSeconds(1)).measure(Funnel.of(ActKind.VIEW, ActKind.CLICK)).began(),
        "a view of what is not there yet is not seen");
  }

  @Test
  void anActOnAnActTakesEffectWithItToo() {
    EngagementLog log =
        EngagementLog.builder()
            .add(Act.of(ActKind.SHARE, "dan", TEN).id("s1"))
            .add(Act.of(ActKind.REACTION, "carl", TEN.minusSeconds(60)).on("s1"))
            .add(Act.of(ActKind.CLICK, "carl", TEN.minusSeconds(30)))
            .build();
    assertEquals(1, log.audit().count(Audit.Reason.CLOCK_SKEW));
    assertEquals(0, log.measure(Funnel.of(ActKind.REACTION, ActKind.CLICK)).cameThrough());
  }

  /** Each act on the one before it, each a millisecond earlier: linear, and no recursion. */
  @Test
  @Tag("large")
  void aMillionActsOnEachOther() {
    EngagementLog.Builder builder = EngagementLog.builder();
    Appender rows = builder.appender();
    int many = 1_000_000;
    for (int i = 0; i < many; i++) {
      rows.id(i).author("carl").at(TEN.toEpochMilli() - i).act(ActKind.SHARE);
      if (i > 0) {
        rows.parent(i - 1L);
      }
      rows.end();
    }
    EngagementLog log = builder.build();
    assertEquals(many - 1, log.audit().count(Audit.Reason.CLOCK_SKEW));
    assertEquals(0, log.asOf(TEN.minusMillis(1)).rows().count());
  }

  @Property
  void effectiveTimesAreThoseOfTheWholeChain(@ForAll long seed) {
    Random random = new Random(seed);
    int messages = random.nextInt(4);
    int acts = 1 + random.nextInt(12);
    long[] at = random.longs(messages + acts, 0, 20).toArray();
    int[] targets = new int[acts];
    for (int act = 0; act < acts; act++) {
      int known = random.nextInt(messages + acts);
      targets[act] = random.nextInt(3) == 0 || known == messages + act ? -1 : known;
    }
    int[] starts = new int[messages + 1];
    for (int i = 0; i <= messages; i++) {
      starts[i] = i;
    }
    ActTimes times =
        new ActTimes(
            at, messages, targets, new EffectiveTimes(at, new int[messages + acts], starts));
    for (int act = 0; act < acts; act++) {
      if (!isInCircle(act + messages, messages, targets)) {
        assertEquals(
            naive(act + messages, messages, at, targets), times.of(act + messages), "act " + act);
      }
    }
  }

  private static boolean isInCircle(int row, int messages, int[] targets) {
    int next = row;
    for (int steps = 0; steps <= targets.length && next >= messages; steps++) {
      next = targets[next - messages];
    }
    return next >= messages;
  }

  private static long naive(int row, int messages, long[] at, int[] targets) {
    if (row < messages || targets[row - messages] < 0) {
      return at[row];
    }
    return Math.max(at[row], naive(targets[row - messages], messages, at, targets));
  }
}
