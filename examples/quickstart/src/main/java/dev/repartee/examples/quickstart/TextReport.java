package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.Form;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.response.ResponseCohorts;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.TargetAttainment;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;

/** Writes the findings for people, in lines of at most 80 characters. */
final class TextReport {
  private static final List<Duration> TIMES =
      List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24));
  private static final int WIDTH = 80;

  private final Loaded loaded;
  private final Findings findings;
  private final List<String> warnings;
  private final MeasureOptions options;
  private final StringBuilder text = new StringBuilder();

  TextReport(Loaded loaded, Findings findings, List<String> warnings, MeasureOptions options) {
    this.loaded = loaded;
    this.findings = findings;
    this.warnings = warnings;
    this.options = options;
  }

  /** The whole report. */
  String text() {
    text.setLength(0);
    text.append("Repartee: ").append(question()).append('\n');
    if (loaded.isSample()) {
      wrap(
          "",
          "This is a synthetic sample: an invented company, invented people, planted facts. Name a"
              + " file to measure your own; --help says how.");
    }
    read();
    response(findings.response());
    dialogue(findings.dialogue());
    findings.path().ifPresent(this::path);
    findings.parts().forEach(this::part);
    if (!warnings.isEmpty()) {
      heading("WORTH KNOWING", "");
      warnings.forEach(warning -> wrap("- ", warning));
    }
    return text.toString();
  }

  private String question() {
    int organizations = loaded.organizations().size();
    return switch (organizations) {
      case 0 -> "do people here really converse?";
      case 1 -> "does " + loaded.organizations().get(0) + " really converse?";
      default -> "do these " + organizations + " organizations really converse?";
    };
  }

  private void read() {
    EngagementLog log = loaded.log();
    Audit audit = log.audit();
    heading("READ", loaded.source());
    TextTable table = TextTable.of("rows", "count", "for example");
    table.row("offered", audit.offered(), "");
    table.row("accepted", audit.accepted(), "");
    audit
        .counts()
        .forEach(
            (reason, count) ->
                table.row(
                    (reason.isRejection() ? "set aside: " : "kept, but: ") + Warnings.words(reason),
                    count,
                    examples(audit.examples(reason))));
    append(table);
    wrap(
        "",
        count(log.messages(), "message")
            + ", "
            + count(log.acts(), "act")
            + ", "
            + count(log.conversations(), "conversation")
            + ", "
            + count(log.persons(), "person")
            + ", as of "
            + log.asOf()
            + (log.isAsOfAssumed() ? " (assumed)" : ""));
  }

  private static String examples(List<String> ids) {
    String all = String.join(", ", ids.stream().limit(3).toList());
    return all.length() > 36 ? all.substring(0, 35) + "…" : all;
  }

  private void response(ResponseSummary response) {
    heading("RESPONSE", "how long do people wait?");
    wrap("", "Measured: " + response.origin().measure() + ".");
    if (response.exchanges() == 0) {
      wrap("", "Nobody waited for an answer, so there is nothing to say.");
      return;
    }
    TextTable table = TextTable.of("", "");
    table.row("waits", NumberText.count(response.exchanges()));
    table.row(
        "answered",
        NumberText.count(response.answered())
            + " ("
            + NumberText.count(response.answeredDirectly())
            + " directly, "
            + NumberText.count(response.answeredByInference())
            + " by inference)");
    table.row("still waiting", NumberText.count(response.waiting()));
    if (response.stillInTime() > 0) {
      table.row("unanswered, still in time", NumberText.count(response.stillInTime()));
    }
    if (!options.clock.isDescriptive()) {
      table.row("answered so far", response.answeredSoFar());
      SurvivalCurve curve = response.curve();
      table.row("median wait, all counted", curve.median());
      TIMES.forEach(
          time -> table.row("answered within " + DurationText.of(time), curve.within(time)));
    }
    LatencyDistribution answered = response.answeredLatencies();
    table.row("median of the answered only", answered.median());
    table.row("90 % of the answered within", answered.quantileEstimate(0.9));
    findings.wallClock().ifPresent(wall -> wallClock(table, wall));
    if (options.target != null) {
      target(table, response.target());
    }
    response
        .excluded()
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                table.row("left out: " + Warnings.words(reason), NumberText.count(count));
              }
            });
    append(table);
    if (options.clock.isDescriptive()) {
      wrap(
          "",
          "No rates: this clock tells of the answered only. --clock each-turn or each-message"
              + " counts those who wait.");
    }
    if (options.isInWorkingTime()) {
      wrap("", "Times are working time: a day of it has 24 hours, too.");
    }
    findings.months().filter(ResponseCohorts::isChanging).ifPresent(this::changing);
  }

  private void changing(ResponseCohorts months) {
    wrap(
        "",
        "Changing over time: those who came later are answered "
            + (months.trend().score() > 0 ? "sooner" : "later")
            + " (p "
            + NumberText.decimal(months.trend().pValue())
            + "), so the months tell more than the whole:");
    text.append(months.table()).append('\n');
  }

  private void wallClock(TextTable table, ResponseSummary wall) {
    table.row("on the wall clock, answered only", wall.answeredLatencies().median());
    if (!options.clock.isDescriptive()) {
      table.row("on the wall clock, all counted", wall.median());
    }
  }

  private static void target(TextTable table, TargetAttainment target) {
    String time = DurationText.of(target.target());
    table.row("target " + time + ", of the due", target.attainment());
    table.row(
        "target " + time + ", not met",
        NumberText.count(target.missed())
            + " answered late, "
            + NumberText.count(target.overdue())
            + " overdue");
    table.row(
        "target " + time + ", not due",
        NumberText.count(target.metEarly())
            + " met early, "
            + NumberText.count(target.stillInTime())
            + " still in time");
  }

  private void dialogue(DialogueSummary dialogue) {
    heading("DIALOGUE", "does it become a conversation?");
    if (dialogue.strands() == 0) {
      wrap(
          "",
          dialogue.open() == 0
              ? "There is no conversation to look at."
              : "All is of the last 7 days and can still change ("
                  + count(dialogue.open(), "conversation")
                  + "); --including-open counts it.");
      return;
    }
    TextTable forms = TextTable.of("form", "conversations", "");
    for (Form form : Form.values()) {
      // In a forum nobody is the organization, so that two of the forms cannot occur.
      if (dialogue.count(form) > 0 || !loaded.isForum()) {
        forms.row(Warnings.words(form), dialogue.count(form), explained(form));
      }
    }
    append(forms);
    text.append('\n');
    TextTable table = TextTable.of("", "");
    table.row("two-way (answered or dialogue)", dialogue.twoWay());
    table.row("of those, somebody came back", dialogue.returned());
    table.row("the opener came back", dialogue.openerReturned());
    if (!loaded.isForum() && dialogue.organizationMessages() > 0) {
      table.row("own messages: to the audience", dialogue.messagesToAudience());
      table.row("own messages: opening", dialogue.messagesOpening());
      table.row("own messages: to own or unknown", dialogue.messagesToOwnOrUnknown());
      table.row("balance of the two sides", dialogue.balance());
    }
    append(table);
    apart(dialogue);
  }

  private void apart(DialogueSummary dialogue) {
    if (!options.isIncludingOpen && dialogue.open() > 0) {
      wrap(
          "",
          "Left out because they can still change: "
              + count(dialogue.open(), "conversation")
              + " of the last 7 days (--including-open).");
    }
    if (dialogue.automatic() > 0) {
      wrap("", "Left out: " + count(dialogue.automatic(), "conversation") + " of machines only.");
    }
  }

  private static String explained(Form form) {
    return switch (form) {
      case DIALOGUE -> "asked, answered, and the same person came back";
      case ANSWERED -> "answered, nobody came back";
      case ECHO -> "both wrote, nobody was answered";
      case UNHEARD -> "only the audience wrote";
      case BROADCAST -> "only the organization wrote";
    };
  }

  private void path(PathFindings path) {
    heading("A-PATH", "how far people come (Social Steve's five stages)");
    PathText section = new PathText(path, options.calendarZone());
    append(section.stages());
    text.append('\n');
    append(section.standings());
    section.sentences().forEach(sentence -> wrap("", sentence));
  }

  private void part(Findings.Part part) {
    PartTable table = new PartTable(part, options);
    // One key only says again what stands above, unless somebody asked for it.
    if (table.rows() < 2 && options.by.isEmpty()) {
      return;
    }
    heading(table.title(), table.explanation());
    append(table.table());
    table.mean().ifPresent(mean -> wrap("", mean));
    if (table.omitted() > 0) {
      wrap("", "… and " + table.omitted() + " more; --json has them all.");
    }
  }

  private static String count(long number, String noun) {
    return NumberText.count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private void heading(String title, String explanation) {
    text.append('\n').append(title);
    if (!explanation.isEmpty()) {
      String room = explanation.replaceAll("\\p{Cntrl}", "?");
      int most = WIDTH - title.length() - 2;
      text.append("  ").append(room.length() > most ? room.substring(0, most - 1) + "…" : room);
    }
    text.append('\n');
  }

  private void append(TextTable table) {
    // A table without headings begins with an empty line, which says nothing.
    text.append(table.toString().stripLeading()).append('\n');
  }

  private void wrap(String mark, String sentence) {
    StringBuilder line = new StringBuilder(mark);
    String indent = " ".repeat(mark.length());
    for (String word : sentence.replaceAll("\\p{Cntrl}", "?").split(" ", -1)) {
      boolean isFirst = line.toString().isBlank() || line.length() == mark.length();
      if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(indent).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
    }
    text.append(line).append('\n');
  }
}
