package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.log.LawsProperties;
import dev.repartee.log.RandomRows;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Unit;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes in whatever order, a live log answers what a log of all of it answers. */
class LiveLogProperties {
  private static final List<Measure<?>> MEASURES =
      LawsProperties.all(RandomRows.DIRECTORY).stream()
          .filter(measure -> measure.plan().unit() == Unit.CONVERSATION)
          .toList();

  private static final OfficeHours OFFICE = OfficeHours.parse("Mon-Fri 09:00-17:00 Asia/Kathmandu");

  /** One run: a live log, and beside it the lists. */
  private static final class Run {
    final Random random;
    final List<Measure<?>> named = new ArrayList<>();
    final Backlog backlog;
    final LiveLogBuilder builder;
    final NaiveLive naive;
    LiveLog live;
    Instant now = Instant.ofEpochMilli(RandomRows.START);
    Instant retiredAt = now;

    Run(long seed) {
      random = new Random(seed);
      List<Measure<?>> measures = new ArrayList<>(MEASURES);
      Collections.shuffle(measures, random);
      named.addAll(measures.subList(0, 2));
      Backlog standard = Backlog.standard().withTarget(Duration.ofHours(20));
      backlog = random.nextBoolean() ? standard : standard.during(OFFICE);
      Duration followUp = Duration.ofHours(1 + random.nextInt(240));
      IdScope scope = IdScope.values()[random.nextInt(5) < 3 ? 0 : random.nextInt(3)];
      Optional<Duration> givingUp =
          random.nextInt(3) == 0
              ? Optional.of(Duration.ofHours(1 + random.nextInt(400)))
              : Optional.empty();
      Optional<Duration> repeats =
          random.nextInt(3) == 0 ? Optional.of(Duration.ofDays(2)) : Optional.empty();
      builder =
          LiveLog.builder(RandomRows.DIRECTORY)
              .followedFor(followUp)
              .measuring(named.toArray(Measure<?>[]::new))
              .waitingBy(backlog)
              .idScope(scope)
              .inBlocksOf(1 << random.nextInt(10));
      givingUp.ifPresent(builder::givingUpAfter);
      repeats.ifPresent(builder::foldRepeats);
      live = builder.build();
      Duration rest =
          named.stream()
              .map(measure -> measure.plan().horizon())
              .reduce(followUp, (a, b) -> a.compareTo(b) < 0 ? b : a);
      naive =
          new NaiveLive(RandomRows.DIRECTORY, followUp, rest, backlog, scope, givingUp, repeats);
    }

    /** Rows in some disorder, some twice, some edited. */
    List<Interaction> stream(int size) {
      List<Interaction> rows = RandomRows.list(random, size);
      List<Interaction> stream = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        stream.add(rows.get(i));
        if (random.nextInt(8) == 0) {
          stream.add(rows.get(random.nextInt(i + 1)));
        }
      }
      if (random.nextBoolean()) {
        stream.sort(Comparator.comparingLong(row -> row.atMillis()));
      }
      return stream;
    }

    void add(Interaction row) {
      live.add(row);
      naive.add(row);
      assertEquals(naive.late, live.late());
    }

    /** The clock goes on, by hours or by weeks. */
    void goOn() {
      now = now.plus(Duration.ofHours(random.nextInt(random.nextInt(5) == 0 ? 600 : 40)));
    }

    void retire() {
      long before = live.retired();
      long gone = live.retire(now);
      naive.retire(now);
      retiredAt = now;
      assertEquals(before + gone, live.retired());
      assertEquals(naive.open(), live.open());
    }

    void ask() {
      for (Measure<?> measure : named) {
        assertSame(measure, now);
        // Of the past, too, as far back as is known.
        Instant before = now.minus(Duration.ofHours(random.nextInt(400)));
        assertSame(measure, before.isBefore(retiredAt) ? retiredAt : before);
      }
      assertWaiting();
      assertEquals(counts(naive.log().audit()), live.audit());
      assertEquals(live.offered(), naive.accepted.size() + naive.late);
    }

    private <S extends Summary<S>> void assertSame(Measure<S> measure, Instant at) {
      S expected = naive.measure(measure, at);
      S actual = live.measure(measure, at);
      assertArrayEquals(expected.toBytes(), actual.toBytes(), () -> expected + "\n\n" + actual);
      assertEquals(expected.toString(), actual.toString());
    }

    private void assertWaiting() {
      List<Waiting> all = naive.waiting(now);
      WaitingNow waiting = live.waiting(now);
      assertEquals(all.size(), waiting.count());
      assertEquals(all, waiting.longest(Integer.MAX_VALUE));
      int most = random.nextInt(4);
      assertEquals(all.stream().limit(most).toList(), waiting.longest(most));
      assertEquals(
          all.stream().filter(one -> one.overdueBy().isPresent()).count(), waiting.overdue());
      List<Waiting> next =
          all.stream()
              .filter(one -> one.overdueBy().isEmpty())
              .sorted(Comparator.comparing(one -> one.due().orElseThrow()))
              .toList();
      assertEquals(next, waiting.dueNext(Integer.MAX_VALUE));
      assertEquals(next.stream().limit(most).toList(), waiting.dueNext(most));
    }
  }

  /** Without those that are told of whole logs. */
  private static Map<Audit.Reason, Long> counts(Audit audit) {
    Map<Audit.Reason, Long> counts = new EnumMap<>(Audit.Reason.class);
    counts.putAll(audit.counts());
    counts.remove(Audit.Reason.UNSEEN_MEMBER);
    counts.remove(Audit.Reason.NEAR_NAME);
    counts.remove(Audit.Reason.SUSPICIOUS_TIME);
    return counts;
  }

  @Property(tries = 400)
  void answersAreThoseOfALogOfAllRows(@ForAll long seed) {
    Run run = new Run(seed);
    for (Interaction row : run.stream(1 + run.random.nextInt(60))) {
      run.add(row);
      switch (run.random.nextInt(12)) {
        case 0 -> run.goOn();
        case 1 -> run.retire();
        case 2 -> run.ask();
        default -> {}
      }
    }
    run.ask();
    run.goOn();
    run.retire();
    run.ask();
  }

  @Property(tries = 200)
  void aRestoredLogGoesOnAsIfNothingHadHappened(@ForAll long seed) {
    Run run = new Run(seed);
    for (Interaction row : run.stream(1 + run.random.nextInt(60))) {
      run.add(row);
      switch (run.random.nextInt(8)) {
        case 0 -> run.goOn();
        case 1 -> run.retire();
        case 2, 3 -> {
          byte[] bytes = run.live.toBytes();
          run.live = run.builder.restore(bytes);
          assertEquals(run.naive.late, run.live.late());
        }
        case 4 -> run.ask();
        default -> {}
      }
    }
    run.live = run.builder.restore(run.live.toBytes());
    run.ask();
  }

  @Property(tries = 20)
  void somethingIsLetGoOfSomethingIsLateAndSomebodyWaits(@ForAll Random random) {
    long retired = 0;
    long late = 0;
    long waiting = 0;
    for (int i = 0; i < 40; i++) {
      Run run = new Run(random.nextLong());
      for (Interaction row : run.stream(50)) {
        run.add(row);
        if (run.random.nextInt(4) == 0) {
          run.goOn();
          run.retire();
        }
      }
      retired += run.live.retired();
      late += run.live.late();
      waiting += run.live.waiting(run.now).count();
    }
    assertTrue(retired > 100, "let go of " + retired);
    assertTrue(late > 10, "late " + late);
    assertTrue(waiting > 20, "waiting " + waiting);
  }
}
