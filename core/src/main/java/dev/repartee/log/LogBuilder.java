package dev.repartee.log;

import dev.repartee.model.Act;
import dev.repartee.model.Directory;
import dev.repartee.model.EventTime;
import dev.repartee.model.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows in any order and builds a log of them. Bad rows are set aside and counted by reason;
 * {@link EngagementLog#audit} accounts for every one. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * EngagementLog log = EngagementLog.builder(directory)
 *     .asOf("2009-08-31T00:00:00Z")
 *     .add(Post.of("p1", "carl@blog", "2009-07-31T09:00:00Z"))
 *     .build();
 * }</pre>
 */
public final class LogBuilder {
  private final Directory directory;
  private final Staging staging = new Staging();
  private final Appender appender = new Appender(staging, this);
  private final BitSet dropped = new BitSet();
  private final Audit.Tally audit = new Audit.Tally();
  private IdScope idScope = IdScope.LOG;
  private long asOf = EventTime.MISSING;
  private Optional<Duration> repeatTolerance = Optional.empty();
  private boolean strict;
  private Workers workers = new Workers(1);
  private boolean built;

  LogBuilder(Directory directory) {
    this.directory = directory;
  }

  /**
   * Adds a row.
   *
   * @param interaction a post, a reply or an act
   * @return this builder
   * @throws IllegalArgumentException if the builder is strict and the row is bad
   * @throws IllegalStateException if the log was built already, or a row of the {@link #appender}
   *     was begun and not ended
   */
  public LogBuilder add(Interaction interaction) {
    requireNotBuilt();
    appender.requireEnded();
    appender
        .id(interaction.id().orElse(null))
        .parent(interaction.parent().orElse(null))
        .conversation(interaction.conversation().orElse(null))
        .author(interaction.author().orElse(null))
        .channel(interaction.channel().orElse(null))
        .topic(interaction.topic().orElse(null))
        .label(interaction.label().orElse(null))
        .addressedTo(interaction.addressee().orElse(null))
        .naming(interaction.naming().orElse(null))
        .fingerprint(interaction.fingerprint().orElse(null))
        .sentiment(interaction.sentiment().orElse(null))
        .intent(interaction.intent().orElse(null))
        .expectsResponse(interaction.expectsResponse())
        .automatic(interaction.isAutomatic());
    if (interaction instanceof Act act) {
      appender.act(act.kind());
    }
    appender.atMark(interaction.atMillis()).end();
    return this;
  }

  /**
   * Adds rows.
   *
   * @param interactions posts, replies and acts
   * @return this builder
   * @throws IllegalArgumentException if the builder is strict and a row is bad
   */
  public LogBuilder addAll(Iterable<? extends Interaction> interactions) {
    interactions.forEach(this::add);
    return this;
  }

  /** Takes over the rows of other builders, behind the own ones. The others are used up by it. */
  LogBuilder addParts(List<LogBuilder> parts) {
    int from = staging.size();
    StagedParts.append(staging, parts.stream().map(part -> part.staging).toList(), workers);
    for (LogBuilder part : parts) {
      audit.offer(part.audit.offered());
      BitSet bad = part.dropped;
      for (int row = bad.nextSetBit(0); row >= 0; row = bad.nextSetBit(row + 1)) {
        setAsideIfBad(from + row);
      }
      from += part.staging.size();
    }
    return this;
  }

  boolean isEmpty() {
    return staging.size() == 0;
  }

  /**
   * Returns the door for columns: a reusable cursor that makes no object per row.
   *
   * @return the one cursor of this builder
   */
  public Appender appender() {
    return appender;
  }

  /**
   * Says up to when the rows are complete: rows at it are seen, later ones set aside, and what is
   * unanswered then is still waiting. Unless it is said, the time of the last row is assumed.
   *
   * @param instant the as-of
   * @return this builder
   * @throws IllegalArgumentException if it lies outside the years 1 to 9999
   */
  public LogBuilder asOf(Instant instant) {
    asOf = EngagementLog.validAsOf(instant);
    return this;
  }

  /**
   * Says up to when the rows are complete.
   *
   * @param text ISO 8601 with an offset, such as {@code 2009-08-31T00:00:00Z}
   * @return this builder
   * @throws IllegalArgumentException if it cannot be read
   */
  public LogBuilder asOf(String text) {
    return asOf(EngagementLog.instant("asOf", text));
  }

  /**
   * Says within what ids are unique; in the whole log unless it is said.
   *
   * @param scope the scope
   * @return this builder
   */
  public LogBuilder idScope(IdScope scope) {
    idScope = scope;
    return this;
  }

