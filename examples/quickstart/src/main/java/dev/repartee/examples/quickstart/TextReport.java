package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.response.AnsweredTime;
import dev.repartee.response.ResponseCohorts;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.DurationEstimate;
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

  /** Where times are whole days, nothing can be said of hours. */
  private static final List<Duration> DAYS = List.of(Duration.ofDays(2), Duration.ofDays(7));

  private final Loaded loaded;
  private final Findings findings;
  private final List<String> warnings;
  private final MeasureOptions options;
  private final TextPage page = new TextPage();

  TextReport(Loaded loaded, Findings findings, List<String> warnings, MeasureOptions options) {
    this.loaded = loaded;
    this.findings = findings;
    this.warnings = warnings;
    this.options = options;
  }

  /** The whole report. */
  String text() {
    page.line("Repartee: " + question());
    if (loaded.isSample()) {
      wrap(
          "",
          "This is a synthetic sample: an invented company, invented people, planted facts. Name a"
              + " file to measure your own; --help says how.");
    }
    DataSection data = new DataSection(page, loaded);
    data.problems();
    data.read();
    response(findings.response());
    new DialogueSection(page, loaded, options).write(findings.talk());
    findings.settled().ifPresent(new SettledSection(page)::write);
    findings.path().ifPresent(this::path);
    values();
    findings.parts().forEach(this::part);
    List<String> notes = notes();
    if (!notes.isEmpty()) {
      heading("WORTH KNOWING", "");
      notes.forEach(warning -> wrap("- ", warning));
    }
    return page.text();
  }

  /** The warnings but for those at the top. */
  private List<String> notes() {
    List<String> above =
        loaded.box().stream()
            .flatMap(box -> box.problems().stream())
            .map(DataBox.Problem::text)
            .toList();
    return warnings.stream().filter(warning -> !above.contains(warning)).toList();
  }

  private String question() {
    int organizations = loaded.organizations().size();
    return switch (organizations) {
      case 0 -> "do people here really converse?";
      case 1 -> "does " + loaded.organizations().get(0) + " really converse?";
      default -> "do these " + organizations + " organizations really converse?";
    };
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
    if (response.closed() > 0) {
      table.row(
          "resolved without an answer",
          NumberText.count(response.closed())
              + " ("
              + NumberText.count(response.closed(Closing.BY_PERSON))
              + " withdrawn)");
    }
    table.row("answered so far", response.answeredSoFar());
    SurvivalCurve curve = response.curve();
    table.row("median wait, all counted", time(curve.median()));
    boolean isWholeDays = loaded.box().map(DataBox::isWholeDays).orElse(false);
    (isWholeDays ? DAYS : TIMES)
        .forEach(time -> table.row("answered within " + DurationText.of(time), curve.within(time)));
    LatencyDistribution answered = response.answeredLatencies();
    table.row("median of the answered only", time(answered.median()));
    table.row("90 % of the answered within", time(answered.quantileEstimate(0.9)));
    findings.wallClock().ifPresent(wall -> wallClock(table, wall));
    findings.ofAnswered().ifPresent(latencies -> ofAnswered(table, latencies));
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
    if (findings.ofAnswered().isPresent()) {
      wrap(
          "",
          "The clock \""
              + Choices.text(options.clock)
              + "\" knows the answered only, so it has no rates: it stands there to be compared"
              + " with reports that count so.");
    }
    if (options.isInWorkingTime()) {
      wrap(
          "", "Times are working time, told in hours; those by month have days of 24 hours of it.");
    }
    if (findings.months().isChanging()) {
      changing(findings.months());
    }
  }

  private String time(DurationEstimate time) {
    return options.isInWorkingTime() ? WorkTime.of(time) : time.toString();
  }

  private void changing(ResponseCohorts months) {
    wrap(
        "",
        "Changing over time: those who came later are answered "
            + (months.trend().score() > 0 ? "sooner" : "later")
            + " (p "
            + NumberText.decimal(months.trend().pValue())
            + "), so the months tell more than the whole. Within the median of all "
            + months.change()
            + " more are answered in the last month than in the first"
            + (months.changeByChannel().isDefined()
                ? ", channel by channel " + months.changeByChannel()
                : "")
            + ":");
    page.line(months.table());
  }

  private void wallClock(TextTable table, ResponseSummary wall) {
    table.row("on the wall clock, answered only", wall.answeredLatencies().median());
    table.row("on the wall clock, all counted", wall.median());
  }

  private void ofAnswered(TextTable table, AnsweredTime.Latencies latencies) {
    table.row(
        "answered only, " + Choices.text(options.clock), latencies.answeredLatencies().median());
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

  private void path(PathFindings path) {
    heading("A-PATH", "how far people come (Social Steve's five stages)");
    PathText section = new PathText(path, options.calendarZone());
    append(section.stages());
    page.line("");
    append(section.standings());
    section.sentences().forEach(sentence -> wrap("", sentence));
  }

  private void values() {
    if (findings.values().isEmpty()) {
      return;
    }
    heading("VALUES", "what the numbers of messages come to");
    TextTable table = TextTable.of("", "messages", "sum", "mean");
    findings
        .values()
        .forEach(
            (name, value) ->
                table.row(name, value.count(), NumberText.decimal(value.sum()), value.mean()));
    append(table);
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

  private void heading(String title, String explanation) {
    page.heading(title, explanation);
  }

  private void append(TextTable table) {
    page.table(table);
  }

  private void wrap(String mark, String sentence) {
    page.wrap(mark, sentence);
  }
}
