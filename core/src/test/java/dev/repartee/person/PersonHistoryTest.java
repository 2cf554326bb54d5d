package dev.repartee.person;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.Stage;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Sentiment;
import dev.repartee.testing.RealData;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Histories worked by hand. Times are minutes. */
class PersonHistoryTest {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support"))
          .person("Carl", "carl@blog", "carl@chirp")
          .build();

  private static EngagementLog example() {
    return Talk.log(
        DIRECTORY,
        1000,
        post("p", "carl@blog", 0).channel("blog").sentiment(Sentiment.NEGATIVE),
        post("p2", "carl@blog", 1).channel("blog").in("t"),
        reply("r", "care", 42, "p"),
        reply("t", "carl@chirp", 50, "r"), // thanks, and waits again
        reply("u", "carl@chirp", 51, "t"), // the same wait
        Act.of(ActKind.FOLLOW, "carl@chirp", 60_000L * 60).channel("chirp"),
        Act.of(ActKind.SHARE, "carl@chirp", 60_000L * 70).id("s"),
        reply("rs", "care", 75, "s"),
        post("x", "dora", 2).channel("blog"),
        reply("y", "care", 3, "x"));
  }

  @Test
  void oneHistoryOverAllChannelsAndAccounts() {
    PersonHistory carl = PersonHistory.of(example(), "Carl");
    assertEquals("Carl", carl.person());
    assertEquals(List.of("carl@blog", "carl@chirp"), carl.accounts());
    assertEquals(
        List.of("p", "p2", "t", "u", "", "s"),
        carl.entries().stream().map(entry -> entry.id().orElse("")).toList());
    assertEquals(
        List.of("post", "post", "reply", "reply", "follow", "share"),
        carl.entries().stream().map(PersonHistory.Entry::what).toList());
    assertEquals(
        List.of(
            "answered by care after 42 min",
            "waiting for 16 h 39 min",
            "waiting for 15 h 50 min",
            "",
            "",
            "answered by care after 5 min"),
        carl.entries().stream().map(PersonHistory.Entry::outcome).toList());
    assertEquals("blog", carl.entries().get(0).channel());
    assertEquals("Acme", carl.entries().get(0).organization());
    assertEquals(Optional.of(Sentiment.NEGATIVE), carl.entries().get(0).sentiment());
    assertEquals("care", carl.entries().get(2).to());
    assertEquals(4, carl.messages());
    assertEquals(2, carl.acts());
    assertEquals(1, carl.acts(ActKind.FOLLOW));
    assertEquals(2, carl.waiting().size());
    assertEquals("p2", carl.waiting().get(0).id().orElseThrow());
    assertEquals(Optional.of(Duration.ofSeconds((42 + 5) * 30)), carl.medianAnswer());
    // A dialogue makes for affinity; he follows, and passes things on the same day only.
    assertEquals(Map.of("Acme", Stage.AUDIENCE), carl.stages());
    assertEquals(
        List.of("Carl -> care, 1", "care -> Carl, 1"),
        carl.ties().stream().map(Object::toString).toList());
    assertEquals("Carl: 4 messages, 2 acts, waits 2 times", headline(carl));
    assertTrue(carl.table().contains("median until answered, of these  23 min"), carl.table());
    assertEquals(
        PersonHistory.of(example(), "carl@chirp").entries(), carl.entries(), "by an account");
  }

  private static void assertLine(String text, String pattern) {
    assertTrue(text.lines().anyMatch(line -> line.matches(pattern + " *")), pattern + "\n" + text);
  }

  /** Of six entries the last five are shown, and the stage. */
  @Test
  void theTextShowsTheLastFive() {
    PersonHistory carl = PersonHistory.of(example(), "Carl");
    assertEquals(
        """
        … 1 earlier; table() shows all
        1970-01-01T00:01:00Z post, waiting for 16 h 39 min
        1970-01-01T00:50:00Z reply, waiting for 15 h 50 min
        1970-01-01T00:51:00Z reply
        1970-01-01T01:00:00Z follow
        1970-01-01T01:10:00Z share, answered by care after 5 min
        a-path: AUDIENCE of Acme
        as of 1970-01-01T16:40:00Z""",
        carl.toString().lines().skip(1).collect(Collectors.joining("\n")));
    String two = PersonHistory.of(example().asOf("1970-01-01T00:41:00Z"), "Carl").toString();
    assertFalse(two.contains("earlier"), two);
    assertFalse(PersonHistory.of(example(), "care").toString().contains("a-path"));
  }

