package dev.repartee.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void numbersStandOnTheRight() {
    assertEquals(
        """
        stage      people  share  median
        Attention   1,234   1.00  42 min
        Advocates      17   none  2 h 4 min""",
        TextTable.of("stage", "people", "share", "median")
            .row("Attention", 1234, 1.0, Duration.ofMinutes(42))
            .row("Advocates", 17L, Double.NaN, Duration.ofMinutes(124))
            .toString());
  }

  @Test
  void numbersInTextCountAsNumbers() {
    assertEquals(
        """
        what  share  mixed
        a      0.59  7
        b       12%  seven""",
        TextTable.of("what", "share", "mixed")
            .row("a", "0.59", "7")
            .row("b", "12%", "seven")
            .toString());
  }

  @Test
  void noTrailingBlanksAndEmptyCellsDecideNothing() {
    assertEquals(
        "key   n  word\nlong  1\nx        end",
        TextTable.of("key", "n", "word").row("long", 1, "").row("x", "", "end").toString());
  }

  @Test
  void lineEndsInCellsBecomeBlanks() {
    assertEquals("a\nx y", TextTable.of("a").row("x\ny").toString());
  }

  @Test
  void withoutRowsThereAreHeadings() {
    TextTable table = TextTable.of("a", "b");
    assertEquals("a  b", table.toString());
    assertEquals(0, table.size());
    assertEquals(1, table.row(1, 2).size());
  }

  @Test
  void rowsMustFit() {
    var few =
        assertThrows(IllegalArgumentException.class, () -> TextTable.of("a", "b").row("only"));
    assertEquals("cells (1) must be as many as headings (2)", few.getMessage());
    var none = assertThrows(IllegalArgumentException.class, TextTable::of);
    assertEquals("headings (none) must name at least one column", none.getMessage());
  }
}
