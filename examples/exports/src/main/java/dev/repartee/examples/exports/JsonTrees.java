package dev.repartee.examples.exports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of JSON, without the fields that nobody asks for: the text of a message is the
 * longest part of it, and most recipes never look at it. Arrays stay, so that what nobody reads can
 * be named; what is inside an object that nobody asks for stays where it holds arrays.
 */
final class JsonTrees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Optional<Set<String>> asked;

  /**
   * With some fields.
   *
   * @param asked the names of the fields that are asked for; empty for all
   */
  JsonTrees(Optional<Set<String>> asked) {
    this.asked = asked;
  }

  /** The value that begins at the current token, an object or an array. */
  JsonNode read(JsonParser parser) throws IOException {
    return asked.isPresent() ? value(parser, asked.get()) : Json.TREES.readTree(parser);
  }

  private static JsonNode value(JsonParser parser, Set<String> names) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, names);
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, names));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT -> integer(parser);
      default -> Json.TREES.readTree(parser);
    };
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static ObjectNode object(JsonParser parser, Set<String> names) throws IOException {
    ObjectNode object = NODES.objectNode();
    for (JsonToken token = parser.nextToken();
        token == JsonToken.FIELD_NAME;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (names.contains(name) || value == JsonToken.START_ARRAY) {
        object.set(name, value(parser, names));
      } else if (value == JsonToken.START_OBJECT) {
        ObjectNode inner = arrays(parser, names);
        if (inner != null) {
          object.set(name, inner);
        }
      }
    }
    return object;
  }

  /** The arrays inside of an object that nobody asks for; null where it has none. */
  private static @Nullable ObjectNode arrays(JsonParser parser, Set<String> names)
      throws IOException {
    ObjectNode found = null;
    for (JsonToken token = parser.nextToken();
        token == JsonToken.FIELD_NAME;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      JsonNode inside =
          value == JsonToken.START_ARRAY
              ? value(parser, names)
              : value == JsonToken.START_OBJECT ? arrays(parser, names) : null;
      if (inside != null) {
        found = found == null ? NODES.objectNode() : found;
        found.set(name, inside);
      }
    }
    return found;
  }
}
