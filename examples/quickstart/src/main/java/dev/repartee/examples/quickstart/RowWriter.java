package dev.repartee.examples.quickstart;

import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the texts of one row after the other into a log, by the columns and translations given.
 */
final class RowWriter {
  private static final Set<String> YES = Set.of("true", "yes", "y", "1");
  private static final Set<String> NO = Set.of("false", "no", "n", "0");
  private static final int WORDS_KEPT = 5;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Appender rows;
  private final int[] positions = new int[Field.values().length];
  private final Translations translations;
  private final TimeReader times;
  private final Map<String, Integer> attributes;
  private final Map<String, Integer> values;
  private final Set<String> badNumbers = new TreeSet<>();
  private long badValues;
  private final Set<String> unknownKinds = new TreeSet<>();
  private final Set<String> unknownSentiments = new TreeSet<>();
  private final Set<String> unknownIntents = new TreeSet<>();

  RowWriter(Appender rows, Columns columns, Translations translations, TimeReader times) {
    this.rows = rows;
    for (Field field : Field.values()) {
      positions[field.ordinal()] = columns.position(field);
    }
    this.attributes = columns.attributes();
    this.values = columns.values();
    this.translations = translations;
    this.times = times;
  }

  /**
   * Offers one row.
   *
   * @param row finds the text at a position; null where there is none
   */
  void write(IntFunction<@Nullable String> row) {
    rows.id(text(row, Field.ID))
        .author(text(row, Field.AUTHOR))
        .parent(text(row, Field.PARENT))
        .conversation(text(row, Field.CONVERSATION))
        .channel(text(row, Field.CHANNEL))
        .topic(text(row, Field.TOPIC))
        .label(text(row, Field.LABEL))
        .fingerprint(text(row, Field.FINGERPRINT))
        .addressedTo(text(row, Field.ADDRESSEE))
        .naming(text(row, Field.NAMING));
    writeTime(text(row, Field.AT));
    writeWords(row);
    attributes.forEach((name, position) -> rows.attribute(name, row.apply(position)));
    values.forEach((name, position) -> writeNumber(name, row.apply(position)));
    rows.end();
  }

  private void writeNumber(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    double number =
        NUMBER.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
    try {
      rows.value(name, number);
    } catch (IllegalArgumentException e) { // no number, or too large for a log
      badValues++;
      remember(badNumbers, text, false);
    }
  }

  private void writeTime(@Nullable String text) {
    long millis = text == null ? EventTime.MISSING : times.millis(text);
    if (EventTime.isValid(millis)) {
      rows.at(millis);
    } else {
      // The log judges the text itself, so that strict mode can show it.
      rows.at(text);
    }
  }

  private void writeWords(IntFunction<@Nullable String> row) {
    String kind = text(row, Field.KIND);
    if (kind != null) {
      translations.act(kind).ifPresent(rows::act);
      remember(unknownKinds, kind, translations.isKind(kind));
    }
    String sentiment = text(row, Field.SENTIMENT);
    if (sentiment != null) {
      translations.sentiment(sentiment).ifPresent(rows::sentiment);
      remember(unknownSentiments, sentiment, translations.sentiment(sentiment).isPresent());
    }
    String intent = text(row, Field.INTENT);
    if (intent != null) {
      translations.intent(intent).ifPresent(rows::intent);
      remember(unknownIntents, intent, translations.intent(intent).isPresent());
    }
    String automatic = text(row, Field.AUTOMATIC);
    if (automatic != null) {
      rows.automatic(YES.contains(automatic.toLowerCase(Locale.ROOT)));
    }
    String expected = text(row, Field.EXPECTS_RESPONSE);
    if (expected != null) {
      rows.expectsResponse(!NO.contains(expected.toLowerCase(Locale.ROOT)));
    }
  }

  private @Nullable String text(IntFunction<@Nullable String> row, Field field) {
    int position = positions[field.ordinal()];
    String text = position == Columns.ABSENT ? null : row.apply(position);
    return text == null || text.isBlank() ? null : text;
  }

  private static void remember(Set<String> unknown, String word, boolean isKnown) {
    if (!isKnown && unknown.size() < WORDS_KEPT) {
      unknown.add(word.strip());
    }
  }

  /** What the reader of the report should know about the words and times of the file. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!unknownKinds.isEmpty()) {
      notes.add(
          "kinds "
              + unknownKinds
              + " are not known and were taken as messages; translate them"
              + " in a mapping file, as kind.share="
              + unknownKinds.iterator().next());
    }
    if (!unknownSentiments.isEmpty()) {
      notes.add(
          "sentiments "
              + unknownSentiments
              + " are not known and were taken as no label;"
              + " translate them in a mapping file, as sentiment.negative="
              + unknownSentiments.iterator().next());
    }
    if (!unknownIntents.isEmpty()) {
      notes.add(
          "intents "
              + unknownIntents
              + " are not known and were taken as no label; translate"
              + " them in a mapping file, as intent.question="
              + unknownIntents.iterator().next());
    }
    if (badValues > 0) {
      notes.add(
          badValues
              + " values, as "
              + badNumbers
              + ", are no numbers from -10^12 to 10^12 with a decimal point and were left out");
    }
    if (times.localTimes() > 0) {
      notes.add(
          times
              .zoneText()
              .map(zone -> times.localTimes() + " times without an offset were read in " + zone)
              .orElse(
                  times.localTimes()
                      + " times have no offset and were set aside; name their zone"
                      + " with --zone"));
    }
    if (times.epochTimes() > 0) {
      notes.add(
          times.epochTimes()
              + " times are numbers: up to 11 digits were read as seconds since"
              + " 1970, more as milliseconds");
    }
    return notes;
  }
}
