package dev.repartee.examples.exports;

import dev.repartee.internal.time.EventTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first rows of a file to see whether columns are what their names say: a column
 * called organization may hold the customer's company, and a column called type anything.
 */
final class GuessCheck {
  /** So many rows are looked at. */
  static final int ROWS = 10_000;

  private final Columns columns;
  private final Reading reading;
  private final Set<String> addressees = new LinkedHashSet<>();
  private final Set<String> kinds = new LinkedHashSet<>();
  private final List<String> times = new ArrayList<>();
  private boolean isAddressee;
  private boolean isKind;

  GuessCheck(Columns columns, Reading reading) {
    this.columns = columns;
    this.reading = reading;
  }

  void look(IntFunction<@Nullable String> row) {
    String addressee = text(row, Field.ADDRESSEE);
    if (addressee != null) {
      isAddressee |=
          reading.organizations().contains(addressee.strip())
              || reading.organizationOf().containsKey(addressee.strip());
      remember(addressees, addressee);
    }
    String kind = text(row, Field.KIND);
    if (kind != null) {
      isKind |= reading.translations().isKind(kind);
      remember(kinds, kind);
    }
    String at = text(row, Field.AT);
    if (at != null) {
      int[] more = columns.further(Field.AT);
      String second = more.length == 0 ? null : row.apply(more[0]);
      String time = second == null ? at : at.strip() + " " + second.strip();
      reading.times().look(time);
      times.add(time);
    }
  }

  private static void remember(Set<String> words, String word) {
    if (words.size() < RowFacts.EXAMPLES) {
      words.add(RowFacts.brief(word));
    }
  }

  private @Nullable String text(IntFunction<@Nullable String> row, Field field) {
    int position = columns.position(field);
    String text = position == Columns.ABSENT ? null : row.apply(position);
    return text == null || text.isBlank() ? null : text;
  }

  /** The columns without those that are not what their names say; says so in the facts. */
  Columns checked() {
    Columns checked = columns;
    if (columns.isGuessed(Field.ADDRESSEE)
        && reading.isDirectoryKnown()
        && !reading.organizations().isEmpty()
        && !isAddressee
        && !addressees.isEmpty()) {
      reading
          .facts()
          .note(
              "column "
                  + columns.name(Field.ADDRESSEE)
                  + " ("
                  + String.join(", ", addressees)
                  + " …) names no organization of yours, so it was not taken for whom a message"
                  + " speaks to; if it does say that, name it with --addressee="
                  + columns.name(Field.ADDRESSEE));
      checked = checked.without(Field.ADDRESSEE);
    }
    if (columns.isGuessed(Field.KIND) && !isKind && !kinds.isEmpty()) {
      reading
          .facts()
          .note(
              "column "
                  + columns.name(Field.KIND)
                  + " ("
                  + String.join(", ", kinds)
                  + " …) has no word for a message or an act, so every row was taken for a message;"
                  + " translate its words in a mapping file, as kind.none="
                  + kinds.iterator().next());
      checked = checked.without(Field.KIND);
    }
    int places = columns.position(Field.SEQUENCE) == Columns.ABSENT ? places() : 0;
    if (places != 0) {
      reading
          .facts()
          .note(
              "rows of one time stand in the order of the file"
                  + (places < 0 ? ", turned round, since it runs backwards in time" : ""));
    }
    return checked.withPlaces(places);
  }

  /**
   * Whether the place of a row in the file tells what comes first of two rows of one time: 1 where
   * the file runs forwards in time, -1 where it runs backwards, 0 where it does neither or no times
   * are equal.
   */
  private int places() {
    TimeReader reader = reading.times().another();
    times.forEach(reader::look);
    boolean isForwards = false;
    boolean isBackwards = false;
    boolean haveEqual = false;
    long before = EventTime.MISSING;
    for (String time : times) {
      long millis = reader.millis(time);
      if (EventTime.isValid(millis) && EventTime.isValid(before)) {
        isForwards |= millis > before;
        isBackwards |= millis < before;
        haveEqual |= millis == before;
      }
      before = EventTime.isValid(millis) ? millis : before;
    }
    return !haveEqual || isForwards == isBackwards ? 0 : isForwards ? 1 : -1;
  }
}
