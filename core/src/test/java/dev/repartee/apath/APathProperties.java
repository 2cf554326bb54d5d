package dev.repartee.apath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.EventSlice.Event;
import dev.repartee.apath.PathOracle.Times;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the A-Path, and the walk against the definitions. */
final class APathProperties {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  static final long DAY = Duration.ofDays(1).toMillis();

  /** Shortly before the clock of Newfoundland went back over midnight. */
  static final long START = 1_225_422_000_000L; // 2008-10-31T03:00:00Z

  private static final ZoneId NEWFOUNDLAND = ZoneId.of("America/St_Johns");
  static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, NEWFOUNDLAND, ZoneId.of("Pacific/Auckland"));

  /** One split that takes everything. */
  private static final class One<T> extends Split<T> {
    private final T tally;

    One(T tally) {
      this.tally = tally;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return tally;
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      return tally;
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return true;
    }
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Arbitraries.oneOf(
        events(Arbitraries.of(ActKind.ofRows().toArray(ActKind[]::new)).injectNull(0.3), 2),
        crowdedHistories());
  }

  /** One person who does much at few instants. */
  private static Arbitrary<List<Event>> crowdedHistories() {
    Arbitrary<ActKind> kinds =
        Arbitraries.of(ActKind.CLICK, ActKind.SHARE, ActKind.FOLLOW, ActKind.UNFOLLOW);
    return Combinators.combine(
            Arbitraries.integers().between(0, 5).map(d -> START + d * 7 * DAY),
            kinds,
            Arbitraries.integers().between(Slice.NONE, 0))
        .as((at, kind, channel) -> new Event(0, Slice.NONE, at, kind, null, channel, false, false))
        .list()
        .ofMaxSize(25);
  }

  /** Among them many that lack the kinds by which a stage is observed. */
  @Provide
  Arbitrary<List<Event>> poorHistories() {
    Arbitrary<ActKind> some =
        Arbitraries.of(ActKind.VIEW, ActKind.CLICK, ActKind.SHARE, ActKind.FOLLOW);
    return Arbitraries.of(
            some.injectNull(0.3),
            some.filter(k -> k != ActKind.FOLLOW).injectNull(0.2),
            Arbitraries.of(ActKind.VIEW, ActKind.UNFOLLOW),
            Arbitraries.of(ActKind.VIEW, ActKind.CLICK, ActKind.FOLLOW))
        .flatMap(kinds -> events(kinds, 2));
  }

  private static Arbitrary<List<Event>> events(Arbitrary<ActKind> kinds, int organizations) {
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 35).map(d -> START + d * DAY),
            Arbitraries.longs().between(0, 80).map(h -> START + h * HOUR / 2));
    Arbitrary<Sentiment> sentiments = Arbitraries.of(Sentiment.values()).injectNull(0.6);
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(Slice.NONE, organizations - 1),
            times,
            kinds,
            sentiments,
            Arbitraries.integers().between(Slice.NONE, 1),
            Arbitraries.of(true, false, false, false, false),
            Arbitraries.of(true, false, false))
        .as(Event::new)
        .list()
        .ofMinSize(0)
        .ofMaxSize(60);
  }

  private static PathTally tally(EventSlice slice, ZoneId zone) {
    return tally(slice, APathRules.standard().withZone(zone));
  }

  private static PathTally tally(EventSlice slice, APathRules rules) {
    Conditions conditions = Conditions.of(rules);
    PathTally tally = new PathTally(conditions);
    PathWalk.sweep(conditions, false, slice, new One<>(tally));
    return tally;
  }

  static <S extends Summary<S>> S measure(Measure<S> measure, EventSlice slice) {
    return run(measure.plan(), slice);
  }

  private static <T extends Tally<T>, S extends Summary<S>> S run(
      Plan<T, S> plan, EventSlice slice) {
    T tally = plan.emptyTally();
    plan.sweep(slice, new One<>(tally));
    Origin origin =
        Origin.of(
            plan,
            slice.asOf(),
            false,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Optional.empty(),
            false,
            directoryOf(slice.organizations()));
    return plan.summary(origin, slice.seenKinds(), tally);
  }

  /** Another for each number, so that summaries of different ones do not merge. */
  private static Directory directoryOf(int organizations) {
    Directory.Builder directory = Directory.builder();
    for (int i = 0; i < organizations; i++) {
      directory.organization("organization " + i, members -> {});
    }
    return directory.build();
  }

  private static byte[] bytes(PathTally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      tally.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static LatencyGroups none() {
    return LatencyGroups.ofPersons();
  }

  static int group(Times path) {
    return path.person() * 7 % 32;
  }

  /** Rules, and what they are to the oracle. */
  record Case(APathRules rules, PathOracle.Spec spec) {}

  private static final List<UnaryOperator<Case>> CHANGES =
      List.of(
          c -> c,
          c ->
              new Case(
                  c.rules().withAffinityDays(2).withAffinitySpan(20),
                  c.spec().with(Stage.AFFINITY, (path, t) -> path.isWarm(t, 2, 20))),
          c ->
              new Case(
                  c.rules().withAdvocateDays(3),
                  c.spec().with(Stage.ADVOCATES, (path, t) -> path.isAdvocating(t, 3))),
          c ->
              new Case(
                  c.rules().withAdvocateDays(1),
                  c.spec().with(Stage.ADVOCATES, (path, t) -> path.isAdvocating(t, 1))),
          c ->
              new Case(
                  c.rules().alreadyFollowing("person 0", "person 3"),
                  c.spec().withFollowers(Set.of(0, 3))),
          c ->
              new Case(
                  c.rules().with(Stage.ATTENTION, StageCondition.optedIn()),
                  c.spec().with(Stage.ATTENTION, PathOracle::isOptedIn)),
          c ->
              new Case(
                  c.rules().with(Stage.AUDIENCE, StageCondition.optedIn(ActKind.SUBSCRIBE)),
                  c.spec().with(Stage.AUDIENCE, (path, t) -> path.isOptedIn(t, ActKind.SUBSCRIBE))),
          c ->
              new Case(
                  c.rules()
                      .with(
                          Stage.AFFINITY,
                          StageCondition.once(
                              EventFilter.acts(ActKind.RECOMMEND, ActKind.REACTION))),
                  c.spec()
                      .with(
                          Stage.AFFINITY,
                          (path, t) ->
                              path.before(t)
                                  .anyMatch(
                                      e ->
                                          e.act() == ActKind.RECOMMEND
                                              || e.act() == ActKind.REACTION))),
          c ->
              new Case(
                  c.rules()
                      .with(Stage.ATTENTION, StageCondition.act(EventFilter.acts(ActKind.VIEW)))
                      .with(
                          Stage.ATTRACTION,
                          StageCondition.onDays(
                              EventFilter.anything()
                                  .onChannel("channel 0")
                                  .and(EventFilter.actsOfWill()),
                              2,
                              3)),
                  c.spec()
                      .with(Stage.ATTENTION, (path, t) -> path.any(t, e -> e.act() == ActKind.VIEW))
                      .with(
                          Stage.ATTRACTION,
                          (path, t) ->
                              path.isOnDays(
                                  t, e -> e.channel() == 0 && PathOracle.isOfWill(e), 2, 3))),
          c ->
              new Case(
                  c.rules()
                      .with(
                          Stage.ATTRACTION,
                          StageCondition.act(
                                  EventFilter.messages()
                                      .or(EventFilter.acts(ActKind.CLICK))
                                      .except(
                                          EventFilter.anything().withSentiment(Sentiment.POSITIVE)))
                              .or(StageCondition.optedIn(ActKind.FOLLOW))),
                  c.spec()
                      .with(
                          Stage.ATTRACTION,
                          (path, t) ->
                              path.isOptedIn(t, ActKind.FOLLOW)
                                  || path.any(
                                      t,
                                      e ->
                                          (e.act() == null || e.act() == ActKind.CLICK)
                                              && e.sentiment() != Sentiment.POSITIVE))));

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void theWalkFollowsTheDefinitions(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    boolean forum = random.nextBoolean() || events.stream().allMatch(e -> e.organization() < 0);
    int organizations = forum ? 0 : 2;
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    long asOf = START + (20 + random.nextInt(20)) * DAY;
    long followUp = random.nextBoolean() ? EventSlice.FOREVER : 20 * DAY;
    // Without organizations in the directory no row has one.
    List<Event> rows =
        organizations > 0
            ? events
            : events.stream().filter(e -> e.organization() == Slice.NONE).toList();
    Case standard = new Case(APathRules.standard().withZone(zone), PathOracle.Spec.standard(zone));
    int one = random.nextInt(CHANGES.size());
    int other = random.nextInt(CHANGES.size());
    // Thresholds first: a condition that is replaced has its own.
    Case changed =
        CHANGES.get(Math.max(one, other)).apply(CHANGES.get(Math.min(one, other)).apply(standard));

    EventSlice slice = new EventSlice(rows, organizations, asOf, followUp);
    PathTally tally = tally(slice, changed.rules());

    assertPathsAre(
        PathOracle.paths(rows, organizations, changed.spec(), asOf, followUp),
        Conditions.of(changed.rules()),
        tally);
    assertEquals(
        rows.stream()
            .filter(e -> organizations > 0 && e.organization() == Slice.NONE)
            .filter(e -> e.person() != EventSlice.MEMBER && e.at() <= asOf)
            .count(),
        tally.apart(PathWalk.Apart.UNADDRESSED));
  }

  private static void assertPathsAre(List<Times> paths, Conditions conditions, PathTally tally) {
    long[] entered = new long[32];
    paths.forEach(p -> entered[group(p)]++);
    assertEquals(paths.size(), tally.count());
    for (Step step : conditions.steps) {
      long[] took = new long[32];
      LatencyGroups taken = none();
      LatencyGroups waiting = none();
      LatencyGroups takenSinceEntry = none();
      LatencyGroups waitingSinceEntry = none();
      for (Times path : paths) {
        long at = path.at(step.to(), step.passed());
        long before = path.at(step.from(), step.passed());
        long entry = path.at(Stage.ATTENTION, 0);
        int group = group(path);
        if (at != Path.NEVER) {
          took[group]++;
          taken.add(at - before, group);
          takenSinceEntry.add(at - entry, group);
        } else {
          waitingSinceEntry.add(path.seenUntil() - entry, group);
          if (before != Path.NEVER) {
            waiting.add(path.seenUntil() - before, group);
          }
        }
      }
      assertEquals(Proportion.clustered(took, entered), tally.share(step), step::toString);
      assertEquals(taken, tally.taken(step), step::toString);
      assertEquals(waiting, tally.waiting(step), step::toString);
      assertEquals(takenSinceEntry, tally.takenSinceEntry(step), step::toString);
      assertEquals(waitingSinceEntry, tally.waitingSinceEntry(step), step::toString);
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void peopleStandWhereTheDefinitionsSay(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    long asOf = START + (20 + random.nextInt(20)) * DAY;
    long followUp = random.nextBoolean() ? EventSlice.FOREVER : 20 * DAY;
    int lapse = 1 + random.nextInt(12);
    Set<Integer> followers = random.nextBoolean() ? Set.of() : Set.of(0, 1);
    APathRules rules =
        APathRules.standard()
            .withLapsedAfter(Duration.ofDays(lapse))
            .alreadyFollowing(followers.stream().map(f -> "person " + f).toArray(String[]::new));
    Conditions conditions = Conditions.of(rules);
    PathOracle.Spec spec = PathOracle.Spec.standard(ZoneOffset.UTC).withFollowers(followers);
    List<Times> expected = PathOracle.paths(events, 2, spec, asOf, followUp);
    List<String> seen = new ArrayList<>();
    PathFacts facts =
        new PathFacts(
            0,
            counts -> true,
            0,
            (path, slice, f) -> {
              int person = slice.person(path.entry());
              int organization = slice.organization(path.entry());
              seen.add(person + " " + organization);
              Times times =
                  expected.stream()
                      .filter(e -> e.person() == person && e.organization() == organization)
                      .findFirst()
                      .orElseThrow();
              for (int variant = 0; variant < conditions.variants(); variant++) {
                for (long t = START; t <= times.seenUntil(); t += 12 * HOUR) {
                  assertEquals(
                      PathOracle.standing(times, conditions.passed(variant), t, lapse * DAY),
                      path.record().line(variant).at(t),
                      () -> person + " at " + path.entry());
                }
              }
            });

    PathWalk.sweep(conditions, true, new EventSlice(events, 2, asOf, followUp), new One<>(facts));

    assertEquals(expected.size(), seen.size());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void flowsSumToBothCounts(@ForAll("histories") List<Event> events, @ForAll Random random) {
    long first = START + random.nextInt(20) * DAY;
    long second = first + (1 + random.nextInt(15)) * DAY;
    EventSlice slice = new EventSlice(events, 2, second, EventSlice.FOREVER);
    APathRules rules =
        APathRules.standard().withLapsedAfter(Duration.ofDays(5)).observing(Stage.values());
    APathFlowsSummary flows =
        measure(
            APathFlows.between(Instant.ofEpochMilli(first), Instant.ofEpochMilli(second))
                .with(rules),
            slice);
    APathStateSummary before =
        measure(APathState.with(rules), new EventSlice(events, 2, first, EventSlice.FOREVER));
    APathStateSummary after = measure(APathState.with(rules), slice);
    for (Standing standing : Standing.values()) {
      if (standing != Standing.NEW) {
        assertEquals(before.count(standing), flows.atStart(standing), standing.name());
      }
      assertEquals(after.count(standing), flows.atEnd(standing), standing.name());
    }
    assertEquals(after.persons() - before.persons(), flows.atStart(Standing.NEW));
    assertEquals(after.persons(), flows.persons());
    assertEquals(0, flows.notWatched());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void chancesAreSharesWhereEverybodyIsWatched(@ForAll("histories") List<Event> events) {
    Duration watched = Duration.ofDays(10);
    EventSlice slice = new EventSlice(events, 2, START + 100 * DAY, watched.toMillis());
    APathRules rules =
        APathRules.standard().withLapsedAfter(Duration.ofDays(3)).observing(Stage.values());
    APathChancesSummary chances = measure(APathChances.with(rules), slice);
    APathStateSummary state = measure(APathState.with(rules), slice);
    assertEquals(state.persons(), chances.persons());
    double sum = 0;
    for (Standing standing : Standing.values()) {
      double chance = chances.at(standing, watched).value();
      if (state.persons() > 0) {
        assertEquals((double) state.count(standing) / state.persons(), chance, 1e-9);
        sum += chance;
      }
    }
    assertEquals(state.persons() > 0 ? 1 : 0, sum, 1e-9);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfRowsDoesNotMatter(@ForAll("histories") List<Event> events, @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    long asOf = START + 40 * DAY;
    for (ZoneId zone : ZONES) {
      assertArrayEquals(
          bytes(tally(new EventSlice(events, 2, asOf, 25 * DAY), zone)),
          bytes(tally(new EventSlice(shuffled, 2, asOf, 25 * DAY), zone)));
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void partsByPersonsMergeToTheWhole(
      @ForAll("poorHistories") List<Event> events, @ForAll Random random) {
    APath measure = APath.standard().observing(Stage.ADVOCATES, "channel 1");
    long asOf = START + 40 * DAY;
    boolean[] first = new boolean[EventSlice.PERSONS];
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextBoolean();
    }
    APathSummary whole = measure(measure, new EventSlice(events, 2, asOf, EventSlice.FOREVER));
    APathSummary a =
        measure(
            measure,
            new EventSlice(
                events.stream().filter(e -> first[e.person()]).toList(),
                2,
                asOf,
                EventSlice.FOREVER));
    APathSummary b =
        measure(
            measure,
            new EventSlice(
                events.stream().filter(e -> !first[e.person()]).toList(),
                2,
                asOf,
                EventSlice.FOREVER));
    assertArrayEquals(whole.toBytes(), a.merge(b).toBytes());
    assertArrayEquals(whole.toBytes(), b.merge(a).toBytes());
    assertEquals(whole.toString(), b.merge(a).toString());
    APathSummary read = measure.fromBytes(whole.toBytes());
    assertEquals(whole.toString(), read.toString());
    assertArrayEquals(whole.toBytes(), read.toBytes());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyObservedStageIsCountedAndWaitedForByThoseBefore(
      @ForAll("poorHistories") List<Event> events, @ForAll Random random) {
    APath measure = APath.standard();
    for (Stage stage : Stage.values()) {
      measure = random.nextInt(4) == 0 ? measure.observing(stage) : measure;
    }
    APathSummary path =
        measure(measure, new EventSlice(events, 2, START + 40 * DAY, EventSlice.FOREVER));
    long before = path.persons();
    for (StageResult stage : path.stages()) {
      if (!stage.isObserved()) {
        continue;
      }
      assertTrue(stage.count() <= before, stage::toString);
      before = stage.count();
      if (stage.from().isPresent()) {
        long atBefore = path.stage(stage.from().get()).count();
        assertEquals(stage.count(), stage.timeTo().eventCount());
        assertEquals(atBefore - stage.count(), stage.timeTo().censoredCount());
        assertEquals(stage.count(), stage.timeFromEntry().eventCount());
        assertEquals(path.persons() - stage.count(), stage.timeFromEntry().censoredCount());
        assertEquals(stage.count(), stage.conversionSoFar().successes());
        assertEquals(atBefore, stage.conversionSoFar().trials());
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aShiftByWholeDaysChangesNothing(@ForAll("histories") List<Event> events) {
    long shift = 1000 * DAY;
    List<Event> later =
        events.stream()
            .map(
                e ->
                    new Event(
                        e.person(),
                        e.organization(),
                        e.at() + shift,
                        e.act(),
                        e.sentiment(),
                        e.channel(),
                        e.returned(),
                        e.toAudience()))
            .toList();
    long asOf = START + 40 * DAY;
    assertArrayEquals(
        bytes(tally(new EventSlice(events, 2, asOf, 30 * DAY), ZoneOffset.UTC)),
        bytes(tally(new EventSlice(later, 2, asOf + shift, 30 * DAY), ZoneOffset.UTC)));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void aLogOfTheSameRowsGivesTheSameBytes(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    List<Interaction> rows = new ArrayList<>();
    for (Event event : events) {
      String author = "person " + event.person();
      rows.add(
          event.act() == null
              ? Post.of("p" + rows.size(), author, event.at()).channel("channel " + event.channel())
              : Act.of(event.act(), author, event.at())
                  .channel("channel " + event.channel())
                  .sentiment(event.sentiment()));
    }
    Instant asOf = Instant.ofEpochMilli(START + 30 * DAY);
    Measure<Breakdown<APathSummary>> measure = APath.standard().by(Dimension.CHANNEL);
    byte[] whole = log(rows, asOf).measure(measure).toBytes();
    Collections.shuffle(rows, random);
    assertArrayEquals(whole, log(rows, asOf).parallel(2).measure(measure).toBytes());
    if (!rows.isEmpty()) {
      List<Interaction> ofFirst = new ArrayList<>(rows);
      ofFirst.removeIf(r -> !r.author().equals(rows.get(0).author()));
      List<Interaction> ofOthers = new ArrayList<>(rows);
      ofOthers.removeIf(r -> r.author().equals(rows.get(0).author()));
      Breakdown<APathSummary> first = log(ofFirst, asOf).measure(measure);
      Breakdown<APathSummary> others = log(ofOthers, asOf).measure(measure);
      assertArrayEquals(whole, first.merge(others).toBytes());
    }
  }

  private static EngagementLog log(List<Interaction> rows, Instant asOf) {
    return EngagementLog.builder().addAll(rows).asOf(asOf).build();
  }
}
