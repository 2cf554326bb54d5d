package dev.repartee.examples.live;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.repartee.log.Appender;
import dev.repartee.model.ActKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON as a row: {@code {"id":"r1","author":"care","at":"2026-01-05T09:42:00Z",
 * "parent":"p1"}}, with {@code conversation}, {@code channel}, {@code topic} and, for acts, {@code
 * act} where there are any.
 */
final class JsonRow {
  private static final ObjectReader JSON =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonRow() {}

  /** Offers a line, readable or not: each is counted, so that a restart knows where to go on. */
  static void offer(byte[] line, Appender rows) {
    JsonNode row;
    @Nullable ActKind act;
    try {
      row = JSON.readTree(line);
      String kind = text(row, "act");
      act = kind == null ? null : ActKind.valueOf(kind);
    } catch (IOException | IllegalArgumentException e) {
      rows.unreadable();
      return;
    }
    rows.id(text(row, "id"))
        .author(text(row, "author"))
        .at(text(row, "at"))
        .parent(text(row, "parent"))
        .conversation(text(row, "conversation"))
        .channel(text(row, "channel"))
        .topic(text(row, "topic"));
    if (act != null) {
      rows.act(act);
    }
    rows.end();
  }

  private static @Nullable String text(JsonNode row, String field) {
    JsonNode value = row.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
