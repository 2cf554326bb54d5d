package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.examples.exports.DataBox;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes for programs what was read and how it was understood. */
final class DataJson {
  private final JsonGenerator json;

  DataJson(JsonGenerator json) {
    this.json = json;
  }

  void write(DataBox box) throws IOException {
    json.writeObjectFieldStart("data");
    json.writeBooleanField("reliable", box.isReliable());
    json.writeArrayFieldStart("problems");
    for (DataBox.Problem problem : box.problems()) {
      json.writeStartObject();
      json.writeStringField("severity", problem.severity().name());
      json.writeStringField("text", problem.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("format", box.format());
    json.writeNumberField("files", box.files());
    json.writeNumberField("records", box.records());
    json.writeNumberField("offered", box.offered());
    json.writeNumberField("accepted", box.accepted());
    json.writeArrayFieldStart("setAside");
    for (DataBox.Aside aside : box.setAside()) {
      json.writeStartObject();
      json.writeStringField("reason", aside.reason());
      json.writeNumberField("count", aside.count());
      strings("examples", aside.examples());
      json.writeEndObject();
    }
    json.writeEndArray();
    time("from", box.from());
    time("to", box.to());
    json.writeStringField("asOf", box.asOf().toString());
    json.writeBooleanField("asOfAssumed", box.isAsOfAssumed());
    json.writeBooleanField("wholeDays", box.isWholeDays());
    columns(box);
    staff(box);
    strings("lookAlikes", box.lookAlikes());
    json.writeArrayFieldStart("unread");
    for (DataBox.Unread array : box.unread()) {
      json.writeStartObject();
      json.writeStringField("path", array.path());
      json.writeNumberField("size", array.size());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("passedOver", box.passedOver());
    strings("notes", box.notes());
    json.writeEndObject();
  }

  private void columns(DataBox box) throws IOException {
    json.writeArrayFieldStart("columns");
    for (DataBox.Column column : box.columns()) {
      json.writeStartObject();
      json.writeStringField("field", column.field().optionName());
      json.writeStringField("column", column.name());
      json.writeNumberField("rows", column.present());
      json.writeNumberField("understood", column.understood());
      strings("notUnderstood", column.strange());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("times");
    for (DataBox.TimesSo times : box.timeForms()) {
      json.writeStartObject();
      json.writeStringField("form", times.form());
      json.writeNumberField("count", times.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void staff(DataBox box) throws IOException {
    json.writeArrayFieldStart("staff");
    for (DataBox.Staff each : box.staff()) {
      json.writeStartObject();
      json.writeStringField("account", each.account());
      json.writeStringField("name", each.name());
      json.writeStringField("organization", each.organization());
      json.writeStringField("department", each.department());
      json.writeStringField("role", each.role());
      json.writeNumberField("rows", each.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void time(String name, Optional<Instant> time) throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, time.get().toString());
    } else {
      json.writeNullField(name);
    }
  }

  private void strings(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
