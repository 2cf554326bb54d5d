package dev.repartee.guide;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where times lie from left to right, with ticks at round ones. In UTC. */
record TimeAxis(Instant from, Instant to, double left, double right) {
  private static final int MOST_TICKS = 8;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(28),
          Duration.ofDays(91),
          Duration.ofDays(182),
          Duration.ofDays(365));

  double x(Instant at) {
    double share = (double) Duration.between(from, at).toMillis() / length().toMillis();
    return left + share * (right - left);
  }

  private Duration length() {
    return Duration.between(from, to);
  }

  private Duration step() {
    return STEPS.stream()
        .filter(step -> length().toMillis() / step.toMillis() < MOST_TICKS)
        .findFirst()
        .orElseThrow();
  }

  private List<Instant> ticks() {
    long step = step().toMillis();
    List<Instant> ticks = new ArrayList<>();
    long first = Math.floorDiv(from.toEpochMilli() + step - 1, step) * step;
    for (long at = first; at <= to.toEpochMilli(); at += step) {
      ticks.add(Instant.ofEpochMilli(at));
    }
    return ticks;
  }

  /** Draws the axis at a height, with light lines up to a top. */
  void draw(Svg svg, double top, double bottom) {
    String pattern = step().compareTo(Duration.ofDays(1)) < 0 ? "HH:mm" : "d MMM";
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    for (Instant tick : ticks()) {
      svg.grid(x(tick), top, x(tick), bottom);
      svg.text(x(tick), bottom + 18, "middle", Svg.GREY, format.format(tick));
    }
  }
}
