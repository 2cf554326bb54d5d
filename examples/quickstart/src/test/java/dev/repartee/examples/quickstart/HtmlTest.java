package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textAndAttributesAreEscaped() {
    assertEquals(
        "<!DOCTYPE html>\n<p title=\"&quot;&#39;&lt;\">a &lt; b &amp; c &gt; d</p>\n",
        new Html().element("p", "a < b & c > d", "title", "\"'<").page());
  }

  @Test
  void noSentenceIsTornByALine() {
    assertEquals(
        "<!DOCTYPE html>\n<p><strong>a</strong>: b</p>\n",
        new Html().open("p").element("strong", "a").text(": b").close().page());
  }

  @Test
  void whatNoPageMayHoldIsReplaced() {
    assertEquals("a\uFFFDb\uFFFDc\uFFFD", Html.readable("a\u0000b\u202Ec\uD800"));
    assertEquals("\uFFFD\uFFFD\uFFFD", Html.readable("\uFFFE\u2066\u0085"));
    assertEquals("a\n\t\uD83D\uDE00\u05D0", Html.readable("a\n\t\uD83D\uDE00\u05D0"));
  }

  @Test
  void aNumberKeepsItsPercentSign() {
    assertEquals(
        "<!DOCTYPE html>\n<p>69\u00A0% of 5 percent % 3</p>\n",
        new Html().element("p", "69 % of 5 percent % 3").page());
  }

  @Test
  void elementsMustBeClosed() {
    Exception e = assertThrows(IllegalStateException.class, () -> new Html().open("p").page());
    assertEquals("elements are still open: [p]", e.getMessage());
  }
}
