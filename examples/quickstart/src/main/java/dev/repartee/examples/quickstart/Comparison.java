package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Results;
import dev.repartee.response.ResponseComparison;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.function.Function;

/** The period before, beside the one that was asked for. */
final class Comparison {
  private static final Duration DAY = Duration.ofHours(24);

  private final ResponseSummary responseBefore;
  private final ResponseSummary responseNow;
  private final DialogueSummary dialogueBefore;
  private final DialogueSummary dialogueNow;

  private Comparison(
      ResponseSummary responseBefore,
      ResponseSummary responseNow,
      DialogueSummary dialogueBefore,
      DialogueSummary dialogueNow) {
    this.responseBefore = responseBefore;
    this.responseNow = responseNow;
    this.dialogueBefore = dialogueBefore;
    this.dialogueNow = dialogueNow;
  }

  /** Measures both by the usual clock. */
  static Comparison of(EngagementLog before, EngagementLog now, AnswerRule rule) {
    ResponseTime response = ResponseTime.eachTurn().answers(rule);
    Dialogue dialogue = Dialogue.standard().answers(rule);
    Results first = before.measure(Measures.of(response, dialogue));
    Results second = now.measure(Measures.of(response, dialogue));
    return new Comparison(
        first.get(response), second.get(response), first.get(dialogue), second.get(dialogue));
  }

  void write(TextPage page) {
    page.heading("COMPARED", "with the period before");
    page.wrap("", "Before " + window(responseBefore) + ", now " + window(responseNow) + ".");
    TextTable table = TextTable.of("", "before", "now", "difference");
    table.row("waits", responseBefore.exchanges(), responseNow.exchanges(), "");
    ResponseComparison comparison = ResponseComparison.of(responseNow, responseBefore);
    table.row(
        "median wait",
        brief(responseBefore.median()),
        brief(responseNow.median()),
        comparison.median());
    table.row(
        "answered within 24 h",
        NumberText.share(responseBefore.within(DAY).value()),
        NumberText.share(responseNow.within(DAY).value()),
        comparison.within(DAY));
    row(table, "two-way", DialogueSummary::twoWay);
    row(table, "came back", DialogueSummary::returned);
    page.table(table);
    page.wrap("", "A difference is shown where its interval does not hold 0.");
  }

  private void row(TextTable table, String name, Function<DialogueSummary, Proportion> share) {
    Proportion before = share.apply(dialogueBefore);
    Proportion now = share.apply(dialogueNow);
    Estimate difference = Difference.of(now, before);
    table.row(name, NumberText.share(before.value()), NumberText.share(now.value()), difference);
  }

  private static String brief(DurationEstimate time) {
    return time.value().map(DurationText::of).orElseGet(time::toString);
  }

  private static String window(ResponseSummary summary) {
    Origin.Window window = summary.origin().windows().get(0);
    return "from "
        + window.startInclusive().map(Object::toString).orElse("the beginning")
        + " to "
        + window.endExclusive().map(Object::toString).orElse("the end");
  }
}
