package dev.repartee.examples.exports;

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

  private Json() {}
}
