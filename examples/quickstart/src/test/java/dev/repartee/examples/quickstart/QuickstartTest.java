package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a new user meets it. */
class QuickstartTest {
  private static final int USAGE = 2;
  private static final int DATA = 1;
  private static final String TALK =
      """
      comment_id,author_id,at_utc,reply_to_comment_id,platform,mood
      p0,eve,2025-01-01T08:00:00Z,,blog,
      p1,carl,2025-01-01T09:00:00Z,,blog,bad
      r1,acme_care,2025-01-01T09:42:00Z,p1,blog,
      p2,carl,2025-01-01T10:00:00Z,r1,blog,meh
      p3,dora,2025-03-01T10:00:00Z,,chirp,
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void assertFails(int exitCode, String message, String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals(exitCode, run.exitCode(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(run.err().contains("\tat "), "a stack trace: " + run.err());
    assertEquals("", run.out());
  }

  private static void assertFitsTheScreen(String text) {
    for (String line : text.split("\n", -1)) {
      assertTrue(line.length() <= 80, line.length() + " columns: " + line);
      assertEquals(line.stripTrailing(), line);
    }
  }

  @Test
  void withoutArgumentsTheSampleIsMeasured() {
    CommandLineRun run = CommandLineRun.of();

    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    assertFitsTheScreen(run.out());
    for (String text :
        List.of(
            "does Copperleaf Coffee really converse?",
            "synthetic",
            "set aside: duplicate id",
            "RESPONSE",
            "DIALOGUE",
            "A-PATH",
            "BY CHANNEL",
            "BY SENTIMENT")) {
      assertTrue(run.out().contains(text), text + " is missing in\n" + run.out());
    }
  }

  @Test
  void slowerFromMonthToMonthIsSaid() throws Exception {
    StringBuilder csv = new StringBuilder("id,author,at,parent\n");
    for (int month = 1; month <= 4; month++) {
      for (int i = 0; i < 100; i++) {
        String day = "2025-0%d-%02dT".formatted(month, 1 + i % 28);
        String id = month + "." + i;
        csv.append("p%s,v%s,%s08:%02d:00Z,\n".formatted(id, id, day, i % 60));
        csv.append("r%s,care,%s%02d:%02d:30Z,p%s\n".formatted(id, day, 8 + 2 * month, i % 60, id));
      }
    }
    String file = file("slower.csv", csv.toString());
    CommandLineRun run = CommandLineRun.of(file, "--organization=Acme", "--members=care:Support");
    assertEquals(0, run.exitCode(), run.err());
    assertFitsTheScreen(run.out());
    assertTrue(
        run.out().contains("Changing over time: those who came later are answered later (p "),
        run.out());
    assertTrue(run.out().contains("2025-04  8 h"), run.out());
  }

  @Test
  void ownFileByNamesAndWords() throws Exception {
    String mapping = file("m.properties", "sentiment = mood\nsentiment.negative = bad,angry\n");
    String csv = file("talk.csv", TALK);

    CommandLineRun run =
        CommandLineRun.of(
            csv,
            "--mapping",
            mapping,
            "--organization=Acme",
            "--members=acme_care:Support",
            "--by=sentiment",
            "--including-open",
            "--target=1h");
    assertEquals(0, run.exitCode(), run.err());
    assertFitsTheScreen(run.out());
    assertTrue(run.out().contains("does Acme really converse?"));
    String unwrapped = run.out().replaceAll("\\s+", " ");
    assertTrue(
        unwrapped.contains(
            "columns: id=comment_id, author=author_id, at=at_utc, parent=reply_to_comment_id,"
                + " channel=platform, sentiment=mood"),
        run.out());
    assertTrue(unwrapped.contains("sentiments [meh] are not known"), run.out());
    assertTrue(run.out().contains("NEGATIVE"), run.out());
    assertTrue(unwrapped.contains("as-of assumed"), run.out());
  }

  @Test
  void jsonHoldsEverythingAndNullWhereUndefined() throws Exception {
    String csv = file("talk.csv", TALK);

    JsonNode report =
        CommandLineRun.of(csv, "--json", "--organization=Acme", "--members=acme_care").json();
    assertEquals(5, report.at("/audit/offered").asLong());
    assertEquals(4, report.at("/response/exchanges").asLong());
    assertEquals(1, report.at("/response/answered").asLong());
    assertEquals("NOT_REACHED", report.at("/response/median/state").asText());
    assertTrue(report.at("/response/median/millis").isNull());
    assertTrue(report.at("/aPath").isNull());
    assertTrue(report.at("/warnings").toString().contains("as-of assumed"));
    assertEquals("channel", report.at("/breakdowns/0/by").asText());
  }

  @Test
  void workingTimeStandsBesideTheWallClock() throws Exception {
    // Wednesday evening to Thursday morning: 16 h, and 1 h of work.
    String csv =
        file(
            "night.csv",
            """
            id,author,at,parent
            p1,carl,2025-01-08T17:30:00Z,
            r1,care,2025-01-09T09:30:00Z,p1
            p2,dora,2025-01-09T10:00:00Z,
            r2,care,2025-01-09T10:30:00Z,p2
            """);
    List<String> ask = List.of(csv, "--organization=Acme", "--members=care", "--target=30m");
    String hours = "--hours=Mon-Fri 09:00-18:00 UTC, 2025-12-25 closed";

    CommandLineRun run = CommandLineRun.of(with(ask, hours, "--as-of=2025-02-01T00:00Z"));
    assertEquals(0, run.exitCode(), run.err());
    assertFitsTheScreen(run.out());
    String words = run.out().replaceAll("\\s+", " ");
    assertTrue(
        words.contains(
            "Measured: response each turn, in office hours Mon-Fri 09:00-18:00 UTC, 2025-12-25"
                + " closed, target PT30M."),
        run.out());
    assertTrue(words.contains("on the wall clock, all counted 8 h 15 min"), run.out());

    JsonNode report = CommandLineRun.of(with(ask, hours, "--json")).json();
    assertEquals(2_700_000, report.at("/response/median/millis").asLong());
    assertEquals(1, report.at("/response/target/missed").asLong());
    assertEquals(29_700_000, report.at("/responseOnTheWallClock/median/millis").asLong());

    String night = "--hours=Mon-Fri 09:00-17:00 UTC";
    JsonNode outside = CommandLineRun.of(with(ask, night, "--out-of-hours", "--json")).json();
    assertEquals(1, outside.at("/response/exchanges").asLong());
    assertEquals(1, outside.at("/response/excluded/IN_OFFICE_HOURS").asLong());
    assertEquals(57_600_000, outside.at("/response/median/millis").asLong());
    assertTrue(outside.at("/responseOnTheWallClock").isMissingNode());
  }

  @Test
  void whatIsNotDueYetIsShownApart() throws Exception {
    String csv =
        file(
            "young.csv",
            """
            id,author,at,parent
            p1,carl,2025-01-08T09:00:00Z,
            r1,care,2025-01-08T09:30:00Z,p1
            p2,dora,2025-01-08T09:40:00Z,
            """);
    List<String> ask =
        List.of(csv, "--organization=Acme", "--members=care", "--clock=session", "--target=2h");
    CommandLineRun run = CommandLineRun.of(with(ask, "--as-of=2025-01-08T10:00Z"));
    assertEquals(0, run.exitCode(), run.err());
    assertFitsTheScreen(run.out());
    String words = run.out().replaceAll("\\s+", " ");
    assertTrue(words.contains("still waiting 0 unanswered, still in time 1"), run.out());
    assertTrue(words.contains("target 2 h, not due 1 met early, 1 still in time"), run.out());
    JsonNode report = CommandLineRun.of(with(ask, "--json")).json();
    assertEquals(1, report.at("/response/stillInTime").asLong());
  }

  private static String[] with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void everyClockMakesAReport() throws Exception {
    for (WaitingClock clock : WaitingClock.values()) {
      CommandLineRun run = CommandLineRun.of("--clock=" + Choices.text(clock));
      assertEquals(0, run.exitCode(), run.err());
      assertFitsTheScreen(run.out());
      assertTrue(run.out().contains("answered so far"), run.out());
      String beside = "answered only, " + Choices.text(clock);
      assertEquals(clock.ofAnswered().isPresent(), run.out().contains(beside), run.out());
      JsonNode report = CommandLineRun.of("--json", "--clock=" + Choices.text(clock)).json();
      assertTrue(report.at("/response/median").isObject());
      assertEquals(clock.ofAnswered().isPresent(), report.has("responseOfTheAnsweredOnly"));
    }
  }

  @Test
  void jsonLinesWithNestedFieldsAndActs() throws Exception {
    String json =
        file(
            "talk.jsonl",
            """
            {"id":"1","user":{"id":"ann"},"created_at":1735725600}
            {"id":"2","user":{"id":"acme"},"created_at":1735725660,"in_reply_to":"1","tags":[{"id":9}]}
            {"user":{"id":"ann"},"created_at":1735729660000,"type":"like","in_reply_to":"2"}
            """);

    JsonNode report =
        CommandLineRun.of(
                json, "--author=user.id", "--json", "--organization=Acme", "--members=acme")
            .json();
    assertEquals(3, report.at("/audit/accepted").asLong());
    assertEquals(1, report.at("/log/acts").asLong());
    assertEquals(1, report.at("/response/answeredDirectly").asLong());
    assertEquals(60_000, report.at("/response/median/millis").asLong());
    assertEquals("2025-01-01T11:07:40Z", report.at("/log/asOf").asText());
  }

  @Test
  void semicolonsByteOrderMarkAndLocalTimes() throws Exception {
    String csv =
        file(
            "local.csv",
            "\uFEFFid;author;at;parent\n1;ann;2025-07-01 10:00;\n2;bob;2025-07-01 11:00;1\n");

    assertFails(DATA, "name their zone with --zone", csv);
    JsonNode report = CommandLineRun.of(csv, "--zone=Europe/Paris", "--json").json();
    assertEquals("2025-07-01T09:00:00Z", report.at("/log/asOf").asText());
    assertEquals(1, report.at("/response/answered").asLong());
  }

  @Test
  void withoutAnOrganizationAnybodyElseAnswers() throws Exception {
    String csv = file("talk.csv", TALK);

    CommandLineRun run = CommandLineRun.of(csv);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("anybody else"), run.out());
    assertFitsTheScreen(run.out());
  }

  @Test
  void membersThatNeverWriteAreNoticed() throws Exception {
    String csv = file("talk.csv", TALK);

    CommandLineRun run = CommandLineRun.of(csv, "--organization=Acme", "--members=Acme_Care");
    assertTrue(run.out().replaceAll("\\s+", " ").contains("nobody of Acme wrote"), run.out());
  }

  @Test
  void misspeltOptionsGetSuggestions() {
    assertFails(USAGE, "--channel", "--chanel=x");
    assertFails(USAGE, "must be one of each-turn", "--clock=each-trun");
    assertFails(USAGE, "must be one of channel, topic", "--by=chanel");
    assertFails(USAGE, "must be one of each-turn", "--clock=sesion");
    assertFails(USAGE, "zone (Europe/Pariss) must be", "--hours=Mon-Fri 09:00-17:00 Europe/Pariss");
    assertFails(USAGE, "must name one zone, not [Mno-Fri, UTC]", "--hours=Mno-Fri 9-17 UTC");
    assertFails(USAGE, "write 09:00-17:00", "--hours=Mon-Fri 9:00-25:00 UTC");
    assertFails(USAGE, "must not overlap", "--hours=Mon-Fri 9-17 Fri 9-15 UTC");
    assertFails(USAGE, "must be a duration", "--target=soon");
    assertFails(USAGE, "must be a zone", "--zone=Mars");
    assertFails(USAGE, "must be a time with an offset", "--as-of=2025");
  }

  @Test
  void misspeltKeysOfAMappingAreNoticed() throws Exception {
    String csv = file("talk.csv", TALK);

    String option = file("a.properties", "autor = author_id\n");
    assertFails(USAGE, "--author", csv, "--mapping=" + option);
    String word = file("b.properties", "sentimant.negative = bad\n");
    assertFails(USAGE, "translation (sentimant.negative)", csv, "--mapping=" + word);
  }

  @Test
  void optionsWinOverTheMapping() throws Exception {
    String csv = file("talk.csv", TALK);
    String mapping = file("m.properties", "organization = Acme\nmembers = nobody\n");

    JsonNode report =
        CommandLineRun.of(csv, "--mapping=" + mapping, "--members=acme_care", "--json").json();
    assertEquals("Acme", report.at("/organizations/0").asText());
    assertEquals(1, report.at("/response/answered").asLong());
  }

  @Test
  void optionsThatDoNotFitTogether() throws Exception {
    String csv = file("talk.csv", TALK);

    assertFails(USAGE, "--direct-only goes with", "--direct-only");
    assertFails(USAGE, "no FILE", "--id=x");
    assertFails(USAGE, "--sql (a.sql) stands instead of FILE (" + csv, csv, "--sql=a.sql");
    assertFails(USAGE, "--jdbc (jdbc:x:) goes with --sql=FILE", csv, "--jdbc=jdbc:x:");
    assertFails(USAGE, "has no driver on the class path", "--sql=" + csv, "--jdbc=jdbc:x:");
    assertFails(USAGE, "--out-of-hours goes with --hours", "--out-of-hours");
    assertFails(USAGE, "not with --clock last-message", "--clock=last-message", "--target=1h");
    assertFails(USAGE, "not with --clock longest", "--clock=longest", "--target=1h");
    assertFails(USAGE, "at most 24 h", "--clock=session", "--target=25h");
    assertFails(USAGE, "--threads (0) must be at least 1", "--threads=0");
    assertFails(USAGE, "must come with --organization", csv, "--members=acme");
    assertFails(
        USAGE,
        "this is a file; read it with --members-file=" + csv,
        csv,
        "--organization=Acme",
        "--members=" + csv);
    assertFails(USAGE, "nobody could answer", csv, "--organization=Acme");
    assertFails(USAGE, "role (BOSS)", csv, "--organization=Acme", "--members=a:Support:BOSS");
    assertFails(USAGE, "name it with --fingerprint", csv, "--fold-repeats=10m");
    assertFails(USAGE, "name it with --label", csv, "--answered-with=answer");
    assertFails(USAGE, "name it with --conversation", csv, "--id-scope=conversation");
    assertFails(USAGE, "mapping (nope) does not exist", csv, "--mapping=nope");
    assertFails(USAGE, "must have the columns", csv, "--format=blog-thread");
  }

  @Test
  void filesThatAreNone() throws Exception {
    assertFails(USAGE, "is a folder and holds no file", folder.toString());
    assertFails(USAGE, "does not exist", folder.resolve("none.csv").toString());
    assertFails(USAGE, "column (x) of --id is not in the file", file("a.csv", TALK), "--id=x");
    assertFails(USAGE, "no column is recognised as --author", file("b.csv", "a,b\n1,2\n"));
    assertFails(DATA, "is empty", file("c.csv", ""));
    assertFails(DATA, "is empty", file("c.jsonl", ""));
    assertFails(DATA, "no rows", file("d.csv", "id,author,at\n"));
    assertFails(DATA, "starting at line 2", file("e.csv", "id,author,at\n1,\"a,b\n"));
    assertFails(DATA, "at line 2", file("f.jsonl", "[{\"id\":1},\n{\"id\":}]\n"));
    assertFails(DATA, "one object a line", file("g.jsonl", "[1]\n"));
    assertFails(DATA, "no row of", file("h.csv", "id,author,at\n1,a,never\n"));
    Path latin =
        Files.write(
            folder.resolve("i.csv"), "id,author,at\n1,é,x\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(DATA, "not UTF-8", latin.toString());
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(TALK.getBytes(StandardCharsets.UTF_8));
    }
    Path gzip = Files.write(folder.resolve("j.csv.gz"), zipped.toByteArray());
    assertEquals(
        5, CommandLineRun.of(gzip.toString(), "--json").json().at("/log/messages").asInt());
  }

  /** A file is opened several times, which a pipe does not bear: it must not be called empty. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsNoFileIsRefused() throws Exception {
    assertFails(USAGE, "is no regular file", "/dev/null");
  }

  @Test
  void quotesThatDoNotFitTogetherAreNamedWithWhatToDo() throws Exception {
    String csv = file("quotes.csv", "id,author,at\n1,\"a\"b,2025-01-01T00:00Z\n");

    assertFails(DATA, "(record starting at line 2)", csv);
    assertFails(DATA, "correct the quotes there or take the line out", csv);
  }

  @Test
  void marksOfTheByteOrderAreNoPartOfTheText() throws Exception {
    String csv = file("mark.csv", "\uFEFFid,author,at\n1,a,2025-01-01T00:00Z\n");
    String line = "{\"id\":1,\"author\":\"a\",\"at\":\"2025-01-01T00:00Z\"}";
    String jsonl = file("mark.jsonl", "\uFEFF" + line + "\n");
    String array = file("mark.json", "\uFEFF[" + line + "]\n");

    for (String path : List.of(csv, jsonl, array)) {
      JsonNode audit = CommandLineRun.of(path, "--json").json().at("/audit");
      assertEquals(1, audit.at("/offered").asLong(), path);
      assertEquals(1, audit.at("/accepted").asLong(), path);
    }
  }

  @Test
  void linesBeyondTheLimitsOfTheReaderAreCountedToo() throws Exception {
    String line = "{\"id\":1,\"author\":\"a\",\"at\":\"2025-01-01T00:00Z\"}\n";
    String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "\n";
    String number = "{\"id\":" + "1".repeat(5_000) + "}\n";
    String name = "{\"" + "x".repeat(100_000) + "\":1}\n";
    String jsonl = file("limits.jsonl", line + deep + number + name);

    JsonNode audit = CommandLineRun.of(jsonl, "--json").json().at("/audit");
    assertEquals(4, audit.at("/offered").asLong(), audit::toString);
    assertEquals(1, audit.at("/accepted").asLong(), audit::toString);
    String array = file("limits.json", "[" + line + "," + deep + "]");
    assertFails(DATA, "limits.json) cannot be read", array);
  }

  @Test
  void brokenLinesOfJsonAreCountedAndTheNextAreRead() throws Exception {
    String line = "{\"id\":\"%s\",\"author\":\"a\",\"at\":\"2025-01-01T00:00Z\"}%n";
    String jsonl =
        file(
            "broken.jsonl",
            "{\"id\":\n"
                + String.format(Locale.ROOT, line, 1)
                + "{\"id\":\"2\",\n\n17\n[{}]\n"
                + String.format(Locale.ROOT, line, 3)
                + "no JSON\n");

    String out = CommandLineRun.of(jsonl).out();
    assertTrue(out.contains("set aside: unreadable      5  row 1, row 3, row 4"), out);
    JsonNode audit = CommandLineRun.of(jsonl, "--json").json().at("/audit");
    assertEquals(7, audit.at("/offered").asLong(), audit::toString);
    assertEquals(2, audit.at("/accepted").asLong(), audit::toString);
    assertFails(DATA, "row 1: UNREADABLE; a row can be read", jsonl, "--strict");
  }

  @Test
  void rowsOfCsvWithMoreOrFewerFieldsAreRead() throws Exception {
    String csv =
        file(
            "fields.csv",
            """
            id,author,at,parent
            1,a,2025-01-01T00:00Z
            2,b,2025-01-02T00:00Z,1,x,y
            3
            "4",b,2025-01-02T00:00Z,"1"
            """);

    JsonNode audit = CommandLineRun.of(csv, "--json").json().at("/audit");
    assertEquals(4, audit.at("/offered").asLong(), audit::toString);
    assertEquals(3, audit.at("/accepted").asLong(), audit::toString);
  }

  @Test
  void misspeltOptionsAreNamedAndNothingElse() throws Exception {
    String csv = file("talk.csv", TALK);

    for (String[] args :
        List.of(
            new String[] {"--chanel", "x", csv},
            new String[] {"--chanel=x", csv},
            new String[] {csv, "--chanel", "x"})) {
      CommandLineRun run = CommandLineRun.of(args);
      assertEquals(USAGE, run.exitCode());
      assertTrue(run.err().startsWith("quickstart: unknown option --chanel"), run::err);
      assertFalse(run.err().contains("talk.csv"), run::err);
      assertTrue(run.err().contains("--channel"), run::err);
    }
    assertFails(USAGE, "unknown option --htlm", "--htlm", "out.html", csv);
    assertFails(USAGE, "unknown option -x", "-x", csv);
    assertFails(USAGE, "b.csv", csv, "b.csv");
  }

  @Test
  void strictStopsAtTheFirstBadRow() throws Exception {
    String csv = file("bad.csv", "id,author,at\n1,a,2025-01-01T00:00Z\n2,a,never\n");

    assertEquals(0, CommandLineRun.of(csv).exitCode());
    assertFails(DATA, "never", csv, "--strict");
  }

  @Test
  void severalDimensionsTogether() throws Exception {
    JsonNode parts = CommandLineRun.of("--by=channel,month", "--json").json().at("/breakdowns/0");

    assertEquals("channel,month", parts.at("/by").asText());
    assertEquals("[\"blog\",\"2025-01\"]", parts.at("/parts/0/key").toString());
    for (JsonNode part : parts.at("/parts")) {
      if (part.at("/key").toString().equals("[\"forum\",\"2025-10\"]")) {
        assertEquals(0, part.at("/response/answered").asLong());
        return;
      }
    }
    throw new AssertionError("nobody waits on the forum in October: " + parts);
  }

  @Test
  void threadsChangeNothing() {
    assertEquals(CommandLineRun.of().out(), CommandLineRun.of("--threads=1").out());
  }

  @Test
  void helpAndVersion() {
    assertTrue(CommandLineRun.of("--help").out().contains("--answered-with"));
    assertFitsTheScreen(CommandLineRun.of("--help").out());
    assertTrue(CommandLineRun.of("--version").out().contains("Repartee"));
  }

  @Test
  void thePathSaysWhoIsWhereAndWhatNobodyCanSee() throws Exception {
    String csv =
        file(
            "path.csv",
            """
            id,author,time,channel,kind,parent
            ,ann,2026-01-01T00:00:00Z,chirp,view,
            ,ann,2026-01-02T00:00:00Z,chirp,share,
            ,ann,2026-01-10T00:00:00Z,chirp,click,
            ,ann,2026-02-01T00:00:00Z,chirp,share,
            ,bob,2026-02-20T00:00:00Z,chirp,view,
            m1,cleo,2025-10-01T00:00:00Z,chirp,post,
            """);
    String[] options = {
      csv, "--organization=Acme", "--members=acme_care:Support", "--as-of=2026-03-01T00:00:00Z"
    };
    String text = CommandLineRun.of(options).out().replaceAll(" +", " ").replace("\n", " ");
    for (String part :
        List.of(
            "stage people of those before within 90 d still in time",
            "audience not observed",
            "lost: unfollowed not observed",
            "lost: lapsed 1 0.33",
            "at advocates 1 0.33",
            "Hollow audience: not observed.",
            "Advocates by name: ann since 2026-02-01.")) {
      assertTrue(text.contains(part), () -> part + " is not in\n" + text);
    }
    String[] asJson = Arrays.copyOf(options, options.length + 1);
    asJson[options.length] = "--json";
    JsonNode path = CommandLineRun.of(asJson).json().at("/aPath");
    assertEquals(3, path.at("/persons").asLong());
    // Bob saw it nine days ago and may still come within 90 days.
    assertEquals(1, path.at("/stages/1/stillInTimeFor90Days").asLong());
    assertEquals("NOT_OBSERVED", path.at("/stages/3/state").asText());
    assertTrue(path.at("/stages/3/people").isNull());
    assertTrue(path.at("/hollowAudience").isNull());
    assertEquals("LAPSED", path.at("/now/7/standing").asText());
    assertEquals(1, path.at("/now/7/people").asLong());
    assertEquals("ann", path.at("/advocates/0/person").asText());
    assertEquals(1, path.at("/advocateCount").asLong());
  }
}
