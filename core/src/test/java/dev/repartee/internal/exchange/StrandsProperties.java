package dev.repartee.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is found in one pass is what the definitions say, for random talk and all rules. */
final class StrandsProperties {
  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void strandsAreWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 31) int ruleNumber,
      @ForAll @IntRange(max = 3) int view) {
    compare(new RandomTalk(seed).log(), ruleNumber, view);
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void alsoWherePeopleJoinAndLeaveInTheMidstOfIt(
      @ForAll long seed,
      @ForAll @IntRange(max = 31) int ruleNumber,
      @ForAll @IntRange(max = 3) int view) {
    compare(new RandomTalk(seed).logWherePeopleJoinAndLeave(), ruleNumber, view);
  }

  private static void compare(EngagementLog log, int ruleNumber, int view) {
    AnswerRule rule = RandomTalk.rule(ruleNumber);
    EngagementLog seen = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(7));
    seen = (view & 2) == 0 ? seen : seen.asOf(Instant.ofEpochMilli(25));
    seen.measure(new Probe(slice -> compare(slice, rule)));
  }

  private static void compare(Slice slice, AnswerRule rule) {
    List<NaiveStrand> strands = new ArrayList<>();
    List<Integer> unaddressed = new ArrayList<>();
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      strands.addAll(NaiveStrand.of(conversation, rule, slice.organizations()));
      for (Message message : conversation) {
        assertEquals(message.effectiveAt(), slice.effectiveAt(message.row), "effective");
        if (slice.organizations() > 0 && message.organization == Slice.NONE) {
          unaddressed.add(message.row);
        }
      }
    }
    Strands found = Strands.of(slice, rule);
    assertEquals(exchanges(strands), exchanges(found));
    assertEquals(
        sorted(strands.stream().flatMap(s -> s.quietMessages.stream())),
        sorted(found.quietMessages(), found::quietMessageRow),
        "turns that expect nothing");
    assertEquals(
        sorted(strands.stream().flatMap(s -> s.returns.stream())),
        sorted(found.returns(), found::returnRow),
        "returns");
    assertEquals(unaddressed, sorted(found.unaddressed(), found::unaddressedRow), "unaddressed");
    assertEquals(addressings(strands), addressings(found));
    assertEquals(
        sorted(strands.stream().flatMap(s -> s.answering().stream())),
        sorted(found.answers(), found::answerRow),
        "answers");
    assertEquals(
        sorted(strands.stream().flatMap(s -> s.unprompted().stream())),
        sorted(found.unprompted(), found::unpromptedRow),
        "unprompted");
    assertEquals(replies(strands), replies(strands, found));
    assertEquals(
        strands.stream().map(s -> facts(s, slice)).sorted().toList(),
        IntStream.range(0, found.strands()).mapToObj(s -> facts(found, s)).sorted().toList());
  }

  private static List<Integer> sorted(Stream<Message> messages) {
    return messages.map(m -> m.row).sorted().toList();
  }

  private static List<Integer> sorted(int size, IntUnaryOperator row) {
    return IntStream.range(0, size).map(row).sorted().boxed().toList();
  }

  private static int row(@Nullable Message message) {
    return message == null ? Slice.NONE : message.row;
  }

  private static List<String> exchanges(List<NaiveStrand> strands) {
    return strands.stream()
        .flatMap(s -> s.exchanges.stream())
        .map(e -> e.anchor().row + ".." + e.last().row + " -> " + row(e.answer()) + e.isDirect())
        .sorted()
        .toList();
  }

  private static List<String> exchanges(Strands found) {
    return IntStream.range(0, found.exchanges())
        .mapToObj(
            i ->
                found.anchor(i)
                    + ".."
                    + found.lastOfTurn(i)
                    + " -> "
                    + found.answer(i)
                    + found.isDirect(i))
        .sorted()
        .toList();
  }

  private static List<String> addressings(List<NaiveStrand> strands) {
    return strands.stream()
        .flatMap(s -> s.organizationRows().stream().map(m -> m.row + " " + s.addressing(m)))
        .sorted()
        .toList();
  }

  private static List<String> addressings(Strands found) {
    return Stream.of(Addressing.values())
        .flatMap(
            to ->
                IntStream.range(0, found.organizationRows(to))
                    .mapToObj(i -> found.organizationRow(to, i) + " " + to))
        .sorted()
        .toList();
  }

  private static List<String> replies(List<NaiveStrand> strands) {
    return strands.stream()
        .flatMap(s -> s.messages().stream().map(m -> m.row + " " + row(s.firstReply(m))))
        .toList();
  }

  private static List<String> replies(List<NaiveStrand> strands, Strands found) {
    return strands.stream()
        .flatMap(s -> s.messages().stream().map(m -> m.row + " " + found.firstReply(m.row)))
        .toList();
  }

  private static String facts(NaiveStrand whole, Slice slice) {
    NaiveStrand s = whole.until(slice.seenUntil(whole.anchor().row));
    return String.join(
        " ",
        "anchor " + whole.anchor().row,
        "opener " + (whole.isAutomatic() ? Slice.NONE : whole.opener().row),
        "audience " + !s.opener().isMember,
        "anonymous " + s.opener().isAnonymous,
        "automatic " + s.isAutomatic(),
        "messages " + s.audienceMessages() + " " + s.organizationMessages(),
        "turns " + s.turns(),
        "answered " + s.isAnswered(),
        "returned " + !s.returns.isEmpty() + " " + s.isFollowedUp(),
        "opener returned " + s.isOpenerReturned() + " " + s.isOpenerReturnedDirectly(),
        "responses " + row(whole.firstResponse()) + " " + row(whole.firstDirectResponse()),
        "last " + row(s.lastMessage()) + " " + s.isLastWordOfAudience());
  }

  private static String facts(Strands found, int s) {
    return String.join(
        " ",
        "anchor " + found.strandAnchor(s),
        "opener " + found.opener(s),
        "audience " + found.isAudienceOpened(s),
        "anonymous " + found.isOpenerAnonymous(s),
        "automatic " + found.isAutomatic(s),
        "messages " + found.audienceMessages(s) + " " + found.organizationMessages(s),
        "turns " + found.turns(s),
        "answered " + found.isAnswered(s),
        "returned " + found.isReturned(s) + " " + found.isFollowedUp(s),
        "opener returned " + found.isOpenerReturned(s) + " " + found.isOpenerReturnedDirectly(s),
        "responses " + found.firstResponse(s) + " " + found.firstDirectResponse(s),
        "last " + found.lastMessage(s) + " " + found.isLastWordOfAudience(s));
  }
}
