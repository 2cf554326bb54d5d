package dev.repartee.log;

import dev.repartee.internal.walk.Events;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * The small attributes of a row in one {@code int}. The lower half is what the data says, laid out
 * as {@link dev.repartee.internal.walk.Traits}; the upper half is derived when the log is built,
 * laid out as {@link Events} requires.
 */
final class RowBits {
  /** Kind: 0 is a message, an act is its position in {@link #ACTS} plus 1. */
  private static final int KIND = 0b1111;

  private static final int SENTIMENT_SHIFT = 4;
  private static final int SENTIMENT = 0b11 << SENTIMENT_SHIFT;
  private static final int INTENT_SHIFT = 6;
  private static final int INTENT = 0b111 << INTENT_SHIFT;
  static final int EXPECTS_NO_RESPONSE = 1 << 9;
  static final int AUTOMATIC = 1 << 10;
  static final int ANONYMOUS = 1 << 11;

  static final int MEMBER = Events.MEMBER;
  static final int BOT = Events.BOT;
  static final int BRAND = 1 << 14;
  static final int RETURNED = 1 << 15;
  private static final int REPLIES_SHIFT = 16;
  private static final int REPLIES = 0b11 << REPLIES_SHIFT;
  static final int SKEWED = 1 << 18;
  private static final int GROUPS_SHIFT = Events.GROUPS_SHIFT;

  /** The week is no part of the bits: it follows from the time. */
  private static final int GROUPS = Events.GROUPS;

  /** A private message among messages that the audience can see. */
  static final int ASIDE = 1 << 19;

  /** The audience cannot see it, as the data says. */
  static final int PRIVATE = 1 << 30;

  /** What it refers to is not in the log. */
  static final int ORPHAN = 1 << 31;

  private static final ActKind[] ACTS = ActKind.ofRows().toArray(ActKind[]::new);
  private static final Sentiment[] SENTIMENTS = Sentiment.values();
  private static final Intent[] INTENTS = Intent.values();
  private static final RepliesTo[] REPLIES_TO = RepliesTo.values();

  private RowBits() {}

  private static <E> int position(E[] values, E value) {
    int position = 0;
    while (values[position] != value) {
      position++;
    }
    return position;
  }

  static int withAct(int bits, ActKind kind) {
    return (bits & ~KIND) | (position(ACTS, kind) + 1);
  }

  static int withoutAct(int bits) {
    return bits & ~KIND;
  }

  static int withSentiment(int bits, @Nullable Sentiment sentiment) {
    int code = sentiment == null ? 0 : position(SENTIMENTS, sentiment) + 1;
    return (bits & ~SENTIMENT) | (code << SENTIMENT_SHIFT);
  }

  static int withIntent(int bits, @Nullable Intent intent) {
    int code = intent == null ? 0 : position(INTENTS, intent) + 1;
    return (bits & ~INTENT) | (code << INTENT_SHIFT);
  }

  static int ofRepliesTo(RepliesTo repliesTo) {
    return position(REPLIES_TO, repliesTo) << REPLIES_SHIFT;
  }

  static int ofGroups(int groups) {
    return groups << GROUPS_SHIFT;
  }

  /** Whether every part of the bits is one that rows have. */
  static boolean isValid(int bits) {
    return (bits & KIND) <= ACTS.length
        && (bits & SENTIMENT) >>> SENTIMENT_SHIFT <= SENTIMENTS.length
        && (bits & INTENT) >>> INTENT_SHIFT <= INTENTS.length
        && (bits & REPLIES) >>> REPLIES_SHIFT < REPLIES_TO.length;
  }

  /** The bit of a kind of interaction in {@link dev.repartee.measure.SeenKinds}, by position. */
  static int kindCode(int bits) {
    return bits & KIND;
  }

  static boolean isMessage(int bits) {
    return (bits & KIND) == 0;
  }

  static @Nullable ActKind act(int bits) {
    int kind = bits & KIND;
    return kind == 0 ? null : ACTS[kind - 1];
  }

  static @Nullable Sentiment sentiment(int bits) {
    int code = (bits & SENTIMENT) >>> SENTIMENT_SHIFT;
    return code == 0 ? null : SENTIMENTS[code - 1];
  }

  static @Nullable Intent intent(int bits) {
    int code = (bits & INTENT) >>> INTENT_SHIFT;
    return code == 0 ? null : INTENTS[code - 1];
  }

  static RepliesTo repliesTo(int bits) {
    return REPLIES_TO[(bits & REPLIES) >>> REPLIES_SHIFT];
  }

  static int groups(int bits) {
    return bits >>> GROUPS_SHIFT & GROUPS;
  }
}
