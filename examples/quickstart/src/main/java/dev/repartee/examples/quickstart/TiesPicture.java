package dev.repartee.examples.quickstart;

import static dev.repartee.participation.Involvement.TieKind.REPLY;

import dev.repartee.participation.Involvement;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.stats.EIIndex;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who ties to whom, by department: a field for each pair. */
final class TiesPicture {
  static final String ID = "ties";
  private static final String TITLE = "Who ties to whom, by department";
  private static final int MOST = 10;
  private static final int ROOM = 120;
  private static final int FIELD = 40;

  private final Involvement involvement;
  private final List<String> departments;

  private TiesPicture(Involvement involvement, List<String> departments) {
    this.involvement = involvement;
    this.departments = departments;
  }

  static Picture of(ParticipationSummary participation, String organization) {
    if (!participation.organizations().contains(organization)) {
      return Picture.missing(ID, TITLE, "The directory names no member who could have a tie.");
    }
    Involvement involvement = participation.organization(organization);
    if (involvement.departments().size() < 2) {
      return Picture.missing(
          ID,
          TITLE,
          "The directory names fewer than two departments, so nothing can be said about ties"
              + " between them.");
    }
    EIIndex silos = involvement.silos();
    if (silos.ties() == 0) {
      return Picture.missing(ID, TITLE, "No member replies to another, so there is no tie.");
    }
    List<String> departments = new ArrayList<>(involvement.departments());
    departments.sort(Comparator.comparingLong(d -> -involvement.messages(d)));
    return new TiesPicture(
            involvement, List.copyOf(departments.subList(0, Math.min(MOST, departments.size()))))
        .picture(silos);
  }

  private Picture picture(EIIndex silos) {
    String text =
        TextPage.count(silos.ties(), "tie")
            + " between "
            + TextPage.count(silos.members(), "member")
            + ": weight "
            + NumberText.decimal(silos.internal())
            + " within departments, "
            + NumberText.decimal(silos.external())
            + " between them. "
            + (silos.isDefined()
                ? "E-I index "
                    + NumberText.share(silos.raw())
                    + ", by chance "
                    + NumberText.share(silos.expected())
                    + "; set off against chance "
                    + NumberText.share(silos.centred())
                    + " (-1 complete silos, 0 chance), p "
                    + NumberText.decimal(involvement.siloPValue())
                    + "."
                : "Too few to judge silos.");
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each field is the weight of ties from the members of the department on the left to those"
            + " of the one below; the darker, the more. Dark fields on the falling diagonal alone"
            + " are silos.");
    int all = involvement.departments().size();
    if (all > MOST) {
      notes.add("Drawn are the " + MOST + " departments of " + all + " that write the most.");
    }
    return new Picture(ID, TITLE, text, chart(), ROOM + FIELD * departments.size(), notes, table());
  }

  private Map<String, Object> chart() {
    List<Object> fields = new ArrayList<>();
    double most = 0;
    for (int from = 0; from < departments.size(); from++) {
      for (int to = 0; to < departments.size(); to++) {
        double weight =
            Math.round(involvement.ties(REPLY, departments.get(from), departments.get(to)) * 10)
                / 10.0;
        most = Math.max(most, weight);
        fields.add(List.of(to, from, weight));
      }
    }
    List<String> names = departments.stream().map(CulturePage::name).toList();
    return Chart.object(
        "grid",
        Chart.object("left", 14, "right", 16, "top", 8, "bottom", 8, "containLabel", true),
        "tooltip",
        Chart.object("show", false),
        "visualMap",
        Chart.object(
            "show",
            false,
            "min",
            0,
            "max",
            Math.max(1, most),
            "inRange",
            Chart.object("color", List.of("#f3f1ec", Chart.PALE, Chart.MAIN))),
        "xAxis",
        Chart.object(
            "type",
            "category",
            "data",
            names.stream().map(Html::readable).toList(),
            "axisTick",
            Chart.object("show", false),
            "axisLabel",
            Chart.object("rotate", 40, "width", 84, "overflow", "truncate", "interval", 0)),
        "yAxis",
        Chart.names(names, 84),
        "series",
        List.of(
            Chart.object(
                "type",
                "heatmap",
                "data",
                fields,
                "label",
                Chart.object("show", true),
                "itemStyle",
                Chart.object("borderColor", "#ffffff", "borderWidth", 2))));
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of("from", "to", "weight of ties", "messages of the first", "of the second");
    for (String from : departments) {
      for (String to : departments) {
        double weight = involvement.ties(REPLY, from, to);
        if (weight > 0) {
          table.row(
              CulturePage.name(from),
              CulturePage.name(to),
              weight,
              involvement.messages(from),
              involvement.messages(to));
        }
      }
    }
    return table;
  }
}