  @Test
  void theTableShowsEachEntryTheTotalsAndTheTies() {
    String carl = PersonHistory.of(example(), "Carl").table();
    assertLine(carl, "accounts carl@blog, carl@chirp");
    assertLine(
        carl, "1970-01-01T00:00:00Z +blog +post +Acme +negative +answered by care after 42 min +p");
    assertLine(carl, "1970-01-01T00:50:00Z .* reply +care +waiting for 15 h 50 min +t");
    assertLine(carl, "messages +4");
    assertLine(carl, "follow +1");
    assertLine(carl, "share +1");
    assertFalse(carl.contains("\nview "), carl);
    assertLine(carl, "answered +2");
    assertLine(carl, "waiting now +2");
    assertLine(carl, "a-path, Acme +AUDIENCE");
    assertLine(carl, "who answers +whom +times +last");
    assertLine(carl, "care +Carl +1 +1970-01-01T00:42:00Z");
    assertLine(carl, "Carl +care +1 +1970-01-01T00:50:00Z");
    EngagementLog alone = log(1000, post("p", "carl", 0));
    assertFalse(PersonHistory.of(alone, "carl").table().contains("who answers"));
  }

  /** That care answers Dora below Carl's post is no tie of Carl's. */
  @Test
  void tiesOfOthersInTheSameThreadAreTheirs() {
    EngagementLog log =
        log(1000, post("p", "carl", 0), reply("d", "dora", 1, "p"), reply("r", "care", 2, "d"));
    assertEquals(
        List.of("dora -> carl, 1"),
        PersonHistory.of(log, "carl").ties().stream().map(Object::toString).toList());
    assertEquals(
        List.of("care -> dora, 1", "dora -> carl, 1"),
        PersonHistory.of(log, "dora").ties().stream().map(Object::toString).sorted().toList());
  }

  @Test
  void aViewOfTheLogIsAViewOfTheHistory() {
    PersonHistory then = PersonHistory.of(example().asOf("1970-01-01T00:41:00Z"), "Carl");
    assertEquals(2, then.entries().size());
    assertEquals(minutes(41), then.waiting().get(0).waiting().orElseThrow());
    assertEquals("Carl: 2 messages, 0 acts, waits 2 times", headline(then));
    PersonHistory window =
        PersonHistory.of(example().between("1970-01-01T00:00:30Z", "1970-01-01T00:51:00Z"), "Carl");
    assertEquals(
        List.of("p2", "t"), window.entries().stream().map(entry -> entry.id().orElse("")).toList());
    PersonHistory followed = PersonHistory.of(example().followedFor(minutes(30)), "Carl");
    assertEquals(minutes(30), followed.entries().get(0).waiting().orElseThrow());
  }

  /** Mentions and recommendations wait for an answer, up to the last moment; views do not. */
  @Test
  void actsThatCanBeAnswered() {
    EngagementLog log =
        Talk.log(
            DIRECTORY,
            1000,
            Act.of(ActKind.MENTION, "dora", 0L).id("m"),
            reply("rm", "care", 5, "m"),
            Act.of(ActKind.VIEW, "dora", 60_000L * 10).id("v"),
            reply("rv", "care", 15, "v"),
            Act.of(ActKind.RECOMMEND, "dora", 60_000L * 20).id("c"),
            reply("rc", "care", 25, "c"));
    for (EngagementLog view : List.of(log, log.followedFor(minutes(5)))) {
      assertEquals(
          List.of("answered by care after 5 min", "", "answered by care after 5 min"),
          PersonHistory.of(view, "dora").entries().stream()
              .map(PersonHistory.Entry::outcome)
              .toList());
    }
  }

  @Test
  void membersShowWhomTheyAnswer() {
    PersonHistory care = PersonHistory.of(example(), "care");
    assertTrue(care.isMember());
    assertEquals(
        List.of(List.of("dora"), List.of("Carl"), List.of()),
        care.entries().stream().map(PersonHistory.Entry::answers).toList());
    assertEquals("care: 3 messages, 0 acts", headline(care));
    assertEquals(Map.of(), care.stages());
    assertTrue(care.table().contains("answers dora"), care.table());
    PersonHistory late =
        PersonHistory.of(example().between("1970-01-01T00:10:00Z", "1970-01-01T01:00:00Z"), "care");
    assertEquals(List.of("Carl"), late.entries().get(0).answers());
  }

  @Test
  void aForumAnswersByAnybody() {
    EngagementLog forum = Talk.log(Directory.empty(), 60, flat("q", "ann", 0), flat("a", "bea", 5));
    PersonHistory ann = PersonHistory.of(forum, "ann");
    PersonHistory.Answer answer = ann.answered().get(0).answer().orElseThrow();
    assertEquals("bea after 5 min", answer.toString());
    assertFalse(answer.isDirect());
    assertEquals(Map.of("(none)", Stage.ATTRACTION), ann.stages());
    assertEquals(1, PersonHistory.of(forum, "bea").waiting().size());
  }

