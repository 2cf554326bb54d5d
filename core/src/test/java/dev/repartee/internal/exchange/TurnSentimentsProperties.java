package dev.repartee.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.model.Sentiment;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The most negative label of turns, and where they turn negative, for all rules. */
final class TurnSentimentsProperties {
  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void labelsAreWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int ruleNumber,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log = new RandomTalk(seed).log();
    AnswerRule rule = RandomTalk.rule(ruleNumber);
    EngagementLog seen = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(7));
    seen = (view & 2) == 0 ? seen : seen.asOf(Instant.ofEpochMilli(25));
    seen.measure(new Probe(slice -> compare(slice, rule)));
  }

  private static void compare(Slice slice, AnswerRule rule) {
    List<String> expected = new ArrayList<>();
    for (int unit = 0; unit < slice.units(); unit++) {
      for (NaiveStrand strand :
          NaiveStrand.of(Message.of(slice, unit), rule, slice.organizations())) {
        for (NaiveStrand.Exchange exchange : strand.exchanges) {
          expected.add(label(slice, strand, exchange));
        }
      }
    }
    Strands strands = Strands.of(slice, rule);
    TurnSentiments sentiments = TurnSentiments.of(slice, rule);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < strands.exchanges(); i++) {
      found.add(
          text(strands.anchor(i), strands.lastOfTurn(i))
              + sentiments.firstNegative(i)
              + sentiments.mostNegative(i));
    }
    Collections.sort(expected);
    Collections.sort(found);
    assertEquals(expected, found);
  }

  private static String label(Slice slice, NaiveStrand strand, NaiveStrand.Exchange exchange) {
    int firstNegative = Slice.NONE;
    List<Sentiment> labels = new ArrayList<>();
    for (Message message : strand.messages()) {
      boolean isOfTurn =
          message.person == exchange.anchor().person
              && message.row >= exchange.anchor().row
              && message.row <= exchange.last().row
              && !message.isAutomatic;
      boolean isSeen =
          message == exchange.anchor()
              || slice.effectiveAt(message.row) <= slice.seenUntil(exchange.anchor().row);
      Sentiment label = slice.sentiment(message.row);
      if (isOfTurn && isSeen && label != null) {
        labels.add(label);
        if (label == Sentiment.NEGATIVE && firstNegative == Slice.NONE) {
          firstNegative = message.row;
        }
      }
    }
    Sentiment most = labels.isEmpty() ? null : Collections.min(labels);
    return text(exchange.anchor().row, exchange.last().row) + firstNegative + most;
  }

  private static String text(int anchor, int last) {
    return anchor + "-" + last + " ";
  }
}
