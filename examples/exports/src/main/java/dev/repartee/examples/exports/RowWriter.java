package dev.repartee.examples.exports;

import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import dev.repartee.model.ActKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the texts of one row after the other into a log, by the columns and translations given,
 * and counts how they were understood.
 */
final class RowWriter {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Appender rows;
  private final int[][] further = new int[Field.values().length][];
  private final int[] positions = new int[Field.values().length];
  private final Translations translations;
  private final TimeReader times;
  private final RowFacts facts;
  private final @Nullable Silences silences;
  private final Set<String> nobody;
  private final Map<String, String> organizationOf;
  private final Map<String, Integer> attributes;
  private final Map<String, Integer> values;
  private final Set<String> badNumbers = new TreeSet<>();
  private final boolean isPublic;
  private final int places;
  private final Reading reading;
  private final RowKey id = new RowKey();
  private final RowKey parent = new RowKey();
  private final RowKey conversation = new RowKey();
  private boolean isPrivate;
  private @Nullable ActKind act;
  private long badValues;
  private long number;
  private boolean haveAuthorsAt;

  RowWriter(Appender rows, Columns columns, Reading reading) {
    this.rows = rows;
    this.reading = reading;
    for (Field field : Field.values()) {
      positions[field.ordinal()] = columns.position(field);
      further[field.ordinal()] = columns.further(field);
    }
    this.attributes = columns.attributes();
    this.values = columns.values();
    this.translations = reading.translations();
    this.times = reading.times();
    this.facts = reading.facts();
    this.silences = reading.silences().orElse(null);
    this.nobody = reading.nobody();
    this.organizationOf = reading.organizationOf();
    this.isPublic = columns.isPublic();
    this.places = columns.places();
    facts.expect(organizationOf.keySet());
  }

  /**
   * Offers one row.
   *
   * @param row its texts
   */
  void write(RowTexts row) {
    number++;
    read(id, row, Field.ID);
    if (isLeftOut(row)) {
      return;
    }
    boolean isMessage = act == null;
    if (id.isAbsent() && isMessage && positions[Field.ID.ordinal()] == Columns.ABSENT) {
      // Equal lengths, so that the order of the ids is that of the rows.
      id.set(String.format(Locale.ROOT, "row %010d", number));
    }
    String author = key(row, Field.AUTHOR);
    read(parent, row, Field.PARENT);
    read(conversation, row, Field.CONVERSATION);
    String channel = plain(row, Field.CHANNEL);
    // A time that was seen beforehand is not looked at again.
    boolean isTimeKnown = silences == null && EventTime.isValid(row.time());
    String at = isTimeKnown ? null : joined(row, Field.AT, " ");
    if (silences != null && isMessage && parent.isAbsent() && conversation.isAbsent()) {
      conversation.set(bySilence(silences, channel, at));
    }
    if (silences != null && !silences.isFound()) {
      return;
    }
    writeIds();
    rows.author(author)
        .channel(channel)
        .topic(plain(row, Field.TOPIC))
        .label(plain(row, Field.LABEL))
        .fingerprint(plain(row, Field.FINGERPRINT))
        .addressedTo(addressee(row))
        .naming(naming(row));
    if (author != null) {
      haveAuthorsAt |= author.charAt(0) == '@';
      facts.author(author);
    }
    if (isMessage) {
      facts.link(id, parent);
    }
    if (isTimeKnown) {
      times.countInstant();
      writeTime(row.time());
    } else {
      writeTime(at);
    }
    writeSequence(text(row, Field.SEQUENCE));
    if (isPrivate) {
      rows.privately(true);
    }
    if (act != null) {
      writeAct(row, act);
    }
    writeWords(row);
    if (!attributes.isEmpty()) {
      attributes.forEach((name, position) -> rows.attribute(name, row.text(position)));
    }
    if (!values.isEmpty()) {
      values.forEach((name, position) -> writeNumber(name, row.text(position)));
    }
    rows.end();
  }

