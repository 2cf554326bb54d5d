package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.CannedSummary;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.dialogue.EffortSummary;
import dev.repartee.dialogue.OrganizationMeans;
import dev.repartee.stats.CountDistribution;
import dev.repartee.stats.Estimate;
import dev.repartee.structure.StructureSummary;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;

/** Writes for people whether it becomes a conversation, and what that is like. */
final class DialogueSection {
  private final TextPage page;
  private final Loaded loaded;
  private final MeasureOptions options;

  DialogueSection(TextPage page, Loaded loaded, MeasureOptions options) {
    this.page = page;
    this.loaded = loaded;
    this.options = options;
  }

  void write(Talk talk) {
    DialogueSummary dialogue = talk.dialogue();
    page.heading("DIALOGUE", "does it become a conversation?");
    if (dialogue.strands() == 0) {
      page.wrap(
          "",
          dialogue.open() == 0
              ? "There is no conversation to look at."
              : "All is of the last 7 days and can still change ("
                  + TextPage.count(dialogue.open(), "conversation")
                  + "); --including-open counts it.");
      people(talk);
      return;
    }
    forms(dialogue);
    ratios(talk);
    structure(talk.structure());
    people(talk);
    apart(dialogue);
  }

  private void forms(DialogueSummary dialogue) {
    TextTable forms = TextTable.of("form", "conversations", "");
    for (Form form : Form.values()) {
      // In a forum nobody is the organization, so that some of the forms cannot occur.
      if (dialogue.count(form) > 0 || (form != Form.CUT && !loaded.isForum())) {
        forms.row(Warnings.words(form), dialogue.count(form), explained(form));
      }
    }
    page.table(forms);
    page.line("");
  }

  private static String explained(Form form) {
    return switch (form) {
      case DIALOGUE -> "asked, answered, and the same person came back";
      case ANSWERED -> "answered, nobody came back";
      case ECHO -> "both wrote, nobody was answered";
      case UNHEARD -> "only the audience wrote";
      case BROADCAST -> "only the organization wrote";
      case CUT -> "only the organization wrote, to somebody not in the data";
    };
  }

  private void ratios(Talk talk) {
    DialogueSummary dialogue = talk.dialogue();
    TextTable table = TextTable.of("", "");
    table.row("two-way (answered or dialogue)", dialogue.twoWay());
    talk.means().ifPresent(means -> means(table, means));
    table.row("of those, somebody came back", dialogue.returned());
    table.row("the opener came back", dialogue.openerReturned());
    // In a forum everybody is audience and always has the last word.
    if (!loaded.isForum() && !dialogue.lastWordOfAudience().isEmpty()) {
      table.row("silent now, last word unanswered", dialogue.lastWordOfAudience());
    }
    if (!loaded.isForum() && dialogue.organizationMessages() > 0) {
      table.row("own messages: to the audience", dialogue.messagesToAudience());
      table.row("own messages: opening", dialogue.messagesOpening());
      table.row("own messages: to own or unknown", dialogue.messagesToOwnOrUnknown());
      table.row("own messages: unprompted care", dialogue.unpromptedCare());
      table.row("balance of the two sides", dialogue.balance());
      table.row("answers with a human face", dialogue.humanFace());
      canned(table, talk.canned());
    }
    effort(table, talk.effort());
    page.table(table);
  }

  private static void means(TextTable table, OrganizationMeans means) {
    table.row("the same, organizations alike", means.mean(DialogueSummary::twoWay));
  }

  private static void canned(TextTable table, CannedSummary canned) {
    if (canned.answers() > 0) {
      boolean isPartial = canned.withoutFingerprint() > 0;
      String name = isPartial ? "canned, of answers of known text" : "answers that are canned";
      table.row(name, canned.canned());
    }
  }

  private void effort(TextTable table, EffortSummary effort) {
    if (effort.answered() > 0) {
      table.row("answered: one message was enough", effort.messages().exactly(1));
      if (!loaded.isForum()) {
        table.row("answered: never handed on", effort.handOffs().exactly(0));
      }
    }
  }

  private void structure(StructureSummary structure) {
    if (structure.conversations() == 0) {
      return;
    }
    page.line("");
    TextTable table = TextTable.of("a conversation has", "median", "mean", "at most");
    row(table, "messages", structure.size());
    row(table, "people", structure.participants());
    row(table, "replies below each other", structure.depth());
    page.table(table);
    if (structure.meanDistance().isDefined()) {
      page.wrap(
          "",
          "Two messages of a conversation are "
              + distance(structure.meanDistance())
              + " replies apart: 1 between a post and its replies, up to 2 where all reply to the"
              + " post, more where people reply to each other."
              + structure.mostViral().map(most -> " Most so: " + most + ".").orElse(""));
    }
    if (2 * structure.flatMessages() > structure.size().sum()) {
      page.wrap(
          "",
          TextPage.count(structure.flatMessages(), "message")
              + " name no parent and are taken as replies to the opener.");
    }
  }

  private static String distance(Estimate mean) {
    return mean.hasInterval() ? mean.toString() : NumberText.decimal(mean.value());
  }

  private static void row(TextTable table, String name, CountDistribution numbers) {
    table.row(
        name,
        NumberText.decimal(numbers.median()),
        NumberText.decimal(numbers.mean().value()),
        numbers.max().orElse(0));
  }

  /** By name where they are few. */
  private void people(Talk talk) {
    names("Answered: ", talk.answered(true));
    names("Answered, as the order tells: ", talk.answered(false));
    names("Never answered: ", talk.unanswered());
  }

  private void names(String start, List<String> names) {
    if (!names.isEmpty()) {
      page.wrap("", start + String.join(", ", names) + ".");
    }
  }

  private void apart(DialogueSummary dialogue) {
    if (!options.isIncludingOpen && dialogue.open() > 0) {
      page.wrap(
          "",
          "Left out because they can still change: "
              + TextPage.count(dialogue.open(), "conversation")
              + " of the last 7 days (--including-open).");
    }
    if (dialogue.automatic() > 0) {
      page.wrap(
          "",
          "Left out: "
              + TextPage.count(dialogue.automatic(), "conversation")
              + " of machines only.");
    }
  }
}
