package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Slice;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Summaries hold what the definitions say, and keep the laws, for random talk and all rules. */
final class ResponseProperties {
  private static final long TARGET = 5;

  private static final long WINDOW_START = 4;
  private static final long WINDOW_END = 30;

  private static boolean isInWindow(Message anchor) {
    return anchor.effectiveAt() >= WINDOW_START && anchor.effectiveAt() < WINDOW_END;
  }

  /** What the definitions say of a window, as lists. */
  private static final class Expected {
    final List<Long> answered = new ArrayList<>();
    final List<Long> waiting = new ArrayList<>();
    final Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
    long direct;
    long met;
    long missed;
    long overdue;
    long metEarly;
    long stillInTime;

    void exclude(Message start, Exclusion reason) {
      if (isInWindow(start)) {
        excluded.merge(reason, 1L, Long::sum);
      }
    }

    void wait(Message start, @Nullable Message answer, boolean isDirect, long until) {
      if (!isInWindow(start)) {
        return;
      }
      boolean isDue = start.at + TARGET <= until;
      if (answer == null || answer.effectiveAt() > until) {
        waiting.add(until - start.at);
        overdue += isDue ? 1 : 0;
        stillInTime += isDue ? 0 : 1;
      } else if (answer.at < start.at) {
        exclude(start, Exclusion.CLOCK_SKEW);
      } else {
        long latency = answer.at - start.at;
        answered.add(latency);
        direct += isDirect ? 1 : 0;
        met += isDue && latency <= TARGET ? 1 : 0;
        missed += isDue && latency > TARGET ? 1 : 0;
        metEarly += isDue ? 0 : 1;
      }
    }
  }

  private static ResponseTime measure(int clock, int rule) {
    ResponseTime measure =
        switch (clock) {
          case 0 -> ResponseTime.eachTurn();
          case 1 -> ResponseTime.firstResponse();
          case 2 -> ResponseTime.firstResponse().directRepliesOnly();
          default -> ResponseTime.eachMessage();
        };
    measure = (rule & 1) == 0 ? measure : measure.answeredBy(Answerer.ANYBODY_ELSE);
    measure = (rule & 2) == 0 ? measure : measure.countingBots();
    measure = (rule & 4) == 0 ? measure : measure.answeredWith("answer");
    measure = (rule & 8) == 0 ? measure : measure.oneAnswerServesAll();
    return measure.withTarget(Duration.ofMillis(TARGET));
  }

  private static EngagementLog view(EngagementLog log, int view) {
    EngagementLog seen = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    return (view & 2) == 0 ? seen : seen.asOf(Instant.ofEpochMilli(25));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void summariesHoldWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int clock,
      @ForAll @IntRange(max = 15) int rule,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log =
        view(new RandomTalk(seed).log(), view)
            .between(Instant.ofEpochMilli(WINDOW_START), Instant.ofEpochMilli(WINDOW_END));
    Expected expected = new Expected();
    log.measure(new Probe(slice -> expect(slice, RandomTalk.rule(rule), clock, expected)));
    ResponseSummary summary = log.measure(measure(clock, rule));
    assertEquals(expected.answered.size(), summary.answered());
    assertEquals(expected.waiting.size(), summary.waiting());
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
    assertCensored(expected, summary.curve());
    TargetAttainment target = summary.target();
    assertEquals(expected.met, target.met());
    assertEquals(expected.missed, target.missed());
    assertEquals(expected.overdue, target.overdue());
    assertEquals(expected.metEarly, target.metEarly());
    assertEquals(expected.stillInTime, target.stillInTime());
    assertEquals(summary.exchanges(), target.due() + target.metEarly() + target.stillInTime());
  }

  private static void assertCensored(Expected expected, SurvivalCurve curve) {
    assertEquals(expected.waiting.size(), curve.censoredCount());
    for (int i = 0; i < curve.size(); i++) {
      long time = curve.timeMillis(i);
      assertEquals(expected.waiting.stream().filter(x -> x == time).count(), curve.censored(i));
      assertEquals(expected.answered.stream().filter(x -> x == time).count(), curve.events(i));
    }
  }

