package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.repartee.examples.exports.DataBox;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.response.AnsweredTime;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the findings for programs, as one JSON object. What is undefined is null and has a state
 * that says why; times are milliseconds.
 */
final class JsonReport {
  /** Grows when a name or its meaning changes, not when one is added. */
  static final int VERSION = 1;

  private static final double[] QUANTILES = {0.25, 0.5, 0.75, 0.9, 0.95};
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24));

  private final Loaded loaded;
  private final Findings findings;
  private final List<String> warnings;
  private final MeasureOptions options;
  private final Optional<Comparison> comparison;
  private final Optional<NightlyWatch> watched;

  JsonReport(
      Loaded loaded,
      Findings findings,
      List<String> warnings,
      MeasureOptions options,
      Optional<Comparison> comparison,
      Optional<NightlyWatch> watched) {
    this.comparison = comparison;
    this.watched = watched;
    this.loaded = loaded;
    this.findings = findings;
    this.warnings = warnings;
    this.options = options;
  }

  /** Writes the object and leaves the writer open. */
  void write(Writer out) throws IOException {
    // Escapes are the same in every character set that a terminal or a pipe may have.
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .setCodec(new ObjectMapper());
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      JsonValues values = new JsonValues(json);
      DialogueJson dialogues = new DialogueJson(json, options);
      json.writeStartObject();
      json.writeStringField("report", "overview");
      json.writeNumberField("version", VERSION);
      json.writeStringField("source", loaded.source());
      json.writeBooleanField("synthetic", loaded.isSample());
      strings(json, "organizations", loaded.organizations());
      if (loaded.box().isPresent()) {
        new DataJson(json).write(loaded.box().get());
      }
      log(json);
      audit(json);
      json.writeObjectFieldStart("response");
      response(json, values, findings.response());
      json.writeEndObject();
      if (findings.wallClock().isPresent()) {
        json.writeObjectFieldStart("responseOnTheWallClock");
        response(json, values, findings.wallClock().get());
        json.writeEndObject();
      }
      if (findings.ofAnswered().isPresent()) {
        json.writeObjectFieldStart("responseOfTheAnsweredOnly");
        ofAnswered(json, values, findings.ofAnswered().get());
        json.writeEndObject();
      }
      json.writeObjectFieldStart("dialogue");
      dialogues.write(findings.talk());
      json.writeEndObject();
      if (findings.settled().isPresent()) {
        json.writeObjectFieldStart("settled");
        new SettledJson(json, values).write(findings.settled().get());
        json.writeEndObject();
      }
      if (comparison.isPresent()) {
        json.writeObjectFieldStart("comparison");
        comparison.get().write(json);
        json.writeEndObject();
      }
      if (watched.isPresent()) {
        json.writeObjectField("watch", watched.get().toMap());
      }
      path(json, values);
      values(json, values);
      json.writeArrayFieldStart("breakdowns");
      for (Findings.Part part : findings.parts()) {
        part(json, values, dialogues, part);
      }
      json.writeEndArray();
      strings(json, "warnings", warnings);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private void log(JsonGenerator json) throws IOException {
    EngagementLog log = loaded.log();
    json.writeObjectFieldStart("log");
    json.writeStringField("asOf", log.asOf().toString());
    json.writeBooleanField("asOfAssumed", log.isAsOfAssumed());
    json.writeNumberField("messages", log.messages());
    json.writeNumberField("acts", log.acts());
    json.writeNumberField("conversations", log.conversations());
    json.writeNumberField("persons", log.persons());
    json.writeEndObject();
  }

  private void audit(JsonGenerator json) throws IOException {
    Audit audit = loaded.log().audit();
    json.writeObjectFieldStart("audit");
    json.writeNumberField("offered", audit.offered());
    json.writeNumberField("accepted", audit.accepted());
    json.writeNumberField("rejected", audit.rejected());
    json.writeArrayFieldStart("reasons");
    for (Map.Entry<Audit.Reason, Long> entry : audit.counts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", entry.getKey().name());
      json.writeBooleanField("rejected", entry.getKey().isRejection());
      json.writeNumberField("count", entry.getValue());
      json.writeStringField("rule", entry.getKey().rule());
      strings(json, "examples", audit.examples(entry.getKey()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void response(JsonGenerator json, JsonValues values, ResponseSummary response)
      throws IOException {
    json.writeStringField("measure", response.origin().measure());
    json.writeNumberField("exchanges", response.exchanges());
    json.writeNumberField("answered", response.answered());
    json.writeNumberField("answeredDirectly", response.answeredDirectly());
    json.writeNumberField("answeredByInference", response.answeredByInference());
    json.writeNumberField("waiting", response.waiting());
    json.writeNumberField("stillInTime", response.stillInTime());
    json.writeNumberField("closedUnanswered", response.closed());
    excluded(json, response.excluded());
    answeredOnly(json, values, response.answeredLatencies());
    if (response.origin().isOfAnswerers()) {
      return;
    }
    values.proportion("answeredSoFar", response.answeredSoFar());
    SurvivalCurve curve = response.curve();
    values.duration("median", curve.median());
    json.writeObjectFieldStart("quantiles");
    for (double q : QUANTILES) {
      values.duration(Double.toString(q), curve.quantile(q));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("within");
    boolean isWholeDays = loaded.box().map(DataBox::isWholeDays).orElse(false);
    for (Duration time : isWholeDays ? List.<Duration>of() : TIMES) {
      values.estimate(time.toString(), curve.within(time));
    }
    json.writeEndObject();
    if (options.target != null) {
      target(json, values, response.target());
    }
  }

  private static void ofAnswered(
      JsonGenerator json, JsonValues values, AnsweredTime.Latencies latencies) throws IOException {
    json.writeStringField("measure", latencies.origin().measure());
    json.writeNumberField("answered", latencies.answered());
    json.writeNumberField("unanswered", latencies.unanswered());
    excluded(json, latencies.excluded());
    answeredOnly(json, values, latencies.answeredLatencies());
  }

  private static void excluded(JsonGenerator json, Map<Exclusion, Long> excluded)
      throws IOException {
    json.writeObjectFieldStart("excluded");
    for (Map.Entry<Exclusion, Long> entry : excluded.entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void answeredOnly(
      JsonGenerator json, JsonValues values, LatencyDistribution answered) throws IOException {
    json.writeObjectFieldStart("ofTheAnsweredOnly");
    json.writeNumberField("count", answered.count());
    json.writeBooleanField("exact", answered.isExact());
    json.writeObjectFieldStart("quantiles");
    for (double q : QUANTILES) {
      values.duration(Double.toString(q), answered.quantileEstimate(q));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void target(JsonGenerator json, JsonValues values, TargetAttainment target)
      throws IOException {
    json.writeObjectFieldStart("target");
    json.writeNumberField("millis", target.target().toMillis());
    values.proportion("attainment", target.attainment());
    json.writeNumberField("missed", target.missed());
    json.writeNumberField("overdue", target.overdue());
    json.writeNumberField("metEarly", target.metEarly());
    json.writeNumberField("stillInTime", target.stillInTime());
    json.writeEndObject();
  }

  private void path(JsonGenerator json, JsonValues values) throws IOException {
    if (findings.path().isEmpty()) {
      json.writeNullField("aPath");
      return;
    }
    json.writeObjectFieldStart("aPath");
    new PathJson(json, values).write(findings.path().get());
    json.writeEndObject();
  }

  private void values(JsonGenerator json, JsonValues values) throws IOException {
    json.writeArrayFieldStart("values");
    for (Map.Entry<String, Counts.ValueSummary> value : findings.values().entrySet()) {
      json.writeStartObject();
      json.writeStringField("value", value.getKey());
      json.writeNumberField("messages", value.getValue().messages());
      json.writeNumberField("count", value.getValue().count());
      json.writeNumberField("sum", value.getValue().sum());
      values.estimate("mean", value.getValue().mean());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void part(
      JsonGenerator json, JsonValues values, DialogueJson dialogues, Findings.Part part)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("by", By.text(part.by()));
    json.writeArrayFieldStart("parts");
    Set<List<String>> keys = new LinkedHashSet<>(part.response().keys());
    part.dialogue().ifPresent(dialogue -> keys.addAll(dialogue.keys()));
    for (List<String> key : keys) {
      String[] texts = key.toArray(new String[0]);
      json.writeStartObject();
      strings(json, "key", key);
      var response = part.response().find(texts);
      if (response.isPresent()) {
        json.writeObjectFieldStart("response");
        response(json, values, response.get());
        json.writeEndObject();
      }
      var dialogue = part.dialogue().flatMap(d -> d.find(texts));
      if (dialogue.isPresent()) {
        json.writeObjectFieldStart("dialogue");
        dialogues.dialogue(Talk.seen(dialogue.get(), options));
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
