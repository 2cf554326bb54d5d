package dev.repartee.participation;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.util.List;

/** Writes a participation summary for people. */
final class ParticipationText {
  private static final int SHOWN = 3;

  private ParticipationText() {}

  static String text(ParticipationSummary summary) {
    List<String> organizations = summary.organizations();
    StringBuilder text =
        new StringBuilder(summary.origin().under(headline(summary, organizations)));
    for (String name : organizations.subList(0, Math.min(SHOWN, organizations.size()))) {
      Involvement one = summary.organization(name);
      text.append("\n").append(name).append(": ").append(one);
      if (one.messages() > 0) {
        text.append("\n  departments ").append(one.departmentEvenness());
        text.append("\n  members ").append(one.memberEvenness());
        text.append("\n  silos: ").append(one.silos());
        text.append("\n  ").append(summary.insideOut(name).headline());
      }
    }
    if (organizations.size() > SHOWN) {
      text.append("\n… ").append(organizations.size() - SHOWN).append(" more in table()");
    }
    text.append("\n").append(summary.origin());
    return Brief.cut(text);
  }

  private static String headline(ParticipationSummary summary, List<String> organizations) {
    if (organizations.isEmpty()) {
      return "participation: no members in the directory";
    }
    if (organizations.size() > 1) {
      return "participation of " + NumberText.count(organizations.size()) + " organizations";
    }
    return Brief.headline("participation: " + summary.organization(organizations.get(0)));
  }
}
