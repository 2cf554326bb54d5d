package dev.repartee.live;

import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.text.PlainNumbers;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was offered: on its way from the caller to the bytes it is kept as, and from those
 * bytes to the log that is built from them.
 */
final class RowDraft {
  static final int ID = 0;
  static final int PARENT = 1;
  static final int CONVERSATION = 2;
  static final int AUTHOR = 3;
  static final int NAMING = 4;
  static final int FINGERPRINT = 5;
  static final int SEQUENCE = 6;
  static final int CHANNEL = 7;
  static final int TOPIC = 8;
  static final int LABEL = 9;
  static final int ADDRESSEE = 10;
  static final int ASSIGNEE = 11;
  static final int FIELDS = 12;

  static final int EXPECTS_NO_RESPONSE = 1;
  static final int AUTOMATIC = 1 << 1;
  static final int PRIVATE = 1 << 2;

  /**
   * For each field one bit says whether it is a number, another whether it is a text; neither means
   * absent.
   */
  int numberFields;

  int textFields;
  final long[] numbers = new long[FIELDS];
  final String[] texts = new String[FIELDS];

  long at = EventTime.MISSING;
  int flags;
  @Nullable ActKind act;
  @Nullable Sentiment sentiment;
  @Nullable Intent intent;
  @Nullable Integer rating;
  final List<String> textNames = new ArrayList<>();
  final List<String> ownTexts = new ArrayList<>();
  final List<String> valueNames = new ArrayList<>();
  final List<Double> values = new ArrayList<>();

  void clear() {
    numberFields = 0;
    textFields = 0;
    at = EventTime.MISSING;
    flags = 0;
    act = null;
    sentiment = null;
    intent = null;
    rating = null;
    if (hasOwn()) {
      textNames.clear();
      ownTexts.clear();
      valueNames.clear();
      values.clear();
    }
  }

  /** Whether nothing has been set. */
  boolean isEmpty() {
    return (numberFields | textFields | flags) == 0
        && at == EventTime.MISSING
        && act == null
        && sentiment == null
        && intent == null
        && rating == null
        && !hasOwn();
  }

  boolean hasOwn() {
    return !textNames.isEmpty() || !valueNames.isEmpty();
  }

  boolean has(int field) {
    return ((numberFields | textFields) >>> field & 1) != 0;
  }

  boolean isNumber(int field) {
    return (numberFields >>> field & 1) != 0;
  }

  void set(int field, long number) {
    textFields &= ~(1 << field);
    numberFields |= 1 << field;
    numbers[field] = number;
  }

  /** Sets a text as it was given; null or blank is absent. */
  void set(int field, @Nullable CharSequence text) {
    numberFields &= ~(1 << field);
    textFields &= ~(1 << field);
    if (text == null || isBlank(field, text)) {
      return;
    }
    if (field <= FINGERPRINT && PlainNumbers.is(text)) {
      set(field, PlainNumbers.of(text));
    } else {
      textFields |= 1 << field;
      texts[field] = text.toString();
    }
  }

  /** An id or account may be empty once it is cleaned; other texts are taken as they are. */
  private static boolean isBlank(int field, CharSequence text) {
    return field < FINGERPRINT
        ? CleanText.id(text).isEmpty()
        : text.chars().allMatch(Character::isWhitespace);
  }

  void flag(int flag, boolean isSet) {
    flags = isSet ? flags | flag : flags & ~flag;
  }

  /** Offers the row to a log. */
  void offerTo(Appender log) {
    offerKeys(log);
    for (int left = textFields >>> CHANNEL << CHANNEL; left != 0; left &= left - 1) {
      String text = texts[Integer.numberOfTrailingZeros(left)];
      switch (Integer.numberOfTrailingZeros(left)) {
        case CHANNEL -> log.channel(text);
        case TOPIC -> log.topic(text);
        case LABEL -> log.label(text);
        case ADDRESSEE -> log.addressedTo(text);
        default -> log.assignedTo(text);
      }
    }
    if (act != null) {
      log.act(act);
    }
    log.sentiment(sentiment)
        .intent(intent)
        .expectsResponse((flags & EXPECTS_NO_RESPONSE) == 0)
        .automatic((flags & AUTOMATIC) != 0)
        .privately((flags & PRIVATE) != 0);
    if (rating != null) {
      log.rating(rating);
    }
    for (int i = 0; i < textNames.size(); i++) {
      log.attribute(textNames.get(i), ownTexts.get(i));
    }
    for (int i = 0; i < valueNames.size(); i++) {
      log.value(valueNames.get(i), values.get(i));
    }
    log.at(at).end();
  }

  private void offerKeys(Appender log) {
    for (int left = numberFields; left != 0; left &= left - 1) {
      long number = numbers[Integer.numberOfTrailingZeros(left)];
      switch (Integer.numberOfTrailingZeros(left)) {
        case ID -> log.id(number);
        case PARENT -> log.parent(number);
        case CONVERSATION -> log.conversation(number);
        case AUTHOR -> log.author(number);
        case NAMING -> log.naming(Long.toString(number));
        case FINGERPRINT -> log.fingerprint(number);
        default -> log.sequence(number);
      }
    }
    for (int left = textFields & ((1 << CHANNEL) - 1); left != 0; left &= left - 1) {
      String text = texts[Integer.numberOfTrailingZeros(left)];
      switch (Integer.numberOfTrailingZeros(left)) {
        case ID -> log.id(text);
        case PARENT -> log.parent(text);
        case CONVERSATION -> log.conversation(text);
        case AUTHOR -> log.author(text);
        case NAMING -> log.naming(text);
        default -> log.fingerprint(text);
      }
    }
  }
}
