package dev.repartee.live;

import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.model.Act;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.response.Backlog;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A log to which rows come one by one, and which is asked at any moment: who waits now, who is due
 * next, how are we doing. What it answers is, to the bit, what an {@link EngagementLog} of all rows
 * so far answers.
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
 * .followedFor(d).measure(measure)}, where {@code log} holds every row that was accepted, in any
 * order, and {@code d} is what {@link LiveLogBuilder#followedFor} says. Rows later than {@code now}
 * are kept and not seen. It holds for every measure over conversations, a caller's own included. A
 * measure over persons is refused: conversations are let go of one by one, so that nobody's rows
 * would be complete.
 *
 * <p><b>Letting go.</b> {@link #retire} takes conversations that have been at rest for longer than
 * the follow-up, and than the longest horizon of the named measures, in which nobody waits. They
 * are added to the sums of the {@linkplain LiveLogBuilder#measuring named} measures, and their rows
 * are let go of; other measures are refused from then on. A row that comes for one of them is
 * <em>late</em>: counted, with examples, and not part of any answer. So that it is known, the ids
 * of what was let go of are kept, at some 20 to 40 bytes each, for ever or {@linkplain
 * LiveLogBuilder#rememberingFor for some time}.
 *
 * <p><b>Threads.</b> One thread at a time writes: it adds rows, retires, and takes snapshots. Any
 * number of threads ask at the same time. None waits for another: each question sees all rows up to
 * some row, and no later one.
 *
 * <p><b>Cost.</b> Rows are kept some hundred to a block, and a conversation is never torn apart. A
 * question builds anew the blocks to which rows have come since the last one, at about a
 * microsecond for each row in them, and walks all that are open, some ten times as fast; the
 * retired ones cost nothing. {@link #waiting} does not walk: beside the changed blocks it looks at
 * one number for each.
 */
public final class LiveLog {
  /** Rows of a long list are shown to readers so many at a time. */
  private static final int AT_ONCE = 1 << 12;

  private final Writer writer;
  private final LiveAppender appender;

  LiveLog(Writer writer) {
    this.writer = writer;
    this.appender = new LiveAppender(writer);
  }

  /**
   * {@return a builder of a live log}
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
   * @throws IllegalStateException if a row of the {@link #appender} was begun and not ended
   */
  public LiveLog add(Interaction row) {
    take(row);
    writer.publish();
    return this;
  }

  /**
   * Adds rows. Readers see them some thousand at a time, and all of them when it returns; that is
   * faster than adding one by one.
   *
   * @param rows posts, replies and acts, in any order
   * @return this
   * @throws IllegalStateException if a row of the {@link #appender} was begun and not ended
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
    appender
        .id(row.id().orElse(null))
        .parent(row.parent().orElse(null))
        .conversation(row.conversation().orElse(null))
        .author(row.author().orElse(null))
        .at(row.atMillis())
        .channel(row.channel().orElse(null))
        .topic(row.topic().orElse(null))
        .label(row.label().orElse(null))
        .addressedTo(row.addressee().orElse(null))
        .naming(row.naming().orElse(null))
        .fingerprint(row.fingerprint().orElse(null))
        .sentiment(row.sentiment().orElse(null))
        .intent(row.intent().orElse(null))
        .expectsResponse(row.expectsResponse())
        .automatic(row.isAutomatic())
        .privately(row.isPrivate());
    row.sequence().ifPresent(appender::sequence);
    row.attributes().forEach(appender::attribute);
    row.values().forEach(appender::value);
    if (row instanceof Act act) {
      appender.act(act.kind()).assignedTo(act.assignedTo().orElse(null));
      act.rating().ifPresent(appender::rating);
    }
    appender.endUnseen();
  }

  /**
   * Returns the door for columns: a reusable cursor that makes no object per row.
   *
   * @return the one cursor of this log
   */
  public LiveAppender appender() {
    return appender;
  }

  /**
   * Lets go of the conversations that have been at rest for longer than the follow-up, and than the
   * longest horizon of the named measures, in which nobody waits; their share stays in the sums of
   * the named measures. To be called now and then by the thread that adds rows, with its clock: a
   * row that is dated years ahead lets go of nothing. It takes time in proportion to what it lets
   * go of, beside a look at each block in which something may have come to rest.
   *
   * @param now the present
   * @return how many conversations were let go of, at least 0
   * @throws IllegalArgumentException if it is before an instant named earlier, or lies outside the
   *     years 1 to 9999
   * @throws IllegalStateException if no follow-up was named: without it everything can change
   */
  public long retire(Instant now) {
    return writer.retire(Rules.millis("now", now));
  }

  /**
   * Returns the answer to a question: to the bit what {@code log.asOf(now).followedFor(…)} of all
   * rows so far answers. May be called by any thread.
   *
   * @param measure a measure over conversations; once conversations were let go of, one of those
   *     named when this log was made
   * @param now the as-of; rows at it are seen, later ones are not
   * @param <S> the summary that answers it
   * @return the summary
   * @throws IllegalArgumentException if the measure is one over persons, was made with another
   *     directory or was not named; or the instant is before the last {@link #retire}, or outside
   *     the years 1 to 9999
   */
  public <S extends Summary<S>> S measure(Measure<S> measure, Instant now) {
    State seen = writer.state();
    long at = Rules.millis("now", now);
    requireKnown(seen, at);
    return answer(Question.of(measure, writer.rules.directory()), seen, at);
  }

  /**
   * {@return the answer to a question: the summary; see {@link #measure(Measure, Instant)}}
   *
   * @param measure a measure over conversations
   * @param now the as-of, ISO 8601 with an offset
   * @param <S> the summary that answers it
   * @throws IllegalArgumentException if the text cannot be read, or as the other says
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
    for (Chunk chunk : seen.chunks()) {
      chunk.count(question, number, writer.rules, now, sum);
    }
    Counted<T> all = sum.total();
    return question.summary(writer.rules, now, all.silent(), all.seen(), all.tally());
  }

  /**
   * Returns who waits, and who is due next: those whom {@code log.asOf(now)} of all rows so far
   * names by the same {@link Backlog}, without a follow-up; but for those who have waited for
   * longer than {@link LiveLogBuilder#givingUpAfter} says. May be called by any thread.
   *
   * @param now the as-of
   * @return who waits
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
   * {@return who waits, and who is due next; see {@link #waiting(Instant)}}
   *
   * @param now the as-of, ISO 8601 with an offset
   * @throws IllegalArgumentException if the text cannot be read, or as the other says
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

  /** {@return the number of rows that were offered so far, of every kind; at least 0} */
  public long offered() {
    return writer.state().counts().offered();
  }

  /**
   * {@return the number of rows that came for a conversation that was let go of: in no answer; at
   * least 0}
   */
  public long late() {
    return writer.state().counts().late();
  }

  /** {@return the ids of the first few rows that were late, an immutable list} */
  public List<String> lateExamples() {
    return writer.state().counts().lateExamples();
  }

  /**
   * {@return how many groups of rows are kept: conversations, and acts on nothing; where rows share
   * an id or name a conversation and belong to several, fewer; at least 0}
   */
  public long open() {
    return writer.state().counts().open();
  }

  /** {@return how many conversations were let go of, at least 0} */
  public long retired() {
    return writer.state().folded().conversations();
  }

  /**
   * Returns what is remarkable about the rows so far, and how many were set aside: what {@link
   * EngagementLog#audit} of all accepted rows counts, but for names that are not seen or look
   * alike, and for suspicious times, which are told of whole logs. {@link #late} rows are not in
   * it. Takes the time of building the blocks that have changed.
   *
   * @return how many rows, by reason; reasons without any are left out
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
   * the same answers. To be called by the thread that adds rows; it takes time in proportion to the
   * rows that are kept. A program that comes back goes on with the row after the {@link #offered}
   * ones.
   *
   * <p>The bytes have a version and a checksum. They hold ids and names as the rows do.
   *
   * @return the bytes
   * @throws IllegalStateException if a row was begun and not ended, or the rows that are kept take
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
