package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads office hours as people write them: {@code Mon-Fri 09:00-12:00 13:00-17:00, Sat 10:00-14:00
 * Europe/Paris, 2026-12-25 closed}. Words are apart by spaces or commas; times belong to the days
 * or dates before them.
 */
final class HoursText {
  private static final Pattern DATE = Pattern.compile("\\d+-\\d+-\\d+");
  private static final String CLOSED = "closed";

  private final String text;
  private final List<DayOfWeek> days = new ArrayList<>();
  private final List<LocalDate> dates = new ArrayList<>();
  private final Set<DayOfWeek> openDays = EnumSet.noneOf(DayOfWeek.class);
  private final Set<DayOfWeek> closedDays = EnumSet.noneOf(DayOfWeek.class);
  private final List<String> words;
  private boolean isTimed = true;

  private HoursText(String text) {
    this.text = text;
    this.words = Arrays.stream(text.split("[\\s,]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static final Pattern CHANGE = Pattern.compile("(?i)\\suntil\\s+(\\S+)\\s+then\\s");

  static OfficeHours parse(String text) {
    Matcher change = CHANGE.matcher(text);
    if (!change.find()) {
      return parseEra(text);
    }
    List<OfficeHours> hours = new ArrayList<>();
    List<Instant> changes = new ArrayList<>();
    hours.add(parseEra(text.substring(0, change.start())));
    Instant before = Instant.MIN;
    boolean isMore = true;
    while (isMore) {
      String when = change.group(1);
      int start = change.end();
      isMore = change.find();
      OfficeHours later = parseEra(text.substring(start, isMore ? change.start() : text.length()));
      Instant at = DATE.matcher(when).matches() ? later.startOf(date(when)) : instant(when);
      if (!at.isAfter(before)) {
        throw new IllegalArgumentException(
            "change ("
                + when
                + ") must be after the one before it ("
                + before
                + ") in ("
                + text
                + "); name changes in order of time");
      }
      hours.add(later);
      changes.add(at);
      before = at;
    }
    return joined(hours, changes);
  }

  /** Half by half, because hours that are added one by one are copied each time. */
  private static OfficeHours joined(List<OfficeHours> hours, List<Instant> changes) {
    int size = hours.size();
    if (size == 1) {
      return hours.get(0);
    }
    int half = size / 2;
    OfficeHours before = joined(hours.subList(0, half), changes.subList(0, half - 1));
    OfficeHours after = joined(hours.subList(half, size), changes.subList(half, size - 1));
    return before.from(changes.get(half - 1), after);
  }

  private static Instant instant(String text) {
    long at = EventTime.parse(text);
    if (!EventTime.isValid(at)) {
      throw new IllegalArgumentException(
          "change ("
              + text
              + ") must be a day or an instant; write it like 2026-03-01 or"
              + " 2026-03-01T00:00:00Z");
    }
    return Instant.ofEpochMilli(at);
  }

  private static OfficeHours parseEra(String text) {
    // The word between two timetables; no zone and no day is called so.
    return inCommon(
        Arrays.stream(text.split("(?i)\\sand\\s", -1))
            .map(part -> new HoursText(part).read())
            .toList());
  }

  /** Half by half, as {@link #joined}. */
  private static OfficeHours inCommon(List<OfficeHours> hours) {
    int size = hours.size();
    return size == 1
        ? hours.get(0)
        : inCommon(hours.subList(0, size / 2)).and(inCommon(hours.subList(size / 2, size)));
  }

  private OfficeHours read() {
    List<String> zones = words.stream().filter(this::isZone).toList();
    if (zones.size() != 1) {
      throw new IllegalArgumentException(
          "hours ("
              + text
              + ") must name one zone, not "
              + zones
              + "; anything other than a day, date or time is read as a zone, so check the spelling,"
              + " and write such as Mon-Fri 09:00-17:00 Europe/Paris, 2026-12-25 closed");
    }
    OfficeHours.Builder builder = OfficeHours.builder(zones.get(0));
    words.forEach(word -> read(word, builder));
    requireTimes();
    requireOpenOrClosed();
    return builder.build();
  }

  private boolean isZone(String word) {
    return !DATE.matcher(word).matches()
        && !Shift.isMeantBy(word)
        && !word.equalsIgnoreCase(CLOSED)
        && !isDays(word);
  }

  private void read(String word, OfficeHours.Builder builder) {
    if (Shift.isMeantBy(word)) {
      Shift shift = Shift.parse(word);
      if (days.isEmpty() && dates.isEmpty()) {
        throw new IllegalArgumentException(
            "times (" + word + ") must follow days or a date; write Mon-Fri " + word);
      }
      openDays.addAll(days);
      days.forEach(day -> builder.add(day, shift));
      dates.forEach(date -> builder.add(date, shift));
      isTimed = true;
    } else if (word.equalsIgnoreCase(CLOSED)) {
      if (days.isEmpty() && dates.isEmpty()) {
        throw new IllegalArgumentException(
            "word (" + word + ") must follow a day or a date; write 2026-12-25 closed");
      }
      closedDays.addAll(days);
      builder.closedOn(dates);
      isTimed = true;
    } else if (DATE.matcher(word).matches()) {
      begin();
      dates.add(date(word));
    } else if (isDays(word)) {
      begin();
      days.addAll(days(word));
    }
  }

  /** Days that follow each other share the times that follow; after times new days begin. */
  private void begin() {
    if (isTimed) {
      days.clear();
      dates.clear();
    }
    isTimed = false;
  }

  private void requireTimes() {
    if (!isTimed) {
      throw new IllegalArgumentException(
          "hours (" + text + ") must name times after its days; write Mon-Fri 09:00-17:00");
    }
  }

  private void requireOpenOrClosed() {
    for (DayOfWeek day : closedDays) {
      if (openDays.contains(day)) {
        throw new IllegalArgumentException(
            "day ("
                + Timetable.name(day)
                + ") must not be closed and open in ("
                + text
                + "); name times for the days that are open, and close dates");
      }
    }
  }

  private static boolean isDays(String word) {
    return Arrays.stream(word.split("-", -1)).allMatch(name -> day(name).isPresent());
  }

  /** Returns the days of {@code Mon}, {@code Monday} or {@code Sat-Mon}. */
  static Set<DayOfWeek> days(String word) {
    String[] names = word.split("-", -1);
    Optional<DayOfWeek> first = day(names[0]);
    Optional<DayOfWeek> last = day(names[names.length - 1]);
    if (first.isEmpty() || last.isEmpty() || names.length > 2) {
      throw new IllegalArgumentException(
          "days ("
              + word
              + ") must be a day of the week or two with a hyphen between;"
              + " write Mon, Monday or Mon-Fri");
    }
    Set<DayOfWeek> days = EnumSet.of(first.get());
    for (DayOfWeek day = first.get(); day != last.get(); ) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(
            day -> name.equalsIgnoreCase(Timetable.name(day)) || name.equalsIgnoreCase(day.name()))
        .findFirst();
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "date (" + text + ") must be a day of the calendar; write it like 2026-12-25", e);
    }
  }

  static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone ("
              + id
              + ") must be a zone that java.time knows; write such as Europe/Paris, UTC or +05:45",
          e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
