package dev.repartee.examples.quickstart;

import dev.repartee.stats.DurationEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know so as not to misread the numbers. */
final class Warnings {
  private Warnings() {}

  static List<String> of(Loaded loaded, Findings findings, MeasureOptions options) {
    List<String> warnings = new ArrayList<>();
    loaded.box().ifPresent(box -> box.problems().forEach(problem -> warnings.add(problem.text())));
    warnings.addAll(loaded.notes());
    if (loaded.log().isAsOfAssumed()) {
      warnings.add(
          "as-of assumed: the last row, "
              + loaded.log().asOf()
              + "; say --as-of where the file is complete for longer");
    }
    if (loaded.isForum()) {
      warnings.add(
          "no organization given, so anybody else may answer;"
              + " --organization and --members ask who of yours does");
    }
    if (loaded.organizations().size() > 1) {
      warnings.add(
          loaded.organizations().size()
              + " organizations are pooled in the first tables; look at them by organization");
    }
    if (findings.response().exchanges() > 0
        && findings.response().median().state() == DurationEstimate.State.NOT_REACHED) {
      warnings.add(
          "less than half are answered, so the median is not reached: that of the answered alone"
              + " looks better than it is");
    }
    findings
        .response()
        .answeredSoFar()
        .heaviestShare()
        .ifPresent(share -> warnings.add(heavy(share)));
    if (findings.path().isEmpty()) {
      warnings.add(
          loaded.isForum()
              ? "no A-Path: it leads to an organization, and none is given"
              : "no A-Path: the file holds no acts (views, follows, shares); name their column"
                  + " with --kind");
    }
    if (options.threads > Runtime.getRuntime().availableProcessors()) {
      warnings.add("more threads than processors do not help");
    }
    return warnings;
  }

  private static String heavy(double share) {
    return Math.round(100 * share)
        + " % of the waits are of one group of people or conversations of 32: somebody there writes"
        + " far more than others, which makes intervals wide";
  }

  /** A constant as words: {@code missing time}. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
