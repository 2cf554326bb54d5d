package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What makes a page readable for everybody (WCAG 2.2, AA), as far as a page itself can tell. */
class PageRulesTest {
  private static final Pattern COLOR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6})");

  @TempDir private static Path folder;
  private static PageDom page;
  private static String styles;

  @BeforeAll
  static void write() throws IOException {
    Path file = folder.resolve("page.html");
    assertEquals(0, CommandLineRun.of("--html=" + file).exitCode());
    page = PageDom.parse(Files.readString(file));
    styles = page.all("style").get(0).getTextContent();
  }

  @Test
  void thePageHasALanguageATitleAndLandmarks() {
    assertEquals("en", page.all("html").get(0).getAttribute("lang"));
    assertFalse(PageDom.text(page.all("title").get(0)).isBlank());
    for (String landmark : List.of("main", "header", "nav", "h1")) {
      assertEquals(1, page.all(landmark).size(), landmark);
    }
    assertFalse(page.all("nav").get(0).getAttribute("aria-label").isEmpty());
  }

  @Test
  void headingsSkipNoLevel() {
    int before = 0;
    for (Element element : page.all("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertTrue(level <= before + 1, PageDom.text(element));
        assertFalse(PageDom.text(element).isBlank());
        before = level;
      }
    }
    assertEquals(2, before, "the last heading");
  }

  @Test
  void everyIdIsThereOnce() {
    Set<String> seen = new HashSet<>();
    for (Element element : page.all("*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || seen.add(id), id);
    }
  }

  @Test
  void picturesAreNamedAndTheirPartsAreNot() {
    int pictures = 0;
    for (Element svg : page.all("svg")) {
      if (((Element) svg.getParentNode()).getTagName().equals("svg")) {
        continue;
      }
      pictures++;
      assertEquals("img", svg.getAttribute("role"));
      for (String id : svg.getAttribute("aria-labelledby").split(" ", -1)) {
        assertFalse(PageDom.text(page.get(id)).isBlank(), id);
      }
      assertEquals("title", PageDom.within(svg, "*").get(0).getTagName());
    }
    assertEquals(page.all("figure").size(), pictures);
    page.all("figure").forEach(f -> assertEquals(1, PageDom.within(f, "figcaption").size()));
  }

  @Test
  void tablesSayWhatTheirCellsAreOf() {
    assertFalse(page.all("table").isEmpty());
    for (Element table : page.all("table")) {
      assertFalse(PageDom.text(PageDom.within(table, "caption").get(0)).isBlank());
      for (Element heading : PageDom.within(table, "th")) {
        assertTrue(heading.getAttribute("scope").matches("col|row"), PageDom.text(heading));
      }
      PageDom.within(table, "tr").forEach(r -> assertFalse(PageDom.within(r, "th").isEmpty()));
    }
  }

  @Test
  void linksSayWhereTheyLead() {
    for (Element link : page.all("a")) {
      assertTrue(PageDom.text(link).length() > 5, PageDom.text(link));
    }
  }

  @Test
  void colorsAreTheSameWithoutStyleSheets() {
    Map<String, String> light = colors(styles, 0);
    for (Svg.Ink ink : Svg.Ink.values()) {
      assertTrue(styles.contains("." + ink.fill() + " {"), ink.fill());
      String drawn = ink.fill().substring(2);
      assertTrue(light.containsKey(drawn), drawn);
    }
    assertEquals("#0b5fa5", light.get("main"));
    // What is drawn has the colour of the style sheet as an attribute, too.
    for (Element rect : page.all("rect")) {
      assertEquals(light.get(rect.getAttribute("class").substring(2)), rect.getAttribute("fill"));
    }
  }

  /** Text needs 4.5 to 1, what is drawn 3 to 1: on the screen, in the dark and on paper. */
  @Test
  void everythingStandsOutFromThePage() {
    for (int scheme = 0; scheme < 3; scheme++) {
      for (String text : List.of("text", "soft-text", "link")) {
        for (String ground : List.of("page", "card", "warning")) {
          contrast(scheme, text, ground, 4.5);
        }
      }
      for (String drawn : List.of("main", "alert", "soft", "dialogue", "unheard")) {
        contrast(scheme, drawn, "page", 3);
      }
      // Texts and lines of a picture stand on its bands and shades, too.
      contrast(scheme, "text", "pale", 4.5);
      contrast(scheme, "text", "alert-pale", 4.5);
      contrast(scheme, "main", "pale", 3);
      contrast(scheme, "alert", "alert-pale", 3);
      contrast(scheme, "main", "line", 3);
    }
  }

  /** By their lightness, which all eyes and gray paper keep. */
  @Test
  void neighborsInABarAreToldApartWithoutTheirColors() {
    List<String> order = List.of("dialogue", "answered", "echo", "unheard", "broadcast");
    for (int scheme = 0; scheme < 3; scheme++) {
      for (int i = 1; i < order.size(); i++) {
        contrast(scheme, order.get(i - 1), order.get(i), 1.4);
      }
      contrast(scheme, "answered", "unheard", 1.4);
    }
  }

  private static void contrast(int scheme, String name, String other, double least) {
    Map<String, String> colors = colors(styles, scheme);
    double contrast = contrast(colors.getOrDefault(name, ""), colors.getOrDefault(other, ""));
    assertTrue(
        contrast >= least, name + " on " + other + " in scheme " + scheme + " has " + contrast);
  }

  /** The definition: 21 for black on white. */
  @Test
  void contrastIsThatOfTheStandard() {
    assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
    assertEquals(4.48, contrast("#777777", "#ffffff"), 0.01);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** The colours of the light, the dark or the paper, in this order. */
  private static Map<String, String> colors(String styles, int scheme) {
    String block = styles.split(":root \\{", -1)[scheme + 1].split("}", 2)[0];
    Map<String, String> colors = new HashMap<>();
    Matcher color = COLOR.matcher(block);
    while (color.find()) {
      colors.put(color.group(1), color.group(2));
    }
    assertTrue(colors.size() >= 17, colors.toString());
    return colors;
  }
}
