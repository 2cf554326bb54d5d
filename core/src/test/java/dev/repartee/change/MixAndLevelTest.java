package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.response.ResponseComparison;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MixAndLevelTest {
  private static final double EXACT = 1e-12;

  private static Kind kind(String name, Proportion before, Proportion after) {
    return new Kind(List.of(name), Side.of(before), Side.of(after));
  }

  /** The same share as a proportion in 32 groups of one person each, as far as it goes. */
  private static Proportion grouped(int successes, int trials) {
    long[] hits = new long[32];
    long[] all = new long[32];
    for (int i = 0; i < trials; i++) {
      all[i % 32]++;
      hits[i % 32] += i < successes ? 1 : 0;
    }
    return Proportion.clustered(hits, all);
  }

  private static MixAndLevel of(Kind... kinds) {
    return MixAndLevel.of("channel", List.of(kinds));
  }

  private static void assertPart(Part part, double mix, double level) {
    assertEquals(mix, part.mix().value(), EXACT, part.toString());
    assertEquals(level, part.level().value(), EXACT, part.toString());
  }

  /**
   * By hand: the whole falls from 0.8 * 0.9 + 0.2 * 0.4 = 0.8 to 0.3 * 0.96 + 0.7 * 0.5 = 0.638,
   * with 0.719 in the middle. Chat has the level 0.55 * 0.06 = 0.033 and the mix -0.5 * (0.93 -
   * 0.719) = -0.1055; mail 0.45 * 0.1 = 0.045 and 0.5 * (0.45 - 0.719) = -0.1345.
   */
  @Test
  void workedExample() {
    for (MixAndLevel change : List.of(Windows.worked().within(), Windows.worked().answered())) {
      assertEquals(0.8, change.before(), EXACT);
      assertEquals(0.638, change.after(), EXACT);
      assertEquals(-0.162, change.difference().value(), EXACT);
      assertEquals(-0.162, change.pooled().value(), EXACT);
      assertEquals(-0.24, change.mix().value(), EXACT);
      assertEquals(0.078, change.level().value(), EXACT);
      assertEquals("chat", change.parts().get(0).name());
      assertPart(change.parts().get(0), -0.1055, 0.033);
      assertPart(change.parts().get(1), -0.1345, 0.045);
      assertTrue(change.isReversed());
      assertTrue(change.leftOut().isEmpty());
      assertTrue(change.mix().hasInterval() && change.mix().high() < 0, change.toString());
    }
  }

  @Test
  void readsAsATable() {
    assertEquals(
        """
        channel   weight  after  share  after    mix  level    sum
        chat        0.80   0.30   0.90   0.96  -10.5   +3.3   -7.2
        mail        0.20   0.70   0.40   0.50  -13.5   +4.5   -9.0
        together                  0.80   0.64  -24.0   +7.8  -16.2""",
        Windows.worked().within().table());
    assertEquals(
        "-16.2 points by channel: mix -24.0, level +7.8", Talk.headline(Windows.worked().within()));
  }

  @Test
  void tellsAReversalPlainly() {
    assertEquals(
        "The share answered within 1 d is higher for every channel, yet lower overall, 0.64 after"
            + " 0.80: mail, where it is lower, grew from 0.20 to 0.70 of all.",
        Windows.worked().within().sentence());
    assertEquals(
        "The share is lower for every channel, yet higher overall, 0.80 after 0.64: mail, where"
            + " it is lower, shrank from 0.70 to 0.20 of all.",
        of(
                kind("chat", grouped(288, 300), grouped(720, 800)),
                kind("mail", grouped(350, 700), grouped(80, 200)))
            .sentence());
  }

  @Test
  void tellsPlainCases() {
    assertEquals(
        "The share fell by 20.0 points, from 0.60 to 0.40: none by mix, 20.0 lost by level. Most"
            + " by level: mail, 0.20 after 0.60.",
        of(
                kind("chat", grouped(300, 500), grouped(300, 500)),
                kind("mail", grouped(300, 500), grouped(100, 500)))
            .sentence());
    assertEquals(
        "The share rose by 12.0 points, from 0.50 to 0.62: 12.0 gained by mix, none by level. Most"
            + " by mix: mail, where it is lower, shrank from 0.50 to 0.30 of all.",
        of(
                kind("chat", grouped(400, 500), grouped(560, 700)),
                kind("mail", grouped(100, 500), grouped(60, 300)))
            .sentence());
    assertEquals(
        "The share is as before, 0.50.",
        of(kind("chat", grouped(250, 500), grouped(250, 500))).sentence());
  }

  @Test
  void whatMayBeChanceIsSaid() {
    String sentence = of(kind("chat", grouped(25, 50), grouped(26, 50))).sentence();
    assertTrue(sentence.endsWith("So small a difference may be chance."), sentence);
    String independent = of(kind("chat", Proportion.of(5, 50), Proportion.of(45, 50))).sentence();
    assertTrue(independent.endsWith("It is not known how much of it is chance."), independent);
  }

  @Test
  void aKeyInOneWindowOnlyIsAllMix() {
    // 0.5 before; after 0.5 of half and 0.9 of the other half, 0.7; 0.6 in the middle.
    MixAndLevel grown =
        of(
            kind("chat", grouped(200, 400), grouped(100, 200)),
            kind("phone", grouped(0, 0), grouped(180, 200)));
    assertPart(grown.parts().get(1), 0.5 * (0.9 - 0.6), 0);
    assertPart(grown.parts().get(0), -0.5 * (0.5 - 0.6), 0);
    assertTrue(Double.isNaN(grown.parts().get(1).shareBefore()));
    assertFalse(grown.parts().get(1).level().hasInterval());
    assertEquals("only after", grown.parts().get(1).level().note());
    assertTrue(grown.parts().get(1).mix().hasInterval());
    // The difference is 20 points; its interval is in points too.
    Matcher interval =
        Pattern.compile("difference \\+20\\.0 \\[\\+?(-?[0-9.]+), \\+?(-?[0-9.]+)]")
            .matcher(grown.toString());
    assertTrue(interval.find(), grown.toString());
    double low = Double.parseDouble(interval.group(1));
    double high = Double.parseDouble(interval.group(2));
    assertTrue(low > 5 && low < 20 && high > 20 && high < 35, grown.toString());
    assertTrue(
        grown.table().contains("phone       0.00   0.50   none   0.90  +15.0   none  +15.0"));
    assertTrue(
        grown.sentence().contains("phone, where it is higher, is new, 0.50 of all."),
        grown.sentence());
    MixAndLevel gone =
        of(
            kind("chat", grouped(100, 200), grouped(200, 400)),
            kind("phone", grouped(180, 200), grouped(0, 0)));
    assertEquals("only before", gone.parts().get(1).level().note());
    assertTrue(
        gone.sentence().contains("phone, where it is higher, is gone, it was 0.50 of all."),
        gone.sentence());
  }

  @Test
  void aKeyThatOneGroupHoldsHasNoIntervalAndTheWholeHas() {
    long[] one = new long[32];
    one[3] = 10;
    Proportion onePerson = Proportion.clustered(one, one);
    MixAndLevel change =
        of(kind("chat", grouped(200, 400), grouped(300, 500)), kind("fax", onePerson, onePerson));
    Part fax = change.parts().get(1);
    assertFalse(fax.mix().hasInterval());
    assertFalse(fax.level().hasInterval());
    assertTrue(change.level().hasInterval());
    assertTrue(change.mix().hasInterval());
  }

  @Test
  void aKeyInFewGroupsHasTheirQuantile() {
    Proportion few = Proportion.clustered(new long[] {1, 4, 2}, new long[] {5, 5, 5});
    Proportion more = Proportion.clustered(new long[] {3, 4, 2}, new long[] {5, 5, 5});
    Part part =
        of(kind("chat", grouped(200, 400), grouped(300, 400)), kind("fax", few, more))
            .parts()
            .get(1);
    Estimate level = part.level();
    assertEquals(3, level.groups());
    assertTrue(level.hasFewGroups());
    // Student's t with 2 degrees of freedom, 0.975: 4.3027 (tables).
    assertEquals(4.3027, (level.high() - level.value()) / level.standardError(), 1e-4);
  }

  @Test
  void anEmptyWindowIsUndefinedAndNotZero() {
    MixAndLevel nothingAfter =
        of(
            kind("chat", grouped(5, 10), grouped(0, 0)),
            kind("mail", grouped(1, 10), grouped(0, 0)));
    for (Estimate estimate :
        List.of(
            nothingAfter.difference(),
            nothingAfter.mix(),
            nothingAfter.level(),
            nothingAfter.parts().get(0).mix(),
            nothingAfter.parts().get(1).level())) {
      assertFalse(estimate.isDefined());
      assertEquals("nothing after", estimate.note());
    }
    assertEquals("The share cannot be compared: nothing after.", nothingAfter.sentence());
    assertTrue(nothingAfter.table().contains("none"));
    assertFalse(nothingAfter.table().contains("0.0 "), nothingAfter.table());
    assertFalse(nothingAfter.isReversed());
    MixAndLevel nothingBefore = of(kind("chat", grouped(0, 0), grouped(5, 10)));
    assertEquals("nothing before", nothingBefore.level().note());
    assertEquals("mix and level: nothing before", Talk.headline(nothingBefore));
    assertEquals("no data", of().difference().note());
    Windows none = new Windows();
    assertEquals("no data", none.within().mix().note());
  }

  @Test
  void intervalsComeOfPeopleOnBothSides() {
    // The same people fare alike both times: what they have in common cancels.
    long[] hits = new long[32];
    long[] all = new long[32];
    for (int i = 0; i < 32; i++) {
      hits[i] = i % 2 == 0 ? 10 : 2;
      all[i] = 12;
    }
    Proportion share = Proportion.clustered(hits, all);
    MixAndLevel same = of(kind("chat", share, share));
    assertEquals(0, same.level().value());
    assertFalse(same.level().hasInterval());
    assertEquals("replicates do not differ", same.level().note());
    assertFalse(same.mix().hasInterval());
  }

  @Test
  void whatNobodyWatchedLongEnoughIsLeftOutAndNamed() {
    Windows windows =
        Windows.worked().add(2, "fax", 3, 0).add(2, "chat", 40, 30).add(1, "fax", 3, 2);
    Duration twelveDays = Duration.ofDays(12);
    Breakdown<ResponseSummary> before = windows.window(1);
    Breakdown<ResponseSummary> after = windows.window(2);
    MixAndLevel change = MixAndLevel.within(before, after, twelveDays);
    assertEquals(List.of("chat", "fax"), change.leftOut());
    assertTrue(
        change.sentence().endsWith("Left out, because nobody was watched long enough: chat; fax."),
        change.sentence());
  }

  @Test
  void thePooledCurveStandsBesideTheMeanOfKeys() {
    Windows windows = Windows.worked();
    ResponseSummary before = windows.window(0).total();
    ResponseSummary after = windows.window(1).total();
    Estimate curves = ResponseComparison.of(after, before).within(Windows.DAY);
    assertEquals(curves, windows.within().pooled().ofWeeks(curves.weeks()));
  }

  @Test
  void whereTheCurveOfEverythingDiffersItIsSaid() {
    // Fax is unanswered and lost sight of when chat is answered: together it counts as chat.
    Windows windows = Windows.worked().add(2, "chat", 40, 40).addLate("fax", 40, 20);
    MixAndLevel change = MixAndLevel.within(windows.window(1), windows.window(2), Windows.DAY);
    assertTrue(
        Math.abs(change.pooled().value() - change.difference().value()) > 0.01, change.toString());
    assertTrue(
        change.sentence().contains("By the curve of everything together it is +"),
        change.sentence());
  }

  @Test
  void ofTheSameMeasureAndDimensionOnly() {
    Windows windows = Windows.worked();
    Breakdown<ResponseSummary> byChannel = windows.window(0);
    Breakdown<ResponseSummary> byTopic =
        windows.window(1, ResponseTime.eachTurn(), Dimension.TOPIC);
    Breakdown<ResponseSummary> otherClock =
        windows.window(1, ResponseTime.firstResponse(), Dimension.CHANNEL);
    for (Breakdown<ResponseSummary> other : List.of(byTopic, otherClock)) {
      String message =
          String.valueOf(
              assertThrows(
                      IllegalArgumentException.class,
                      () -> MixAndLevel.within(byChannel, other, Windows.DAY))
                  .getMessage());
      assertTrue(message.startsWith("after (" + other.origin().measure()), message);
      assertTrue(message.contains("must be of the same measure and dimension"), message);
      assertTrue(message.endsWith("measure both windows with the same"), message);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> MixAndLevel.within(byChannel, byChannel, Duration.ofHours(-1)));
  }

  @Test
  void whatIsPrintedIsShort() {
    Kind[] kinds = new Kind[20];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind("a channel of a long name " + i, grouped(5 + i, 60), grouped(9 + i, 40 + i));
    }
    String text = of(kinds).toString();
    assertTrue(Talk.headline(text).length() <= 49, text);
    assertTrue(text.contains("14 others"), text);
    assertTrue(text.length() <= 1000, text);
    assertTrue(of(kinds).parts().get(0).toString().length() <= 49);
    assertEquals(22, of(kinds).table().lines().count());
    assertEquals(5, of(kinds).table(2).lines().count());
    assertEquals(0, of().table().lines().filter(line -> line.contains("others")).count());
    String few =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> of(kinds).table(0)).getMessage());
    assertEquals("most (0) must be at least 1", few);
  }
}
