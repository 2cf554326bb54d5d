package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.walk.Duet;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;
import dev.repartee.testing.Message;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What words of bits say of conversations is what their rows say. */
final class DuetsProperties {
  @Property(edgeCases = EdgeCasesMode.NONE)
  void setsHoldWhatTheRowsSay(@ForAll long seed, @ForAll @IntRange(min = 5, max = 41) int asOf) {
    EngagementLog log = new RandomTalk(seed).log();
    log.measure(new Probe(slice -> compare(slice, true)));
    log.asOf(Instant.ofEpochMilli(asOf)).measure(new Probe(slice -> compare(slice, false)));
  }

  private static void compare(Slice slice, boolean isWhole) {
    Duet duet = new Duet();
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> messages = Message.of(slice, unit);
      if (messages.isEmpty()) {
        continue;
      }
      boolean isFound = FastSlice.of(slice).duet(unit, duet);
      if (isFound) {
        assertTrue(isDuet(messages), "found to be a duet");
        assertEquals(set(messages, m -> m.isMember), duet.members(), "members");
        assertEquals(set(messages, m -> !m.expectsResponse), duet.quiet(), "quiet");
        assertEquals(set(messages, m -> isLinked(m, messages)), duet.linked(), "linked");
        assertEquals(
            set(messages, m -> m.parent == messages.get(0)), duet.repliesToFirst(), "to first");
      } else if (isWhole) {
        // What takes effect after an as-of may be what keeps a conversation from being a duet.
        assertTrue(!isDuet(messages), "not found");
      }
    }
  }

  private static boolean isDuet(List<Message> messages) {
    Set<Integer> people = new HashSet<>();
    for (Message message : messages) {
      if (!message.isMember) {
        people.add(message.person);
      }
      if (message.isBot
          || message.isAutomatic
          || message.named != Slice.NONE
          || message.organization == Slice.NONE
          || message.organization != messages.get(0).organization) {
        return false;
      }
    }
    return people.size() <= 1 && messages.size() <= 63;
  }

  /** By a member, and what it hangs below leads through members only to the person. */
  private static boolean isLinked(Message message, List<Message> messages) {
    Message above = message.parent;
    if (!message.isMember || above == null) {
      return false;
    }
    boolean isOfRun =
        messages.stream()
            .filter(m -> m.row > above.row && m.row < message.row)
            .allMatch(m -> m.isMember);
    return !above.isMember || (isOfRun && isLinked(above, messages));
  }

  private static long set(List<Message> messages, Predicate<Message> predicate) {
    long set = 0;
    for (int i = 0; i < messages.size(); i++) {
      set |= predicate.test(messages.get(i)) ? 1L << i : 0;
    }
    return set;
  }
}
