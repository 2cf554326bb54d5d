package dev.repartee.examples.quickstart;

import dev.repartee.openness.OpennessSummary;
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
          "To compare them takes both praise and criticism: people praised "
              + TextPage.count(openness.praiseTurns(), "time")
              + ", criticized "
              + TextPage.count(openness.criticismTurns(), "time")
              + ", and wrote without a label of either "
              + TextPage.count(openness.unlabelled(), "time")
              + ".");
    }
    WaitingChart chart =
        new WaitingChart(
            List.of(
                new WaitingChart.Line(
                    "praise", openness.praiseCurve(), Svg.Ink.MAIN, Svg.Ink.PALE, false),
                new WaitingChart.Line(
                    "criticism",
                    openness.criticismCurve(),
                    Svg.Ink.ALERT,
                    Svg.Ink.ALERT_PALE,
                    true)));
    List<String> notes = new ArrayList<>();
    notes.add(WaitingChart.NOTE);
    notes.add(
        "The lines take all channels together; the comparison is made within each channel, since"
            + " people may praise where answers come soon and criticize where they do not.");
    if (!openness.notCompared().isEmpty()) {
      notes.add(
          "Too few of one side to compare on: " + String.join(", ", openness.notCompared()) + ".");
    }
    return new Picture(
        ID,
        TITLE,
        "Answered within a day: praise "
            + Percent.of(openness.praise())
            + " of "
            + TextPage.count(openness.praiseTurns(), "time")
            + ", criticism "
            + Percent.of(openness.criticism())
            + " of "
            + TextPage.count(openness.criticismTurns(), "time")
            + ". Compared channel by channel they are "
            + Percent.points(openness.difference())
            + " apart: "
            + verdict(openness.verdict())
            + ".",
        chart::draw,
        WaitingChart.HEIGHT,
        notes,
        chart.table());
  }

  private static String verdict(OpennessSummary.Verdict verdict) {
    return switch (verdict) {
      case PARITY -> "both are answered alike, give or take 10 points";
      case FAVOURS_PRAISE -> "taken alone, praise is answered more";
      case FAVOURS_CRITICISM -> "taken alone, criticism is answered more";
      default -> "whether they differ is not known yet";
    };
  }
}
