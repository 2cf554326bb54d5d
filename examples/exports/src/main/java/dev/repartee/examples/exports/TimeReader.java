package dev.repartee.examples.exports;

import dev.repartee.internal.time.EventTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that exports have: ISO 8601 in its usual spellings, numbers since 1970 by how
 * large they are, dates as in mail, and, where the user has named a zone, local dates and times.
 * Whether the day or the month comes first is told by the texts that leave no doubt ({@link
 * #look}), or by the user; it is never guessed.
 */
final class TimeReader {
  /** How the user says that times are days of a spreadsheet. */
  static final String SPREADSHEET = "spreadsheet";

  private static final double SECONDS_END = 1e11;
  private static final double MILLIS_END = 1e13;

  /** Numbers between the two are neither: milliseconds after 2286, or microseconds in 1970. */
  private static final double MICROS_START = 1e14;

  private static final double MICROS_END = 1e17;
  private static final double FIRST_SERIAL = 20_000;
  private static final double LAST_SERIAL = 80_000;
  private static final long SERIAL_OF_1970 = 25_569;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int CACHED = 1 << 16;

  /** The milliseconds of a text and how it is written. */
  private record Read(long millis, TimeForm form, boolean isLocal) {}

  private final Optional<ZoneId> zone;
  private final Optional<String> format;
  private final @Nullable DateTimeFormatter pattern;
  private final long[] counts = new long[TimeForm.values().length];
  private final Map<String, Optional<Read>> known = new HashMap<>();
  private final DayOrder order = new DayOrder();
  private long local;
  private long serials;

  /** Without a pattern. */
  TimeReader(Optional<ZoneId> zone) {
    this(zone, Optional.empty());
  }

  /**
   * A reader.
   *
   * @param zone of times without an offset, where the user has named one
   * @param format a pattern as {@code dd.MM.yyyy HH:mm}, or {@link #SPREADSHEET}
   * @throws IllegalArgumentException if the pattern is none
   */
  TimeReader(Optional<ZoneId> zone, Optional<String> format) {
    this.zone = zone;
    this.format = format;
    this.pattern =
        format.filter(text -> !text.equals(SPREADSHEET)).map(TimeReader::pattern).orElse(null);
  }

  private static DateTimeFormatter pattern(String text) {
    try {
      return DateTimeFormatter.ofPattern(text, Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--time-format ("
              + text
              + ") must be a pattern, as \"dd.MM.yyyy HH:mm\", or "
              + SPREADSHEET,
          e);
    }
  }

  /** One that reads in the same way, and counts for itself. */
  TimeReader another() {
    return new TimeReader(zone, format);
  }

  /** Looks at a text before any is read, so that the order of day and month is known. */
  void look(String text) {
    order.look(text.strip());
  }

  /**
   * Whether dates as {@code 3/4/2026} were seen and neither one of them nor the user tells which
   * number is the month.
   */
  boolean isOrderUnknown() {
    return format.isEmpty() && order.isUnknown();
  }

  /** Epoch milliseconds, or a mark of {@link EventTime} where the text is no time. */
  long millis(String text) {
    String time = text.strip();
    Read read = null;
    if (isIso(time)) {
      long withOffset = EventTime.parse(time);
      if (withOffset != EventTime.UNPARSABLE) {
        countInstant();
        return withOffset;
      }
      read = isoLocal(time);
    } else if (format.isEmpty() && isShortNumber(time)) {
      read = ofNumber(time);
    }
    read = read == null ? cached(time) : read;
    if (read == null) {
      return EventTime.UNPARSABLE;
    }
    if (read.isLocal()) {
      local++;
      if (zone.isEmpty()) {
        return EventTime.UNPARSABLE;
      }
    }
    count(read.form());
    return read.millis();
  }

  /**
   * The milliseconds of a time in ISO 8601 that has an offset, else a mark of {@link EventTime}. It
   * counts nothing, so that any thread may ask.
   */
  long instant(String text) {
    return isIso(text) ? EventTime.parse(text) : EventTime.UNPARSABLE;
  }

  /** Counts what {@link #instant} has read. */
  void countInstant() {
    count(TimeForm.ISO_8601);
  }

  private boolean isIso(String text) {
    return format.isEmpty() && text.length() >= 16 && text.charAt(4) == '-';
  }

  private void count(TimeForm form) {
    counts[form.ordinal()]++;
  }

  private @Nullable Read cached(String text) {
    Optional<Read> before = known.get(text);
    if (before == null) {
      before = Optional.ofNullable(read(text));
      if (known.size() >= CACHED) {
        known.clear();
      }
      known.put(text, before);
    }
    return before.orElse(null);
  }

  private @Nullable Read read(String text) {
    if (pattern != null) {
      return ofPattern(text, pattern);
    }
    if (isNumber(text)) {
      return ofNumber(text);
    }
    String clean = clean(text);
    long withOffset = EventTime.parse(clean);
    if (withOffset != EventTime.UNPARSABLE) {
      return new Read(withOffset, TimeForm.ISO_8601, false);
    }
    Read iso = isoLocal(clean);
    if (iso != null) {
      return iso;
    }
    NamedMonth mail = NamedMonth.parse(clean);
    if (mail != null) {
      return mail.offset().isPresent()
          ? new Read(EventTime.of(mail.time().toInstant(mail.offset().get())), TimeForm.MAIL, false)
          : local(mail.time(), TimeForm.MAIL);
    }
    LocalDateTime numbers = order.read(clean);
    if (numbers == null) {
      return null;
    }
    return local(numbers, order.isDayFirst() ? TimeForm.DAY_MONTH_YEAR : TimeForm.MONTH_DAY_YEAR);
  }

  /** One spelling for what is said in several: a zone in words, brackets, a comma, slashes. */
  private static String clean(String text) {
    String clean = text;
    int bracket = clean.indexOf('[');
    if (bracket > 0 && clean.endsWith("]")) {
      String named = clean.substring(bracket + 1, clean.length() - 1);
      clean = clean.substring(0, bracket);
      if (!hasOffset(clean) && (named.equals("UTC") || named.equals("GMT"))) {
        clean += "Z";
      }
    }
    for (String utc : new String[] {" UTC", " GMT", " Z", "UTC", " utc"}) {
      if (clean.endsWith(utc)) {
        clean = clean.substring(0, clean.length() - utc.length()).strip();
        clean =
            hasOffset(clean) || !Character.isDigit(clean.isEmpty() ? 'x' : clean.charAt(0))
                ? clean + (hasOffset(clean) ? "" : utc)
                : clean + "Z";
        break;
      }
    }
    if (clean.length() >= 10 && clean.charAt(4) == '/' && clean.charAt(7) == '/') {
      clean = clean.substring(0, 10).replace('/', '-') + clean.substring(10);
    }
    return clean;
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.matches(".*\\d[+-]\\d\\d:?(\\d\\d)?");
  }

  private @Nullable Read isoLocal(String text) {
    boolean isDay = text.length() == 10;
    long asIfUtc = EventTime.parse(isDay ? text + "T00:00Z" : text + "Z");
    if (!EventTime.isValid(asIfUtc)) {
      return null;
    }
    return new Read(inZone(asIfUtc), isDay ? TimeForm.WHOLE_DAY : TimeForm.LOCAL, true);
  }

  private Read local(LocalDateTime time, TimeForm form) {
    return new Read(inZone(time.toInstant(ZoneOffset.UTC).toEpochMilli()), form, true);
  }

  private @Nullable Read ofPattern(String text, DateTimeFormatter formatter) {
    try {
      TemporalAccessor found = formatter.parse(text);
      LocalDate day = found.query(TemporalQueries.localDate());
      LocalTime hour = found.query(TemporalQueries.localTime());
      if (day == null) {
        return null;
      }
      LocalDateTime time = day.atTime(hour == null ? LocalTime.MIDNIGHT : hour);
      ZoneId named = found.query(TemporalQueries.zone());
      if (named != null) {
        return new Read(EventTime.of(time.atZone(named).toInstant()), TimeForm.PATTERN, false);
      }
      return local(time, hour == null ? TimeForm.WHOLE_DAY : TimeForm.PATTERN);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a text is nine digits or more, and no calendar in digits: most times are others. */
  private static boolean isShortNumber(String text) {
    if (text.length() < 9 || text.length() > 13) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text) {
    boolean digit = false;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      points += c == '.' ? 1 : 0;
      boolean isExponent = digit && (c == 'e' || c == 'E' || c == '+');
      if ((c < '0' || c > '9') && c != '.' && !isExponent && !(c == '-' && i == 0)) {
        return false;
      }
    }
    return digit && points < 2;
  }

  private @Nullable Read ofNumber(String text) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return null;
    }
    if (format.isPresent()) { // days of a spreadsheet, to the millisecond
      double days = number - SERIAL_OF_1970;
      long millis = Math.round(days * DAY_MILLIS / 1_000) * 1_000;
      return local(
          LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1_000), 0, ZoneOffset.UTC),
          TimeForm.SPREADSHEET_DAYS);
    }
    Read calendar = ofDigits(text);
    if (calendar != null) {
      return calendar;
    }
    double size = Math.abs(number);
    if (size >= FIRST_SERIAL && size < LAST_SERIAL) {
      serials++; // somebody who wrote in the first day of 1970 is a date of a spreadsheet
      return null;
    }
    boolean isPlain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    if (size < SECONDS_END) {
      return new Read(EventTime.of(Math.round(number * 1_000)), TimeForm.EPOCH_SECONDS, false);
    }
    long exact;
    try {
      exact = isPlain ? Long.parseLong(text, 0, whole, 10) : Math.round(number);
    } catch (NumberFormatException e) {
      return null;
    }
    if (size < MILLIS_END) {
      return new Read(EventTime.of(exact), TimeForm.EPOCH_MILLISECONDS, false);
    }
    if (size < MICROS_START) {
      return null;
    }
    return size < MICROS_END
        ? new Read(EventTime.of(Math.floorDiv(exact, 1_000)), TimeForm.EPOCH_MICROSECONDS, false)
        : new Read(
            EventTime.of(Math.floorDiv(exact, 1_000_000)), TimeForm.EPOCH_NANOSECONDS, false);
  }

  /** {@code 20171031221047}, {@code 20171031}: a calendar in digits, and no number. */
  private @Nullable Read ofDigits(String text) {
    int length = text.length();
    if ((length != 14 && length != 17 && length != 8) || text.indexOf('.') >= 0) {
      return null;
    }
    try {
      int year = Integer.parseInt(text, 0, 4, 10);
      if (year < 1950 || year > 2100) {
        return null;
      }
      LocalDate day =
          LocalDate.of(year, Integer.parseInt(text, 4, 6, 10), Integer.parseInt(text, 6, 8, 10));
      if (length == 8) {
        return local(day.atStartOfDay(), TimeForm.WHOLE_DAY);
      }
      LocalDateTime time =
          day.atTime(
              Integer.parseInt(text, 8, 10, 10),
              Integer.parseInt(text, 10, 12, 10),
              Integer.parseInt(text, 12, 14, 10));
      if (length == 17) {
        time =
            time.plus(
                Integer.parseInt(text, 14, 17, 10), ChronoField.MILLI_OF_SECOND.getBaseUnit());
      }
      return local(time, TimeForm.DIGITS);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private long inZone(long asIfUtc) {
    if (zone.isEmpty()) {
      return asIfUtc;
    }
    long second = Math.floorDiv(asIfUtc, 1_000L);
    int nano = Math.floorMod(asIfUtc, 1_000) * 1_000_000;
    return EventTime.of(
        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atZone(zone.get()).toInstant());
  }

  /** The zone of local times, or empty where the user has named none. */
  Optional<String> zoneText() {
    return zone.map(ZoneId::getId);
  }

  /** How many times had no offset. */
  long localTimes() {
    return local;
  }

  /** How many numbers look like days of a spreadsheet and were not taken for times. */
  long serials() {
    return serials;
  }

  /** How many times were written how. */
  Map<TimeForm, Long> counts() {
    Map<TimeForm, Long> all = new EnumMap<>(TimeForm.class);
    for (TimeForm form : TimeForm.values()) {
      if (counts[form.ordinal()] > 0) {
        all.put(form, counts[form.ordinal()]);
      }
    }
    return all;
  }

  /** How many times were written so. */
  long count(TimeForm... forms) {
    long sum = 0;
    for (TimeForm form : forms) {
      sum += counts[form.ordinal()];
    }
    return sum;
  }
}
