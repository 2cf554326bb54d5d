package dev.repartee.consistency;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.util.List;

/** Writes an interest summary for people. */
final class InterestText {
  private InterestText() {}

  static String text(AudienceInterestSummary summary) {
    return Brief.cut(
        summary.origin().under(headline(summary))
            + ConsistencyText.first(summary.places(), summary::at)
            + ConsistencyText.apart(summary.automatic(), "automatic")
            + ConsistencyText.apart(summary.unaddressed(), "that concern no organization")
            + "\n"
            + summary.origin());
  }

  private static String headline(AudienceInterestSummary summary) {
    List<String> organizations = summary.organizations();
    if (organizations.isEmpty()) {
      return "interest: no data";
    }
    if (organizations.size() > 1) {
      return "interest in " + NumberText.count(organizations.size()) + " organizations";
    }
    DailySeries all = summary.organization(organizations.get(0));
    return Brief.headline("interest: " + all);
  }
}
