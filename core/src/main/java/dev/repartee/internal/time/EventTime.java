package dev.repartee.internal.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times of events as epoch milliseconds, and the ways in which a time can be no time.
 *
 * <p>Accepted are the years 1 to 9999. Microseconds or nanoseconds handed in as milliseconds fall
 * outside and are caught. A time that cannot be used is one of three marks below {@link #MIN}; the
 * log sets such rows aside and counts them by reason.
 */
public final class EventTime {
  /** The earliest accepted time, 0001-01-01T00:00:00Z. */
  public static final long MIN = -62_135_596_800_000L;

  /** The latest accepted time, 9999-12-31T23:59:59.999Z. */
  public static final long MAX = 253_402_300_799_999L;

  /** Mark of a row without a time. */
  public static final long MISSING = Long.MIN_VALUE;

  /** Mark of a time text that could not be read. */
  public static final long UNPARSABLE = Long.MIN_VALUE + 1;

  /** Mark of a time outside the accepted years. */
  public static final long OUT_OF_RANGE = Long.MIN_VALUE + 2;

  private EventTime() {}

  /** Returns whether a value is an accepted time. True from {@link #MIN} to {@link #MAX}. */
  public static boolean isValid(long millis) {
    return millis >= MIN && millis <= MAX;
  }

  /**
   * Returns the time, or {@link #OUT_OF_RANGE} where it lies outside the accepted years. The same
   * value, or a mark.
   */
  public static long of(long millis) {
    return isValid(millis) || millis <= OUT_OF_RANGE ? millis : OUT_OF_RANGE;
  }

  /**
   * Returns the instant as epoch milliseconds, or a mark where it is null or outside the accepted
   * years. Parts of a millisecond are cut off.
   */
  public static long of(@Nullable Instant instant) {
    if (instant == null) {
      return MISSING;
    }
    long seconds = instant.getEpochSecond();
    if (seconds < Math.floorDiv(MIN, 1000L) || seconds > Math.floorDiv(MAX, 1000L)) {
      return OUT_OF_RANGE;
    }
    return instant.toEpochMilli();
  }

  /**
   * Returns the epoch milliseconds of an ISO 8601 text with a zone offset: {@code
   * 2009-07-31T09:00:00Z}, {@code 2009-07-31 09:00:00.123+02:00}, {@code 2009-07-31T09:00+0200}. A
   * text without an offset is not read, because no zone is assumed. Epoch milliseconds, or a mark.
   */
  public static long parse(@Nullable CharSequence text) {
    return new IsoTimeParser(text).parse();
  }
}
