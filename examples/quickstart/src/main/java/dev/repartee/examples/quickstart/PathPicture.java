package dev.repartee.examples.quickstart;

import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.Stage;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How far people come: how many at each stage, and the share that comes on. */
final class PathPicture {
  static final String ID = "path";
  private static final String TITLE = "How far people come";
  private static final String NOT_OBSERVED = "the log cannot show it";
  private static final Duration QUARTER = Duration.ofDays(90);

  private final List<StageResult> stages;

  private PathPicture(List<StageResult> stages) {
    this.stages = stages;
  }

  static Picture of(Optional<APathSummary> path) {
    if (path.isEmpty()) {
      return Picture.missing(
          ID, TITLE, "The log holds no acts (views, likes, follows, shares) that could show it.");
    }
    if (path.get().persons() == 0) {
      return Picture.missing(ID, TITLE, "Nobody has set out.");
    }
    return new PathPicture(path.get().stages()).picture();
  }

  private Picture picture() {
    long most =
        stages.stream()
            .filter(StageResult::isObserved)
            .mapToLong(StageResult::count)
            .max()
            .orElse(1);
    List<Share> shares = stages.stream().map(stage -> share(stage, Math.max(1, most))).toList();
    return new Picture(
        ID,
        TITLE,
        "People at each stage: "
            + stages.stream().map(PathPicture::said).collect(Collectors.joining(", "))
            + ".",
        svg -> Share.bars(svg, shares, "Bars are numbers of people."),
        Share.height(shares),
        List.of(
            "Attention: noticed the organization, by any sign. Attraction: came closer by choice,"
                + " as by a click, a like, a follow or a message. Affinity: kept coming back, over"
                + " two weeks or in a dialogue. Audience: opted in, and still is. Advocates: spoke"
                + " for it, more than once. Each needs the one before. Who"
                + " came lately had little time; what comes within 90 days, which allows for that,"
                + " is in the counts."),
        table());
  }

  private static String name(StageResult stage) {
    return Warnings.words(stage.stage());
  }

  private static String said(StageResult stage) {
    return name(stage)
        + " "
        + (stage.isObserved() ? NumberText.count(stage.count()) : "(" + NOT_OBSERVED + ")");
  }

  private static Share share(StageResult stage, long most) {
    double value = stage.isObserved() ? (double) stage.count() / most : Double.NaN;
    return new Share(
        PlainWords.capital(name(stage)),
        stage.isObserved() ? people(stage) : PlainWords.capital(NOT_OBSERVED),
        value,
        value,
        value,
        Svg.Ink.MAIN,
        OptionalDouble.empty());
  }

  private static String people(StageResult stage) {
    String people = stage.count() == 1 ? "1 person" : NumberText.count(stage.count()) + " people";
    Optional<Stage> from = stage.from();
    if (from.isEmpty()) {
      return people;
    }
    Proportion share = stage.conversionSoFar();
    return share.isEmpty()
        ? people
        : people + ": " + Percent.of(share) + " of " + Warnings.words(from.get());
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
