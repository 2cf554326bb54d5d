package dev.repartee.examples.quickstart;

import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;

/** How many still wait after how long. */
final class WaitingPicture {
  private static final String ID = "waiting";
  private static final String TITLE = "How long people wait";

  private WaitingPicture() {}

  static Picture of(ResponseSummary response) {
    SurvivalCurve curve = response.curve();
    if (curve.isEmpty()) {
      return Picture.missing(
          ID, TITLE, "Nobody waited for an answer, so there is no curve to draw.");
    }
    WaitingChart chart =
        new WaitingChart(
            List.of(new WaitingChart.Line("still waiting", curve, Chart.MAIN, Chart.PALE)));
    return new Picture(
        ID,
        TITLE,
        TextPage.count(response.exchanges(), "time")
            + " somebody waited for an answer: "
            + NumberText.count(response.answered())
            + " times it came, "
            + NumberText.count(response.waiting())
            + " times it had not come by the end. Answered within 1 h: "
            + curve.within(Duration.ofHours(1))
            + ", within a day: "
            + curve.within(Duration.ofDays(1))
            + ". Half are answered within: "
            + curve.median()
            + ".",
        chart.chart(),
        WaitingChart.HEIGHT,
        List.of(WaitingChart.NOTE),
        chart.table());
  }
}
