package dev.repartee.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the few names of a column, such as its channels, dense codes. */
final class Names {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private String lastName = "";
  private int lastCode = -1;

  int code(CharSequence name) {
    if (lastCode >= 0 && lastName.contentEquals(name)) {
      return lastCode;
    }
    String text = name.toString();
    Integer known = codes.putIfAbsent(text, names.size());
    if (known == null) {
      names.add(text);
    }
    lastName = text;
    lastCode = known == null ? names.size() - 1 : known;
    return lastCode;
  }

  String name(int code) {
    return names.get(code);
  }

  List<String> all() {
    return List.copyOf(names);
  }

  @Override
  public String toString() {
    return names.size() + " names";
  }
}
