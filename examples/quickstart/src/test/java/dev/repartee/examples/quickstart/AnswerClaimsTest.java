package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AnswerClaimsTest {
  private static List<Flag> flags(Culture culture) {
    return culture.flags().stream()
        .filter(flag -> flag.kind() == Flag.Kind.SLOWER_ANSWERS)
        .toList();
  }

  @Test
  void aPlantedFallIsFoundWithItsWeekAndItsFigures() throws IOException {
    AnsweredYear year = new AnsweredYear(1);
    for (int week = 0; week < AnsweredYear.WEEKS; week++) {
      year.week(week, "chat", 30, week < 36 ? 0.85 : 0.5, 4);
      year.week(week, "mail", 20, 0.9, 8);
    }
    Culture culture = year.culture();
    List<Flag> flags = flags(culture);
    assertEquals(1, flags.size(), flags.toString());
    Flag flag = flags.get(0);
    assertEquals("chat", flag.subject());
    assertTrue(flag.pValue() < 0.05);
    String sentence = flag.sentence();
    assertTrue(
        sentence.matches(
            "Since the week from (8|15|22) September 2025.* people are answered later on chat: .*"),
        sentence);
    assertTrue(
        sentence.matches(".*within a day (4[6-9]|5[0-4]) % \\(.*\\) have an answer on chat,.*"),
        sentence);
    assertTrue(sentence.matches(".* before 8[3-7] % \\(.*"), sentence);
    assertFalse(sentence.contains("mail"), sentence);
    Picture picture = AnswersPicture.of(culture.answers());
    assertEquals(
        "Of those who begin to wait in a week, how many have an answer within a day, on 2 channels:"
            + " since the week from 15 September 2025 fewer of them on chat; since the week from 15"
            + " September 2025 people wait longer on chat.",
        picture.text());
    drawn(picture);
  }

  /**
   * The levels lie at the shares that the sentence tells, and meet where the week begins: 35 of 51
   * weeks after the first that is whole, in a field of 50 pixels below 52.
   */
  private static void drawn(Picture picture) throws IOException {
    Html html = new Html();
    picture.write(html);
    PageDom page = PageDom.parse(html.page());
    List<Element> lines =
        page.all("line").stream()
            .filter(line -> line.getAttribute("class").equals("s-text"))
            .toList();
    assertEquals(3, lines.size());
    Element before = lines.get(0);
    Element since = lines.get(1);
    Element mark = lines.get(2);
    assertEquals("0%", before.getAttribute("x1"));
    assertEquals("68.63%", before.getAttribute("x2"));
    assertEquals("68.63%", since.getAttribute("x1"));
    assertEquals("100%", since.getAttribute("x2"));
    assertEquals(52 + 50 * (1 - 0.84), Double.parseDouble(before.getAttribute("y1")), 0.25);
    assertEquals(52 + 50 * (1 - 0.50), Double.parseDouble(since.getAttribute("y1")), 0.25);
    assertEquals("68.63%", mark.getAttribute("x1"));
    assertEquals("68.63%", mark.getAttribute("x2"));
    assertEquals(51, page.all("circle").size());
    assertTrue(
        page.all("text").stream()
            .anyMatch(text -> PageDom.text(text).equals("since 15 Sep: 50 %")));
  }

  @Test
  void aLongerWaitIsFoundThoughAsManyHaveAnAnswerWithinADay() {
    AnsweredYear year = new AnsweredYear(2);
    for (int week = 0; week < AnsweredYear.WEEKS; week++) {
      year.week(week, "chat", 30, 0.85, week < 26 ? 2 : 9);
    }
    List<Flag> flags = flags(year.culture());
    assertEquals(1, flags.size(), flags.toString());
    assertTrue(
        flags.get(0).sentence().contains("half of those who write on chat have an answer within"),
        flags.toString());
    assertFalse(flags.get(0).sentence().contains("within a day"), flags.toString());
  }

  @Test
  void whereNoChannelIsNamedNoneIsTold() {
    AnsweredYear year = new AnsweredYear(5);
    for (int week = 0; week < AnsweredYear.WEEKS; week++) {
      year.week(week, "", 30, week < 26 ? 0.85 : 0.4, 4);
    }
    Culture culture = year.culture();
    assertEquals("People are answered later", new Attention(culture).findings().get(0).title());
    assertFalse(flags(culture).get(0).sentence().contains("none"), flags(culture).toString());
  }

  @Test
  void whatGetsBetterIsGoodAndNoFlag() {
    AnsweredYear year = new AnsweredYear(3);
    for (int week = 0; week < AnsweredYear.WEEKS; week++) {
      year.week(week, "chat", 30, week < 26 ? 0.4 : 0.85, 4);
    }
    Culture culture = year.culture();
    assertTrue(flags(culture).isEmpty());
    assertTrue(
        culture.letter().good().stream()
            .anyMatch(sentence -> sentence.contains("people are answered sooner on chat")),
        culture.letter().good().toString());
  }

  /** Of 40 years in which nothing changes but how many write, hardly one tells of anything. */
  @Test
  void isSilentWhereNothingChanges() {
    int told = 0;
    for (int seed = 0; seed < 40; seed++) {
      Culture culture = AnsweredYear.nothing(seed);
      assertEquals(2, culture.answers().size());
      told += flags(culture).isEmpty() ? 0 : 1;
    }
    assertTrue(told <= 4, "told in " + told + " of 40 years");
  }

  @Test
  void tooFewAreNamedAsMissing() {
    AnsweredYear year = new AnsweredYear(4);
    for (int week = 0; week < AnsweredYear.WEEKS; week++) {
      year.week(week, "chat", 3, 0.9, 4);
    }
    Culture culture = year.culture();
    assertTrue(culture.answers().isEmpty());
    assertTrue(
        culture.letter().missing().stream()
            .anyMatch(sentence -> sentence.startsWith("Since when people are answered")),
        culture.letter().missing().toString());
    assertTrue(AnswersPicture.of(culture.answers()).isMissing());
  }
}
