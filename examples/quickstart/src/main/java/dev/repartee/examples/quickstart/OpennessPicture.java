package dev.repartee.examples.quickstart;

import dev.repartee.openness.OpennessSummary;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Whether who criticizes waits as long as who praises. */
final class OpennessPicture {
  static final String ID = "openness";
  private static final String TITLE = "Whether criticism is answered as praise is";

  private OpennessPicture() {}

  static Picture of(OpennessSummary openness) {
    if (openness.praiseCurve().isEmpty() || openness.criticismCurve().isEmpty()) {
      return Picture.missing(
          ID,
          TITLE,
          "To compare them takes both praise and criticism: there are "
              + TextPage.count(openness.praiseTurns(), "turn")
              + " of praise, "
              + NumberText.count(openness.criticismTurns())
              + " of criticism, and "
              + NumberText.count(openness.unlabelled())
              + " without sentiment.");
    }
    WaitingChart chart =
        new WaitingChart(
            List.of(
                new WaitingChart.Line("praise", openness.praiseCurve(), Chart.GOOD, "#a5d3bf"),
                new WaitingChart.Line(
                    "criticism", openness.criticismCurve(), Chart.BAD, "#e5aba5")));
    List<String> notes = new ArrayList<>();
    notes.add(WaitingChart.NOTE);
    notes.add(
        "The curves take all channels together; the difference compares praise and criticism"
            + " within each channel.");
    if (!openness.notCompared().isEmpty()) {
      notes.add(
          "Not compared, because one side has too few: "
              + String.join(", ", openness.notCompared())
              + ".");
    }
    return new Picture(
        ID,
        TITLE,
        "Answered within 24 h: praise "
            + openness.praise()
            + ", criticism "
            + openness.criticism()
            + ", of "
            + NumberText.count(openness.praiseTurns())
            + " and "
            + NumberText.count(openness.criticismTurns())
            + " turns; the difference is "
            + openness.difference()
            + ". Verdict: "
            + Warnings.words(openness.verdict())
            + ".",
        chart.chart(),
        WaitingChart.HEIGHT,
        notes,
        chart.table());
  }
}
