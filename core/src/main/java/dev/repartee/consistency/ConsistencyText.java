package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.internal.text.Brief;
import dev.repartee.stats.Evenness.EqualShares;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Writes a consistency summary for people. */
final class ConsistencyText {
  private static final int SHOWN = 4;

  private ConsistencyText() {}

  static String text(ConsistencySummary summary) {
    return Brief.cut(
        summary.origin().under(headline(summary))
            + first(summary.places(), summary::at)
            + apart(summary.automatic(), "automatic")
            + apart(summary.unaddressed(), "speak to no organization")
            + "\n"
            + summary.origin());
  }

  /** A line for each of the first few places. */
  static String first(List<Place> places, Function<Place, ?> at) {
    StringBuilder text = new StringBuilder();
    for (Place place : places.subList(0, Math.min(SHOWN, places.size()))) {
      text.append("\n").append(place).append(": ").append(at.apply(place));
    }
    int more = places.size() - SHOWN;
    return text + (more > 0 ? "\n… " + NumberText.count(more) + " more in table()" : "");
  }

  private static String headline(ConsistencySummary summary) {
    List<String> organizations = summary.organizations();
    if (organizations.isEmpty()) {
      return "consistency: no data";
    }
    String places = "consistency: " + Brief.count(summary.places().size(), "place");
    if (organizations.size() > 1) {
      return places + " of " + NumberText.count(organizations.size()) + " organizations";
    }
    Rhythm all = summary.organization(organizations.get(0));
    String weeks =
        all.weeks() == 0
            ? ", no whole week"
            : ", wrote in "
                + NumberText.count(all.activeWeeks().successes())
                + "/"
                + NumberText.count(all.weeks())
                + " weeks";
    return Brief.headline(places + weeks);
  }

  static String apart(long count, String what) {
    return count == 0 ? "" : "\nleft out: " + NumberText.count(count) + " " + what;
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String table(ConsistencySummary summary) {
    TextTable table = TextTable.of("place", "", "");
    for (String organization : summary.organizations()) {
      List<Place> places =
          summary.places().stream().filter(p -> p.organization().equals(organization)).toList();
      places.forEach(place -> rows(table, place.toString(), summary.at(place)));
      if (places.size() > 1) {
        rows(table, organization + " on all channels", summary.organization(organization));
      }
    }
    table.row("left out", "automatic", summary.automatic());
    table.row("left out", "speak to no organization", summary.unaddressed());
    return summary.origin().measure() + "\n" + table;
  }

  private static void rows(TextTable table, String place, Rhythm rhythm) {
    table.row(place, "messages of the organization", rhythm.messages());
    table.row(place, "messages of the audience", rhythm.audienceMessages());
    table.row(place, "whole weeks", rhythm.weeks());
    table.row(place, "weeks in which it wrote", rhythm.activeWeeks());
    table.row(place, "weeks in which it answered, of those asked", rhythm.answeringWeeks());
    table.row(place, "activity", name(rhythm.activity()));
    table.row(place, "silent for", text(rhythm.currentSilence()));
    table.row(place, "its time in silences so old", share(rhythm.unusualSilence()));
    table.row(place, "longest silence", text(rhythm.longestSilence()));
    table.row(place, "sittings", rhythm.sittings());
    table.row(place, "intervals between them", rhythm.burstiness());
    table.row(place, "memory of intervals", NumberText.decimal(rhythm.burstiness().memory()));
    Rhythm.TopPostShare run = rhythm.homeRun();
    table.row(place, "posts", run);
    table.row(place, "posts younger than 7 d", run.young());
    if (!run.isTooFew() && run.messages() > 0) {
      EqualShares expected = run.expected();
      table.row(place, "share of the top post", beside(run.topShare(), expected.topShare()));
      table.row(
          place, "share of the top tenth", beside(run.topTenthShare(), expected.topTenthShare()));
      table.row(place, "Gini of posts", beside(run.gini(), expected.gini()));
    }
  }

  private static String beside(double value, double expected) {
    return NumberText.share(value) + ", " + NumberText.share(expected) + " if all were alike";
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? NumberText.share(share.getAsDouble()) : "none (too few silences)";
  }

  private static String text(Optional<Duration> duration) {
    return duration.map(DurationText::of).orElse("none");
  }
}
