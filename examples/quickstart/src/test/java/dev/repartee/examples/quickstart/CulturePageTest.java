package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static String drawn(PageDom page, String id) {
    return PageDom.text(PageDom.within(page.get(id), "svg").get(0));
  }

  @Test
  void everyPictureHasItsWordsAndItsCounts() {
    assertEquals(
        PICTURES,
        sample.all("figure").stream()
            .map(figure -> ((Element) figure.getParentNode()).getAttribute("id"))
            .collect(Collectors.toSet()));
    for (String id : PICTURES) {
      Element picture = sample.get(id);
      Element image = PageDom.within(picture, "svg").get(0);
      assertEquals("img", image.getAttribute("role"));
      String words = PageDom.text(PageDom.within(picture, "p").get(0));
      assertTrue(words.matches("(?s).*\\d.*"), "no number in: " + words);
      assertEquals(words, PageDom.text(sample.get(id + "-text")), id);
      assertEquals(
          PageDom.text(PageDom.within(picture, "h2").get(0)),
          PageDom.text(sample.get(id + "-title")),
          id);
      assertEquals(id + "-title " + id + "-text", image.getAttribute("aria-labelledby"));
      assertFalse(sample.rows(id).isEmpty(), id);
      assertFalse(PageDom.within(picture, "figcaption").isEmpty(), id);
    }
  }

  @Test
  void theFirstScreenShowsFiguresBesideThePeriodBefore() {
    Element figures = sample.get("figures");
    assertEquals(
        "October to December 2025, and July to September 2025 before it",
        PageDom.text(PageDom.within(figures, "h2").get(0)));
    List<String> cards = PageDom.within(figures, "li").stream().map(PageDom::text).toList();
    assertEquals(4, cards.size());
    for (String card : cards) {
      assertTrue(card.matches("\\d+ % of .*\\(\\d+ to \\d+\\), .*Before: \\d+ % \\(.*"), card);
    }
    assertTrue(cards.get(2).matches(".* \\d+ of \\d+ conversations .*"), cards.get(2));
  }

  @Test
  void theFirstScreenShowsFindingsWithACaseAndWhatItTakes() {
    List<Element> findings = PageDom.within(sample.get("findings"), "article");
    assertEquals(
        List.of(
            "A promise is broken",
            "Criticism is answered less than praise",
            "Silence on " + PlantedFacts.standard().silentChannel()),
        findings.stream()
            .map(finding -> PageDom.text(PageDom.within(finding, "h3").get(0)))
            .toList());
    for (Element finding : findings) {
      String text = PageDom.text(finding);
      assertTrue(text.contains("What it takes: "), text);
      assertTrue(text.matches("(?s).*has waited for \\d+ days \\(message \\w+\\).*"), text);
      // The conversation can be opened, and holds the message.
      String id = text.replaceFirst("(?s).*\\(message (\\w+)\\).*", "$1");
      String rows = PageDom.text(PageDom.within(finding, "ol").get(0));
      assertTrue(rows.contains("(" + id + ")"), rows);
    }
    assertTrue(PageDom.text(findings.get(0)).contains("546 more of the 2,800"));
    assertTrue(PageDom.text(sample.get("findings")).contains("A spike on photos"));
    assertTrue(PageDom.text(sample.get("basis")).contains("Left out: unparsable time (4), "));
  }

  /** Its people of the first months have gone by September; they are answered as ever. */
  @Test
  void theWeeksShowSinceWhenThereIsLess() {
    String drawn = drawn(sample, "weeks");
    for (String mark :
        List.of("since 8 Sep: 17 a week", "since 15 Sep: 27 a week", "since 8 Sep: 22 a week")) {
      assertTrue(drawn.contains(mark), drawn);
    }
    assertEquals(3, drawn.split("since \\d", -1).length - 1, drawn);
    assertFalse(sample.has("answers"));
    assertTrue(
        PageDom.text(sample.get("letter"))
            .contains(
                "Whether people are answered later than before, or sooner: no change that lasts is"
                    + " shown on chirp, photos, email, forum."));
  }

  @Test
  void theSampleShowsWhatWasPlanted() {
    PlantedFacts facts = PlantedFacts.standard();
    String weeks = PageDom.text(PageDom.within(sample.get("weeks"), "p").get(0));
    assertTrue(weeks.contains("a spike on " + facts.spikeChannel()), weeks);
    assertTrue(
        weeks.contains("on " + facts.silentChannel() + " the organization has said nothing for"),
        weeks);
    assertTrue(
        PageDom.text(sample.get("openness")).contains("taken alone, praise is answered more"),
        PageDom.text(sample.get("openness")));
    // Each link leads to something on the page.
    List<Element> links = sample.all("a");
    assertTrue(links.size() > 20);
    links.forEach(link -> sample.get(link.getAttribute("href").substring(1)));
  }

  @Test
  void nothingIsFetchedAndNothingIsRun() throws IOException {
    String page = page();
    assertTrue(page.length() < 200_000, "the page has " + page.length() + " characters");
    for (Element element : sample.all("*")) {
      assertEquals("", element.getAttribute("src"));
      String href = element.getAttribute("href");
      assertTrue(href.isEmpty() || href.startsWith("#"), href);
      assertFalse(
          Set.of("script", "link", "img", "iframe", "object").contains(element.getTagName()));
    }
    String styles = sample.all("style").get(0).getTextContent();
    assertFalse(styles.contains("url(") || styles.contains("@import"), styles);
    assertTrue(page.contains("default-src &#39;none&#39;; style-src"));
    assertTrue(page.contains("width=device-width"));
  }

  @Test
  void noWordIsOfAProgramOrOfStatisticians() {
    String text = sample.text();
    for (String word :
        List.of("--", "deff", "E-I", "Kaplan", "not settled", "as-of", "groups", "turns", "null")) {
      assertFalse(text.contains(word), word + " in " + text);
    }
    // Shares are told in percent.
    assertFalse(text.matches("(?s).*\\b0\\.\\d\\d\\b.*"), text);
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
    assertEquals("blog|2|0|1|0|1|0|0|50 % (0 to 100), 1 of 2", page.rows("forms").get(0));
    assertTrue(
        page.rows("forms").get(1).startsWith("news|1|0|0|0|0|1|"), page.rows("forms").get(1));
    // Of three who waited one was answered within the hour, and one was watched for 15 h only.
    List<String> waits = page.rows("waiting");
    assertTrue(waits.get(2).matches("people\\|1 h\\|33 % .*\\|1\\|0\\|2"), waits.get(2));
    assertTrue(waits.get(4).matches("people\\|1 day\\|33 % .*\\|1\\|1\\|1"), waits.get(4));
    List<String> weeks = page.rows("weeks");
    assertEquals("blog|2025-01-06|2|1|", weeks.get(0));
    assertEquals("blog|2025-01-13|0|0|silent", weeks.get(1));
    assertEquals("blog|2025-03-24|1|0|silent", weeks.get(11));
    assertTrue(drawn(page, "weeks").contains("in a week up to 2 by people, 1 by staff"));
    // 90 % of three are 2.7, so that 1.7 are short.
    assertTrue(page.rows("promises").get(0).endsWith("|1|3|2"), page.rows("promises").get(0));
    assertTrue(page.text().contains("1 of 3 (too few people to tell)"), page.text());
    assertFalse(page.text().contains("scorecard"), page.text());
    assertFalse(page.text().contains(folder.toString()), "a path of a disk");
    assertTrue(page.text().contains("Source: talk.csv"), page.text());
  }

  @Test
  void whatIsMissingIsNamedAndNotDrawn() throws IOException {
    PageDom page = pageOf(TALK, "--organization=Acme", "--members=care");
    for (String id : List.of("promises", "openness", "ties", "path")) {
      assertFalse(page.has(id), id);
    }
    String missing = PageDom.text(page.get("letter"));
    assertTrue(missing.contains("the log has no acts"), missing);
    assertTrue(missing.contains("no message bears a sentiment"), missing);
    assertTrue(missing.contains("Promises: none is given"), missing);
    assertFalse(missing.contains("--"), missing);
    PageDom empty =
        pageOf(
            "id,author,at,parent\na,care,2025-01-06T09:00:00Z,\n",
            "--organization=Acme",
            "--members=care",
            "--gap=4h");
    assertEquals(List.of(), empty.all("figure"));
    assertTrue(PageDom.text(empty.get("letter")).contains("Nobody waited"), empty.text());
    assertTrue(PageDom.text(empty.get("figures")).contains("Too little was written"));
  }

  @Test
  void aStageThatNothingProvesIsNotObserved() throws IOException {
    PageDom page =
        pageOf(
            TALK + ",zoe,2025-01-08T09:00:00Z,a,blog,like\n",
            "--organization=Acme",
            "--members=care");
    assertTrue(page.rows("path").get(0).startsWith("attention|4|"), page.rows("path").get(0));
    assertEquals("audience|the log cannot show it|||", page.rows("path").get(3));
    assertTrue(PageDom.text(page.get("path")).contains("audience (the log cannot show it)"));
    assertTrue(drawn(page, "path").contains("The log cannot show it"));
  }

  @Test
  void aForumHasAPage() throws IOException {
    PageDom page =
        pageOf(
            """
            id,author,at,parent,channel
            a,carl,2025-01-06T09:00:00Z,,help
            b,dora,2025-01-06T10:00:00Z,a,help
            c,emil,2025-01-08T09:00:00Z,,help
            d,carl,2025-03-30T09:00:00Z,,help
            """);
    assertEquals(
        "How people of this forum talk with each other", PageDom.text(page.all("h1").get(0)));
    assertTrue(page.has("waiting") && page.has("forms") && page.has("weeks"), page.text());
    assertEquals("help|2025-01-06|3", page.rows("weeks").get(0));
    assertTrue(page.text().contains("the log names no organization"), page.text());
  }

  /** Zero percent would stand there as if it were found. */
  @Test
  void misspeltAccountsShowAWarningAndNoFigures() throws IOException {
    Path file = Files.writeString(folder.resolve("talk.csv"), TALK);
    Path html = folder.resolve("wrong.html");
    CommandLineRun run =
        CommandLineRun.of(
            file.toString(), "--organization=Acme", "--members=karen", "--html=" + html);
    assertEquals(1, run.exitCode());
    PageDom page = PageDom.parse(Files.readString(html));
    Element first = PageDom.within(page.all("main").get(0), "section").get(0);
    assertEquals("wrong", first.getAttribute("class"));
    assertTrue(PageDom.text(first).contains("nobody of Acme wrote a message"), page.text());
    assertFalse(page.has("figures") || page.has("findings") || page.has("letter"), page.text());
    assertFalse(page.text().contains(" %"), page.text());
  }

  /** It would make everybody wait for ever, and draw eight thousand years of weeks. */
  @Test
  void aRowFarBehindAllOthersIsNamedAndLeftOut() throws IOException {
    String stray = "z,fritz,9999-12-31T23:59:59Z,,blog,post\n";
    PageDom page = pageOf(TALK + stray, "--organization=Acme", "--members=care");
    PageDom without = pageOf(TALK, "--organization=Acme", "--members=care");
    assertEquals(without.rows("weeks"), page.rows("weeks"));
    assertEquals(without.rows("waiting"), page.rows("waiting"));
    assertTrue(page.text().contains("z by fritz"), page.text());
    assertTrue(page.text().contains("31 December 9999"), page.text());
  }

  /** Who says that the log goes on for so long is believed; still it is drawn in little room. */
  @Test
  void asManyWeeksAreDrawnAsHaveRoom() throws IOException {
    PageDom page =
        pageOf(TALK, "--organization=Acme", "--members=care", "--as-of=9999-12-31T00:00:00Z");
    assertEquals(12 + 26, page.rows("weeks").size(), "twelve weeks and half a year");
    PageDom early =
        pageOf(
            TALK + "y,carl,1970-01-01T00:00:00Z,,blog,post\n",
            "--organization=Acme",
            "--members=care");
    long weeks = early.rows("weeks").stream().filter(row -> row.startsWith("blog|")).count();
    assertEquals(WeeksPicture.MOST_WEEKS, weeks);
    assertTrue(PageDom.text(early.get("weeks")).contains("Drawn are 156 of 2,88"), early.text());
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
    assertEquals(List.of(), page.all("script"));
    assertEquals(List.of(), page.all("b"));
    assertEquals(List.of(), page.all("i"));
    assertTrue(PageDom.text(page.all("h1").get(0)).contains("<b>Acme</b>"));
    String forms = String.join("\n", page.rows("forms"));
    for (String name : List.of(script, quotes, "abc\uFFFDdef\uFFFD", hebrew, longName)) {
      assertTrue(forms.contains(name + "|"), name + " is missing in\n" + forms);
    }
    String drawn = drawn(page, "forms");
    assertTrue(drawn.contains(script) && drawn.contains(hebrew), drawn);
    assertTrue(drawn.contains("x".repeat(45) + "…"), drawn);
    String source = Files.readString(folder.resolve("page.html"));
    assertFalse(source.contains(script));
    assertFalse(source.contains("\u202E"));
  }

  @Test
  void whereItIsWrittenIsChecked() throws IOException {
    CommandLineRun nowhere = CommandLineRun.of("--html=" + folder.resolve("none/page.html"));
    assertEquals(2, nowhere.exitCode());
    assertTrue(nowhere.err().contains("must name a file in a folder that exists"), nowhere.err());
    assertEquals(2, CommandLineRun.of("--html=" + folder).exitCode());
    assertEquals(
        2, CommandLineRun.of("--html=" + folder.resolve("a.html"), "--person=x").exitCode());
    assertFalse(Files.exists(folder.resolve("a.html")));
  }
}
