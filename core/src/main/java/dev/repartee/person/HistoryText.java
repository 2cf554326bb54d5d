package dev.repartee.person;

import dev.repartee.internal.text.Brief;
import dev.repartee.model.ActKind;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import dev.repartee.ties.TiesSummary.Edge;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes the history of a person for people. */
final class HistoryText {

  /** How much of a name the headline shows at least. */
  private static final int NAME = 8;

  private static final int SHOWN = 5;

  private HistoryText() {}

  static String text(PersonHistory history) {
    StringBuilder text = new StringBuilder(headline(history));
    List<PersonHistory.Entry> entries = history.entries();
    int skipped = Math.max(0, entries.size() - SHOWN);
    if (skipped > 0) {
      text.append("\n… ").append(NumberText.count(skipped)).append(" earlier; table() shows all");
    }
    entries.subList(skipped, entries.size()).forEach(e -> text.append('\n').append(e));
    if (!history.stages().isEmpty()) {
      text.append("\na-path: ").append(stages(history));
    }
    text.append("\nas of ").append(history.asOf());
    return Brief.cut(text);
  }

  private static String headline(PersonHistory history) {
    String end =
        ": "
            + Brief.count(history.messages(), "message")
            + ", "
            + Brief.count(history.acts(), "act")
            + (history.isMember() ? "" : ", " + waits(history));
    int room = Math.max(NAME, Brief.HEADLINE - end.length());
    String name = history.person();
    return Brief.cut(Brief.cut(name, room) + end, Brief.HEADLINE);
  }

  private static String waits(PersonHistory history) {
    int waits = history.waiting().size();
    return waits == 0
        ? "waits for nobody"
        : waits == 1 ? "waits" : "waits " + NumberText.count(waits) + " times";
  }

  private static String stages(PersonHistory history) {
    StringJoiner stages = new StringJoiner(", ");
    history.stages().forEach((organization, stage) -> stages.add(stage + " of " + organization));
    return stages.toString();
  }

  static String table(PersonHistory history) {
    TextTable table =
        TextTable.of("when", "channel", "what", "to", "sentiment", "what came of it", "id");
    for (PersonHistory.Entry entry : history.entries()) {
      table.row(
          entry.at(),
          entry.channel(),
          entry.what(),
          entry.to().isEmpty() ? entry.organization() : entry.to(),
          entry.sentiment().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(""),
          outcome(entry),
          entry.id().orElse(""));
    }
    return headline(history)
        + "\naccounts "
        + String.join(", ", history.accounts())
        + "\n\n"
        + table
        + "\n\n"
        + totals(history)
        + ties(history);
  }

  private static String outcome(PersonHistory.Entry entry) {
    StringJoiner outcome = new StringJoiner(", ");
    if (!entry.answers().isEmpty()) {
      outcome.add("answers " + String.join(" and ", entry.answers()));
    }
    if (!entry.outcome().isEmpty()) {
      outcome.add(entry.outcome());
    }
    return outcome.toString();
  }

  private static String totals(PersonHistory history) {
    TextTable table = TextTable.of("total", "");
    table.row("messages", history.messages());
    for (ActKind kind : ActKind.ofRows()) {
      if (history.acts(kind) > 0) {
        table.row(kind.name().toLowerCase(Locale.ROOT), history.acts(kind));
      }
    }
    if (!history.isMember()) {
      table.row("answered", history.answered().size());
      table.row(
          "median until answered, of these",
          history.medianAnswer().map(DurationText::of).orElse("none"));
      table.row("waiting now", history.waiting().size());
      history
          .stages()
          .forEach((organization, stage) -> table.row("a-path, " + organization, stage));
    }
    table.row("as of", history.asOf());
    return table.toString();
  }

  private static String ties(PersonHistory history) {
    if (history.ties().isEmpty()) {
      return "";
    }
    TextTable table = TextTable.of("who answers", "whom", "times", "last");
    for (Edge edge : history.ties()) {
      table.row(edge.from(), edge.to(), edge.weight(), edge.last());
    }
    return "\n\n" + table;
  }
}