  /** Reads an id, without making a text of a number. */
  private void read(RowKey key, RowTexts row, Field field) {
    int position = positions[field.ordinal()];
    if (position != Columns.ABSENT
        && row.isNumber(position)
        && further[field.ordinal()].length == 0
        && nobody.isEmpty()) {
      facts.understood(field);
      key.set(row.number(position));
    } else {
      key.set(key(row, field));
    }
  }

  private void writeIds() {
    if (id.isNumber()) {
      rows.id(id.number());
    } else {
      rows.id(id.text());
    }
    if (parent.isNumber()) {
      rows.parent(parent.number());
    } else {
      rows.parent(parent.text());
    }
    if (conversation.isNumber()) {
      rows.conversation(conversation.number());
    } else {
      rows.conversation(conversation.text());
    }
  }

  private @Nullable String bySilence(
      Silences silent, @Nullable String channel, @Nullable String at) {
    long millis = at == null ? EventTime.MISSING : times.millis(at);
    if (!EventTime.isValid(millis)) {
      return null;
    }
    if (silent.isFound()) {
      return silent.conversation(channel, millis);
    }
    silent.see(channel, millis);
    return null;
  }

  /** Whether a row is neither message nor act, or is not to be seen by the audience. */
  private boolean isLeftOut(RowTexts row) {
    String kind = text(row, Field.KIND);
    act = null;
    if (kind != null && translations.isMessage(kind)) {
      facts.understood(Field.KIND);
    } else if (kind != null) {
      boolean isKnown = translations.isKind(kind);
      count(Field.KIND, kind, isKnown);
      if (!isKnown || translations.isNone(kind)) {
        facts.leaveOut("kind " + RowFacts.brief(kind), 1, example());
        return true;
      }
      act = translations.act(kind).orElse(null);
    }
    isPrivate = false;
    String seen = text(row, Field.PRIVATE);
    if (seen != null) {
      Optional<Boolean> truth = truth(Field.PRIVATE, seen);
      isPrivate = truth.isPresent() && truth.get() != isPublic;
      if (isPrivate && !isColleague(key(row, Field.AUTHOR))) {
        facts.leaveOut("private", 1, example());
        return true;
      }
    }
    return false;
  }

  private String example() {
    return id.isAbsent() ? "row " + number : id.toString();
  }

  /** Whether somebody belongs to an organization, as far as that is known before all is read. */
  private boolean isColleague(@Nullable String author) {
    return author != null
        && !reading.isAnybody()
        && (!reading.isDirectoryKnown() || organizationOf.containsKey(author));
  }

  private void writeAct(RowTexts row, ActKind kind) {
    rows.act(kind);
    if (kind == ActKind.ASSIGN) {
      rows.assignedTo(plain(row, Field.ASSIGNED_TO));
    }
    String rating = kind == ActKind.RATE ? text(row, Field.RATING) : null;
    if (rating != null) {
      try {
        rows.rating(Integer.parseInt(key(rating)));
        facts.understood(Field.RATING);
      } catch (IllegalArgumentException e) { // no number, or too large for a rating
        facts.strange(Field.RATING, rating);
      }
    }
  }

  private void writeSequence(@Nullable String text) {
    if (text == null) {
      if (places != 0) {
        rows.sequence(places * number);
      }
      return;
    }
    try {
      rows.sequence(Long.parseLong(text.strip()));
      facts.understood(Field.SEQUENCE);
    } catch (NumberFormatException e) {
      facts.strange(Field.SEQUENCE, text);
    }
  }

  private void writeNumber(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    double value =
        NUMBER.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
    try {
      rows.value(name, value);
    } catch (IllegalArgumentException e) { // no number, or too large for a log
      badValues++;
      if (badNumbers.size() < RowFacts.EXAMPLES) {
        badNumbers.add(text.strip());
      }
    }
  }

  private void writeTime(@Nullable String text) {
    if (text == null) {
      rows.at(EventTime.MISSING);
      return;
    }
    long millis = times.millis(text);
    if (EventTime.isValid(millis)) {
      writeTime(millis);
    } else {
      facts.strange(Field.AT, text);
      if (millis == EventTime.OUT_OF_RANGE) {
        rows.at(millis);
      } else {
        // The log judges the text itself, so that strict mode can show it.
        rows.at(text);
      }
    }
  }

