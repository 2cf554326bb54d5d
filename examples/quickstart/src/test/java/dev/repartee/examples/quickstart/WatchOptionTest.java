package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.repartee.change.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A promise that is watched night after night, on exports that grow. */
class WatchOptionTest {
  private static final int USAGE = 2;
  private static final int CHECK_FAILED = 3;
  private static final LocalDate START = LocalDate.parse("2026-01-01");
  private static final String PROMISE = "--promise=80% answered within 2h";

  @TempDir private Path folder;

  /** On each day ten ask at 9:00; so many are answered at 10:00, the others at 12:00. */
  private static String talk(int days, IntUnaryOperator metOnDay) {
    StringBuilder rows = new StringBuilder("id,author,at,parent,channel\n");
    for (int day = 0; day < days; day++) {
      int met = metOnDay.applyAsInt(day);
      for (int i = 0; i < 10 && met >= 0; i++) {
        String id = day + "." + i;
        String date = START.plusDays(day).toString();
        rows.append("p%s,v%s,%sT09:00:00Z,,%s\n".formatted(id, id, date, i < 5 ? "blog" : "chat"));
        rows.append(
            "r%s,care,%sT%d:00:00Z,p%s,%s\n"
                .formatted(id, date, i < met ? 10 : 12, id, i < 5 ? "blog" : "chat"));
      }
    }
    return rows.toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path kept() {
    return folder.resolve("kept.json");
  }

  private static CommandLineRun run(Path talk, Path kept, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(talk.toString(), "--organization=Acme", "--members=care", "--watch=" + kept));
    all.addAll(List.of(options));
    return CommandLineRun.of(all.toArray(new String[0]));
  }

