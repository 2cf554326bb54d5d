package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.EventFilter;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The edges of windows, ties and exclusions at which funnels of other tools went wrong. */
final class FunnelEdgesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static EventFilter labelled(String label) {
    return EventFilter.anything().labelled(label);
  }

  private static Funnel.Builder steps(String... labels) {
    Funnel.Builder funnel = Funnel.builder();
    for (int i = 0; i < labels.length; i++) {
      funnel.step((i + 1) + labels[i], labelled(labels[i]));
    }
    return funnel;
  }

  private static Act act(String person, Instant at, String label) {
    return Act.of(ActKind.VIEW, person, at).label(label);
  }

  private static EngagementLog log(Instant asOf, List<Act> acts) {
    return EngagementLog.builder().asOf(asOf).addAll(acts).build();
  }

  /** How many steps one person reaches, of events {@code label@hour}. */
  private static long reached(Funnel.Builder funnel, String events) {
    List<Act> acts = new ArrayList<>();
    for (String event : events.split(" ", -1)) {
      int at = event.indexOf('@');
      Duration hours = Duration.ofHours(Long.parseLong(event.substring(at + 1)));
      acts.add(act("carl", START.plus(hours), event.substring(0, at)));
    }
    Collections.reverse(acts); // the order of rows does not matter
    FunnelSummary summary = log(START.plus(Duration.ofDays(90)), acts).measure(funnel.build());
    return summary.steps().stream().filter(step -> step.reached() > 0).count();
  }

  @Test
  void aWindowHoldsItsLastMillisecond() {
    Funnel funnel = steps("a", "b").within(Duration.ofMinutes(5)).build();
    for (long gap : new long[] {299_999, 300_000, 300_001}) {
      EngagementLog log =
          log(
              START.plus(Duration.ofDays(1)),
              List.of(act("carl", START, "a"), act("carl", START.plusMillis(gap), "b")));
      assertEquals(gap <= 300_000 ? 1 : 0, log.measure(funnel).cameThrough(), gap + " ms");
    }
  }

  @Test
  void whoBeganLatelyHasNotDroppedOut() {
    Funnel funnel = steps("a", "b").within(Duration.ofDays(31)).build();
    List<Act> acts =
        List.of(
            act("p1", Instant.parse("2026-02-10T00:00:00Z"), "a"),
            act("p2", Instant.parse("2026-03-01T00:00:00Z"), "a"),
            act("p3", Instant.parse("2026-03-10T00:00:00Z"), "a"));
    FunnelSummary.StepResult began =
        log(Instant.parse("2026-03-20T00:00:00Z"), acts).measure(funnel).step("1a");
    assertEquals(2, began.stillInTime());
    assertEquals(1, began.dropped());
    FunnelSummary summary = log(Instant.parse("2026-03-20T00:00:00Z"), acts).measure(funnel);
    assertEquals("0/1", of(summary.step("2b")));
    // When the window of the second ends at the as-of, its time is over.
    assertEquals(
        2, log(Instant.parse("2026-04-01T00:00:00Z"), acts).measure(funnel).step("1a").dropped());
  }

  private static String of(FunnelSummary.StepResult step) {
    return step.mature().successes() + "/" + step.mature().trials();
  }

  @Test
  void stepsOfOneInstantAreInOrderUnlessTimeMustPass() {
    assertEquals(3, reached(steps("a", "b", "c"), "c@1 b@1 a@1"));
    assertEquals(1, reached(steps("a", "b", "c").strictlyIncreasing(), "c@1 b@1 a@1"));
  }

  @Test
  void theSameStepTwiceNeedsTwoEventsOnRequest() {
    List<Act> acts =
        List.of(
            act("p1", START, "a"), act("p2", START, "a"), act("p2", START.plusSeconds(60), "a"));
    EngagementLog log = log(START.plus(Duration.ofDays(1)), acts);
    FunnelSummary each = log.measure(steps("a", "a").build());
    assertEquals(List.of(2L, 2L), List.of(each.began(), each.cameThrough()));
    FunnelSummary own = log.measure(steps("a", "a").oneStepPerEvent().build());
    assertEquals(List.of(2L, 1L), List.of(own.began(), own.cameThrough()));
  }

  @Test
  void aRepeatEndsTheChainWhereNoneMayBe() {
    assertEquals(
        2,
        reached(
            steps("a", "b", "c", "d").noRepeats().within(Duration.ofHours(30)), "a@0 b@1 d@2 b@3"));
  }

  @Test
  void anExclusionStopsWhatLiesBetween() {
    Funnel.Builder funnel =
        steps("a", "b").within(Duration.ofHours(5)).excluding("x", labelled("x"));
    assertEquals(2, reached(funnel, "a@0 b@2 x@2"), "in the instant of the second");
    assertEquals(2, reached(funnel, "x@0 a@0 b@2"), "in the instant of the first");
    assertEquals(1, reached(funnel, "a@0 x@1 b@2"), "between");
    assertEquals(2, reached(funnel, "a@0 x@1 a@2 b@3"), "before a clean beginning");
    assertEquals(1, reached(funnel, "a@0 a@1 x@2 b@3"), "after two beginnings");
    assertEquals(1, reached(funnel, "a@0 x@6 b@7"), "after the window");
    Funnel.Builder ofFirst = steps("a", "b", "c").excluding("x", labelled("x"), "1a", "2b");
    assertEquals(3, reached(ofFirst, "a@0 b@1 x@2 c@3"), "between other steps");
    assertEquals(1, reached(ofFirst, "a@0 x@1 b@2 c@3"));
    Funnel.Builder ofStep = steps("a", "b", "c").excluding("b", labelled("b"));
    assertEquals(1, reached(ofStep, "a@0 b@1 b@2 c@3"), "a step itself, once more");
  }

  @Test
  void whoEntersInJulyMayComeThroughInAugust() {
    Funnel funnel = steps("a", "b").within(Duration.ofDays(14)).build();
    List<Act> acts =
        List.of(
            act("p1", Instant.parse("2026-07-25T00:00:00Z"), "a"),
            act("p1", Instant.parse("2026-08-05T00:00:00Z"), "b"),
            act("p2", Instant.parse("2026-07-10T00:00:00Z"), "a"),
            act("p2", Instant.parse("2026-08-05T00:00:00Z"), "b"));
    FunnelSummary july =
        log(Instant.parse("2026-09-01T00:00:00Z"), acts)
            .between("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z")
            .measure(funnel);
    assertEquals(2, july.began());
    assertEquals(1, july.cameThrough());
  }

  @Test
  void whoEntersAtTheSecondStepHasNotBegun() {
    List<Act> acts = new ArrayList<>();
    for (String person : List.of("p1", "p2", "p3")) {
      acts.add(act(person, START, "a"));
      acts.add(act(person, START.plusSeconds(60), "b"));
    }
    acts.add(act("p4", START, "b"));
    FunnelSummary summary =
        log(START.plus(Duration.ofDays(1)), acts).measure(steps("a", "b").build());
    assertEquals(List.of(3L, 3L), List.of(summary.began(), summary.cameThrough()));
  }
}
