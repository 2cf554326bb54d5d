package dev.repartee.examples.quickstart;

import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Optional;

/** Working time in hours, however many: a day of it would be read as a day of the calendar. */
final class WorkTime {
  private WorkTime() {}

  /** Such as {@code 27 h 30 min}. */
  static String of(Duration time) {
    if (time.compareTo(Duration.ofDays(1)) < 0) {
      return DurationText.of(time);
    }
    long minutes = Math.round(time.toSeconds() / 60.0);
    String hours = NumberText.count(minutes / 60) + " h";
    return minutes % 60 == 0 ? hours : hours + " " + minutes % 60 + " min";
  }

  /** An estimate with its interval, as estimates are printed. */
  static String of(DurationEstimate time) {
    if (time.value().isEmpty()) {
      return time.toString();
    }
    String text = of(time.value().get());
    return time.hasInterval()
        ? text + " [" + end(time.low()) + ", " + end(time.high()) + "]"
        : text + (time.note().isEmpty() ? "" : " (" + time.note() + ")");
  }

  private static String end(Optional<Duration> end) {
    return end.map(WorkTime::of).orElse("open");
  }
}
