package dev.repartee.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.testing.Probe;
import dev.repartee.testing.Talk;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Shapes of a single conversation on which anything but linear work would never end. */
final class LargeStrandsTest {
  private static final int MESSAGES = 200_000;

  private static void check(
      IntFunction<String> author, IntUnaryOperator parent, Consumer<Strands> test) {
    check(MESSAGES, author, parent, test);
  }

  private static void check(
      int messages, IntFunction<String> author, IntUnaryOperator parent, Consumer<Strands> test) {
    EngagementLog.Builder builder = EngagementLog.builder(Talk.acme());
    Appender appender = builder.appender();
    for (int i = 0; i < messages; i++) {
      appender.id(i).author(author.apply(i)).at(i);
      if (i > 0) {
        appender.parent(parent.applyAsInt(i));
      }
      appender.end();
    }
    builder
        .build()
        .measure(
            new Probe(
                slice -> {
                  if (slice.units() > 0) {
                    test.accept(Strands.of(slice, AnswerRule.standard()));
                    test.accept(Strands.of(slice, AnswerRule.standard().oneAnswerServesAll()));
                  }
                }));
  }

  @Test
  void everybodyRepliesToOnePost() {
    check(
        i -> i == 0 ? "care" : "visitor" + i,
        i -> 0,
        strands -> assertEquals(MESSAGES - 1, strands.exchanges()));
  }

  @Test
  void eachIsAnsweredAndComesBack() {
    check(
        i -> i % 2 == 0 ? "care" : "visitor" + i % 2_001,
        i -> i - 1,
        strands -> {
          assertEquals(MESSAGES, strands.turns(0));
          assertEquals(MESSAGES / 2, strands.exchanges());
        });
  }

  @Test
  void theOrganizationTalksToItselfInAChain() {
    check(
        i -> i == 0 ? "carl" : "care",
        i -> i - 1,
        strands -> {
          assertEquals(1, strands.exchanges());
          assertEquals(MESSAGES - 1, strands.organizationRows(Addressing.TO_AUDIENCE));
        });
  }

  @Test
  void aTurnMayEndWhereAWordEnds() {
    for (int messages = 60; messages < 70; messages++) {
      int last = messages - 1;
      check(
          messages,
          i -> i == 0 ? "care" : "carl",
          i -> i - 1,
          strands -> {
            assertEquals(1, strands.exchanges());
            assertEquals(1, strands.anchor(0));
            assertEquals(last, strands.lastOfTurn(0));
            assertEquals(Slice.NONE, strands.answer(0));
            assertEquals(2, strands.turns(0));
          });
    }
  }

  @Test
  void manyPeopleAreAnsweredAtOnce() {
    check(
        i -> i == MESSAGES - 1 ? "care" : "visitor" + i,
        i -> i - 1,
        strands -> assertEquals(MESSAGES - 1, strands.exchanges()));
  }
}
