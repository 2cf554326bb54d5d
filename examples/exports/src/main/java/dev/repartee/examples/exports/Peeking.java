package dev.repartee.examples.exports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at the first record of a file, without reading more than its beginning: of a long JSON
 * object as much as there is in the first quarter of a megabyte.
 */
final class Peeking {
  private static final int LOOKED_AT = 1 << 18;
  private static final int MOST_ELEMENTS = 30;

  private Peeking() {}

  /** The end of a look, wherever it has come to. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static ObjectNode record(InputFile watched, FileKind kind) throws IOException {
    InputFile file = watched.quiet();
    return switch (kind) {
      case JSON -> json(file);
      case CSV ->
          first(
              sink ->
                  CsvRecords.read(
                      file,
                      CsvDialect.of(
                          file, Optional.empty(), header -> Columns.isHeader(Map.of(), header)),
                      sink));
      case MBOX -> first(sink -> MboxRecords.read(file, sink));
      case XML -> xml(file);
      case LINES -> first(sink -> LineRecords.read(file, Pattern.compile("\\S"), sink));
    };
  }

  private interface Reader {
    void read(RecordSink sink) throws IOException;
  }

  private static ObjectNode first(Reader reader) throws IOException {
    ObjectNode[] found = {JsonRecords.object()};
    try {
      reader.read(
          new RecordSink() {
            @Override
            public void record(ObjectNode value, ObjectNode around) {
              found[0] = value;
              throw new Enough();
            }

            @Override
            public void unreadable() {}

            @Override
            public void unread(String path, long size) {}

            @Override
            public void broken(String how) {}
          });
    } catch (Enough e) { // found
      return found[0];
    } catch (IOException e) { // what is broken later on is told by who reads it
      return found[0];
    }
    return found[0];
  }

  /** The name of the root, of its namespace, and of what is in it. */
  private static ObjectNode xml(InputFile file) throws IOException {
    return JsonRecords.object().put("xml", head(file));
  }

  private static String head(InputFile file) throws IOException {
    char[] head = new char[LOOKED_AT];
    int length = 0;
    try (BufferedReader text = file.open()) {
      for (int read = text.read(head); read > 0 && length < LOOKED_AT; ) {
        length += read;
        read = length < LOOKED_AT ? text.read(head, length, LOOKED_AT - length) : 0;
      }
    }
    return new String(head, 0, length);
  }

  /** Whether the beginning of a file is no JSON, wherever it goes on. */
  static boolean isBroken(InputFile file) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(new StringReader(head(file.quiet())))) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        token = parser.nextToken();
      }
      return false;
    } catch (JsonEOFException e) { // the look ends here
      return false;
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  /** As much of the first value of a JSON file as its beginning holds. */
  static JsonNode start(InputFile file) throws IOException {
    return partial(head(file.quiet()));
  }

  private static ObjectNode json(InputFile file) throws IOException {
    String text = head(file).stripLeading();
    ObjectNode found = JsonRecords.object();
    if (text.startsWith("window.")) {
      int equals = text.indexOf('=');
      found.put("script", text.substring(0, Math.max(0, equals)).strip());
      text = text.substring(equals + 1);
    }
    JsonNode start = partial(text);
    if (start instanceof ArrayNode array && !array.isEmpty()) {
      start = array.get(0);
    }
    if (start instanceof ObjectNode object) {
      found.setAll(object);
    }
    return found;
  }

  /** As much of a value as the text holds. */
  private static JsonNode partial(String text) {
    try (JsonParser parser = Json.MAPPER.createParser(new StringReader(text))) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      return NullNode.getInstance();
    }
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      fill(parser, object);
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      fill(parser, array);
      return array;
    }
    return token == null ? NullNode.getInstance() : Json.TREES.readTree(parser);
  }

  private static void fill(JsonParser parser, ObjectNode object) {
    try {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        object.set(name, value(parser));
      }
    } catch (IOException e) { // the text ends here
      return;
    }
  }

  private static void fill(JsonParser parser, ArrayNode array) {
    try {
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        if (array.size() < MOST_ELEMENTS) {
          array.add(value(parser));
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) { // the text ends here
      return;
    }
  }
}
