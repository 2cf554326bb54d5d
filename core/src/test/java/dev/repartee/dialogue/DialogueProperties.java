package dev.repartee.dialogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Addressing;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Slice;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Summaries hold what the definitions say, and keep the laws, for random talk and all rules. */
final class DialogueProperties {
  private static final long HORIZON = 30;

  private static final long WINDOW_START = 2;
  private static final long WINDOW_END = 35;

  private static boolean isInWindow(Message anchor) {
    return anchor.effectiveAt() >= WINDOW_START && anchor.effectiveAt() < WINDOW_END;
  }

  /** What the definitions say of a window, as lists. */
  private static final class Expected {
    final List<NaiveStrand> mature = new ArrayList<>();
    final List<NaiveStrand> open = new ArrayList<>();
    final List<Addressing> messages = new ArrayList<>();
    final Set<NaiveStrand> atRest = new HashSet<>();
    final Set<String> organizations = new TreeSet<>();
    long unprompted;
    long answers;
    long personal;
    long automatic;
    long unaddressed;
    long unanswerable;
  }

  private static Dialogue measure(int rule) {
    Dialogue measure = Dialogue.standard().withHorizon(Duration.ofMillis(HORIZON));
    return measure.answers(RandomTalk.rule(rule));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void summariesHoldWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 31) int rule,
      @ForAll @IntRange(max = 3) int view,
      @ForAll boolean isInbound) {
    EngagementLog log = new RandomTalk(seed).log();
    log = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    log = (view & 2) == 0 ? log : log.asOf(Instant.ofEpochMilli(35));
    log = log.between(Instant.ofEpochMilli(WINDOW_START), Instant.ofEpochMilli(WINDOW_END));
    Expected expected = new Expected();
    log.measure(new Probe(slice -> expect(slice, RandomTalk.rule(rule), expected)));
    DialogueSummary all = log.measure(measure(rule));
    assertCases(expected, log.measure(measure(rule).opened(Opened.keepingAll())));
    compare(expected, expected.mature, s -> true, all);
    List<NaiveStrand> both = new ArrayList<>(expected.mature);
    both.addAll(expected.open);
    compare(expected, both, s -> true, all.includingOpen());
    compare(
        expected,
        expected.mature,
        s -> s.opener().isMember != isInbound,
        isInbound ? all.inbound() : all.outreach());
  }

  private static void expect(Slice slice, AnswerRule rule, Expected expected) {
    boolean canBeAnswered = rule.canBeMetIn(slice.organizations());
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      for (Message message : conversation) {
        expected.unaddressed +=
            slice.organizations() > 0 && message.organization == Slice.NONE && isInWindow(message)
                ? 1
                : 0;
      }
      for (NaiveStrand whole : NaiveStrand.of(conversation, rule, slice.organizations())) {
        whole.organizationRows().stream()
            .filter(DialogueProperties::isInWindow)
            .forEach(m -> expected.messages.add(whole.addressing(m)));
        expected.unprompted +=
            whole.unprompted().stream().filter(DialogueProperties::isInWindow).count();
        for (Message answer : whole.answering()) {
          if (answer.isMember && isInWindow(answer)) {
            expected.answers++;
            expected.personal += answer.isPersonal ? 1 : 0;
          }
        }
        if (!isInWindow(whole.anchor())) {
          continue;
        }
        if (whole.anchor().organization != Slice.NONE) {
          expected.organizations.add(slice.organizationName(whole.anchor().organization));
        }
        NaiveStrand strand = whole.until(slice.seenUntil(whole.anchor().row));
        if (!canBeAnswered) {
          expected.unanswerable++;
        } else if (strand.isAutomatic()) {
          expected.automatic++;
        } else if (slice.asOf() - strand.anchor().effectiveAt() < HORIZON) {
          expected.open.add(strand);
        } else {
          expected.mature.add(strand);
          long silence =
              slice.seenUntil(strand.anchor().row)
                  - Objects.requireNonNull(strand.lastMessage()).effectiveAt();
          if (silence >= HORIZON) {
            expected.atRest.add(strand);
          }
        }
      }
    }
  }

  /** Each strand is told by the time of the message that it hangs on. */
  private static void assertCases(Expected expected, Opened<DialogueSummary> opened) {
    for (Form form : Form.values()) {
      String name = "strands_" + form.name().toLowerCase(Locale.ROOT);
      assertEquals(
          expected.mature.stream()
              .filter(strand -> form(strand) == form)
              .map(strand -> strand.anchor().at)
              .sorted()
              .toList(),
          opened.cases(name).worst().stream().map(one -> one.at().toEpochMilli()).sorted().toList(),
          name);
    }
  }

  private static Form form(NaiveStrand strand) {
    if (!strand.returns.isEmpty()) {
      return Form.DIALOGUE;
    }
    if (strand.isAnswered()) {
      return Form.ANSWERED;
    }
    if (strand.audienceMessages() > 0 && strand.organizationMessages() > 0) {
      return Form.ECHO;
    }
    return strand.audienceMessages() > 0 ? Form.UNHEARD : Form.BROADCAST;
  }

  private static void compare(
      Expected expected,
      List<NaiveStrand> all,
      Predicate<NaiveStrand> isSeen,
      DialogueSummary summary) {
    List<NaiveStrand> strands = all.stream().filter(isSeen).toList();
    assertEquals(strands.size(), summary.strands());
    assertEquals(expected.open.stream().filter(isSeen).count(), summary.open());
    assertEquals(expected.automatic, summary.automatic());
    assertEquals(expected.unaddressed, summary.unaddressed());
    assertEquals(expected.unanswerable, summary.unanswerable());
    for (Form form : Form.values()) {
      assertEquals(count(strands, s -> form(s) == form), summary.count(form), form.name());
    }
    assertEquals(count(strands, NaiveStrand::isFollowedUp), summary.followedUp().successes());
    long twoWay = count(strands, s -> form(s) == Form.DIALOGUE || form(s) == Form.ANSWERED);
    assertEquals(twoWay, summary.twoWay().successes());
    assertEquals(count(strands, s -> s.audienceMessages() > 0), summary.twoWay().trials());
    assertEquals(strands.size(), summary.twoWayOfAll().trials());
    assertEquals(twoWay, summary.returned().trials());
    assertEquals(count(strands, s -> form(s) == Form.DIALOGUE), summary.returned().successes());
    assertEquals(
        count(strands, s -> !s.opener().isMember && !s.opener().isAnonymous),
        summary.openerReturned().trials());
    assertEquals(
        count(strands, NaiveStrand::isOpenerReturned), summary.openerReturned().successes());
    assertEquals(
        count(strands, NaiveStrand::isOpenerReturnedDirectly),
        summary.openerReturnedDirectly().successes());
    assertEquals(
        count(strands, s -> s.audienceMessages() > 0 && s.organizationMessages() > 0),
        summary.bothSpoke().successes());
    for (int k = 1; k <= 64; k++) {
      int turns = k;
      assertEquals(count(strands, s -> s.turns() >= turns), summary.atLeastTurns(k).successes());
    }
    long audience = strands.stream().mapToLong(NaiveStrand::audienceMessages).sum();
    long organization = strands.stream().mapToLong(NaiveStrand::organizationMessages).sum();
    assertEquals(audience, summary.audienceMessages());
    assertEquals(organization, summary.organizationMessages());
    assertEquals(
        1 - Math.abs(organization - audience) / (double) (organization + audience),
        summary.balance().value(),
        1e-12);
    assertTurnsAndBalances(strands, summary);
    assertEquals(count(strands, expected.atRest::contains), summary.lastWordOfAudience().trials());
    assertEquals(
        count(strands, s -> expected.atRest.contains(s) && s.isLastWordOfAudience()),
        summary.lastWordOfAudience().successes());
    assertEquals(expected.unprompted, summary.unpromptedCare().successes());
    assertEquals(expected.messages.size(), summary.unpromptedCare().trials());
    assertEquals(expected.personal, summary.humanFace().successes());
    assertEquals(expected.answers, summary.humanFace().trials());
    assertEquals(List.copyOf(expected.organizations), summary.organizations());
    for (Addressing to : Addressing.values()) {
      long successes =
          switch (to) {
            case TO_AUDIENCE -> summary.messagesToAudience().successes();
            case OPENING -> summary.messagesOpening().successes();
            case OWN_OR_UNKNOWN -> summary.messagesToOwnOrUnknown().successes();
          };
      assertEquals(expected.messages.stream().filter(m -> m == to).count(), successes);
      assertEquals(expected.messages.size(), summary.messagesOpening().trials());
    }
  }

  private static void assertTurnsAndBalances(List<NaiveStrand> strands, DialogueSummary summary) {
    int[] turns = strands.stream().mapToInt(s -> Math.min(64, s.turns())).sorted().toArray();
    int n = turns.length;
    double median = n == 0 ? Double.NaN : (turns[(n - 1) / 2] + turns[n / 2]) / 2.0;
    assertEquals(median, summary.medianTurns());
    Long[] tenths = new Long[10];
    Arrays.fill(tenths, 0L);
    for (NaiveStrand strand : strands) {
      double o = strand.organizationMessages();
      double a = strand.audienceMessages();
      double balance = 1 - Math.abs(o - a) / (o + a);
      tenths[(int) Math.min(9, Math.floor(10 * balance + 1e-9))]++;
    }
    assertEquals(List.of(tenths), summary.balanceHistogram());
  }

  private static long count(List<NaiveStrand> strands, Predicate<NaiveStrand> predicate) {
    return strands.stream().filter(predicate).count();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void windowsAndKeysPartitionTheFacts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 39) int cut) {
    EngagementLog log = new RandomTalk(seed).log();
    Dialogue measure = measure(1);
    Instant start = Instant.ofEpochMilli(0);
    Instant middle = Instant.ofEpochMilli(cut);
    Instant end = Instant.ofEpochMilli(50);
    DialogueSummary parts =
        log.between(start, middle)
            .measure(measure)
            .merge(log.between(middle, end).measure(measure));
    assertArrayEquals(log.between(start, end).measure(measure).toBytes(), parts.toBytes());
    assertArrayEquals(
        log.measure(measure).toBytes(),
        log.measure(measure.by(Dimension.ORGANIZATION)).total().toBytes());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void bytesAndOrderOfRowsChangeNothing(@ForAll long seed) {
    RandomTalk talk = new RandomTalk(seed);
    Dialogue measure = measure(0);
    DialogueSummary summary = talk.log().measure(measure);
    assertArrayEquals(summary.toBytes(), measure.fromBytes(summary.toBytes()).toBytes());
    assertArrayEquals(summary.toBytes(), talk.shuffledLog().measure(measure).toBytes());
  }
}
