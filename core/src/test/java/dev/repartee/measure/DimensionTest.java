package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.model.Directory;
import dev.repartee.model.Intent;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of facts. */
class DimensionTest {
  private static final Counts ALL = Counts.ofMessages("all", row -> true);

  private static List<String> keys(EngagementLog log, Dimension dimension) {
    return log.measure(ALL.by(dimension)).keys().stream().map(k -> String.join("/", k)).toList();
  }

  private static String key(String at, Dimension dimension) {
    EngagementLog log = EngagementLog.builder().add(Post.of("a", "x", at)).build();
    return keys(log, dimension).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T12:00:00Z, 2026-02-01, 7 Sun, 13",
    "2026-01-31T22:59:59.999Z, 2026-01-25, 6 Sat, 23",
    "2026-01-31T23:00:00Z, 2026-02-01, 7 Sun, 00", // midnight in Berlin
    "2026-02-02T23:30:00Z, 2026-02-01, 2 Tue, 00",
    "2026-10-25T00:30:00Z, 2026-10-25, 7 Sun, 02", // twice half past two
    "2026-10-25T01:30:00Z, 2026-10-25, 7 Sun, 02",
    "2026-03-29T00:59:59Z, 2026-03-29, 7 Sun, 01",
    "2026-03-29T01:00:00Z, 2026-03-29, 7 Sun, 03",
    "1969-12-31T23:15:00Z, 1969-12-28, 4 Thu, 00"
  })
  void calendarsOfAZone(String at, String week, String weekday, String hour) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    assertEquals(week, key(at, Dimension.week(zone, DayOfWeek.SUNDAY)));
    assertEquals(weekday, key(at, Dimension.weekday(zone)));
    assertEquals(hour, key(at, Dimension.hour(zone)));
  }

  @Test
  void weekdaysAndHoursStandInTheirOrder() {
    EngagementLog.Builder builder = EngagementLog.builder();
    for (int hour = 0; hour < 24 * 7; hour += 5) {
      builder.add(Post.of("m" + hour, "x", Instant.EPOCH.plusSeconds(3_600L * hour)));
    }
    EngagementLog log = builder.build();
    assertEquals(
        List.of("1 Mon", "2 Tue", "3 Wed", "4 Thu", "5 Fri", "6 Sat", "7 Sun"),
        keys(log, Dimension.weekday(ZoneOffset.UTC)));
    List<String> hours = keys(log, Dimension.hour(ZoneOffset.UTC));
    assertEquals(24, hours.size());
    assertEquals(List.of("00", "01", "02"), hours.subList(0, 3));
    assertEquals("23", hours.get(23));
    assertEquals("week from Sun in Z", Dimension.week(ZoneOffset.UTC, DayOfWeek.SUNDAY).name());
  }

  @ParameterizedTest
  @CsvSource({
    "2008-12-29, 2009-W01", // a Monday
    "2008-12-28, 2008-W52",
    "2010-01-03, 2009-W53", // a Sunday
    "2010-01-04, 2010-W01",
    "2026-12-31, 2026-W53",
    "2020-12-31, 2020-W53",
    "2018-12-31, 2019-W01",
    "2027-01-01, 2026-W53",
    "2024-12-30, 2025-W01",
    "1969-12-28, 1969-W52",
    "1969-12-31, 1970-W01",
    "0001-01-01, 0001-W01",
    "9999-12-31, 9999-W52",
  })
  void weeksAreThoseOfIso8601(String day, String week) {
    assertEquals(week, key(day + "T12:00:00Z", Dimension.week(ZoneOffset.UTC)));
  }

  /** Sunday evening in Greenwich is Monday in Paris, in another week and another year. */
  @Test
  void weeksBeginWhereTheZoneSays() {
    String sunday = "2021-01-03T23:30:00Z";
    assertEquals("2020-W53", key(sunday, Dimension.week(ZoneOffset.UTC)));
    assertEquals("2021-W01", key(sunday, Dimension.week(ZoneId.of("Europe/Paris"))));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, UTC, 1970-01-01",
    "1969-12-31T23:59:59.999Z, UTC, 1969-12-31",
    "1969-01-01T00:00:00Z, UTC, 1969-01-01",
    "1900-03-01T00:00:00Z, UTC, 1900-03-01",
    "1800-01-01T00:00:00Z, Europe/Paris, 1800-01-01", // local mean time, 9 min 21 s
    "1799-12-31T23:50:38Z, Europe/Paris, 1799-12-31",
    "1799-12-31T23:50:39Z, Europe/Paris, 1800-01-01",
    "2026-01-01T18:14:59.999Z, Asia/Kathmandu, 2026-01-01",
    "2026-01-01T18:15:00Z, Asia/Kathmandu, 2026-01-02",
    "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29", // the day after was left out
    "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31",
    "2018-11-04T02:59:59Z, America/Sao_Paulo, 2018-11-03", // midnight did not exist
    "2018-11-04T03:00:00Z, America/Sao_Paulo, 2018-11-04",
  })
  void daysAreLocal(String at, String zone, String day) {
    ZoneId id = ZoneId.of(zone);
    assertEquals(day, key(at, Dimension.day(id)));
    assertEquals(day.substring(0, 7), key(at, Dimension.month(id)));
  }

  /** Hour by hour over the changes of the clock, forwards, backwards and at random. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"})
  void daysAreThoseOfTheCalendarWhateverTheOrder(String zone) {
    ZoneId id = ZoneId.of(zone);
    List<Instant> hours = new ArrayList<>();
    for (int hour = -200; hour < 24 * 500; hour++) {
      hours.add(Instant.parse("2017-06-01T00:00:00Z").plusSeconds(hour * 3_600L));
    }
    Map<String, Long> expected = new TreeMap<>();
    for (Instant hour : hours) {
      String day = ZonedDateTime.ofInstant(hour, id).toLocalDate().toString();
      expected.merge(day, 1L, Long::sum);
    }
    for (int seed = 0; seed < 3; seed++) {
      if (seed == 1) {
        Collections.reverse(hours);
      } else if (seed == 2) {
        Collections.shuffle(hours, new Random(seed));
      }
      // One conversation, so that the walk is by time; many, whose ends go back in time.
      EngagementLog.Builder builder = EngagementLog.builder();
      for (int i = 0; i < hours.size(); i++) {
        builder.add(Post.of("m" + i, "x", hours.get(i)).in("t" + i % 7));
      }
      Map<String, Long> counted = new TreeMap<>();
      builder
          .build()
          .measure(ALL.by(Dimension.day(id)))
          .forEach((key, count) -> counted.put(key, count.messages()));
      assertEquals(expected, counted);
    }
  }

  @Test
  void rowsWithoutAKeyHaveTheirOwn() {
    EngagementLog log =
        EngagementLog.builder()
            .add(Post.of("a", "x", 0).sentiment(Sentiment.POSITIVE).intent(Intent.IDEA).topic("t"))
            .add(Post.of("b", "x", 1))
            .build();
    String none = Dimension.NONE;
    assertEquals(List.of(none), keys(log, Dimension.CHANNEL));
    assertEquals(List.of(none, "t"), keys(log, Dimension.TOPIC));
    assertEquals(List.of(none, "POSITIVE"), keys(log, Dimension.SENTIMENT));
    assertEquals(List.of(none, "IDEA"), keys(log, Dimension.INTENT));
    assertEquals(List.of(none), keys(log, Dimension.ORGANIZATION));
    assertEquals(List.of(none), keys(log, Dimension.ADDRESSEE));
    assertEquals(List.of(none), keys(log, Dimension.MEMBER));
    assertEquals(List.of(none), keys(log, Dimension.DEPARTMENT));
    assertEquals(List.of(none), keys(log, Dimension.OWNING_DEPARTMENT));
    assertEquals(List.of(none), keys(log, Dimension.of("none", row -> "")));
  }

  private static EngagementLog talk() {
    return EngagementLog.builder(
            Directory.builder()
                .organization(
                    "Acme", acme -> acme.member("care", "Support").member("ceo", "Executive"))
                .topic("tea", "Acme", "Executive")
                .build())
        .add(Post.of("a", "carl", 0).channel("blog").topic("tea"))
        .add(Reply.of("b", "care", 1_000).to("a"))
        .add(Post.of("c", "zak", 2_000).channel("chat"))
        .add(Reply.of("d", "ceo", 5_000).to("c").topic("tea"))
        .add(Post.of("e", "matt", 6_000).channel("chat"))
        .build();
  }

  @Test
  void ofMembersAndOfWhoTheySpeakFor() {
    assertEquals(List.of("Acme"), keys(talk(), Dimension.ORGANIZATION));
    assertEquals(List.of(Dimension.NONE, "Acme"), keys(talk(), Dimension.ADDRESSEE));
    assertEquals(List.of(Dimension.NONE, "care", "ceo"), keys(talk(), Dimension.MEMBER));
    assertEquals(
        List.of(Dimension.NONE, "Executive", "Support"), keys(talk(), Dimension.DEPARTMENT));
    assertEquals(List.of(Dimension.NONE, "Executive"), keys(talk(), Dimension.OWNING_DEPARTMENT));
  }

  @Test
  void ofAnswersTellWhoAnswered() {
    Breakdown<ResponseSummary> by =
        talk().measure(ResponseTime.eachTurn().by(Dimension.MEMBER.ofAnswer()));
    assertEquals(List.of(List.of(Dimension.NO_ANSWER), List.of("care"), List.of("ceo")), by.keys());
    assertEquals(1, by.get("care").answered());
    assertEquals(1_000, by.get("care").answeredLatencies().maxMillis());
    assertEquals(3_000, by.get("ceo").answeredLatencies().maxMillis());
    assertThrows(IllegalStateException.class, () -> by.get("care").median());
    assertEquals(talk().measure(ResponseTime.eachTurn()).toString(), by.total().toString());
  }

  @Test
  void membersAreNoKeysOfWhatTheyAnswer() {
    for (Dimension dimension :
        List.of(Dimension.MEMBER, Dimension.DEPARTMENT, Dimension.CHANNEL.and(Dimension.MEMBER))) {
      String message =
          "dimension ("
              + dimension.name()
              + ") must read answers here: the anchors of [response each turn] are rows of the"
              + " audience, which no member writes; use MEMBER.ofAnswer() or DEPARTMENT.ofAnswer()";
      IllegalArgumentException split =
          assertThrows(IllegalArgumentException.class, () -> ResponseTime.eachTurn().by(dimension));
      assertEquals(message, split.getMessage());
    }
    IllegalArgumentException chosen =
        assertThrows(
            IllegalArgumentException.class,
            () -> talk().only(Dimension.MEMBER, "care").measure(ResponseTime.eachTurn()));
    assertTrue(
        String.valueOf(chosen.getMessage())
            .startsWith("dimension (member) must read answers here"));
    Dimension both = Dimension.CHANNEL.and(Dimension.MEMBER).ofAnswer();
    assertEquals(
        1, talk().measure(ResponseTime.eachTurn().by(both)).get("blog", "care").answered());
  }

  @Test
  void whereNoFactHasAKeyTheTableSaysSo() {
    EngagementLog forum = EngagementLog.of(Post.of("a", "x", 0));
    assertTrue(forum.measure(ALL.by(Dimension.MEMBER)).table().endsWith("\nno fact has a member"));
    assertFalse(talk().measure(ALL.by(Dimension.MEMBER)).table().contains("no fact"));
  }

  @Test
  void ofPairsHaveBothParts() {
    Dimension pair = Dimension.CHANNEL.and(Dimension.MEMBER.ofAnswer());
    assertEquals(2, pair.parts());
    Breakdown<ResponseSummary> by = talk().measure(ResponseTime.eachTurn().by(pair));
    assertEquals(
        List.of(
            List.of("blog", "care"), List.of("chat", Dimension.NO_ANSWER), List.of("chat", "ceo")),
        by.keys());
    assertEquals(3, pair.and(Dimension.TOPIC).parts());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> by.find("blog"));
    assertEquals(
        "key ([blog]) must have 2 texts, as the keys of channel and member of answer have",
        e.getMessage());
  }

  @Test
  void breakdownsNest() {
    Measure<Breakdown<Breakdown<CountSummary>>> twice =
        ALL.by(Dimension.CHANNEL).by(Dimension.ADDRESSEE);
    Breakdown<Breakdown<CountSummary>> by = talk().measure(twice);
    assertEquals(2, by.get("Acme").get("chat").messages());
    assertEquals(1, by.get(Dimension.NONE).get("chat").messages());
    assertArrayEquals(talk().measure(ALL.by(Dimension.CHANNEL)).toBytes(), by.total().toBytes());
    assertArrayEquals(by.toBytes(), twice.fromBytes(by.toBytes()).toBytes());
    // Twice by the same: the inner parts have one key each.
    Breakdown<Breakdown<CountSummary>> same =
        talk().measure(ALL.by(Dimension.CHANNEL).by(Dimension.CHANNEL));
    assertEquals(List.of(List.of("chat")), same.get("chat").keys());
  }

  @Test
  void severalMeasuresAreSplitTogether() {
    ResponseTime each = ResponseTime.eachTurn();
    Breakdown<Results> by =
        talk().measure(Measures.of(each, Dialogue.standard()).by(Dimension.CHANNEL));
    assertEquals(1, by.get("chat").get(each).waiting());
    assertEquals(2, by.get("chat").get(Dialogue.standard()).includingOpen().strands());
  }

  @Test
  void manyKeysAreKept() {
    EngagementLog.Builder builder = EngagementLog.builder();
    Appender a = builder.appender();
    for (int i = 0; i < 70_000; i++) {
      a.id(i).author(i % 900).at(i).channel("c" + i % 40_000).label("l" + i);
      a.topic("t" + i % 200).end();
    }
    EngagementLog log = builder.build();
    Breakdown<CountSummary> byChannel = log.measure(ALL.by(Dimension.CHANNEL));
    assertEquals(40_000, byChannel.keys().size());
    assertEquals(2, byChannel.get("c29999").messages());
    assertEquals(1, byChannel.get("c30000").messages());
    Breakdown<CountSummary> byPair =
        log.measure(ALL.by(Dimension.of("label", row -> row.label()).and(Dimension.TOPIC)));
    assertEquals(70_000, byPair.keys().size());
    assertEquals(1, byPair.get("l69999", "t199").messages());
    Breakdown<CountSummary> turned =
        log.measure(ALL.by(Dimension.TOPIC.and(Dimension.of("label", row -> row.label()))));
    assertEquals(1, turned.get("t199", "l69999").messages());
    assertArrayEquals(
        byPair.toBytes(),
        log.parallel(4)
            .measure(ALL.by(Dimension.of("label", row -> row.label()).and(Dimension.TOPIC)))
            .toBytes());
  }

  @Test
  void measuresWithoutAnswersRefuseThem() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ALL.by(Dimension.MEMBER.ofAnswer()));
    assertEquals(
        "dimension (member of answer) must not read answers here: [messages all] has none; use"
            + " the dimension without ofAnswer()",
        e.getMessage());
  }
}
