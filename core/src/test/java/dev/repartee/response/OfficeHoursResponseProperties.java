package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.model.OfficeHours;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random talk in the first milliseconds of 1970, which was a Thursday, while an office is open. */
final class OfficeHoursResponseProperties {
  private static final OfficeHours OFFICE =
      OfficeHours.builder("UTC")
          .open(
              "Thu", "00:00:00.004-00:00:00.011", "00:00:00.014-00:00:00.022", "00:00:00.030-01:00")
          .build();

  private static final long TARGET = 4;

  private static boolean isOpen(long at) {
    return (at >= 4 && at < 11) || (at >= 14 && at < 22) || (at >= 30 && at < 3_600_000);
  }

  private static long elapsed(long start, long stop) {
    long open = 0;
    for (long at = start; at < stop; at++) {
      open += isOpen(at) ? 1 : 0;
    }
    return open;
  }

  /** What the definition says of the exchanges of a slice. */
  private static final class Expected {
    final List<Long> answered = new ArrayList<>();
    final List<Long> waiting = new ArrayList<>();
    final List<Long> atNight = new ArrayList<>();
    long waitingAtNight;
    long inHours;
    long skewed;
    long due;
    long met;

    void add(Slice slice) {
      for (int unit = 0; unit < slice.units(); unit++) {
        List<Message> talk = Message.of(slice, unit);
        for (NaiveStrand strand :
            NaiveStrand.of(talk, AnswerRule.standard(), slice.organizations())) {
          strand.exchanges.forEach(e -> add(slice, e));
        }
      }
    }

    private void add(Slice slice, NaiveStrand.Exchange exchange) {
      if (slice.organizations() == 0) {
        return;
      }
      long start = exchange.anchor().at;
      long until = slice.seenUntil(exchange.anchor().row);
      Message answer = exchange.answer();
      inHours += isOpen(start) ? 1 : 0;
      if (answer == null || answer.effectiveAt() > until) {
        waiting.add(elapsed(start, until));
        due += elapsed(start, until) >= TARGET ? 1 : 0;
        waitingAtNight += isOpen(start) ? 0 : 1;
      } else if (answer.at < start) {
        skewed++;
      } else {
        long latency = elapsed(start, answer.at);
        answered.add(latency);
        due += elapsed(start, until) >= TARGET ? 1 : 0;
        met += elapsed(start, until) >= TARGET && latency <= TARGET ? 1 : 0;
        if (!isOpen(start)) {
          atNight.add(answer.at - start);
        }
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void summariesHoldWhatTheDefinitionsSay(@ForAll long seed, @ForAll @IntRange(max = 3) int view) {
    EngagementLog log = new RandomTalk(seed).log();
    log = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    log = (view & 2) == 0 ? log : log.asOf(Instant.ofEpochMilli(25));
    Expected expected = new Expected();
    log.measure(new Probe(expected::add));
    ResponseSummary working =
        log.measure(ResponseTime.eachTurn().during(OFFICE).withTarget(Duration.ofMillis(TARGET)));
    assertEquals(expected.skewed, working.excluded(Exclusion.CLOCK_SKEW));
    assertEquals(expected.answered.size(), working.answered());
    assertEquals(expected.waiting.size(), working.waiting());
    for (long time = 0; time <= 50; time++) {
      long t = time;
      long within = expected.answered.stream().filter(x -> x <= t).count();
      assertEquals(within, working.answeredLatencies().countAtMost(t));
    }
    for (int i = 0; i < working.curve().size(); i++) {
      long time = working.curve().timeMillis(i);
      long censored = expected.waiting.stream().filter(x -> x == time).count();
      assertEquals(censored, working.curve().censored(i));
    }
    assertEquals(expected.due, working.target().due());
    assertEquals(expected.met, working.target().met());
    ResponseSummary night = log.measure(ResponseTime.eachTurn().startedOutside(OFFICE));
    assertEquals(expected.inHours, night.excluded(Exclusion.IN_OFFICE_HOURS));
    assertEquals(expected.waitingAtNight, night.waiting());
    assertEquals(expected.atNight.size(), night.answered());
    for (long time = 0; time <= 50; time++) {
      long t = time;
      long within = expected.atNight.stream().filter(x -> x <= t).count();
      assertEquals(within, night.answeredLatencies().countAtMost(t));
    }
  }
}
