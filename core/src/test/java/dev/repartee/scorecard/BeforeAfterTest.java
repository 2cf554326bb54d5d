package dev.repartee.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.MixAndLevel;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Interaction;
import dev.repartee.scorecard.BeforeAfter.ComponentChange;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final List<Interaction> rows = new ArrayList<>();

  private EngagementLog log() {
    return Talk.log(100 * DAY, rows.toArray(new Interaction[0]));
  }

  /** The same people ask in a week; some are answered after an hour, and some of these return. */
  private void week(int week, int people, int answered, int returned) {
    for (int i = 0; i < people; i++) {
      String id = week + "-" + i;
      long at = (long) week * WEEK + i;
      rows.add(Talk.post(id, "v" + i, at));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, "care", at + 60, id));
      }
      if (i < returned) {
        rows.add(Talk.reply("b" + id, "v" + i, at + 90, "r" + id).expectsResponse(false));
      }
    }
  }

  /** The same in five weeks, because verdicts on waits need ten on both sides together. */
  private void fiveWeeks(int first, int people, int answered, int returned) {
    for (int i = 0; i < 5; i++) {
      week(first + i, people / 5, answered / 5, returned / 5);
    }
  }

  private BeforeAfter compare() {
    return compare(4, 1);
  }

  private BeforeAfter compare(int apart, int weeks) {
    return BeforeAfter.of(log(), "Acme")
        .before(FIRST)
        .after(FIRST.plusWeeks(apart))
        .weeks(weeks)
        .followedFor(Duration.ofDays(10))
        .measure();
  }

  @Test
  void whatIsBetterIsShownAndWhatIsMissingIsNamed() {
    fiveWeeks(0, 300, 120, 60);
    fiveWeeks(5, 300, 240, 120);
    BeforeAfter since = compare(5, 5);
    assertEquals(40, since.get(Component.RESPONDING).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.BETTER, since.get(Component.RESPONDING).change());
    // 0.4 and 0.5, then 0.8 and 0.5.
    assertEquals(20, since.get(Component.DIALOGUE).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.BETTER, since.get(Component.DIALOGUE).change());
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.LISTENING).change());
    assertEquals(BeforeAfter.Change.MISSING, since.get(Component.OPENNESS).change());
    ComponentChange one = since.get(Component.RESPONDING);
    assertTrue(one.toString().startsWith("responding: BETTER +40 ["), one::toString);
    assertTrue(one.toString().contains("\nby channel: responding +40 ["), one::toString);
    assertTrue(since.toString().contains("  +40 ["), since::toString);
    assertEquals("openness: MISSING ", since.get(Component.OPENNESS).toString());
    // What is the same both times, as participation, is among those that are compared.
    assertTrue(
        one.adjustedPValue() >= one.pValue() && one.adjustedPValue() <= 3 * one.pValue(),
        since + " " + one.pValue() + " " + one.adjustedPValue());
  }

  @Test
  void whatIsWorseIsShown() {
    fiveWeeks(0, 300, 240, 120);
    fiveWeeks(5, 300, 120, 60);
    BeforeAfter since = compare(5, 5);
    assertEquals(-40, since.get(Component.RESPONDING).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.WORSE, since.get(Component.RESPONDING).change());
    assertTrue(Talk.headline(since).startsWith("since: 0 better, 2 worse, "), since::toString);
  }

  @Test
  void sharesBecomePoints() {
    Estimate points =
        BeforeAfter.points(Estimate.of(0.2, 0.05, new Interval(0.1, 0.3), 0.95, 12).ofWeeks(11));
    assertEquals(20, points.value(), 1e-12);
    assertEquals(5, points.standardError(), 1e-12);
    assertEquals(10, points.low(), 1e-12);
    assertEquals(30, points.high(), 1e-12);
    assertEquals(11, points.weeks());
    assertEquals(
        "50 (few)", ScoreText.of(BeforeAfter.points(Estimate.withoutInterval(0.5, 1, "few"))));
  }

  /** By channel it may be otherwise than in all; without a difference there is no word. */
  @Test
  void theWordIsOfTheChannels() {
    String used = ": the channels are used otherwise";
    assertEquals("worse overall though every channel is better" + used, byChannel(5, 0, 2, -3));
    assertEquals("worse overall though by channel it is better" + used, byChannel(5, 1, 2, -3));
    assertEquals("better overall though every channel is worse" + used, byChannel(-5, 2, 0, 3));
    assertEquals("better overall though by channel it is worse" + used, byChannel(-5, 2, 1, 3));
    assertEquals("", byChannel(5, 0, 2, 3));
    assertEquals("", byChannel(5, 0, 2, 0));
    assertEquals("", byChannel(0, 0, 0, -3));
  }

  private static String byChannel(double difference, int worse, int better, double overall) {
    return new ChannelChanges.ByChannel(Estimate.withoutInterval(difference, 1, ""), worse, better)
        .against(overall);
  }

  /** However many people: a week before and a week after do not tell how weeks differ. */
  @Test
  void fewWeeksProveNothingOfWaits() {
    week(0, 300, 120, 60);
    week(4, 300, 240, 120);
    BeforeAfter since = compare();
    assertEquals(40, since.get(Component.RESPONDING).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.RESPONDING).change());
    assertEquals(BeforeAfter.Change.BETTER, since.get(Component.DIALOGUE).change());
    // Ten days of following do not tell what happens within 90.
    assertEquals(BeforeAfter.Change.MISSING, since.get(Component.ADVOCACY).change());
    assertEquals(
        "advocacy: missing because follow-up too short",
        since.before().component(Component.ADVOCACY).toString());
    assertEquals("since: 1 better, 0 worse, 3 unproven", Talk.headline(since));
    assertTrue(since.toString().length() <= 1000, since.toString());
    // Support alone speaks, both times.
    assertEquals(0, since.get(Component.PARTICIPATION).difference().value(), 1e-9);
    assertEquals((0 + 40 + 20 + 0) / 4.0, since.total(Weights.equal()).value(), 1e-9);
  }

  /** Three people of whom all were answered have no scatter, and yet are only three. */
  @Test
  void aWindowOfFewPeopleShowsNothing() {
    week(0, 3, 3, 3);
    week(4, 300, 120, 60);
    BeforeAfter since = compare();
    assertEquals(-60, since.get(Component.RESPONDING).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.RESPONDING).change());
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.DIALOGUE).change());
  }

  /** What the first window came to know only after its follow-up is not in it. */
  @Test
  void bothWindowsAreFollowedForTheSameTime() {
    week(0, 100, 50, 20);
    week(4, 100, 50, 20);
    for (int i = 50; i < 100; i++) {
      rows.add(Talk.reply("late" + i, "care", 3L * WEEK, "0-" + i));
    }
    BeforeAfter since = compare();
    assertEquals(
        since.before().component(Component.DIALOGUE).score().value(),
        since.after().component(Component.DIALOGUE).score().value());
    assertEquals(0, since.get(Component.DIALOGUE).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.DIALOGUE).change());
  }

  /** 50 and 52.5 points: far within 10, and nothing is called the same without a margin. */
  @Test
  void sameIsShownByAMarginOnly() {
    fiveWeeks(0, 400, 200, 80);
    fiveWeeks(5, 400, 210, 85);
    BeforeAfter since = compare(5, 5);
    assertEquals(2.5, since.get(Component.RESPONDING).difference().value(), 1e-9);
    assertEquals(BeforeAfter.Change.UNPROVEN, since.get(Component.RESPONDING).change());
    assertEquals(BeforeAfter.Change.SAME, since.withMargin(10).get(Component.RESPONDING).change());
    assertTrue(
        Talk.headline(since.withMargin(10)).matches("since: 0 better, 0 worse, [1-9] same, .*"));
    assertThrows(IllegalArgumentException.class, () -> since.withMargin(0));
    assertEquals(
        BeforeAfter.Change.UNPROVEN, since.withMargin(3).get(Component.RESPONDING).change());
  }

  /** So many ask on a channel in a week, and some of them are answered after an hour. */
  private void week(int week, String channel, int asked, int answered) {
    for (int i = 0; i < asked; i++) {
      String id = week + channel + i;
      long at = (long) week * WEEK + i;
      rows.add(Talk.post(id, channel + i, at).channel(channel));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, "care", at + 60, id));
      }
    }
  }

  /**
   * Chat 0.90, then 0.96; mail 0.40, then 0.50; of 1,000 messages 200 are mail, then 700. In all
   * 0.80 and then 0.638: 16.2 worse. By channel +6 with weight 300 x 800 / 1,100 and +10 with 700 x
   * 200 / 900: 7.66 better.
   */
  @Test
  void worseOverallThoughEveryChannelIsBetter() {
    week(0, "chat", 800, 720);
    week(0, "mail", 200, 80);
    week(4, "chat", 300, 288);
    week(4, "mail", 700, 350);
    BeforeAfter since = compare();
    ComponentChange responding = since.get(Component.RESPONDING);
    assertEquals(-16.2, responding.difference().value(), 1e-9);
    // A week before and a week after prove nothing of waits, and the word stands by itself.
    assertEquals(BeforeAfter.Change.UNPROVEN, responding.change());
    double chat = 300 * 800 / 1100.0;
    double mail = 700 * 200 / 900.0;
    assertEquals(
        (6 * chat + 10 * mail) / (chat + mail), responding.differenceByChannel().value(), 1e-9);
    assertTrue(responding.differenceByChannel().low() > 0, responding::toString);
    String word = "worse overall though every channel is better: the channels are used otherwise";
    assertEquals(word, responding.mixText());
    MixAndLevel where = since.respondingByChannel().orElseThrow();
    assertEquals(responding.difference().value(), 100 * where.difference().value(), 1e-9);
    assertEquals(-24, 100 * where.mix().value(), 1e-9);
    assertEquals(7.8, 100 * where.level().value(), 1e-9);
    assertTrue(where.isReversed());
    assertTrue(since.toString().contains("responding +8 ["), since::toString);
    assertTrue(since.toString().contains(word), since::toString);
    assertTrue(since.toString().contains("\nby channel: listening "), since::toString);
    assertTrue(since.toString().contains("\n  responding +8 ["), since::toString);
    assertTrue(since.toString().length() <= 1000, since::toString);
    // Cards alone do not tell of channels.
    BeforeAfter ofCards = BeforeAfter.of(since.before(), since.after());
    assertEquals("", ofCards.get(Component.RESPONDING).mixText());
    assertTrue(ofCards.respondingByChannel().isEmpty());
    assertTrue(!ofCards.get(Component.RESPONDING).differenceByChannel().isDefined());
    assertEquals(word, since.withMargin(1).get(Component.RESPONDING).mixText());
  }

  @Test
  void whereChannelsAgreeThereIsNoWord() {
    week(0, "chat", 300, 120);
    week(4, "chat", 300, 240);
    ComponentChange responding = compare().get(Component.RESPONDING);
    assertEquals(40, responding.difference().value(), 1e-9);
    assertEquals(40, responding.differenceByChannel().value(), 1e-9);
    assertEquals("", responding.mixText());
  }

  @Test
  void anEmptyWindowIsMissing() {
    week(0, 30, 20, 10);
    BeforeAfter since = compare();
    assertEquals(7, since.changes().size());
    assertTrue(since.changes().stream().allMatch(c -> c.change() == BeforeAfter.Change.MISSING));
    assertEquals(
        "responding: missing because nothing concerns the organization",
        since.after().component(Component.RESPONDING).toString());
    assertEquals("none (no component)", since.total(Weights.equal()).toString());
  }

  @Test
  void badWindowsAreRefused() {
    assertEquals(
        "after (1970-01-08) must not be before the end of the window before (1970-01-15)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    BeforeAfter.of(log(), "Acme")
                        .before(FIRST)
                        .after(FIRST.plusWeeks(1))
                        .weeks(2)
                        .followedFor(Duration.ZERO)
                        .measure())
            .getMessage());
    assertMessage(
        assertThrows(
            IllegalArgumentException.class,
            () ->
                BeforeAfter.of(log(), "Acme")
                    .before(FIRST)
                    .after(FIRST.plusWeeks(13))
                    .weeks(2)
                    .followedFor(Duration.ZERO)
                    .measure()),
        "must not be later than the as-of of the log");
    assertMessage(
        assertThrows(
            IllegalArgumentException.class,
            () -> BeforeAfter.of(Scorecard.of("a"), Scorecard.of("b"))),
        "after (b) must be of the same organization as before (a)");
    BeforeAfter.Windows windows = BeforeAfter.of(log(), "Acme").withZone(UTC).before(FIRST);
    assertEquals(
        "windows (Acme, 4 weeks from 1970-01-01 and from (none)) must both have a first day; name"
            + " them with before(…) and after(…)",
        assertThrows(IllegalStateException.class, windows::measure).getMessage());
    assertEquals(
        "weeks (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> windows.weeks(0)).getMessage());
    assertEquals(
        "followUp (PT-1S) must not be negative",
        assertThrows(
                IllegalArgumentException.class, () -> windows.followedFor(Duration.ofSeconds(-1)))
            .getMessage());
  }

  private static void assertMessage(Exception thrown, String part) {
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains(part), message);
  }
}
