package dev.repartee.live;

import dev.repartee.internal.time.EventTime;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import dev.repartee.response.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options with which a live log was made.
 *
 * @param directory who is who
 * @param followUp how long each fact is watched; empty for as long as there are rows, without a
 *     limit
 * @param named the measures that keep counting retired conversations
 * @param idScope the scope in which ids are unique
 * @param repeats the time within which repeats are folded
 * @param backlog the rule for who is waiting, without a limit on the list
 * @param givingUp how long after its beginning a wait is reported; empty for ever
 * @param remembering how long the ids of retired rows are remembered; empty for ever
 * @param blockRows the number of rows from which a block takes no further conversation; no answer
 *     depends on it
 */
record Rules(
    Directory directory,
    Optional<Duration> followUp,
    List<Question<?, ?>> named,
    IdScope idScope,
    Optional<Duration> repeats,
    Backlog backlog,
    Optional<Duration> givingUp,
    Optional<Duration> remembering,
    int blockRows) {

  private static final Instant END_OF_TIME = Instant.ofEpochMilli(EventTime.MAX);

  /** Returns a builder for a log of some of the rows; a view later decides what is visible. */
  EngagementLog.Builder newLog() {
    EngagementLog.Builder log =
        EngagementLog.builder(directory).idScope(idScope).asOf(END_OF_TIME).quietly();
    return repeats.isPresent() ? log.foldRepeats(repeats.get()) : log;
  }

  /** Returns a log as of an instant, with the follow-up that was set. */
  EngagementLog view(EngagementLog log, long asOf) {
    EngagementLog view = log.asOf(Instant.ofEpochMilli(asOf));
    return followUp.isPresent() ? view.followedFor(followUp.get()) : view;
  }

  /** How long a conversation must be at rest before time can no longer change any fact of it. */
  Duration rest() {
    Duration rest = followUp.orElseThrow();
    for (Question<?, ?> question : named) {
      rest = rest.compareTo(question.horizon()) < 0 ? question.horizon() : rest;
    }
    return rest;
  }

  /** Whether somebody may still wait in a conversation that has been at rest long enough. */
  boolean mayWaitAtRest() {
    return givingUp.isEmpty() || givingUp.get().compareTo(rest()) > 0;
  }

  /** Whether a response time is promised. */
  boolean hasTarget() {
    return backlog.target().isPresent();
  }

  /** Waits that began before this are no longer reported. */
  long firstWait(long now) {
    return givingUp.map(time -> minus(now, time)).orElse(Long.MIN_VALUE);
  }

  /** Returns the time that lies so long before an instant, or the earliest there is. */
  static long minus(long instant, Duration time) {
    return time.compareTo(Duration.ofMillis(Long.MAX_VALUE / 2)) >= 0
        ? Long.MIN_VALUE
        : instant - time.toMillis();
  }

  /** An as-of in epoch milliseconds. */
  static long millis(String name, Instant instant) {
    long millis = EventTime.of(instant);
    if (!EventTime.isValid(millis)) {
      throw new IllegalArgumentException(
          name + " (" + instant + ") must lie in the years 1 to 9999");
    }
    return millis;
  }

  /** All options as text; a snapshot can only be restored with equal text. */
  String text() {
    return "directory "
        + Long.toHexString(directory.contentHash())
        + ", followed for "
        + text(followUp)
        + ", ids unique in "
        + idScope
        + ", repeats folded within "
        + text(repeats)
        + ", "
        + backlog
        + ", giving up after "
        + text(givingUp)
        + ", remembering for "
        + text(remembering)
        + ", measuring "
        + named.stream().map(Question::text).collect(Collectors.joining("] [", "[", "]"));
  }

  private static String text(Optional<Duration> time) {
    return time.map(Duration::toString).orElse("ever");
  }
}
