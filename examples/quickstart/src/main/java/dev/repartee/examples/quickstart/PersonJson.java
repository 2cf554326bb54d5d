package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.repartee.apath.Stage;
import dev.repartee.person.PersonHistory;
import dev.repartee.ties.TiesSummary.Edge;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the history of one person for programs, as one JSON object; durations are milliseconds.
 */
final class PersonJson {
  private final Loaded loaded;
  private final PersonHistory history;

  PersonJson(Loaded loaded, PersonHistory history) {
    this.loaded = loaded;
    this.history = history;
  }

  /** Writes the object and leaves the writer open. */
  void write(Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("report", "person");
      json.writeNumberField("version", JsonReport.VERSION);
      if (loaded.box().isPresent()) {
        new DataJson(json).write(loaded.box().get());
      }
      json.writeStringField("person", history.person());
      json.writeArrayFieldStart("accounts");
      for (String account : history.accounts()) {
        json.writeString(account);
      }
      json.writeEndArray();
      json.writeBooleanField("member", history.isMember());
      json.writeStringField("asOf", history.asOf().toString());
      json.writeNumberField("messages", history.messages());
      json.writeNumberField("acts", history.acts());
      json.writeNumberField("answered", history.answered().size());
      duration(json, "medianAnsweredMillis", history.medianAnswer());
      json.writeNumberField("waiting", history.waiting().size());
      json.writeObjectFieldStart("stages");
      for (Map.Entry<String, Stage> stage : history.stages().entrySet()) {
        json.writeStringField(stage.getKey(), stage.getValue().name());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("entries");
      for (PersonHistory.Entry entry : history.entries()) {
        entry(json, entry);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("ties");
      for (Edge edge : history.ties()) {
        tie(json, edge);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void entry(JsonGenerator json, PersonHistory.Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", entry.at().toString());
    json.writeStringField("what", entry.what());
    text(json, "id", entry.id().orElse(""));
    text(json, "channel", entry.channel());
    text(json, "organization", entry.organization());
    text(json, "to", entry.to());
    text(json, "sentiment", entry.sentiment().map(Enum::name).orElse(""));
    json.writeArrayFieldStart("answers");
    for (String person : entry.answers()) {
      json.writeString(person);
    }
    json.writeEndArray();
    if (entry.answer().isPresent()) {
      PersonHistory.Answer answer = entry.answer().get();
      json.writeObjectFieldStart("answer");
      json.writeStringField("by", answer.by());
      json.writeStringField("at", answer.at().toString());
      duration(json, "afterMillis", answer.after());
      json.writeBooleanField("direct", answer.isDirect());
      json.writeEndObject();
    }
    duration(json, "waitingMillis", entry.waiting());
    json.writeEndObject();
  }

  private static void tie(JsonGenerator json, Edge edge) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", edge.from());
    json.writeStringField("to", edge.to());
    json.writeNumberField("weight", edge.weight());
    json.writeNumberField("inferred", edge.inferred());
    json.writeStringField("first", edge.first().toString());
    json.writeStringField("last", edge.last().toString());
    json.writeEndObject();
  }

  /** What is not there is null. */
  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeStringField(name, text.isEmpty() ? null : text);
  }

  private static void duration(JsonGenerator json, String name, Optional<Duration> duration)
      throws IOException {
    if (duration.isPresent()) {
      json.writeNumberField(name, duration.get().toMillis());
    } else {
      json.writeNullField(name);
    }
  }
}
