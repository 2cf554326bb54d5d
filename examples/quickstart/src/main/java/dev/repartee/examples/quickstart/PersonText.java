package dev.repartee.examples.quickstart;

import dev.repartee.person.PersonHistory;
import dev.repartee.text.DurationText;
import dev.repartee.text.TextTable;
import dev.repartee.ties.TiesSummary.Edge;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the history of one person for people, in lines of at most 80 characters. */
final class PersonText {
  private static final int WIDTH = 80;
  private static final int CHANNEL = 12;
  private static final int TO = 16;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final PersonHistory history;
  private final ZoneId zone;

  PersonText(PersonHistory history, ZoneId zone) {
    this.history = history;
    this.zone = zone;
  }

  /** The whole history. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(line("PERSON  " + history.person()));
    text.append(line("accounts: " + String.join(", ", history.accounts())));
    text.append(line("as of " + time(history.asOf()) + ", times of " + zone));
    text.append('\n').append(totals()).append('\n');
    if (!history.entries().isEmpty()) {
      text.append("\nHISTORY\n").append(entries());
    }
    if (!history.ties().isEmpty()) {
      text.append("\nWHO ANSWERS WHOM\n").append(ties()).append('\n');
    }
    return text.toString();
  }

  private static String line(String text) {
    return cut(text.replaceAll("\\p{Cntrl}", "?"), WIDTH) + "\n";
  }

  private static String cut(String text, int width) {
    return text.length() > width ? text.substring(0, width - 1) + "…" : text;
  }

  private String time(Instant instant) {
    return MINUTES.format(instant.atZone(zone));
  }

  private String totals() {
    TextTable table = TextTable.of("in all", "");
    table.row("messages", history.messages());
    table.row("acts", history.acts());
    if (!history.isMember()) {
      table.row("answered", history.answered().size());
      table.row(
          "median until answered, of these",
          history.medianAnswer().map(DurationText::of).orElse("none"));
      table.row("waiting now", history.waiting().size());
      history
          .stages()
          .forEach(
              (organization, stage) ->
                  table.row("a-path, " + cut(organization, TO), Warnings.words(stage)));
    }
    return table.toString();
  }

  /** An entry to a line; what came of it is cut where it would not fit. */
  private String entries() {
    TextTable table = TextTable.of("when", "channel", "what", "to", "what came of it");
    for (PersonHistory.Entry entry : history.entries()) {
      table.row(
          time(entry.at()),
          cut(entry.channel(), CHANNEL),
          entry.what(),
          cut(entry.to().isEmpty() ? entry.organization() : entry.to(), TO),
          outcome(entry));
    }
    StringBuilder lines = new StringBuilder();
    table.toString().lines().forEach(row -> lines.append(cut(row, WIDTH)).append('\n'));
    return lines.toString();
  }

  private static String outcome(PersonHistory.Entry entry) {
    String answers =
        entry.answers().isEmpty() ? "" : "answers " + String.join(" and ", entry.answers());
    String between = answers.isEmpty() || entry.outcome().isEmpty() ? "" : ", ";
    return answers + between + entry.outcome();
  }

  private String ties() {
    TextTable table = TextTable.of("who", "whom", "times", "last");
    for (Edge edge : history.ties()) {
      table.row(cut(edge.from(), 24), cut(edge.to(), 24), edge.weight(), time(edge.last()));
    }
    return table.toString();
  }
}