  @Test
  void clocksThatDisagreeGiveNoTime() {
    EngagementLog log = log(1000, post("p", "carl", 10), reply("r", "care", 4, "p"));
    PersonHistory.Entry entry = PersonHistory.of(log, "carl").entries().get(0);
    assertEquals("answered by care (clocks disagree)", entry.outcome());
    assertEquals(Optional.empty(), PersonHistory.of(log, "carl").medianAnswer());
  }

  @Test
  void numbersAreNamesToo() {
    var builder = EngagementLog.builder(Talk.acme());
    var rows = builder.appender();
    rows.id(1).author(4711L).at(0L).end();
    rows.id(2).author("0815").at(0L).end();
    EngagementLog log = builder.build();
    assertEquals(1, PersonHistory.of(log, "4711").messages());
    assertEquals(1, PersonHistory.of(log, "0815").messages());
    assertEquals(0, PersonHistory.of(log, "care").messages());
    assertEquals("care: 0 messages, 0 acts", headline(PersonHistory.of(log, "care")));
  }

  private static String refusal(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PersonHistory.of(example(), name));
    return String.valueOf(e.getMessage());
  }

  @Test
  void anUnknownNameIsRefusedWithNearOnes() {
    assertEquals(
        "person (Karl) must be a name of the directory or an account in the log; similar names:"
            + " Carl",
        refusal("Karl"));
    assertTrue(refusal("DORA").endsWith("similar names: dora"), refusal("DORA"));
    assertTrue(refusal("carl@blgo").endsWith("similar names: carl@blog"), refusal("carl@blgo"));
    assertEquals(
        "person (somebody) must be a name of the directory or an account in the log",
        refusal("somebody"));
    assertEquals("person () must be a name of the directory or an account in the log", refusal(""));
  }

  @Test
  void anonymousRowsAreNobody() {
    EngagementLog log = log(1000, Act.of(ActKind.VIEW, null, 0L), post("p", "carl", 10));
    assertThrows(IllegalArgumentException.class, () -> PersonHistory.of(log, "(anonymous)"));
  }

  @Test
  void textsFitTheScreenOfJShell() {
    var builder = EngagementLog.builder(Talk.acme());
    for (int i = 0; i < 50; i++) {
      builder.add(post("p" + i, "x".repeat(60), i));
    }
    PersonHistory history = PersonHistory.of(builder.build(), "x".repeat(60));
    assertTrue(headline(history).length() <= 49, headline(history));
    assertTrue(history.toString().length() <= 1000);
    assertTrue(history.toString().contains("… 45 earlier; table() shows all"));
    assertTrue(
        headline(history).endsWith("…: 50 messages, 0 acts, waits 50 times"), headline(history));
  }

  @Test
  void whatComesAfterTheFollowUpIsNoAnswer() {
    assertEquals(
        List.of("p", "s"),
        PersonHistory.of(example(), "Carl").answered().stream()
            .map(entry -> entry.id().orElse(""))
            .toList());
    PersonHistory soon = PersonHistory.of(example().followedFor(minutes(4)), "Carl");
    assertEquals(List.of(), soon.answered());
  }

  @Test
  void whoDoesAGreatDealHasAHeadlineToo() {
    var builder = EngagementLog.builder(DIRECTORY);
    var rows = builder.appender();
    for (int i = 0; i < 10_000; i++) {
      rows.id(i).author("carl@blog").at(i).end();
      rows.act(ActKind.VIEW).author("carl@blog").at(i).end();
    }
    assertEquals(
        "Carl: 10,000 messages, 10,000 acts, waits 10,000…",
        headline(PersonHistory.of(builder.build(), "Carl")));
  }

  @Test
  void theVisitorsOfTheBlogThread() {
    EngagementLog log = RealData.blogThread();
    for (String visitor :
        List.of("Carl", "Matt @ Kurb", "andrewnim", "Annemieke", "Zak", "Luigi Cappel")) {
      PersonHistory history = PersonHistory.of(log, visitor);
      PersonHistory.Answer answer = history.answered().get(0).answer().orElseThrow();
      assertEquals("Simon", answer.by());
      assertEquals(!visitor.startsWith("Luigi"), answer.isDirect(), visitor);
      assertEquals(1, history.messages());
    }
    assertEquals(
        List.of("Annemieke", "Carl", "Luigi Cappel", "Matt @ Kurb", "Zak", "andrewnim"),
        PersonHistory.of(log, "Simon").entries().stream()
            .flatMap(entry -> entry.answers().stream())
            .sorted()
            .toList());
  }
}
