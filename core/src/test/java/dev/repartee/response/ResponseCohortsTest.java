package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.Difference;
import dev.repartee.stats.LogRank;
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
  void whatStaysTheSameIsNot() {
    ResponseCohorts cohorts = cohorts(log(2, 2, 2, 2));
    assertFalse(cohorts.isChanging());
    assertTrue(cohorts.toString().contains("no trend"), cohorts.toString());
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
    // 200 people a month, but ten weeks: 9 degrees of freedom.
    assertTrue(comparison.test().isByWeek(), comparison.test()::toString);
    assertTrue(comparison.test().pValue() < 1e-3, comparison.test()::toString);
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
