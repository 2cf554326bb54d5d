package dev.repartee.examples.quickstart;

import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;

/** How many have an answer after how long. */
final class WaitingPicture {
  static final String ID = "waiting";
  private static final String TITLE = "How long people wait";

  private WaitingPicture() {}

  /** Of whole days nothing is said about hours. */
  static Picture of(ResponseSummary response, boolean isWholeDays) {
    SurvivalCurve curve = response.curve();
    if (curve.isEmpty()) {
      return Picture.missing(
          ID, TITLE, "Nobody waited for an answer, so there is nothing to draw.");
    }
    WaitingChart chart =
        new WaitingChart(
            List.of(new WaitingChart.Line("people", curve, Svg.Ink.MAIN, Svg.Ink.PALE, false)));
    return new Picture(
        ID,
        TITLE,
        PlainWords.capital(TextPage.count(response.exchanges(), "time"))
            + " somebody waited for an answer: "
            + TextPage.count(response.answered(), "time")
            + " it came, "
            + TextPage.count(response.waiting(), "time")
            + " it had not come by the end"
            + (response.closed() > 0
                ? ", " + TextPage.count(response.closed(), "time") + " the matter was closed first"
                : "")
            + ". An answer "
            + (isWholeDays
                ? ""
                : "within 1 h: " + Percent.of(curve.within(Duration.ofHours(1))) + "; ")
            + "within a day: "
            + Percent.of(curve.within(Duration.ofDays(1)))
            + "; "
            + PlainWords.half(curve.median())
            + ".",
        chart::draw,
        WaitingChart.HEIGHT,
        List.of(WaitingChart.NOTE),
        chart.table());
  }
}
