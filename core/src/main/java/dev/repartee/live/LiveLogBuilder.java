package dev.repartee.live;

import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.measure.Measure;
import dev.repartee.model.Directory;
import dev.repartee.response.Backlog;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says how a live log works. Everything that is said here is part of a snapshot's identity: who
 * restores one says the same.
 *
 * <pre>{@code
 * LiveLog live =
 *     LiveLog.builder(directory)
 *         .followedFor(Duration.ofDays(30))
 *         .measuring(ResponseTime.eachTurn(), Dialogue.standard())
 *         .build();
 * // live ==> live: 0 rows offered, 0 open
 * }</pre>
 */
public final class LiveLogBuilder {
  private static final int BLOCK_ROWS = 512;

  private final Directory directory;
  private final List<Measure<?>> named = new ArrayList<>();
  private Optional<Duration> followUp = Optional.empty();
  private IdScope idScope = IdScope.LOG;
  private Optional<Duration> repeats = Optional.empty();
  private Backlog backlog = Backlog.standard();
  private Optional<Duration> givingUp = Optional.empty();
  private Optional<Duration> remembering = Optional.empty();
  private int blockRows = BLOCK_ROWS;

  LiveLogBuilder(Directory directory) {
    this.directory = Objects.requireNonNull(directory, "directory");
  }

  /**
   * Says how long each fact is watched, as {@link EngagementLog#followedFor} does; for as long as
   * there are rows unless it is said. Without it nothing is ever settled, and nothing can be let go
   * of.
   *
   * @param time how long after the anchor, to the millisecond
   * @return this builder
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public LiveLogBuilder followedFor(Duration time) {
    followUp = Optional.of(WholeMillis.atLeastOne("time", time));
    return this;
  }

  /**
   * Says which measures are asked also of what was let go of, beside those that were named before.
   *
   * @param measures measures over conversations
   * @return this builder
   */
  public LiveLogBuilder measuring(Measure<?>... measures) {
    named.addAll(List.of(measures));
    return this;
  }

  /**
   * Says who waits, until when an answer is promised, and in which hours; by the usual rule, with
   * no promise, unless it is said.
   *
   * @param newBacklog the rule and the promise; how many it shows does not matter
   * @return this builder
   */
  public LiveLogBuilder waitingBy(Backlog newBacklog) {
    backlog = Objects.requireNonNull(newBacklog, "backlog");
    return this;
  }

  /**
   * Says after what time nobody is told any more to wait, so that a conversation nobody will ever
   * answer can be let go of; never unless it is said. Named measures do not change by it: they
   * count such a wait as they always do.
   *
   * @param time how long after the wait began, to the millisecond
   * @return this builder
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public LiveLogBuilder givingUpAfter(Duration time) {
    givingUp = Optional.of(WholeMillis.atLeastOne("time", time));
    return this;
  }

  /**
   * Says for how long the ids of what was let go of are remembered, at the least; for ever unless
   * it is said, at some 20 to 40 bytes each. Rows older than what is forgotten are late by their
   * time, so that nothing is counted twice that is delivered again. What cannot be known is a new
   * reply to what was forgotten: it becomes a reply to an unknown message ({@link
   * Audit.Reason#ORPHAN}), as in a log that begins later.
   *
   * @param time how long after they were let go of, to the millisecond; zero for not at all
   * @return this builder
   * @throws IllegalArgumentException if the time is negative
   */
  public LiveLogBuilder rememberingFor(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time (" + time + ") must not be negative");
    }
    remembering = Optional.of(WholeMillis.cut(time));
    return this;
  }

  /**
   * Says within what ids are unique; among all rows unless it is said.
   *
   * @param scope the scope
   * @return this builder
   */
  public LiveLogBuilder idScope(IdScope scope) {
    idScope = Objects.requireNonNull(scope, "scope");
    return this;
  }

  /**
   * Folds repeats, as {@link EngagementLog.Builder#foldRepeats} does.
   *
   * @param tolerance how long after the first a copy counts as a repeat, to the millisecond
   * @return this builder
   * @throws IllegalArgumentException if the tolerance is negative
   */
  public LiveLogBuilder foldRepeats(Duration tolerance) {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("tolerance (" + tolerance + ") must not be negative");
    }
    repeats = Optional.of(tolerance);
    return this;
  }

  /**
   * Returns a live log without rows.
   *
   * @return the live log
   * @throws IllegalArgumentException if a named measure is one over persons, is named twice, or was
   *     made with another directory
   */
  public LiveLog build() {
    return new LiveLog(new Writer(rules(), new SecureRandom().nextLong()));
  }

  /**
   * Returns the live log that {@link LiveLog#toBytes} wrote.
   *
   * @param bytes the bytes
   * @return the live log, with the same answers
   * @throws IllegalArgumentException if the bytes are damaged, of another version, or of a live log
   *     for which something else was said; or as {@link #build} does
   */
  public LiveLog restore(byte[] bytes) {
    return new LiveLog(Snapshot.fromBytes(bytes, rules()));
  }

  private Rules rules() {
    List<Question<?, ?>> questions = new ArrayList<>();
    for (Measure<?> measure : named) {
      questions.add(Question.of(measure, directory));
    }
    Set<String> texts = questions.stream().map(Question::text).collect(Collectors.toSet());
    if (texts.size() < questions.size()) {
      throw new IllegalArgumentException(
          "measures ("
              + questions.stream().map(Question::text).toList()
              + ") must differ from each other; name each once");
    }
    return new Rules(
        directory,
        followUp,
        List.copyOf(questions),
        idScope,
        repeats,
        backlog.showingAll(),
        givingUp,
        remembering,
        blockRows);
  }

  /** Keeps fewer or more rows to a block, so that a test sees many blocks of a few rows. */
  LiveLogBuilder inBlocksOf(int rows) {
    blockRows = rows;
    return this;
  }

  @Override
  public String toString() {
    return "builder of a live log, " + Brief.count(named.size(), "measure") + " named";
  }
}
