package dev.repartee.resolution;

import dev.repartee.internal.text.Brief;
import dev.repartee.resolution.Resolution.Options;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import dev.repartee.resolution.ResolutionSummary.State;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;

/** Writes a summary of resolutions for people. */
final class ResolutionText {
  private static final List<Duration> TIMES =
      List.of(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
  private static final List<Double> QUANTILES = List.of(0.25, 0.5, 0.75, 0.9);
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

  static String table(Options options, ResolutionSummary summary) {
    if (!summary.isObserved() || summary.strands() == 0) {
      return summary.toString();
    }
    TextTable table = TextTable.of(options.name(), "");
    for (double q : QUANTILES) {
      table.row("quantile " + NumberText.decimal(q), summary.quantile(q));
    }
    for (Duration time : TIMES) {
      table.row("within " + DurationText.of(time), summary.within(time));
    }
    table.row("resolved so far", summary.resolvedSoFar());
    table.row("not known yet whether it lasts", NumberText.count(summary.stillInTime()));
    if (options.target().isPresent()) {
      table.row("target", summary.target());
    }
    String lasting = DurationText.of(options.lasting());
    table.row("opened again within " + lasting, summary.reopenedWithin(options.lasting()));
    table.row("strands opened again", NumberText.count(summary.reopened()));
    table.row("times opened again", NumberText.count(summary.reopenings()));
    table.row("resolved without any answer", summary.resolvedUnanswered());
    table.row("by one contact", summary.byOneContact());
    for (State state : State.values()) {
      for (Duration time : TIMES) {
        table.row(state.text() + " after " + DurationText.of(time), summary.chance(state, time));
      }
    }
    table.row("acts without effect", NumberText.count(summary.withoutEffect()));
    for (Exclusion reason : Exclusion.values()) {
      table.row("excluded: " + reason.text(), NumberText.count(summary.excluded(reason)));
    }
    return table + "\n" + backlog(summary) + "\n" + summary.origin();
  }

  private static TextTable backlog(ResolutionSummary summary) {
    TextTable table = TextTable.of("department", "open", "on hold", "unassigned");
    for (Backlog of : summary.backlog()) {
      table.row(
          of.department().isEmpty() ? "(no department)" : of.department(),
          NumberText.count(of.open()),
          NumberText.count(of.onHold()),
          NumberText.count(of.unassigned()));
    }
    return table;
  }
}
