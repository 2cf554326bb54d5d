package dev.repartee.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the few names of a column, such as its channels, dense codes. */
final class Names {
  static final int NONE = -1;

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The name last asked for: rows that follow each other mostly have the same. */
  private @Nullable String last;

  private int lastCode;

  /** The code of a name that has one, in just this spelling; else {@link #NONE}. */
  int find(CharSequence name) {
    if (!(name instanceof String text)) {
      return NONE;
    }
    if (!text.equals(last)) {
      Integer known = codes.get(text);
      if (known == null) {
        return NONE;
      }
      last = text;
      lastCode = known;
    }
    return lastCode;
  }

  /** The code of a clean name, a new one where it has none. */
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
