package dev.repartee.apath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.apath.EventSlice.Event;
import dev.repartee.apath.PathOracle.Times;
import dev.repartee.measure.Slice;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Engaged against not engaged, and what follows a spike, against their definitions. */
final class FollowThroughProperties {
  private static final long DAY = APathProperties.DAY;
  private static final long START = APathProperties.START;

  @Provide
  Arbitrary<List<Event>> histories() {
    return new APathProperties().histories();
  }

  /** How long some people took, and how long others have been watched. */
  private static final class Clock {
    private final LatencyGroups taken = new LatencyGroups(1);
    private final LatencyGroups waiting = new LatencyGroups(1);

    void add(Times path, long from, long reached) {
      boolean isReached = reached != Path.NEVER;
      (isReached ? taken : waiting)
          .add((isReached ? reached : path.seenUntil()) - from, APathProperties.group(path));
    }

    void assertIs(SurvivalCurve curve, String what) {
      SurvivalCurve expected = SurvivalCurve.of(taken, waiting);
      assertEquals(expected.count(), curve.count(), what);
      assertEquals(expected.eventCount(), curve.eventCount(), what);
      for (int halfDays = 0; halfDays < 90; halfDays++) {
        Duration time = Duration.ofHours(12L * halfDays);
        assertEquals(expected.within(time).toString(), curve.within(time).toString(), what);
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void engagementIsWhatTheDefinitionsSay(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    int organizations = events.stream().allMatch(e -> e.organization() < 0) ? 0 : 2;
    long asOf = START + (20 + random.nextInt(30)) * DAY;
    long followUp = random.nextBoolean() ? EventSlice.FOREVER : 25 * DAY;
    int lapse = 3 + random.nextInt(12);
    Duration landmark = Duration.ofDays(random.nextInt(12));
    Stage stage = Stage.values()[random.nextInt(Stage.values().length - 1)];
    List<Event> spoken = new ArrayList<>();
    for (int i = random.nextInt(25); i > 0; i--) {
      spoken.add(spoken(random, organizations));
    }
    APathRules rules =
        APathRules.standard()
            .withLapsedAfter(Duration.ofDays(lapse))
            .withAffinityDays(2)
            .withAffinitySpan(5)
            .observing(Stage.ATTENTION, Stage.ATTRACTION, Stage.AFFINITY, Stage.ADVOCATES);
    PathOracle.Spec spec =
        PathOracle.Spec.standard(ZoneOffset.UTC)
            .with(Stage.AFFINITY, (path, t) -> path.isWarm(t, 2, 5));
    EventSlice slice = new EventSlice(events, spoken, organizations, asOf, followUp);
    EngagementEffectSummary summary =
        APathProperties.measure(
            EngagementEffect.after(stage).withLandmark(landmark).with(rules), slice);
    if (!summary.isObserved()) {
      return;
    }
    Conditions conditions = Conditions.of(rules);
    int passed = conditions.passed(conditions.variant(slice.seenKinds()));
    List<Clock> engaged = List.of(new Clock(), new Clock(), new Clock(), new Clock());
    List<Clock> notEngaged = List.of(new Clock(), new Clock(), new Clock(), new Clock());
    long[] out = new long[4];
    for (Times path : PathOracle.paths(events, organizations, spec, asOf, followUp)) {
      long reached = path.at(stage, passed);
      long next = path.at(summary.next(), passed);
      long mark = reached + landmark.toMillis();
      if (reached == Path.NEVER) {
        continue;
      }
      if (next != Path.NEVER && next <= mark) {
        out[0]++;
      } else if (path.seenUntil() < mark) {
        out[2]++;
      } else if (PathOracle.standing(path, passed, mark, lapse * DAY).isLost()) {
        out[1]++;
      } else if (messages(events, path, reached, mark) == 0) {
        out[3]++;
      } else {
        boolean isAddressed =
            spoken.stream()
                .filter(e -> e.person() == path.person())
                .filter(e -> e.organization() == path.organization())
                .anyMatch(e -> reached <= e.at() && e.at() <= mark);
        List<Clock> side = isAddressed ? engaged : notEngaged;
        side.get(0).add(path, mark, next);
        int messages = (int) Math.min(3, messages(events, path, reached, mark));
        side.get(messages).add(path, mark, next);
      }
    }
    String what = stage + " " + events + " spoken " + spoken;
    engaged.get(0).assertIs(summary.engaged(), what);
    notEngaged.get(0).assertIs(summary.notEngaged(), what);
    for (int messages = 1; messages <= 3; messages++) {
      engaged.get(messages).assertIs(summary.engaged(messages), what);
      notEngaged.get(messages).assertIs(summary.notEngaged(messages), what);
    }
    assertEquals(
        List.of(out[0], out[1], out[2], out[3]),
        List.of(summary.advanced(), summary.left(), summary.notWatched(), summary.wroteNothing()),
        what);
  }

  private static long messages(List<Event> events, Times path, long from, long to) {
    return events.stream()
        .filter(e -> e.person() == path.person() && e.organization() == path.organization())
        .filter(e -> e.act() == null && from <= e.at() && e.at() <= to)
        .count();
  }

  private static Event spoken(Random random, int organizations) {
    long at = START + random.nextInt(35) * DAY + (random.nextBoolean() ? 0 : DAY / 48);
    int organization = organizations == 0 ? Slice.NONE : random.nextInt(organizations);
    return new Event(random.nextInt(5), organization, at, null, null, 0, false, false);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void spikesFollowThroughAsTheDefinitionsSay(
      @ForAll("histories") List<Event> someEvents, @ForAll Random random) {
    // Half of them spread out, so that some are far from every spike.
    int spread = random.nextBoolean() ? 1 : 6;
    List<Event> events = someEvents.stream().map(e -> later(e, spread)).toList();
    int organizations = events.stream().allMatch(e -> e.organization() < 0) ? 0 : 2;
    ZoneId zone = APathProperties.ZONES.get(random.nextInt(APathProperties.ZONES.size()));
    long asOf = START + (20L + random.nextInt(30)) * spread * DAY;
    long followUp = random.nextBoolean() ? EventSlice.FOREVER : 25 * DAY;
    // Spikes on rows without a channel and on one of the two channels.
    Set<LocalDate> none = days(random, spread);
    Set<LocalDate> zero = days(random, spread);
    APathRules rules = APathRules.standard().withZone(zone).observing(Stage.values());
    SpikeFollowThrough measure =
        SpikeFollowThrough.on("", none.toArray(LocalDate[]::new))
            .and("channel 0", zero.toArray(LocalDate[]::new))
            .with(rules);
    SpikeFollowThroughSummary summary =
        APathProperties.measure(measure, new EventSlice(events, organizations, asOf, followUp));

    PathOracle.Spec spec = PathOracle.Spec.standard(zone);
    List<Times> spikes = new ArrayList<>();
    List<Times> ordinary = new ArrayList<>();
    long far = 0;
    long elsewhere = 0;
    for (Times path : PathOracle.paths(events, organizations, spec, asOf, followUp)) {
      long entry = path.at(Stage.ATTENTION, 0);
      int channel =
          events.stream()
              .filter(e -> e.person() == path.person() && e.at() == entry)
              .filter(e -> e.organization() == path.organization())
              .filter(e -> !String.valueOf(e.act()).startsWith("UN")) // no ending is an entry
              .findFirst()
              .orElseThrow()
              .channel();
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(entry), zone);
      Set<LocalDate> days = channel == Slice.NONE ? none : channel == 0 ? zero : Set.of();
      if (days.isEmpty()) {
        elsewhere++;
      } else if (days.contains(day)) {
        spikes.add(path);
      } else if (days.stream().anyMatch(d -> Math.abs(ChronoUnit.DAYS.between(d, day)) <= 56)) {
        ordinary.add(path);
      } else {
        far++;
      }
    }
    assertEquals(
        List.of((long) spikes.size(), (long) ordinary.size(), far, elsewhere),
        List.of(
            summary.firstSeenInSpikes(),
            summary.firstSeenOnOrdinaryDays(),
            summary.tooFar(),
            summary.elsewhere()));
    for (Stage stage : Stage.values()) {
      clock(spikes, stage).assertIs(summary.inSpikes(stage), stage + " " + events);
      clock(ordinary, stage).assertIs(summary.onOrdinaryDays(stage), stage + " " + events);
    }
  }

  private static Event later(Event e, int spread) {
    return new Event(
        e.person(),
        e.organization(),
        START + (e.at() - START) * spread,
        e.act(),
        e.sentiment(),
        e.channel(),
        e.returned(),
        e.toAudience());
  }

  private static Set<LocalDate> days(Random random, int spread) {
    LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(START), ZoneOffset.UTC);
    Set<LocalDate> days = new TreeSet<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      days.add(first.plusDays(random.nextInt(36) * (long) spread));
    }
    return days;
  }

  private static Clock clock(List<Times> paths, Stage stage) {
    Clock clock = new Clock();
    paths.forEach(path -> clock.add(path, path.at(Stage.ATTENTION, 0), path.at(stage, 0)));
    return clock;
  }
}