  private static void expect(Slice slice, AnswerRule rule, int clock, Expected expected) {
    boolean isForum = slice.organizations() == 0;
    boolean canBeAnswered = !isForum || rule.answerer() == Answerer.ANYBODY_ELSE;
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      for (NaiveStrand strand : NaiveStrand.of(conversation, rule, slice.organizations())) {
        switch (clock) {
          case 0 -> {
            for (NaiveStrand.Exchange e : strand.exchanges) {
              start(slice, canBeAnswered, e.anchor(), e.answer(), e.isDirect(), expected);
            }
            strand.quietMessages.forEach(m -> expected.exclude(m, Exclusion.EXPECTS_NO_RESPONSE));
          }
          case 1, 2 -> first(slice, canBeAnswered, strand, clock == 2, expected);
          default -> eachMessage(slice, canBeAnswered, strand, expected);
        }
      }
      for (Message message : conversation) {
        if (!isForum && message.organization == Slice.NONE) {
          expected.exclude(message, Exclusion.UNADDRESSED);
        }
      }
    }
  }

  private static void first(
      Slice slice, boolean canBeAnswered, NaiveStrand strand, boolean direct, Expected expected) {
    Message opener = strand.opener();
    Message reply = strand.firstDirectResponse();
    Message response = direct ? reply : strand.firstResponse();
    if (!opener.isMember && !strand.isAutomatic()) {
      start(slice, canBeAnswered, opener, response, response == reply, expected);
    }
  }

  private static void eachMessage(
      Slice slice, boolean canBeAnswered, NaiveStrand strand, Expected expected) {
    for (Message message : strand.messages()) {
      if (!message.isMember && !message.isAutomatic) {
        if (message.repliesToAudience) {
          expected.exclude(message, Exclusion.ADDRESSED_TO_AUDIENCE);
        } else {
          start(slice, canBeAnswered, message, strand.firstReply(message), true, expected);
        }
      }
    }
  }

  private static void start(
      Slice slice,
      boolean canBeAnswered,
      Message start,
      @Nullable Message answer,
      boolean isDirect,
      Expected expected) {
    if (!start.expectsResponse) {
      expected.exclude(start, Exclusion.EXPECTS_NO_RESPONSE);
    } else if (!canBeAnswered) {
      expected.exclude(start, Exclusion.NOBODY_CAN_ANSWER);
    } else {
      expected.wait(start, answer, isDirect, slice.seenUntil(start.row));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void windowsPartitionTheFacts(
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int clock,
      @ForAll @IntRange(min = 1, max = 39) int cut) {
    EngagementLog log = new RandomTalk(seed).log();
    ResponseTime measure = measure(clock, 0);
    Instant start = Instant.ofEpochMilli(0);
    Instant middle = Instant.ofEpochMilli(cut);
    Instant end = Instant.ofEpochMilli(50);
    ResponseSummary parts =
        log.between(start, middle)
            .measure(measure)
            .merge(log.between(middle, end).measure(measure));
    assertArrayEquals(log.between(start, end).measure(measure).toBytes(), parts.toBytes());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void keysPartitionTheFacts(@ForAll long seed, @ForAll @IntRange(max = 3) int clock) {
    EngagementLog log = new RandomTalk(seed).log();
    ResponseTime measure = measure(clock, 0);
    byte[] whole = log.measure(measure).toBytes();
    Breakdown<ResponseSummary> byOrganization = log.measure(measure.by(Dimension.ORGANIZATION));
    assertArrayEquals(whole, byOrganization.total().toBytes());
    Breakdown<ResponseSummary> byAnswerer =
        log.measure(measure.by(Dimension.DEPARTMENT.ofAnswer()));
    assertArrayEquals(whole, byAnswerer.total().toBytes());
    long answered = byAnswerer.parts().values().stream().mapToLong(ResponseSummary::answered).sum();
    assertEquals(byAnswerer.total().answered(), answered);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void bytesAndOrderOfRowsChangeNothing(@ForAll long seed, @ForAll @IntRange(max = 3) int clock) {
    RandomTalk talk = new RandomTalk(seed);
    ResponseTime measure = measure(clock, 1);
    ResponseSummary summary = talk.log().measure(measure);
    assertArrayEquals(summary.toBytes(), measure.fromBytes(summary.toBytes()).toBytes());
    assertEquals(summary.toString(), measure.fromBytes(summary.toBytes()).toString());
    assertArrayEquals(summary.toBytes(), talk.shuffledLog().measure(measure).toBytes());
  }
}
