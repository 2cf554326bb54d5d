package dev.repartee.resolution;

import dev.repartee.internal.text.Brief;
import dev.repartee.resolution.Resolution.Options;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.util.StringJoiner;

/** Writes a summary of resolutions for people. */
final class ResolutionText {
  private static final int DEPARTMENTS = 5;

  private ResolutionText() {}

  static String text(Options options, ResolutionSummary summary) {
    StringBuilder text =
        new StringBuilder(summary.origin().under(headline(options.name(), summary)));
    if (summary.isObserved() && summary.strands() > 0) {
      text.append("\nmedian ").append(summary.median());
      text.append("\nresolved so far ").append(summary.resolvedSoFar());
      if (summary.stillInTime() > 0) {
        text.append("\n").append(NumberText.count(summary.stillInTime()));
        text.append(" resolved, not known yet whether it lasts");
      }
      if (options.target().isPresent()) {
        text.append("\n").append(summary.target());
      }
      text.append("\nopened again within ").append(DurationText.of(options.lasting())).append(": ");
      text.append(summary.reopenedWithin(options.lasting()));
      text.append(" (").append(NumberText.count(summary.reopenings())).append(" times)");
      text.append("\nwithout any answer ").append(summary.resolvedUnanswered());
      text.append("\nby one contact ").append(summary.byOneContact());
      summary.backlog().stream().limit(DEPARTMENTS).forEach(of -> text.append("\n").append(of));
      if (summary.withoutEffect() > 0) {
        text.append("\n").append(Brief.count(summary.withoutEffect(), "act"));
        text.append(" without effect");
      }
    }
    return Brief.cut(text.append(excluded(summary)).append("\n").append(summary.origin()));
  }

  private static String headline(String name, ResolutionSummary summary) {
    if (!summary.isObserved()) {
      return Brief.headline(name + ": not observed");
    }
    if (summary.strands() == 0) {
      return Brief.headline(name + ": no data");
    }
    DurationEstimate median = summary.median();
    String time = median.isReached() ? DurationText.ofMillis(median.millis()) : "not reached";
    String start = name + ": median " + time;
    String counts =
        NumberText.count(summary.resolved()) + "/" + NumberText.count(summary.strands());
    return Brief.headline(start + ", " + counts + " resolved", start + ", " + counts, start);
  }

  private static String excluded(ResolutionSummary summary) {
    StringJoiner reasons = new StringJoiner(", ", "\nexcluded: ", "").setEmptyValue("");
    for (Exclusion reason : Exclusion.values()) {
      if (summary.excluded(reason) > 0) {
        reasons.add(NumberText.count(summary.excluded(reason)) + " " + reason.text());
      }
    }
    return reasons.toString();
  }
}
