package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.funnel.APath;
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
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A stream, sequential or parallel, gives the log that a builder gives. */
class CollectorProperties {
  private static final List<Measure<?>> MEASURES =
      List.of(
          Measures.of(ResponseTime.eachTurn(), Dialogue.standard()),
          ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.TOPIC)),
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
}
