package dev.repartee.dialogue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.internal.text.Brief;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
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
}
