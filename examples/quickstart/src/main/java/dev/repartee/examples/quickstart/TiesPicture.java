package dev.repartee.examples.quickstart;

import static dev.repartee.participation.Involvement.TieKind.REPLY;

import dev.repartee.participation.Involvement;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.stats.EIIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Whether departments keep to themselves: how much of what each replies to colleagues stays. */
final class TiesPicture {
  static final String ID = "ties";
  private static final String TITLE = "Whether departments talk with each other";
  private static final int MOST = 10;

  private final Involvement involvement;
  private final List<String> departments;

  private TiesPicture(Involvement involvement, List<String> departments) {
    this.involvement = involvement;
    this.departments = departments;
  }

  static Picture of(ParticipationSummary participation, String organization) {
    if (!participation.organizations().contains(organization)) {
      return Picture.missing(ID, TITLE, "Nobody is named who could have colleagues.");
    }
    Involvement involvement = participation.organization(organization);
    if (involvement.departments().size() < 2) {
      return Picture.missing(
          ID, TITLE, "Fewer than two departments are named, so nothing can be said of them.");
    }
    EIIndex silos = involvement.silos();
    List<String> departments = new ArrayList<>(involvement.departments());
    departments.removeIf(d -> Double.isNaN(PeopleClaims.within(involvement, d)));
    if (silos.ties() == 0 || departments.isEmpty()) {
      return Picture.missing(ID, TITLE, "No member replies to another.");
    }
    departments.sort(
        Comparator.comparingDouble((String d) -> -PeopleClaims.within(involvement, d)));
    return new TiesPicture(involvement, List.copyOf(departments)).picture(silos);
  }

  private Picture picture(EIIndex silos) {
    double all = silos.internal() / (silos.internal() + silos.external());
    String text =
        "Of what "
            + TextPage.count(silos.members(), "member")
            + " reply to colleagues, "
            + Percent.of(all)
            + " stays within a department"
            + (silos.isDefined()
                ? "; if who replies to whom were left to chance it would be "
                    + Percent.of(byChance(silos))
                : "; there are too few to say what chance would make of it")
            + ".";
    List<Share> shares =
        departments.stream().limit(MOST).map(department -> share(department, silos)).toList();
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each bar is how much of what the members of a department reply to colleagues goes to their"
            + " own department; ten replies to one colleague count as more than one, but not ten"
            + " times as much."
            + (silos.isDefined()
                ? " The upright mark is what chance would make of it, given who writes how much."
                : ""));
    if (departments.size() > MOST) {
      notes.add("Drawn are the " + MOST + " of " + departments.size() + " that keep to it most.");
    }
    return new Picture(
        ID,
        TITLE,
        text,
        svg -> Share.bars(svg, shares, null),
        Share.height(shares),
        notes,
        table());
  }

  private static double byChance(EIIndex silos) {
    return (1 - silos.expected()) / 2;
  }

  private Share share(String department, EIIndex silos) {
    double within = PeopleClaims.within(involvement, department);
    return new Share(
        CulturePage.name(department),
        Percent.of(within) + " stays within",
        within,
        within,
        within,
        Svg.Ink.MAIN,
        silos.isDefined() ? OptionalDouble.of(byChance(silos)) : OptionalDouble.empty());
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of("from", "to", "part of what the first replies", "messages of the first");
    for (String from : departments) {
      double all =
          involvement.departments().stream()
              .mapToDouble(to -> involvement.ties(REPLY, from, to))
              .sum();
      for (String to : involvement.departments()) {
        double weight = involvement.ties(REPLY, from, to);
        if (weight > 0) {
          table.row(
              CulturePage.name(from),
              CulturePage.name(to),
              Percent.of(weight / all),
              involvement.messages(from));
        }
      }
    }
    return table;
  }
}
