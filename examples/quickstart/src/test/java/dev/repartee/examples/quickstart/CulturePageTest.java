package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The culture page, as a strict parser reads it. */
class CulturePageTest {
  private static final Set<String> PICTURES =
      Set.of("waiting", "promises", "openness", "forms", "weeks", "ties", "path");

  /** Twelve whole weeks; carl is answered after an hour, dora is not, and nobody comes back. */
  private static final String TALK =
      """
      id,author,at,parent,channel,kind
      a,carl,2025-01-06T09:00:00Z,,blog,post
      b,care,2025-01-06T10:00:00Z,a,blog,reply
      c,dora,2025-01-07T09:00:00Z,,blog,post
      d,care,2025-01-14T09:00:00Z,,news,post
      e,emil,2025-03-30T09:00:00Z,,blog,post
      """;

  @TempDir private static Path folder;
  private static PageDom sample;

  @BeforeAll
  static void writeSample() throws IOException {
    sample = PageDom.parse(page());
  }

  private static String page(String... args) throws IOException {
    Path file = folder.resolve("page.html");
    Files.deleteIfExists(file);
    List<String> all = new ArrayList<>(List.of("--html=" + file));
    all.addAll(Arrays.asList(args));
    CommandLineRun run = CommandLineRun.of(all.toArray(new String[0]));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().strip().endsWith("Written: " + file), run.out());
    return Files.readString(file);
  }

  private static PageDom pageOf(String csv, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("talk.csv"), csv);
    List<String> all = new ArrayList<>(List.of(file.toString()));
    all.addAll(Arrays.asList(more));
    return PageDom.parse(page(all.toArray(new String[0])));
  }

  private static JsonNode chart(PageDom page, String id) throws IOException {
    return new ObjectMapper().readTree(page.get(id + "-chart").getTextContent());
  }

  @Test
  void everyPictureHasItsWordsAndItsCounts() throws IOException {
    assertEquals(
        PICTURES,
        sample.all("figure").stream()
            .map(figure -> ((Element) figure.getParentNode()).getAttribute("id"))
            .collect(Collectors.toSet()));
    for (String id : PICTURES) {
      Element picture = sample.get(id);
      Element image = PageDom.within(picture, "div").get(0);
      assertEquals("img", image.getAttribute("role"));
      String words = PageDom.within(picture, "p").get(0).getTextContent();
      assertTrue(words.matches("(?s).*\\d.*"), "no number in: " + words);
      assertTrue(image.getAttribute("aria-label").endsWith(words), id);
      assertEquals(1, PageDom.within(picture, "details").size());
      assertFalse(sample.rows(id).isEmpty(), id);
      assertTrue(chart(sample, id).get("series").size() > 0, id);
      assertEquals(id + "-chart", image.getAttribute("data-chart"));
    }
  }

  @Test
  void theSampleShowsWhatWasPlanted() throws IOException {
    PlantedFacts facts = PlantedFacts.standard();
    String weeks = PageDom.within(sample.get("weeks"), "p").get(0).getTextContent();
    assertTrue(weeks.contains("Spike on " + facts.spikeChannel()), weeks);
    assertTrue(
        weeks.contains("the organization on " + facts.silentChannel() + ": abandoned"), weeks);
    assertTrue(
        sample.get("openness").getTextContent().contains("Verdict: favours praise"),
        sample.get("openness").getTextContent());
    // Each flag leads to a picture of the page.
    List<Element> links = sample.all("a");
    assertFalse(links.isEmpty());
    links.forEach(link -> sample.get(link.getAttribute("href").substring(1)));
  }

  @Test
  void nothingIsFetched() throws IOException {
    String page = page();
    for (Element element : sample.all("*")) {
      assertEquals("", element.getAttribute("src"));
      String href = element.getAttribute("href");
      assertTrue(href.isEmpty() || href.startsWith("#"), href);
      assertFalse(Set.of("link", "img", "iframe", "object").contains(element.getTagName()));
    }
    String styles = sample.all("style").get(0).getTextContent();
    assertFalse(styles.contains("url(") || styles.contains("@import"), styles);
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertTrue(page.contains("width=device-width"));
    // The code that draws is there, and whoever reads HTML ends it where XML does.
    List<Element> code =
        sample.all("script").stream().filter(s -> s.getAttribute("type").isEmpty()).toList();
    assertEquals(2, code.size());
    assertTrue(code.get(0).getTextContent().contains("echarts"));
    code.forEach(c -> assertFalse(c.getTextContent().contains("</script")));
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertEquals(page(), page());
  }

  @Test
  void theCountsAreThoseOfTheFile() throws IOException {
    PageDom page =
        pageOf(
            TALK,
            "--organization=Acme",
            "--members=care:Support,jane:Sales",
            "--as-of=2025-03-31T00:00:00Z",
            "--promise=90% answered within 4h");
    String blog = page.rows("forms").get(0);
    assertTrue(blog.matches("blog\\|2\\|0\\|1\\|0\\|1\\|0\\|0\\|0\\.50 .* 1/2.*"), blog);
    assertTrue(
        page.rows("forms").get(1).startsWith("news|1|0|0|0|0|1|"), page.rows("forms").get(1));
    assertTrue(chart(page, "waiting").toString().contains("end of observation"));
    // Of three who waited one was answered within the hour, and one was watched for 15 h only.
    List<String> waits = page.rows("waiting");
    assertTrue(waits.get(2).matches("still waiting\\|1 h\\|0\\.67.*\\|1\\|0\\|2"), waits.get(2));
    assertTrue(waits.get(4).matches("still waiting\\|1 d\\|0\\.67.*\\|1\\|1\\|1"), waits.get(4));
    List<String> weeks = page.rows("weeks");
    assertEquals("blog|2025-01-06|2|1|", weeks.get(0));
    assertEquals("blog|2025-01-13|0|0|silent", weeks.get(1));
    assertEquals("blog|2025-03-24|1|0|silent", weeks.get(11));
    // 90 % of three are 2.7, so that 1.7 are short.
    assertTrue(page.rows("promises").get(0).contains("|1|3|2|"), page.rows("promises").get(0));
    assertEquals(
        List.of("2025-01-13", "2025-03-24"),
        chart(page, "weeks").findValues("markArea").get(0).get("data").findValuesAsText("xAxis"));
  }

  @Test
  void whatIsMissingIsNamedAndNotDrawn() throws IOException {
    PageDom page = pageOf(TALK, "--organization=Acme", "--members=care");
    for (String id : List.of("promises", "openness", "ties", "path")) {
      assertEquals(List.of(), PageDom.within(page.get(id), "figure"), id);
      assertEquals("missing", PageDom.within(page.get(id), "p").get(0).getAttribute("class"), id);
    }
    assertTrue(page.get("path").getTextContent().contains("no acts"));
    assertTrue(page.get("openness").getTextContent().contains("without sentiment"));
    PageDom empty =
        pageOf(
            "id,author,at\na,care,2025-01-06T09:00:00Z\n", "--organization=Acme", "--members=care");
    assertEquals(List.of(), empty.all("figure"));
    PageDom answered =
        pageOf(
            TALK.lines().limit(3).collect(Collectors.joining("\n")),
            "--organization=Acme",
            "--members=care");
    assertTrue(chart(answered, "waiting").toString().contains("all are answered"));
    assertTrue(empty.get("waiting").getTextContent().contains("Nobody waited"));
  }

  @Test
  void aStageThatNothingProvesIsNotObserved() throws IOException {
    PageDom page =
        pageOf(
            TALK + ",zoe,2025-01-08T09:00:00Z,a,blog,like\n",
            "--organization=Acme",
            "--members=care");
    assertTrue(page.rows("path").get(0).startsWith("attention|4|"), page.rows("path").get(0));
    assertEquals("audience|not observed|||", page.rows("path").get(3));
    assertTrue(page.get("path").getTextContent().contains("audience not observed"));
    JsonNode bar = chart(page, "path").get("series").get(0).get("data").get(3);
    assertEquals("not observed", bar.get("label").get("formatter").asText());
  }

  @Test
  void namesStayNames() throws IOException {
    String script = "</script><script>alert(1)</script>";
    String quotes = "\"it's\" & ]]> <!--";
    String turned = "abc\u202Edef\u0007";
    String hebrew = "\u05E9\u05DC\u05D5\u05DD";
    String longName = "x".repeat(200);
    StringBuilder csv = new StringBuilder("id,author,at,channel,parent\n");
    int id = 0;
    for (String name : List.of(script, quotes, turned, hebrew, longName)) {
      for (int day = 10; day < 30; day++) {
        String cell = "\"" + name.replace("\"", "\"\"") + "\"";
        csv.append("m" + id++ + "," + cell + ",2025-01-" + day + "T09:00:00Z," + cell + ",\n");
      }
    }
    csv.append("answer,care,2025-01-30T09:00:00Z,blog,m0\n");
    PageDom page = pageOf(csv.toString(), "--organization=<b>Acme</b>", "--members=care:<i>x</i>");
    assertEquals(2, page.all("script").stream().filter(s -> !s.hasAttribute("type")).count());
    assertEquals(List.of(), page.all("b"));
    assertEquals(List.of(), page.all("i"));
    assertTrue(page.all("h1").get(0).getTextContent().contains("<b>Acme</b>"));
    String forms = String.join("\n", page.rows("forms"));
    for (String name : List.of(script, quotes, "abc\uFFFDdef\uFFFD", hebrew, longName)) {
      assertTrue(forms.contains(name + "|"), name + " is missing in\n" + forms);
    }
    String drawn = chart(page, "forms").toString();
    assertTrue(drawn.contains(script) && drawn.contains(hebrew), drawn);
    String source = Files.readString(folder.resolve("page.html"));
    assertFalse(source.contains(script));
    assertFalse(source.contains("\u202E") || source.contains("\\u202E"));
  }

  @Test
  void whereItIsWrittenIsChecked() throws IOException {
    CommandLineRun nowhere = CommandLineRun.of("--html=" + folder.resolve("none/page.html"));
    assertEquals(2, nowhere.exitCode());
    assertTrue(nowhere.err().contains("must name a file in a folder that exists"), nowhere.err());
    assertEquals(2, CommandLineRun.of("--html=" + folder).exitCode());
    assertEquals(2, CommandLineRun.of("--html=" + folder.resolve("a.html"), "--json").exitCode());
    assertFalse(Files.exists(folder.resolve("a.html")));
  }
}
