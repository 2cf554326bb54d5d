package dev.repartee.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How much time is open between instants, when several timetables are followed at once, and others
 * after a change. The years asked about are compiled when they are asked about for the first time,
 * and kept.
 *
 * <p>After the last irregular change of a clock, of hours, and the last dated hours, everything
 * comes again after 400 years, which are whole weeks; likewise before the first. So the years of
 * any two instants lie, moved by whole cycles, among the irregular ones or in a cycle beside them.
 *
 * <p>Threads share what is compiled. Two that need the same year at once may both compile it, and
 * one result is dropped: no thread waits for another.
 */
final class OpenTime {
  private static final int CYCLE = 400;
  private static final long CYCLE_LENGTH = CYCLE * OpenYear.LENGTH;

  /** Accepted are a million years before and after 1970. */
  private static final long LIMIT = 1_000_000 * OpenYear.LENGTH;

  private static final Compiled NOTHING = new Compiled(0, new OpenYear[0]);

  private final List<HoursEra> eras;
  private final long irregularFrom;
  private final long irregularTo;
  private volatile Compiled compiled = NOTHING;

  OpenTime(List<HoursEra> eras) {
    this.eras = eras;
    List<Timetable> all = eras.stream().flatMap(era -> era.timetables().stream()).toList();
    long from = all.stream().mapToLong(Timetable::irregularFrom).min().orElse(0);
    long to = all.stream().mapToLong(Timetable::irregularTo).max().orElse(0);
    for (HoursEra era : eras.subList(1, eras.size())) {
      from = Math.min(from, era.from());
      to = Math.max(to, era.from());
    }
    this.irregularFrom = year(from);
    this.irregularTo = year(to) + 1;
  }

  /** Consecutive years with what is open before each, counted from the first. */
  private static final class Compiled {
    private final long first;
    private final OpenYear[] years;
    private final long[] before;

    Compiled(long first, OpenYear[] years) {
      this.first = first;
      this.years = years;
      this.before = new long[years.length + 1];
      for (int i = 0; i < years.length; i++) {
        before[i + 1] = before[i] + years[i].open();
      }
    }

    boolean has(long index) {
      return index >= 0 && index < years.length;
    }

    long open() {
      return before[years.length];
    }

    OpenYear year(long year) {
      return years[(int) (year - first)];
    }

    /** What is open before a year. */
    long before(long year) {
      return before[(int) (year - first)];
    }

    long openBefore(int index, long instant) {
      return before[index] + years[index].openBefore(instant);
    }

    /** The first instant before which a given time is open, from 1 to {@link #open}. */
    long instantAfter(long open) {
      int low = 0;
      int high = years.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (before[middle + 1] >= open) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return years[low].instantAfter(open - before[low]);
    }
  }

  private static long year(long instant) {
    return Math.floorDiv(instant, OpenYear.LENGTH);
  }

  /** How many cycles after, or before, its like among the compiled years a year lies. */
  private long cycles(long year) {
    if (year >= irregularTo) {
      return (year - irregularTo) / CYCLE;
    }
    return year < irregularFrom ? (year - irregularFrom + 1) / CYCLE : 0;
  }

  /** Returns whether anything is open in the cycle that repeats forever. */
  boolean isOpenForEver() {
    for (long year = irregularTo; year < irregularTo + CYCLE; year++) {
      if (compile(year).open() > 0) {
        return true;
      }
    }
    return false;
  }

  boolean isOpen(long instant) {
    Compiled now = compiled;
    long index = year(instant) - now.first;
    if (now.has(index)) {
      return now.years[(int) index].isOpen(instant);
    }
    long year = year(checked(instant));
    long moved = cycles(year);
    Compiled wide = covering(year - moved * CYCLE, year - moved * CYCLE);
    return wide.year(year - moved * CYCLE).isOpen(instant - moved * CYCLE_LENGTH);
  }

  /** Returns how much is open from one instant to another; negative where the other is earlier. */
  long between(long from, long to) {
    Compiled now = compiled;
    long index = year(from) - now.first;
    long end = year(to) - now.first;
    if (now.has(index) && now.has(end)) {
      return now.openBefore((int) end, to) - now.openBefore((int) index, from);
    }
    long first = Math.min(firstNeeded(checked(from)), firstNeeded(checked(to)));
    long last = Math.max(lastNeeded(from), lastNeeded(to));
    Compiled wide = covering(first, last);
    return place(wide, to) - place(wide, from);
  }

  /** Returns the first instant until which a given time, above 0, is open. */
  long dueAt(long from, long open) {
    if (!(open <= 2 * LIMIT)) {
      throw tooLong(from, open);
    }
    Compiled now = compiled;
    long index = year(from) - now.first;
    if (now.has(index)) {
      long goal = now.openBefore((int) index, from) + open;
      if (goal <= now.open()) {
        return now.instantAfter(goal);
      }
    }
    return dueFarAt(checked(from), open);
  }

