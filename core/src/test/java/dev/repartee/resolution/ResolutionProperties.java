package dev.repartee.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import dev.repartee.resolution.ResolutionSummary.State;
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
 * Resolutions against a reference that reads the rows as they are offered, conversation by
 * conversation, and steps through them minute by minute where it has to.
 */
class ResolutionProperties {
  private static final long MINUTE = 60_000;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int AS_OF = 4_000;
  private static final int LASTING = 300;
  private static final int TARGET = 400;
  private static final OfficeHours HOURS = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme", a -> a.member("care", "Support").member("tech", "Tech").bot("bot", "Support"))
          .build();

  /** A message or an act; minutes after the start. */
  private record Event(
      int conversation,
      int number,
      @Nullable ActKind kind,
      String author,
      int minute,
      boolean expects,
      boolean automatic,
      String assignee) {
    boolean isAct() {
      return kind != null;
    }

    boolean isMember() {
      return !author.equals("carl") && !author.equals("zak");
    }

    /** Whether it counts in turns and states. */
    boolean isTalk() {
      return !isAct() && !automatic && !author.equals("bot");
    }

    Interaction row() {
      Instant at = START.plusMillis(minute * MINUTE);
      String opener = conversation + "-0";
      if (kind != null) {
        Act act = Act.of(kind, author, at).on(opener).id("a" + conversation + "-" + number);
        return kind == ActKind.ASSIGN ? act.assignedTo(assignee) : act;
      }
      String id = conversation + "-" + number;
      return number == 0
          ? Post.of(id, author, at).expectsResponse(expects)
          : Reply.of(id, author, at).to(opener).expectsResponse(expects).automatic(automatic);
    }
  }

  /** What became of one conversation, found naively. */
  private static final class Case {
    final List<State> states = new ArrayList<>();
    final List<Integer> times = new ArrayList<>();
    String department = "";
    int contacts;
    boolean isAnswered;
    boolean wasMember;

    int start() {
      return times.get(0);
    }

    State last() {
      return states.get(states.size() - 1);
    }

    void move(State to, int minute) {
      states.add(to);
      times.add(minute);
    }

    boolean isResolvedOnce() {
      return states.contains(State.RESOLVED);
    }

    /** The first resolution that is followed by none of the reopenings within some time. */
    int lasting(int minutes) {
      for (int i = 0; i < states.size(); i++) {
        boolean isReopened = i + 1 < states.size() && times.get(i + 1) <= times.get(i) + minutes;
        if (states.get(i) == State.RESOLVED
            && !isReopened
            && (minutes == 0 || times.get(i) + minutes <= AS_OF)) {
          return times.get(i);
        }
      }
      return -1;
    }

    State at(int minute) {
      State result = State.OPEN;
      for (int i = 0; i < states.size(); i++) {
        result = times.get(i) <= minute ? states.get(i) : result;
      }
      return result;
    }

    /** Minute by minute. */
    int clock(int stop, boolean pauses, boolean isWorking) {
      int sum = 0;
      for (int minute = start(); minute < stop; minute++) {
        boolean isOpen = !isWorking || HOURS.isOpen(START.plusMillis(minute * MINUTE));
        sum += isOpen && !(pauses && at(minute) == State.ON_HOLD) ? 1 : 0;
      }
      return sum;
    }
  }

  private static Case follow(List<Event> events) {
    Case result = new Case();
    Comparator<Event> order = Comparator.comparingInt(Event::minute);
    order = order.thenComparing(Event::isAct).thenComparingInt(Event::number);
    for (Event event : events.stream().sorted(order).toList()) {
      State state = result.states.isEmpty() ? null : result.last();
      if (event.kind() != null) {
        boolean hasSay = event.isMember() || event.author().equals("carl");
        if (event.kind() == ActKind.ASSIGN) {
          result.department = event.assignee();
        } else if (hasSay && state != null) {
          act(result, event, state);
        }
      } else if (event.isTalk() && event.isMember()) {
        if (!result.isResolvedOnce()) {
          result.isAnswered = true;
          result.contacts += result.wasMember ? 0 : 1;
        }
        result.wasMember = true;
      } else if (event.isTalk()) {
        result.wasMember = false;
        if (state == State.ON_HOLD || (event.expects() && state != State.OPEN)) {
          result.move(State.OPEN, event.minute());
        }
      }
    }
    return result;
  }

  private static void act(Case result, Event event, State state) {
    if (event.kind() == ActKind.RESOLVE && state != State.RESOLVED) {
      result.move(State.RESOLVED, event.minute());
    } else if ((event.kind() == ActKind.REOPEN && state == State.RESOLVED)
        || (event.kind() == ActKind.RESUME && state == State.ON_HOLD)) {
      result.move(State.OPEN, event.minute());
    } else if (event.kind() == ActKind.HOLD && state == State.OPEN) {
      result.move(State.ON_HOLD, event.minute());
    }
  }

