package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.funnel.FunnelOracle.Ban;
import dev.repartee.funnel.FunnelOracle.Event;
import dev.repartee.funnel.FunnelOracle.Options;
import dev.repartee.funnel.FunnelOracle.Step;
import dev.repartee.funnel.FunnelWitnesses.StopReason;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Opened;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Funnels of every kind against {@link FunnelOracle}, and their laws. */
class FunnelProperties {
  private static final long START = 1_767_225_600_000L;
  private static final int SPAN = 9;
  private static final int FUNNELS_A_TRY = 10;

  // ---- random funnels and events

  private static boolean sometimes(Random random) {
    return random.nextInt(4) == 0;
  }

  static Options options(Random random) {
    int count = 1 + random.nextInt(4);
    boolean anyOrder = random.nextInt(8) == 0;
    boolean plain = anyOrder || random.nextInt(4) == 0;
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean inside = i > 0 && !plain;
      long minimum = inside && sometimes(random) ? random.nextInt(3) : 0;
      long maximum =
          inside && sometimes(random) ? minimum + 1 + random.nextInt(3) : FunnelStep.UNLIMITED;
      steps.add(new Step(minimum, maximum, inside && i + 1 < count && sometimes(random)));
    }
    List<Ban> bans = new ArrayList<>();
    for (int i = 0; i < 2 && count > 1 && !plain; i++) {
      if (sometimes(random)) {
        int from = random.nextInt(count - 1);
        bans.add(new Ban(from, from + 1 + random.nextInt(count - 1 - from)));
      }
    }
    boolean increasing = !plain && sometimes(random);
    long least = steps.stream().mapToLong(s -> s.optional() ? 0 : Math.max(s.minimum(), 1)).sum();
    return new Options(
        steps,
        bans,
        random.nextInt(4) == 0 ? FunnelStep.UNLIMITED : (plain ? 0 : least) + random.nextInt(8),
        increasing,
        (anyOrder || !plain) && sometimes(random),
        !anyOrder && sometimes(random),
        !plain && sometimes(random),
        !plain && sometimes(random),
        anyOrder);
  }

  static List<Event> events(Random random, Options options) {
    List<Event> events = new ArrayList<>();
    int size = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      int steps = 1 << random.nextInt(options.steps().size());
      steps |= random.nextInt(3) == 0 ? 1 << random.nextInt(options.steps().size()) : 0;
      steps = random.nextInt(8) == 0 ? 0 : steps;
      int exclusions = random.nextInt(6) == 0 ? random.nextInt(1 << options.bans().size()) : 0;
      // What is excluded is no step.
      events.add(new Event(random.nextInt(SPAN), exclusions == 0 ? steps : 0, exclusions));
    }
    events.sort(Comparator.comparingLong(Event::at));
    return events;
  }

  static Funnel.Builder builder(Options options) {
    Funnel.Builder builder = Funnel.builder();
    for (int i = 0; i < options.steps().size(); i++) {
      Step step = options.steps().get(i);
      FunnelStep own =
          FunnelStep.of(name(i), labelled(i)).noSoonerThan(Duration.ofMillis(step.minimum()));
      own =
          step.maximum() == FunnelStep.UNLIMITED
              ? own
              : own.noLaterThan(Duration.ofMillis(step.maximum()));
      builder.step(step.optional() ? own.optional() : own);
    }
    for (int i = 0; i < options.bans().size(); i++) {
      Ban ban = options.bans().get(i);
      builder.excluding("x" + i, labelled(8 + i), name(ban.from()), name(ban.to()));
    }
    if (options.window() != FunnelStep.UNLIMITED) {
      builder.within(Duration.ofMillis(options.window()));
    }
    builder = options.strictlyIncreasing() ? builder.strictlyIncreasing() : builder;
    builder = options.oneStepPerEvent() ? builder.oneStepPerEvent() : builder;
    builder = options.firstChainOnly() ? builder.firstChainOnly() : builder;
    builder = options.strictOrder() ? builder.strictOrder() : builder;
    builder = options.noRepeats() ? builder.noRepeats() : builder;
    return options.anyOrder() ? builder.anyOrder() : builder;
  }

  private static String name(int step) {
    return "step " + step;
  }

  /** Labels are numbers whose bits are the steps, from 8 on the exclusions. */
  private static EventFilter labelled(int bit) {
    return EventFilter.anything()
        .labelled(
            IntStream.range(0, 1 << 10)
                .filter(label -> (label >> bit & 1) != 0)
                .mapToObj(Integer::toString)
                .toArray(String[]::new));
  }

  private static Act act(Event event, String person) {
    return Act.of(ActKind.VIEW, person, START + event.at())
        .label(Integer.toString(event.steps() | event.exclusions() << 8));
  }

  private static EngagementLog log(List<Event> events, Random random, int asOf) {
    List<Act> acts = new ArrayList<>(events.stream().map(e -> act(e, "carl")).toList());
    Collections.shuffle(acts, random);
    return EngagementLog.builder().asOf(Instant.ofEpochMilli(START + asOf)).addAll(acts).build();
  }

  // ---- against the oracle

  @Property
  void isWhatTryingEverythingFinds(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < FUNNELS_A_TRY; i++) {
      Options options = options(random);
      List<Event> events = events(random, options);
      int asOf = SPAN - 1 + random.nextInt(6);
      FunnelOracle oracle = new FunnelOracle(options, events, asOf);
      Funnel funnel = builder(options).build();
      EngagementLog log = log(events, random, asOf);
      FunnelSummary summary = log.measure(funnel);
      assertFound(oracle, summary, options + " " + events);
      assertCases(oracle, log.measure(funnel.opened(2)), options + " " + events);
      if (!options.anyOrder()) {
        assertDone(oracle, summary, options + " " + events);
      }
      if (!events.isEmpty()) {
        FunnelWitnesses.Story story = log.measure(funnel.explaining("carl")).of("carl").get();
        assertTold(oracle, options, story);
        assertEquals(
            story.stop() == StopReason.EXCLUDED ? 1 : 0,
            summary.steps().stream().mapToLong(step -> step.stoppedByExclusion()).sum());
      }
    }
  }

  /** What is ignored might as well not be there. */
  @Property
  void ignoringIsLeavingOutWhatDoesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    EventFilter idle = EventFilter.anything().labelled("0");
    for (int i = 0; i < FUNNELS_A_TRY; i++) {
      Options options = options(random);
      if (!options.strictOrder() || options.anyOrder()) {
        continue;
      }
      List<Event> all = events(random, options);
      List<Event> without =
          all.stream().filter(e -> e.steps() != 0 || e.exclusions() != 0).toList();
      FunnelSummary ignoring =
          log(all, random, SPAN).measure(builder(options).ignoring(idle).build());
      FunnelSummary expected = log(without, random, SPAN).measure(builder(options).build());
      for (int step = 0; step < options.steps().size(); step++) {
        assertEquals(expected.steps().get(step).reached(), ignoring.steps().get(step).reached());
        assertEquals(expected.steps().get(step).dropped(), ignoring.steps().get(step).dropped());
      }
    }
  }

  private static void assertFound(FunnelOracle oracle, FunnelSummary summary, String what) {
    int level = oracle.level();
    for (int step = 0; step < summary.steps().size(); step++) {
      FunnelSummary.StepResult result = summary.steps().get(step);
      assertEquals(step < level ? 1 : 0, result.reached(), what);
      if (step > 0 && step == summary.steps().size() - 1 && step < level) {
        LatencyDistribution chains = summary.timesOfChains();
        assertEquals(1, chains.count(), what);
        assertEquals(oracle.reachedAt(step) - oracle.start(), (long) chains.maxMillis(), what);
      }
      boolean stopped = step == level - 1 && level < summary.steps().size();
      assertEquals(stopped && oracle.isOpen() ? 1 : 0, result.stillInTime(), what);
      assertEquals(stopped && !oracle.isOpen() ? 1 : 0, result.dropped(), what);
      if (step > 0 && step < level) {
        assertOnlyEvent(oracle.reachedAt(step) - oracle.reachedAt(0), result.timeFromFirst());
        assertOnlyEvent(
            oracle.reachedAt(step) - oracle.reachedAt(step - 1), result.timeFromPrevious());
      } else if (step > 0) {
        assertEquals(0, result.timeFromFirst().eventCount());
        assertEquals(level > 0 ? 1 : 0, result.timeFromFirst().censoredCount());
        assertEquals(step == level ? 1 : 0, result.timeFromPrevious().censoredCount());
      }
    }
  }

  /** The only person stands behind the steps that the oracle says, as begun at its first event. */
  private static void assertCases(FunnelOracle oracle, Opened<FunnelSummary> opened, String what) {
    int level = oracle.level();
    List<FunnelSummary.StepResult> steps = opened.summary().steps();
    for (int step = 0; step < steps.size(); step++) {
      String name = steps.get(step).name();
      assertPerson(step < level, opened.cases("people", name), what);
      if (step + 1 < steps.size()) {
        boolean stopped = step == level - 1;
        assertPerson(stopped && !oracle.isOpen(), opened.cases("dropped", name), what);
        assertPerson(stopped && oracle.isOpen(), opened.cases("still_in_time", name), what);
      }
    }
  }

  private static void assertPerson(boolean isThere, Opened.Cases cases, String what) {
    List<String> people = cases.worst().stream().map(Opened.Case::person).toList();
    assertEquals(isThere ? List.of("carl") : List.of(), people, what);
  }

  private static void assertDone(FunnelOracle oracle, FunnelSummary summary, String what) {
    for (int step = 0; step < summary.steps().size(); step++) {
      assertEquals(oracle.did(step) ? 1 : 0, summary.steps().get(step).did(), what);
    }
  }

  /** A person that begins on two days counts on both, each day with the chains that begin on it. */
  @Property
  void everyEntryIsTheFunnelOfTheChainsThatBeginInThePeriod(@ForAll long seed) {
    Random random = new Random(seed);
    long midnight = 4;
    for (int i = 0; i < FUNNELS_A_TRY; i++) {
      Options options = options(random);
      if (options.anyOrder()) {
        continue;
      }
      List<Event> events = events(random, options);
      int asOf = SPAN - 1 + random.nextInt(6);
      List<Act> acts = new ArrayList<>();
      for (Event event : events) {
        acts.add(act(new Event(event.at() - midnight, event.steps(), event.exclusions()), "carl"));
      }
      Collections.shuffle(acts, random);
      Breakdown<FunnelSummary> days =
          EngagementLog.builder()
              .asOf(Instant.ofEpochMilli(START + asOf - midnight))
              .addAll(acts)
              .build()
              .measure(
                  builder(options)
                      .everyEntryByDay(ZoneOffset.UTC)
                      .build()
                      .by(Dimension.day(ZoneOffset.UTC)));
      String what = options + " " + events;
      assertDay(days, "2025-12-31", new FunnelOracle(options, events, asOf, 0, midnight), what);
      assertDay(
          days, "2026-01-01", new FunnelOracle(options, events, asOf, midnight, SPAN + 1), what);
    }
  }

  private static void assertDay(
      Breakdown<FunnelSummary> days, String day, FunnelOracle oracle, String what) {
    assertEquals(oracle.level() > 0, days.find(day).isPresent(), what);
    days.find(day).ifPresent(summary -> assertFound(oracle, summary, what));
    days.find(day).ifPresent(summary -> assertDone(oracle, summary, what));
  }

  private static void assertOnlyEvent(long millis, SurvivalCurve curve) {
    assertEquals(1, curve.count());
    assertEquals(1, curve.eventCount());
    assertEquals(millis, curve.timeMillis(0));
  }

  private static void assertTold(
      FunnelOracle oracle, Options options, FunnelWitnesses.Story story) {
    int level = oracle.level();
    assertEquals(level == 0, story.stop() == StopReason.NEVER_BEGAN);
    assertEquals(level == options.steps().size(), story.stop() == StopReason.COMPLETED);
    assertEquals(oracle.isOpen(), story.stop() == StopReason.STILL_IN_TIME);
    assertEquals(level == 0, story.witnesses().isEmpty());
    if (level > 0) {
      int last = story.witnesses().size() - 1;
      assertEquals(
          START + oracle.reachedAt(level - 1), story.witnesses().get(last).at().toEpochMilli());
      assertEquals(options.anyOrder() ? level : last + 1, last + 1);
      if (!options.anyOrder()) {
        assertEquals(name(level - 1), story.witnesses().get(last).step());
        assertEquals(name(0), story.witnesses().get(0).step());
      }
    }
  }

  /** Chains that hold a property: the deepest of the parts, as if each part were all there is. */
  @Property
  void holdingAPropertyIsTheDeepestOfItsValues(@ForAll long seed) {
    Random random = new Random(seed);
    Options options = options(random);
    List<Act> acts = new ArrayList<>();
    int deepest = 0;
    int asOf = SPAN + random.nextInt(4);
    for (String channel : List.of("blog", "chirp", "radio")) {
      List<Event> events = events(random, options);
      events.forEach(event -> acts.add(act(event, "carl").channel(channel)));
      deepest = Math.max(deepest, new FunnelOracle(options, events, asOf).level());
    }
    events(random, options).forEach(event -> acts.add(act(event, "carl")));
    Collections.shuffle(acts, random);
    EngagementLog log =
        EngagementLog.builder().asOf(Instant.ofEpochMilli(START + asOf)).addAll(acts).build();
    Funnel funnel = builder(options).holding(EventFilter.Property.CHANNEL).build();
    assertEquals(deepest, levelOf(log.measure(funnel)));
    if (!acts.isEmpty()) {
      FunnelWitnesses.Story story = log.measure(funnel.explaining("carl")).of("carl").get();
      assertEquals(deepest == 0, story.witnesses().isEmpty());
    }
  }

  private static int levelOf(FunnelSummary summary) {
    return (int) summary.steps().stream().filter(step -> step.reached() > 0).count();
  }

  // ---- laws

  @Property
  void aStricterModeNeverBeatsTheDefault(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < FUNNELS_A_TRY; i++) {
      Options strict = options(random);
      List<Event> events = events(random, strict);
      EngagementLog log = log(events, random, SPAN);
      Options plain =
          new Options(
              strict.steps().stream()
                  .map(s -> new Step(0, FunnelStep.UNLIMITED, s.optional()))
                  .toList(),
              List.of(),
              strict.window(),
              false,
              false,
              false,
              false,
              false,
              strict.anyOrder());
      int level = levelOf(log.measure(builder(strict).build()));
      assertTrue(level <= levelOf(log.measure(builder(plain).build())));
      assertTrue(level >= 0 && level <= strict.steps().size());
    }
  }

  @Property
  void aLongerWindowNeverLowersTheLevelInTheDefaultMode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int window) {
    Random random = new Random(seed);
    Options some = options(random);
    EngagementLog log = log(events(random, some), random, SPAN);
    int before = levelOf(log.measure(plain(some.steps().size(), window)));
    assertTrue(before <= levelOf(log.measure(plain(some.steps().size(), 2 * window))));
    assertTrue(before <= levelOf(log.measure(plain(some.steps().size(), 1_000_000))));
  }

  private static Funnel plain(int steps, int window) {
    Funnel.Builder builder = Funnel.builder().within(Duration.ofMillis(window));
    for (int step = 0; step < steps; step++) {
      builder.step(name(step), labelled(step));
    }
    return builder.build();
  }

  /** Many people: counts never increase along the steps, and shifting all times changes nothing. */
  @Property(tries = 200)
  void shiftingAllTimesChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 10_000) int days) {
    Random random = new Random(seed);
    Options options = options(random);
    List<Act> acts = new ArrayList<>();
    List<Act> shifted = new ArrayList<>();
    long shift = Duration.ofDays(days).toMillis() + random.nextInt(1_000);
    for (int person = 0; person < 20; person++) {
      for (Event event : events(random, options)) {
        acts.add(act(event, "p" + person));
        shifted.add(
            act(new Event(event.at() + shift, event.steps(), event.exclusions()), "p" + person));
      }
    }
    Collections.shuffle(shifted, random);
    Funnel funnel = builder(options).build();
    FunnelSummary one = measured(acts, funnel, SPAN);
    FunnelSummary other = measured(shifted, funnel, SPAN + shift);
    assertEquals(one.steps().toString(), other.steps().toString());
    long before = Long.MAX_VALUE;
    for (FunnelSummary.StepResult step : one.steps()) {
      assertTrue(step.reached() <= before);
      before = step.reached();
      assertEquals(
          step.reached(),
          step.dropped() + step.stillInTime() + next(one, step),
          "dropped, in time or further");
    }
    assertArrayEquals(one.toBytes(), measured(acts, funnel, SPAN).toBytes());
  }

  private static long next(FunnelSummary summary, FunnelSummary.StepResult step) {
    List<FunnelSummary.StepResult> steps = summary.steps();
    for (int i = 0; i + 1 < steps.size(); i++) {
      if (steps.get(i).name().equals(step.name())) {
        return steps.get(i + 1).reached();
      }
    }
    return step.reached(); // came through
  }

  private static FunnelSummary measured(List<Act> acts, Funnel funnel, long asOf) {
    return EngagementLog.builder()
        .asOf(Instant.ofEpochMilli(START + asOf))
        .addAll(acts)
        .build()
        .measure(funnel);
  }
}
