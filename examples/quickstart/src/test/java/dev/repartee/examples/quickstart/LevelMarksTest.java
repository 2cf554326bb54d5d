package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelMarksTest {
  private static final LocalDate MONDAY = LocalDate.parse("2025-01-06");

  private static LevelMarks.Level level(int from, int to, double height, String text) {
    return new LevelMarks.Level(MONDAY.plusWeeks(from), MONDAY.plusWeeks(to), height, text);
  }

  /** Lines as x1, y1, x2, y2, without their rims, and texts as x and what they say. */
  private static List<String> drawn(List<LevelMarks.Level> levels) throws IOException {
    List<LocalDate> mondays = IntStream.range(0, 20).mapToObj(MONDAY::plusWeeks).toList();
    Html html = new Html();
    Svg svg = new Svg(html, "x", "title", "text", 100);
    new LevelMarks(mondays).draw(svg, levels, 10, 50);
    svg.close();
    return PageDom.parse(html.page()).all("*").stream()
        .filter(e -> e.getAttribute("class").matches("s-text|small"))
        .map(
            e ->
                e.getTagName().equals("line")
                    ? String.join(
                        " ",
                        e.getAttribute("x1"),
                        e.getAttribute("y1"),
                        e.getAttribute("x2"),
                        e.getAttribute("y2"))
                    : e.getAttribute("x") + " " + PageDom.text(e))
        .toList();
  }

  /** Of twenty weeks the fifth is at 25 %; half of a field from 10 to 50 is 30. */
  @Test
  void aLineForEachLevelAndADateForEachChange() throws IOException {
    assertEquals(
        List.of("0% 10 25% 10", "25% 30 100% 30", "25% 6 25% 50", "25% since 10 Feb: 5 a week"),
        drawn(List.of(level(0, 5, 1, "10 a week"), level(5, 20, 0.5, "5 a week"))));
  }

  @Test
  void oneLevelIsNoNews() throws IOException {
    assertTrue(drawn(List.of(level(0, 20, 1, ""))).isEmpty());
    assertTrue(drawn(List.of()).isEmpty());
  }

  /**
   * What lies before the weeks that are drawn has no mark, and dates do not run into each other.
   */
  @Test
  void whatHasNoRoomIsLeftOut() throws IOException {
    assertEquals(
        List.of(
            "0% 30 25% 30",
            "25% 10 35% 10",
            "25% 6 25% 50",
            "25% since 10 Feb: b",
            "35% 50 100% 50",
            "35% 6 35% 50"),
        drawn(
            List.of(
                level(-9, -4, 1, ""),
                level(-4, 5, 0.5, "a"),
                level(5, 7, 1, "b"),
                level(7, 20, 0, "c"))));
  }
}
