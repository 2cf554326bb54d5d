package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary.Closing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Waits that are closed without an answer, against a reference that goes through the rows of each
 * conversation as they happened, and through who is where at each minute.
 */
class ClosedProperties {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int AS_OF = 1_000;
  private static final int TARGET = 60;

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", a -> a.member("care", "Support").bot("bot", "Support"))
          .build();

  private record Event(
      int conversation,
      int number,
      @Nullable ActKind kind,
      @Nullable String author,
      int minute,
      boolean expects) {
    Interaction row() {
      Instant at = START.plusSeconds(60L * minute);
      String opener = conversation + "-0";
      if (kind != null) {
        Act act = Act.of(kind, author, at).id("a" + conversation + "-" + number);
        return number % 2 == 0 ? act.on(opener) : act.in("c" + conversation);
      }
      String id = conversation + "-" + number;
      return number == 0
          ? Post.of(id, author, at).in("c" + conversation).expectsResponse(expects)
          : Reply.of(id, author, at).to(opener).expectsResponse(expects);
    }

    boolean isBy(String name) {
      return name.equals(author);
    }

    /** Whether it has a say in a conversation of carl. */
    boolean hasSay() {
      return !isBy("zak");
    }
  }

  /** All that is tallied. */
  private static final class Found {
    final List<Integer> answered = new ArrayList<>();
    final List<Integer> waiting = new ArrayList<>();
    final List<Integer> withdrawn = new ArrayList<>();
    final List<Integer> closed = new ArrayList<>();
    final List<Integer> backlog = new ArrayList<>();
    int resolved;
    int due;
    int met;

    int all() {
      return answered.size() + waiting.size() + withdrawn.size() + closed.size();
    }

    void judge(int start, boolean isMet) {
      if (start + TARGET <= AS_OF) {
        due++;
        met += isMet ? 1 : 0;
      }
    }
  }

  private static void follow(List<Event> events, Found found) {
    int since = -1;
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    order = order.thenComparing(e -> e.kind() != null).thenComparingInt(Event::number);
    for (Event event : events.stream().sorted(order).toList()) {
      int now = event.minute();
      if (event.kind() == null && event.isBy("carl")) {
        since = since < 0 && event.expects() ? now : since;
      } else if (event.kind() == null && event.isBy("care") && since >= 0) {
        found.answered.add(now - since);
        found.judge(since, now - since <= TARGET);
        since = -1;
      } else if (event.kind() == ActKind.RESOLVE && event.hasSay() && since >= 0) {
        (event.isBy("carl") ? found.withdrawn : found.closed).add(now - since);
        found.judge(since, false);
        since = -1;
      }
    }
    if (since >= 0) {
      found.waiting.add(AS_OF - since);
      found.judge(since, false);
    }
  }

  /** Who waits now: an act may open again what was resolved, and then the old wait goes on. */
  private static void followBacklog(List<Event> events, Found found) {
    int since = -1;
    boolean isClosed = false;
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    order = order.thenComparing(e -> e.kind() != null).thenComparingInt(Event::number);
    for (Event event : events.stream().sorted(order).toList()) {
      if (event.kind() == null && event.isBy("carl") && event.expects()) {
        if (since >= 0 && isClosed) {
          found.resolved++;
        }
        since = since < 0 || isClosed ? event.minute() : since;
        isClosed = false;
      } else if (event.kind() == null && event.isBy("care")) {
        since = -1;
        isClosed = false;
      } else if (event.kind() == ActKind.RESOLVE && event.hasSay()) {
        isClosed |= since >= 0;
      } else if (event.kind() == ActKind.REOPEN && event.hasSay()) {
        isClosed = false;
      }
    }
    if (since >= 0 && isClosed) {
      found.resolved++;
    } else if (since >= 0) {
      found.backlog.add(AS_OF - since);
    }
  }

  @Provide
  Arbitrary<List<Event>> logs() {
    return Arbitraries.randomValue(ClosedProperties::log);
  }

  private static List<Event> log(Random random) {
    String[] authors = {"carl", "carl", "care", "care", "bot", "zak", null};
    String[] writers = {"carl", "carl", "care", "bot"};
    ActKind[] kinds = {ActKind.RESOLVE, ActKind.RESOLVE, ActKind.REOPEN, ActKind.HOLD};
    List<Event> events = new ArrayList<>();
    for (int c = 0; c < 1 + random.nextInt(9); c++) {
      int minute = random.nextInt(900);
      events.add(new Event(c, 0, null, "carl", minute, random.nextInt(5) > 0));
      for (int i = 1; i < 1 + random.nextInt(9); i++) {
        minute = Math.min(AS_OF, minute + random.nextInt(3) * random.nextInt(40));
        ActKind kind = random.nextInt(5) < 2 ? kinds[random.nextInt(kinds.length)] : null;
        String author =
            kind == null
                ? writers[random.nextInt(writers.length)]
                : authors[random.nextInt(authors.length)];
        events.add(new Event(c, i, kind, author, minute, random.nextInt(5) > 0));
      }
    }
    return events;
  }

