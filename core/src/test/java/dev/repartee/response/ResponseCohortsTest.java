package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.Difference;
import dev.repartee.stats.LogRank;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Response month by month, and two summaries beside each other. */
class ResponseCohortsTest {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  /** 200 people a month, answered after the hours of the month and some minutes. */
  private static EngagementLog log(double... hoursByMonth) {
    EngagementLog.Builder builder = EngagementLog.builder(ACME).asOf("2026-12-01T00:00:00Z");
    for (int month = 0; month < hoursByMonth.length; month++) {
      Instant start = Instant.parse("2026-0" + (month + 1) + "-02T00:00:00Z");
      for (int i = 0; i < 200 && hoursByMonth[month] > 0; i++) {
        String id = month + "." + i;
        Instant asked = start.plus(Duration.ofHours(3L * i));
        long minutes = (long) (hoursByMonth[month] * 60 * (1 + i % 17 / 10.0));
        builder.add(Post.of(id, "visitor" + id, asked).channel(i % 2 == 0 ? "blog" : "mail"));
        builder.add(Reply.of("r" + id, "care", asked.plus(Duration.ofMinutes(minutes))).to(id));
      }
    }
    return builder.build();
  }

  private static ResponseCohorts cohorts(EngagementLog log) {
    return ResponseCohorts.of(
        log.measure(ResponseTime.eachTurn().by(Dimension.month(ZoneOffset.UTC))));
  }

  @Test
  void whatGetsEverSlowerIsChanging() {
    ResponseCohorts cohorts = cohorts(log(1, 2, 4, 8));
    assertTrue(cohorts.isChanging());
    assertTrue(cohorts.trend().score() < 0, "waits end ever later");
    assertTrue(cohorts.toString().startsWith("median "), cohorts.toString());
    assertTrue(cohorts.toString().contains(", 4 months, changing over time\n"));
    assertEquals(YearMonth.of(2026, 1), cohorts.medians().firstKey());
    assertEquals(
        Duration.ofMinutes(108), cohorts.medians().values().iterator().next().orElseThrow());
  }

  @Test
  void factsSayHowMuchChanges() {
    ResponseCohorts slower = cohorts(log(1, 2, 4, 8));
    Facts facts = slower.facts();
    assertEquals(List.of("4", "CHANGING_OVER_TIME"), Talk.texts(facts, "months", "trend"));
    assertEquals(slower.change().value(), facts.get("change").value().getAsDouble());
    assertTrue(facts.get("change").high().getAsDouble() < 0);
    assertEquals(slower.trend().pValue(), facts.get("trend_p_value").value().getAsDouble());
    assertEquals(State.NOT_DEFINED, facts.get("change_by_channel").state());
    assertEquals("response each turn by month in Z", facts.get("months").origin().measure());
    Facts none = cohorts(log()).facts();
    assertEquals(List.of("0", "CHANGE_NOT_KNOWN"), Talk.texts(none, "months", "trend"));
    assertEquals(State.NOT_DEFINED, none.get("change").state());
    assertEquals("no data", none.get("trend_p_value").note());
  }

  @Test
  void whatStaysTheSameIsNot() {
    ResponseCohorts cohorts = cohorts(log(2, 2, 2, 2));
    assertFalse(cohorts.isChanging());
    assertTrue(cohorts.toString().contains("no trend"), cohorts.toString());
  }

  /**
   * 200 people a month: of those who ask on chat 4 in 5 are answered within the hour, of those who
   * write by mail 1 in 5, in both months alike. More and more write by mail.
   */
  private static EngagementLog mix(int... mailsByMonth) {
    EngagementLog.Builder builder = EngagementLog.builder(ACME).asOf("2026-12-01T00:00:00Z");
    for (int month = 0; month < mailsByMonth.length; month++) {
      Instant start = Instant.parse("2026-0" + (month + 1) + "-02T00:00:00Z");
      for (int i = 0; i < 200; i++) {
        String id = month + "." + i;
        boolean isMail = i < mailsByMonth[month];
        Instant asked = start.plus(Duration.ofHours(3L * (i * 37 % 200)));
        int minutes = (i % 5 == 0) == isMail ? 50 : 600;
        builder.add(Post.of(id, "visitor" + id, asked).channel(isMail ? "mail" : "chat"));
        builder.add(Reply.of("r" + id, "care", asked.plus(Duration.ofMinutes(minutes))).to(id));
      }
    }
    return builder.build();
  }

