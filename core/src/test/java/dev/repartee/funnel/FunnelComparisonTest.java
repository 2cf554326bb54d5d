package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two groups of people beside each other, by hand. */
class FunnelComparisonTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Act act(ActKind kind, String person, String channel, int day) {
    return Act.of(kind, person, START.plus(Duration.ofDays(day))).channel(channel);
  }

  /**
   * As of day 40, within 30 days: on the blog three of four come through after 2 days, and two
   * began on day 11, a day too late to be mature; on the radio one of four does, after 8 days, all
   * of whom began on day 10, exactly a window ago.
   */
  private static Breakdown<FunnelSummary> byChannel() {
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      acts.add(act(ActKind.VIEW, "b" + i, "blog", 1));
      acts.add(act(ActKind.VIEW, "r" + i, "radio", 10));
      if (i < 3) {
        acts.add(act(ActKind.FOLLOW, "b" + i, "blog", 3));
      }
    }
    acts.add(act(ActKind.FOLLOW, "r0", "radio", 18));
    acts.add(act(ActKind.VIEW, "late1", "blog", 11));
    acts.add(act(ActKind.VIEW, "late2", "blog", 11));
    Funnel funnel =
        Funnel.builder()
            .step("viewed", ActKind.VIEW)
            .step("followed", ActKind.FOLLOW)
            .within(Duration.ofDays(30))
            .build();
    return EngagementLog.builder()
        .addAll(acts)
        .asOf(START.plus(Duration.ofDays(40)))
        .build()
        .measure(funnel.by(Dimension.CHANNEL));
  }

  @Test
  void sharesAreSubtracted() {
    FunnelSummary blog = byChannel().get("blog");
    FunnelSummary radio = byChannel().get("radio");
    assertEquals(4, blog.step("followed").mature().trials());
    assertEquals(4, radio.step("followed").mature().trials());
    FunnelComparison both = FunnelComparison.of(blog, radio);
    assertEquals(0.75 - 0.25, both.mature().value(), 1e-12);
    assertEquals(0.5 - 0.25, both.soFar().value(), 1e-12);
    assertEquals(0.5 - 0, both.within(Duration.ofDays(7)).value(), 1e-12);
    assertEquals(0.5 - 0.25, both.within(Duration.ofDays(8)).value(), 1e-12);
    assertEquals(-0.5, FunnelComparison.of(radio, blog).mature().value(), 1e-12);
    assertTrue(both.mature().low() < 0.5 && both.mature().high() > 0.5, both::toString);
    // The median is 2 days on the blog, where half come through, and not reached on the radio.
    assertTrue(both.toString().lines().count() >= 2, both::toString);
  }

  @Test
  void aFunnelOfOneStepHasSharesButNoTimes() {
    FunnelSummary one =
        EngagementLog.builder()
            .add(act(ActKind.VIEW, "ann", "blog", 1))
            .build()
            .measure(Funnel.builder().step("viewed", ActKind.VIEW).build());
    FunnelComparison both = FunnelComparison.of(one, one);
    assertTrue(both.toString().startsWith("mature share of the first less"), both::toString);
    assertThrows(IllegalStateException.class, both::test);
    assertEquals("funnel: 1 began, 1 came through", one.toString().lines().findFirst().get());
    assertTrue(!one.toString().endsWith("\n"), one::toString);
  }
}
