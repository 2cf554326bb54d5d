package dev.repartee.structure;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.stats.CountDistribution;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conversations built by hand, and some that are very large. */
final class StructureTest {
  private static final long MONTH = 30 * 24 * 60;

  /** A path of three, a star of four, a single post, and one that is open. */
  private static final EngagementLog LOG =
      log(
          MONTH,
          post("1", "carl", 0),
          reply("1r", "care", 5, "1"),
          reply("1s", "carl", 9, "1r"),
          post("2", "matt", 1),
          reply("2a", "care", 5, "2"),
          reply("2b", "bot", 6, "2"),
          reply("2c", "jane", 7, "2"),
          post("3", "zak", 2),
          post("4", "luigi", MONTH - 1),
          reply("4r", "care", MONTH, "4"));

  @Test
  void eachConversationCountsOnce() {
    StructureSummary s = LOG.measure(Structure.standard());
    assertEquals(3, s.conversations());
    assertEquals(1, s.open());
    assertEquals(1, s.single());
    assertEquals(0, s.flatMessages());
    assertEquals(1, s.depth().exactly(2).successes());
    assertEquals(1, s.depth().exactly(0).successes());
    assertEquals(1.0, s.depth().mean().value(), 1e-12);
    assertEquals(3, s.width().max().orElseThrow());
    assertEquals(8, s.size().sum());
    assertEquals(3.0, s.size().median());
    // Carl and care; Matt, care and Jane; Zak. The bot is nobody.
    assertEquals(6, s.participants().sum());
    assertEquals(2, s.hIndex().atLeast(1).successes());
    // A path of three: 4/3; a star of four: 3/2.
    assertEquals((4 / 3.0 + 3 / 2.0) / 2, s.meanDistance().value(), 1e-9);
    assertEquals("structure: mean distance 1.42, 3 conversations", headline(s));
    assertEquals("2, 4 messages, depth 1, mean distance 1.50", name(s.largest()));
    assertEquals("2, 4 messages, depth 1, mean distance 1.50", name(s.mostViral()));
    List<String> lines = s.toString().lines().toList();
    assertEquals("depth: median 1, mean 1.00, at most 2", lines.get(1));
    assertEquals("width: median 1, mean 1.67, at most 3", lines.get(2));
    assertEquals("messages: median 3, mean 2.67, at most 4", lines.get(3));
    assertEquals("participants: median 2, mean 2.00, at most 3", lines.get(4));
    assertTrue(lines.get(5).startsWith("h-index: median "), lines.get(5));
    assertTrue(lines.get(6).startsWith("mean distance 1.42"), lines.get(6));
    assertEquals("largest: 2, 4 messages, depth 1, mean distance 1.50", lines.get(7));
    assertEquals("most viral: 2, 4 messages, depth 1, mean distance 1.50", lines.get(8));
    assertEquals("apart: 1 open", lines.get(9));
    assertFalse(s.includingOpen().merge(s.includingOpen()).toString().isEmpty());
    assertEquals(4, s.includingOpen().conversations());
    assertEquals((4 / 3.0 + 3 / 2.0 + 1) / 3, s.includingOpen().meanDistance().value(), 1e-9);
  }

  @Test
  void factsOfTheWholeAndOfTheForemostConversations() {
    StructureSummary s = LOG.measure(Structure.standard());
    Facts facts = s.facts();
    assertEquals("mature conversations", facts.get("conversations").view());
    assertEquals(3, facts.get("conversations").value().orElseThrow());
    assertEquals((4 / 3.0 + 3 / 2.0) / 2, facts.get("reply_distance").value().orElseThrow(), 1e-9);
    assertEquals(8 / 3.0, facts.get("messages_mean").value().orElseThrow(), 1e-12);
    assertEquals(1, facts.get("conversations_open").value().orElseThrow());
    assertEquals(1, facts.get("conversations_of_one_message").value().orElseThrow());
    assertEquals(8, facts.get("messages").value().orElseThrow());
    assertEquals(3, facts.get("messages_median").value().orElseThrow());
    assertEquals(4, facts.get("messages_max").value().orElseThrow());
    assertEquals(1, facts.get("depth_median").value().orElseThrow());
    assertEquals(2, facts.get("depth_max").value().orElseThrow());
    // Of 0, 1 and 2 nine tenths lie at 1.8.
    assertEquals(1.8, facts.get("depth_p90").value().orElseThrow(), 1e-12);
    assertEquals(2, facts.get("people_mean").value().orElseThrow(), 1e-12);
    // Levels hold 1, 1, 1 messages; 1, 3; and 1.
    assertEquals(5 / 3.0, facts.get("width_mean").value().orElseThrow(), 1e-12);
    assertEquals(3, facts.get("width_max").value().orElseThrow());
    assertEquals(2 / 3.0, facts.get("h_index_mean").value().orElseThrow(), 1e-12);
    assertEquals(1, facts.get("h_index_max").value().orElseThrow());
    assertEquals(
        """
        largest_messages: 4
        largest_depth: 1
        largest_reply_distance: 1.50
        largest_since: 1970-01-01T00:01:00Z
        most_viral_messages: 4
        most_viral_depth: 1
        most_viral_reply_distance: 1.50
        most_viral_since: 1970-01-01T00:01:00Z""",
        FactRows.text(s, "2"));
    Facts open = s.includingOpen().facts();
    assertEquals("conversations", open.get("conversations").view());
    assertEquals(4, open.get("conversations").value().orElseThrow());
    StructureSummary none = log(0).measure(Structure.standard());
    assertEquals(FactRows.names(s), FactRows.names(none));
    assertEquals(State.NO_DATA, none.facts().get("reply_distance").state());
    assertEquals(State.NO_DATA, none.facts().get("depth_max").state());
    assertEquals(State.NO_DATA, none.facts().get("depth_median").state());
    assertEquals(0, none.facts().get("messages").value().orElseThrow());
  }

