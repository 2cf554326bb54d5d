package dev.repartee.measure;

import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.math.Jackknife;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.Proportion;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error of a share comes from whatever repeats more: persons, or conversations. */
class GroupsTest {
  /** Messages in which every person meets every conversation about as often. */
  private static Proportion share(int persons, int conversations, Predicate<Row> counts) {
    EngagementLog.Builder builder = EngagementLog.builder();
    for (int i = 0; i < 4_000; i++) {
      String topic = i % conversations % 2 == 0 ? "even" : "odd";
      builder.add(Reply.of("m" + i, "p" + i % persons, i).in("t" + i % conversations).topic(topic));
    }
    return builder.build().measure(Counts.ofMessages("some", counts)).share();
  }

  @Test
  void conversationsThatDifferCount() {
    Proportion share = share(199, 8, row -> row.topic().equals("even"));
    assertTrue(share.groups() <= 8, share::toString);
    assertTrue(share.deff() > 100, share::toString);
    assertTrue(share.hasFewGroups());
  }

  @Test
  void personsThatDifferCount() {
    Proportion share = share(8, 199, row -> row.person().charAt(1) % 2 == 0);
    assertTrue(share.groups() <= 8, share::toString);
    assertTrue(share.deff() > 100, share::toString);
  }

  @Test
  void whereNeitherRepeatsTheErrorIsThatOfIndependentMessages() {
    Proportion share = share(4_000, 3_999, row -> row.id().hashCode() % 2 == 0);
    assertEquals(32, share.groups());
    assertTrue(share.deff() < 2, share::toString);
  }

  /** The number of the week counts from a Monday, in UTC, and weeks in a row are in a row. */
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z", // a Thursday
    "1969-12-28T23:59:59.999Z", // a Sunday
    "1969-12-29T00:00:00Z", // a Monday
    "2026-11-29T12:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
  })
  void weeksBeginOnMonday(String time) {
    Instant at = Instant.parse(time);
    long day = Math.floorDiv(at.getEpochSecond(), 86_400L);
    int expected = (int) Math.floorMod(Math.floorDiv(day + 3, 7L), 32L);
    assertEquals(expected, Groups.ofTime(at.toEpochMilli()));
    LocalDate monday =
        at.atOffset(ZoneOffset.UTC).toLocalDate().with(previousOrSame(DayOfWeek.MONDAY));
    long first = monday.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000;
    if (first >= -62_135_596_800_000L) {
      assertEquals(expected, Groups.ofTime(first));
    }
    assertEquals((expected + 1) % 32, Groups.ofTime(at.toEpochMilli() + 7 * 86_400_000L));
  }

  @Test
  void theGroupingByWeekIsTheOneThatStatisticsTakeForIt() {
    assertEquals(Jackknife.BY_WEEK, Grouping.WEEK.ordinal());
  }

  /** Messages of 4,000 people, an hour apart, each in a conversation of its own. */
  private static Proportion hourly(long hours, Predicate<Row> counts) {
    EngagementLog.Builder builder = EngagementLog.builder();
    for (int i = 0; i < hours; i++) {
      builder.add(Post.of("m" + i, "p" + i, 3_600_000L * i));
    }
    return builder.build().measure(Counts.ofMessages("some", counts)).share();
  }

  private static int week(Row row) {
    return Groups.ofTime(row.at().toEpochMilli());
  }

  /** The definition, by a naive walk over the weeks. */
  @Test
  void weeksThatDifferCount() {
    int hours = 20 * 168;
    Proportion share = hourly(hours, row -> week(row) % 2 == 0 && row.id().hashCode() % 3 > 0);
    double[] all = new double[32];
    double[] hits = new double[32];
    for (int i = 0; i < hours; i++) {
      int week = (i + 72) / 168;
      all[week]++;
      hits[week] += week % 2 == 0 && ("m" + i).hashCode() % 3 > 0 ? 1 : 0;
    }
    double n = Arrays.stream(all).sum();
    double p = Arrays.stream(hits).sum() / n;
    double sum = 0;
    double squares = 0;
    for (int week = 0; week < 21; week++) {
      sum += Math.pow((p * n - hits[week]) / (n - all[week]) - p, 2);
      squares += all[week] * all[week];
    }
    double deff = sum * 20 / 21 / (p * (1 - p) / n);
    assertTrue(share.isByWeek(), share::toString);
    assertEquals(21, share.groups());
    assertEquals(deff, share.deff(), 1e-9);
    assertEquals(n * n / squares, share.effectiveGroups(), 1e-9);
    assertTrue(share.toString().endsWith(" by week"), share::toString);
    assertFalse(share.equals(share.asIndependent()));
  }

  @Test
  void aSingleWeekTellsNothingOfOthersAndStillOfPeople() {
    Proportion share = hourly(96, row -> row.id().hashCode() % 3 > 0); // Thursday to Sunday
    assertTrue(share.hasInterval());
    assertFalse(share.isByWeek());
  }

  @Test
  void whereNothingVariesWeeksHaveNoSay() {
    Proportion share = hourly(4 * 168, row -> true);
    assertEquals(1, share.value());
    assertTrue(share.groups() > 20, share::toString);
    assertFalse(share.isByWeek());
  }

  @Test
  void factsOverPersonsAreGroupedByTheWeekToo() {
    Groups<Counter> groups = new Groups<>(Unit.PERSON, Counter::new);
    assertTrue(groups.has(Grouping.WEEK));
    assertFalse(groups.has(Grouping.CONVERSATION));
    for (int i = 0; i < 640; i++) {
      int week = i % 16;
      groups.count(
          Grouping.PERSON.with(i % 32) | Grouping.WEEK.with(week), c -> c.add(week % 2 == 0));
    }
    Proportion share = groups.share(c -> c.hits, c -> c.trials);
    assertTrue(share.isByWeek() || share.groups() == 32, share::toString);
    Groups<Counter> apart = new Groups<>(Unit.PERSON, Counter::new);
    for (int i = 0; i < 640; i++) {
      int week = i / 40;
      apart.count(
          Grouping.PERSON.with(i % 32) | Grouping.WEEK.with(week), c -> c.add(week % 2 == 0));
    }
    Proportion byWeek = apart.share(c -> c.hits, c -> c.trials);
    assertTrue(byWeek.isByWeek(), byWeek::toString);
    assertEquals(16, byWeek.groups());
  }

  private static final class Counter implements Tally.Declared<Counter> {
    private static final TallyForm<Counter> FORM =
        TallyForm.of(Counter.class)
            .count(c -> c.hits, (c, n) -> c.hits = n)
            .count(c -> c.trials, (c, n) -> c.trials = n);
    private long hits;
    private long trials;

    void add(boolean isHit) {
      hits += isHit ? 1 : 0;
      trials++;
    }

    @Override
    public TallyForm<Counter> form() {
      return FORM;
    }
  }

  @Test
  void onePersonTellsNothingOfOthers() {
    assertFalse(share(1, 20, row -> row.topic().equals("even")).hasInterval());
    assertFalse(share(20, 1, row -> row.person().length() == 2).hasInterval());
  }
}
