package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Interaction;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of ids that repeat between conversations or channels, and of repeats that are folded. */
class FoldingProperties {
  private static final String[] AUTHORS = {"care", "carl@blog", "carl@chirp", "zak", "17"};

  /** Few ids, fingerprints and hours, so that all of them meet. */
  private static List<Interaction> rows(Random random, int size) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long at = RandomRows.START + random.nextInt(30) * 3_600_000L;
      Reply row = Reply.of("m" + random.nextInt(20), AUTHORS[random.nextInt(5)], at);
      row = random.nextInt(3) == 0 ? row : row.to("m" + random.nextInt(20));
      row = random.nextInt(4) == 0 ? row : row.in("t" + random.nextInt(3));
      row = random.nextInt(4) == 0 ? row : row.channel("c" + random.nextInt(3));
      rows.add(random.nextInt(4) == 0 ? row : row.fingerprint("f" + random.nextInt(2)));
    }
    return rows;
  }

  private static EngagementLog log(List<Interaction> rows, IdScope scope, int hours) {
    return EngagementLog.builder(RandomRows.DIRECTORY)
        .idScope(scope)
        .foldRepeats(Duration.ofHours(hours))
        .addAll(rows)
        .build();
  }

  @Property
  void theOrderOfRowsDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int size,
      @ForAll IdScope scope,
      @ForAll @IntRange(max = 40) int hours) {
    List<Interaction> rows = rows(new Random(seed), size);
    List<Interaction> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(~seed));
    EngagementLog one = log(rows, scope, hours);
    EngagementLog other = log(shuffled, scope, hours);
    assertEquals(one.audit().counts(), other.audit().counts());
    assertEquals(Shape.of(one), Shape.of(other));
    assertEquals(Shape.organizations(one), Shape.organizations(other));
    assertArrayEquals(
        one.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).toBytes(),
        other.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).toBytes());
    assertArrayEquals(
        one.measure(Dialogue.standard()).toBytes(), other.measure(Dialogue.standard()).toBytes());
    assertArrayEquals(
        one.measure(APath.standard()).toBytes(), other.measure(APath.standard()).toBytes());
    assertEquals(one.audit().accepted(), one.messages() + one.acts());
  }

  /** Threads as exports have them: replies are later than their parents and in one conversation. */
  private static List<Interaction> threads(Random random, int size) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Reply row = Reply.of("m" + i, AUTHORS[random.nextInt(5)], i).in("t" + i % 3);
      row = row.fingerprint("f" + random.nextInt(3));
      rows.add(
          random.nextBoolean() || i < 3
              ? row
              : row.to("m" + (i - 3 * (1 + random.nextInt(i / 3)))));
    }
    return rows;
  }

  @Property
  void noRepeatIsLeftAndNoCircle(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    EngagementLog log = log(threads(new Random(seed), size), IdScope.LOG, 1);
    Columns columns = Shape.columns(log);
    for (int c = 0; c < columns.conversations(); c++) {
      Set<String> seen = new HashSet<>();
      for (int row = columns.starts[c]; row < columns.starts[c + 1]; row++) {
        assertTrue(columns.parent[row] < row);
        assertTrue(columns.parent[row] < 0 || columns.parent[row] >= columns.starts[c]);
        assertTrue(columns.effectiveAt(row) >= columns.at[row]);
        if (columns.fingerprint != null && columns.fingerprint[row] >= 0) {
          String copy = columns.people.name(columns.person[row]) + columns.fingerprint[row];
          // Repeats are those of an account; Carl has two.
          assertTrue(seen.add(copy) || copy.startsWith("Carl"), copy);
        }
      }
    }
  }
}
