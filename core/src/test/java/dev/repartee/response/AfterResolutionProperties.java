package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Who asks again after a resolution, against a reference that follows the rows of each conversation
 * as they happened and looks for the next question of the person in all that come later.
 */
class AfterResolutionProperties {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int AS_OF = 1_000;

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme", a -> a.member("care", "Support").member("tech", "Tech").bot("bot", "Support"))
          .build();

  private enum State {
    UNASKED,
    OPEN,
    ON_HOLD,
    RESOLVED
  }

  private record Event(
      int conversation,
      int number,
      @Nullable ActKind kind,
      @Nullable String author,
      int minute,
      boolean expects,
      String topic) {
    Interaction row() {
      Instant at = START.plusSeconds(60L * minute);
      String opener = conversation + "-0";
      if (kind != null) {
        Act act = Act.of(kind, author, at).id("a" + conversation + "-" + number);
        return number % 2 == 0 ? act.on(opener) : act.in("c" + conversation);
      }
      String id = conversation + "-" + number;
      return number == 0
          ? Post.of(id, author, at).in("c" + conversation).expectsResponse(expects).topic(topic)
          : Reply.of(id, author, at).to(opener).expectsResponse(expects).topic(topic);
    }

    boolean isOfStaff() {
      return List.of("care", "tech", "bot").contains(String.valueOf(author));
    }

    boolean isAsk() {
      return kind == null && !isOfStaff() && expects;
    }

    boolean isTalk(AnswerRule rule) {
      return kind == null && (!"bot".equals(author) || rule.isCountingBots());
    }
  }

  /** A resolution, with what was asked last before it, and where it stands in its conversation. */
  private record Resolved(Event act, Event asked, List<Event> later) {}

  /** What is found in all conversations. */
  private static final class Found {
    final List<Resolved> resolved = new ArrayList<>();

    /** Questions with which turns begin. */
    final List<Event> turns = new ArrayList<>();
  }

  private static void follow(List<Event> events, AnswerRule rule, Found found) {
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    order = order.thenComparing(e -> e.kind() != null).thenComparingInt(Event::number);
    List<Event> sorted = events.stream().sorted(order).toList();
    String opener = String.valueOf(sorted.get(0).author());
    State state = State.UNASKED;
    Event asked = null;
    boolean waits = false; // of the opener; only looked at where nobody else asks
    for (int i = 0; i < sorted.size(); i++) {
      Event event = sorted.get(i);
      boolean hasSay = event.isOfStaff() || event.author() == null || opener.equals(event.author());
      if (event.kind() == null && event.isOfStaff()) {
        waits &= !event.isTalk(rule);
      } else if (event.kind() == null) {
        state = event.expects() || state == State.ON_HOLD ? State.OPEN : state;
        if (event.expects()) {
          asked = event;
          if (!waits) {
            found.turns.add(event);
          }
          waits = true;
        }
      } else if (hasSay) {
        if (event.kind() == ActKind.RESOLVE) {
          waits = false;
          if (asked != null && (state == State.OPEN || state == State.ON_HOLD)) {
            found.resolved.add(new Resolved(event, asked, sorted.subList(i + 1, sorted.size())));
            state = State.RESOLVED;
          }
        } else if (event.kind() == ActKind.REOPEN && state == State.RESOLVED) {
          state = State.OPEN;
        } else if (event.kind() == ActKind.HOLD && state == State.OPEN) {
          state = State.ON_HOLD;
        } else if (event.kind() == ActKind.RESUME && state == State.ON_HOLD) {
          state = State.OPEN;
        }
      }
    }
  }

