package dev.repartee.response;

import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.model.Intent;
import dev.repartee.model.Interaction;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Badges worked by hand. */
final class BadgeTest {
  private static final long DAY = 24 * 60;

  /** People who write to Acme on day 5 of 10, and are answered after some minutes, or -1: never. */
  private static EngagementLog messages(long... minutes) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < minutes.length; i++) {
      rows.add(post("p" + i, "visitor" + i, 5 * DAY + i));
      if (minutes[i] >= 0) {
        rows.add(reply("r" + i, "care", 5 * DAY + i + minutes[i], "p" + i));
      }
    }
    return log(10 * DAY, rows.toArray(new Interaction[0]));
  }

  @Test
  void veryResponsiveIsNineTenthsAnsweredAndFast() {
    // Of 10 answers the 9 fastest count: their mean is 15 minutes, whatever the tenth took.
    Badge badge = Badge.veryResponsive(messages(3, 6, 9, 12, 15, 18, 21, 24, 27, 1000));
    assertEquals(Badge.State.MET, badge.state());
    assertEquals(1.0, badge.clauses().get(0).value());
    assertEquals(15 * 60_000, badge.clauses().get(1).value());
    assertEquals(
        """
        very responsive (Facebook): met
        answered, of the sessions at least a day old: 1.00, at least 0.90: met
        mean of the fastest nine tenths of answers: 15 min, at most 15 min: met\
        """,
        badge.toString());
    Badge slow = Badge.veryResponsive(messages(3, 6, 9, 12, 15, 18, 21, 24, 28, 1000));
    assertEquals(Badge.State.NOT_MET, slow.clauses().get(1).state());
    assertEquals("very responsive (Facebook): not met", headline(slow));
  }

  @Test
  void theFastestNineTenthsAreRoundedUp() {
    // Of 11 answers the 10 fastest.
    Badge badge = Badge.veryResponsive(messages(0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 90));
    assertEquals(60_000, badge.clauses().get(1).value());
    // Of 1 that one.
    assertEquals(7 * 60_000, Badge.veryResponsive(messages(7)).clauses().get(1).value());
  }

  @Test
  void theUnansweredAreInTheFirstClause() {
    assertEquals(
        Badge.State.MET,
        Badge.veryResponsive(messages(1, 1, 1, 1, 1, 1, 1, 1, 1, -1)).clauses().get(0).state());
    Badge badge = Badge.veryResponsive(messages(1, 1, 1, 1, 1, 1, 1, 1, -1, -1));
    assertEquals(0.8, badge.clauses().get(0).value(), 1e-12);
    assertEquals(Badge.State.NOT_MET, badge.state());
    // Answered after more than a day is not answered.
    assertEquals(0.0, Badge.veryResponsive(messages(DAY + 1)).clauses().get(0).value());
  }

  @Test
  void sessionsOfTheLastSevenDaysCountAndTheYoungAreNotJudged() {
    EngagementLog log =
        log(
            10 * DAY,
            post("old", "a", 3 * DAY - 1), // before the seven days
            post("first", "b", 3 * DAY),
            reply("r", "care", 3 * DAY + 5, "first"),
            post("young", "c", 9 * DAY + 1));
    Badge badge = Badge.veryResponsive(log);
    assertEquals(1.0, badge.clauses().get(0).value());
    assertEquals(Badge.State.MET, badge.state());
  }

  @Test
  void withoutMessagesThereIsNoData() {
    Badge badge = Badge.veryResponsive(log(10 * DAY));
    assertEquals(Badge.State.NO_DATA, badge.state());
    assertEquals(
        """
        very responsive (Facebook): no data
        answered, of the sessions at least a day old: at least 0.90: no data
        mean of the fastest nine tenths of answers: at most 15 min: no data\
        """,
        badge.toString());
  }

  private static EngagementLog questions(int questions, int answered) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      rows.add(post("p" + i, "visitor" + i, i).intent(Intent.QUESTION));
      rows.add(post("x" + i, "visitor" + i, i).intent(Intent.PRAISE));
      if (i < answered) {
        rows.add(reply("r" + i, "care", i + 100, "p" + i));
      }
    }
    return log(90 * DAY, rows.toArray(new Interaction[0]));
  }

  @Test
  void sociallyDevotedIsAShareOfEnoughQuestions() {
    Badge badge = Badge.sociallyDevoted(questions(60, 39), 1970, 1, ZoneOffset.UTC);
    assertEquals(
        """
        socially devoted (Socialbakers): met
        answered, of the questions: 0.65, at least 0.65: met
        questions: 60, at least 50: met\
        """,
        badge.toString());
    Badge few = Badge.sociallyDevoted(questions(49, 49), 1970, 1, ZoneOffset.UTC);
    assertEquals(Badge.State.MET, few.clauses().get(0).state());
    assertEquals(Badge.State.NOT_MET, few.state());
    Badge fewer = Badge.sociallyDevoted(questions(60, 38), 1970, 1, ZoneOffset.UTC);
    assertEquals(Badge.State.NOT_MET, fewer.state());
  }

  @Test
  void quartersAreLocalAndMayNotBeOver() {
    EngagementLog log = questions(50, 50);
    // 1970 began in Los Angeles eight hours later: everything was still in the year before.
    Badge later = Badge.sociallyDevoted(log, 1970, 1, ZoneId.of("America/Los_Angeles"));
    assertEquals(0.0, later.clauses().get(1).value());
    assertEquals(Badge.State.NO_DATA, later.clauses().get(0).state());
    assertEquals("the quarter is not over at the as-of", later.note());
    Badge before = Badge.sociallyDevoted(log, 1969, 4, ZoneId.of("America/Los_Angeles"));
    assertEquals(Badge.State.MET, before.state());
    assertEquals("", before.note());
    assertEquals(
        "quarter (0) must be 1 to 4",
        assertThrows(
                IllegalArgumentException.class,
                () -> Badge.sociallyDevoted(log, 1970, 0, ZoneOffset.UTC))
            .getMessage());
  }

  @Test
  void severalOrganizationsArePooledAloud() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt_help", "Service"))
            .build();
    EngagementLog log =
        log(
            directory,
            10 * DAY,
            post("1", "a", 9 * DAY).addressedTo("Acme"),
            post("2", "b", 9 * DAY).addressedTo("Bolt"));
    String both = Badge.veryResponsive(log).toString();
    assertTrue(both.contains("pools 2 organizations"), both);
    Badge one = Badge.veryResponsive(log.only(Dimension.ORGANIZATION, "Acme"));
    assertEquals("", one.note());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new Badge("b", List.of(), ""))
            .toString()
            .contains("clauses (none)"));
  }
}
