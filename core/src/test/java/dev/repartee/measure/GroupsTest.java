package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Reply;
import dev.repartee.stats.Proportion;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The error of a share comes from whatever repeats more: persons, or conversations. */
class GroupsTest {
  /** Messages in which every person meets every conversation about as often. */
  private static Proportion share(int persons, int conversations, Predicate<Row> counts) {
    EngagementLog.Builder builder = EngagementLog.builder();
    for (int i = 0; i < 4_000; i++) {
      String topic = i % conversations % 2 == 0 ? "even" : "odd";
      builder.add(Reply.of("m" + i, "p" + i % persons, i).in("t" + i % conversations).topic(topic));
    }
    return builder.build().measure(Counts.ofMessages("some", counts)).share();
  }

  @Test
  void conversationsThatDifferCount() {
    Proportion share = share(199, 8, row -> row.topic().equals("even"));
    assertTrue(share.groups() <= 8, share::toString);
    assertTrue(share.deff() > 100, share::toString);
    assertTrue(share.hasFewGroups());
  }

  @Test
  void personsThatDifferCount() {
    Proportion share = share(8, 199, row -> row.person().charAt(1) % 2 == 0);
    assertTrue(share.groups() <= 8, share::toString);
    assertTrue(share.deff() > 100, share::toString);
  }

  @Test
  void whereNeitherRepeatsTheErrorIsThatOfIndependentMessages() {
    Proportion share = share(4_000, 3_999, row -> row.id().hashCode() % 2 == 0);
    assertEquals(32, share.groups());
    assertTrue(share.deff() < 2, share::toString);
  }

  @Test
  void onePersonTellsNothingOfOthers() {
    assertFalse(share(1, 20, row -> row.topic().equals("even")).hasInterval());
    assertFalse(share(20, 1, row -> row.person().length() == 2).hasInterval());
  }
}
