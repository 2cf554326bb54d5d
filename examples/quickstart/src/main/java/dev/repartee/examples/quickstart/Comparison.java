package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.change.MixAndLevel;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/** The period before, beside the one that was asked for. */
final class Comparison {
  private static final Duration DAY = Duration.ofHours(24);

  /** A point of a hundred: where the difference is smaller, it is not asked where it comes from. */
  private static final double POINT = 0.01;

  private static final int CHANNELS = 6;

  private final EngagementLog before;
  private final EngagementLog now;
  private final ZoneId zone;
  private final ResponseSummary responseBefore;
  private final ResponseSummary responseNow;
  private final DialogueSummary dialogueBefore;
  private final DialogueSummary dialogueNow;
  private final MixAndLevel byChannel;

  private Comparison(
      EngagementLog before,
      EngagementLog now,
      ZoneId zone,
      ResponseSummary responseBefore,
      ResponseSummary responseNow,
      DialogueSummary dialogueBefore,
      DialogueSummary dialogueNow,
      MixAndLevel byChannel) {
    this.before = atEnd(before, responseBefore);
    this.now = atEnd(now, responseNow);
    this.zone = zone;
    this.responseBefore = responseBefore;
    this.responseNow = responseNow;
    this.dialogueBefore = dialogueBefore;
    this.dialogueNow = dialogueNow;
    this.byChannel = byChannel;
  }

  private static EngagementLog atEnd(EngagementLog part, ResponseSummary summary) {
    return summary
        .origin()
        .windows()
        .get(0)
        .endExclusive()
        .filter(end -> end.isBefore(part.asOf()))
        .map(part::asOf)
        .orElse(part);
  }

  /** Measures both by the usual clock. */
  static Comparison of(EngagementLog before, EngagementLog now, AnswerRule rule, ZoneId zone) {
    ResponseTime response = ResponseTime.eachTurn().answers(rule);
    Dialogue dialogue = Dialogue.standard().answers(rule);
    Measure<Breakdown<ResponseSummary>> channels = response.by(Dimension.CHANNEL);
    Results first = before.measure(Measures.of(dialogue, channels));
    Results second = now.measure(Measures.of(dialogue, channels));
    return new Comparison(
        before,
        now,
        zone,
        first.get(channels).total(),
        second.get(channels).total(),
        first.get(dialogue),
        second.get(dialogue),
        MixAndLevel.within(first.get(channels), second.get(channels), DAY));
  }

  /** Where the difference of those answered within a day comes from. */
  MixAndLevel byChannel() {
    return byChannel;
  }

  /** The part of the log that was asked for, as it was known at its end. */
  EngagementLog now() {
    return now;
  }

  /** The part before it, as it was known at its end: it had no more time than the other. */
  EngagementLog before() {
    return before;
  }

  /** Such as {@code 1 February 2025 to 28 February 2025, and 1 January 2025 to … before it}. */
  String periods() {
    return days(responseNow) + ", and " + days(responseBefore) + " before it";
  }

  /** How many waited and how long, in a sentence. */
  String waits() {
    return "Somebody waited "
        + TextPage.count(responseNow.exchanges(), "time")
        + ", before "
        + TextPage.count(responseBefore.exchanges(), "time")
        + "; "
        + PlainWords.half(responseNow.median())
        + ", before "
        + PlainWords.half(responseBefore.median())
        + ".";
  }

  private String days(ResponseSummary summary) {
    Origin.Window window = summary.origin().windows().get(0);
    String first = window.startInclusive().map(this::day).orElse("the beginning");
    String last = window.endExclusive().map(end -> day(end.minusMillis(1))).orElse("the end");
    return first + " to " + last;
  }

  private String day(Instant instant) {
    return PlainWords.day(instant.atZone(zone).toLocalDate());
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
        "answered within " + DurationText.of(DAY),
        NumberText.share(responseBefore.within(DAY).value()),
        NumberText.share(responseNow.within(DAY).value()),
        comparison.within(DAY));
    row(table, "two-way", DialogueSummary::twoWay);
    row(table, "came back", DialogueSummary::returned);
    page.table(table);
    page.wrap("", "A difference is shown where its interval does not hold 0.");
    if (isAskedWhere()) {
      page.wrap("", byChannel.sentence());
      byChannel.table(CHANNELS).lines().forEach(page::line);
      page.wrap("", "Mix and level are points of a hundred; together they are the difference.");
    }
  }

  /** Whether there is a difference, and more than one channel that it may come from. */
  private boolean isAskedWhere() {
    return byChannel.parts().size() > 1 && Math.abs(byChannel.difference().value()) >= POINT;
  }

  /** Writes where the difference comes from, for programs; in shares, not in points. */
  void write(JsonGenerator json) throws IOException {
    JsonValues values = new JsonValues(json);
    json.writeObjectFieldStart("answeredWithin24h");
    values.number("before", byChannel.before());
    values.number("now", byChannel.after());
    values.estimate("difference", byChannel.difference());
    values.estimate("mix", byChannel.mix());
    values.estimate("level", byChannel.level());
    json.writeStringField("text", byChannel.sentence());
    json.writeArrayFieldStart("channels");
    for (MixAndLevel.Part part : byChannel.parts()) {
      json.writeStartObject();
      json.writeStringField("channel", part.name());
      values.number("weightBefore", part.weightBefore());
      values.number("weightNow", part.weightAfter());
      values.number("before", part.shareBefore());
      values.number("now", part.shareAfter());
      values.estimate("mix", part.mix());
      values.estimate("level", part.level());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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
