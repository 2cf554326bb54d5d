package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as exports write them: one moment, 2017-10-31T22:10:47Z, and half an hour later. */
class TimesTest {
  private static final Instant ASKED = Instant.parse("2017-10-31T22:10:47Z");

  @TempDir private Path folder;

  private Path file(String asked, String answered) throws IOException {
    return new Tiny(folder)
        .file(
            "t.csv",
            "id,author,at,parent / 1,carl,\"%s\", / 2,acme,\"%s\",1".formatted(asked, answered));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-10-31T22:10:47Z|2017-10-31T22:40:47Z",
        "2017-10-31T22:10:47+0000|2017-10-31T22:40:47+0000",
        "2017-10-31 22:10:47 +0000|2017-10-31 22:40:47 +0000",
        "2017-10-31 22:10:47.123456+00|2017-10-31 22:40:47.123456+00",
        "2017-10-31T22:10:47 Z|2017-10-31T22:40:47 Z",
        "2017-10-31 22:10:47 UTC|2017-10-31 22:40:47 UTC",
        "2017-10-31 22:10:47 GMT|2017-10-31 22:40:47 GMT",
        "2017-10-31T23:10:47+01:00[Europe/Paris]|2017-10-31T23:40:47+01:00[Europe/Paris]",
        "2017-10-31T22:10:47Z[UTC]|2017-10-31T22:40:47Z[UTC]",
        "1509487847|1509489647",
        "1509487847.123456|1509489647.123456",
        "1509487847000|1509489647000",
        "1509487847000000|1509489647000000",
        "1509487847000000000|1509489647000000000",
        "1.509487847E9|1.509489647E9",
        "1.509487847E12|1.509489647E12",
        "Tue Oct 31 22:10:47 +0000 2017|Tue Oct 31 22:40:47 +0000 2017",
        "Tue Oct 31 22:10:47 UTC 2017|Tue Oct 31 22:40:47 UTC 2017",
        "Tue, 31 Oct 2017 22:10:47 +0000|Tue, 31 Oct 2017 22:40:47 GMT",
        "31 Oct 2017 18:10:47 -0400 (EDT)|31 Oct 2017 18:40:47 EDT",
      })
  void withAnOffsetTheyAreUnderstood(String asked, String answered) throws IOException {
    Imported imported = Tiny.acme(file(asked, answered), UnaryOperator.identity());
    assertEquals("30M", Tiny.waits(imported));
    assertEquals("", Tiny.problems(imported));
    assertEquals(ASKED, imported.box().from().orElseThrow().truncatedTo(ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20171031231047|20171031234047",
        "2017-10-31 23:10:47|2017-10-31 23:40:47",
        "2017/10/31 23:10:47|2017/10/31 23:40:47",
        "Tue Oct 31 23:10:47 2017|Tue Oct 31 23:40:47 2017",
        "Oct 31, 2017, 11:10:47 PM|Oct 31, 2017, 11:40:47 PM",
        "31/10/2017 23:10:47|31/10/2017 23:40:47",
        "10/31/2017 11:10:47 PM|10/31/2017 11:40:47 PM",
        "31.10.2017 23:10:47|31.10.2017 23:40:47",
      })
  void withoutAnOffsetTheyNeedAZone(String asked, String answered) throws IOException {
    Path file = file(asked, answered);
    IOException e =
        assertThrows(IOException.class, () -> Tiny.acme(file, UnaryOperator.identity()));
    assertTrue(String.valueOf(e.getMessage()).contains("name their zone with --zone"));
    Imported imported = Tiny.acme(file, export -> export.zone(ZoneId.of("Europe/Paris")));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(ASKED, imported.box().from().orElseThrow());
  }

  @Test
  void daysOfASpreadsheetAreTakenOnRequestOnly() throws IOException {
    Path file = file("43039.924155", "43039.944988");
    IOException e =
        assertThrows(IOException.class, () -> Tiny.acme(file, UnaryOperator.identity()));
    assertTrue(String.valueOf(e.getMessage()).contains("--time-format=spreadsheet"));
    Imported imported =
        Tiny.acme(file, export -> export.zone(ZoneOffset.UTC).timeFormat("spreadsheet"));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(ASKED, imported.box().from().orElseThrow());
  }

  @Test
  void whetherDayOrMonthComesFirstIsNotGuessed() throws IOException {
    Path file = file("03/04/2026 10:00", "03/04/2026 10:30");
    IOException e =
        assertThrows(
            IOException.class, () -> Tiny.acme(file, export -> export.zone(ZoneOffset.UTC)));
    assertTrue(String.valueOf(e.getMessage()).contains("day or the month comes first"));
    Imported said =
        Tiny.acme(file, export -> export.zone(ZoneOffset.UTC).timeFormat("dd/MM/yyyy HH:mm"));
    assertEquals("30M", Tiny.waits(said));
    assertEquals(Instant.parse("2026-04-03T10:00:00Z"), said.box().from().orElseThrow());
    assertFalse(Tiny.problems(said).contains("comes first"));
    // One that leaves no doubt tells for all.
    Imported told =
        Tiny.acme(
            file("03/04/2026 10:00", "13/04/2026 10:30"), export -> export.zone(ZoneOffset.UTC));
    assertEquals(Instant.parse("2026-04-03T10:00:00Z"), told.box().from().orElseThrow());
  }

  @Test
  void wholeDaysSayNothingOfHours() throws IOException {
    Imported imported =
        Tiny.acme(file("2026-01-05", "2026-01-06"), export -> export.zone(ZoneOffset.UTC));
    assertTrue(imported.box().isWholeDays());
    assertTrue(Tiny.problems(imported).contains("nothing is said about hours"));
    assertFalse(
        Tiny.acme(file("2026-01-05T00:00Z", "2026-01-05T01:00Z"), UnaryOperator.identity())
            .box()
            .isWholeDays());
  }

  @Test
  void aLastRowFarBehindAllOthersIsNamed() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "future.csv",
                "id,author,at,parent / 1,carl,2026-02-02T09:00Z, / 2,acme,2026-02-02T09:20Z,1"
                    + " / 3,dan,2026-02-02T10:00Z, / 4,eve,2099-01-01T00:00Z,");
    assertTrue(
        Tiny.problems(Tiny.acme(file, UnaryOperator.identity()))
            .contains("days behind all others; if its clock is wrong"));
    Instant asOf = Instant.parse("2026-03-01T00:00:00Z");
    assertEquals("", Tiny.problems(Tiny.acme(file, export -> export.asOf(asOf))));
  }

  @Test
  void secondsTakenForMillisecondsAreNamed() throws IOException {
    Imported imported =
        Tiny.acme(file("1970-01-18T11:18:07Z", "1970-01-18T11:18:09Z"), UnaryOperator.identity());
    assertTrue(Tiny.problems(imported).contains("looks wrong"));
  }

  @Test
  void dateAndTimeInTwoColumnsAreOneTime() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "two.csv",
                "id,author,date,time,parent / 1,carl,2017-10-31,22:10:47,"
                    + " / 2,acme,2017-10-31,22:40:47,1");
    assertEquals("30M", Tiny.waits(Tiny.acme(file, export -> export.zone(ZoneOffset.UTC))));
  }

  @Test
  void whatIsNoTimeIsNone() {
    TimeReader utc = new TimeReader(Optional.of(ZoneOffset.UTC));
    for (String text :
        new String[] {
          "",
          "never",
          "31 Foo 2017 10:00 +0000",
          "32 Oct 2017 10:00 +0000",
          "5.1.2026.1",
          "1e",
          "20171332221047",
          "10:30",
          "-",
          "1..2",
          "Tue Oct 31 25:10:47 +0000 2017"
        }) {
      assertFalse(dev.repartee.internal.time.EventTime.isValid(utc.millis(text)), text);
    }
  }

  /** Those that are read beside the parser are counted with the others. */
  @Test
  void everyTimeIsCountedByItsForm() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "t.csv",
                "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1 / 3,dan,1767607200,"
                    + " / 4,eve,,");
    Imported imported = Tiny.acme(file, UnaryOperator.identity());
    assertEquals(
        List.of(new DataBox.TimesSo("ISO 8601", 2), new DataBox.TimesSo("seconds since 1970", 1)),
        imported.box().timeForms());
    assertEquals(3, imported.box().accepted());
  }
}
