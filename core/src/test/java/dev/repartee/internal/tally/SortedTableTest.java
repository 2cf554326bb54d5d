package dev.repartee.internal.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.internal.hash.LongTable.Fold;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tables of numbers, as they are written and as they are kept, against a map. */
final class SortedTableTest {
  private static final List<Fold> FOLDS = List.of(Fold.SUM, Fold.LEAST, Fold.GREATEST, Fold.BITS);

  private final TreeMap<Long, long[]> expected = new TreeMap<>();

  private void expect(long key, long[] values) {
    long[] both = expected.computeIfAbsent(key, k -> new long[] {0, 99, -99, 0});
    both[0] += values[0];
    both[1] = Math.min(both[1], values[1]);
    both[2] = Math.max(both[2], values[2]);
    both[3] |= values[3];
  }

  private void check(SortedTable table) {
    assertEquals(expected.size(), table.size());
    int at = 0;
    for (Map.Entry<Long, long[]> entry : expected.entrySet()) {
      assertEquals(entry.getKey(), table.key(at));
      assertEquals(at, table.find(entry.getKey()));
      for (int fold = 0; fold < FOLDS.size(); fold++) {
        assertEquals(entry.getValue()[fold], table.value(at, fold));
      }
      at++;
    }
  }

  private SortedTable random(Random random, int additions, int keys, long step) {
    CodedTable coded = new CodedTable(FOLDS);
    for (int i = 0; i < additions; i++) {
      long key = random.nextInt(keys) * 10L;
      long[] values = random.longs(4, 0, 90).toArray();
      coded.add(key, values);
      expect(key + step, values);
    }
    SortedTable.Builder builder = new SortedTable.Builder(FOLDS, random.nextInt(9));
    coded.forEach(builder::add);
    return builder.build();
  }

  @Property(tries = 300)
  void keysOfAnyOrderAreFolded(
      @ForAll @IntRange(max = 2_000) int additions,
      @ForAll @IntRange(min = 1, max = 900) int keys,
      @ForAll long seed) {
    expected.clear();
    check(random(new Random(seed), additions, keys, 0));
  }

  @Property(tries = 300)
  void twoAreJoinedUnderNewKeys(
      @ForAll @IntRange(max = 500) int additions,
      @ForAll @IntRange(min = 1, max = 300) int keys,
      @ForAll @IntRange(max = 3) int step,
      @ForAll long seed) {
    expected.clear();
    Random random = new Random(seed);
    SortedTable one = random(random, additions, keys, 0);
    SortedTable other = random(random, random.nextInt(500), keys, 10L * step);
    check(SortedTable.both(FOLDS, one, key -> key, other, key -> key + 10L * step));
  }

  @Test
  void keysThatAreNotThere() {
    SortedTable empty = new SortedTable.Builder(FOLDS, 0).build();
    assertEquals(0, empty.size());
    assertEquals(SortedTable.ABSENT, empty.find(0));
    SortedTable table = random(new Random(1), 1, 1, 0);
    assertEquals(0, table.find(0));
    assertEquals(SortedTable.ABSENT, table.find(7));
  }
}
