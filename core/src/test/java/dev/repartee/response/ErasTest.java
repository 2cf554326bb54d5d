package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.repartee.consistency.Consistency;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Summary;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hours and targets that change on a day. */
class ErasTest {
  private static final Instant CHANGE = Instant.parse("2026-02-02T00:00:00Z");
  private static final OfficeHours SHORT = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
  private static final OfficeHours LONG = OfficeHours.parse("Mon-Fri 08:00-20:00 UTC");

  @Test
  void everybodyIsJudgedByWhatWasPromisedThen() {
    ResponseTime measure =
        ResponseTime.eachTurn()
            .withTarget(Talk.minutes(60))
            .withTargetFrom(Instant.ofEpochMilli(100 * 60_000), Talk.minutes(30));
    EngagementLog log =
        Talk.log(
            185,
            Talk.post("1", "carl", 0),
            Talk.reply("1r", "care", 50, "1"), // met
            Talk.post("2", "dan", 90),
            Talk.reply("2r", "care", 135, "2"), // 45 of 60 minutes: met
            Talk.post("3", "eve", 100),
            Talk.reply("3r", "care", 145, "3"), // 45 of 30 minutes: missed
            Talk.post("4", "fay", 150), // for 35 minutes: overdue
            Talk.post("5", "gus", 160)); // for 25 minutes: still in time
    ResponseSummary.TargetAttainment kept = log.measure(measure).target();
    assertEquals("2/4", kept.attainment().successes() + "/" + kept.attainment().trials());
    assertEquals(1, kept.missed());
    assertEquals(1, kept.overdue());
    assertEquals(1, kept.stillInTime());
    assertEquals(Duration.ofMinutes(30), kept.target());
    assertEquals(
        "response each turn, target PT1H and PT30M from 1970-01-01T01:40:00Z",
        log.measure(measure).origin().measure());
    // As of an instant before it, nobody knows of the change.
    assertEquals(
        "response each turn, target PT1H",
        log.asOf(Instant.ofEpochMilli(99 * 60_000)).measure(measure).origin().measure());
    assertEquals(
        Duration.ofHours(1),
        log.asOf(Instant.ofEpochMilli(99 * 60_000)).measure(measure).target().target());
  }

  @Test
  void aTargetComesBeforeAnotherOne() {
    assertEquals(
        "target before (2026-02-02T00:00:00Z) must be named first; use"
            + " withTarget(…).withTargetFrom(…)",
        String.valueOf(
            assertThrows(
                    IllegalStateException.class,
                    () -> ResponseTime.eachTurn().withTargetFrom(CHANGE, Talk.minutes(1)))
                .getMessage()));
    assertEquals(
        "change (-1000000000-01-01T00:00:00Z) must lie in the years 1 to 9999; it is when the target"
            + " changes",
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        ResponseTime.eachTurn()
                            .withTarget(Talk.minutes(2))
                            .withTargetFrom(Instant.MIN, Talk.minutes(1)))
                .getMessage()));
    ResponseTime hour = ResponseTime.eachTurn().withTarget(Talk.minutes(60));
    assertEquals(hour, hour.withTargetFrom(CHANGE, Talk.minutes(60)));
  }

  @Test
  void waitsCountWorkingTimeAcrossAChangeOfHours() {
    // Monday the 2nd of February is the first day of the long hours.
    EngagementLog log =
        EngagementLog.builder(Talk.acme())
            .add(Post.of("1", "carl", "2026-01-30T16:00:00Z"))
            .add(Reply.of("2", "care", "2026-02-02T09:00:00Z").to("1"))
            .build();
    OfficeHours hours = SHORT.from(LocalDate.of(2026, 2, 2), LONG);
    assertEquals(
        Optional.of(Duration.ofHours(2)),
        log.measure(ResponseTime.eachTurn().during(hours)).median().value());
    assertEquals(
        Optional.of(Duration.ofHours(1)),
        log.measure(ResponseTime.eachTurn().during(SHORT)).median().value());
  }

  private static final OfficeHours BOTH = SHORT.from(CHANGE, LONG);

  /** As one knew them in January, and as one knows them in February. */
  private static List<Measure<?>> measures(boolean isLater) {
    OfficeHours hours = isLater ? BOTH : SHORT;
    ResponseTime target = ResponseTime.eachTurn().withTarget(Talk.minutes(240));
    target = isLater ? target.withTargetFrom(CHANGE, Talk.minutes(60)) : target;
    return List.of(
        target,
        ResponseTime.eachTurn().during(hours),
        ResponseTime.firstResponse().startedOutside(hours),
        target.during(hours).by(Dimension.CHANNEL),
        Measures.of(Dialogue.standard(), target.during(hours)),
        ResponseTime.lastMessage().during(hours),
        Consistency.standard().during(hours));
  }

  private static Summary<?> measured(boolean isLater, int number, int first, int last, int asOf) {
    EngagementLog.Builder rows =
        EngagementLog.builder(Talk.acme())
            .asOf(LocalDate.of(2026, 1, asOf % 100).plusMonths(asOf / 100) + "T00:00:00Z");
    for (int day = 0; day < 59; day++) {
      String at = LocalDate.of(2026, 1, 1).plusDays(day) + "T";
      rows.add(Post.of("p" + day, "carl" + day % 5, at + "07:00:00Z").channel("blog"));
      rows.add(Reply.of("r" + day, "care", at + "1" + day % 9 + ":00:00Z").to("p" + day));
    }
    LocalDate start = LocalDate.of(2026, 1, 1);
    return rows.build()
        .between(start.plusDays(first) + "T00:00:00Z", start.plusDays(last) + "T00:00:00Z")
        .followedFor(Duration.ofDays(3))
        .measure(measures(isLater).get(number));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of one measure
  private static Summary<?> merged(Summary a, Summary b) {
    return a.merge(b);
  }

  @Test
  void januaryMergesWithFebruaryAlthoughHoursAndTargetsChange() {
    for (int i = 0; i < measures(true).size(); i++) {
      Summary<?> january = measured(false, i, 0, 20, 31);
      Summary<?> february = measured(true, i, 20, 45, 128);
      Summary<?> both = measured(true, i, 0, 45, 128);
      assertArrayEquals(both.toBytes(), merged(january, february).toBytes());
      assertArrayEquals(both.toBytes(), merged(february, january).toBytes());
      assertEquals(both.table(), merged(january, february).table());
      // Kept as bytes, and read by the measure of February; not the other way about.
      Measure<?> later = measures(true).get(i);
      Summary<?> read = later.fromBytes(january.toBytes());
      assertArrayEquals(both.toBytes(), merged(read, february).toBytes());
      Measure<?> earlier = measures(false).get(i);
      byte[] bytes = february.toBytes();
      assertThrows(IllegalArgumentException.class, () -> earlier.fromBytes(bytes));
      // What was measured after the change without knowing of it does not belong to it.
      Summary<?> wrong = measured(false, i, 20, 45, 128);
      assertThrows(IllegalArgumentException.class, () -> merged(wrong, february));
      assertThrows(IllegalArgumentException.class, () -> merged(both, merged(january, wrong)));
    }
  }
}
