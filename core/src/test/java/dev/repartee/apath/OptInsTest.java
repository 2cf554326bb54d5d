package dev.repartee.apath;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.measure.Slice;
import dev.repartee.testing.TableRuns;
import org.junit.jupiter.api.Test;

final class OptInsTest {
  private static final int BOTH = OptIns.FOLLOWS | OptIns.SUBSCRIPTIONS;

  private final OptIns optIns = new OptIns();

  {
    optIns.clear();
  }

  @Test
  void eachKindAndChannelIsItsOwn() {
    optIns.in(false, Slice.NONE, 1);
    optIns.in(true, 0, 1);
    optIns.out(true, Slice.NONE, 2);
    optIns.out(false, 0, 2);
    optIns.out(false, Slice.NONE, 2);
    assertTrue(optIns.any(BOTH));
    optIns.out(true, 0, 2);
    assertFalse(optIns.any(BOTH));
  }

  @Test
  void whoComesBackIsIn() {
    optIns.in(false, 3, 1);
    optIns.out(false, 3, 2);
    optIns.out(false, 3, 2);
    assertFalse(optIns.any(BOTH));
    optIns.in(false, 3, 3);
    optIns.in(false, 3, 3);
    assertTrue(optIns.any(BOTH));
    optIns.out(false, 3, 4);
    assertFalse(optIns.any(BOTH));
  }

  @Test
  void inAndOutAtOneInstantIsOutInEitherOrder() {
    optIns.in(false, 3, 5);
    optIns.out(false, 3, 5);
    assertFalse(optIns.any(BOTH));
    optIns.in(false, 3, 5);
    assertFalse(optIns.any(BOTH));
    optIns.in(false, 3, 6);
    assertTrue(optIns.any(BOTH));
  }

  @Test
  void hundredThousandChannelsAndThenNobody() {
    int channels = 100_000;
    for (int channel = 0; channel < channels; channel++) {
      optIns.in(channel % 2 == 0, channel, 1);
    }
    for (int channel = 1; channel < channels; channel++) {
      optIns.out(channel % 2 == 0, channel, 2);
    }
    assertTrue(optIns.any(BOTH));
    optIns.out(true, 0, 2);
    assertFalse(optIns.any(BOTH));
    optIns.clear();
    // What the person before left does not count for the next.
    for (int channel = 0; channel < channels; channel++) {
      optIns.in(channel % 2 == 0, channel, 2);
      assertTrue(optIns.any(BOTH));
      optIns.out(channel % 2 == 0, channel, 3);
      assertFalse(optIns.any(BOTH));
    }
  }

  @Test
  void channelsThatOnceFellOnOnePlaceAreScattered() {
    for (int channel = 0; channel < 4000; channel++) {
      optIns.in(true, channel << 16, 1);
    }
    int run = TableRuns.longest(optIns, "keys", 1, 0);
    assertTrue(run < 400, run + " in a row");
  }
}
