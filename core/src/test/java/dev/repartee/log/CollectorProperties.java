package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.response.ResponseTime;
import dev.repartee.testing.PersonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** A stream, sequential or parallel, gives the log that a builder gives. */
class CollectorProperties {
  private static final List<Measure<?>> MEASURES =
      List.of(
          Measures.of(ResponseTime.eachTurn(), Dialogue.standard()),
          ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.TOPIC)),
          Counts.ofValue("order").by(Dimension.attribute("language")),
          APath.standard(),
          new PersonView());

  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  private static void assertSame(EngagementLog expected, EngagementLog actual) {
    assertEquals(expected.audit().counts(), actual.audit().counts());
    assertEquals(expected.audit().toString(), actual.audit().toString());
    for (Measure<?> measure : MEASURES) {
      assertArrayEquals(expected.measure(measure).toBytes(), actual.measure(measure).toBytes());
    }
  }

  private static void assertSame(List<Interaction> rows) {
    EngagementLog built = EngagementLog.builder(RandomRows.DIRECTORY).addAll(rows).build();
    assertSame(built, rows.stream().collect(EngagementLog.collector(RandomRows.DIRECTORY)));
    assertSame(built, rows.parallelStream().collect(EngagementLog.collector(RandomRows.DIRECTORY)));
  }

  @Property(tries = 200)
  void aStreamGivesTheLogOfABuilder(@ForAll("rows") List<Interaction> rows) {
    assertSame(rows);
  }

  @Test
  void textsOfManyBlocksAndBadRowsCountLikewise() {
    List<Interaction> rows = new ArrayList<>(RandomRows.list(new Random(1), 30_000));
    IntStream.range(0, 30_000)
        .mapToObj(
            i ->
                Post.of(i % 100 == 0 ? null : "é".repeat(i % 90) + i, "author " + i % 77, i % 999)
                    .channel("channel " + i % 13)
                    .fingerprint("f" + i % 5))
        .forEach(rows::add);
    rows.add(Post.of("x", "y", "no time"));
    assertSame(rows);
  }

  /** Rows one by one into parts, neighbors of which are put together at random, also early. */
  private static <A> EngagementLog inParts(
      Collector<Interaction, A, EngagementLog> collector,
      List<Interaction> rows,
      int longest,
      Random random) {
    List<A> parts = new ArrayList<>(List.of(collector.supplier().get()));
    for (int next = 0; next < rows.size(); ) {
      switch (random.nextInt(4)) {
        case 0 -> {
          if (parts.size() > 1) {
            int left = random.nextInt(parts.size() - 1);
            parts.set(left, collector.combiner().apply(parts.get(left), parts.remove(left + 1)));
          }
        }
        case 1 -> parts.add(collector.supplier().get());
        default -> {
          int end = Math.min(rows.size(), next + 1 + random.nextInt(longest));
          for (; next < end; next++) {
            collector.accumulator().accept(parts.get(parts.size() - 1), rows.get(next));
          }
        }
      }
    }
    A whole = parts.get(0);
    for (A part : parts.subList(1, parts.size())) {
      whole = collector.combiner().apply(whole, part);
    }
    return collector.finisher().apply(whole);
  }

  @Property(tries = 300)
  void partsPutTogetherInAnyWayGiveTheLogOfABuilder(
      @ForAll("rows") List<Interaction> rows, @ForAll Random random) {
    EngagementLog built = EngagementLog.builder(RandomRows.DIRECTORY).addAll(rows).build();
    assertSame(built, inParts(EngagementLog.collector(RandomRows.DIRECTORY), rows, 5, random));
  }

  @Test
  @Tag("large")
  void partsOfAnyLengthMeetWithinTheWordsAndChunksOfColumns() {
    Random random = new Random(2);
    List<Interaction> rows = new ArrayList<>(RandomRows.list(random, 150_000));
    IntStream.range(0, 100_000)
        .mapToObj(
            i ->
                Post.of(i % 1000 == 0 ? null : i % 3 == 0 ? "" + i : "m" + i, "a" + i % 77, i)
                    .topic("topic " + i % 13))
        .forEach(rows::add);
    EngagementLog built = EngagementLog.builder(RandomRows.DIRECTORY).addAll(rows).build();
    for (int longest : new int[] {50, 5_000, 100_000}) {
      assertSame(
          built, inParts(EngagementLog.collector(RandomRows.DIRECTORY), rows, longest, random));
    }
  }

  @Test
  void nothingButEmptyPartsIsAnEmptyLog() {
    EngagementLog log =
        inParts(EngagementLog.collector(RandomRows.DIRECTORY), List.of(), 1, new Random(3));
    assertEquals(0, log.audit().offered());
    assertSame(List.of());
  }
}