  @Provide
  Arbitrary<List<Event>> logs() {
    return Arbitraries.randomValue(ResolutionProperties::log);
  }

  private static List<Event> log(Random random) {
    String[] authors = {"carl", "carl", "zak", "care", "tech", "bot"};
    ActKind[] kinds = {
      ActKind.RESOLVE, ActKind.RESOLVE, ActKind.REOPEN, ActKind.HOLD, ActKind.RESUME, ActKind.ASSIGN
    };
    List<Event> events = new ArrayList<>();
    for (int c = 0; c < 1 + random.nextInt(9); c++) {
      int minute = random.nextInt(3_000);
      events.add(new Event(c, 0, null, "carl", minute, random.nextInt(6) > 0, false, ""));
      for (int i = 1; i < 1 + random.nextInt(12); i++) {
        minute = Math.min(AS_OF, minute + random.nextInt(4) * random.nextInt(150));
        ActKind kind = random.nextBoolean() ? kinds[random.nextInt(kinds.length)] : null;
        String author = kind == ActKind.ASSIGN ? "care" : authors[random.nextInt(authors.length)];
        String assignee = kind == ActKind.ASSIGN && random.nextBoolean() ? "Tech" : "Legal";
        events.add(
            new Event(
                c,
                i,
                kind,
                author,
                minute,
                random.nextInt(4) > 0,
                kind == null && random.nextInt(6) == 0,
                assignee));
      }
    }
    return events;
  }

  private static List<Case> cases(List<Event> events) {
    Map<Integer, List<Event>> byConversation = new TreeMap<>();
    events.forEach(
        e -> byConversation.computeIfAbsent(e.conversation(), c -> new ArrayList<>()).add(e));
    return byConversation.values().stream()
        .map(ResolutionProperties::follow)
        .filter(found -> !found.states.isEmpty())
        .toList();
  }

