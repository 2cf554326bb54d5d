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

  /** The name last asked for, as an object: programs mostly hand over the same few again. */
  private @Nullable CharSequence last;

  private int lastCode;

  /** Whether the code of a name is the last one. */
  boolean isLast(CharSequence name) {
    return name == last && name instanceof String;
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
    last = name;
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
