package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, with what they say they print. */
final class ExamplesTest {

  @Test
  void ofThePackage() {
    LatencyGroups answered = new LatencyGroups(1);
    LatencyGroups waiting = new LatencyGroups(1);
    for (int person = 0; person < 10; person++) {
      if (person < 4) {
        answered.add(Duration.ofHours(1 + person).toMillis(), person);
      } else {
        waiting.add(Duration.ofHours(24).toMillis(), person);
      }
    }
    assertEquals("2 h 30 min [open, open]", answered.distribution().median().toString());
    SurvivalCurve curve = SurvivalCurve.of(answered, waiting);
    assertEquals("not reached", curve.median().toString());
    assertEquals("0.40 [0.14, 0.82]", curve.within(Duration.ofHours(4)).toString());
  }

  @Test
  void ofSurvivalCurve() {
    SurvivalCurve curve =
        SurvivalCurve.builder().event(1).event(2).event(3).event(4).censored(24, 6).build();
    assertEquals("0.60 [0.25, 0.83]", curve.survivalAt(4).toString());
    assertEquals("not reached", curve.median().toString());
    assertEquals("none (follow-up too short)", curve.survivalAt(25).toString());
  }

  @Test
  void ofLatencyGroups() {
    LatencyGroups latencies = new LatencyGroups(2);
    latencies.add(2_520_000, 17 | 4 << 5);
    assertEquals(1, latencies.total());
    assertEquals("median 42 min, 1 value", latencies.distribution().toString());
  }
}