  @Test
  void aMixOfChannelsThatChangesIsNoChangeOfChannels() {
    EngagementLog log = mix(50, 50, 50, 150);
    ResponseCohorts cohorts = cohorts(log);
    // 150 of 200 on chat: 120 + 10 within the hour; 50 on chat: 40 + 30.
    assertEquals((70 - 130) / 200.0, cohorts.change().value(), 1e-12);
    assertTrue(cohorts.change().high() < 0, cohorts::toString);
    assertEquals("none (not known by channel)", cohorts.changeByChannel().toString());
    ResponseCohorts byChannel =
        cohorts.withChannels(
            log.measure(
                ResponseTime.eachTurn()
                    .by(Dimension.month(ZoneOffset.UTC).and(Dimension.CHANNEL))));
    assertEquals(0, byChannel.changeByChannel().value(), 1e-12);
    assertTrue(
        byChannel.toString().contains("from 2026-01 to 2026-04, by channel 0.00 ["),
        byChannel::toString);
    assertEquals(
        "monthsAndChannels (with key [2026-01]) must be a breakdown by month and channel of the"
            + " same log; use ResponseTime….by(Dimension.month(zone).and(Dimension.CHANNEL))",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    cohorts.withChannels(
                        log.measure(ResponseTime.eachTurn().by(Dimension.month(ZoneOffset.UTC)))))
            .getMessage());
  }

  @Test
  void howMuchItChangesStandsBesideThatItDoes() {
    ResponseCohorts cohorts = cohorts(log(1, 2, 4, 8));
    // All of January are answered within the median of all months, and nobody of April.
    assertEquals(-1, cohorts.change().value());
    assertTrue(
        cohorts.toString().contains("-1.00 [-1.00, ") && cohorts.toString().contains("to 2026-04"),
        cohorts::toString);
    assertEquals("none (fewer than 2 months)", cohorts(log(1)).change().toString());
    assertEquals("none (fewer than 2 months)", cohorts(log()).change().toString());
  }

  @Test
  void aMonthWithoutWaitsKeepsItsPlace() {
    EngagementLog log = log(1, 1.1, 0, 0, 1.5);
    ResponseCohorts cohorts = cohorts(log);
    assertEquals(3, cohorts.medians().size());
    Breakdown<ResponseSummary> months =
        log.measure(ResponseTime.eachTurn().by(Dimension.month(ZoneOffset.UTC)));
    LogRank withoutGap =
        LogRank.trend(months.parts().stream().map(part -> part.summary().curve()).toList());
    assertTrue(
        Math.abs(cohorts.trend().score()) > Math.abs(withoutGap.score()),
        "the last month is four months after the first");
  }

  @Test
  void theWholeIsTheMeasureWithoutMonths() {
    EngagementLog log = log(1, 2, 4);
    assertArrayEquals(
        log.measure(ResponseTime.eachTurn()).toBytes(), cohorts(log).pooled().toBytes());
  }

  @Test
  void withoutTwoMonthsNothingIsKnown() {
    assertTrue(cohorts(log(1)).toString().contains("1 month, change not known"));
    assertTrue(cohorts(log()).toString().contains("0 months, change not known"));
    assertFalse(cohorts(log()).isChanging());
  }

  @Test
  void takenAsIndependentItWorksTheSame() {
    EngagementLog log = log(1, 0, 4);
    ResponseCohorts cohorts =
        ResponseCohorts.of(
            log.measure(
                ResponseTime.eachTurn().asIndependent().by(Dimension.month(ZoneOffset.UTC))));
    assertTrue(cohorts.trend().isIndependent());
    assertTrue(cohorts.isChanging());
  }

  @Test
  void anotherBreakdownIsRefused() {
    Breakdown<ResponseSummary> byChannel =
        log(1, 2).measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
    String message =
        assertThrows(IllegalArgumentException.class, () -> ResponseCohorts.of(byChannel))
            .getMessage();
    assertEquals(
        "months (with key [blog]) must be a breakdown by month; use"
            + " ResponseTime….by(Dimension.month(zone))",
        message);
  }

  @Test
  void twoSummariesStandBesideEachOther() {
    EngagementLog log = log(1, 4);
    List<ResponseSummary> months =
        log.measure(ResponseTime.eachTurn().by(Dimension.month(ZoneOffset.UTC))).parts().stream()
            .map(Breakdown.Part::summary)
            .toList();
    ResponseComparison comparison = ResponseComparison.of(months.get(0), months.get(1));
    assertTrue(comparison.test().score() > 0, "the first are answered sooner");
    // 200 people a month, but nine weeks: 7 degrees of freedom.
    assertTrue(comparison.test().isByWeek(), comparison.test()::toString);
    assertTrue(comparison.test().pValue() < 0.01, comparison.test()::toString);
    Duration time = Duration.ofHours(3);
    assertEquals(
        months.get(0).within(time).value() - months.get(1).within(time).value(),
        comparison.within(time).value(),
        1e-12);
    assertEquals(
        Difference.of(months.get(0).median(), months.get(1).median()), comparison.median());
    assertEquals(Duration.ofMinutes(108 - 4 * 108), comparison.median().orElseThrow());
  }

  @Test
  void summariesOfDifferentMeasuresDoNot() {
    EngagementLog log = log(1, 2);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ResponseComparison.of(
                        log.measure(ResponseTime.eachTurn()),
                        log.measure(ResponseTime.firstResponse())))
            .getMessage();
    assertEquals(
        "second (first response) must be of the same measure as first (response each turn);"
            + " measure both with the same options",
        message);
  }
}
