package dev.repartee.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.stats.CountDistribution;
import dev.repartee.testing.Message;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Structure is what a tree of plain objects says, for random talk. */
final class StructureProperties {
  private static final long HORIZON = 20;

  /** What one conversation is like, by its definition. */
  private record Expected(
      ReplyTree tree, long participants, long flat, boolean isOpen, long since, String id) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void structureIsThatOfTheTrees(@ForAll long seed, @ForAll @IntRange(max = 7) int view) {
    EngagementLog log = new RandomTalk(seed).log();
    log = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    log = (view & 2) == 0 ? log : log.asOf(Instant.ofEpochMilli(35));
    log = (view & 4) == 0 ? log : log.between(Instant.ofEpochMilli(2), Instant.ofEpochMilli(35));
    boolean isWindow = (view & 4) != 0;
    List<Expected> all = new ArrayList<>();
    log.measure(new Probe(slice -> expect(slice, isWindow, all)));
    StructureSummary s = log.measure(Structure.standard().withHorizon(Duration.ofMillis(HORIZON)));
    compare(all.stream().filter(e -> !e.isOpen).toList(), s);
    compare(all, s.includingOpen());
    assertEquals(all.stream().filter(e -> e.isOpen).count(), s.open());
  }

  private static void expect(Slice slice, boolean isWindow, List<Expected> all) {
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> messages = new ArrayList<>(Message.of(slice, unit));
      if (messages.isEmpty()) {
        continue;
      }
      Message opener = messages.get(0);
      long since = opener.effectiveAt();
      if (isWindow && (since < 2 || since >= 35)) {
        continue;
      }
      messages.removeIf(m -> m.effectiveAt() > slice.seenUntil(opener.row));
      int[] parents =
          messages.stream()
              .mapToInt(m -> m == opener ? -1 : Math.max(0, messages.indexOf(m.parent)))
              .toArray();
      all.add(
          new Expected(
              ReplyTree.of(parents),
              messages.stream()
                  .filter(m -> !m.isBot && !m.isAutomatic)
                  .mapToInt(m -> m.person)
                  .distinct()
                  .count(),
              messages.stream().filter(m -> m.parent == null).count() - 1,
              slice.asOf() - since < HORIZON,
              since,
              slice.id(opener.row).orElse("")));
    }
  }

  private static void compare(List<Expected> all, StructureSummary s) {
    assertEquals(all.size(), s.conversations());
    assertEquals(all.stream().mapToLong(e -> e.flat).sum(), s.flatMessages());
    compare(all, e -> e.tree.depth(), s.depth());
    compare(all, e -> e.tree.width(), s.width());
    compare(all, e -> e.tree.messages(), s.size());
    compare(all, e -> e.tree.hIndex(), s.hIndex());
    compare(all, e -> e.participants, s.participants());
    List<Expected> paired = all.stream().filter(e -> e.tree.messages() > 1).toList();
    assertEquals(
        paired.stream().mapToDouble(e -> e.tree.meanDistance()).average().orElse(Double.NaN),
        s.meanDistance().value(),
        1e-9);
    assertEquals(all.size() - paired.size(), s.single());
    Comparator<Expected> earlier =
        Comparator.comparingLong(Expected::since).thenComparing(Expected::id);
    Comparator<Expected> smaller = Comparator.comparingInt(e -> e.tree.messages());
    Comparator<Expected> nearer = Comparator.comparingDouble(e -> e.tree.meanDistance());
    assertEquals(
        all.stream().min(smaller.reversed().thenComparing(earlier)).map(Expected::id),
        s.largest().map(StructureSummary.Conversation::opener));
    assertEquals(
        paired.stream().min(nearer.reversed().thenComparing(earlier)).map(Expected::id),
        s.mostViral().map(StructureSummary.Conversation::opener));
  }

  private static void compare(
      List<Expected> all, ToLongFunction<Expected> what, CountDistribution numbers) {
    long[] sorted = all.stream().mapToLong(what).sorted().toArray();
    int n = sorted.length;
    assertEquals(n, numbers.count());
    assertEquals(all.stream().mapToLong(what).sum(), numbers.sum());
    assertEquals(all.stream().mapToLong(what).max(), numbers.max());
    assertEquals(
        n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0, numbers.median());
    for (int number = 0; number < 6; number++) {
      int k = number;
      assertEquals(
          all.stream().filter(e -> what.applyAsLong(e) >= k).count(),
          numbers.atLeast(k).successes());
      assertEquals(
          all.stream().filter(e -> what.applyAsLong(e) == k).count(),
          numbers.exactly(k).successes());
    }
  }
}
