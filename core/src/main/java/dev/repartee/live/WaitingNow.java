package dev.repartee.live;

import dev.repartee.internal.text.Brief;
import dev.repartee.log.EngagementLog;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import dev.repartee.text.NumberText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Who is waiting at an instant, and who is due next: the answer of {@link LiveLog#waiting}. It does
 * not change when more rows come. Names are looked up on request, in time that grows with the
 * number of people named, not with the number waiting.
 */
public final class WaitingNow {
  private static final int SHOWN = 3;

  private static final Comparator<Waiting> BY_NAME =
      Comparator.comparing(Waiting::since)
          .thenComparing(Waiting::message)
          .thenComparing(Waiting::conversation)
          .thenComparing(Waiting::person)
          .thenComparing(Waiting::organization);

  private static final Comparator<Waiting> BY_DUE =
      Comparator.comparing((Waiting one) -> one.due().orElseThrow()).thenComparing(BY_NAME);

  private final Instant now;
  private final Backlog backlog;
  private final boolean hasTarget;

  /** Waits that began before this are not reported. */
  private final long firstWait;

  private final List<Source> sources;

  WaitingNow(State state, Rules rules, long now) {
    this.now = Instant.ofEpochMilli(now);
    this.backlog = rules.backlog();
    this.hasTarget = rules.hasTarget();
    this.firstWait = rules.firstWait(now);
    List<Source> found = new ArrayList<>();
    for (Frame frame : state.all()) {
      Waits waits = frame.waits(rules, now);
      int first = Waits.before(waits.since(), firstWait);
      if (first < waits.size()) {
        int notYetDue = hasTarget ? Waits.before(waits.due(), now + 1) : first;
        found.add(new Source(frame.log(rules), waits, first, Math.max(first, notYetDue)));
      }
    }
    this.sources = List.copyOf(found);
  }

  /**
   * Some conversations in which somebody waits.
   *
   * @param log all their rows
   * @param waits when the waits began
   * @param first the position of the first wait that is reported
   * @param firstInTime the position of the first wait that is not yet due
   */
  private record Source(EngagementLog log, Waits waits, int first, int firstInTime) {}

  /** The next wait of a source. */
  private static final class Cursor {
    final Source source;
    final long[] times;
    private int at;

    Cursor(Source source, long[] times, int first) {
      this.source = source;
      this.times = times;
      this.at = first;
    }

    boolean hasNext() {
      return at < times.length;
    }

    long next() {
      return times[at];
    }
  }

  /** {@return the instant that this describes} */
  public Instant now() {
    return now;
  }

  /** {@return the number of people waiting, at least 0} */
  public long count() {
    return sources.stream().mapToLong(s -> s.waits.size() - s.first).sum();
  }

  /**
   * {@return the number of people who have waited for the promised time or longer, at most {@link
   * #count}}
   *
   * @throws IllegalStateException if nothing is promised
   */
  public long overdue() {
    requireTarget();
    return sources.stream().mapToLong(s -> s.firstInTime - s.first).sum();
  }

  /**
   * {@return the longest waits, longest first, ties by the smaller id of the message; an immutable
   * list, shorter if fewer are waiting}
   *
   * @param most the number, at least 0
   * @throws IllegalArgumentException if it is negative
   */
  public List<Waiting> longest(int most) {
    requireMost(most);
    List<Cursor> cursors =
        sources.stream().map(s -> new Cursor(s, s.waits.since(), s.first)).toList();
    return named(cursors, most, BY_NAME, one -> one.since().toEpochMilli());
  }

  /**
   * {@return the people due next among those not yet due, soonest first, ties by the longer wait;
   * an immutable list, shorter if fewer are not yet due}
   *
   * @param most the number, at least 0
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if nothing is promised
   */
  public List<Waiting> dueNext(int most) {
    requireMost(most);
    requireTarget();
    List<Cursor> cursors =
        sources.stream()
            .map(s -> new Cursor(s, s.waits.due(), s.firstInTime))
            .filter(Cursor::hasNext)
            .toList();
    return named(cursors, most, BY_DUE, one -> one.due().orElseThrow().toEpochMilli());
  }

  private static void requireMost(int most) {
    if (!(most >= 0)) {
      throw new IllegalArgumentException(
          "most (" + most + ") must be at least 0; count() tells how many there are");
    }
  }

  private void requireTarget() {
    if (!hasTarget) {
      throw new IllegalStateException(
          "target (none) must be named when the live log is made; use"
              + " waitingBy(Backlog.standard().withTarget(…))");
    }
  }

  /** The time by which waits are ordered. */
  private interface TimeOf {
    long millis(Waiting one);
  }

  /**
   * Returns the first of all waits. They are ordered by time alone at first, which shows how far to
   * read in each source, and then by name; waits that tie with the last one by time are read as
   * well.
   */
  private List<Waiting> named(
      List<Cursor> cursors, int most, Comparator<Waiting> order, TimeOf timeOf) {
    PriorityQueue<Cursor> queue = new PriorityQueue<>(Comparator.comparingLong(Cursor::next));
    queue.addAll(cursors);
    Map<Source, Long> firstOf = new LinkedHashMap<>();
    long last = Long.MAX_VALUE;
    for (int found = 0; !queue.isEmpty() && (found < most || queue.peek().next() == last); ) {
      Cursor cursor = queue.remove();
      if (most == 0) {
        break;
      }
      last = cursor.next();
      firstOf.putIfAbsent(cursor.source, last);
      found++;
      cursor.at++;
      if (cursor.hasNext()) {
        queue.add(cursor);
      }
    }
    List<Waiting> all = new ArrayList<>();
    for (Map.Entry<Source, Long> entry : firstOf.entrySet()) {
      for (Waiting one : entry.getKey().log.asOf(now).measure(backlog).longest()) {
        long time = timeOf.millis(one);
        boolean isTold = one.since().toEpochMilli() >= firstWait;
        if (isTold && time >= entry.getValue() && time <= last) {
          all.add(one);
        }
      }
    }
    return all.stream().sorted(order).limit(most).toList();
  }

  @Override
  public String toString() {
    long waiting = count();
    StringBuilder text =
        new StringBuilder(waiting == 0 ? "nobody waits" : NumberText.count(waiting) + " waiting");
    if (hasTarget && waiting > 0) {
      text.append(", ").append(NumberText.count(overdue())).append(" overdue");
    }
    longest(SHOWN).forEach(one -> text.append('\n').append(one));
    return Brief.cut(text.append("\nas of ").append(now));
  }
}