  /** Conversations each of one person, who has several, or of several persons. */
  private static List<Event> log(Random random, boolean isOfOne) {
    String[] people = {"carl", "dan", "eve"};
    String[] staff = {"care", "tech", "bot"};
    String[] strangers = {"stranger", "zak", null, "care", "bot"};
    ActKind[] kinds = {
      ActKind.RESOLVE,
      ActKind.RESOLVE,
      ActKind.RESOLVE,
      ActKind.REOPEN,
      ActKind.HOLD,
      ActKind.RESUME,
      ActKind.ASSIGN
    };
    List<Event> events = new ArrayList<>();
    for (int c = 0; c < 1 + random.nextInt(9); c++) {
      int minute = random.nextInt(900);
      String opener = people[random.nextInt(people.length)];
      for (int i = 0; i < 1 + random.nextInt(14); i++) {
        minute = Math.min(AS_OF, minute + random.nextInt(3) * random.nextInt(40));
        ActKind kind = i > 0 && random.nextBoolean() ? kinds[random.nextInt(kinds.length)] : null;
        String person = isOfOne ? opener : people[random.nextInt(people.length)];
        String writer = random.nextInt(3) > 0 ? person : staff[random.nextInt(staff.length)];
        String actor =
            random.nextInt(3) == 0 ? opener : strangers[random.nextInt(strangers.length)];
        String author = i == 0 ? opener : kind == null ? writer : actor;
        String topic = random.nextInt(4) == 0 ? "cups" : "beans";
        events.add(new Event(c, i, kind, author, minute, random.nextInt(5) > 0, topic));
      }
    }
    return events;
  }

  private static EngagementLog build(List<Event> events, long seed) {
    List<Interaction> rows = new ArrayList<>(events.stream().map(Event::row).toList());
    Collections.shuffle(rows, new Random(seed));
    return EngagementLog.builder(DIRECTORY)
        .asOf(START.plusSeconds(60L * AS_OF))
        .addAll(rows)
        .build();
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  @Property(tries = 1000)
  void whoAsksAgainIsThatOfTheReference(
      @ForAll long seed,
      @ForAll boolean isAcross,
      @ForAll boolean isOnAnyTopic,
      @ForAll boolean areBotsCounted,
      @ForAll @IntRange(min = 300, max = AS_OF) int asOf,
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 700) int span,
      @ForAll @IntRange(min = 1, max = 200) int followUp) {
    AnswerRule rule = areBotsCounted ? AnswerRule.standard().countingBots() : AnswerRule.standard();
    List<Event> events = log(new Random(seed), isAcross);
    Map<Integer, List<Event>> byConversation = new TreeMap<>();
    events.stream()
        .filter(e -> e.minute() <= asOf)
        .forEach(
            e -> byConversation.computeIfAbsent(e.conversation(), c -> new ArrayList<>()).add(e));
    Found found = new Found();
    byConversation.values().forEach(of -> follow(of, rule, found));
    List<Integer> again = new ArrayList<>();
    List<Integer> notYet = new ArrayList<>();
    for (Resolved one : found.resolved) {
      int start = one.act().minute();
      if (start < from || start >= from + span) {
        continue;
      }
      int seen = Math.min(asOf, start + followUp);
      List<Event> candidates =
          isAcross
              ? found.turns.stream().filter(e -> e.minute() > start).toList()
              : one.later().stream().filter(Event::isAsk).toList();
      int next =
          candidates.stream()
              .filter(e -> Objects.equals(e.author(), one.asked().author()))
              .filter(e -> isOnAnyTopic || e.topic().equals(one.asked().topic()))
              .mapToInt(Event::minute)
              .min()
              .orElse(Integer.MAX_VALUE);
      (next <= seen ? again : notYet).add(Math.min(next, seen) - start);
    }
    ReContact measure = ReContact.standard().afterResolution().answers(rule);
    measure = isAcross ? measure.acrossConversations() : measure;
    measure = isOnAnyTopic ? measure.onAnyTopic() : measure;
    ReContactSummary summary =
        build(events, seed)
            .asOf(minute(asOf))
            .between(minute(from), minute(from + span))
            .followedFor(Duration.ofMinutes(followUp))
            .measure(measure);
    if (!summary.isObserved()) {
      assertEquals(0, again.size() + notYet.size());
      return;
    }
    assertEquals(again.size(), summary.askedAgain());
    assertEquals(again.size() + notYet.size(), summary.answers());
    for (int i = 0; i < summary.curve().size(); i++) {
      int time = (int) (summary.curve().timeMillis(i) / 60_000);
      assertEquals(again.stream().filter(t -> t == time).count(), summary.curve().events(i));
      assertEquals(notYet.stream().filter(t -> t == time).count(), summary.curve().censored(i));
    }
  }
}