  private static Found find(List<Event> events) {
    Map<Integer, List<Event>> byConversation = new TreeMap<>();
    events.forEach(
        e -> byConversation.computeIfAbsent(e.conversation(), c -> new ArrayList<>()).add(e));
    Found found = new Found();
    byConversation
        .values()
        .forEach(
            of -> {
              follow(of, found);
              followBacklog(of, found);
            });
    return found;
  }

  private static EngagementLog build(List<Event> events, long seed) {
    List<Interaction> rows = new ArrayList<>(events.stream().map(Event::row).toList());
    Collections.shuffle(rows, new Random(seed));
    return EngagementLog.builder(DIRECTORY)
        .asOf(START.plusSeconds(60L * AS_OF))
        .addAll(rows)
        .build();
  }

  private static long atLeast(List<Integer> times, int time) {
    return times.stream().filter(t -> t >= time).count();
  }

  private static long at(List<Integer> times, int time) {
    return times.stream().filter(t -> t == time).count();
  }

  /** Aalen and Johansen by the letter: the chance of one end among several up to a minute. */
  private static double chance(Found found, List<Integer> ends, int minute) {
    double waits = 1;
    double chance = 0;
    for (int time : new TreeSet<>(all(found))) {
      double atRisk =
          atLeast(found.answered, time)
              + atLeast(found.waiting, time)
              + atLeast(found.withdrawn, time)
              + atLeast(found.closed, time);
      if (time <= minute) {
        chance += waits * at(ends, time) / atRisk;
        double over = at(found.answered, time) + at(found.withdrawn, time) + at(found.closed, time);
        waits *= 1 - over / atRisk;
      }
    }
    return chance;
  }

  private static List<Integer> all(Found found) {
    List<Integer> all = new ArrayList<>(found.answered);
    all.addAll(found.waiting);
    all.addAll(found.withdrawn);
    all.addAll(found.closed);
    return all;
  }

  @Property(tries = 500)
  void waitsAreThoseOfTheReference(@ForAll("logs") List<Event> events, @ForAll long seed) {
    Found found = find(events);
    ResponseSummary summary =
        build(events, seed).measure(ResponseTime.eachTurn().withTarget(Duration.ofMinutes(TARGET)));
    assertEquals(found.answered.size(), summary.answered());
    assertEquals(found.waiting.size(), summary.waiting());
    assertEquals(found.withdrawn.size(), summary.closed(Closing.BY_PERSON));
    assertEquals(found.closed.size(), summary.closed(Closing.BY_ORGANIZATION));
    assertEquals(found.all(), summary.exchanges());
    assertEquals(found.due, summary.target().attainment().trials());
    assertEquals(found.met, summary.target().attainment().successes());
    for (int minute : all(found)) {
      Duration time = Duration.ofMinutes(minute);
      assertEquals(chance(found, found.answered, minute), summary.within(time).value(), 1e-9);
      assertEquals(
          chance(found, found.withdrawn, minute),
          summary.closedWithin(Closing.BY_PERSON, time).value(),
          1e-9);
      assertEquals(
          chance(found, found.closed, minute),
          summary.closedWithin(Closing.BY_ORGANIZATION, time).value(),
          1e-9);
      assertEquals(
          chance(found, found.closed, minute) + chance(found, found.withdrawn, minute),
          summary.closedWithin(time).value(),
          1e-9);
    }
  }

  @Property(tries = 500)
  void whoWaitsNowIsThatOfTheReference(@ForAll("logs") List<Event> events, @ForAll long seed) {
    Found found = find(events);
    BacklogSummary backlog = build(events, seed).measure(Backlog.standard().showing(100));
    assertEquals(
        found.backlog.stream().sorted(Comparator.reverseOrder()).toList(),
        backlog.longest().stream().map(w -> (int) w.waited().toMinutes()).toList());
    assertEquals(found.resolved, backlog.resolved());
  }

  /** A first response ends where the strand is resolved before it, and nothing follows on it. */
  @Property(tries = 300)
  void firstResponsesAreThoseOfTheReference(@ForAll("logs") List<Event> events, @ForAll long seed) {
    Map<Integer, List<Event>> byConversation = new TreeMap<>();
    events.forEach(
        e -> byConversation.computeIfAbsent(e.conversation(), c -> new ArrayList<>()).add(e));
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    Comparator<Event> full =
        order.thenComparing(e -> e.kind() != null).thenComparingInt(Event::number);
    int answered = 0;
    int closed = 0;
    int waiting = 0;
    for (List<Event> of : byConversation.values()) {
      List<Event> sorted = of.stream().sorted(full).toList();
      if (sorted.get(0).expects()) {
        Event end =
            sorted.stream()
                .filter(
                    e ->
                        e.kind() == null
                            ? e.isBy("care")
                            : e.kind() == ActKind.RESOLVE && e.hasSay())
                .findFirst()
                .orElse(null);
        answered += end != null && end.kind() == null ? 1 : 0;
        closed += end != null && end.kind() != null ? 1 : 0;
        waiting += end == null ? 1 : 0;
      }
    }
    ResponseSummary summary = build(events, seed).measure(ResponseTime.firstResponse());
    assertEquals(
        List.of((long) answered, (long) closed, (long) waiting),
        List.of(summary.answered(), summary.closed(), summary.waiting()));
  }
}
