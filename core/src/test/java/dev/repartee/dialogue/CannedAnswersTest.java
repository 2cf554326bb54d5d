package dev.repartee.dialogue;

import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Interaction;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.TableRuns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Answers worked by hand. */
final class CannedAnswersTest {
  private static List<Interaction> asked(String id, String... answers) {
    List<Interaction> rows = new ArrayList<>(List.of(post(id, "visitor" + id, 0)));
    String above = id;
    for (int i = 0; i < answers.length; i++) {
      if (i > 0) {
        rows.add(reply(id + "q" + i, "visitor" + id, 2L * i, above));
        above = id + "q" + i;
      }
      Interaction answer =
          reply(id + "a" + i, "care", 2L * i + 1, above)
              .fingerprint(answers[i].isEmpty() ? null : answers[i]);
      rows.add(answer);
      above = id + "a" + i;
    }
    return rows;
  }

  private static EngagementLog logOf(List<List<Interaction>> conversations) {
    return log(1_000, conversations.stream().flatMap(List::stream).toArray(Interaction[]::new));
  }

  private static final List<List<Interaction>> TALK =
      List.of(
          asked("1", "thanks", "thanks"),
          asked("2", "thanks", "42"),
          asked("3", "thanks"),
          // Twice in one conversation is no other one.
          asked("4", "sorry", "sorry", "sorry"),
          asked("5", "sorry", ""));

  @Test
  void whatThreeConversationsSayIsCanned() {
    CannedSummary c = logOf(TALK).measure(CannedAnswers.standard());
    assertEquals("4/9", c.canned().successes() + "/" + c.canned().trials());
    assertEquals(8, c.repeatedIn(1).successes());
    assertEquals(0, c.repeatedIn(3).successes());
    assertEquals(1, c.withoutFingerprint());
    assertEquals(3, c.texts());
    assertEquals("canned answers: 0.44 of 9", headline(c));
  }

  @Test
  void factsTellOfAllNumbers() {
    Facts facts = logOf(TALK).measure(CannedAnswers.standard()).facts();
    assertEquals(
        List.of("9", "3", "1"), texts(facts, "answers", "texts", "answers_without_fingerprint"));
    assertEquals(4 / 9.0, facts.get("canned").value().getAsDouble(), 1e-12);
    assertEquals(4, facts.get("canned").numerator().getAsLong());
    assertEquals(9, facts.get("canned").denominator().getAsLong());
    assertEquals(8 / 9.0, facts.get("repeated_in_1_other").value().getAsDouble(), 1e-12);
    assertEquals(0, facts.get("repeated_in_9_others").value().getAsDouble());
    Facts none = log(1_000).measure(CannedAnswers.standard()).facts();
    assertEquals("0", none.get("answers").text());
    assertEquals(State.NO_DATA, none.get("canned").state());
  }

  @Test
  void shareKnowsThatThreadsRepeat() {
    List<List<Interaction>> talk = new ArrayList<>();
    long[] canned = new long[Groups.COUNT];
    long[] all = new long[Groups.COUNT];
    for (int i = 0; i < 40; i++) {
      talk.add(i % 3 == 0 ? asked("c" + i, "thanks", "own " + i) : asked("c" + i, "alone " + i));
      canned[Groups.ofName("c" + i)] += i % 3 == 0 ? 1 : 0;
      all[Groups.ofName("c" + i)] += i % 3 == 0 ? 2 : 1;
    }
    assertEquals(
        Proportion.clustered(new long[][] {canned, canned}, new long[][] {all, all}).toString(),
        logOf(talk).measure(CannedAnswers.standard()).canned().toString());
  }

  @Test
  void measuresOfOneWalkDoNotDisturbEachOther() {
    CannedAnswers all =
        CannedAnswers.standard().answers(AnswerRule.standard().oneAnswerServesAll());
    Results results = logOf(TALK).measure(Measures.of(CannedAnswers.standard(), all));
    for (CannedAnswers one : List.of(CannedAnswers.standard(), all)) {
      assertArrayEquals(logOf(TALK).measure(one).toBytes(), results.get(one).toBytes());
      assertEquals(4, results.get(one).canned().successes());
    }
  }