  private long dueFarAt(long from, long open) {
    long first = firstNeeded(from);
    long last = lastNeeded(from);
    Compiled wide = covering(first, last);
    long goal = place(wide, from) + open;
    if (cycles(year(from)) < 0 && goal <= wide.before(irregularFrom - CYCLE)) {
      long early = wide.before(irregularFrom - CYCLE) - goal;
      long moved = early / pastCycle(wide) + 1;
      return wide.instantAfter(goal + moved * pastCycle(wide)) - moved * CYCLE_LENGTH;
    }
    long end = irregularTo + CYCLE - 1;
    while (goal > wide.open() && last < end) {
      // What was asked is now counted from another first year.
      last = Math.min(end, Math.max(last + 1, last + (goal - wide.open()) / OpenYear.LENGTH));
      wide = covering(first, last);
      goal = place(wide, from) + open;
    }
    if (goal <= wide.open()) {
      return wide.instantAfter(goal);
    }
    wide = covering(Math.min(first, irregularTo), end);
    goal = place(wide, from) + open;
    long moved = (goal - wide.before(end + 1) - 1) / futureCycle(wide) + 1;
    long due =
        moved <= LIMIT / CYCLE_LENGTH
            ? wide.instantAfter(goal - moved * futureCycle(wide)) + moved * CYCLE_LENGTH
            : Long.MAX_VALUE;
    if (!(due <= LIMIT)) {
      throw tooLong(from, open);
    }
    return due;
  }

  private static IllegalArgumentException tooLong(long from, long open) {
    return new IllegalArgumentException(
        "workingTime ("
            + Duration.ofMillis(open)
            + ") from ("
            + Instant.ofEpochMilli(from)
            + ") must be over within a million years of 1970");
  }

  /** Returns epoch milliseconds, parts of one cut off. */
  static long millis(String name, Instant instant) {
    long seconds = instant.getEpochSecond();
    if (!(seconds > -LIMIT / 1000 && seconds < LIMIT / 1000)) {
      throw outside(name, instant);
    }
    return instant.toEpochMilli();
  }

  private static IllegalArgumentException outside(String name, Instant instant) {
    return new IllegalArgumentException(
        name + " (" + instant + ") must lie within a million years of 1970");
  }

  private static long checked(long instant) {
    if (!(instant >= -LIMIT && instant <= LIMIT)) {
      throw outside("instant", Instant.ofEpochMilli(instant));
    }
    return instant;
  }

  /** The open time before an instant, counted from the first compiled year. */
  private long place(Compiled wide, long instant) {
    long moved = cycles(year(instant));
    long like = instant - moved * CYCLE_LENGTH;
    long place = wide.openBefore((int) (year(like) - wide.first), like);
    if (moved == 0) {
      return place;
    }
    return place + moved * (moved > 0 ? futureCycle(wide) : pastCycle(wide));
  }

  private long futureCycle(Compiled wide) {
    return wide.before(irregularTo + CYCLE) - wide.before(irregularTo);
  }

  private long pastCycle(Compiled wide) {
    return wide.before(irregularFrom) - wide.before(irregularFrom - CYCLE);
  }

  private long firstNeeded(long instant) {
    long moved = cycles(year(instant));
    return moved == 0 ? year(instant) : moved > 0 ? irregularTo : irregularFrom - CYCLE;
  }

  private long lastNeeded(long instant) {
    long moved = cycles(year(instant));
    return moved == 0 ? year(instant) : moved > 0 ? irregularTo + CYCLE - 1 : irregularFrom - 1;
  }

  /** Returns compiled years that reach at least from one year to another, both inclusive. */
  private Compiled covering(long first, long last) {
    Compiled now = compiled;
    if (now.has(first - now.first) && now.has(last - now.first)) {
      return now;
    }
    boolean isFirst = now.years.length == 0;
    long from = isFirst ? first : Math.min(first, now.first);
    long to = isFirst ? last + 1 : Math.max(last + 1, now.first + now.years.length);
    OpenYear[] years = new OpenYear[(int) (to - from)];
    Arrays.setAll(
        years, i -> now.has(from + i - now.first) ? now.year(from + i) : compile(from + i));
    Compiled wide = new Compiled(from, years);
    compiled = wide;
    return wide;
  }

  private OpenYear compile(long year) {
    long from = year * OpenYear.LENGTH;
    Openings openings = new Openings();
    for (int i = 0; i < eras.size(); i++) {
      long start = Math.max(from, eras.get(i).from());
      long end = from + OpenYear.LENGTH;
      end = i + 1 < eras.size() ? Math.min(end, eras.get(i + 1).from()) : end;
      if (start < end) {
        openings.addAll(eras.get(i).openings(start, end));
      }
    }
    return new OpenYear(from, openings);
  }
}
