package dev.repartee.consistency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sittings against a walk over all times in order. */
final class SittingsProperties {

  private static byte[] bytes(Sittings sittings) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sittings.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Property(tries = 200)
  void howeverTimesAreDealtOutTheSittingsAreThoseOfAll(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int parts,
      @ForAll @IntRange(min = 0, max = 9_000) int size)
      throws IOException {
    Random random = new Random(seed);
    List<Sittings> dealt = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      dealt.add(new Sittings());
    }
    TreeSet<Long> times = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      // Half hours on the dot make gaps of an hour exactly likely.
      long time = (random.nextInt(4 * size) - size) * (Sittings.BREAK / 2) + random.nextInt(2);
      times.add(time);
      dealt.get(random.nextInt(parts)).add(time);
    }
    List<long[]> expected = new ArrayList<>();
    for (long time : times) {
      long[] last = expected.isEmpty() ? null : expected.get(expected.size() - 1);
      if (last != null && time - last[1] <= Sittings.BREAK) {
        last[1] = time;
      } else {
        expected.add(new long[] {time, time});
      }
    }
    Sittings sum = new Sittings();
    for (Sittings part : dealt) {
      byte[] before = bytes(part);
      sum.add(part);
      assertArrayEquals(before, bytes(part), "adding leaves the other as it is");
    }
    assertEquals(expected.size(), sum.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i)[0], sum.first(i));
      assertEquals(expected.get(i)[1], sum.last(i));
    }
    Sittings read = new Sittings();
    read.read(new Tally.Input(new ByteArrayInputStream(bytes(sum))));
    assertArrayEquals(bytes(sum), bytes(read));
  }
}
