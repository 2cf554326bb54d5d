package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Summaries hold what the definitions say, and keep the laws, for random talk and all rules. */
final class ResponseProperties {
  private static final long TARGET = NaiveClocks.TARGET;
  private static final int LAST_WITH_TARGET = 4;
  private static final int LAST_WITH_CURVE = 5;

  private static final long WINDOW_START = 4;
  private static final long WINDOW_END = 30;

  private static Measure<?> measure(int clock, int rule) {
    AnswerRule answers = RandomTalk.rule(rule);
    if (clock > LAST_WITH_CURVE) {
      return clock == 6
          ? ResponseTime.lastMessage().answers(answers)
          : ResponseTime.everyReply().answers(answers);
    }
    ResponseTime measure =
        switch (clock) {
          case 0 -> ResponseTime.eachTurn();
          case 1 -> ResponseTime.firstResponse();
          case 2 -> ResponseTime.firstResponse().directRepliesOnly();
          case 3 -> ResponseTime.eachMessage();
          case 4 -> ResponseTime.session(Duration.ofMillis(NaiveClocks.SILENCE));
          default -> ResponseTime.longest();
        };
    measure = measure.answers(answers);
    return clock > LAST_WITH_TARGET ? measure : measure.withTarget(Duration.ofMillis(TARGET));
  }

  private static EngagementLog view(EngagementLog log, int view) {
    EngagementLog seen = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    return (view & 2) == 0 ? seen : seen.asOf(Instant.ofEpochMilli(25));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void summariesHoldWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int clock,
      @ForAll @IntRange(max = 15) int rule,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log =
        view(new RandomTalk(seed).log(), view)
            .between(Instant.ofEpochMilli(WINDOW_START), Instant.ofEpochMilli(WINDOW_END));
    NaiveClocks expected = new NaiveClocks(RandomTalk.rule(rule), WINDOW_START, WINDOW_END);
    log.measure(new Probe(slice -> expected.add(slice, clock)));
    Answered<?> summary = (Answered<?>) log.measure(measure(clock, rule));
    assertEquals(expected.answered.size(), summary.answered());
    assertEquals(expected.direct, summary.answeredDirectly());
    assertEquals(expected.answered.size() - expected.direct, summary.answeredByInference());
    for (Exclusion reason : Exclusion.values()) {
      assertEquals(
          expected.excluded.getOrDefault(reason, 0L), summary.excluded(reason), reason.text());
    }
    for (long time = -1; time <= 50; time++) {
      long t = time;
      assertEquals(
          expected.answered.stream().filter(x -> x <= t).count(),
          t < 0 ? 0 : summary.answeredLatencies().countAtMost(t));
    }
    if (summary instanceof AnsweredTime.Latencies latencies) {
      assertEquals(expected.waiting.size(), latencies.unanswered());
    } else {
      assertWaiting(expected, (ResponseSummary) summary, clock <= LAST_WITH_TARGET);
    }
  }

  private static void assertWaiting(
      NaiveClocks expected, ResponseSummary summary, boolean hasTarget) {
    assertEquals(expected.waiting.size() - expected.undecided, summary.waiting());
    assertEquals(expected.undecided, summary.stillInTime());
    assertCensored(expected, summary.curve());
    if (!hasTarget) {
      return;
    }
    TargetAttainment target = summary.target();
    assertEquals(expected.met, target.met());
    assertEquals(expected.missed, target.missed());
    assertEquals(expected.overdue, target.overdue());
    assertEquals(expected.metEarly, target.metEarly());
    assertEquals(expected.stillInTime, target.stillInTime());
    assertEquals(summary.exchanges(), target.due() + target.metEarly() + target.stillInTime());
  }