  /**
   * Folds repeats: messages of one author in one conversation with the same fingerprint, not more
   * than a tolerance after the first. Kept is a copy that names its parent before one that does
   * not, unless it hangs below that one, then the earliest; replies to a folded copy follow the
   * kept one.
   *
   * @param tolerance how long after the first a copy counts as a repeat, to the millisecond; not
   *     negative
   * @return this builder
   * @throws IllegalArgumentException if the tolerance is negative
   */
  public LogBuilder foldRepeats(Duration tolerance) {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("tolerance (" + tolerance + ") must not be negative");
    }
    repeatTolerance = Optional.of(tolerance);
    return this;
  }

  /**
   * Makes this builder throw at the first bad row instead of setting it aside.
   *
   * @return this builder
   */
  public LogBuilder strict() {
    strict = true;
    return this;
  }

  /**
   * Makes this builder build on all processors. The log is the same however it is built; its
   * measures are walked by as many threads as {@link EngagementLog#parallel} says.
   *
   * @return this builder
   */
  public LogBuilder parallel() {
    return parallel(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Makes this builder build with some threads of the common pool.
   *
   * @param count at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public LogBuilder parallel(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads (" + count + ") must be at least 1");
    }
    return with(new Workers(count));
  }

  LogBuilder with(Workers newWorkers) {
    workers = newWorkers;
    return this;
  }

  private void requireNotBuilt() {
    if (built) {
      throw new IllegalStateException("a builder builds one log; make another builder");
    }
  }

  /** Looks at a row that has just been offered. */
  void judge(int row, @Nullable Object givenTime, long givenMillis) {
    requireNotBuilt();
    audit.offer(1);
    Reason reason = setAsideIfBad(row);
    if (strict && reason != null) {
      throw new IllegalArgumentException(
          "row "
              + (row + 1)
              + " (id "
              + Staging.brief(staging.id.text(row))
              + "), "
              + (reason == Reason.MISSING_ID
                  ? "id ()"
                  : "at (" + text(givenTime, givenMillis) + ")")
              + ": "
              + reason
              + "; "
              + reason.rule()
              + ". Correct the row, or leave strict() out to have such rows counted");
    }
  }

  /** Returns why the row was set aside, or null where it was not. */
  private @Nullable Reason setAsideIfBad(int row) {
    Reason reason = reason(row);
    if (reason != null) {
      dropped.set(row);
      staging.count(audit, reason, row);
    }
    return reason;
  }

  private @Nullable Reason reason(int row) {
    long at = staging.at.get(row);
    if (staging.isMessage(row) && !staging.id.isPresent(row)) {
      return Reason.MISSING_ID;
    }
    if (at == EventTime.MISSING) {
      return Reason.MISSING_TIME;
    }
    if (at == EventTime.UNPARSABLE) {
      return Reason.UNPARSABLE_TIME;
    }
    return at == EventTime.OUT_OF_RANGE ? Reason.TIME_OUT_OF_RANGE : null;
  }

  /** Sets a row aside of which nothing is known. */
  void refuse() {
    requireNotBuilt();
    audit.offer(1);
    int row = staging.size();
    staging.endRow(false);
    dropped.set(row);
    staging.count(audit, Reason.UNREADABLE, row);
    if (strict) {
      throw new IllegalArgumentException(
          "row "
              + (row + 1)
              + ": "
              + Reason.UNREADABLE
              + "; "
              + Reason.UNREADABLE.rule()
              + ". Correct the row, or leave strict() out to have such rows counted");
    }
  }

  private static String text(@Nullable Object givenTime, long givenMillis) {
    if (givenTime != null) {
      return Staging.brief(givenTime.toString());
    }
    return givenMillis <= EventTime.OUT_OF_RANGE ? "" : Long.toString(givenMillis);
  }

  /**
   * Returns the log. The builder is used up by it.
   *
   * @return an immutable log
   * @throws IllegalStateException if a log was built already, or a row was begun and not ended
   * @throws IllegalArgumentException if the builder is strict and a row has to be set aside
   */
  public EngagementLog build() {
    requireNotBuilt();
    appender.requireEnded();
    built = true;
    Assembly assembly = new Assembly(directory, staging, dropped, audit, strict, workers);
    return assembly.build(asOf, idScope, repeatTolerance);
  }

  @Override
  public String toString() {
    return audit.offered() + " rows offered, " + audit.rejected() + " set aside";
  }
}
