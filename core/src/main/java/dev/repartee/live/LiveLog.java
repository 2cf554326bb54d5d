package dev.repartee.live;

import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.response.Backlog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A log that receives rows one by one and answers at any moment: who is waiting now, who is due
 * next, how are we doing. Its answers are, to the bit, those of an {@link EngagementLog} of all
 * rows so far.
 *
 * <pre>{@code
 * LiveLog live =
 *     LiveLog.builder(directory)
 *         .followedFor(Duration.ofDays(30))
 *         .measuring(ResponseTime.eachTurn())
 *         .waitingBy(Backlog.standard().withTarget(Duration.ofHours(4)))
 *         .build();
 * live.add(Post.of("p1", "carl", "2026-01-05T09:00:00Z"));
 * live.waiting("2026-01-05T09:10:00Z");
 * // ==> 1 waiting, 0 overdue
 * live.add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1"));
 * live.measure(ResponseTime.eachTurn(), "2026-01-05T10:00:00Z")
 * // ==> response each turn: median 42 min, 1/1 answered
 * }</pre>
 *
 * <p><b>The law.</b> {@code live.measure(measure, now)} has the bytes of {@code log.asOf(now)
 * .followedFor(d).measure(measure)}, where {@code log} contains every accepted row, in any order,
 * and {@code d} is set by {@link LiveLogBuilder#followedFor}. Rows later than {@code now} are kept
 * but not seen. The law holds for every measure over conversations, including custom ones. Measures
 * over persons are refused: conversations are released one by one, so nobody's rows would be
 * complete.
 *
 * <p><b>Retiring.</b> {@link #retire} takes conversations in which nobody waits and which have been
 * at rest for longer than the follow-up and the longest horizon of the named measures. It adds them
 * to the sums of the {@linkplain LiveLogBuilder#measuring named} measures and releases their rows;
 * other measures are refused from then on. A row that arrives later for a retired conversation is
 * <em>late</em>: it is counted, with examples, but is not part of any answer. To recognize such
 * rows, the ids of retired rows are kept, at about 20 to 40 bytes each, forever or {@linkplain
 * LiveLogBuilder#rememberingFor for some time}.
 *
 * <p><b>Threads.</b> One thread at a time writes: it adds rows, retires, and takes snapshots. Any
 * number of threads may read at the same time, and none waits for another: each question sees all
 * rows up to some row, and no later ones.
 *
 * <p><b>Cost.</b> Rows are kept in blocks of a few hundred, and a conversation is never split. A
 * question rebuilds the blocks that have received rows since the last question, at about a
 * microsecond for each row in them. Then a measure walks the blocks in which a wait can still grow
 * older, that is, those with a row younger than the follow-up; it does so about thirty times as
 * fast. What a {@linkplain LiveLogBuilder#measuring named} measure counted in all other blocks is
 * kept. Without a follow-up, or for a measure that was not named, all open blocks are walked.
 * Retired conversations cost nothing. {@link #waiting} does not walk: besides the changed blocks it
 * reads one number for each block.
 */
public final class LiveLog {
  /** The number of rows of a long list that are shown to readers at a time. */
  private static final int AT_ONCE = 1 << 12;

  private final Writer writer;
  private final LiveAppender appender;

  /** By number of the named measure: what was counted in all that is at rest; see {@link Chunk}. */
  private final AtomicReferenceArray<@Nullable KeptSum<?>> kept;

  LiveLog(Writer writer) {
    this.writer = writer;
    this.kept = new AtomicReferenceArray<>(writer.rules.named().size());
    this.appender = new LiveAppender(writer);
  }

  /**
   * {@return a new builder of a live log}
   *
   * @param directory who is who
   */
  public static LiveLogBuilder builder(Directory directory) {
    return new LiveLogBuilder(directory);
  }

  /**
   * Adds a row. Readers see it from now on.
   *
   * @param row a post, a reply or an act
   * @return this
   * @throws IllegalStateException if a row of the {@link #appender} was begun but not ended
   */
  public LiveLog add(Interaction row) {
    take(row);
    writer.publish();
    return this;
  }

  /**
   * Adds rows. Readers see them a few thousand at a time, and all of them once this returns. This
   * is faster than adding them one by one.
   *
   * @param rows posts, replies and acts, in any order
   * @return this
   * @throws IllegalStateException if a row of the {@link #appender} was begun but not ended
   */
  public LiveLog addAll(Iterable<? extends Interaction> rows) {
    int unseen = 0;
    for (Interaction row : rows) {
      take(row);
      if (++unseen == AT_ONCE) {
        writer.publish();
        unseen = 0;
      }
    }
    writer.publish();
    return this;
  }

  private void take(Interaction row) {
    appender.requireEnded();
    appender.row(row);
    appender.endUnseen();
  }

  /**
   * Returns a reusable cursor that adds rows from columns without creating an object per row.
   *
   * @return the one cursor of this log
   */
  public Appender appender() {
    return appender;
  }

  /**
   * Retires the conversations in which nobody waits and which have been at rest for longer than the
   * follow-up and the longest horizon of the named measures; their contribution stays in the sums
   * of the named measures. Call it from time to time on the thread that adds rows, with the present
   * time from a clock: a row dated years ahead retires nothing. It takes time in proportion to what
   * it retires, plus a check of each block in which something may have come to rest.
   *
   * @param now the present
   * @return the number of conversations retired by this call, at least 0
   * @throws IllegalArgumentException if it is before an instant passed earlier, or lies outside the
   *     years 1 to 9999
   * @throws IllegalStateException if no follow-up was set, since everything can then still change
   */
  public long retire(Instant now) {
    return writer.retire(Rules.millis("now", now));
  }

  /**
   * Returns the answer to a question, equal to the bit to that of {@code
   * log.asOf(now).followedFor(…)} for all rows so far. May be called by any thread.
   *
   * @param measure a measure over conversations; once conversations have been retired, one of those
   *     named when this log was made
   * @param now the as-of; rows exactly at it are visible, later ones are not
   * @param <S> the summary that answers it
   * @return the summary
   * @throws IllegalArgumentException if the measure walks persons, was made with another directory
   *     or was not named; or if the instant is before the last {@link #retire}, or outside the
   *     years 1 to 9999
   */
  public <S extends Summary<S>> S measure(Measure<S> measure, Instant now) {
    State seen = writer.state();
    long at = Rules.millis("now", now);
    requireKnown(seen, at);
    return answer(Question.of(measure, writer.rules.directory()), seen, at);
  }

  /**
   * {@return the answer to a question; see {@link #measure(Measure, Instant)}}
   *
   * @param measure a measure over conversations
   * @param now the as-of, ISO 8601 with an offset
   * @param <S> the summary that answers it
   * @throws IllegalArgumentException if the text cannot be read, or for the reasons given there
   */
  public <S extends Summary<S>> S measure(Measure<S> measure, String now) {
    return measure(measure, instant(now));
  }

  private static void requireKnown(State seen, long at) {
    if (!seen.folded().isEmpty() && !(at >= seen.counts().retiredAt())) {
      throw new IllegalArgumentException(
          "now ("
              + Instant.ofEpochMilli(at)
              + ") must not be before the instant of the last retirement ("
              + Instant.ofEpochMilli(seen.counts().retiredAt())
              + "): what was let go of is known as of then; ask for a later one");
    }
  }

  private <T extends Tally<T>, S extends Summary<S>> S answer(
      Question<T, S> question, State seen, long now) {
    Sum<T> sum = question.newSum(writer.rules);
    if (!seen.folded().isEmpty()) {
      sum.add(seen.folded().counted(question));
    }
    int number = seen.folded().number(question);
    List<Optional<Counted<T>>> settled = new ArrayList<>();
    for (Chunk chunk : seen.chunks()) {
      settled.add(chunk.count(question, number, writer.rules, now, sum));
    }
    if (number >= 0) {
      addKept(question, number, settled, sum);
    }
    Counted<T> all = sum.total();
    return question.summary(writer.rules, now, all.silent(), all.seen(), all.tally());
  }

  @SuppressWarnings("unchecked") // a number stands for one measure
  private <T extends Tally<T>> void addKept(
      Question<T, ?> question, int number, List<Optional<Counted<T>>> settled, Sum<T> sum) {
    KeptSum<T> before = (KeptSum<T>) kept.get(number);
    KeptSum<T> now = KeptSum.of(question, writer.rules, settled, before);
    kept.set(number, now);
    if (now != null) {
      sum.add(now.counted());
    }
  }

  /**
   * Returns who is waiting, and who is due next: the people whom the same {@link Backlog} names for
   * {@code log.asOf(now)} of all rows so far, without a follow-up, except those who have waited for
   * longer than {@link LiveLogBuilder#givingUpAfter}. May be called by any thread.
   *
   * @param now the as-of
   * @return who is waiting
   * @throws IllegalArgumentException if the instant is before the last {@link #retire}, or outside
   *     the years 1 to 9999
   */
  public WaitingNow waiting(Instant now) {
    State seen = writer.state();
    long at = Rules.millis("now", now);
    requireKnown(seen, at);
    return new WaitingNow(seen, writer.rules, at);
  }

  /**
   * {@return who is waiting, and who is due next; see {@link #waiting(Instant)}}
   *
   * @param now the as-of, ISO 8601 with an offset
   * @throws IllegalArgumentException if the text cannot be read, or for the reasons given there
   */
  public WaitingNow waiting(String now) {
    return waiting(instant(now));
  }

  private static Instant instant(String text) {
    long millis = EventTime.parse(text);
    if (!EventTime.isValid(millis)) {
      throw new IllegalArgumentException(
          "now (" + text + ") must be ISO 8601 with an offset, such as 2026-02-01T00:00:00Z");
    }
    return Instant.ofEpochMilli(millis);
  }

  /** {@return the number of rows offered so far, of every kind, at least 0} */
  public long offered() {
    return writer.state().counts().offered();
  }

  /**
   * {@return the number of late rows, which came for a retired conversation and are in no answer;
   * at least 0}
   */
  public long late() {
    return writer.state().counts().late();
  }

  /** {@return the ids of the first few late rows, an immutable list} */
  public List<String> lateExamples() {
    return writer.state().counts().lateExamples();
  }

  /**
   * {@return the number of groups of rows that are kept, at least 0} A group is a conversation, or
   * an act on no message. Several conversations form one group if some of their rows share an id or
   * name the same conversation.
   */
  public long open() {
    return writer.state().counts().open();
  }

  /** {@return the number of retired conversations, at least 0} */
  public long retired() {
    return writer.state().folded().conversations();
  }

  /**
   * Returns the findings about the rows so far, including how many were set aside. These are the
   * counts of {@link EngagementLog#audit} for all accepted rows, except unseen members, near names
   * and suspicious times, which only make sense for a whole log. {@link #late} rows are not
   * included. It takes the time of rebuilding the blocks that have changed.
   *
   * @return the number of rows by reason; reasons without any are left out
   */
  public Map<Audit.Reason, Long> audit() {
    State seen = writer.state();
    Map<Audit.Reason, Long> sum = new EnumMap<>(Audit.Reason.class);
    sum.putAll(seen.folded().counts());
    seen.counts().refused().forEach((reason, rows) -> sum.merge(reason, rows, Long::sum));
    for (Frame frame : seen.all()) {
      Folded.add(sum, frame.log(writer.rules).audit());
    }
    return Collections.unmodifiableMap(sum);
  }

  /**
   * Returns everything as bytes, from which {@link LiveLogBuilder#restore} makes a live log with
   * the same answers. Call it on the thread that adds rows; it takes time in proportion to the rows
   * that are kept. After a restart, continue with the row after the {@link #offered} ones.
   *
   * <p>The bytes have a version and a checksum. They contain ids and names as the rows do.
   *
   * @return the bytes
   * @throws IllegalStateException if a row was begun but not ended, or the rows that are kept take
   *     more than 2 GB
   */
  public byte[] toBytes() {
    appender.requireEnded();
    return Snapshot.toBytes(writer);
  }

  @Override
  public String toString() {
    State seen = writer.state();
    String line =
        "live: "
            + Brief.count(seen.counts().offered(), "row")
            + " offered, "
            + seen.counts().open()
            + " open";
    return line
        + (retired() == 0 ? "" : "\n" + Brief.count(retired(), "conversation") + " let go of")
        + (late() == 0 ? "" : "\n" + Brief.count(late(), "row") + " late: " + lateExamples());
  }
}
