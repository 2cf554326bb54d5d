package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.participation.Participation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of every measure, on one small log where much happens: parts add up, bytes come back,
 * and the cases are as many as the fact says. Laws on generated logs are in {@code LawsProperties}
 * and {@code OpenedProperties}.
 */
class MeasuresAddUpTest {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long START = 1_767_225_600_000L; // 2026-01-01T00:00Z

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme",
              acme ->
                  acme.member("care", "Support").member("jane", "Sales").member("tom", "Support"))
          .internalChannel("staffroom", "Acme")
          .topic("tea", "Acme", "Support")
          .build();

  private static final EngagementLog LOG = log();

  /** Sixty days of a shop, without chance: what happens follows from the number of a day. */
  private static EngagementLog log() {
    EngagementLog.Builder rows = EngagementLog.builder(DIRECTORY).asOf("2026-03-10T00:00:00Z");
    for (int day = 0; day < 60; day++) {
      long at = START + day * DAY + day * 600_000L;
      String person = "person " + day % 7;
      String member = List.of("care", "jane", "tom").get(day % 3);
      String channel = day % 3 == 0 ? "blog" : "chirp";
      String opener = "p" + day;
      rows.add(
          Post.of(opener, day % 17 == 16 ? null : person, at)
              .channel(channel)
              .value("order", day)
              .sentiment(day % 4 == 0 || day % 7 == 6 ? Sentiment.NEGATIVE : Sentiment.POSITIVE));
      if (day % 5 != 0) {
        // On one day in nineteen the clock of the answer is behind.
        long answered = at + 60_000L * (day % 19 == 18 ? -9 : day * day % 97);
        rows.add(
            Reply.of("r" + day, member, answered)
                .to(opener)
                .channel(channel)
                .fingerprint("f" + day % 2));
        rows.add(Reply.of("t" + day, person, answered + 3_600_000L).to("r" + day).channel(channel));
      }
      if (day % 3 == 1) {
        rows.add(Post.of("o" + day, member, at).channel(channel));
        rows.add(Reply.of("c" + day, person, at + 7_000_000L).to("o" + day).channel(channel));
        rows.add(Post.of("i" + day, "care", at).channel("staffroom").topic("tea"));
        rows.add(Reply.of("j" + day, "tom", at + 600_000L).to("i" + day).channel("staffroom"));
      }
      ActKind kind = ActKind.ofRows().get(day % ActKind.ofRows().size());
      rows.add(Act.of(kind, person, at + 7_200_000L).channel(channel));
      if (day % 5 != 2) {
        rows.add(Act.of(ActKind.HOLD, member, at + 600_000L * (day % 7)).on(opener));
        rows.add(Act.of(ActKind.RESOLVE, member, at + 9_000_000L).on(opener));
        rows.add(Act.of(ActKind.ASSIGN, member, at).on(opener).assignedTo("Team " + day % 4));
        rows.add(Act.of(ActKind.RATE, person, at + 80_000_000L).on(opener).rating(day % 5 + 1));
      }
      if (day % 5 == 3) {
        rows.add(Act.of(ActKind.REOPEN, member, at + 20_000_000L).on(opener));
      }
    }
    return rows.build().between("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z");
  }

  static Stream<Measure<?>> measures() {
    return Stream.concat(
        BytesTest.measures().stream().filter(measure -> !(measure instanceof Participation)),
        Stream.of(Participation.of(DIRECTORY)));
  }

  static Stream<Measure<?>> thatOpen() {
    return measures().filter(measure -> canOpen(measure));
  }

  private static boolean canOpen(Measure<?> measure) {
    try {
      measure.opened(1);
      return true;
    } catch (IllegalStateException e) {
      return false; // counts no outcomes
    }
  }

  @ParameterizedTest
  @MethodSource("measures")
  void windowsAddUpToTheWhole(Measure<?> measure) {
    assertAddsUp(measure);
  }

  private static <S extends Summary<S>> void assertAddsUp(Measure<S> measure) {
    S whole = LOG.measure(measure);
    S merged =
        LOG.between("2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z")
            .measure(measure)
            .merge(LOG.between("2026-01-20T00:00:00Z", "2026-03-01T00:00:00Z").measure(measure));
    assertArrayEquals(whole.toBytes(), merged.toBytes());
    S read = measure.fromBytes(whole.toBytes());
    for (S same : List.of(merged, read)) {
      assertEquals(whole.toString(), same.toString());
      assertEquals(whole.table(), same.table());
      assertEquals(whole.facts().rows().toString(), same.facts().rows().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("thatOpen")
  void casesAreAsManyAsTheFactSays(Measure<?> measure) {
    assertCounts(measure);
  }

  private static <S extends Summary<S>> void assertCounts(Measure<S> measure) {
    Opened<S> opened = LOG.measure(measure.opened(Opened.keepingAll()));
    Facts facts =
        opened.summary() instanceof Breakdown<?> breakdown
            ? breakdown.total().facts()
            : opened.summary().facts();
    assertFalse(opened.outcomes().isEmpty());
    for (List<String> outcome : opened.outcomes()) {
      String[] key = outcome.subList(1, outcome.size()).toArray(new String[0]);
      Cases cases = opened.cases(outcome.get(0), key);
      Optional<Fact> fact = facts.find(outcome.get(0), key);
      assertTrue(fact.isPresent(), outcome::toString);
      if (fact.get().state() == Facts.State.VALUE) {
        assertEquals(fact.get().numerator().orElse(0), cases.count(), outcome::toString);
      }
      assertEquals(cases.count(), cases.worst().size(), outcome::toString);
    }
  }
}
