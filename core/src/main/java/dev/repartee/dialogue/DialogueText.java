package dev.repartee.dialogue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.internal.text.Brief;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes a dialogue summary for people. */
final class DialogueText {

  private DialogueText() {}

  static String text(DialogueSummary summary, String view) {
    StringBuilder text = new StringBuilder(summary.origin().under(headline(summary)));
    if (summary.strands() > 0) {
      text.append("\n").append(view).append(": ").append(forms(summary));
      text.append("\ntwo-way ").append(summary.twoWay());
      text.append("\nreturn ").append(summary.returned());
      text.append("\nopener returned ").append(summary.openerReturned());
    }
    if (summary.organizationMessages() > 0) {
      text.append("\nof the organization's messages ");
      text.append(share(summary.messagesToAudience())).append(" to the audience, ");
      text.append(share(summary.messagesOpening())).append(" opening, ");
      text.append(share(summary.messagesToOwnOrUnknown())).append(" to own or unknown");
      text.append("\nbalance ").append(summary.balance());
    }
    text.append(pooled(summary));
    text.append(apart(summary));
    text.append("\n").append(summary.origin());
    return Brief.cut(text);
  }

  private static String headline(DialogueSummary summary) {
    if (summary.strands() == 0) {
      return summary.open() == 0
          ? "dialogue: no data"
          : "dialogue: no data yet, " + NumberText.count(summary.open()) + " open";
    }
    String start = "dialogue: two-way " + share(summary.twoWay());
    String strands = ", " + Brief.count(summary.strands(), "strand");
    String all = start + ", return " + share(summary.returned()) + strands;
    return all.length() <= Brief.HEADLINE ? all : start + strands;
  }

  private static String share(Proportion proportion) {
    return NumberText.share(proportion.value());
  }

  private static String forms(DialogueSummary summary) {
    StringJoiner forms = new StringJoiner(", ");
    for (Form form : Form.values()) {
      if (form != Form.CUT || summary.count(form) > 0) {
        forms.add(name(form) + " " + NumberText.count(summary.count(form)));
      }
    }
    return forms.toString();
  }

  private static String name(Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  /** Several organizations are not pooled without a word. */
  private static String pooled(DialogueSummary summary) {
    int organizations = summary.organizations().size();
    return organizations < 2
        ? ""
        : "\npooled over "
            + NumberText.count(organizations)
            + " organizations; by(ORGANIZATION) tells them apart";
  }

  private static String apart(DialogueSummary summary) {
    StringJoiner counts = new StringJoiner(", ", "\napart: ", "").setEmptyValue("");
    add(counts, summary.cut(), "cut: they begin with a reply to what is not in the log");
    add(counts, summary.open(), "open");
    add(counts, summary.automatic(), "automatic");
    add(counts, summary.unaddressed(), "messages unaddressed");
    add(counts, summary.unanswerable(), "that nobody can answer");
    String remedy =
        summary.unanswerable() == 0
            ? ""
            : "\nthe directory names no organization that could answer:"
                + " add one, or ask with answers(AnswerRule.anybodyElse())";
    return counts + remedy;
  }

  private static void add(StringJoiner counts, long count, String name) {
    if (count > 0) {
      counts.add(NumberText.count(count) + " " + name);
    }
  }

  static String table(DialogueSummary summary, String view) {
    TextTable table = TextTable.of(summary.origin().measure() + ", " + view, "");
    table.row("organizations pooled", summary.organizations().size());
    table.row("strands", summary.strands());
    for (Form form : Form.values()) {
      table.row(name(form), summary.count(form));
    }
    table.row("that begin with a reply to what is not in the log", summary.cut());
    table.row("open", summary.open());
    table.row("automatic", summary.automatic());
    table.row("messages unaddressed", summary.unaddressed());
    table.row("that nobody can answer", summary.unanswerable());
    table.row("two-way", summary.twoWay());
    table.row("two-way of all", summary.twoWayOfAll());
    table.row("return", summary.returned());
    table.row("somebody went on after an answer", summary.followedUp());
    table.row("opener returned", summary.openerReturned());
    table.row("opener returned, direct replies only", summary.openerReturnedDirectly());
    table.row("both spoke", summary.bothSpoke());
    table.row("at least 2 turns", summary.atLeastTurns(2));
    table.row("at least 3 turns", summary.atLeastTurns(3));
    table.row("at rest, the audience has the last word", summary.lastWordOfAudience());
    table.row("median turns", summary.medianTurns());
    table.row("messages of the audience", summary.audienceMessages());
    table.row("messages of the organization", summary.organizationMessages());
    table.row("to the audience", summary.messagesToAudience());
    table.row("opening", summary.messagesOpening());
    table.row("to own or unknown", summary.messagesToOwnOrUnknown());
    table.row("unprompted care", summary.unpromptedCare());
    table.row("answers with a human face", summary.humanFace());
    table.row("balance", summary.balance());
    for (int tenth = 0; tenth < StrandCounts.TENTHS; tenth++) {
      table.row("strands of balance from 0." + tenth, summary.balanceHistogram().get(tenth));
    }
    return table.toString();
  }
}
