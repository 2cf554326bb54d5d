package dev.repartee.examples.quickstart;

import dev.repartee.openness.OpennessSummary;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  void addOpenness() {
    openness(culture.openness());
  }

  void add() {
    addOpenness();
    silos();
    InsideOutText.missing(culture).ifPresent(claims::missing);
  }

  private void openness(OpennessSummary open) {
    if (open.praiseTurns() == 0 || open.criticismTurns() == 0) {
      claims.missing(
          "Whether criticism is answered as praise is: "
              + (open.praiseTurns() + open.criticismTurns() == 0
                  ? "no message bears a sentiment."
                  : open.praiseTurns() == 0 ? "nobody praised." : "nobody criticized."));
      return;
    }
    if (!(open.praise().isDefined() && open.criticism().isDefined())) {
      claims.missing(
          "Whether criticism is answered as praise is: people criticized "
              + TextPage.count(open.criticismTurns(), "time")
              + " and praised "
              + TextPage.count(open.praiseTurns(), "time")
              + ", and not both were watched for 24 h.");
      return;
    }
    String levels =
        "people criticized "
            + TextPage.count(open.criticismTurns(), "time")
            + ", answered within 24 h: "
            + Percent.of(open.criticism())
            + "; they praised "
            + TextPage.count(open.praiseTurns(), "time")
            + ", answered: "
            + Percent.of(open.praise())
            + ". Compared channel by channel they are "
            + Percent.points(open.difference())
            + " apart.";
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
      String parity = "Criticism is answered as praise is, give or take 10 points: " + levels;
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
        ? " It takes about " + NumberText.count(more.getAsLong()) + " such messages more to know."
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
              + TextPage.count(index.ties(), "pair")
              + " of colleagues who reply to each other among "
              + TextPage.count(index.members(), "member")
              + "; it takes 10 pairs, and two departments of which two members are in one.");
      return;
    }
    double chance = index.pValue();
    if (Double.isNaN(chance)) {
      claims.missing("Silos: colleagues reply to each other too often to shuffle it.");
      return;
    }
    String counts =
        ": of what "
            + TextPage.count(index.members(), "member")
            + " reply to colleagues, "
            + Percent.of(index.internal() / (index.internal() + index.external()))
            + " stays within a department, where chance would have it "
            + Percent.of((1 - index.expected()) / 2)
            + " ("
            + TextPage.count(index.ties(), "pair")
            + " who reply to each other).";
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
            + NumberText.count(involved.activeMembers().successes())
            + " of "
            + TextPage.count(involved.members(), "member")
            + " do";
    Estimate effective = involved.effectiveDepartments();
    String even =
        effective.isDefined()
            ? "; what they write is spread as if "
                + decimal(effective)
                + " of them wrote equally much."
            : ".";
    if (silent.isEmpty()) {
      claims.good("All take part: " + counts + even);
    } else {
      claims.unproven(
          counts + even + " Not a word of " + String.join(", ", silent) + ", by count.");
    }
  }

  private static String decimal(Estimate number) {
    return String.format(Locale.ROOT, "%.1f", number.value())
        + (number.hasInterval()
            ? String.format(Locale.ROOT, " (%.1f to %.1f)", number.low(), number.high())
            : "");
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
        closed.add(CulturePage.name(name) + " " + Percent.of(within(involved, name)));
      }
    }
    return closed.isEmpty() ? "" : " Most to themselves: " + String.join(", ", closed) + ".";
  }

  /** The share of what members of a department tie that stays in it; NaN where they tie nothing. */
  static double within(Involvement involved, String department) {
    double all = 0;
    for (String other : involved.departments()) {
      all += involved.ties(TieKind.REPLY, department, other);
    }
    return involved.ties(TieKind.REPLY, department, department) / all;
  }
}
