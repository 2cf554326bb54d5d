package com.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Results;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A measure as a user of the library writes it, with nothing but its public types. */
class WeekendMeasureTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Messages, those of the weekend, and the hours of all; the state is integer. */
  static final class Weekend implements Tally.Declared<Weekend> {
    private static final TallyForm<Weekend> FORM =
        TallyForm.of(Weekend.class)
            .count(t -> t.messages, (t, n) -> t.messages = n)
            .count(t -> t.onWeekend, (t, n) -> t.onWeekend = n)
            .count(t -> t.hours, (t, n) -> t.hours = n)
            .check(t -> t.onWeekend <= t.messages, "more messages on the weekend than in all");

    long messages;
    long onWeekend;
    long hours;

    @Override
    public TallyForm<Weekend> form() {
      return FORM;
    }

    static void sweep(Slice slice, Split<Weekend> split) {
      for (int unit = 0; unit < slice.units(); unit++) {
        for (int position = slice.from(unit); position < slice.to(unit); position++) {
          int row = slice.row(position);
          var at = Instant.ofEpochMilli(slice.at(row)).atOffset(ZoneOffset.UTC);
          Weekend tally = split.at(row);
          tally.messages++;
          tally.hours += at.getHour();
          tally.onWeekend += at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1 : 0;
        }
      }
    }
  }

  static final class WeekendSummary extends Summary.Backed<WeekendSummary> {
    private final Groups<Weekend> groups;

    WeekendSummary(Evidence<Groups<Weekend>> evidence) {
      super(evidence, WeekendSummary::new);
      groups = evidence.tally();
    }

    Proportion share() {
      return groups.share(w -> w.onWeekend, w -> w.messages);
    }

    Estimate meanHour() {
      return groups.estimate(w -> (double) w.hours / w.messages);
    }

    @Override
    public Facts facts() {
      return Facts.of(origin())
          .count("messages", share().trials())
          .share("on_weekend", share())
          .inDetail()
          .number("mean_hour", meanHour())
          .build();
    }
  }

  private static final Measure<WeekendSummary> WEEKEND =
      () ->
          Plan.of("weekend", Unit.CONVERSATION, Weekend::new, Weekend::sweep)
              .inGroups(WeekendSummary::new);

  /** A post every five hours by one of 40 people, on two channels; 2026 begins on a Thursday. */
  private static EngagementLog.Builder posts(int from, int to) {
    EngagementLog.Builder builder =
        EngagementLog.builder(
                Directory.builder()
                    .organization("Acme", acme -> acme.member("care", "Support"))
                    .build())
            .asOf("2027-01-01T00:00:00Z");
    for (int i = from; i < to; i++) {
      Post post = Post.of("p" + i, "person" + i % 40, START.plus(Duration.ofHours(5L * i)));
      builder.add(post.channel(i % 3 == 0 ? "blog" : "chirp"));
    }
    return builder;
  }

  @Test
  void itCounts() {
    WeekendSummary summary = posts(0, 672).build().measure(WEEKEND); // twenty weeks
    assertEquals(672, summary.share().trials());
    assertEquals(192, summary.share().successes());
  }

  @Test
  void itGetsErrorBars() {
    WeekendSummary summary = posts(0, 672).build().measure(WEEKEND);
    assertTrue(summary.share().low() < 2 / 7.0 && 2 / 7.0 < summary.share().high());
    assertTrue(summary.share().groups() > 10);
    Estimate mean = summary.meanHour();
    assertEquals(11.5, mean.value(), 1e-12);
    assertTrue(mean.hasInterval());
    assertTrue(mean.low() < 11.5 && 11.5 < mean.high());
  }

  @Test
  void itIsToldAsFactsAndAsATable() {
    EngagementLog log = posts(0, 672).build();
    Facts facts = log.measure(WEEKEND).facts();
    assertEquals(192, facts.get("on_weekend").numerator().getAsLong());
    assertEquals(11.5, facts.get("mean_hour").value().getAsDouble(), 1e-12);
    String table = log.measure(WEEKEND.by(Dimension.CHANNEL)).table();
    assertTrue(table.startsWith("channel  messages  on weekend\nblog          224  "), table);
    String sorted = log.measure(WEEKEND.by(Dimension.CHANNEL)).table("messages");
    assertTrue(sorted.startsWith("channel  messages  on weekend\nchirp         448  "), sorted);
  }

  @Test
  void itSplitsMergesAndComesBackFromBytes() {
    EngagementLog log = posts(0, 672).build();
    WeekendSummary whole = log.measure(WEEKEND);
    Breakdown<WeekendSummary> byChannel = log.measure(WEEKEND.by(Dimension.CHANNEL));
    assertEquals(224, byChannel.get("blog").share().trials());
    assertArrayEquals(whole.toBytes(), byChannel.total().toBytes());
    assertArrayEquals(whole.toBytes(), log.parallel(8).measure(WEEKEND).toBytes());
    assertArrayEquals(
        whole.toBytes(),
        posts(0, 99)
            .build()
            .measure(WEEKEND)
            .merge(posts(99, 672).build().measure(WEEKEND))
            .toBytes());
    assertArrayEquals(
        log.between("2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z").measure(WEEKEND).toBytes(),
        log.between("2026-02-01T00:00:00Z", "2026-12-01T00:00:00Z")
            .measure(WEEKEND)
            .merge(log.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").measure(WEEKEND))
            .toBytes());
    assertArrayEquals(whole.toBytes(), WEEKEND.fromBytes(whole.toBytes()).toBytes());
  }

  @Test
  void itWalksBesideTheOnesOfTheLibrary() {
    Measures together = Measures.of(WEEKEND, ResponseTime.eachTurn());
    Results results = posts(0, 672).build().measure(together);
    assertEquals(192, results.get(WEEKEND).share().successes());
    assertEquals(672, results.get(ResponseTime.eachTurn()).waiting());
  }

  @Test
  void whatDoesNotBelongTogetherIsNotMerged() {
    EngagementLog log = posts(0, 100).build();
    WeekendSummary january =
        log.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").measure(WEEKEND);
    WeekendSummary overlapping =
        log.between("2026-01-31T00:00:00Z", "2026-03-01T00:00:00Z").measure(WEEKEND);
    assertMessage(
        "windows overlap: [[2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z)] and"
            + " [[2026-01-31T00:00:00Z, 2026-03-01T00:00:00Z)]; merge disjoint windows, or the same"
            + " window of different conversations",
        () -> january.merge(overlapping));

    WeekendSummary earlier = log.asOf("2026-06-01T00:00:00Z").measure(WEEKEND);
    assertMessage(
        "as-of differs while unsettled: 2027-01-01T00:00:00Z and 2026-06-01T00:00:00Z; measure both"
            + " with the same asOf(…), or measure windows with followedFor(…) and merge them once"
            + " they are settled",
        () -> log.measure(WEEKEND).merge(earlier));

    WeekendSummary followed = log.followedFor(Duration.ofDays(1)).measure(WEEKEND);
    assertMessage(
        "cannot merge, follow-up differs: [none] and [PT24H]; use the same followedFor(…)",
        () -> log.measure(WEEKEND).merge(followed));

    WeekendSummary forum =
        EngagementLog.builder().asOf("2027-01-01T00:00:00Z").build().measure(WEEKEND);
    String message =
        assertThrows(IllegalArgumentException.class, () -> log.measure(WEEKEND).merge(forum))
            .getMessage();
    assertTrue(
        Objects.requireNonNull(message).startsWith("cannot merge, directory (by content hash)"));

    assertMessage(
        "cannot merge, measure differs: [response each turn] and [first response]; measure"
            + " both with the same options",
        () ->
            log.measure(ResponseTime.eachTurn()).merge(log.measure(ResponseTime.firstResponse())));

    byte[] bytes = log.measure(WEEKEND).toBytes();
    assertMessage(
        "bytes hold a summary of [weekend], not of [response each turn]; read them with the measure"
            + " that wrote them",
        () -> ResponseTime.eachTurn().fromBytes(bytes));
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    assertThrows(IllegalArgumentException.class, () -> WEEKEND.fromBytes(cut));
    assertMessage(
        "dimension (department of answer) must not read answers here: [weekend] has none; use the"
            + " dimension without ofAnswer()",
        () -> WEEKEND.by(Dimension.DEPARTMENT.ofAnswer()));
    assertMessage(
        "measures must have one unit: [weekend] walks CONVERSATIONs, [a-path] PERSONs; call"
            + " log.measure(…) once for each unit",
        () -> Measures.of(WEEKEND, APath.standard()));
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