  private void writeTime(long millis) {
    facts.understood(Field.AT);
    facts.time(millis);
    rows.at(millis);
  }

  private void writeWords(RowTexts row) {
    String sentiment = text(row, Field.SENTIMENT);
    if (sentiment != null) {
      var meaning = translations.sentiment(sentiment);
      meaning.ifPresent(rows::sentiment);
      count(Field.SENTIMENT, sentiment, meaning.isPresent());
    }
    String intent = text(row, Field.INTENT);
    if (intent != null) {
      var meaning = translations.intent(intent);
      meaning.ifPresent(rows::intent);
      count(Field.INTENT, intent, meaning.isPresent());
    }
    String automatic = text(row, Field.AUTOMATIC);
    if (automatic != null) {
      truth(Field.AUTOMATIC, automatic).ifPresent(rows::automatic);
    }
    String expected = text(row, Field.EXPECTS_RESPONSE);
    if (expected != null) {
      truth(Field.EXPECTS_RESPONSE, expected).ifPresent(rows::expectsResponse);
    }
  }

  private Optional<Boolean> truth(Field field, String word) {
    Optional<Boolean> truth = Truth.of(word);
    count(field, word, truth.isPresent());
    return truth;
  }

  private void count(Field field, String text, boolean isUnderstood) {
    if (isUnderstood) {
      facts.understood(field);
    } else {
      facts.strange(field, text);
    }
  }

  private @Nullable String text(RowTexts row, Field field) {
    int position = positions[field.ordinal()];
    String text = position == Columns.ABSENT ? null : row.text(position);
    return text == null || text.isBlank() || isNobody(text) ? null : text;
  }

  private @Nullable String plain(RowTexts row, Field field) {
    String text = text(row, field);
    if (text == null) {
      return null;
    }
    facts.understood(field);
    return text.strip();
  }

  private boolean isNobody(String text) {
    return !nobody.isEmpty() && nobody.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private @Nullable String key(RowTexts row, Field field) {
    String text = joined(row, field, "|");
    if (text == null) {
      return null;
    }
    facts.understood(field);
    return key(text);
  }

  /** What several columns make together, where the user has named several. */
  private @Nullable String joined(RowTexts row, Field field, String between) {
    int[] more = further[field.ordinal()];
    String first = text(row, field);
    if (more.length == 0 || first == null) {
      return first;
    }
    StringBuilder all = new StringBuilder(first.strip());
    for (int position : more) {
      String text = row.text(position);
      if (text != null && !text.isBlank()) {
        all.append(between).append(text.strip());
      }
    }
    return all.toString();
  }

  /**
   * An id or account without what a program has put around it: blanks, {@code ="…"}, {@code .0}.
   */
  static String key(String text) {
    String key = text.strip();
    int length = key.length();
    if (length > 3 && key.charAt(0) == '=' && key.charAt(1) == '"' && key.endsWith("\"")) {
      key = key.substring(2, length - 1);
      length = key.length();
    }
    if (length > 2 && key.charAt(length - 1) == '0' && key.charAt(length - 2) == '.') {
      for (int i = 0; i < length - 2; i++) {
        if (key.charAt(i) < '0' || key.charAt(i) > '9') {
          return key;
        }
      }
      return key.substring(0, length - 2);
    }
    return key;
  }

  /** Who speaks to an account of an organization speaks to the organization. */
  private @Nullable String addressee(RowTexts row) {
    String name = plain(row, Field.ADDRESSEE);
    return name == null ? null : organizationOf.getOrDefault(name, name);
  }

  /** {@code @carl} is carl, unless accounts of this export begin so. */
  private @Nullable String naming(RowTexts row) {
    String name = key(row, Field.NAMING);
    return name != null && name.length() > 1 && name.charAt(0) == '@' && !haveAuthorsAt
        ? name.substring(1)
        : name;
  }

  /** What the reader of the report should know about the numbers of the file. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (badValues > 0) {
      notes.add(
          badValues
              + " values, as "
              + badNumbers
              + ", are no numbers from -10^12 to 10^12 with a decimal point and were left out");
    }
    return notes;
  }
}
