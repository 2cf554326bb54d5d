package dev.repartee.examples.quickstart;

import dev.repartee.log.Audit;
import dev.repartee.model.Member;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader must know so as not to misread the numbers. */
final class Warnings {
  private Warnings() {}

  static List<String> of(Loaded loaded, Findings findings, MeasureOptions options) {
    List<String> warnings = new ArrayList<>(loaded.notes());
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
    } else if (loaded.log().messages() > 0
        && findings.dialogue().includingOpen().organizationMessages() == 0) {
      warnings.add(
          "nobody of "
              + String.join(", ", loaded.organizations())
              + " wrote a message; are the accounts spelt as in the file? They are "
              + loaded.log().directory().members().stream()
                  .map(Member::account)
                  .limit(5)
                  .collect(Collectors.joining(", ")));
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

  /** The rows set aside, as one phrase: {@code 3 without time, 2 duplicate id}. */
  static String reasons(Audit audit) {
    return audit.counts().entrySet().stream()
        .filter(e -> e.getKey().isRejection())
        .map(Warnings::reason)
        .collect(Collectors.joining(", "));
  }

  private static String reason(Map.Entry<Audit.Reason, Long> entry) {
    return NumberText.count(entry.getValue())
        + " "
        + words(entry.getKey())
        + " (rule: "
        + entry.getKey().rule()
        + ")";
  }

  /** A constant as words: {@code missing time}. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
