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
 * Sets the options of a live log. All options belong to the identity of a snapshot: restore it with
 * the same ones.
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
   * Sets how long each fact is watched, as {@link EngagementLog#followedFor} does; by default, for
   * as long as there are rows. Without a follow-up nothing is ever settled, and nothing can be
   * retired.
   *
   * @param time the time after the anchor, to the millisecond
   * @return this builder
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public LiveLogBuilder followedFor(Duration time) {
    followUp = Optional.of(WholeMillis.atLeastOne("time", time));
    return this;
  }

  /**
   * Names further measures that continue to count retired conversations.
   *
   * @param measures measures over conversations
   * @return this builder
   */
  public LiveLogBuilder measuring(Measure<?>... measures) {
    named.addAll(List.of(measures));
    return this;
  }

  /**
   * Sets who counts as waiting, until when an answer is promised, and in which hours; by default,
   * by the default rule and without a promise.
   *
   * @param newBacklog the rule and the promise; the number of waits it shows does not matter
   * @return this builder
   */
  public LiveLogBuilder waitingBy(Backlog newBacklog) {
    backlog = Objects.requireNonNull(newBacklog, "backlog");
    return this;
  }

  /**
   * Sets the time after which a wait is no longer reported, so that a conversation nobody will ever
   * answer can be retired; by default there is none. Named measures are not affected: they count
   * such a wait as they always do.
   *
   * @param time the time after the wait began, to the millisecond
   * @return this builder
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public LiveLogBuilder givingUpAfter(Duration time) {
    givingUp = Optional.of(WholeMillis.atLeastOne("time", time));
    return this;
  }

  /**
   * Sets the least time for which the ids of retired rows are remembered; by default forever, at
   * about 20 to 40 bytes each. Rows older than what has been forgotten are late because of their
   * time, so nothing that is delivered again is counted twice. A new reply to a forgotten message
   * cannot be recognized: it becomes a reply to an unknown message ({@link Audit.Reason#ORPHAN}),
   * as in a log that begins later.
   *
   * @param time the time after they were retired, to the millisecond; zero to forget them at once
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
   * Sets the scope in which ids are unique; all rows by default.
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
   * @throws IllegalArgumentException if a named measure walks persons, is named twice, or was made
   *     with another directory
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
   *     with other options; or for the reasons given in {@link #build}
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

  /** Sets the number of rows in a block, so that a test can have many blocks of a few rows. */
  LiveLogBuilder inBlocksOf(int rows) {
    blockRows = rows;
    return this;
  }

  @Override
  public String toString() {
    return "builder of a live log, " + Brief.count(named.size(), "measure") + " named";
  }
}
