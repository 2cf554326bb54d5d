package dev.repartee.examples.quickstart;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a file holds which field. Columns are named by the user, or guessed where the
 * header has a usual name; the report says which.
 */
final class Columns {
  /** The position of a field that the file does not have. */
  static final int ABSENT = -1;

  private static final int NAMES_SHOWN = 12;
  private static final int NAME_LENGTH = 40;

  private final List<String> header;
  private final Map<Field, Integer> positions;
  private final Map<String, Integer> attributes = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();

  private Columns(List<String> header, Map<Field, Integer> positions) {
    this.header = header;
    this.positions = positions;
  }

  /**
   * Returns the columns of a header, with some that become attributes.
   *
   * @throws IllegalArgumentException as above, or if one of those is not in the header
   */
  static Columns resolve(Map<Field, String> named, OwnColumns own, List<String> header) {
    Columns columns = resolve(named, header);
    own.texts()
        .forEach(name -> columns.attributes.put(name, position("by=attribute", name, header)));
    own.numbers().forEach(name -> columns.values.put(name, position("value", name, header)));
    return columns;
  }

  /** Where the attributes are, by the names that were asked for. */
  Map<String, Integer> attributes() {
    return attributes;
  }

  /** Where the numbers are, by the names that were asked for. */
  Map<String, Integer> values() {
    return values;
  }

  /**
   * Returns the columns of a header.
   *
   * @param named the columns that the user has named
   * @param header the names in the file
   * @return where each field is
   * @throws IllegalArgumentException if a named column is not in the header, or a needed one is
   *     neither named nor recognised
   */
  static Columns resolve(Map<Field, String> named, List<String> header) {
    Map<Field, Integer> positions = new EnumMap<>(Field.class);
    named.forEach(
        (field, name) -> positions.put(field, position(field.optionName(), name, header)));
    for (Field field : Field.values()) {
      int guess = positions.containsKey(field) ? ABSENT : guess(field, header, positions);
      if (guess != ABSENT) {
        positions.put(field, guess);
      }
    }
    for (Field field : Field.values()) {
      if (field.isRequired() && !positions.containsKey(field)) {
        throw new IllegalArgumentException(
            "no column is recognised as --"
                + field.optionName()
                + "; name it with --"
                + field.optionName()
                + "=COLUMN, one of "
                + names(header));
      }
    }
    return new Columns(List.copyOf(header), positions);
  }

  /** Where a field is, or {@link #ABSENT}. */
  int position(Field field) {
    return positions.getOrDefault(field, ABSENT);
  }

  private static int position(String option, String name, List<String> header) {
    int exact = header.indexOf(name);
    if (exact != ABSENT) {
      return exact;
    }
    for (int i = 0; i < header.size(); i++) {
      if (normal(header.get(i)).equals(normal(name))) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "column (" + name + ") of --" + option + " is not in the file; it has " + names(header));
  }

  /** A column that another field already has is not guessed a second time. */
  private static int guess(Field field, List<String> header, Map<Field, Integer> taken) {
    List<String> normal = header.stream().map(Columns::normal).toList();
    return field.usualNames().stream()
        .map(normal::indexOf)
        .filter(i -> i != ABSENT && !taken.containsValue(i))
        .findFirst()
        .orElse(ABSENT);
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  private static String names(List<String> header) {
    String shown =
        header.stream()
            .limit(NAMES_SHOWN)
            .map(Columns::printable)
            .collect(Collectors.joining(", "));
    int more = header.size() - NAMES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** A header read from a file that is no text must not spoil the terminal. */
  private static String printable(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?").strip();
    return clean.length() > NAME_LENGTH ? clean.substring(0, NAME_LENGTH) + "…" : clean;
  }

  /** For the report: {@code id=comment_id, author=author_id}. */
  @Override
  public String toString() {
    Map<String, Integer> all = new LinkedHashMap<>();
    positions.forEach((field, position) -> all.put(field.optionName(), position));
    attributes.forEach((name, position) -> all.put("attribute:" + printable(name), position));
    values.forEach((name, position) -> all.put("value:" + printable(name), position));
    return all.entrySet().stream()
        .map(e -> e.getKey() + "=" + printable(header.get(e.getValue())))
        .collect(Collectors.joining(", "));
  }
}
