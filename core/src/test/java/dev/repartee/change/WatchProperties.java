package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.Watch.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of the watch, over days whose shares remember each other and fall at some day. */
class WatchProperties {
  private static final LocalDate START = LocalDate.parse("2026-01-01");

  private static List<long[]> days(long seed, int size) {
    Random random = new Random(seed);
    double memory = random.nextDouble() * 0.9;
    double restless = random.nextDouble() * 0.1;
    int fall = random.nextInt(2 * size + 1);
    double mood = 0;
    List<long[]> days = new ArrayList<>();
    for (int day = 0; day < size; day++) {
      mood = memory * mood + restless * random.nextGaussian();
      double share = Math.min(1, Math.max(0, (day < fall ? 0.82 : 0.66) + mood));
      int all = 1 + random.nextInt(60);
      int met = 0;
      for (int i = 0; i < all; i++) {
        met += random.nextDouble() < share ? 1 : 0;
      }
      days.add(new long[] {met, all});
    }
    return days;
  }

  private static Watch watch(List<long[]> days) {
    Watch watch = Watch.atLeast(0.8);
    for (int day = 0; day < days.size(); day++) {
      watch = watch.day(START.plusDays(day), days.get(day)[0], days.get(day)[1]);
    }
    return watch;
  }

  @Property(tries = 60)
  void evidenceIsThatOfItsDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 57, max = 130) int size) {
    List<long[]> days = days(seed, size);
    NaiveWatch naive = new NaiveWatch(days);
    Watch watch = watch(days);
    OptionalInt alarm = naive.first(20);
    int last = alarm.orElse(size - 1);
    assertEquals(naive.evidence(last), watch.evidence(), 1e-9 * naive.evidence(last));
    assertEquals(naive.deff(last), watch.deff(), 1e-9 * naive.deff(last));
    assertEquals(alarm.isPresent() ? State.ALARM : State.QUIET, watch.state());
    assertEquals(
        alarm.isPresent() ? START.plusDays(alarm.getAsInt()) : null,
        watch.alarmSince().orElse(null));
  }

  @Property(tries = 100)
  void anyOrderAndAnyPartsAreTheSameToTheBit(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int size,
      @ForAll @IntRange(min = 1, max = 5) int parts) {
    List<long[]> days = days(seed, size);
    Watch whole = watch(days);
    Random random = new Random(~seed);
    List<Integer> order = new ArrayList<>();
    for (int day = 0; day < size; day++) {
      order.add(day);
    }
    Collections.shuffle(order, random);
    List<Watch> split = new ArrayList<>(Collections.nCopies(parts, Watch.atLeast(0.8)));
    for (int day : order) {
      // Some days are in two of the parts.
      int first = random.nextInt(parts);
      int second = random.nextInt(parts);
      for (int part : first == second ? new int[] {first} : new int[] {first, second}) {
        LocalDate date = START.plusDays(day);
        split.set(part, split.get(part).day(date, days.get(day)[0], days.get(day)[1]));
      }
    }
    Collections.shuffle(split, random);
    Watch merged = split.stream().reduce(Watch.atLeast(0.8), Watch::merge);
    assertEquals(whole, merged);
    assertArrayEquals(whole.toBytes(), merged.toBytes());
    assertEquals(whole.toString(), merged.toString());
    assertEquals(whole, Watch.fromBytes(whole.toBytes()));
    assertArrayEquals(whole.toBytes(), Watch.fromBytes(whole.toBytes()).toBytes());
  }

  @Property(tries = 100)
  void alarmIsThatOfTheDaysUntilThenAndStays(@ForAll long seed) {
    List<long[]> days = days(seed, 160);
    Watch whole = watch(days);
    int alarm =
        whole
            .alarmSince()
            .map(since -> (int) (since.toEpochDay() - START.toEpochDay()))
            .orElse(days.size());
    for (int size = 0; size <= days.size(); size += size < alarm - 2 || size > alarm + 2 ? 13 : 1) {
      Watch before = watch(days.subList(0, size));
      State state = before.state();
      assertEquals(size > alarm, state == State.ALARM);
      assertEquals(size > 56 && size <= alarm, state == State.QUIET);
    }
    for (int size : new int[] {alarm, Math.min(days.size(), alarm + 1)}) {
      assertEquals(size > alarm, watch(days.subList(0, size)).alarmSince().isPresent());
    }
  }

  @Property(tries = 100)
  void evidenceIsAboveZeroAndAnAlarmIsOneOverAlpha(@ForAll long seed) {
    Watch watch = watch(days(seed, 200));
    assertTrue(watch.evidence() > 0);
    assertEquals(watch.evidence() >= 20, watch.state() == State.ALARM);
    assertTrue(watch.deff() >= 1);
  }
}
