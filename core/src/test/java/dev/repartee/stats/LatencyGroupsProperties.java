package dev.repartee.stats;

import static dev.repartee.stats.LatencyGroupsTest.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class LatencyGroupsProperties {

  private record Observation(long millis, int first, int second) {
    int group(int grouping) {
      return grouping == 0 ? first : grouping == 1 ? second : first ^ second;
    }

    int groups() {
      return group(0) | group(1) << 5 | group(2) << 10;
    }
  }

  @Property
  void fewObservationsMergeInAnyOrder(
      @ForAll @IntRange(max = 300) int size,
      @ForAll @IntRange(min = 1, max = 3) int groupings,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    checkMerging(draw(size, 1 + random.nextInt(60), 0, random), groupings, random);
  }

  /** On both sides of the bound of distinct values, with parts on either side too. */
  @Property(tries = 12)
  void manyObservationsMergeInAnyOrder(
      @ForAll @IntRange(min = -2, max = 2) int off, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int distinct = LatencyGroups.MAX_DISTINCT + (off == -2 ? 3_000 : off);
    LatencyGroups direct =
        checkMerging(draw(2_000, 40, distinct, random), 1 + random.nextInt(3), random);
    assertEquals(distinct <= LatencyGroups.MAX_DISTINCT, direct.isExact());
  }

  /** Before and after there are too many values to keep each, with one grouping, two and three. */
  @Property(tries = 20)
  void manyAtOnceAreCountedAsOneByOne(
      @ForAll @IntRange(min = 1, max = 3) int groupings,
      @ForAll boolean isBucketed,
      @ForAll long seed) {
    Random random = new Random(seed);
    int distinct = isBucketed ? LatencyGroups.MAX_DISTINCT + 10_000 : 0;
    List<Observation> observations = draw(2_000, 40, distinct, random);
    LatencyGroups groups = new LatencyGroups(groupings);
    int size = 0;
    long[] packed = new long[1_500];
    for (Observation o : observations) {
      packed[size++] = LatencyGroups.packed(o.millis(), o.groups());
      if (size == packed.length || random.nextInt(800) == 0) {
        int middle = random.nextInt(size + 1);
        groups.addAll(packed, middle, size);
        groups.addAll(packed, 0, middle);
        size = 0;
      }
    }
    groups.addAll(packed, 0, size);
    assertEquals(observations.size(), groups.total());
    assertEquals(tally(observations, groupings), groups);
  }

  private static void checkCounts(
      List<Observation> observations, LatencyGroups direct, int groupings) {
    for (int grouping = 0; grouping < groupings; grouping++) {
      long[] counts = new long[LatencyGroups.GROUPS];
      for (Observation one : observations) {
        counts[one.group(grouping)]++;
      }
      assertArrayEquals(counts, direct.counts()[grouping]);
    }
    assertEquals(groupings, direct.counts().length);
  }

  private static LatencyGroups checkMerging(
      List<Observation> observations, int groupings, Random random) throws IOException {
    LatencyGroups direct = tally(observations, groupings);
    checkCounts(observations, direct, groupings);
    List<Observation> shuffled = new ArrayList<>(observations);
    Collections.shuffle(shuffled, random);
    List<LatencyGroups> parts = new ArrayList<>();
    int from = 0;
    while (from < shuffled.size()) {
      int to = from + 1 + random.nextInt(shuffled.size() - from);
      parts.add(tally(shuffled.subList(from, to), groupings));
      from = to;
    }
    parts.add(new LatencyGroups(groupings));
    while (parts.size() > 1) {
      LatencyGroups one = parts.remove(random.nextInt(parts.size()));
      // Looking at a tally, or writing and reading it, must change nothing.
      switch (random.nextInt(4)) {
        case 0 -> assertEquals(one, read(bytes(one)));
        case 1 -> one = read(bytes(one));
        case 2 -> one = one.copy();
        default -> {}
      }
      parts.get(random.nextInt(parts.size())).addAll(one);
    }
    LatencyGroups merged = parts.get(0);
    assertEquals(observations.size(), merged.total());
    assertEquals(direct, merged);
    assertEquals(direct.hashCode(), merged.hashCode());
    assertArrayEquals(bytes(direct), bytes(merged));
    assertEquals(direct, read(bytes(direct)));
    return direct;
  }

  /** Some observations of few values and, to fill up, as many of distinct ones as wanted. */
  private static List<Observation> draw(int size, int values, int distinct, Random random) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long millis = 97L * random.nextInt(values);
      observations.add(new Observation(millis, random.nextInt(32), random.nextInt(32)));
    }
    long before = observations.stream().mapToLong(Observation::millis).distinct().count();
    for (long i = before; i < distinct; i++) {
      long millis = 10_000 + i * i * 31;
      observations.add(new Observation(millis, random.nextInt(32), random.nextInt(32)));
    }
    Collections.shuffle(observations, random);
    return observations;
  }

  private static LatencyGroups tally(List<Observation> observations, int groupings) {
    LatencyGroups groups = new LatencyGroups(groupings);
    for (Observation o : observations) {
      groups.add(o.millis(), o.groups());
    }
    return groups;
  }

  private static LatencyGroups read(byte[] bytes) throws IOException {
    return LatencyGroups.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** Whatever the bytes, reading ends in a tally that writes itself, or in an IOException. */
  @Property(tries = 1_000)
  void brokenBytesNeverBreakReading(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = bytes(tally(draw(random.nextInt(20), 5, 0, random), 1 + random.nextInt(3)));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    LatencyGroups read;
    try {
      read = read(bytes);
    } catch (IOException expected) {
      return;
    }
    assertEquals(read, read(bytes(read)));
  }
}
