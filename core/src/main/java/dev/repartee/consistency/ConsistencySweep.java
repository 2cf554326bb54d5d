package dev.repartee.consistency;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.time.LocalDays;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.model.OfficeHours;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Walks the conversations of one slice message by message. */
final class ConsistencySweep {
  private record Key(ZoneId zone) {}

  private final Slice slice;
  private final Split<ConsistencyTally> split;
  private final LocalDays days;
  private final @Nullable OfficeHours hours;
  private final AnswerRule rule;
  private final long reachMillis;

  /** By place below a post: the place at which its thread begins, and how many messages it has. */
  private int[] threadOf = new int[16];

  private long[] sizes = new long[16];

  ConsistencySweep(
      Slice slice,
      Split<ConsistencyTally> split,
      ZoneId zone,
      @Nullable OfficeHours hours,
      AnswerRule rule,
      long reachMillis) {
    this.slice = slice;
    this.split = split;
    this.days = slice.scratch(new Key(zone), () -> new LocalDays(zone));
    this.hours = hours;
    this.rule = rule;
    this.reachMillis = reachMillis;
  }

  void run() {
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      int to = slice.to(unit);
      for (int row = from; row < to; row++) {
        if (!slice.isAside(row)) {
          message(row);
        }
      }
      if (from < to && isOwn(from)) {
        post(from, to);
      }
    }
    answers();
  }

  /** Bots write on their own, too. */
  private boolean isTransparent(int row) {
    return slice.isAutomatic(row) || slice.isBot(row);
  }

  private boolean isOwn(int row) {
    return slice.isMember(row) && !isTransparent(row);
  }

  private void message(int row) {
    ConsistencyTally tally = split.at(row);
    if (isTransparent(row)) {
      tally.automatic++;
    } else if (slice.organization(row) == Slice.NONE) {
      tally.unaddressed++;
    } else {
      RhythmTally place = tally.places.at(slice, row);
      long at = slice.effectiveAt(row);
      if (slice.isMember(row)) {
        place.own().add(days.of(at), 1);
        place.sittings().add(at);
        if (hours != null && hours.isOpen(at)) {
          place.working().add(at);
        }
      } else {
        place.audience().add(days.of(at), 1);
      }
    }
  }

  /** The post that opens a conversation, and what the audience wrote below it in time. */
  private void post(int post, int to) {
    if (!split.takes(post, Slice.NONE)) {
      return;
    }
    PostReach posts = split.at(post).places.at(slice, post).posts();
    long posted = slice.effectiveAt(post);
    if (slice.asOf() - posted < reachMillis) {
      posts.young++;
      return;
    }
    long until = Math.min(posted + reachMillis, slice.seenUntil(post));
    if (threadOf.length < to - post) {
      threadOf = new int[Math.max(to - post, 2 * threadOf.length)];
      sizes = new long[threadOf.length];
    }
    long messages = 0;
    int row = post + 1;
    // In order of time, so that the first that is too late ends it, and parents come first.
    for (; row < to && slice.effectiveAt(row) <= until; row++) {
      int at = row - post;
      int parent = slice.parent(row);
      threadOf[at] = parent == Slice.NONE || parent == post ? at : threadOf[parent - post];
      sizes[at] = 0;
      if (!slice.isMember(row) && !isTransparent(row)) {
        messages++;
        sizes[threadOf[at]]++;
      }
    }
    posts.add(messages);
    for (int at = 1; at < row - post; at++) {
      if (sizes[at] > 0) {
        posts.addThread(sizes[at]);
      }
    }
  }

  private void answers() {
    Strands strands = Strands.of(slice, rule);
    for (int i = 0; i < strands.exchanges(); i++) {
      int answer = strands.answer(i);
      if (answer != Slice.NONE && slice.organization(answer) != Slice.NONE) {
        RhythmTally place = split.at(answer).places.at(slice, answer);
        place.answers().add(days.of(slice.effectiveAt(answer)), 1);
      }
    }
  }
}
