package dev.repartee.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the few names of a column, such as its channels, dense codes. */
final class Names {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The name last asked for: rows that follow each other mostly have the same. */
  private @Nullable String last;

  private int lastCode;

  /** Whether the code of a name is the last one. */
  boolean isLast(CharSequence name) {
    return name instanceof String text && text.equals(last);
  }

  int last() {
    return lastCode;
  }

  int code(CharSequence name) {
    String text = name.toString();
    Integer known = codes.get(text);
    if (known == null) {
      known = names.size();
      codes.put(text, known);
      names.add(text);
    }
    last = text;
    lastCode = known;
    return known;
  }

  String name(int code) {
    return names.get(code);
  }

  List<String> all() {
    return List.copyOf(names);
  }
}
