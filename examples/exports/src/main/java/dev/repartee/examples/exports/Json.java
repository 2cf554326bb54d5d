package dev.repartee.examples.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How JSON is read. In a class of its own, which is loaded when the first JSON comes: making a
 * mapper takes a fifth of a second, and CSV needs none.
 */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  static final ObjectReader TREES = MAPPER.reader();

  /** What is wrong with JSON, in one phrase. */
  static String words(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return message.startsWith("Document nesting depth")
          ? "objects and arrays are nested deeper than 1,000"
          : "a text, name or number is longer than any that is read (20 million characters)";
    }
    return message.lines().findFirst().orElse("no JSON");
  }

  private Json() {}
}
