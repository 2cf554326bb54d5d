package dev.repartee.examples.quickstart;

import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.AdvocatesSummary;
import dev.repartee.apath.HollowAudienceSummary;
import dev.repartee.apath.Standing;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says how far people come, for people: tables, then sentences. */
final class PathText {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final String NOT_OBSERVED = "not observed";
  private static final int SHOWN = 5;

  private final PathFindings findings;
  private final ZoneId zone;

  PathText(PathFindings findings, ZoneId zone) {
    this.findings = findings;
    this.zone = zone;
  }

  /** How many came to each stage, and how many of those who have not can still do so in time. */
  TextTable stages() {
    TextTable table =
        TextTable.of("stage", "people", "of those before", "within 90 d", "still in time");
    for (StageResult stage : findings.path().stages()) {
      String name = Warnings.words(stage.stage());
      if (!stage.isObserved()) {
        table.row(name, NOT_OBSERVED, "", "", "");
      } else if (stage.from().isEmpty()) {
        table.row(name, stage.count(), "", "", "");
      } else {
        table.row(
            name,
            stage.count(),
            brief(stage.conversionSoFar()),
            brief(stage.within(QUARTER)),
            NumberText.count(stage.stillInTime(QUARTER)));
      }
    }
    return table;
  }

  /** Where people stand now, and how many are lost. */
  TextTable standings() {
    TextTable table = TextTable.of("now", "people", "of all");
    Arrays.stream(Standing.values())
        .filter(standing -> standing != Standing.NEW)
        .forEach(
            standing -> {
              String name = (standing.isLost() ? "lost: " : "at ") + Warnings.words(standing);
              if (findings.state().isObserved(standing)) {
                table.row(
                    name,
                    findings.state().count(standing),
                    brief(findings.state().share(standing)));
              } else {
                table.row(name, NOT_OBSERVED, "");
              }
            });
    return table;
  }

  /** The count stands beside it already. */
  private static String brief(Proportion share) {
    return share.isEmpty()
        ? share.toString()
        : NumberText.share(share.value())
            + share.interval().map(interval -> " " + interval).orElse("");
  }

  /** Why there is no interval is said only where there is no number either. */
  private static String brief(Estimate estimate) {
    if (estimate.hasInterval()) {
      return estimate.toString();
    }
    return estimate.isDefined() ? NumberText.share(estimate.value()) : estimate.note();
  }

  /** What no table holds. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Clocks start again at each stage: do not multiply. Still in time: not there yet, but not"
            + " 90 days since the stage before either.");
    HollowAudienceSummary hollow = findings.hollow();
    sentences.add(
        hollow.isObserved()
            ? "Hollow audience, opted in now but never at affinity: " + hollow.share() + "."
            : "Hollow audience: not observed.");
    sentences.add(advocates());
    return sentences;
  }

  private String advocates() {
    AdvocatesSummary advocates = findings.advocates();
    if (!advocates.isObserved()) {
      return "Advocates by name: not observed.";
    }
    if (advocates.count() == 0) {
      return "Advocates by name: nobody so far.";
    }
    String names =
        advocates.list().stream()
            .limit(SHOWN)
            .map(one -> one.person() + " since " + one.since().atZone(zone).toLocalDate())
            .collect(Collectors.joining(", "));
    long more = advocates.count() - SHOWN;
    return "Advocates by name: "
        + names
        + (more > 0 ? " and " + NumberText.count(more) + " more (--json)." : ".");
  }
}
