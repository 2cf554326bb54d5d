package dev.repartee.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "250, 250 ms",
    "1000, 1 s",
    "1234, 1 s 234 ms",
    "42000, 42 s",
    "42500, 43 s",
    "90000, 1 min 30 s",
    "2520000, 42 min",
    "7440000, 2 h 4 min",
    "277200000, 3 d 5 h",
    "-2520000, -42 min",
    "31622400000000, '366,000 d'",
  })
  void writesAtMostTwoUnits(long millis, String text) {
    assertEquals(text, DurationText.ofMillis(millis));
    assertEquals(text, DurationText.ofMillis((double) millis));
    assertEquals(text, DurationText.of(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({
    "999.4, 999 ms",
    "999.5, 1 s",
    "9999.5, 10 s",
    "59499, 59 s",
    "59500, 1 min",
    "3599499, 59 min 59 s",
    "3599500, 1 h",
    "86370000, 1 d",
    "86369999, 23 h 59 min",
    "0.5, 1 ms",
    "0.4, 0 s",
    "-0.4, 0 s",
  })
  void roundingCarriesIntoTheLargerUnit(double millis, String text) {
    assertEquals(text, DurationText.ofMillis(millis));
  }

  @Test
  void whatIsNotDefinedIsNone() {
    assertEquals("none", DurationText.ofMillis(Double.NaN));
  }

  @Test
  void infinityIsRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> DurationText.ofMillis(Double.POSITIVE_INFINITY));
    assertEquals(
        "millis (Infinity) must be finite, or NaN where the duration is not defined",
        e.getMessage());
  }

  @Test
  void longestDurationPrints() {
    assertEquals("106,751,991,167,300 d 16 h", DurationText.of(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  /** Reads the text back: what is lost is at most half a step of the smaller unit. */
  @Property
  void textIsNear(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long millis) {
    String[] words = DurationText.ofMillis(millis).replace(",", "").split(" ", -1);
    double read = 0;
    for (int i = 0; i < words.length; i += 2) {
      read += Long.parseLong(words[i]) * unit(words[i + 1]);
    }
    double step =
        millis < 10_000 ? 1 : millis < 3_600_000 ? 1e3 : millis < 86_400_000 ? 6e4 : 3.6e6;
    assertEquals((double) millis, read, step / 2);
    assertTrue(words.length <= 4);
  }

  private static double unit(String name) {
    return switch (name) {
      case "ms" -> 1;
      case "s" -> 1e3;
      case "min" -> 6e4;
      case "h" -> 3.6e6;
      case "d" -> 8.64e7;
      default -> throw new AssertionError(name);
    };
  }
}
