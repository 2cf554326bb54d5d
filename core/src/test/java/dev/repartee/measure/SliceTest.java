package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Post;
import dev.repartee.testing.Probe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final EngagementLog LOG =
      EngagementLog.builder().add(Post.of("a", "x", 0)).build();

  @Test
  void scratchIsMadeOnceForEachKey() {
    LOG.measure(
        new Probe(
            slice -> {
              List<String> made = slice.scratch("key", ArrayList::new);
              made.add("once");
              assertSame(made, slice.scratch("key", ArrayList::new));
            }));
  }

  @Test
  void whatMakesScratchMayAskForScratch() {
    LOG.measure(
        new Probe(
            slice -> {
              String text = slice.scratch("a", () -> slice.scratch("b", () -> "inner") + " outer");
              assertEquals("inner outer", text);
            }));
  }
}
