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
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Waits after hand-offs, against a reference that follows the rows of each conversation as they
 * happened, one after the other, in what state the conversation is and whether somebody waits.
 */
class HandOffProperties {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int AS_OF = 1_000;
  private static final int TARGET = 60;

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
      boolean isSilent,
      boolean isOnReply) {
    Interaction row() {
      Instant at = START.plusSeconds(60L * minute);
      String opener = conversation + "-0";
      String talk = "c" + conversation;
      if (kind != null) {
        Act act = Act.of(kind, author, at).id("a" + conversation + "-" + number);
        act = number % 3 == 0 ? act.assignedTo("Tech") : act;
        return number % 2 == 0 ? act.on(opener) : act.in(talk);
      }
      String id = conversation + "-" + number;
      if (number == 0) {
        return Post.of(id, author, at).in(talk).expectsResponse(expects);
      }
      Reply reply = Reply.of(id, author, at).expectsResponse(expects);
      reply = isOnReply ? reply.in(talk) : reply.to(opener);
      return isOfStaff() && number % 2 == 0 ? reply.privately(isSilent) : reply.automatic(isSilent);
    }

    boolean isBy(@Nullable String name) {
      return name != null && name.equals(author);
    }

    boolean isOfStaff() {
      return isBy("care") || isBy("tech") || isBy("bot");
    }

    /** Whether it is talk by a rule. */
    boolean isTalk(AnswerRule rule) {
      return kind == null && !isSilent && (!isBy("bot") || rule.isCountingBots());
    }

    boolean isOfAudience() {
      return isBy("carl") || isBy("zak") || isBy("eve");
    }

    /** Whether what it does with a conversation of Carl has a say. */
    boolean hasSay() {
      return isOfStaff() || author == null || isBy("carl");
    }
  }

  /** A wait, and how it ended. */
  private static final class Wait {
    final int start;
    final String person;
    int end = Integer.MAX_VALUE;
    @Nullable Event ending;

    Wait(int start, String person) {
      this.start = start;
      this.person = person;
    }

    void end(Event by) {
      end = by.minute();
      ending = by;
    }
  }

  private static final class Found {
    final List<Wait> waits = new ArrayList<>();
    final List<Integer> notOpen = new ArrayList<>();
  }

  private static void follow(List<Event> events, AnswerRule rule, Found found) {
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    order = order.thenComparing(e -> e.kind() != null).thenComparingInt(Event::number);
    State state = State.UNASKED;
    String asked = "";
    Wait wait = null;
    for (Event event : events.stream().sorted(order).toList()) {
      if (event.isTalk(rule)) {
        boolean mayAnswer = event.isOfStaff() || rule.isByAnybodyElse();
        if (wait != null && mayAnswer && !event.isBy(wait.person)) {
          wait.end(event);
          wait = null;
        }
        if (event.isOfAudience()) {
          asked = event.expects() ? String.valueOf(event.author()) : asked;
          boolean opens = event.expects() || state == State.ON_HOLD;
          state = opens ? State.OPEN : state;
        }
      } else if (event.kind() == ActKind.ASSIGN) {
        if (wait == null && state == State.OPEN) {
          wait = new Wait(event.minute(), asked);
          found.waits.add(wait);
        } else if (wait == null) {
          found.notOpen.add(event.minute());
        }
      } else if (event.kind() != null) {
        boolean isClosing = event.kind() == ActKind.RESOLVE;
        if (wait != null && isClosing && (event.hasSay() || event.isBy(wait.person))) {
          wait.end(event);
          wait = null;
        }
        state = event.hasSay() ? after(state, event.kind()) : state;
      }
    }
  }

  private static State after(State state, ActKind kind) {
    boolean isAsked = state != State.UNASKED;
    return switch (kind) {
      case RESOLVE -> isAsked ? State.RESOLVED : state;
      case REOPEN -> state == State.RESOLVED ? State.OPEN : state;
      case HOLD -> state == State.OPEN ? State.ON_HOLD : state;
      case RESUME -> state == State.ON_HOLD ? State.OPEN : state;
      default -> state;
    };
  }

  @Provide
  Arbitrary<List<Event>> logs() {
    return Arbitraries.randomValue(HandOffProperties::log);
  }

  private static List<Event> log(Random random) {
    String[] actors = {"carl", "care", "care", "tech", "bot", "zak", "stranger", null};
    String[] writers = {"carl", "carl", "care", "tech", "bot", "zak", "eve"};
    ActKind[] kinds = {
      ActKind.ASSIGN,
      ActKind.ASSIGN,
      ActKind.ASSIGN,
      ActKind.RESOLVE,
      ActKind.REOPEN,
      ActKind.HOLD,
      ActKind.RESUME
    };
    List<Event> events = new ArrayList<>();
    for (int c = 0; c < 1 + random.nextInt(9); c++) {
      int minute = random.nextInt(900);
      boolean expects = random.nextInt(5) > 0;
      events.add(new Event(c, 0, null, "carl", minute, expects, false, false));
      for (int i = 1; i < 1 + random.nextInt(16); i++) {
        minute = Math.min(AS_OF, minute + random.nextInt(3) * random.nextInt(40));
        ActKind kind = random.nextBoolean() ? kinds[random.nextInt(kinds.length)] : null;
        String author =
            kind == null
                ? writers[random.nextInt(writers.length)]
                : actors[random.nextInt(actors.length)];
        events.add(
            new Event(
                c,
                i,
                kind,
                author,
                minute,
                random.nextInt(5) > 0,
                random.nextInt(6) == 0,
                random.nextBoolean()));
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

  private static AnswerRule rule(int number) {
    AnswerRule rule = (number & 1) == 0 ? AnswerRule.standard() : AnswerRule.anybodyElse();
    return (number & 2) == 0 ? rule : rule.countingBots();
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  @Property(tries = 1000)
  void waitsAreThoseOfTheReference(
      @ForAll("logs") List<Event> events,
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int rule,
      @ForAll @IntRange(min = 300, max = AS_OF) int asOf,
      @ForAll @IntRange(max = 400) int from,
      @ForAll @IntRange(min = 1, max = 700) int span,
      @ForAll @IntRange(min = 1, max = 200) int followUp) {
    Map<Integer, List<Event>> byConversation = new TreeMap<>();
    events.stream()
        .filter(e -> e.minute() <= asOf)
        .forEach(
            e -> byConversation.computeIfAbsent(e.conversation(), c -> new ArrayList<>()).add(e));
    Found found = new Found();
    byConversation.values().forEach(of -> follow(of, rule(rule), found));
    List<Integer> answered = new ArrayList<>();
    List<Integer> waiting = new ArrayList<>();
    List<Integer> closed = new ArrayList<>();
    int withdrawn = 0;
    int due = 0;
    int met = 0;
    for (Wait wait : found.waits) {
      if (wait.start < from || wait.start >= from + span) {
        continue;
      }
      int seen = Math.min(asOf, wait.start + followUp);
      Event ending = wait.end <= seen ? wait.ending : null;
      boolean isAnswered = ending != null && ending.kind() == null;
      if (ending == null) {
        waiting.add(seen - wait.start);
      } else {
        (isAnswered ? answered : closed).add(wait.end - wait.start);
        withdrawn += !isAnswered && ending.isBy(wait.person) ? 1 : 0;
      }
      due += seen - wait.start >= TARGET ? 1 : 0;
      met += seen - wait.start >= TARGET && isAnswered && wait.end - wait.start <= TARGET ? 1 : 0;
    }
    ResponseSummary summary =
        build(events, seed)
            .asOf(minute(asOf))
            .between(minute(from), minute(from + span))
            .followedFor(Duration.ofMinutes(followUp))
            .measure(
                ResponseTime.afterHandOff()
                    .answers(rule(rule))
                    .withTarget(Duration.ofMinutes(TARGET)));
    assertEquals(sorted(answered), answered(summary));
    assertEquals(waiting.size(), summary.waiting());
    assertEquals(closed.size(), summary.closed());
    assertEquals(withdrawn, summary.closed(Closing.BY_PERSON));
    assertEquals(
        found.notOpen.stream().filter(m -> m >= from && m < from + span).count(),
        summary.excluded(Exclusion.NOT_OPEN));
    assertEquals(due, summary.target().due());
    assertEquals(met, summary.target().met());
    for (int i = 0; closed.isEmpty() && i < summary.curve().size(); i++) {
      int time = (int) (summary.curve().timeMillis(i) / 60_000);
      assertEquals(waiting.stream().filter(w -> w == time).count(), summary.curve().censored(i));
    }
  }

  private static List<Integer> sorted(List<Integer> times) {
    return times.stream().sorted().toList();
  }

  /** The latencies of the answered in minutes, ascending. */
  private static List<Integer> answered(ResponseSummary summary) {
    List<Integer> times = new ArrayList<>();
    for (int minute = 0; minute <= AS_OF; minute++) {
      long upTo = summary.answeredLatencies().countAtMost(60_000L * minute);
      while (times.size() < upTo) {
        times.add(minute);
      }
    }
    return times;
  }
}
