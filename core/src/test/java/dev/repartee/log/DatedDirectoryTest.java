package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.funnel.Retention;
import dev.repartee.funnel.RetentionSummary;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Participation;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promises;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Logs of directories with dates, worked by hand. */
class DatedDirectoryTest {
  private static long at(long minute) {
    return Duration.ofMinutes(minute).toMillis();
  }

  private static Instant minute(long minute) {
    return Instant.ofEpochMilli(at(minute));
  }

  private static Directory joining(String account, long minute) {
    return Directory.builder()
        .organization(
            "Acme",
            acme -> acme.member("care", "Support").member(account, "Sales").from(minute(minute)))
        .build();
  }

  @Test
  void whoIsHiredInTheMidstOfAConversationWaitsForWhatWasAskedBefore() {
    EngagementLog log =
        Talk.log(
            joining("carl", 30),
            200,
            Talk.flat("1", "carl", 0),
            Talk.flat("2", "dan", 10),
            Talk.flat("3", "carl", 40), // now a colleague: answers dan, not himself
            Post.of("4", "care", at(50))
                .in("t")
                .naming("carl")); // a colleague speaks to a colleague
    ResponseSummary response = log.measure(ResponseTime.eachTurn());
    assertEquals(2, response.exchanges());
    assertEquals(1, response.answered());
    assertEquals(Duration.ofMinutes(30), response.median().orElseThrow());
  }

  @Test
  void theLastInstantBeforeAndTheFirstOfIt() {
    EngagementLog log =
        EngagementLog.builder(joining("ann", 60))
            .add(Talk.post("1", "carl", 0))
            .add(Reply.of("2", "ann", at(60) - 1).to("1"))
            .add(Reply.of("3", "ann", at(60)).to("1"))
            .asOf(minute(100))
            .build();
    ResponseSummary response = log.measure(ResponseTime.eachMessage());
    // carl waits for 60 minutes; ann's message before is another visitor's, to a visitor.
    assertEquals(Duration.ofMinutes(60), response.median().orElseThrow());
    Set<String> departments = new TreeSet<>();
    log.measure(
        Counts.ofMessages(
            "by ann",
            row -> row.person().equals("ann") && departments.add(row.id() + row.department())));
    assertEquals(Set.of("2", "3Sales"), departments);
  }

