package dev.repartee.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Worked by hand. Times are minutes; zoe belongs to a department that owns nothing. */
final class InsideOutTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Directory ACME = directory();

  private static Directory directory() {
    Directory.Builder directory = Directory.builder();
    directory.organization(
        "Acme",
        acme -> {
          for (int i = 1; i <= 5; i++) {
            acme.member("a" + i, "D" + i);
          }
          acme.member("zoe", "Office").bot("bot", "Office");
        });
    for (int i = 1; i <= 5; i++) {
      directory.topic("t" + i, "Acme", "D" + i);
    }
    return directory
        .organization("Bolt", bolt -> bolt.member("bo", "D1"))
        .internalChannel("staff", "Acme")
        .internalChannel("yard", "Bolt")
        .build();
  }

  private final List<Interaction> rows = new ArrayList<>();

  private EngagementLog log() {
    return Talk.log(ACME, 10_000, rows.toArray(new Interaction[0]));
  }

  private InsideOut acme() {
    return acme(log());
  }

  private static InsideOut acme(EngagementLog log) {
    return log.measure(Participation.of(ACME)).insideOut("Acme", HOUR);
  }

  /** The chance of being over by each of some minutes, and the counts. */
  private static void check(SurvivalCurve curve, String counts, double... byMinute) {
    assertEquals(counts, curve.eventCount() + "/" + curve.count());
    for (int i = 0; i < byMinute.length; i += 2) {
      Duration time = Duration.ofMinutes((long) byMinute[i]);
      assertEquals(byMinute[i + 1], curve.within(time).value(), 1e-12, "within " + time);
    }
  }

  private void ask(String topic, String asker, String owner, int asked, int answered) {
    for (int i = 0; i < asked; i++) {
      String id = topic + asker + i;
      boolean isInside = asker.equals("zoe");
      rows.add(
          Talk.post(id, isInside ? asker : asker + i, i)
              .topic(topic)
              .addressedTo("Acme")
              .channel(isInside ? "staff" : "blog"));
      rows.add(Talk.reply("r" + id, owner, i + (i < answered ? 30 : 90), id));
    }
  }

  /** The ranks inside and outside differ by 1 twice: rho = 1 - 6 * 2 / (5 * 24). */
  @Test
  void spearmanOverFiveDepartments() {
    int[] inside = {1, 2, 3, 4, 0};
    int[] outside = {2, 1, 3, 4, 0};
    for (int i = 0; i < 5; i++) {
      ask("t" + (i + 1), "zoe", "a" + (i + 1), 4, inside[i]);
      ask("t" + (i + 1), "carl", "a" + (i + 1), 4, outside[i]);
    }
    InsideOut found = acme();
    assertEquals(0.9, found.spearman().value(), 1e-12);
    assertEquals(0.9, found.association().spearman().value(), 1e-12);
    assertEquals(0.25, found.department("D1").insideWithin().value(), 1e-12);
    assertEquals(0.5, found.department("D1").outsideWithin().value(), 1e-12);
    assertEquals(5, found.compared().size());
    assertEquals("nobody asked inside, nobody asked outside", found.leftOut().get(0).reason());
    assertTrue(Talk.headline(found).startsWith("inside-out 0.90"), found.toString());
    assertTrue(
        found.table().contains("left out: nobody asked inside, nobody asked outside"),
        found.table());
    // Within 90 min all are answered on both sides, so that there are no ranks.
    InsideOut later =
        log().measure(Participation.of(ACME)).insideOut("Acme", Duration.ofMinutes(90));
    assertEquals("none (nothing varies)", later.spearman().toString());
    assertEquals("inside-out none (nothing varies)", Talk.headline(later));
    assertTrue(Double.isNaN(later.association().spearmanPValue(1)));
  }

  @Test
  void fewerThanFiveDepartmentsShowNothing() {
    for (int i = 1; i <= 4; i++) {
      ask("t" + i, "zoe", "a" + i, 4, i);
      ask("t" + i, "carl", "a" + i, 4, i);
    }
    ask("t5", "carl", "a5", 4, 1);
    InsideOut found = acme();
    assertFalse(found.spearman().isDefined());
    assertEquals("none (fewer than 5 departments)", found.spearman().toString());
    assertEquals("inside-out: none, 4 of the 5 departments it takes", Talk.headline(found));
    assertEquals(49, Talk.headline(found).length());
    assertEquals("nobody asked inside", found.department("D5").reason());
    assertFalse(found.department("D5").insideWithin().isDefined());
    assertEquals(0.25, found.department("D5").outsideWithin().value(), 1e-12);
    assertTrue(found.toString().contains("left out: D5, nobody asked inside"), found.toString());
  }

  @Test
  void whoWasWatchedForTooShortIsLeftOut() {
    for (int i = 1; i <= 5; i++) {
      ask("t" + i, "zoe", "a" + i, 1, 0);
      ask("t" + i, "carl", "a" + i, 1, 1);
    }
    InsideOut found = acme(log().asOf("1970-01-01T00:50:00Z"));
    assertEquals("follow-up too short inside", found.department("D1").reason());
    assertEquals(0, found.compared().size());
  }

  @Test
  void aQuestionLastsUntilTheOwnerComes() {
    rows.add(Talk.post("1", "zoe", 0).topic("t1").channel("staff"));
    rows.add(Talk.reply("2", "a2", 10, "1")); // no answer, and no question of its own
    rows.add(Talk.reply("3", "a1", 25, "2"));
    rows.add(Talk.reply("4", "a1", 26, "3"));
    rows.add(Talk.reply("5", "zoe", 30, "3"));
    check(acme().department("D1").inside(), "1/2", 24, 0, 25, 0.5, 9_000, 0.5);
    check(acme().department("D2").inside(), "0/0");
    // As of minute 20 the first waits, and as of minute 30 the second has just begun.
    check(acme(log().asOf("1970-01-01T00:20:00Z")).department("D1").inside(), "0/1", 20, 0);
    check(acme(log().asOf("1970-01-01T00:30:00Z")).department("D1").inside(), "1/2", 25, 1);
    // Followed for 5 min, both wait; that message 2 comes later makes no question of it.
    InsideOut followed = acme(log().followedFor(Duration.ofMinutes(5)));
    check(followed.department("D1").inside(), "0/2", 5, 0);
    // A question belongs where it began.
    InsideOut late = acme(log().between("1970-01-01T00:05:00Z", "1970-01-02T00:00:00Z"));
    check(late.department("D1").inside(), "0/1");
  }

  @Test
  void severalOwnersAreAskedSideBySide() {
    rows.add(Talk.post("1", "zoe", 0).topic("t1").channel("staff"));
    rows.add(Talk.reply("2", "a3", 5, "1").topic("t2"));
    rows.add(Talk.reply("3", "a2", 20, "2").topic("t3")); // answers for D2 and asks D3
    rows.add(Talk.reply("4", "a1", 40, "1").topic("t5")); // whatever its topic
    check(acme().department("D1").inside(), "1/1", 39, 0, 40, 1);
    check(acme().department("D2").inside(), "1/1", 14, 0, 15, 1);
    check(acme().department("D3").inside(), "0/1");
    check(acme().department("D5").inside(), "0/1");
  }

  @Test
  void oneOwnerIsAskedAgainAndAgain() {
    rows.add(Talk.post("q0", "zoe", 0).topic("t1").channel("staff"));
    for (int i = 0; i < 1_000; i++) {
      rows.add(Talk.reply("r" + i, "a1", 2 * i + 1, "q" + i));
      rows.add(Talk.reply("q" + (i + 1), "zoe", 2 * i + 2, "r" + i));
    }
    check(acme().department("D1").inside(), "1000/1001", 0, 0, 1, 1000 / 1001.0);
  }

  @Test
  void whatIsNoQuestion() {
    rows.add(Talk.post("1", "zoe", 0).topic("t1").channel("blog"));
    rows.add(Talk.post("2", "zoe", 0).topic("t1"));
    rows.add(Talk.post("3", "zoe", 0).topic("tea").channel("staff"));
    rows.add(Talk.post("4", "zoe", 0).channel("staff"));
    rows.add(Talk.post("5", "a1", 0).topic("t1").channel("staff"));
    rows.add(Talk.reply("6", "zoe", 5, "5").expectsResponse(false));
    rows.add(Talk.post("7", "zoe", 0).topic("t1").channel("staff").automatic(true));
    rows.add(Talk.post("8", "bot", 0).topic("t1").channel("staff"));
    rows.add(Talk.post("9", "bo", 0).topic("t1").channel("staff"));
    rows.add(Talk.post("10", "zoe", 0).topic("t1").channel("yard"));
    assertEquals(0, acme().department("D1").inside().count());
    rows.add(Talk.post("11", "zoe", 0).topic("t1").channel("staff"));
    rows.add(Talk.reply("12", "bot", 1, "11"));
    rows.add(Talk.reply("13", "a1", 2, "11").automatic(true));
    rows.add(Talk.reply("14", "bo", 3, "11")); // another organization's D1
    rows.add(Talk.reply("15", "carl", 4, "11").addressedTo("Acme"));
    rows.add(Talk.reply("16", "a1", 50, "11").channel("blog"));
    check(acme().department("D1").inside(), "1/1", 49, 0, 50, 1);
  }

  @Test
  void clocksThatContradictTheOrderAreCountedApart() {
    rows.add(Talk.post("1", "zoe", 60).topic("t1").channel("staff"));
    rows.add(Talk.reply("2", "a1", 30, "1"));
    ParticipationSummary summary = log().measure(Participation.of(ACME));
    assertEquals(0, summary.insideOut("Acme").department("D1").inside().count());
    // And from Office to D1 there is a hand-off with the same times.
    assertEquals(2, summary.clockSkew());
  }

  /** The same shares by other products: 1 - 3/4 * 2/3 is as much as 1 - 1/2. */
  @Test
  void roundingMakesNoRanks() {
    for (int i = 1; i <= 5; i++) {
      ask("t" + i, "carl", "a" + i, 4, i - 1);
    }
    for (int i = 1; i <= 5; i++) {
      int asked = i == 5 ? 9 : 2 + i;
      for (int j = 0; j < asked; j++) {
        String id = "q" + i + "/" + j;
        rows.add(Talk.post(id, "zoe", 0).topic("t" + i).channel("staff"));
        // One at a time, so that the curve is a product of many factors.
        if (i == 5 || j < 1) {
          rows.add(Talk.reply("r" + id, "a" + i, i == 5 && j > 2 ? 100 + j : 1 + j, id));
        }
      }
    }
    // 1/3, 1/4, 1/5, 1/6 and 3/9, which is the same as the first.
    InsideOut found = acme();
    assertEquals(1 / 3.0, found.department("D1").insideWithin().value(), 1e-12);
    assertEquals(1 / 3.0, found.department("D5").insideWithin().value(), 1e-12);
    // Ranks inside 4.5, 3, 2, 1, 4.5; outside 1, 2, 3, 4, 5: products -2, squares 9.5 and 10.
    assertEquals(-2 / Math.sqrt(95), found.spearman().value(), 1e-12);
  }

  /** As many questions as make the ranks unsure, though not so unsure that nothing is known. */
  @Test
  void theIntervalStaysBetweenMinusOneAndOne() {
    Random random = new Random(2009);
    for (int i = 1; i <= 5; i++) {
      ask("t" + i, "zoe", "a" + i, 60, 8 * i + random.nextInt(8));
      ask("t" + i, "carl", "a" + i, 60, 8 * i + random.nextInt(8));
    }
    InsideOut found = acme();
    assertTrue(found.spearman().hasInterval(), found.toString());
    assertTrue(found.spearman().low() >= -1, found.toString());
    assertEquals(1, found.spearman().high(), found.toString());
    assertTrue(found.toString().length() <= 1000);
  }

  @Test
  void badNamesAndTimesAreRefused() {
    ParticipationSummary summary = log().measure(Participation.of(ACME));
    assertEquals(
        "name (Cola) must be one of [Acme, Bolt], which have members",
        message(() -> summary.insideOut("Cola")));
    assertEquals(
        "limit (PT-1H) must not be negative",
        message(() -> summary.insideOut("Acme", HOUR.negated())));
    assertEquals(
        "name (D9) must be one of [D1, D2, D3, D4, D5, Office]",
        message(() -> summary.insideOut("Acme").department("D9")));
    assertEquals(Duration.ofDays(1), summary.insideOut("Acme").limit());
  }

  private static String message(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
