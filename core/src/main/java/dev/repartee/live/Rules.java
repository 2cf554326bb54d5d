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
 * What was settled when a live log was made.
 *
 * @param directory who is who
 * @param followUp how long each fact is watched; empty for as long as there are rows
 * @param named the measures that are asked also of what was let go of
 * @param idScope within what ids are unique
 * @param repeats within how long repeats are folded
 * @param backlog who waits, all of them
 * @param givingUp how long after it began a wait is told; empty for ever
 * @param remembering for how long the ids are known of what was let go of; empty for ever
 * @param blockRows a block with so many rows takes no further conversation; no answer depends on it
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

  /** A log to be built of some of the rows; what is seen of it, a view says. */
  EngagementLog.Builder newLog() {
    EngagementLog.Builder log =
        EngagementLog.builder(directory).idScope(idScope).asOf(END_OF_TIME).quietly();
    return repeats.isPresent() ? log.foldRepeats(repeats.get()) : log;
  }

  /** A log as of an instant, in which facts are watched as long as it was said. */
  EngagementLog view(EngagementLog log, long asOf) {
    EngagementLog view = log.asOf(Instant.ofEpochMilli(asOf));
    return followUp.isPresent() ? view.followedFor(followUp.get()) : view;
  }

  /** For how long a conversation must be at rest so that no fact of it can change by itself. */
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

  /** Whether anybody is promised anything. */
  boolean hasTarget() {
    return backlog.target().isPresent();
  }

  /** Waits that began before it are told no longer. */
  long firstWait(long now) {
    return givingUp.map(time -> minus(now, time)).orElse(Long.MIN_VALUE);
  }

  /** So much before an instant, or as long ago as there is. */
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

  /** All of it by words; whoever restores a snapshot must say the same. */
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
