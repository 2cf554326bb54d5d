package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RepliesProperties {
  /** Each message is among the replies of its parent, in order, and of no other. */
  @Property(tries = 100)
  void everyMessageIsAReplyOfItsParent(@ForAll long seed) {
    EngagementLog log = new RandomTalk(seed).log();
    Map<Integer, List<Integer>> expected = new HashMap<>();
    Map<Integer, List<Integer>> found = new HashMap<>();
    log.measure(
        new Probe(
            slice -> {
              LogIndex.Replies replies = slice.index(LogIndex.Replies.INDEX);
              for (int unit = 0; unit < slice.units(); unit++) {
                for (int row = slice.from(unit); row < slice.to(unit); row++) {
                  if (slice.parent(row) != Slice.NONE) {
                    expected.computeIfAbsent(slice.parent(row), r -> new ArrayList<>()).add(row);
                  }
                  for (int i = 0; i < replies.count(row); i++) {
                    found.computeIfAbsent(row, r -> new ArrayList<>()).add(replies.reply(row, i));
                  }
                }
              }
            }));
    assertEquals(expected, found);
  }
}
