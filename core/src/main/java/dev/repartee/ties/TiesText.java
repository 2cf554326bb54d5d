package dev.repartee.ties;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import dev.repartee.ties.TiesSummary.Helper;
import dev.repartee.ties.TiesSummary.Relationship;
import java.util.List;

/** Writes a summary of ties for people. */
final class TiesText {
  private static final int SHOWN = 3;

  private TiesText() {}

  static String text(TiesSummary ties) {
    StringBuilder text = new StringBuilder(ties.origin().under(headline(ties)));
    if (ties.ties() > 0) {
      text.append("\nreturned ").append(ties.reciprocity());
      text.append("\nby chance ").append(NumberText.decimal(ties.expectedReciprocity()));
      text.append(", answer by answer ").append(ties.weightedReciprocity());
      text.append("\namong the audience ").append(ties.amongAudience());
      text.append("\nwith a returned tie ").append(ties.withReturnedTie());
      text.append(", reach ").append(NumberText.count(ties.reach()));
      for (Helper helper : ties.mostHelpful(SHOWN)) {
        text.append('\n').append(helper);
      }
    }
    text.append('\n').append(ties.origin());
    return Brief.cut(text);
  }

  private static String headline(TiesSummary ties) {
    if (ties.ties() == 0) {
      return "ties: " + (ties.persons() == 0 ? "no data" : "nobody answers anybody");
    }
    long mature = ties.ties() - ties.young();
    String head = "ties: " + NumberText.count(mature) + " mature";
    String young = ties.young() == 0 ? "" : ", " + NumberText.count(ties.young()) + " young";
    String share = NumberText.share(ties.reciprocity().value());
    String returned = mature == 0 ? "" : ", " + share + " returned";
    String all = head + young + returned;
    return all.length() <= Brief.HEADLINE ? all : head + returned;
  }

  /** The texts about all ties, and lists of the top persons. */
  static String table(TiesSummary ties) {
    return ties.facts().where(fact -> fact.key().isEmpty())
        + "\n\n"
        + helpers(ties.mostHelpful(TiesFacts.NAMED))
        + "\n\n"
        + relationships(ties.closest(TiesFacts.NAMED));
  }

  private static String helpers(List<Helper> helpers) {
    TextTable table = TextTable.of("most helpful", "member", "answered others", "answers");
    helpers.forEach(
        h -> table.row(h.person(), h.isMember() ? "yes" : "no", h.answered(), h.answers()));
    return table.toString();
  }

  private static String relationships(List<Relationship> closest) {
    TextTable table =
        TextTable.of("closest", "days", "dialogues", "tenure", "messages", "returned ties");
    closest.forEach(
        r ->
            table.row(r.person(), r.days(), r.dialogues(), r.tenure(), r.messages(), r.returned()));
    return table.toString();
  }
}
