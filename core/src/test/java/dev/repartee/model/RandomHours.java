package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws random office hours in many zones, with the same as the definition has them. */
final class RandomHours {
  private static final long MINUTE = 60_000;
  private static final int MINUTES = 24 * 60;

  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "Europe/Dublin",
          "America/New_York",
          "America/Sao_Paulo",
          "America/Juneau",
          "Asia/Kathmandu",
          "Asia/Gaza",
          "Asia/Manila",
          "Africa/Casablanca",
          "Africa/Monrovia",
          "Antarctica/Troll",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Pacific/Kwajalein",
          "+05:45",
          "UTC");

  /** Hours as the definition has them: what the wall shows lies within an interval. */
  static final class Naive {
    final ZoneId zone;
    final Map<DayOfWeek, List<int[]>> week = new HashMap<>();
    final Map<LocalDate, List<int[]>> dates = new HashMap<>();

    Naive(ZoneId zone) {
      this.zone = zone;
    }

    private List<int[]> startingOn(LocalDate date) {
      List<int[]> other = dates.get(date);
      return other != null ? other : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    boolean isOpen(long millis) {
      LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
      LocalDate day = wall.toLocalDate();
      long milli = wall.toLocalTime().toNanoOfDay() / 1_000_000;
      return isWithin(startingOn(day), milli)
          || isWithin(startingOn(dayBefore(day)), milli + MINUTES * MINUTE);
    }

    /** The day before, or the one before that where the clock jumps over the whole of it. */
    private LocalDate dayBefore(LocalDate day) {
      LocalDate before = day.minusDays(1);
      boolean isLeftOut =
          zone.getRules().getTransitions().stream()
              .anyMatch(
                  change ->
                      !change.getDateTimeBefore().isAfter(before.atStartOfDay())
                          && !change.getDateTimeAfter().isBefore(day.atStartOfDay()));
      return isLeftOut ? before.minusDays(1) : before;
    }

    private static boolean isWithin(List<int[]> shifts, long milli) {
      return shifts.stream().anyMatch(s -> s[0] * MINUTE <= milli && milli < s[1] * MINUTE);
    }
  }

  private final Random random;

  private RandomHours(Random random) {
    this.random = random;
  }

  /** Hours of both kinds with the same content, and an instant near which something happens. */
  record Case(OfficeHours hours, List<Naive> naive, long near) {
    boolean isOpen(long millis) {
      return naive.stream().allMatch(n -> n.isOpen(millis));
    }
  }

  static Case random(long seed) {
    return new RandomHours(new Random(seed)).draw();
  }

  private Case draw() {
    while (true) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      long near = near(zone);
      List<Naive> naive = new ArrayList<>();
      naive.add(naive(zone, near));
      try {
        OfficeHours hours = build(naive.get(0));
        if (random.nextInt(3) == 0) {
          naive.add(naive(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), near));
          hours = hours.and(build(naive.get(1)));
        }
        return new Case(hours, naive, near);
      } catch (IllegalArgumentException e) {
        // Overlapping or never open: draw again.
        assertTrue(
            String.valueOf(e.getMessage()).matches(".*must (not overlap|have open|be open).*"),
            e::toString);
      }
    }
  }

  /** Mostly a change of the clock, else any minute of 300 years. */
  private long near(ZoneId zone) {
    long year = 365L * MINUTES * MINUTE;
    long any = (long) (random.nextDouble() * 300 * year) - 100 * year;
    any = random.nextInt(10) == 0 ? any + (random.nextInt(61) - 30L) * 100 * year : any;
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(any));
    long near = change == null || random.nextInt(4) == 0 ? any : change.toEpochSecond() * 1000;
    return Math.floorDiv(near, MINUTE) * MINUTE;
  }

  private Naive naive(ZoneId zone, long near) {
    Naive naive = new Naive(zone);
    for (DayOfWeek day : DayOfWeek.values()) {
      naive.week.put(day, random.nextInt(3) == 0 ? List.of() : shifts());
    }
    LocalDate middle = LocalDate.ofInstant(Instant.ofEpochMilli(near), zone);
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate date = middle.plusDays(random.nextInt(7) - 3);
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        naive.dates.put(date, random.nextBoolean() ? List.of() : shifts());
      }
    }
    return naive;
  }

  private List<int[]> shifts() {
    return switch (random.nextInt(5)) {
      case 0 -> List.of(new int[] {0, MINUTES});
      case 1 -> List.of(shift(random.nextInt(MINUTES), 1 + random.nextInt(MINUTES / 2)));
      case 2 -> List.of(shift(20 * 60 + random.nextInt(240), 60 + random.nextInt(5 * 60)));
      case 3 -> List.of(shift(60 + random.nextInt(120), 1 + random.nextInt(90)));
      default -> {
        int noon = 600 + random.nextInt(120);
        int gap = random.nextInt(2) * random.nextInt(90);
        yield List.of(shift(random.nextInt(600), noon), shift(noon + gap, 24 * 60 - noon)).stream()
            .map(s -> s[1] > MINUTES && s[0] < 600 ? new int[] {s[0], noon} : s)
            .map(s -> s[0] < 600 && s[1] > noon ? new int[] {s[0], noon} : s)
            .toList();
      }
    };
  }

  private static int[] shift(int start, int minutes) {
    return new int[] {start, start + minutes};
  }

  private static OfficeHours build(Naive naive) {
    OfficeHours.Builder builder = OfficeHours.builder(naive.zone);
    naive.week.forEach((day, shifts) -> shifts.forEach(s -> builder.add(day, of(s))));
    naive.dates.forEach(
        (date, shifts) -> {
          if (shifts.isEmpty()) {
            builder.closedOn(List.of(date));
          } else {
            shifts.forEach(s -> builder.add(date, of(s)));
          }
        });
    return builder.build();
  }

  private static Shift of(int[] minutes) {
    return new Shift((int) (minutes[0] * MINUTE), (int) (minutes[1] * MINUTE));
  }
}
