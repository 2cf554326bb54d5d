package dev.repartee.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Post;
import dev.repartee.testing.Talk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Weeks, silences and persons a day against a plain count by java.time. */
final class ConsistencyProperties {
  private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] AUTHORS = {"care", "jane", "carl", "zak", "matt"};

  private record Row(String author, Instant at) {
    boolean isOwn() {
      return author.equals("care") || author.equals("jane");
    }

    LocalDate day() {
      return LocalDate.ofInstant(at, ZONE);
    }
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @Property(tries = 100)
  void agreesWithAPlainCount(@ForAll long seed) {
    Random random = new Random(seed);
    Instant asOf = START.plus(Duration.ofHours(24L * (70 + random.nextInt(60))));
    Set<Row> rows = new HashSet<>();
    EngagementLog.Builder builder = EngagementLog.builder(Talk.acme()).asOf(asOf);
    int size = 1 + random.nextInt(60);
    for (int i = 0; i < size; i++) {
      Instant at = START.plus(Duration.ofMinutes(15L * random.nextInt(24 * 4 * 70)));
      Row row = new Row(AUTHORS[random.nextInt(AUTHORS.length)], at);
      rows.add(row);
      builder.add(Post.of("m" + i, row.author(), at).channel("blog").addressedTo("Acme"));
    }
    EngagementLog log = builder.build();
    checkRhythm(
        rows, asOf, log.measure(Consistency.standard().withZone(ZONE)).organization("Acme"));
    checkPersons(rows, log.measure(AudienceInterest.standard().withZone(ZONE)));
  }

  private static void checkRhythm(Set<Row> rows, Instant asOf, Rhythm rhythm) {
    LocalDate first = rows.stream().map(Row::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate week = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate lastDay = LocalDate.ofInstant(asOf, ZONE);
    int weeks = 0;
    int active = 0;
    while (!week.plusDays(7).isAfter(lastDay)) {
      LocalDate monday = week;
      weeks++;
      active += rows.stream().anyMatch(r -> r.isOwn() && monday(r.day()).equals(monday)) ? 1 : 0;
      week = week.plusDays(7);
    }
    assertEquals(weeks, rhythm.weeks());
    assertEquals(active, rhythm.activeWeeks().successes());
    TreeSet<Instant> own = new TreeSet<>();
    rows.stream().filter(Row::isOwn).forEach(row -> own.add(row.at()));
    Optional<Duration> longest = Optional.empty();
    for (Instant at : own) {
      Instant before = own.lower(at);
      Duration gap = before == null ? Duration.ZERO : Duration.between(before, at);
      if (gap.compareTo(Duration.ofHours(1)) > 0
          && gap.compareTo(longest.orElse(Duration.ZERO)) > 0) {
        longest = Optional.of(gap);
      }
    }
    assertEquals(longest, rhythm.longestSilence());
  }

  private static void checkPersons(Set<Row> rows, AudienceInterestSummary interest) {
    Map<LocalDate, Set<String>> persons = new HashMap<>();
    rows.stream()
        .filter(row -> !row.isOwn())
        .forEach(row -> persons.computeIfAbsent(row.day(), d -> new HashSet<>()).add(row.author()));
    Place blog = new Place("Acme", "blog");
    assertEquals(List.of(blog), interest.places());
    long days = persons.values().stream().mapToLong(Set::size).sum();
    assertEquals(days, interest.at(blog).personDays());
  }
}
