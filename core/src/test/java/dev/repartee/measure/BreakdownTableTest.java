package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.resolution.Resolution;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import dev.repartee.testing.Talk;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line for each key, and the numbers that tell most beside each other. */
class BreakdownTableTest {
  private static final Counts LOUD = Counts.ofMessages("loud", row -> row.label().equals("loud"));

  private static final long TWO_DAYS = 2 * 86_400_000L;

  /** On a channel so many people who speak each once, in many weeks, the first of them loudly. */
  private static void speak(EngagementLog.Builder to, String channel, int people, int loud) {
    for (int i = 0; i < people; i++) {
      to.add(
          Post.of(channel + i, "person " + channel + i, i * TWO_DAYS)
              .channel(channel)
              .topic(i % 2 == 0 ? "tea" : "beans")
              .label(i < loud ? "loud" : "low"));
    }
  }

  private static EngagementLog.Builder talk() {
    EngagementLog.Builder log = EngagementLog.builder(Talk.acme()).asOf("1970-05-01T00:00:00Z");
    speak(log, "blog", 60, 20);
    speak(log, "chat", 60, 50);
    speak(log, "mail", 2, 2); // too few to say that they are the loudest
    return log;
  }

  private static String firstColumn(String table) {
    List<String> cells = table.lines().map(line -> line.strip().split("  +", -1)[0]).toList();
    return String.join(" ", cells);
  }

  @Test
  void theFirstFactsAreTheColumns() {
    Breakdown<CountSummary> by = talk().build().measure(LOUD.by(Dimension.CHANNEL));
    CountSummary blog = by.get("blog");
    assertEquals(
        List.of(
            "channel  messages  matched  share",
            "blog           60       20  " + blog.share(),
            "chat           60       50  " + by.get("chat").share(),
            "mail            2        2  " + by.get("mail").share()),
        by.table().lines().toList());
    assertEquals(
        "3 keys of channel\nno message of Acme is in the log: are its accounts spelt so?\n"
            + by.table(),
        by.toString());
    assertEquals(60, by.facts().get("messages", "blog").value().getAsDouble());
    assertEquals(Map.of("channel", "blog"), by.facts().get("messages", "blog").key());
  }

  @Test
  void theLargestComeFirstButThoseOfFewPeopleLater() {
    EngagementLog.Builder log = talk();
    log.add(Reply.of("r", "care", 0).channel("none")); // a reply to nothing opens no strand
    var by = log.build().measure(LOUD.by(Dimension.CHANNEL));
    assertEquals("channel chat blog mail none", firstColumn(by.table("share")));
    // A count is sure, and equal ones keep the order of their keys.
    assertEquals("channel blog chat mail none", firstColumn(by.table("messages")));
    assertEquals("channel chat blog mail none", firstColumn(by.table("matched")));
  }

  @Test
  void whereThereIsNoValueTheLineIsLast() {
    EngagementLog.Builder log = talk();
    for (int i = 0; i < 60; i++) {
      log.add(Reply.of("r" + i, "care", (i + 1) * TWO_DAYS).to("mail" + i % 2).channel("mail"));
      log.add(Reply.of("s" + i, "care", i * TWO_DAYS + 60_000L * i).to("chat" + i).channel("chat"));
    }
    var by = log.build().measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
    // Nobody on the blog was answered, so half of them are not; on mail there are two people only.
    assertEquals("channel chat mail blog", firstColumn(by.table("wait_median")));
    assertEquals("channel chat blog mail", firstColumn(by.table("answered_so_far")));
  }

  @Test
  void anyOtherStatisticIsAColumnWhenItIsSortedBy() {
    var by = talk().build().measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
    String plain = by.table().lines().findFirst().orElseThrow();
    assertEquals(
        "channel  waits  answered  wait median  answered so far", plain.replaceAll("  +", "  "));
    String sorted = by.table("answered_within_1h").lines().findFirst().orElseThrow();
    assertEquals(
        plain.replaceAll("  +", "  ") + "  answered within 1h", sorted.replaceAll("  +", "  "));
  }

  @Test
  void whatIsNoStatisticIsRefusedWithThoseThereAre() {
    var by = talk().build().measure(LOUD.by(Dimension.CHANNEL));
    assertEquals(
        "statistic (loudness) must be one of [messages, matched, share], the statistics"
            + " of the parts",
        assertThrows(IllegalArgumentException.class, () -> by.table("loudness")).getMessage());
    var empty = EngagementLog.builder().build().measure(LOUD.by(Dimension.CHANNEL));
    assertEquals("channel", empty.table("messages"));
    assertEquals("channel", empty.table());
    assertEquals("0 keys of channel\nchannel", empty.toString());
  }

  @Test
  void daysMonthsAndHoursStandInTheOrderOfTheCalendar() {
    EngagementLog log = talk().build();
    assertEquals(
        "month in Z 1970-01 1970-02 1970-03 1970-04",
        firstColumn(log.measure(LOUD.by(Dimension.month(ZoneOffset.UTC))).table()));
    assertEquals(
        "weekday in Z 1 Mon 2 Tue 3 Wed 4 Thu 5 Fri 6 Sat 7 Sun",
        firstColumn(log.measure(LOUD.by(Dimension.weekday(ZoneOffset.UTC))).table()));
    EngagementLog.Builder hours = EngagementLog.builder();
    for (int hour : new int[] {23, 9, 10, 0, 2}) {
      hours.add(Post.of("p" + hour, "x", hour * 3_600_000L));
    }
    assertEquals(
        "hour in Z 00 02 09 10 23",
        firstColumn(hours.build().measure(LOUD.by(Dimension.hour(ZoneOffset.UTC))).table()));
  }