  private static String name(Optional<StructureSummary.Conversation> conversation) {
    return conversation.orElseThrow().toString();
  }

  @Test
  void whatNamesNoParentHangsBelowTheOpener() {
    StructureSummary s =
        log(MONTH, flat("1", "carl", 0), flat("2", "care", 1), flat("3", "carl", 2))
            .measure(Structure.standard());
    assertEquals(2, s.flatMessages());
    assertEquals(1, s.depth().exactly(1).successes());
    assertEquals(4 / 3.0, s.meanDistance().value(), 1e-9);
  }

  @Test
  void ofSeveralTheEarliestIsNamed() {
    StructureSummary s =
        log(MONTH, post("c", "carl", 7), post("b", "matt", 5), post("a", "zak", 5))
            .measure(Structure.standard());
    assertEquals("a", s.largest().orElseThrow().opener());
    assertTrue(s.mostViral().isEmpty());
    assertFalse(s.meanDistance().isDefined());
    assertTrue(s.toString().contains("\nmost viral: none\n"), s::toString);
  }

  @Test
  void twoMessagesAreOneApart() {
    StructureSummary s =
        log(MONTH, post("1", "carl", 0), reply("1r", "care", 5, "1")).measure(Structure.standard());
    assertEquals("1, 2 messages, depth 1, mean distance 1.00", name(s.largest()));
    assertEquals("1, 2 messages, depth 1, mean distance 1.00", name(s.mostViral()));
    assertEquals(0, s.single());
  }

  /** Of a long name the end is shown, which tells most. */
  @Test
  void longNamesAreCutInFront() {
    String id = "x".repeat(119) + "end";
    String text = log(MONTH, post(id, "carl", 0)).measure(Structure.standard()).toString();
    String largest = text.lines().filter(line -> line.startsWith("largest")).findFirst().get();
    assertEquals("largest: …".length() + 120, largest.length());
    assertTrue(largest.endsWith("end, 1 message, depth 0, mean distance none"), largest);
    String rest = ", 1 message, depth 0, mean distance none";
    String fitting = "y".repeat(120 - rest.length());
    String whole = log(MONTH, post(fitting, "carl", 0)).measure(Structure.standard()).toString();
    assertTrue(whole.contains("\nlargest: " + fitting + rest + "\n"), whole);
  }

  @Test
  void noConversationsHaveNoStructure() {
    StructureSummary none = log(0).measure(Structure.standard());
    assertEquals("structure: no data", headline(none));
    assertFalse(none.toString().contains("depth") || none.toString().contains("apart"));
    assertTrue(none.largest().isEmpty());
    assertEquals(OptionalLong.empty(), none.depth().max());
    assertTrue(Double.isNaN(none.depth().median()));
    assertFalse(none.depth().mean().isDefined());
    assertTrue(none.depth().atLeast(1).isEmpty());
    assertEquals("none", none.depth().toString());
    assertEquals(
        "structure: no data yet, 1 open",
        headline(log(0, post("1", "carl", 0)).measure(Structure.standard())));
  }

