package dev.repartee.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2009-07-31T09:00:00Z, 2009-07-31T09:00:00Z",
    "2009-07-31t09:00:00z, 2009-07-31T09:00:00Z",
    "2009-07-31 09:00:00.123+02:00, 2009-07-31T07:00:00.123Z",
    "2009-07-31T09:00+0530, 2009-07-31T03:30:00Z",
    "2009-07-31T09:00:00-08, 2009-07-31T17:00:00Z",
    "2009-07-31T09:00:00.1Z, 2009-07-31T09:00:00.100Z",
    "'2009-07-31T09:00:00,123456789Z', 2009-07-31T09:00:00.123Z",
    "' 2009-07-31T09:00:00 +00:00 ', 2009-07-31T09:00:00Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
  })
  void readsIsoTextsWithAnOffset(String text, String expected) {
    assertEquals(Instant.parse(expected).toEpochMilli(), EventTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2009-07-31",
        "2009-07-31T09:00:00",
        "2009-7-31T09:00:00Z",
        "2009-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2009-04-31T00:00:00Z",
        "2009-13-01T00:00:00Z",
        "2009-00-01T00:00:00Z",
        "2009-01-00T00:00:00Z",
        "2009-07-31T24:00:00Z",
        "2009-07-31T09:60:00Z",
        "2009-07-31T09:00:60Z",
        "2009-07-31T09:00:00.Z",
        "2009-07-31T09:00:00+19:00",
        "2009-07-31T09:00:00+02:60",
        "2009-07-31T09:00:00Zulu",
        "2009-07-31T09Z",
        "2009-07-31T09:00:00.1234567890Z",
        "Z",
        "٢٠٠٩-07-31T09:00:00Z"
      })
  void whatCannotBeReadIsSaidToBe(String text) {
    assertEquals(EventTime.UNPARSABLE, EventTime.parse(text));
  }

  @Test
  void missingAndFarAwayTimesAreTwoOtherThings() {
    assertEquals(EventTime.MISSING, EventTime.parse(null));
    assertEquals(EventTime.MISSING, EventTime.parse(" \t"));
    assertEquals(EventTime.MISSING, EventTime.of((Instant) null));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.parse("0000-12-31T23:59:59Z"));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.parse("0001-01-01T00:00:00+00:01"));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.of(Instant.MIN));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.of(Instant.MAX));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.of(EventTime.MAX + 1));
    assertEquals(EventTime.OUT_OF_RANGE, EventTime.of(EventTime.MIN - 1));
    assertEquals(EventTime.MISSING, EventTime.of(EventTime.MISSING));
    assertTrue(EventTime.isValid(EventTime.MIN) && EventTime.isValid(EventTime.MAX));
    assertFalse(EventTime.isValid(EventTime.UNPARSABLE));
  }

  @Test
  void partsOfAMillisecondAreCutOff() {
    assertEquals(1_000, EventTime.of(Instant.ofEpochSecond(1, 999_999)));
    assertEquals(-1, EventTime.of(Instant.ofEpochSecond(0, -1)));
  }

  @Property
  void agreesWithJavaTime(
      @ForAll @LongRange(min = -62_135_000_000_000L, max = 253_402_000_000_000L) long millis,
      @ForAll @IntRange(min = -1_080, max = 1_080) int offsetMinutes) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(offset);
    assertEquals(millis, EventTime.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)));
  }
}
