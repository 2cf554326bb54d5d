package dev.repartee.examples.quickstart;

import dev.repartee.promise.PromiseSummary;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was promised, and what was found. */
final class PromisesPicture {
  static final String ID = "promises";
  private static final String TITLE = "Which promises are kept";
  private static final int ROOM = 60;

  private PromisesPicture() {}

  static Picture of(Optional<PromiseSummary> promises) {
    return promises
        .map(PromisesPicture::picture)
        .orElseGet(
            () ->
                Picture.missing(
                    ID, TITLE, "No promise was named, so none is judged; --promise names one."));
  }

  private static Picture picture(PromiseSummary promises) {
    List<Forest.Line> lines = new ArrayList<>();
    for (PromiseSummary.Result result : promises.results()) {
      if (result.share().isDefined()) {
        lines.add(line(result));
      }
    }
    String text = text(promises);
    if (lines.isEmpty()) {
      return Picture.missing(ID, TITLE, text);
    }
    return new Picture(
        ID,
        TITLE,
        text,
        chart(lines),
        ROOM + Forest.ROOM * lines.size(),
        List.of(
            "The upright bar is what was promised, the dot what was found, with its 95 % interval."
                + " Red is shown to be broken, green shown to be kept, gray neither. It is judged"
                + " among the promises alone; the letter judges more at once and may leave open"
                + " what is shown here. A promise without a dot had no data and stands in the table"
                + " only."),
        table(promises));
  }

  private static String text(PromiseSummary promises) {
    List<String> broken = new ArrayList<>();
    for (PromiseSummary.Result result : promises.results()) {
      if (result.verdict() == PromiseSummary.Verdict.BROKEN) {
        broken.add(
            result.promise()
                + " ("
                + NumberText.count(result.met())
                + " of "
                + NumberText.count(result.all())
                + ", "
                + NumberText.count(Math.max(1, Math.round(result.excess())))
                + " beyond what it allows)");
      }
    }
    return "Of "
        + TextPage.count(promises.results().size(), "promise")
        + ", "
        + promises.count(PromiseSummary.Verdict.KEPT)
        + " shown to be kept, "
        + promises.count(PromiseSummary.Verdict.BROKEN)
        + " shown to be broken, "
        + promises.count(PromiseSummary.Verdict.UNPROVEN)
        + " unproven, "
        + promises.count(PromiseSummary.Verdict.NO_DATA)
        + " without data."
        + (broken.isEmpty() ? "" : " Broken: " + String.join("; ", broken) + ".");
  }

  private static Forest.Line line(PromiseSummary.Result result) {
    Estimate share = result.share();
    String color =
        switch (result.verdict()) {
          case KEPT -> Chart.GOOD;
          case BROKEN -> Chart.BAD;
          case UNPROVEN, NO_DATA -> Chart.OPEN;
        };
    return new Forest.Line(
        result.promise().toString(),
        share.value(),
        share.hasInterval() ? share.low() : share.value(),
        share.hasInterval() ? share.high() : share.value(),
        color,
        OptionalDouble.of(result.promise().bound()));
  }

  private static Map<String, Object> chart(List<Forest.Line> lines) {
    return Chart.object(
        "fitNames",
        true,
        "grid",
        List.of(Chart.object("left", 12, "right", 24, "top", 12, "bottom", 30)),
        "xAxis",
        List.of(Chart.shares()),
        "yAxis",
        List.of(Forest.names(lines, 0)),
        "series",
        Forest.series(lines, 0));
  }

  private static HtmlTable table(PromiseSummary promises) {
    HtmlTable table =
        HtmlTable.of(
            "promise", "verdict", "found", "as promised", "of", "too few or too many", "p", "note");
    for (PromiseSummary.Result result : promises.results()) {
      table.row(
          result.promise(),
          Warnings.words(result.verdict()),
          result.share(),
          result.met(),
          result.all(),
          result.excess() == 0 ? 0L : Math.max(1, Math.round(result.excess())),
          NumberText.decimal(result.adjustedPValue()),
          result.note());
    }
    return table;
  }
}
