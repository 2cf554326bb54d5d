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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a file, what stands before it, who waits, facts in files, and when a run fails. */
class ViewTest {
  private static final int USAGE = 2;
  private static final int CHECK_FAILED = 3;

  /** January: one of two answered after an hour; February: one of one, and one in chat waits. */
  private static final String TALK =
      """
      id,author,at,parent,channel
      a,carl,2025-01-10T09:00:00Z,,blog
      b,care,2025-01-10T10:00:00Z,a,blog
      c,dora,2025-01-20T09:00:00Z,,blog
      d,carl,2025-02-03T09:00:00Z,,blog
      e,care,2025-02-03T11:00:00Z,d,blog
      f,eve,2025-02-20T23:30:00Z,,chat
      g,care,2025-03-02T09:00:00Z,,blog
      """;

  @TempDir private Path folder;
  private String talk = "";

  @BeforeEach
  void write() throws IOException {
    talk = Files.writeString(folder.resolve("talk.csv"), TALK).toString();
  }

  private CommandLineRun run(String... options) {
    List<String> all =
        new ArrayList<>(List.of(talk, "--organization=Acme", "--members=care:Support"));
    all.addAll(List.of(options));
    return CommandLineRun.of(all.toArray(new String[0]));
  }

  private JsonNode json(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    CommandLineRun run = run(all.toArray(new String[0]));
    assertEquals(0, run.exitCode(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private void assertRefused(String message, String... options) {
    CommandLineRun run = run(options);
    assertEquals(USAGE, run.exitCode(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  private static String waits(JsonNode report) {
    return report.at("/response/answered").asInt() + "/" + report.at("/response/exchanges").asInt();
  }

  @Test
  void aPartOfTheTime() throws IOException {
    assertEquals("2/4", waits(json()));
    assertEquals("1/2", waits(json("--from=2025-01-01", "--until=2025-02-01")));
    assertEquals("1/2", waits(json("--until=2025-02-01")));
    assertEquals("1/2", waits(json("--from=2025-02-01")));
    assertEquals("0/1", waits(json("--from=2025-01-10T09:00:00.001Z", "--until=2025-02-03")));
    // The file ends in March, so the last whole month is February.
    assertEquals("1/2", waits(json("--last=month")));
    assertEquals("0/1", waits(json("--last=15d")));
    assertEquals("2/4", waits(json("--last=100d")));
    // Midnight in Auckland comes 13 h earlier: 23:30 UTC is noon of the next day.
    assertEquals("0/1", waits(json("--from=2025-02-21", "--zone=Pacific/Auckland")));
    assertEquals("0/0", waits(json("--from=2025-02-21")));
  }

  @Test
  void aPartByKey() throws IOException {
    assertEquals("0/1", waits(json("--only=channel:chat")));
    assertEquals("2/4", waits(json("--only=channel:chat", "--only=channel:blog")));
    assertEquals("0/0", waits(json("--only=channel:chat", "--only=topic:tea")));
    assertRefused("--only (chat) must be a kind and a key, as channel:blog", "--only=chat");
    assertRefused("--only: 'colour' must be one of channel, topic", "--only=colour:red");
  }

  @Test
  void whatDoesNotGoTogether() {
    assertRefused("--last names a period; leave out --from", "--last=week", "--from=2025-01-01");
    assertRefused("--compare needs a period", "--compare", "--from=2025-01-01");
    assertRefused(
        "--until (2025-01-01) must be after --from (2025-02-01)",
        "--from=2025-02-01",
        "--until=2025-01-01");
    assertRefused("--from (2026-01-01) must not be after the end of the file", "--from=2026-01-01");
    assertRefused("--from (soon) must be a day, as 2026-01-01", "--from=soon");
    assertRefused("'fortnight' must be week, month, quarter, year, or days", "--last=fortnight");
    assertRefused("--facts (x.txt) must end with .csv, .jsonl or .json", "--facts=x.txt");
    assertRefused("--facts (" + talk + ") is a file that is read", "--facts=" + talk);
    assertRefused("leave out --culture", "--waiting", "--culture");
    assertRefused("--fail-on=broken-promise judges promises", "--fail-on=broken-promise");
    assertRefused("'many' must be a share from 0% to 100%", "--max-set-aside=many");
  }

  @Test
  void thePeriodBeforeStandsBeside() {
    CommandLineRun run = run("--last=month", "--compare");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out()
            .contains(
                "Before from 2025-01-01T00:00:00Z to 2025-02-01T00:00:00Z, now from\n"
                    + "2025-02-01T00:00:00Z to 2025-03-01T00:00:00Z."),
        run.out());
    assertTrue(run.out().contains("median wait          1 h     2 h"), run.out());
  }

  /** January: chat 16 of 20 answered, mail 2 of 10; February: chat 9 of 10, mail 8 of 20. */
  private static String moreMail() {
    StringBuilder rows = new StringBuilder("id,author,at,parent,channel\n");
    channel(rows, "chat", 1, 20, 16);
    channel(rows, "mail", 1, 10, 2);
    channel(rows, "chat", 2, 10, 9);
    channel(rows, "mail", 2, 20, 8);
    return rows + "last,care,2025-03-02T09:00:00Z,,chat\n";
  }

  private static void channel(
      StringBuilder rows, String channel, int month, int messages, int answered) {
    for (int i = 0; i < messages; i++) {
      String id = channel + month + i;
      String time = String.format("2025-%02d-%02dT", month, 1 + i);
      rows.append(id).append(",v").append(i).append(',').append(time).append("09:00:00Z,,");
      rows.append(channel).append('\n');
      if (i < answered) {
        rows.append('r').append(id).append(",care,").append(time).append("10:00:00Z,");
        rows.append(id).append(',').append(channel).append('\n');
      }
    }
  }

  @Test
  void whereTheDifferenceComesFromIsSaid() throws IOException {
    Files.writeString(Path.of(talk), moreMail());
    CommandLineRun run = run("--last=month", "--compare");
    assertEquals(0, run.exitCode(), run.err());
    // 18 of 30, then 17 of 30.
    assertTrue(
        run.out()
            .contains(
                """
                The share answered within 1 d is higher for every channel, yet lower overall,
                0.57 after 0.60: mail, where it is lower, grew from 0.33 to 0.67 of all. So
                small a difference may be chance.
                channel   weight  after  share  after    mix  level   sum
                chat        0.67   0.33   0.80   0.90   -8.9   +5.0  -3.9
                mail        0.33   0.67   0.20   0.40   -9.4  +10.0  +0.6
                together                  0.60   0.57  -18.3  +15.0  -3.3
                Mix and level are points of a hundred; together they are the difference.
                """),
        run.out());
    JsonNode where = json("--last=month", "--compare").at("/comparison/answeredWithin24h");
    assertEquals(-1.0 / 30, where.at("/difference/value").asDouble(), 1e-12);
    assertEquals("mail", where.at("/channels/1/channel").asText());
    assertEquals(0.1, where.at("/channels/1/level/value").asDouble(), 1e-12);
    assertTrue(json("--last=month").at("/comparison").isMissingNode());
  }

  /** The same on the page, in words, drawn and as a table; figures are of the two periods. */
  @Test
  void thePageShowsBeforeAndAfterWithWhereItComesFrom(@TempDir Path folder) throws IOException {
    Files.writeString(Path.of(talk), moreMail());
    Path file = folder.resolve("page.html");
    assertEquals(0, run("--last=month", "--compare", "--html=" + file).exitCode());
    PageDom page = PageDom.parse(Files.readString(file));
    String said = PageDom.text(page.get("compared"));
    assertTrue(
        said.contains(
            "1 February 2025 to 28 February 2025, and 1 January 2025 to 31 January 2025 before it:"
                + " within a day 57 % of those who waited had an answer, before 60 %, fewer by 3"
                + " points"),
        said);
    assertTrue(
        said.contains(
            "so small a difference may be chance. Every channel that was there before has more"
                + " answered, and yet there are fewer over all. Of that, -18.3 points come"
                + " from where people write, and +15.0 from how each channel answers. Most comes from mail, which had"
                + " 33 % of those who waited and now has 67 %."),
        said);
    assertTrue(said.contains("67 % of all, before 33 %: mix -9.4, level +10.0"), said);
    String counts = PageDom.text(page.get("compared-counts"));
    assertTrue(counts.contains("mail"), counts);
    String figures = PageDom.text(page.get("figures"));
    assertTrue(figures.contains("1 February 2025 to 28 February 2025, and"), figures);
    // Without the option none of it is there.
    assertEquals(0, run("--last=month", "--html=" + file).exitCode());
    assertFalse(Files.readString(file).contains("id=\"compared\""));
    assertTrue(run("--last=month", "--compare", "--culture").out().contains("COMPARED"));
    JsonNode json = json("--last=month", "--compare", "--culture");
    assertEquals("mail", json.at("/comparison/answeredWithin24h/channels/1/channel").asText());
  }

  @Test
  void aPeriodWithoutWaitsIsSaidNotToBeCompared(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("id,author,at,parent,channel\n");
    channel(rows, "chat", 2, 10, 9);
    rows.append("last,care,2025-03-02T09:00:00Z,,chat\n");
    Files.writeString(Path.of(talk), rows);
    Path file = folder.resolve("page.html");
    CommandLineRun run = run("--last=month", "--compare", "--html=" + file);
    assertEquals(0, run.exitCode(), run.err());
    String page = Files.readString(file);
    assertFalse(page.contains("id=\"compared\""));
    assertTrue(page.contains("cannot be compared: nobody waited in one of them"), page);
  }

  @Test
  void whereThereIsNothingToDivideNothingIsSaid() {
    CommandLineRun run = run("--last=month", "--compare", "--only=channel:blog");
    assertEquals(0, run.exitCode(), run.err());
    assertFalse(run.out().contains("by mix"), run.out());
  }

  @Test
  void whoWaitsNow() throws IOException {
    CommandLineRun run = run("--waiting", "--target=2h");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("WAITING  as of 2025-03-02 09:00 UTC"), run.out());
    assertTrue(run.out().contains("dora    c        2025-01-20 09:00  41 d"), run.out());
    assertTrue(run.out().contains("2 wait, 2 of them overdue."), run.out());
    JsonNode json = json("--waiting", "--target=2h");
    assertEquals(2, json.at("/waiting").asInt());
    assertEquals("c", json.at("/longest/0/message").asText());
    assertEquals("eve", json.at("/longest/1/person").asText());
    assertEquals(1, json("--waiting", "--only=channel:chat").at("/waiting").asInt());
  }

  @Test
  void factsAreWrittenAsTheNameSays() throws IOException {
    Path csv = folder.resolve("facts.csv");
    Path lines = folder.resolve("facts.jsonl");
    Path object = folder.resolve("facts.json");
    for (Path file : List.of(csv, lines, object)) {
      CommandLineRun run = run("--facts=" + file, "--by=channel", "--last=month");
      assertEquals(0, run.exitCode(), run.err());
    }
    List<String> rows = Files.readAllLines(csv);
    assertTrue(rows.get(0).startsWith("measure,view,key,statistic,state,value,low,high,unit"));
    assertTrue(
        rows.contains(
            "response each turn,,,answered,VALUE,1,,,COUNT,1,,,2025-03-02T09:00:00Z,"
                + "2025-02-01T00:00:00Z,2025-03-01T00:00:00Z,,,,false"),
        rows.subList(0, 5).toString());
    assertTrue(
        rows.stream().anyMatch(row -> row.startsWith("response each turn,,channel=chat,waits,")));
    ObjectMapper mapper = new ObjectMapper();
    List<String> texts = Files.readAllLines(lines);
    assertEquals(rows.size() - 1, texts.size());
    JsonNode first = mapper.readTree(texts.get(0));
    assertEquals("waits", first.at("/statistic").asText());
    assertEquals(2, first.at("/value").asInt());
    JsonNode all = mapper.readTree(Files.readString(object));
    int facts = 0;
    for (JsonNode measure : all.at("/measures")) {
      facts += measure.at("/facts").size();
    }
    assertEquals(texts.size(), facts);
    assertFalse(Files.readString(object).contains("NaN"));
  }

  @Test
  void aRunFailsForWhatItWasToldTo() throws IOException {
    Files.writeString(folder.resolve("talk.csv"), TALK + "a,zoe,2025-03-01T09:00:00Z,,blog\n");
    assertEquals(0, run("--max-set-aside=20%").exitCode());
    CommandLineRun failed = run("--max-set-aside=10%");
    assertEquals(CHECK_FAILED, failed.exitCode());
    assertTrue(
        failed.err().contains("1 of 8 rows are set aside, more than --max-set-aside=10%"),
        failed.err());
    assertTrue(failed.out().contains("RESPONSE"), "the report is printed all the same");
  }

  @Test
  void aBrokenPromiseFailsOnlyWhereItIsToldTo() throws IOException {
    StringBuilder csv = new StringBuilder("id,author,at,parent\n");
    for (int i = 0; i < 400; i++) {
      String day = "2025-%02d-%02d".formatted(1 + i / 28 % 12, 1 + i % 28);
      csv.append("p%d,v%d,%sT09:00:00Z,\n".formatted(i, i, day));
      csv.append("r%d,care,%sT12:00:00Z,p%d\n".formatted(i, day, i));
    }
    Files.writeString(folder.resolve("talk.csv"), csv.toString());
    String promise = "--promise=90% answered within 1h";
    assertEquals(0, run("--culture", promise).exitCode());
    CommandLineRun failed = run("--culture", promise, "--fail-on=broken-promise");
    assertEquals(CHECK_FAILED, failed.exitCode(), failed.err());
    assertTrue(failed.err().contains("broken promise: "), failed.err());
    assertEquals(
        0,
        run("--culture", "--promise=90% answered within 4h", "--fail-on=broken-promise")
            .exitCode());
    CommandLineRun json = run("--culture", promise, "--json");
    JsonNode page = new ObjectMapper().readTree(json.out());
    assertEquals("BROKEN", page.at("/promises/0/verdict").asText());
    assertEquals(1, page.at("/version").asInt());
    assertTrue(page.at("/measures").size() > 3);
  }
}
