package dev.repartee.examples.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column of a file holds which field. Columns are named by the user, or guessed where the
 * header has a usual name; the report says which.
 */
final class Columns {
  /** The position of a field that the file does not have. */
  static final int ABSENT = -1;

  private static final String RATING = "rating";
  private static final int[] NONE = {};
  private static final Set<String> PUBLIC = Set.of("public", "is_public");
  private static final int NAMES_SHOWN = 12;
  private static final int NAME_LENGTH = 40;

  private final List<String> header;
  private final Map<Field, Integer> positions;
  private final Map<Field, int[]> further;
  private final Set<Field> guessed;
  private final Map<String, Integer> attributes = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private int places;

  private Columns(
      List<String> header,
      Map<Field, Integer> positions,
      Map<Field, int[]> further,
      Set<Field> guessed) {
    this.header = header;
    this.positions = positions;
    this.further = further;
    this.guessed = guessed;
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
    Map<Field, int[]> further = new EnumMap<>(Field.class);
    Set<Field> guessed = EnumSet.noneOf(Field.class);
    named.forEach(
        (field, name) -> {
          int[] all = positions(field.optionName(), name, header);
          positions.put(field, all[0]);
          further.put(field, Arrays.copyOfRange(all, 1, all.length));
        });
    for (Field field : Field.values()) {
      int guess =
          positions.containsKey(field) ? ABSENT : guess(field, header, alone(positions, further));
      if (guess != ABSENT) {
        positions.put(field, guess);
        guessed.add(field);
      }
    }
    if (guessed.contains(Field.AT)) {
      joinDateAndTime(header, positions, further);
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
    return new Columns(List.copyOf(header), positions, further, guessed);
  }

  /** Where the header has a date and, apart from it, a time, they are one time together. */
  private static void joinDateAndTime(
      List<String> header, Map<Field, Integer> positions, Map<Field, int[]> further) {
    List<String> normal = header.stream().map(Columns::normal).toList();
    int date = normal.indexOf("date");
    int time = normal.indexOf("time");
    Integer taken = positions.get(Field.AT);
    if (date != ABSENT && time != ABSENT && taken != null && (taken == date || taken == time)) {
      positions.put(Field.AT, date);
      further.put(Field.AT, new int[] {time});
    }
  }

  /**
   * The columns of the rows that recipes make, which have the names of the fields.
   *
   * @param own what else is asked for
   */
  static Columns ofRows(OwnColumns own) {
    List<String> header = new ArrayList<>();
    Map<Field, Integer> positions = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      positions.put(field, header.size());
      header.add(field.rowName());
    }
    Columns columns =
        new Columns(header, positions, new EnumMap<>(Field.class), EnumSet.noneOf(Field.class));
    columns.values.put(RATING, columns.added(RATING));
    own.texts().forEach(name -> columns.attributes.put(name, columns.added(name)));
    own.numbers().forEach(name -> columns.values.put(name, columns.added(name)));
    return columns;
  }

  private int added(String name) {
    if (!header.contains(name)) {
      header.add(name);
    }
    return header.indexOf(name);
  }

  /** By position, whether anybody asks for a column; those behind the last that is are left out. */
  boolean[] asked() {
    BitSet asked = new BitSet();
    positions.values().forEach(asked::set);
    further.values().forEach(more -> Arrays.stream(more).forEach(asked::set));
    attributes.values().forEach(asked::set);
    values.values().forEach(asked::set);
    boolean[] byPosition = new boolean[asked.length()];
    asked.stream().forEach(position -> byPosition[position] = true);
    return byPosition;
  }

  /** The names of the header. */
  List<String> header() {
    return header;
  }

  /** Columns that are read together with that of a field. */
  int[] further(Field field) {
    return further.getOrDefault(field, NONE);
  }

  /** Whether a column was taken for a field by its name alone. */
  boolean isGuessed(Field field) {
    return guessed.contains(field);
  }

  /** The same without a column that was taken for a field and is not. */
  Columns without(Field field) {
    Map<Field, Integer> fewer = new EnumMap<>(positions);
    fewer.remove(field);
    return at(fewer);
  }

  /** The same for a file in which places tell what comes first, or last, of one time. */
  Columns withPlaces(int forwards) {
    Columns columns = at(positions);
    columns.places = forwards;
    return columns;
  }

  /** A copy whose fields are elsewhere. */
  private Columns at(Map<Field, Integer> others) {
    Columns columns = new Columns(header, others, further, guessed);
    columns.attributes.putAll(attributes);
    columns.values.putAll(values);
    columns.places = places;
    return columns;
  }

  /** 1 where the place of a row tells what comes first of one time, -1 what comes last, else 0. */
  int places() {
    return places;
  }

  /** Whether the column about who may see a row says so of those that everybody may see. */
  boolean isPublic() {
    Integer position = positions.get(Field.PRIVATE);
    return position != null && PUBLIC.contains(normal(header.get(position)));
  }

  /** The name of the column that a field is read from, or empty where it has none. */
  String name(Field field) {
    Integer position = positions.get(field);
    if (position == null) {
      return "";
    }
    StringBuilder name = new StringBuilder(printable(header.get(position)));
    for (int more : further(field)) {
      name.append(',').append(printable(header.get(more)));
    }
    return name.toString();
  }

  /** Whether a header has all that is needed. */
  static boolean isHeader(Map<Field, String> named, List<String> header) {
    try {
      resolve(named, header);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Where a field is, or {@link #ABSENT}. */
  int position(Field field) {
    return positions.getOrDefault(field, ABSENT);
  }

  /** Where a column is, or several that are named with commas between them. */
  private static int[] positions(String option, String name, List<String> header) {
    if (header.contains(name) || name.indexOf(',') < 0) {
      return new int[] {position(option, name, header)};
    }
    return Arrays.stream(name.split(",", -1))
        .mapToInt(each -> position(option, each.strip(), header))
        .toArray();
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

  /** The fields that have a column for themselves. */
  private static Map<Field, Integer> alone(
      Map<Field, Integer> positions, Map<Field, int[]> further) {
    Map<Field, Integer> alone = new EnumMap<>(positions);
    alone.keySet().removeIf(field -> further.getOrDefault(field, NONE).length > 0);
    return alone;
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
    List<String> texts = new ArrayList<>();
    positions.forEach((field, position) -> texts.add(field.optionName() + "=" + name(field)));
    attributes.forEach((name, position) -> all.put("attribute:" + printable(name), position));
    values.forEach((name, position) -> all.put("value:" + printable(name), position));
    all.forEach((name, position) -> texts.add(name + "=" + printable(header.get(position))));
    return String.join(", ", texts);
  }
}