  @Test
  void whatSomebodyAnsweredWhoHasLeftSinceStaysAnswered() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("former_agent", "Support")
                        .until(minute(500))
                        .member("care", "Support")
                        .until(minute(500))
                        .member("care", "Sales")
                        .from(minute(900)))
            .build();
    EngagementLog log =
        Talk.log(
            directory, 1_000, Talk.post("1", "carl", 0), Talk.reply("2", "former_agent", 60, "1"));
    ResponseSummary response = log.measure(ResponseTime.eachTurn());
    assertEquals(1, response.exchanges());
    assertEquals(Duration.ofHours(1), response.median().orElseThrow());
    // One account, whatever the number of its memberships.
    assertEquals(1, log.audit().count(Audit.Reason.UNSEEN_MEMBER));
    assertEquals(List.of("care"), log.audit().examples(Audit.Reason.UNSEEN_MEMBER));
  }

  @Test
  void whoLeavesAnswersNobodyAnyMoreAndMayWaitOneself() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme -> acme.member("care", "Support").member("ann", "Sales").until(minute(30)))
            .build();
    EngagementLog log =
        Talk.log(
            directory,
            200,
            Talk.flat("1", "carl", 0),
            Talk.flat("2", "ann", 40), // has left, so that carl waits on, and ann waits, too
            Talk.reply("3", "care", 60, "1"),
            Talk.reply("4", "care", 70, "2"));
    ResponseSummary response = log.measure(ResponseTime.eachTurn());
    assertEquals(2, response.answered());
    assertEquals(Duration.ofMinutes(45), response.median().orElseThrow()); // of 30 and 60
  }

  @Test
  void whoMovesAtTheInstantOfTheAnswerAnswersForTheNewDepartment() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("ann", "Support")
                        .until(minute(30))
                        .member("ann", "Sales")
                        .from(minute(30)))
            .build();
    EngagementLog log =
        Talk.log(
            directory,
            200,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 29, "1"),
            Talk.post("3", "dan", 0),
            Talk.reply("4", "ann", 30, "3"));
    assertEquals(
        Map.of("Support", 1L, "Sales", 1L),
        Map.of(
            "Support", answered(log, "Support"),
            "Sales", answered(log, "Sales")));
    Involvement acme = log.measure(Participation.of(directory)).organization("Acme");
    assertEquals(List.of("Sales", "Support"), acme.departments());
    assertEquals(2, acme.members());
    assertEquals(1, acme.messages("Sales"));
    assertEquals(1, acme.messages("Support"));
  }

  private static long answered(EngagementLog log, String department) {
    return log.measure(ResponseTime.eachTurn().by(Dimension.DEPARTMENT.ofAnswer()))
        .get(department)
        .answered();
  }

  @Test
  void thePathOfWhoIsHiredEndsThere() {
    Funnel funnel =
        Funnel.builder()
            .step("wrote", EventFilter.messages())
            .step("shared", EventFilter.acts(ActKind.SHARE))
            .within(Duration.ofMinutes(500))
            .build();
    EngagementLog log =
        EngagementLog.builder(joining("carl", 60))
            .add(Talk.post("1", "carl", 0))
            .add(Act.of(ActKind.SHARE, "carl", at(60)).on("1"))
            .add(Talk.post("2", "dan", 0))
            .add(Act.of(ActKind.SHARE, "dan", at(60)).on("2"))
            .asOf(minute(1_000))
            .build();
    FunnelSummary summary = log.measure(funnel);
    assertEquals(2, summary.began());
    assertEquals(1, summary.cameThrough());
    // carl was watched for less than the window when he joined: still in time, not dropped.
    assertEquals(1, summary.step("wrote").stillInTime());
    assertEquals(0, summary.step("wrote").dropped());
    // Of two, one was watched until period 1 was over.
    RetentionSummary retention = log.measure(Retention.every(Duration.ofMinutes(50), 2));
    assertEquals(2, retention.people());
    assertEquals("1/1", counts(retention.period(1)));
  }

  private static String counts(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  // A month measured in its own time, with the directory of its time.

  private static final Instant HIRED = Instant.parse("2026-02-03T00:00:00Z");

  private static Directory acme(boolean isAfterHiring, boolean isDated) {
    return Directory.builder()
        .organization(
            "Acme",
            acme -> {
              acme.member("s1", "Support");
              if (isAfterHiring && isDated) {
                acme.member("s2", "Legal").from(HIRED);
              } else if (isAfterHiring) {
                acme.member("s2", "Legal");
              }
            })
        .topic("contracts", "Acme", "Legal")
        .build();
  }

  private static EngagementLog days(Directory directory, int first, int last, String asOf) {
    EngagementLog.Builder rows = EngagementLog.builder(directory).asOf(asOf);
    for (int day = first; day < last; day++) {
      String at = LocalDate.of(2026, 1, 1).plusDays(day) + "T";
      rows.add(Post.of("p" + day, "carl" + day % 5, at + "09:00:00Z").topic("contracts"));
      rows.add(Reply.of("r" + day, "s1", at + "10:00:00Z").to("p" + day));
      rows.add(Reply.of("q" + day, "s2", at + "11:00:00Z").to("p" + day));
    }
    return rows.build();
  }

  private static List<Measure<?>> measures(Directory directory) {
    return List.of(
        ResponseTime.eachTurn(),
        Participation.of(directory),
        Promises.of(Promise.everyDepartmentSpeaks(directory)),
        Measures.of(Participation.of(directory), ResponseTime.eachTurn()),
        Participation.of(directory).by(Dimension.month(ZoneOffset.UTC)),
        APath.standard());
  }

  private static Summary<?> january(Directory directory, int measure) {
    return days(directory, 0, 31, "2026-01-31T12:00:00Z")
        .between("2026-01-01T00:00:00Z", "2026-01-24T00:00:00Z")
        .followedFor(Duration.ofDays(7))
        .measure(measures(directory).get(measure));
  }

  private static Summary<?> february(Directory directory, int measure) {
    return days(directory, 0, 59, "2026-02-28T12:00:00Z")
        .between("2026-01-24T00:00:00Z", "2026-02-20T00:00:00Z")
        .followedFor(Duration.ofDays(7))
        .measure(measures(directory).get(measure));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of one measure
  private static Summary<?> merged(Summary a, Summary b) {
    return a.merge(b);
  }

  @Test
  void januaryMergesWithFebruaryAlthoughSomebodyWasHired() {
    for (int i = 0; i < measures(acme(true, true)).size(); i++) {
      Summary<?> january = january(acme(false, false), i);
      Summary<?> february = february(acme(true, true), i);
      Summary<?> both =
          days(acme(true, true), 0, 59, "2026-02-28T12:00:00Z")
              .between("2026-01-01T00:00:00Z", "2026-02-20T00:00:00Z")
              .followedFor(Duration.ofDays(7))
              .measure(measures(acme(true, true)).get(i));
      assertArrayEquals(both.toBytes(), merged(january, february).toBytes());
      assertArrayEquals(both.toBytes(), merged(february, january).toBytes());
      // Kept as bytes, and read in February by the measure of February.
      Measure<?> later = measures(acme(true, true)).get(i);
      Summary<?> read = later.fromBytes(january.toBytes());
      assertArrayEquals(january.toBytes(), read.toBytes());
      assertArrayEquals(both.toBytes(), merged(read, february).toBytes());
      assertEquals(both.table(), merged(read, february).table());
    }
  }

  @Test
  void membersAreCountedWhoWereOneInTheWindow() {
    Involvement january =
        ((ParticipationSummary) january(acme(false, false), 1)).organization("Acme");
    assertEquals("1/1 departments, 1/1 members speak", january.toString());
    ParticipationSummary known =
        days(acme(true, true), 0, 59, "2026-02-28T12:00:00Z")
            .between("2026-01-01T00:00:00Z", "2026-01-24T00:00:00Z")
            .measure(Participation.of(acme(true, true)));
    assertEquals(january.toString(), known.organization("Acme").toString());
    // The topic is Legal's, but there is no such department yet.
    assertEquals(0, known.organization("Acme").rightHands().trials());
    Involvement february =
        ((ParticipationSummary) february(acme(true, true), 1)).organization("Acme");
    assertEquals("2/2 departments, 2/2 members speak", february.toString());
    assertEquals(17, february.rightHands().trials());
    assertEquals(0, february.rightHands().successes());
  }

  @Test
  void aChangeWithoutADateIsRefusedByName() {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> merged(january(acme(false, false), 0), february(acme(true, false), 0)))
                .getMessage());
    assertEquals(
        "cannot merge, directory (by content hash) differs: ["
            + Long.toHexString(acme(false, false).contentHash())
            + "] and ["
            + Long.toHexString(acme(true, false).contentHash())
            + "], only in one [], only in the other [member s2: Acme, Legal, STAFF, PERSONAL];"
            + " build both logs with the same directory, or say since when of what is new in one,"
            + " with member(…).from(…) and until(…): what has no date changes the past",
        message);
  }

  /** The summary that knows of more changes leads, so no message speaks of a first and a second. */
  @Test
  void whatDiffersIsTrueInEitherOrderOfTheCall() {
    Summary<?> undated = january(acme(true, false), 0);
    Summary<?> dated = february(acme(true, true), 0);
    for (List<Summary<?>> order : List.of(List.of(undated, dated), List.of(dated, undated))) {
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> merged(order.get(0), order.get(1)))
                  .getMessage());
      assertTrue(message.contains("], only in one [member s2: Acme, Legal, STAFF, P"), message);
      assertTrue(message.contains("], only in the other [member s2: Acme, Legal, STAFF"), message);
      assertFalse(message.contains("first"), message);
    }
  }

  @Test
  void aChangeBeforeTheEarlierAsOfIsRefusedByItsTime() {
    Directory other =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("s1", "Support")
                        .member("s2", "Legal")
                        .from(Instant.parse("2026-01-10T00:00:00Z")))
            .topic("contracts", "Acme", "Legal")
            .build();
    Measure<ResponseSummary> each = ResponseTime.eachTurn();
    ResponseSummary january = each.fromBytes(january(acme(false, false), 0).toBytes());
    ResponseSummary february = each.fromBytes(february(other, 0).toBytes());
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> january.merge(february))
                .getMessage());
    assertEquals(
        "cannot merge, directory (by content hash) differs from 2026-01-10T00:00:00Z on",
        message.substring(0, message.indexOf(": ")));
  }

  @Test
  void whoLeavesAtTheInstantOfTheAsOfIsNoObstacle() {
    Directory left =
        Directory.builder()
            .organization(
                "Acme",
                acme -> acme.member("s1", "Support").until(Instant.parse("2026-01-31T12:00:00Z")))
            .topic("contracts", "Acme", "Legal")
            .build();
    Summary<?> merged = merged(january(acme(false, false), 0), february(left, 0));
    // Of carl on 23 + 27 days, of s2 as often, and of s1 on the 19 days after leaving.
    assertEquals(119, ((ResponseSummary) merged).exchanges());
  }
}
