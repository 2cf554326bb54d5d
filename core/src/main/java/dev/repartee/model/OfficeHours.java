package dev.repartee.model;

import com.google.common.hash.Hashing;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When somebody is there to answer: the hours of each day of the week in a time zone, exceptions by
 * date, and changes to other hours {@link #from} some day on. Immutable, and safe to share between
 * threads.
 *
 * <pre>{@code
 * OfficeHours hours = OfficeHours.builder("Europe/Paris")
 *     .open("Mon-Fri", "09:00-12:30", "13:30-17:00")
 *     .openOn("2026-12-24", "09:00-12:30")
 *     .closedOn("2026-12-25", "2027-01-01")
 *     .build();
 * OfficeHours office = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
 * // office ==> Mon-Fri 09:00-17:00 Europe/Paris
 * Instant friday = Instant.parse("2026-01-09T15:00:00Z");   // 16:00 in Paris
 * office.dueAt(friday, Duration.ofHours(2));                // Monday 10:00: 2026-01-12T09:00:00Z
 * }</pre>
 *
 * <p><b>What is open.</b> An instant is open if the local time in the zone lies within an interval.
 * Intervals are half-open: the closing time itself is closed. Clock changes therefore need no
 * special rule: a local time that the clock skips is never open, one that it shows twice is open
 * twice, and a day that a zone skipped has no hours. An interval whose end is not after its start
 * ends on the next day that exists in the zone, and belongs to the day on which it starts. The
 * hours of a date replace only what starts on that date; an interval from the night before still
 * ends on it.
 *
 * <p><b>Working time</b> is the actual time that passes while it is open: a whole day has 23 or 25
 * hours when the clock changes. Fractions of a millisecond are dropped.
 *
 * <p>Computing working time takes about 20 ns and a deadline about 100 ns, however many years lie
 * between. Each year is compiled when it is first needed, in about 50 microseconds and 10 kB.
 */
public final class OfficeHours {
  private static final int TEXT = 160;

  private final List<HoursEra> eras;
  private final OpenTime time;

  private OfficeHours(List<HoursEra> eras) {
    this.eras = eras;
    this.time = new OpenTime(eras);
    if (!time.isOpenForEver()) {
      throw new IllegalArgumentException(
          "hours ("
              + fullText()
              + ") must have open time in common forever, or a deadline would never come;"
              + " mind the zones, and combine hours that meet");
    }
  }

  /**
   * {@return a builder without hours}
   *
   * @param zone the time zone
   */
  public static Builder builder(ZoneId zone) {
    return new Builder(zone);
  }

  /**
   * {@return a builder without hours}
   *
   * @param zone the time zone, such as {@code Europe/Paris}, {@code UTC} or {@code +05:45}
   * @throws IllegalArgumentException if there is no such zone
   */
  public static Builder builder(String zone) {
    return new Builder(HoursText.zone(zone));
  }

  /**
   * {@return the office hours that a text describes} Words are separated by spaces or commas. Times
   * follow the days or dates they belong to, and the zone may stand anywhere: {@code Mon-Thu
   * 09:00-17:00, Fri 09:00-15:00 Europe/Paris, 2026-12-24 09:00-12:00, 2026-12-25 closed}. A day of
   * the week that is not named is closed; naming it as closed is allowed. Two such texts joined by
   * {@code and} are open when both are. {@code until 2026-03-01 then} introduces the hours from
   * that day on, in their own zone; an instant may stand in place of the day.
   *
   * @param text the text
   * @throws IllegalArgumentException if a word cannot be read, changes are not in order of time, or
   *     for the reasons given in {@link Builder#build}
   */
  public static OfficeHours parse(String text) {
    return HoursText.parse(text);
  }

  /**
   * Returns the hours that lie both in these hours and in others, which may be of another zone.
   *
   * @param other the other hours
   * @return what is open in both
   * @throws IllegalArgumentException if there would never be such hours
   */
  public OfficeHours and(OfficeHours other) {
    return new OfficeHours(HoursEra.both(eras, other.eras));
  }

  /**
   * {@return these hours up to a change, and others from then on} The hours in force at an instant
   * decide whether it is open, so a night interrupted by the change ends as the later hours say.
   * Working time continues across the change.
   *
   * <pre>{@code
   * OfficeHours winter = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
   * OfficeHours longer = OfficeHours.parse("Mon-Fri 08:00-20:00 Europe/Paris");
   * OfficeHours hours = winter.from(LocalDate.parse("2026-03-02"), longer);   // a Monday
   * Instant friday = Instant.parse("2026-02-27T15:00:00Z");    // 16:00 in Paris
   * hours.dueAt(friday, Duration.ofHours(2));                  // 2026-03-02T08:00:00Z
   * }</pre>
   *
   * @param change the first instant of the later hours, which do not apply before it; fractions of
   *     a millisecond are dropped
   * @param later the later hours, which may change again
   * @throws IllegalArgumentException if the change does not lie in the years 1 to 9999
   */
  public OfficeHours from(Instant change, OfficeHours later) {
    long at = EventTime.of(change);
    if (!EventTime.isValid(at)) {
      throw new IllegalArgumentException(
          "change (" + change + ") must lie in the years 1 to 9999; it is when the hours change");
    }
    return new OfficeHours(HoursEra.changing(eras, at, later.eras));
  }

  /**
   * {@return these hours up to a day, and others from then on, as {@link #from(Instant,
   * OfficeHours)}}
   *
   * @param firstDay the first day of the later hours, which begins at midnight in their zone
   * @param later the later hours
   * @throws IllegalArgumentException if the later hours are of several zones
   */
  public OfficeHours from(LocalDate firstDay, OfficeHours later) {
    return from(later.startOf(firstDay), later);
  }

  /** When a day begins in the zone of these hours. */
  Instant startOf(LocalDate day) {
    List<ZoneId> zones = zones();
    if (zones.size() != 1) {
      throw new IllegalArgumentException(
          "later hours ("
              + fullText()
              + ") must be of one zone, not "
              + zones
              + ", to know when a day begins; name the instant of the change");
    }
    return day.atStartOfDay(zones.get(0)).toInstant();
  }

  /** {@return the instants at which the hours change, in order of time; empty if they never do} */
  public List<Instant> changes() {
    return eras.stream().skip(1).map(era -> Instant.ofEpochMilli(era.from())).toList();
  }

  /**
   * {@return the hours as they were before a change became known: those that begin before it, the
   * last of which never end}
   *
   * @param change the instant
   */
  public OfficeHours before(Instant change) {
    return new OfficeHours(HoursEra.before(eras, change.toEpochMilli()));
  }

  private List<ZoneId> zones() {
    return eras.stream()
        .flatMap(era -> era.timetables().stream())
        .map(Timetable::zone)
        .distinct()
        .toList();
  }

  /**
   * Returns whether an instant is within the hours.
   *
   * @param instant the instant, within a million years of 1970
   * @return true from the opening on, false from the closing on
   * @throws IllegalArgumentException if the instant is not within a million years of 1970
   */
  public boolean isOpen(Instant instant) {
    return time.isOpen(millis("instant", instant));
  }

  /**
   * Returns whether an instant is within the hours.
   *
   * @param instant epoch milliseconds
   * @return true from the opening on, false from the closing on
   * @throws IllegalArgumentException if the instant is not within a million years of 1970
   */
  public boolean isOpen(long instant) {
    return time.isOpen(instant);
  }

  /**
   * Returns the working time from one instant to another.
   *
   * @param start the start, within a million years of 1970
   * @param end the end
   * @return the open time between them; negative if the end is before the start
   * @throws IllegalArgumentException if one of them is not within a million years of 1970
   */
  public Duration between(Instant start, Instant end) {
    return Duration.ofMillis(time.between(millis("start", start), millis("end", end)));
  }

  /**
   * Returns the working time from one instant to another, without creating an object.
   *
   * @param start epoch milliseconds
   * @param end epoch milliseconds
   * @return milliseconds; negative if the end is before the start
   * @throws IllegalArgumentException if one of them is not within a million years of 1970
   */
  public long workingMillis(long start, long end) {
    return time.between(start, end);
  }

  /**
   * {@return the deadline of a working time: the first instant by which that much working time has
   * passed; at or after the start} A deadline that falls on closing time is that closing time. A
   * start outside the hours counts from the next opening. For a working time of zero, the deadline
   * is the start if that is open, else the next opening.
   *
   * @param start the start, within a million years of 1970
   * @param workingTime the working time, at least zero
   * @throws IllegalArgumentException if the working time is negative, or not over within a million
   *     years
   */
  public Instant dueAt(Instant start, Duration workingTime) {
    return Instant.ofEpochMilli(
        dueAt(millis("start", start), TimeUnit.MILLISECONDS.convert(workingTime)));
  }

  /**
   * {@return the deadline of a working time in epoch milliseconds, without creating an object}
   *
   * @param start epoch milliseconds
   * @param workingMillis the working time, at least zero
   * @throws IllegalArgumentException if the working time is negative, or not over within a million
   *     years
   */
  public long dueAt(long start, long workingMillis) {
    if (!(workingMillis >= 0)) {
      throw new IllegalArgumentException(
          "workingTime (" + Duration.ofMillis(workingMillis) + ") must not be negative");
    }
    if (workingMillis == 0) {
      return time.isOpen(start) ? start : time.dueAt(start, 1) - 1;
    }
    return time.dueAt(start, workingMillis);
  }

  private static long millis(String name, Instant instant) {
    return OpenTime.millis(name, instant);
  }

  /**
   * {@return a line of text that identifies these hours: the same for equal hours, different for
   * different ones} A long text, with many dates, ends in a hash of what does not fit.
   */
  public String text() {
    String full = fullText();
    if (full.length() <= TEXT) {
      return full;
    }
    String hash = " #" + HexFormat.of().toHexDigits(contentHash());
    return Brief.cut(shortText(), TEXT - hash.length()) + hash;
  }

  /** A hash of everything that makes these hours: of murmur3, 128 bits, the first 64. */
  long contentHash() {
    return Hashing.murmur3_128().hashBytes(Wtf8.bytes(fullText())).asLong();
  }

  private String fullText() {
    return text(HoursEra::text);
  }

  private String text(Function<HoursEra, String> ofEra) {
    return eras.stream()
        .map(era -> (era.from() == HoursEra.BEGINNING ? "" : change(era)) + ofEra.apply(era))
        .collect(Collectors.joining());
  }

  private static String change(HoursEra era) {
    return " until " + Instant.ofEpochMilli(era.from()) + " then ";
  }

  /** The weeks, with the number of dates that differ. */
  private String shortText() {
    String weeks = text(HoursEra::weekText);
    int dates =
        eras.stream()
            .flatMap(era -> era.timetables().stream())
            .mapToInt(Timetable::otherDates)
            .sum();
    return dates == 0 ? weeks : weeks + ", " + dates + (dates == 1 ? " date" : " dates");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfficeHours that && fullText().equals(that.fullText());
  }

  @Override
  public int hashCode() {
    return fullText().hashCode();
  }

  @Override
  public String toString() {
    String full = fullText();
    return full.length() <= Brief.HEADLINE
        ? full
        : Brief.cut(
            Brief.cut(shortText(), Brief.HEADLINE)
                + "\n"
                + full.replace(", ", "\n").replace(" and ", "\nand\n").replace(" then ", " then\n"),
            Brief.ALL);
  }

  /** Collects the hours. {@link #build} checks that they are consistent. */
  public static final class Builder {
    private final HoursDraft draft;

    private Builder(ZoneId zone) {
      this.draft = new HoursDraft(zone);
    }

    /**
     * Opens on days of the week.
     *
     * @param days a day, or two joined by a hyphen: {@code Sat}, {@code Saturday}, {@code Mon-Fri},
     *     {@code Sat-Mon}
     * @param times such as {@code 09:00-17:00}, {@code 22:00-06:00} for a night, {@code
     *     00:00-24:00} for a whole day
     * @return this builder
     * @throws IllegalArgumentException if the days or times cannot be read
     */
    public Builder open(String days, String... times) {
      requireTimes(days, times);
      for (DayOfWeek day : HoursText.days(days)) {
        Arrays.stream(times).map(Shift::parse).forEach(shift -> add(day, shift));
      }
      return this;
    }

    /**
     * Opens on a day of the week.
     *
     * @param day the day on which the interval starts
     * @param start the local time, inclusive
     * @param end the local time, exclusive; if it is not after the start it is on the next day
     * @return this builder
     * @throws IllegalArgumentException if a time is not a whole millisecond
     */
    public Builder open(DayOfWeek day, LocalTime start, LocalTime end) {
      return add(day, Shift.of(start, end));
    }

    /**
     * Opens on a date, replacing what would start on it by the day of the week. Several calls for
     * one date add up.
     *
     * @param date the date, such as {@code 2026-12-24}
     * @param times the times, as in {@link #open(String, String...)}
     * @return this builder
     * @throws IllegalArgumentException if the date or times cannot be read
     */
    public Builder openOn(String date, String... times) {
      requireTimes(date, times);
      LocalDate day = HoursText.date(date);
      Arrays.stream(times).map(Shift::parse).forEach(shift -> add(day, shift));
      return this;
    }

    /**
     * Opens on a date, replacing what would start on it by the day of the week.
     *
     * @param date the date on which the interval starts, in the years 1 to 9999
     * @param start the local time, inclusive
     * @param end the local time, exclusive; if it is not after the start it is on the next day
     * @return this builder
     * @throws IllegalArgumentException if a time is not a whole millisecond
     */
    public Builder openOn(LocalDate date, LocalTime start, LocalTime end) {
      return add(date, Shift.of(start, end));
    }

    /**
     * Closes on dates: nothing starts on them.
     *
     * @param dates the dates, such as {@code 2026-12-25}
     * @return this builder
     * @throws IllegalArgumentException if a date cannot be read
     */
    public Builder closedOn(String... dates) {
      return closedOn(Arrays.stream(dates).map(HoursText::date).toList());
    }

    /**
     * Closes on dates: nothing starts on them.
     *
     * @param dates the dates, in the years 1 to 9999
     * @return this builder
     */
    public Builder closedOn(Collection<LocalDate> dates) {
      dates.forEach(draft::close);
      return this;
    }

    Builder add(DayOfWeek day, Shift shift) {
      draft.add(day, shift);
      return this;
    }

    Builder add(LocalDate date, Shift shift) {
      draft.add(date, shift);
      return this;
    }

    private static void requireTimes(String when, String... times) {
      if (times.length == 0) {
        throw new IllegalArgumentException(
            "times of (" + when + ") must not be empty; name such as 09:00-17:00");
      }
    }

    /**
     * {@return the office hours, immutable}
     *
     * @throws IllegalArgumentException if intervals overlap, including a night with the next day;
     *     if a date is both open and closed; or if no day of the week is ever open
     */
    public OfficeHours build() {
      return new OfficeHours(List.of(HoursEra.always(draft.build())));
    }

    @Override
    public String toString() {
      return "office hours builder: " + draft;
    }
  }
}
