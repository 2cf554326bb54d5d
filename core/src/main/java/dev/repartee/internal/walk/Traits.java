package dev.repartee.internal.walk;

import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * What the data says of a row, but for names and texts, as one small number: a rule about it is a
 * table that says for each number what follows, and a walk looks up instead of asking.
 *
 * <pre>{@code
 * int traits = Traits.of(ActKind.SHARE, Sentiment.POSITIVE, null, 0);
 * Traits.act(traits);         // SHARE
 * Traits.sentiment(traits);   // POSITIVE
 * }</pre>
 */
public final class Traits {
  /** All numbers are from 0 to this, itself excluded. */
  public static final int COUNT = 1 << 12;

  /** Set where a row expects no response. */
  public static final int EXPECTS_NO_RESPONSE = 1 << 9;

  /** Set where a machine sent a row on its own. */
  public static final int AUTOMATIC = 1 << 10;

  /** Set where the data names no author. */
  public static final int ANONYMOUS = 1 << 11;

  private static final int KIND = 0b1111;
  private static final int SENTIMENT_SHIFT = 4;
  private static final int SENTIMENT = 0b11;
  private static final int INTENT_SHIFT = 6;
  private static final int INTENT = 0b111;

  private static final ActKind[] ACTS = ActKind.ofRows().toArray(ActKind[]::new);
  private static final Sentiment[] SENTIMENTS = Sentiment.values();
  private static final Intent[] INTENTS = Intent.values();

  private Traits() {}

  /** Returns the number for a row. From 0 to {@link #COUNT}, itself excluded. */
  public static int of(
      @Nullable ActKind act, @Nullable Sentiment sentiment, @Nullable Intent intent, int flags) {
    return position(ACTS, act)
        | position(SENTIMENTS, sentiment) << SENTIMENT_SHIFT
        | position(INTENTS, intent) << INTENT_SHIFT
        | (flags & (EXPECTS_NO_RESPONSE | AUTOMATIC | ANONYMOUS));
  }

  private static <E> int position(E[] values, @Nullable E value) {
    int position = 0;
    while (value != null && values[position++] != value) {
      // the next
    }
    return position;
  }

  /**
   * Returns the number of the kind of act among those that are rows, from 1 on; 0 for a message.
   */
  public static int kind(int traits) {
    return traits & KIND;
  }

  /** Returns the number of the sentiment, from 1 on; 0 where it is unknown. */
  public static int feeling(int traits) {
    return traits >>> SENTIMENT_SHIFT & SENTIMENT;
  }

  /** Returns what act it is. */
  public static @Nullable ActKind act(int traits) {
    return value(ACTS, kind(traits));
  }

  /** Returns whether the number stands for a message. False for an act. */
  public static boolean isMessage(int traits) {
    return kind(traits) == 0;
  }

  /** Returns the sentiment. The label, or null where it is unknown. */
  public static @Nullable Sentiment sentiment(int traits) {
    return value(SENTIMENTS, feeling(traits));
  }

  /** Returns the intent. The label, or null where it is unknown. */
  public static @Nullable Intent intent(int traits) {
    return value(INTENTS, traits >>> INTENT_SHIFT & INTENT);
  }

  private static <E> @Nullable E value(E[] values, int position) {
    return position == 0 || position > values.length ? null : values[position - 1];
  }
}
