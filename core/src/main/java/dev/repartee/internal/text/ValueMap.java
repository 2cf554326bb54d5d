package dev.repartee.internal.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** A value as a map of JDK types without null, NaN or infinity: what is not there is absent. */
public final class ValueMap {
  private final Map<String, Object> map = new LinkedHashMap<>();

  private ValueMap() {}

  /** Returns a map that says whether there is a value, and if not, why. */
  public static ValueMap of(String state) {
    ValueMap map = new ValueMap();
    map.map.put("state", state);
    return map;
  }

  /** Returns this with a number, if it is one. */
  public ValueMap number(String name, double number) {
    if (Double.isFinite(number)) {
      map.put(name, number);
    }
    return this;
  }

  /** Returns this with a count. */
  public ValueMap count(String name, long count) {
    map.put(name, count);
    return this;
  }

  /** Returns this with a text, if it is not empty. */
  public ValueMap text(String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
    return this;
  }

  /** Returns the map, which may be changed. */
  public Map<String, Object> map() {
    return map;
  }
}