  private static void assertCensored(NaiveClocks expected, SurvivalCurve curve) {
    assertEquals(expected.waiting.size(), curve.censoredCount());
    for (int i = 0; i < curve.size(); i++) {
      long time = curve.timeMillis(i);
      assertEquals(expected.waiting.stream().filter(x -> x == time).count(), curve.censored(i));
      assertEquals(expected.answered.stream().filter(x -> x == time).count(), curve.events(i));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void casesAreThoseOfTheDefinitions(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int clock,
      @ForAll @IntRange(max = 15) int rule,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log =
        view(new RandomTalk(seed).log(), view)
            .between(Instant.ofEpochMilli(WINDOW_START), Instant.ofEpochMilli(WINDOW_END));
    NaiveClocks expected = new NaiveClocks(RandomTalk.rule(rule), WINDOW_START, WINDOW_END);
    log.measure(new Probe(slice -> expected.add(slice, clock)));
    Opened<?> opened = (Opened<?>) log.measure(measure(clock, rule).opened(Opened.keepingAll()));
    assertEquals(sorted(expected.answeredById), byId(opened, "answered"));
    String waiting = clock > LAST_WITH_CURVE ? "unanswered" : "waiting";
    List<String> found = new ArrayList<>(byId(opened, waiting));
    if (clock == LAST_WITH_TARGET) {
      found.addAll(byId(opened, "still_in_session"));
    }
    assertEquals(sorted(expected.waitingById), sorted(found));
    for (Exclusion reason : Exclusion.values()) {
      String name = "excluded_" + reason.name().toLowerCase(Locale.ROOT);
      assertEquals(
          expected.excluded.getOrDefault(reason, 0L), opened.cases(name).worst().size(), name);
    }
  }

  private static List<String> byId(Opened<?> opened, String outcome) {
    return opened.cases(outcome).worst().stream()
        .map(one -> one.message() + " " + one.lasted().toMillis())
        .sorted()
        .toList();
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void windowsPartitionTheFacts(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int clock,
      @ForAll @IntRange(min = 1, max = 39) int cut) {
    assertPartition(new RandomTalk(seed).log(), measure(clock, 0), cut);
  }

  private static <S extends Summary<S>> void assertPartition(
      EngagementLog log, Measure<S> measure, int cut) {
    Instant start = Instant.ofEpochMilli(0);
    Instant middle = Instant.ofEpochMilli(cut);
    Instant end = Instant.ofEpochMilli(50);
    S parts =
        log.between(start, middle)
            .measure(measure)
            .merge(log.between(middle, end).measure(measure));
    assertArrayEquals(log.between(start, end).measure(measure).toBytes(), parts.toBytes());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void keysPartitionTheFacts(@ForAll long seed, @ForAll @IntRange(max = 7) int clock) {
    assertKeys(new RandomTalk(seed).log(), measure(clock, 0));
  }

  private static <S extends Summary<S>> void assertKeys(EngagementLog log, Measure<S> measure) {
    byte[] whole = log.measure(measure).toBytes();
    Breakdown<S> byOrganization = log.measure(measure.by(Dimension.ORGANIZATION));
    assertArrayEquals(whole, byOrganization.total().toBytes());
    Breakdown<S> byAnswerer = log.measure(measure.by(Dimension.DEPARTMENT.ofAnswer()));
    assertArrayEquals(whole, byAnswerer.total().toBytes());
    long answered =
        byAnswerer.parts().stream()
            .mapToLong(part -> ((Answered<?>) part.summary()).answered())
            .sum();
    assertEquals(((Answered<?>) byAnswerer.total()).answered(), answered);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void bytesAndOrderOfRowsChangeNothing(@ForAll long seed, @ForAll @IntRange(max = 7) int clock) {
    assertBytes(new RandomTalk(seed), measure(clock, 1));
  }

  private static <S extends Summary<S>> void assertBytes(RandomTalk talk, Measure<S> measure) {
    S summary = talk.log().measure(measure);
    assertArrayEquals(summary.toBytes(), measure.fromBytes(summary.toBytes()).toBytes());
    assertArrayEquals(summary.toBytes(), talk.shuffledLog().measure(measure).toBytes());
  }
}
