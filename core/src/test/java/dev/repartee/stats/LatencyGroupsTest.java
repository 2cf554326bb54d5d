package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.ByteStreams;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyGroupsTest {

  private static final int BOUND = 65_536;

  @Test
  void countsWhatIsAdded() {
    LatencyGroups groups = new LatencyGroups(2);
    assertTrue(groups.isEmpty());
    assertEquals("0 latencies, 2 groupings", groups.toString());
    groups.add(42, 31 << 5);
    assertEquals(1, groups.total());
    assertFalse(groups.isEmpty());
    assertTrue(groups.isExact());
    assertEquals("1 latency, 2 groupings", groups.toString());
    assertEquals("0 latencies, 1 grouping, exact", new LatencyGroups(1, true).toString());
  }

  @Test
  void secondGroupIsIgnoredWhereThereIsOneGrouping() {
    LatencyGroups some = new LatencyGroups(1);
    LatencyGroups other = new LatencyGroups(1);
    some.add(7, 3 | 9 << 5);
    other.add(7, 3);
    assertEquals(some, other);
  }

  @Test
  void exactUpToTheBoundAndInBucketsBeyond() throws IOException {
    LatencyGroups groups = new LatencyGroups(1);
    for (int i = 0; i < BOUND; i++) {
      groups.add(1_000 + i, i & 31);
      groups.add(1_000 + i, i & 31);
    }
    assertTrue(groups.isExact());
    LatencyGroups atBound = groups.copy();
    groups.add(1, 0);
    assertFalse(groups.isExact());
    assertTrue(atBound.isExact());
    assertEquals(2 * BOUND + 1, groups.total());
    LatencyDistribution seen = groups.distribution();
    assertFalse(seen.isExact());
    assertEquals(1, seen.minMillis());
    assertEquals(1_000 + BOUND - 1, seen.maxMillis());
    assertEquals(groups, LatencyGroups.read(ByteStreams.newDataInput(bytes(groups))));
    assertEquals(atBound, LatencyGroups.read(ByteStreams.newDataInput(bytes(atBound))));
  }

  @Test
  void boundIsOfTheWholeNotOfAGroup() {
    LatencyGroups first = new LatencyGroups(2);
    LatencyGroups second = new LatencyGroups(2);
    for (int i = 0; i < BOUND; i++) {
      first.add(2L * i, 1 | 1 << 5);
      second.add(2L * i + 1, 2 | 2 << 5);
    }
    first.addAll(second);
    assertFalse(first.isExact());
    assertEquals(2 * BOUND, first.total());
  }

  @Test
  void boundCanBeLifted() throws IOException {
    LatencyGroups groups = new LatencyGroups(1, true);
    for (int i = 0; i < 3 * BOUND; i++) {
      groups.add(1_000_003L * i % (1L << 40), i & 31);
    }
    assertTrue(groups.isExact());
    LatencyGroups read = LatencyGroups.read(ByteStreams.newDataInput(bytes(groups)));
    assertEquals(groups, read);
    assertTrue(read.isExact());
  }

  @Test
  void manyObservationsOfFewValuesStaySmall() throws IOException {
    LatencyGroups groups = new LatencyGroups(2);
    for (int i = 0; i < 1_000_000; i++) {
      groups.add(60_000L * (i % 100), (i % 31) | (i % 29) << 5);
    }
    assertTrue(groups.isExact());
    assertEquals(1_000_000, groups.total());
    assertTrue(bytes(groups).length < 100 * (64 * 3 + 16));
    assertEquals(groups, LatencyGroups.read(ByteStreams.newDataInput(bytes(groups))));
  }

  @Test
  void copyGoesItsOwnWay() {
    LatencyGroups groups = new LatencyGroups(1);
    groups.add(5, 1);
    LatencyGroups copy = groups.copy();
    assertEquals(groups, copy);
    assertEquals(groups.hashCode(), copy.hashCode());
    copy.add(6, 1);
    assertEquals(1, groups.total());
    assertNotEquals(groups, copy);
    groups.add(6, 2);
    assertNotEquals(groups, copy);
  }

  @Test
  void tallyCanBeAddedToItself() {
    LatencyGroups small = new LatencyGroups(2);
    LatencyGroups large = new LatencyGroups(2);
    small.add(5, 1 | 2 << 5);
    for (int i = 0; i <= BOUND; i++) {
      large.add(i, (i & 31) | 3 << 5);
    }
    LatencyGroups twice = large.copy();
    twice.addAll(large);
    // One that has its buckets already, and one that finds out only now.
    twice.addAll(twice);
    large.addAll(large);
    large.addAll(large);
    assertEquals(4L * (BOUND + 1), twice.total());
    assertEquals(twice, large);
    small.addAll(small);
    assertEquals(2, small.total());
    assertEquals(2, small.distribution().countAtMost(5));
  }

  @Test
  void bytesAreThese() throws IOException {
    LatencyGroups groups = new LatencyGroups(2);
    groups.add(300, 31 | 4 << 5);
    groups.add(7, 1);
    groups.add(7, 1 | 2 << 5);
    assertArrayEquals(
        new byte[] {
          1,
          3,
          2, // version, two groupings, two rows
          7,
          2,
          0,
          0,
          0,
          2,
          0,
          0,
          0,
          5,
          2,
          1,
          1, // 7: twice, masks, counts
          37 - 128,
          2,
          1,
          31,
          4 // 7 + 293: once, its groups
        },
        bytes(groups));
  }

  @Test
  void brokenBytesAreRefused() throws IOException {
    LatencyGroups groups = new LatencyGroups(2);
    groups.add(300, 31 | 4 << 5);
    groups.add(7, 1);
    groups.add(7, 1 | 2 << 5);
    byte[] good = bytes(groups);
    assertEquals("version (9) must be 1", corrupted(good, 0, 9));
    assertEquals("kind (32) must be at most 31", corrupted(good, 1, 32));
    assertEquals("kind (27) must be exact or in buckets", corrupted(good, 1, 27));
    assertEquals("groupings (2) must be 1, 3, 5 or 7", corrupted(good, 1, 2));
    assertEquals("count (0) must be above 0", corrupted(good, 4, 0));
    assertEquals("group (32) must be below 32", corrupted(good, good.length - 1, 32));
    assertEquals("sum (1) must be the count of its row, 2", corrupted(good, 13, 1));
    assertEquals("step (0) must be ascending", corrupted(good, 16, 0));
    for (int size = 0; size < good.length; size++) {
      byte[] cut = Arrays.copyOf(good, size);
      assertThrows(EOFException.class, () -> read(cut));
    }
  }

  @Test
  void whatIsToldFollowsWhatIsAdded() {
    LatencyGroups groups = new LatencyGroups(1);
    groups.add(5, 1);
    assertEquals(1, groups.counts()[0][1]);
    groups.add(6, 1);
    assertEquals(2, groups.counts()[0][1]);
    groups.addAll(groups.copy());
    assertEquals(4, groups.counts()[0][1]);
    for (int i = 0; i <= 2 * BOUND; i++) {
      groups.add(i, 2);
    }
    assertFalse(groups.isExact());
    groups.addAll(new long[] {LatencyGroups.packed(1, 1), LatencyGroups.packed(2, 2)}, 0, 2);
    assertEquals(5, groups.counts()[0][1]);
    assertEquals(2 * BOUND + 2, groups.counts()[0][2]);
  }

  @Test
  void packedNumbersAreThoseOfTheGroups() {
    assertEquals(5 * 32_768 + 31 * 32 + 3, LatencyGroups.packed(5, 3 | 31 << 5));
    assertEquals("millis (-1) must lie in [0, 2^49)", message(() -> LatencyGroups.packed(-1, 0)));
    assertEquals(
        "groups (32768) must lie in [0, 2^15)", message(() -> LatencyGroups.packed(1, 32 << 10)));
  }

  /** Packed they are below 0, and yet the largest. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2_000})
  void theLongestLatenciesComeLast(int times) {
    long longest = (1L << 49) - 1;
    LatencyGroups groups = new LatencyGroups(3);
    long[] packed = {LatencyGroups.packed(longest, 1 << 10), LatencyGroups.packed(1L << 48, 0)};
    for (int i = 0; i < times; i++) {
      groups.add(5, 2);
      groups.addAll(packed, 0, 2);
    }
    LatencyDistribution all = groups.distribution();
    assertEquals((double) longest, all.maxMillis());
    assertEquals(times, all.countAtMost(5));
    assertEquals(2L * times, all.countAtMost(1L << 48));
    assertEquals(times, groups.counts()[2][1]);
  }

  @Test
  void whatHangsOnPersonsHasNoConversations() throws IOException {
    LatencyGroups groups = LatencyGroups.ofPersons();
    groups.add(7, 3 | 9 << 5 | 31 << 10);
    assertEquals("1 latency, 2 groupings", groups.toString());
    assertEquals(3, groups.groupings());
    assertEquals(1, groups.counts()[0][3]);
    assertEquals(0, groups.counts()[1][9]);
    assertEquals(1, groups.counts()[2][31]);
    assertArrayEquals(new byte[] {1, 5, 1, 7, 1, 3, 31}, bytes(groups));
    assertEquals(groups, read(bytes(groups)));
    assertThrows(
        IllegalArgumentException.class, () -> groups.addAll(new LatencyGroups(2)), "another kind");
  }

  @Test
  void badArgumentsAreNamed() {
    LatencyGroups groups = new LatencyGroups(2);
    assertEquals("groupings (4) must be 1 to 3", message(() -> new LatencyGroups(4)));
    assertEquals("millis (-1) must lie in [0, 2^49)", message(() -> groups.add(-1, 0)));
    assertEquals(
        "millis (562949953421312) must lie in [0, 2^49)", message(() -> groups.add(1L << 49, 0)));
    assertEquals("groups (-1) must lie in [0, 2^15)", message(() -> groups.add(1, -1)));
    assertEquals(
        "other (1 grouping) must be of the same kind as this (2 groupings); create both with the"
            + " same arguments",
        message(() -> groups.addAll(new LatencyGroups(1))));
    assertEquals(
        "other (2 groupings, exact) must be of the same kind as this (2 groupings); create both"
            + " with the same arguments",
        message(() -> groups.addAll(new LatencyGroups(2, true))));
    assertTrue(groups.isEmpty());
  }

  /** Values that hardly repeat are kept as they came, others as counts; and nobody sees which. */
  @ParameterizedTest
  @ValueSource(ints = {300, 100_000, 10_000_000})
  void exactTalliesDependOnTheirContentsAlone(int distinct) throws IOException {
    Random random = new Random(distinct);
    long[] packed =
        random
            .ints(500_000, 0, distinct)
            .mapToLong(value -> LatencyGroups.packed(value, value % 1021))
            .toArray();
    LatencyGroups atOnce = new LatencyGroups(2, true);
    atOnce.addAll(packed, 0, packed.length);
    LatencyGroups oneByOne = new LatencyGroups(2, true);
    LatencyGroups merged = new LatencyGroups(2, true);
    int[] ends = {0, 10, 170_000, 400_000, packed.length};
    for (int part = ends.length - 1; part > 0; part--) {
      LatencyGroups some = new LatencyGroups(2, true);
      for (int i = ends[part - 1]; i < ends[part]; i++) {
        some.add(packed[i] >>> 15, (int) packed[i] & 0x7fff);
        oneByOne.add(packed[i] >>> 15, (int) packed[i] & 0x7fff);
      }
      merged.addAll(some);
    }
    assertEquals(packed.length, merged.total());
    assertEquals(atOnce, merged);
    assertEquals(atOnce, oneByOne);
    assertArrayEquals(bytes(atOnce), bytes(merged));
    Arrays.sort(packed);
    for (double q : new double[] {0, 0.25, 0.5, 1}) {
      double rank = q * (packed.length - 1);
      long below = packed[(int) Math.floor(rank)] >>> 15;
      long above = packed[(int) Math.ceil(rank)] >>> 15;
      assertEquals(
          below + (rank - Math.floor(rank)) * (above - below),
          merged.distribution().quantileMillis(q),
          1e-6);
    }
  }

  static byte[] bytes(LatencyGroups groups) throws IOException {
    var out = ByteStreams.newDataOutput();
    groups.write(out);
    return out.toByteArray();
  }

  /** ByteStreams turns the end of the data into an unchecked exception. */
  private static LatencyGroups read(byte[] bytes) throws IOException {
    return LatencyGroups.read(new java.io.DataInputStream(new java.io.ByteArrayInputStream(bytes)));
  }

  private static String corrupted(byte[] good, int at, int value) {
    byte[] bad = good.clone();
    bad[at] = (byte) value;
    return String.valueOf(
        assertThrows(StreamCorruptedException.class, () -> read(bad)).getMessage());
  }

  private static String message(Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
