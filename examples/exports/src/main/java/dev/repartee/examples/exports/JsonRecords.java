package dev.repartee.examples.exports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * Reads the records of JSON: the objects of an array, an object a line, or one object. Where a
 * recipe names arrays inside an object ({@code messages}, {@code chats.list[].messages}), their
 * elements are the records, read one by one, however long the file is. What a script assigns
 * ({@code window.YTD.tweets.part0 = […]}) is JSON behind the sign.
 */
final class JsonRecords {
  private static final int LINES_LOOKED_AT = 100;
  private static final int LONGEST_LINE = 1 << 20;

  private final Collection<String> each;
  private final JsonTrees trees;
  private final RecordSink sink;
  private boolean hasFound;

  private JsonRecords(Collection<String> each, JsonTrees trees, RecordSink sink) {
    this.each = each;
    this.trees = trees;
    this.sink = sink;
  }

  /** An object without fields. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Hands every record of a file to a sink.
   *
   * @param each the arrays whose elements are records, as paths with {@code []} behind an array
   */
  static void read(InputFile file, Collection<String> each, RecordSink sink) throws IOException {
    read(file, each, new JsonTrees(Optional.empty()), sink);
  }

  /**
   * The same, with some fields only.
   *
   * @param trees makes the records
   */
  static void read(InputFile file, Collection<String> each, JsonTrees trees, RecordSink sink)
      throws IOException {
    boolean isByLine = isByLine(file);
    try (BufferedReader text = file.openWithProgress()) {
      JsonRecords records = new JsonRecords(each, trees, sink);
      if (isByLine) {
        records.lines(text);
      } else {
        skipToJson(text);
        records.stream(text);
      }
    }
  }

  /** All of a text as one value. */
  static JsonNode whole(BufferedReader text) throws IOException {
    skipToJson(text);
    return Json.TREES.readTree(text);
  }

  /**
   * Whether the file has an object a line, so that a broken line ends nothing: its first line is an
   * object and more follows; or the file is no JSON from its beginning, and most of its lines are.
   */
  static boolean isByLine(InputFile file) throws IOException {
    int lines = 0;
    int objects = 0;
    boolean isFirst = false;
    try (BufferedReader text = file.open()) {
      for (String line = text.readLine();
          line != null && lines < LINES_LOOKED_AT;
          line = text.readLine()) {
        if (!line.isBlank()) {
          if (lines == 0 && (line.strip().startsWith("[") || line.startsWith("window."))) {
            return false;
          }
          boolean isObject = line.length() < LONGEST_LINE && isObject(line);
          isFirst |= lines == 0 && isObject;
          lines++;
          objects += isObject ? 1 : 0;
          if (isFirst && lines > 1) {
            return true;
          }
        }
      }
    }
    return objects * 4 >= lines && lines > 1 && !isFirst && Peeking.isBroken(file);
  }

  private static boolean isObject(String line) {
    if (!line.strip().startsWith("{")) {
      return false;
    }
    try (JsonParser parser = Json.MAPPER.createParser(line)) {
      parser.nextToken();
      parser.skipChildren();
      JsonToken last = parser.currentToken();
      JsonToken next = parser.nextToken();
      return last == JsonToken.END_OBJECT && (next == null || next == JsonToken.START_OBJECT);
    } catch (IOException e) {
      return false;
    }
  }

  /** Behind {@code window.YTD.tweets.part0 =} there is JSON. */
  private static void skipToJson(BufferedReader text) throws IOException {
    text.mark(LONGEST_LINE);
    int c = text.read();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      text.mark(LONGEST_LINE);
      c = text.read();
    }
    if (c == 'w') {
      while (c >= 0 && c != '=') {
        c = text.read();
      }
    } else {
      text.reset();
    }
  }

  private void lines(BufferedReader text) throws IOException {
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      try (JsonParser parser = Json.MAPPER.createParser(line)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            sink.record((ObjectNode) trees.read(parser), object());
          } else {
            parser.skipChildren();
            sink.unreadable();
          }
        }
      } catch (JsonProcessingException e) {
        sink.unreadable();
      }
    }
  }

  private void stream(BufferedReader text) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          elements(parser, object());
        } else if (token == JsonToken.START_OBJECT) {
          hasFound = false;
          ObjectNode whole = object();
          descend(parser, "", whole);
          if (!hasFound) {
            sink.record(whole, object());
          }
        } else {
          sink.unreadable();
        }
      }
    } catch (JsonProcessingException e) {
      sink.broken(
          (e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ")
              + Json.words(e));
    }
  }

  private void elements(JsonParser parser, ObjectNode around) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        sink.record((ObjectNode) trees.read(parser), around);
      } else {
        parser.skipChildren();
        sink.unreadable();
      }
    }
  }

  /** Goes through an object down to the arrays of records, and keeps what stands beside them. */
  private void descend(JsonParser parser, String path, ObjectNode into) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String here = path.isEmpty() ? name : path + "." + name;
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && each.contains(here)) {
        hasFound = true;
        elements(parser, into);
      } else if (token == JsonToken.START_ARRAY && leadsOn(here + "[].")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            descend(parser, here + "[]", object());
          } else {
            parser.skipChildren();
          }
        }
      } else if (token == JsonToken.START_OBJECT && leadsOn(here + ".")) {
        descend(parser, here, into.putObject(name));
      } else {
        JsonNode value =
            token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT
                ? trees.read(parser)
                : Json.TREES.readTree(parser);
        into.set(name, value);
        if (!each.isEmpty() && value instanceof ArrayNode array && holdsObjects(array)) {
          sink.unread(here, array.size());
        }
      }
    }
  }

  private boolean leadsOn(String start) {
    return each.stream().anyMatch(path -> path.startsWith(start));
  }

  /** Whether an array is one of objects, so that they could be rows. */
  static boolean holdsObjects(ArrayNode array) {
    return !array.isEmpty() && array.get(0).isObject();
  }
}