  @Test
  void onlyWhatIsFollowedIsPartOfTheTree() {
    StructureSummary s =
        LOG.followedFor(minutes(5))
            .asOf(Instant.ofEpochMilli(MONTH * 60_000))
            .measure(Structure.standard());
    assertEquals(2 + 3 + 1, s.size().sum(), "up to five minutes after the opener");
  }

  @Test
  void largeNumbersAreCountedInClasses() {
    CountTally tally = new CountTally();
    int[] numbers = {0, 511, 512, 513, 514, 1_023, 1_024, 123_456, Integer.MAX_VALUE};
    for (int number : numbers) {
      tally.add(number, 1);
    }
    long sum = 0;
    int at = 0;
    for (int i = 0; i < tally.classes(); i++) {
      long next = CountTally.first(i + 1);
      while (at < numbers.length && numbers[at] < next) {
        assertTrue(numbers[at] >= CountTally.first(i));
        assertTrue(next - CountTally.first(i) <= 1 + numbers[at] / 256);
        sum += 1;
        at++;
      }
      assertTrue(next > CountTally.first(i));
    }
    assertEquals(numbers.length, sum);
    assertEquals(Integer.MAX_VALUE, tally.max());
    assertEquals(8, tally.atLeast(511));
    assertEquals(7, tally.atLeast(512));
  }

  @Test
  void numbersBeyondTheClassesOfTheirOwnAreRefused() {
    CountDistribution depth = LOG.measure(Structure.standard()).depth();
    assertEquals(
        "number (513) must be from 0 to 512: larger ones are counted in classes; bins() has them",
        assertThrows(IllegalArgumentException.class, () -> depth.atLeast(513)).getMessage());
    assertEquals(
        "number (512) must be from 0 to 511: larger ones are counted in classes; bins() has them",
        assertThrows(IllegalArgumentException.class, () -> depth.exactly(512)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> depth.atLeast(-1));
    assertEquals("median 1, mean 1.00, at most 2", depth.toString());
    assertEquals(3, depth.bins().size());
    assertEquals("number  count\n     0      1\n     1      1\n     2      1", depth.table());
  }

  @Test
  void viewsOfDifferentKindsDoNotMergeAndHorizonsAreChecked() {
    StructureSummary s = LOG.measure(Structure.standard());
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> s.merge(s.includingOpen()))
                    .getMessage())
            .contains("merge first, then take the view"));
    assertEquals(
        "horizon (PT-1S) must not be negative; Duration.ZERO makes all strands mature at once",
        assertThrows(
                IllegalArgumentException.class,
                () -> Structure.standard().withHorizon(Duration.ofSeconds(-1)))
            .getMessage());
    assertEquals(4, LOG.measure(Structure.standard().withHorizon(Duration.ZERO)).conversations());
    assertEquals(
        "structure, horizon PT1H", Structure.standard().withHorizon(minutes(60)).toString());
  }

  private static StructureSummary large(int messages, IntUnaryOperator parent) {
    EngagementLog.Builder builder = EngagementLog.builder(Talk.acme());
    Appender appender = builder.appender();
    for (int i = 0; i < messages; i++) {
      appender.id(i).author(i % 2 == 0 ? 1_000L + i % 77 : 3_000L + i).at(i);
      if (i > 0) {
        appender.parent(parent.applyAsInt(i));
      }
      appender.end();
    }
    return builder.build().measure(Structure.standard().withHorizon(Duration.ZERO));
  }

  /**
   * So many pairs, 2,449,965,000, do not fit an int: (n - 1)² / (n (n - 1) / 2) is exact all the
   * same.
   */
  @Test
  void aStarOfSeventyThousand() {
    int n = 70_000;
    StructureSummary s = large(n, i -> 0);
    assertEquals(2.0 * (n - 1) / n, s.meanDistance().value(), 1e-9);
    assertEquals(2.0 * (n - 1) / n, s.largest().orElseThrow().meanDistance(), 1e-9);
  }

  @Test
  @Tag("large")
  void aPathOfFourMillion() {
    int n = 4_000_000;
    StructureSummary s = large(n, i -> i - 1);
    assertEquals(n - 1, s.depth().max().orElseThrow());
    assertEquals((n + 1) / 3.0, s.meanDistance().value(), 1e-9);
    assertEquals(n / 2 + 77, s.participants().sum());
  }

  @Test
  @Tag("large")
  void aStarOfAMillion() {
    int n = 1_000_000;
    StructureSummary s = large(n, i -> 0);
    assertEquals(n - 1, s.width().max().orElseThrow());
    assertEquals(2.0 * (n - 1) / n, s.meanDistance().value(), 1e-9);
    assertEquals("0", s.mostViral().orElseThrow().opener());
  }
}
