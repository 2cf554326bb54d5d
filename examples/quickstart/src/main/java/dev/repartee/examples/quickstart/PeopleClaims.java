package dev.repartee.examples.quickstart;

import dev.repartee.openness.OpennessSummary;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What there is to say of how people are treated, and of who of the organization takes part. */
final class PeopleClaims {
  private static final int SHOWN = 3;

  private final Culture culture;
  private final Claims claims;

  PeopleClaims(Culture culture, Claims claims) {
    this.culture = culture;
    this.claims = claims;
  }

  void add() {
    openness(culture.openness());
    silos();
    InsideOutText.missing(culture).ifPresent(claims::missing);
  }

  private void openness(OpennessSummary open) {
    if (open.praiseTurns() == 0 || open.criticismTurns() == 0) {
      claims.missing(
          "Whether criticism is answered as praise is: "
              + (open.praiseTurns() + open.criticismTurns() == 0
                  ? "no message bears a sentiment."
                  : open.praiseTurns() == 0 ? "no turn praises." : "no turn criticizes."));
      return;
    }
    if (!(open.praise().isDefined() && open.criticism().isDefined())) {
      claims.missing(
          "Whether criticism is answered as praise is: there are "
              + TextPage.count(open.criticismTurns(), "turn")
              + " of criticism and "
              + NumberText.count(open.praiseTurns())
              + " of praise, and not both were watched for 24 h.");
      return;
    }
    String levels =
        "within 24 h criticism "
            + open.criticism()
            + " of "
            + TextPage.count(open.criticismTurns(), "turn")
            + ", praise "
            + open.praise()
            + " of "
            + TextPage.count(open.praiseTurns(), "turn")
            + "; difference, channel by channel, "
            + open.difference()
            + ".";
    OpennessSummary.Verdict verdict = open.verdict();
    boolean isAmiss =
        verdict == OpennessSummary.Verdict.FAVOURS_PRAISE
            || verdict == OpennessSummary.Verdict.FAVOURS_CRITICISM;
    String sentence =
        (verdict == OpennessSummary.Verdict.FAVOURS_CRITICISM
                ? "Praise is answered less than criticism: "
                : "Criticism is answered less than praise: ")
            + levels;
    Flag flag =
        new Flag(
            Flag.Kind.UNEQUAL_OPENNESS,
            culture.organization(),
            sentence,
            open.pValue(),
            "the difference against none");
    if (verdict == OpennessSummary.Verdict.PARITY) {
      String parity = "Criticism is answered as praise is, give or take 0.10: " + levels;
      claims.add(new Claims.Claim(flag, false, parity, parity));
      return;
    }
    String unproven = "Whether criticism is answered as praise is: " + levels + needed(open);
    if (Double.isNaN(open.pValue())) {
      claims.unproven(unproven);
    } else {
      claims.add(new Claims.Claim(flag, isAmiss, "", unproven));
    }
  }

  private static String needed(OpennessSummary open) {
    OptionalLong more = open.stillNeeded();
    return more.isPresent() && more.getAsLong() > 0
        ? " It takes about " + NumberText.count(more.getAsLong()) + " turns more to know."
        : "";
  }

  private void silos() {
    if (!culture.participation().organizations().contains(culture.organization())) {
      claims.missing("Who takes part: the directory names no members but bots.");
      return;
    }
    Involvement involved = culture.involvement();
    if (involved.departments().size() < 2) {
      claims.missing("Silos: the directory names one department only.");
      return;
    }
    speaking(involved);
    EIIndex index = involved.silos();
    if (!index.isDefined()) {
      claims.missing(
          "Silos: "
              + TextPage.count(index.ties(), "tie")
              + " among "
              + TextPage.count(index.members(), "member")
              + "; it takes 10, and two departments of which two members have one.");
      return;
    }
    double chance = index.pValue();
    if (Double.isNaN(chance)) {
      claims.missing("Silos: colleagues reply to each other too often to shuffle it.");
      return;
    }
    String counts =
        " ("
            + NumberText.share(index.internal() / (index.internal() + index.external()))
            + " of "
            + TextPage.count(index.ties(), "tie")
            + " by reply among "
            + TextPage.count(index.members(), "member")
            + " stay within a department; by chance "
            + NumberText.share((1 - index.expected()) / 2)
            + "; from -1, complete silos, to 1, where 0 is chance: "
            + NumberText.share(index.centred())
            + ").";
    claims.add(
        new Claims.Claim(
            new Flag(
                Flag.Kind.SILO,
                culture.organization(),
                "Departments keep to themselves" + counts + closed(involved, index),
                chance,
                "shuffling who is at the other end of each reply"),
            index.centred() < 0,
            "Departments work across their borders more than chance would have it" + counts,
            "Whether departments keep to themselves" + counts));
  }

  private void speaking(Involvement involved) {
    List<String> silent =
        involved.departments().stream().filter(d -> involved.messages(d) == 0).toList();
    String counts =
        involved.departments().size()
            - silent.size()
            + " of "
            + involved.departments().size()
            + " departments speak, "
            + involved.activeMembers().successes()
            + " of "
            + TextPage.count(involved.members(), "member")
            + " do";
    Estimate effective = involved.effectiveDepartments();
    String even =
        effective.isDefined() ? "; as evenly as " + effective + " equal departments would." : ".";
    if (silent.isEmpty()) {
      claims.good("All take part: " + counts + even);
    } else {
      claims.unproven(
          counts + even + " Not a word of " + String.join(", ", silent) + ", by count.");
    }
  }

  /** The departments that keep most to themselves. */
  private static String closed(Involvement involved, EIIndex index) {
    double byChance = (1 - index.expected()) / 2;
    List<String> closed = new ArrayList<>();
    List<String> names = new ArrayList<>(involved.departments());
    names.removeIf(name -> !(within(involved, name) > byChance));
    names.sort((a, b) -> Double.compare(within(involved, b), within(involved, a)));
    for (String name : names) {
      if (closed.size() < SHOWN) {
        closed.add(name + " " + NumberText.share(within(involved, name)));
      }
    }
    return closed.isEmpty() ? "" : " Of what each ties, within: " + String.join(", ", closed) + ".";
  }

  /** The share of what members of a department tie that stays in it; NaN where they tie nothing. */
  private static double within(Involvement involved, String department) {
    double all = 0;
    for (String other : involved.departments()) {
      all += involved.ties(TieKind.REPLY, department, other);
    }
    return involved.ties(TieKind.REPLY, department, department) / all;
  }
}