  private static CommandLineRun good(Path talk, Path kept, String... options) {
    CommandLineRun run = run(talk, kept, options);
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  private static JsonNode json(Path talk, Path kept, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    return good(talk, kept, all.toArray(new String[0])).json().get("watch");
  }

  private static void assertHas(String text, String expected) {
    assertTrue(text.contains(expected), text);
  }

  private static void assertRefused(String message, Path talk, Path kept, String... options) {
    CommandLineRun run = run(talk, kept, options);
    assertEquals(USAGE, run.exitCode(), run.err());
    assertHas(run.err(), message);
  }

  @Test
  void aSecondNightAddsWhatIsSettledSince() throws IOException {
    Path talk = write("talk.csv", talk(30, day -> 9));
    String first = good(talk, kept(), PROMISE).out();
    // The last day is not over yet.
    assertHas(
        first,
        """
        WATCH  at least 80 %: answered within 2 h
        NO_DATA: 28 more days with exchanges are needed to know what chance does.
        29 days, 2026-01-01 to 2026-01-29: 261 of 290 as promised, 0.90.
        29 days were added to\
        """);
    assertHas(first.replaceAll("\\s+", " "), "kept.json, which is new: 2026-01-01 to 2026-01-29.");
    write("talk.csv", talk(70, day -> 9));
    String flat = good(talk, kept(), PROMISE).out().replaceAll("\\s+", " ");
    assertHas(
        flat, "QUIET: what speaks against the promise may be chance (evidence 0.94, alarm at");
    assertHas(flat, "20.00). 69 days, 2026-01-01 to 2026-03-10: 621 of 690 as promised, 0.90.");
    assertHas(flat, "kept.json: 2026-01-30 to 2026-03-10.");
    Path atOnce = folder.resolve("at-once.json");
    JsonNode once = json(talk, atOnce, PROMISE);
    assertEquals(69, once.get("added").size());
    assertTrue(once.get("new").asBoolean());
    assertEquals(Files.readString(atOnce), Files.readString(kept()));
  }

  @Test
  void aRunTwiceChangesNothing() throws IOException {
    Path talk = write("talk.csv", talk(60, day -> 8));
    good(talk, kept(), PROMISE);
    String before = Files.readString(kept());
    assertHas(good(talk, kept(), PROMISE).out(), "No day was added to");
    JsonNode again = json(talk, kept(), PROMISE);
    assertEquals(0, again.get("added").size());
    assertFalse(again.get("new").asBoolean());
    assertEquals(before, Files.readString(kept()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "no draft is left");
    }
  }

  @Test
  void nightsInAnyOrderAreOneRunOverAll() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      int[] met = random.ints(75, 6, 11).toArray();
      List<Integer> nights = new ArrayList<>(List.of(75));
      random.ints(4, 1, 75).forEach(nights::add);
      Collections.shuffle(nights, random);
      Path kept = folder.resolve("kept" + seed + ".json");
      for (int night : nights) {
        good(write("night.csv", talk(night, day -> met[day])), kept, PROMISE);
      }
      Path atOnce = folder.resolve("once" + seed + ".json");
      good(write("night.csv", talk(75, day -> met[day])), atOnce, PROMISE);
      assertEquals(Files.readString(atOnce), Files.readString(kept), nights::toString);
    }
  }

  @Test
  void anAlarmIsThatOfTheDaysFedByHand() throws IOException {
    Path talk = write("talk.csv", talk(100, day -> day < 65 ? 9 : 4));
    Watch byHand = Watch.atLeast(0.8);
    for (int day = 0; day < 99; day++) {
      byHand = byHand.day(START.plusDays(day), day < 65 ? 9 : 4, 10);
    }
    String since = byHand.alarmSince().orElseThrow().toString();
    JsonNode watch = json(talk, kept(), PROMISE);
    assertEquals("ALARM", watch.get("state").asText());
    assertEquals(since, watch.get("alarmSince").asText());
    assertEquals(byHand.evidence(), watch.get("evidence").asDouble(), 1e-9);
    assertEquals(0, watch.get("daysNeeded").asInt());
    CommandLineRun failed = run(talk, kept(), PROMISE, "--fail-on=alarm");
    assertEquals(CHECK_FAILED, failed.exitCode());
    assertHas(failed.out(), "ALARM since " + since + ": so many are not as promised");
    assertHas(
        failed.err(), "quickstart: alarm since " + since + ": at least 80 %: answered within 2 h");
  }

  @Test
  void quietAndNoDataFailNothing() throws IOException {
    Path talk = write("talk.csv", talk(20, day -> 0));
    assertEquals("NO_DATA", json(talk, kept(), PROMISE, "--fail-on=alarm").get("state").asText());
    write("talk.csv", talk(70, day -> day < 20 ? 0 : 10));
    JsonNode none = json(write("one.csv", talk(1, day -> 9)), folder.resolve("n.json"), PROMISE);
    assertEquals(0, none.get("days").asInt());
    assertTrue(none.get("lastDay").isNull());
    assertEquals(57, none.get("daysNeeded").asInt());
  }

  @Test
  void lateAndChangedDaysAreTold() throws IOException {
    Path talk = write("talk.csv", talk(30, day -> day == 9 ? -1 : 9));
    good(talk, kept(), PROMISE);
    write("talk.csv", talk(32, day -> day == 3 || (day > 5 && day < 9) ? 7 : 9));
    String kept = Files.readString(kept());
    String text = good(talk, kept(), PROMISE).out().replaceAll("\\s+", " ");
    assertHas(text, "3 days were added to");
    assertHas(
        text,
        "Of these 2026-01-10 comes late: they belong before days that were there already, and may"
            + " move an alarm.");
    assertHas(
        text,
        "4 days have other counts now than when added: 2026-01-04 9 of 10, now 7 of 10; 2026-01-07"
            + " 9 of 10, now 7 of 10; 2026-01-08 9 of 10, now 7 of 10 and 1 more. What was added"
            + " stays. To count them anew, move");
    assertFalse(kept.equals(Files.readString(kept())));
    JsonNode again = json(talk, kept(), PROMISE);
    assertEquals(4, again.get("changed").size());
    assertEquals(9, again.at("/changed/0/met").asInt());
    assertEquals(7, again.at("/changed/0/metNow").asInt());
    assertEquals(31, again.get("days").asInt());
    assertEquals(31 * 9, again.get("met").asInt(), "what was added stays");
  }

  @Test
  void aPartAndAllDaysWhateverTheReportLooksAt() throws IOException {
    Path talk = write("talk.csv", talk(70, day -> 6));
    JsonNode chat = json(talk, kept(), PROMISE, "--only=channel:chat", "--last=month");
    assertEquals(69, chat.get("days").asInt());
    assertEquals(69, chat.get("met").asInt());
    assertEquals(345, chat.get("all").asInt());
    assertEquals("channel:chat", chat.get("only").asText());
    Path other = folder.resolve("other.json");
    JsonNode blog = json(talk, other, "--promise=80% answered within 2h on channel=blog");
    assertEquals(345, blog.get("met").asInt());
    assertEquals("at least 80 %: answered within 2 h, channel blog", blog.get("promise").asText());
  }

  /** Asked on Friday at 16:00, an answer on Monday at 10:00 takes two hours of work. */
  @Test
  void inOfficeHoursADayIsSettledWhenItsLastDeadlineIsOver() throws IOException {
    String rows =
        """
        id,author,at,parent
        a,zak,2026-01-02T16:00:00Z,
        b,care,2026-01-05T10:00:00Z,a
        c,dan,2026-01-02T16:00:00Z,
        d,care,2026-01-05T10:01:00Z,c
        """;
    String hours = "--hours=Mon-Fri 09:00-17:00 UTC";
    Path talk = write("talk.csv", rows);
    assertEquals(
        0, json(talk, kept(), PROMISE, hours, "--as-of=2026-01-05T10:59:59Z").get("days").asInt());
    JsonNode settled =
        json(talk, folder.resolve("b.json"), PROMISE, hours, "--as-of=2026-01-08T23:00:00Z");
    assertEquals(1, settled.get("days").asInt());
    assertEquals(1, settled.get("met").asInt());
    assertEquals(2, settled.get("all").asInt());
    JsonNode wall = json(talk, folder.resolve("c.json"), PROMISE, "--as-of=2026-01-08T23:00:00Z");
    assertEquals(0, wall.get("met").asInt());
  }

  @Test
  void thePageAboutTheCultureHasItToo() throws IOException {
    Path talk = write("talk.csv", talk(40, day -> 9));
    JsonNode watch = json(talk, kept(), PROMISE, "--culture");
    assertEquals(39, watch.get("days").asInt());
    assertHas(good(talk, kept(), PROMISE, "--culture").out(), "\nWATCH  at least 80 %: answered");
    Path page = folder.resolve("page.html");
    assertHas(good(talk, kept(), PROMISE, "--html=" + page).out(), "NO_DATA: 18 more days");
  }

  /** A folder in the place of the draft is as good as a disk that is full. */
  @Test
  void whatCannotBeWrittenIsLeftAsItWas() throws IOException {
    Path talk = write("talk.csv", talk(20, day -> 9));
    good(talk, kept(), PROMISE);
    String before = Files.readString(kept());
    write("talk.csv", talk(30, day -> 9));
    Path draft = folder.resolve("kept.json." + ProcessHandle.current().pid() + ".tmp");
    Files.createDirectories(draft.resolve("full"));
    CommandLineRun run = run(talk, kept(), PROMISE);
    assertEquals(1, run.exitCode());
    assertHas(run.err(), "--watch (" + kept() + ") cannot be written, and is as it was: ");
    assertEquals(before, Files.readString(kept()));
  }

  /** What is read may be named by a pattern, and the file itself by a link. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linksAndPatternsAreSeenThrough() throws IOException {
    Path talk = write("talk.csv", talk(20, day -> 9));
    CommandLineRun pattern =
        CommandLineRun.of(
            folder.resolve("*.csv").toString(),
            "--organization=Acme",
            "--members=care",
            PROMISE,
            "--watch=" + folder.resolve("new.csv"));
    assertEquals(USAGE, pattern.exitCode());
    assertHas(pattern.err(), "is a file that is read, and would be lost");
    good(talk, kept(), PROMISE);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), kept());
    write("talk.csv", talk(30, day -> 9));
    good(talk, link, PROMISE);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(29, json(talk, kept(), PROMISE).get("days").asInt());
  }

  @Test
  void wrongNumbersAreNotTakenIn() throws IOException {
    Path talk = write("talk.csv", talk(40, day -> 9).replace(",care,", ",nobody,"));
    CommandLineRun run = run(talk, kept(), PROMISE);
    assertEquals(1, run.exitCode());
    assertHas(run.out().replaceAll("\\s+", " "), "the numbers of this run are wrong.");
    assertFalse(Files.exists(kept()));
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path talk = write("talk.csv", talk(40, day -> 9));
    good(talk, kept(), PROMISE);
    String before = Files.readString(kept());
    assertRefused(
        "watches something else: promise is [at least 80 %: answered within 2 h] there and [at"
            + " least 90 %: answered within 2 h] here; give the same --promise, or name another"
            + " file, in which a watch of this begins",
        talk, kept(), "--promise=90% answered within 2h");
    assertRefused("promise is", talk, kept(), "--promise=at most 80% answered within 2h");
    assertRefused("promise is", talk, kept(), PROMISE + " on channel=blog");
    assertRefused(
        "zone is [UTC] there and [Europe/Paris] here; give the same --zone",
        talk,
        kept(),
        PROMISE,
        "--zone=Europe/Paris");
    assertRefused(
        "give the same --clock, --hours and --answered-with",
        talk,
        kept(),
        PROMISE,
        "--clock=each-message");
    assertRefused("measure is", talk, kept(), PROMISE, "--hours=Mon-Fri 09:00-17:00 UTC");
    assertRefused(
        "only is none there and [channel:blog] here", talk, kept(), PROMISE, "--only=channel:blog");
    CommandLineRun apex =
        CommandLineRun.of(
            talk.toString(), "--organization=Apex", "--members=care", PROMISE, "--watch=" + kept());
    assertEquals(USAGE, apex.exitCode());
    assertHas(apex.err(), "organization is [Acme] there and [Apex] here");
    assertEquals(before, Files.readString(kept()));
    // The same, said in other words.
    good(talk, kept(), "--promise=at least 80.0% within 120m", "--zone=UTC", "--clock=each-turn");
  }

  @Test
  void aFileThatKeepsNoWatchIsRefused() throws IOException {
    Path talk = write("talk.csv", talk(40, day -> 9));
    good(talk, kept(), PROMISE);
    String whole = Files.readString(kept());
    assertRefused("is a file that is read, and would be lost", talk, talk, PROMISE);
    Path other = write("other.csv", talk(5, day -> 9));
    assertRefused("keeps no watch: it is no JSON; name a file", talk, other, PROMISE);
    assertEquals(talk(5, day -> 9), Files.readString(other));
    assertRefused(
        "keeps no watch: it does not say that it is one",
        talk,
        write("o.json", "{\"id\": 1}"),
        PROMISE);
    assertRefused("keeps no watch", talk, write("empty.json", ""), PROMISE);
    assertRefused(
        "it is of version 2, not 1",
        talk,
        write("v.json", whole.replace("\"version\" : 1", "\"version\" : 2")),
        PROMISE);
    assertRefused(
        "are damaged: their checksum differs",
        talk,
        write("d.json", whole.replace("UlBXAQ", "UlBXAR")),
        PROMISE);
    assertRefused("it was changed by hand", talk, write("h.json", other(whole)), PROMISE);
  }

  /** The days of another promise in the place of those of this one. */
  private static String other(String whole) {
    String days = Base64.getEncoder().encodeToString(Watch.atLeast(0.9).toBytes());
    return whole.replaceAll("\"watch\" : \"[^\"]*\"", "\"watch\" : \"" + days + "\"");
  }

  @Test
  void whatDoesNotGoTogether() throws IOException {
    Path talk = write("talk.csv", talk(5, day -> 9));
    assertRefused("--watch looks at one promise, and none is given; name one", talk, kept());
    assertRefused("and 2 are given", talk, kept(), PROMISE, "--promise=50% two-way");
    assertRefused("leave out --waiting", talk, kept(), PROMISE, "--waiting");
    assertRefused("leave out --person", talk, kept(), PROMISE, "--person=v0.0");
    assertRefused(
        "not with --clock longest; choose each-turn", talk, kept(), PROMISE, "--clock=longest");
    assertRefused(
        "what is promised of all is broken by the first exception",
        talk,
        kept(),
        "--promise=every department speaks");
    assertRefused("must name a file in a folder", talk, folder, PROMISE);
    assertRefused("is the file of --facts too", talk, kept(), PROMISE, "--facts=" + kept());
    CommandLineRun noWatch = CommandLineRun.of("--fail-on=alarm");
    assertEquals(USAGE, noWatch.exitCode());
    assertHas(noWatch.err(), "keep one with --watch=FILE and --promise");
    CommandLineRun forum = CommandLineRun.of(talk.toString(), "--watch=" + kept(), PROMISE);
    assertEquals(USAGE, forum.exitCode());
    assertHas(forum.err(), "whether an organization keeps its word");
    assertFalse(Files.exists(kept()));
  }
}
