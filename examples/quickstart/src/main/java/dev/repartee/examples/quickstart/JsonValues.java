package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.io.IOException;

/**
 * Writes shares, estimates and durations, each with its state; null stands for what is undefined.
 */
final class JsonValues {
  private static final String VALUE = "VALUE";
  private static final String NO_DATA = "NO_DATA";

  private final JsonGenerator json;

  JsonValues(JsonGenerator json) {
    this.json = json;
  }

  void proportion(String name, Proportion share) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("state", share.isEmpty() ? NO_DATA : VALUE);
    number("value", share.value());
    number("low", share.low());
    number("high", share.high());
    json.writeNumberField("successes", share.successes());
    json.writeNumberField("trials", share.trials());
    number("deff", share.deff());
    json.writeBooleanField("fewGroups", share.hasFewGroups());
    json.writeEndObject();
  }

  void estimate(String name, Estimate estimate) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("state", estimate.isDefined() ? VALUE : "UNDEFINED");
    number("value", estimate.value());
    number("low", estimate.low());
    number("high", estimate.high());
    note(estimate.note());
    json.writeEndObject();
  }

  void duration(String name, DurationEstimate estimate) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("state", estimate.state().name());
    number("millis", estimate.millis());
    number("lowMillis", estimate.lowMillis());
    number("highMillis", estimate.highMillis());
    note(estimate.note());
    json.writeEndObject();
  }

  void number(String name, double number) throws IOException {
    // JSON has no NaN and no infinity; an open end of an interval is null too.
    if (Double.isFinite(number)) {
      json.writeNumberField(name, number);
    } else {
      json.writeNullField(name);
    }
  }

  private void note(String note) throws IOException {
    if (!note.isEmpty()) {
      json.writeStringField("note", note);
    }
  }
}
