package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.util.List;
import java.util.Locale;
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
}