  @Test
  void largeTablesOfOtherTextsAddUpWithoutPilingUp() {
    Random random = new Random(5);
    RepeatTable sum = new RepeatTable();
    RepeatTable other = new RepeatTable();
    for (int i = 0; i < 1_300_000; i++) {
      sum.add(random.nextLong(), i, 1, 1);
      other.add(random.nextLong(), i, 1, 1);
    }
    sum.add(other);
    assertEquals(2_600_000, sum.size);
  }

  /** A visitor's words, and an answer to nobody, are no answers. */
  @Test
  void onlyAnswersCount() {
    CannedSummary c =
        log(
                1_000,
                post("1", "carl", 0).fingerprint("thanks"),
                post("2", "care", 0).fingerprint("thanks"),
                post("3", "matt", 0),
                reply("3r", "care", 1, "3").fingerprint("thanks"),
                reply("3s", "care", 2, "3").fingerprint("thanks"))
            .measure(CannedAnswers.standard());
    assertEquals(1, c.answers());
    assertEquals(0, c.repeatedIn(1).successes());
  }

  @Test
  void logsThatKnowOtherTextsAgree() {
    CannedSummary whole = logOf(TALK).measure(CannedAnswers.standard());
    CannedSummary first = logOf(TALK.subList(3, 5)).measure(CannedAnswers.standard());
    CannedSummary second = logOf(TALK.subList(0, 3)).measure(CannedAnswers.standard());
    assertArrayEquals(whole.toBytes(), first.merge(second).toBytes());
    assertArrayEquals(whole.toBytes(), second.merge(first).toBytes());
    assertEquals(4, first.merge(second).canned().successes());
  }

  @Test
  void noAnswersAreNotNoneCanned() {
    CannedSummary none = log(5, post("p", "carl", 0)).measure(CannedAnswers.standard());
    assertEquals("canned answers: no data", headline(none));
    assertTrue(none.canned().isEmpty());
    assertEquals(
        "others (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> none.repeatedIn(0)).getMessage());
    assertEquals(
        "canned answers, answered with \"x\", counting bots, one answer serves all",
        CannedAnswers.standard()
            .answers(AnswerRule.standard().answeredWith("x").countingBots().oneAnswerServesAll())
            .toString());
  }

  /** Keys that agree in their first half, and tables that grow, keep their order. */
  @Test
  void theOrderOfKeysDependsOnNothingElse() {
    Random random = new Random(5);
    List<long[]> keys = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      keys.add(new long[] {random.nextInt(300) * 0x9E3779B97F4A7C15L, random.nextInt(3)});
    }
    List<String> forward = order(keys);
    Collections.reverse(keys);
    assertEquals(forward, order(keys));
    long answers =
        forward.stream().mapToLong(s -> Long.parseLong(s.substring(s.lastIndexOf(" ") + 1))).sum();
    assertEquals(1_000, answers);
  }

  private static List<String> order(List<long[]> keys) {
    RepeatTable table = new RepeatTable();
    keys.forEach(key -> table.add(key[0], key[1], 1, 1));
    List<String> order = new ArrayList<>();
    table.forEachInOrder(
        (key, rest, answers, conversations) -> order.add(key + " " + rest + " " + answers));
    assertEquals(order.size(), table.size);
    return order;
  }

  /** Fingerprints are hashed without a key, so anybody can find some that are alike in one half. */
  @Test
  void fingerprintsChosenToBeAlikeAreScattered() {
    RepeatTable table = new RepeatTable();
    for (long i = 0; i < 20_000; i++) {
      table.add(5, i, 1, 1);
      table.add(i, 5, 1, 1);
    }
    assertEquals(39_999, table.size);
    int run = TableRuns.longest(table, "answers", 1, 0);
    assertTrue(run < 2_000, run + " in a row");
    List<Long> rests = new ArrayList<>();
    table.forEachInOrder(
        (key, rest, answers, conversations) -> {
          if (key == 5) {
            rests.add(rest);
          }
        });
    assertEquals(LongStream.range(0, 20_000).boxed().toList(), rests);
  }
}