  @Test
  void pairsHaveBothTextsInTheLineAndByNameInTheKey() {
    Breakdown<CountSummary> by =
        talk().build().measure(LOUD.by(Dimension.CHANNEL.and(Dimension.TOPIC)));
    assertEquals(
        List.of(
            "channel and topic",
            "blog, beans",
            "blog, tea",
            "chat, beans",
            "chat, tea",
            "mail, beans",
            "mail, tea"),
        by.table().lines().map(line -> line.split("  +", -1)[0]).toList());
    Fact fact = by.facts().get("messages", "blog", "tea");
    assertEquals(List.of("channel", "topic"), List.copyOf(fact.key().keySet()));
    assertEquals(30, fact.value().getAsDouble());
    Breakdown<CountSummary> twice =
        talk().build().measure(LOUD.by(Dimension.CHANNEL.and(Dimension.CHANNEL)));
    assertEquals(
        List.of("channel", "channel 2"), List.copyOf(twice.facts().rows().get(0).key().keySet()));
  }

  /** Joined, the texts of both keys are the same. */
  @Test
  void keysWithCommasStayApart() {
    EngagementLog.Builder log = EngagementLog.builder();
    log.add(Post.of("1", "x", 0).channel("a, b").topic("c"));
    log.add(Post.of("2", "x", 0).channel("a").topic("b, c"));
    log.add(Post.of("3", "x", 0).channel("a").topic("b, c"));
    Breakdown<CountSummary> by =
        log.build().measure(LOUD.by(Dimension.CHANNEL.and(Dimension.TOPIC)));
    assertEquals(
        List.of("a, b, c 2", "a, b, c 1"),
        by.table()
            .lines()
            .skip(1)
            .map(line -> line.replaceAll(" +", " ").substring(0, 9))
            .toList());
  }

  @Test
  void nestedBreakdownsNameTheKeysOfBoth() {
    var by = talk().build().measure(LOUD.by(Dimension.TOPIC).by(Dimension.CHANNEL));
    assertEquals(
        List.of(
            "channel",
            "blog, beans",
            "blog, tea",
            "chat, beans",
            "chat, tea",
            "mail, beans",
            "mail, tea"),
        by.table().lines().map(line -> line.split("  +", -1)[0]).toList());
    Map<String, String> key = new LinkedHashMap<>();
    key.put("channel", "blog");
    key.put("topic", "tea");
    assertEquals(key, by.facts().get("messages", "blog", "tea").key());
    // Of three times the same none is lost.
    Measure<?> thrice = LOUD.by(Dimension.CHANNEL).by(Dimension.CHANNEL).by(Dimension.CHANNEL);
    Facts facts = talk().build().measure(thrice).facts();
    assertEquals(
        List.of("channel", "channel within", "channel within within"),
        List.copyOf(facts.get("messages", "blog", "blog", "blog").key().keySet()));
  }

  @Test
  void severalMeasuresStandBesideEachOther() {
    Counts all = Counts.ofMessages("all", row -> true);
    Breakdown<Results> by =
        talk().build().measure(Measures.of(LOUD, all, Dialogue.standard()).by(Dimension.CHANNEL));
    assertEquals(
        "channel  messages  matched  share  messages, messages all  matched, messages all"
            + "  share, messages all  strands  two way  returned",
        by.table().lines().findFirst().orElseThrow().replaceAll("  +", "  "));
    assertEquals("channel chat blog mail", firstColumn(by.table("matched")), "of the first");
  }

  @Test
  void factsAboutOneThingWithinAKeyAreNoLines() {
    var by = talk().build().measure(Backlog.standard().showing(2).by(Dimension.CHANNEL));
    assertEquals("channel blog chat mail", firstColumn(by.table()));
    Fact first = by.facts().get("person", "blog", "1");
    assertEquals("person blog0", first.word());
    assertEquals(List.of("channel", "place"), List.copyOf(first.key().keySet()));
  }

  @Test
  void whatIsNotObservedIsSaidOnceBelow() {
    var by = talk().build().measure(Resolution.first().by(Dimension.CHANNEL));
    List<String> lines = by.table().lines().toList();
    assertEquals(
        "blog          60  not observed       not observed     not observed", lines.get(1));
    assertEquals("not observed: no act resolves, reopens, holds, resumes or assigns", lines.get(4));
    assertEquals(5, lines.size());
  }

  @Test
  void noCellIsNotANumber() {
    List<String> tables = new ArrayList<>();
    for (Measure<?> measure : BytesTest.measures()) {
      tables.add(BytesTest.LOG.measure(measure.by(Dimension.CHANNEL)).table());
      tables.add(BytesTest.LOG.measure(measure).table());
    }
    for (String table : tables) {
      assertTrue(!table.contains("NaN") && !table.contains("Infinity"), table);
    }
  }

  static List<Measure<?>> measures() {
    return BytesTest.measures();
  }

  /** So that tables can be read, and say of how many. */
  @ParameterizedTest
  @MethodSource("measures")
  void columnsAreFewAndBeginWithACount(Measure<?> measure) {
    Map<List<Object>, List<Fact>> leading = new LinkedHashMap<>();
    for (Fact fact : BytesTest.LOG.measure(measure).facts().leading()) {
      List<Object> source = List.of(fact.origin().measure(), fact.key());
      leading.computeIfAbsent(source, s -> new ArrayList<>()).add(fact);
    }
    assertTrue(!leading.isEmpty(), "no facts");
    leading.forEach(
        (source, facts) -> {
          assertTrue(facts.size() <= 4, facts::toString);
          assertEquals(Unit.COUNT, facts.get(0).unit(), facts::toString);
        });
  }
}
