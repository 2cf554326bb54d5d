package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.time.EventTime;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Role;
import dev.repartee.model.Sentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Columns, words, times and members: how texts of a file are understood. */
class ColumnsTest {
  @TempDir private Path folder;

  private static void assertRefused(String message, Executable action) {
    String actual =
        String.valueOf(assertThrows(IllegalArgumentException.class, action).getMessage());
    assertTrue(actual.contains(message), actual);
  }

  @Test
  void usualNamesAreGuessedAndNamedOnesWin() {
    Columns columns =
        Columns.resolve(
            Map.of(Field.AUTHOR, "Who"), List.of("Tweet ID", "created_at", "user", "who", "type"));

    assertEquals("id=Tweet ID, author=who, at=created_at, kind=type", columns.toString());
    assertEquals(3, columns.position(Field.AUTHOR));
    assertEquals(Columns.ABSENT, columns.position(Field.PARENT));
  }

  @Test
  void oneColumnMayBeNamedTwiceButIsNotGuessedTwice() {
    List<String> header = List.of("author", "at", "kind");

    assertEquals("author=author, at=at, kind=kind", Columns.resolve(Map.of(), header).toString());
    assertEquals(
        "author=author, at=at, label=kind",
        Columns.resolve(Map.of(Field.LABEL, "kind"), header).toString());
    assertEquals(
        "author=author, at=at, kind=kind, label=kind",
        Columns.resolve(Map.of(Field.KIND, "kind", Field.LABEL, "kind"), header).toString());
  }

  @Test
  void controlCharactersOfRubbishAreNotPrinted() {
    assertRefused(
        "?[31m, " + "x".repeat(40) + "…",
        () -> Columns.resolve(Map.of(), List.of("\u001b[31m", "x".repeat(100))));
  }

  @Test
  void wordsAreTranslated() {
    Translations words = new Translations();
    words.add("sentiment.negative", "bad, Angry");
    words.add("kind.share", "quote");

    assertEquals(Optional.of(Sentiment.NEGATIVE), words.sentiment(" ANGRY"));
    assertEquals(Optional.of(Sentiment.POSITIVE), words.sentiment("positive"));
    assertEquals(Optional.empty(), words.sentiment("meh"));
    assertEquals(Optional.of(ActKind.SHARE), words.act("quote"));
    assertEquals(Optional.of(ActKind.REACTION), words.act("Like"));
    assertEquals(Optional.empty(), words.act("comment"));
    assertRefused("negative, neutral, positive", () -> words.add("sentiment.awful", "x"));
    assertRefused("must begin with sentiment.", () -> words.add("mood.bad", "x"));
  }

  @Test
  void timesOfSeveralKinds() {
    TimeReader utc = new TimeReader(Optional.empty());
    long millis = Instant.parse("2025-01-01T10:00:00Z").toEpochMilli();

    assertEquals(millis, utc.millis("2025-01-01T11:00:00+01:00"));
    assertEquals(millis, utc.millis(String.valueOf(millis / 1_000)));
    assertEquals(millis, utc.millis(String.valueOf(millis)));
    assertEquals(millis + 250, utc.millis(millis / 1_000 + ".25"));
    assertEquals(millis, utc.millis(millis + "000"));
    assertEquals(millis, utc.millis(millis + "000000"));
    assertEquals(EventTime.UNPARSABLE, utc.millis("2025-01-01 10:00"));
    assertEquals(EventTime.UNPARSABLE, utc.millis("yesterday"));
    assertEquals(1, utc.localTimes());

    TimeReader paris = new TimeReader(Optional.of(ZoneId.of("Europe/Paris")));
    assertEquals(millis, paris.millis("2025-01-01 11:00"));
    assertEquals(Instant.parse("2025-06-30T22:00:00Z").toEpochMilli(), paris.millis("2025-07-01"));
  }

  @Test
  void membersOfAFileHaveDates() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("who.csv"),
            """
            account,department,role,from,until
            anna,Support,,,2026-03-01
            anna,Sales,LEADER,2026-03-01,
            bob,Support,,2026-02-03T08:00:00Z,
            """);
    Directory berlin =
        Members.readTable(file, Optional.of("Acme"), Optional.of(ZoneId.of("Europe/Berlin")))
            .directory();
    Instant march = Instant.parse("2026-02-28T23:00:00Z");
    assertEquals(Role.STAFF, berlin.memberOf("anna", march.minusMillis(1)).orElseThrow().role());
    assertEquals(Role.LEADER, berlin.memberOf("anna", march).orElseThrow().role());
    assertEquals(Optional.empty(), berlin.memberOf("bob", Instant.parse("2026-02-03T07:59:59Z")));
    Directory utc = Members.readTable(file, Optional.of("Acme"), Optional.empty()).directory();
    assertEquals(Role.STAFF, utc.memberOf("anna", march).orElseThrow().role());
    Path bad = Files.writeString(folder.resolve("bad.csv"), "account,from\nanna,soon\n");
    assertRefused(
        "from (soon) of anna", () -> Members.readTable(bad, Optional.of("Acme"), Optional.empty()));
  }

  @Test
  void membersFromAListAndFromAFile() throws IOException {
    Directory list =
        Members.parse("Acme", "care, jane:Executive:LEADER, bot:Support:BOT").directory();
    assertEquals(3, list.members().size());
    assertEquals(Role.LEADER, list.memberOf("jane").orElseThrow().role());
    assertEquals("no department", list.memberOf("care").orElseThrow().department());

    Path file =
        Files.writeString(
            folder.resolve("who.properties"),
            """
            organization.Acme = care:Support:BRAND
            person.Carl = carl@blog, carl@chirp
            channel.help = Acme
            internal.intranet = Acme
            topic.billing = Acme:Support
            """);
    Directory read = Members.read(file).directory();
    assertEquals(List.of("Acme"), read.organizations());
    assertEquals(read.personOf("carl@blog"), read.personOf("carl@chirp"));
    assertEquals(Optional.of("Support"), read.topic("billing").owningDepartment());
    Path bad = Files.writeString(folder.resolve("bad.properties"), "organisation.Acme = a\n");
    assertRefused("key (organisation.Acme)", () -> Members.read(bad));
  }
}
