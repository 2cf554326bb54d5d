package dev.repartee.examples.quickstart;

import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How far people come: how many at each stage, and the share that comes on. */
final class PathPicture {
  private static final String ID = "path";
  private static final String TITLE = "How far people come";
  private static final String NOT_OBSERVED = "not observed";
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final int STAGES_HEIGHT = 220;
  private static final int GAP = 42;

  private final List<StageResult> stages;

  private PathPicture(List<StageResult> stages) {
    this.stages = stages;
  }

  static Picture of(Optional<APathSummary> path) {
    if (path.isEmpty()) {
      return Picture.missing(
          ID,
          TITLE,
          "The log holds no acts (views, likes, follows, shares), so no A-Path can be seen.");
    }
    if (path.get().persons() == 0) {
      return Picture.missing(ID, TITLE, "Nobody has set out on the A-Path.");
    }
    return new PathPicture(path.get().stages()).picture();
  }

  private Picture picture() {
    List<Forest.Line> lines = new ArrayList<>();
    for (StageResult stage : stages) {
      if (stage.isObserved() && stage.from().isPresent() && !stage.conversionSoFar().isEmpty()) {
        lines.add(line(stage));
      }
    }
    return new Picture(
        ID,
        TITLE,
        "People at each stage: "
            + stages.stream().map(PathPicture::said).collect(Collectors.joining(", "))
            + ".",
        chart(lines),
        STAGES_HEIGHT + GAP + Forest.ROOM * lines.size() + GAP,
        List.of(
            "Above, how many people came to each stage of Social Steve's A-Path; each needs the one"
                + " before. Below, the share of those who came on so far, with its 95 % interval."
                + " Who came lately had little time; what comes within 90 days is in the table and"
                + " allows for that. A stage that no act in the log can prove is not observed,"
                + " which is not 0."),
        table());
  }

  private static String name(StageResult stage) {
    return Warnings.words(stage.stage());
  }

  private static String said(StageResult stage) {
    return name(stage)
        + " "
        + (stage.isObserved() ? NumberText.count(stage.count()) : NOT_OBSERVED);
  }

  private static Forest.Line line(StageResult stage) {
    Proportion share = stage.conversionSoFar();
    return new Forest.Line(
        "from "
            + Warnings.words(stage.from().orElseThrow())
            + " to "
            + name(stage)
            + ": "
            + NumberText.count(share.successes())
            + " of "
            + NumberText.count(share.trials()),
        share.value(),
        share.hasInterval() ? share.low() : share.value(),
        share.hasInterval() ? share.high() : share.value(),
        Chart.MAIN,
        OptionalDouble.empty());
  }

  private Map<String, Object> chart(List<Forest.Line> lines) {
    List<Object> series = new ArrayList<>();
    series.add(
        Chart.object(
            "type",
            "bar",
            "barMaxWidth",
            24,
            "color",
            Chart.MAIN,
            "label",
            Chart.object("show", true, "position", "right"),
            "data",
            stages.stream().map(PathPicture::bar).toList()));
    series.addAll(Forest.series(lines, 1));
    Map<String, Object> shares = Chart.shares();
    shares.put("gridIndex", 1);
    return Chart.object(
        "fitNames",
        true,
        "grid",
        List.of(
            Chart.object(
                "left", 14, "right", 84, "top", 4, "height", STAGES_HEIGHT, "containLabel", true),
            Chart.object("left", 12, "right", 24, "top", STAGES_HEIGHT + GAP, "bottom", GAP - 12)),
        "xAxis",
        List.of(
            Chart.object(
                "type",
                "value",
                "axisLabel",
                Chart.object("show", false),
                "splitLine",
                Chart.object("show", false)),
            shares),
        "yAxis",
        List.of(
            Chart.names(stages.stream().map(PathPicture::name).toList(), 90),
            Forest.names(lines, 1)),
        "series",
        series);
  }

  private static Object bar(StageResult stage) {
    if (!stage.isObserved()) {
      return Chart.object(
          "value",
          0,
          "label",
          Chart.object("formatter", NOT_OBSERVED, "color", Chart.OPEN, "fontStyle", "italic"));
    }
    return Chart.object(
        "value",
        stage.count(),
        "label",
        Chart.object("formatter", NumberText.count(stage.count())));
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of("stage", "people", "of those before", "within 90 days", "still in time");
    for (StageResult stage : stages) {
      if (!stage.isObserved()) {
        table.row(name(stage), NOT_OBSERVED, "", "", "");
      } else if (stage.from().isEmpty()) {
        table.row(name(stage), stage.count(), "", "", "");
      } else {
        table.row(
            name(stage),
            stage.count(),
            stage.conversionSoFar(),
            stage.within(QUARTER),
            stage.stillInTime(QUARTER));
      }
    }
    return table;
  }
}