  private static EngagementLog build(List<Event> events, long seed) {
    List<Interaction> rows = new ArrayList<>(events.stream().map(Event::row).toList());
    Collections.shuffle(rows, new Random(seed));
    return EngagementLog.builder(DIRECTORY)
        .asOf(START.plusMillis(AS_OF * MINUTE))
        .addAll(rows)
        .build();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** Kaplan and Meier, from times and whether they ended. */
  private static double survival(List<Integer> ended, List<Integer> censored, int minute) {
    double share = 1;
    for (int time : new TreeSet<>(ended)) {
      long atRisk =
          ended.stream().filter(t -> t >= time).count()
              + censored.stream().filter(t -> t >= time).count();
      long events = ended.stream().filter(t -> t == time).count();
      share *= time <= minute ? 1 - (double) events / atRisk : 1;
    }
    return share;
  }

  @Property(tries = 400)
  void clocksAreThoseOfTheReference(
      @ForAll("logs") List<Event> events,
      @ForAll long seed,
      @ForAll boolean isLasting,
      @ForAll boolean pauses,
      @ForAll boolean isWorking) {
    Resolution measure = isLasting ? Resolution.lasting(minutes(LASTING)) : Resolution.first();
    measure = pauses ? measure.pausedWhile(ActKind.HOLD) : measure;
    measure = (isWorking ? measure.during(HOURS) : measure).withTarget(minutes(TARGET));
    ResolutionSummary summary = build(events, seed).measure(measure);
    if (!summary.isObserved()) {
      return;
    }
    List<Integer> ended = new ArrayList<>();
    List<Integer> censored = new ArrayList<>();
    long met = 0;
    long due = 0;
    long overdue = 0;
    long undecided = 0;
    int known = isLasting ? AS_OF - LASTING : AS_OF;
    for (Case one : cases(events)) {
      int settled = one.lasting(isLasting ? LASTING : 0);
      if (!isLasting && one.isResolvedOnce()) {
        settled = one.times.get(one.states.indexOf(State.RESOLVED));
      }
      int stop = settled < 0 ? Math.max(known, one.start()) : settled;
      int taken = one.clock(stop, pauses, isWorking);
      (settled < 0 ? censored : ended).add(taken);
      undecided += settled < 0 && one.last() == State.RESOLVED ? 1 : 0;
      int rest = 0;
      for (int minute = stop; settled >= 0 && minute < known; minute++) {
        rest += !isWorking || HOURS.isOpen(START.plusMillis(minute * MINUTE)) ? 1 : 0;
      }
      if (taken + rest >= TARGET) {
        due++;
        met += settled >= 0 && taken <= TARGET ? 1 : 0;
        overdue += settled < 0 ? 1 : 0;
      }
    }
    assertEquals(ended.size(), summary.resolved());
    assertEquals(censored.size() - undecided, summary.unresolved());
    assertEquals(undecided, summary.stillInTime());
    assertEquals(due, summary.target().attainment().trials());
    assertEquals(met, summary.target().attainment().successes());
    assertEquals(overdue, summary.target().overdue());
    List<Integer> all = new ArrayList<>(ended);
    all.addAll(censored);
    for (int time : all) {
      assertEquals(
          1 - survival(ended, censored, time), summary.within(minutes(time)).value(), 1e-9);
    }
  }

  @Property(tries = 400)
  void whatCameAfterIsThatOfTheReference(@ForAll("logs") List<Event> events, @ForAll long seed) {
    ResolutionSummary summary = build(events, seed).measure(Resolution.lasting(minutes(LASTING)));
    if (!summary.isObserved()) {
      return;
    }
    List<Integer> reopened = new ArrayList<>();
    List<Integer> not = new ArrayList<>();
    long reopenings = 0;
    long unanswered = 0;
    long once = 0;
    long decided = 0;
    Map<String, long[]> backlog = new TreeMap<>();
    for (Case one : cases(events)) {
      for (int i = 1; i < one.states.size(); i++) {
        reopenings += one.states.get(i - 1) == State.RESOLVED ? 1 : 0;
      }
      int first = one.states.indexOf(State.RESOLVED);
      if (first >= 0) {
        int at = one.times.get(first);
        boolean isReopened = first + 1 < one.states.size();
        int span = (isReopened ? one.times.get(first + 1) : AS_OF) - at;
        (isReopened ? reopened : not).add(span);
        unanswered += one.isAnswered ? 0 : 1;
        if (at + LASTING <= AS_OF) {
          decided++;
          once += one.contacts == 1 && !(isReopened && span <= LASTING) ? 1 : 0;
        }
      }
      if (one.last() != State.RESOLVED) {
        long[] counts = backlog.computeIfAbsent(one.department, d -> new long[3]);
        counts[one.last() == State.OPEN ? 0 : 1]++;
        counts[2] += one.department.isEmpty() ? 1 : 0;
      }
    }
    assertEquals(reopenings, summary.reopenings());
    assertEquals(reopened.size(), summary.reopened());
    assertEquals(unanswered, summary.resolvedUnanswered().successes());
    assertEquals(reopened.size() + not.size(), summary.resolvedUnanswered().trials());
    assertEquals(once, summary.byOneContact().successes());
    assertEquals(decided, summary.byOneContact().trials());
    for (int time : reopened) {
      assertEquals(
          1 - survival(reopened, not, time), summary.reopenedWithin(minutes(time)).value(), 1e-9);
    }
    assertEquals(
        backlog.entrySet().stream()
            .map(
                of ->
                    new Backlog(of.getKey(), of.getValue()[0], of.getValue()[1], of.getValue()[2]))
            .toList(),
        summary.backlog());
  }

  /** The product of matrices, written out: who is where is counted anew for every minute. */
  @Property(tries = 200)
  void chancesOfStatesAreThoseOfTheReference(
      @ForAll("logs") List<Event> events, @ForAll long seed) {
    ResolutionSummary summary = build(events, seed).measure(Resolution.first());
    List<Case> cases = cases(events);
    if (!summary.isObserved() || cases.isEmpty()) {
      return;
    }
    int longest = cases.stream().mapToInt(c -> AS_OF - c.start()).max().orElseThrow();
    double[] chance = {1, 0, 0};
    double[] areas = new double[3];
    // Of several moves of one strand within a minute, which is the smallest time here, only what
    // comes of all counts: nobody was in the states between.
    for (int minute = 0; minute <= longest; minute++) {
      if (minute > 0) {
        for (int s = 0; s < 3; s++) {
          areas[s] += chance[s] * MINUTE;
        }
      }
      int[] where = new int[cases.size()];
      for (int c = 0; c < where.length; c++) {
        Case one = cases.get(c);
        where[c] = AS_OF - one.start() < minute ? -1 : minute == 0 ? 0 : place(one, minute - 1);
      }
      chance = step(cases, where, chance, minute);
      if (minute % 97 == 0 || minute == longest) {
        for (State state : State.values()) {
          assertEquals(
              chance[state.ordinal()], summary.chance(state, minutes(minute)).value(), 1e-9);
        }
      }
    }
    for (State state : State.values()) {
      assertEquals(areas[state.ordinal()], summary.timeIn(state, minutes(longest)).millis(), 1e-3);
    }
  }

  private static int place(Case one, int minute) {
    return one.at(one.start() + minute).ordinal();
  }

  private static double[] step(List<Case> cases, int[] where, double[] chance, int minute) {
    double[][] moves = new double[3][3];
    double[] atRisk = new double[3];
    for (int c = 0; c < where.length; c++) {
      Case one = cases.get(c);
      if (where[c] >= 0) {
        atRisk[where[c]]++;
        moves[where[c]][place(one, minute)]++;
      }
    }
    double[] result = chance.clone();
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3 && atRisk[from] > 0; to++) {
        double share = chance[from] * moves[from][to] / atRisk[from];
        result[from] -= share;
        result[to] += share;
      }
    }
    return result;
  }
}
