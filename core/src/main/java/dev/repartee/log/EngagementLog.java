package dev.repartee.log;

import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.EventTime;
import dev.repartee.model.Interaction;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an organization and its people said and did: an immutable log that measures walk. Safe to
 * share between threads.
 *
 * <p>The views {@link #asOf}, {@link #between}, {@link #only}, {@link #followedFor} and {@link
 * #parallel} are logs that share the same columns; they copy nothing and can be combined.
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn());
 * log.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").asOf("2026-02-08T00:00:00Z")
 *     .measure(Dialogue.standard());
 * }</pre>
 */
public final class EngagementLog {
  private static final int HEADLINE = 49;

  private final Columns columns;
  private final Audit audit;
  private final View view;

  EngagementLog(Columns columns, Audit audit, View view) {
    this.columns = columns;
    this.audit = audit;
    this.view = view;
  }

  /**
   * Returns a builder of a log.
   *
   * @param directory who is who
   * @return a new builder
   */
  public static LogBuilder builder(Directory directory) {
    return new LogBuilder(directory);
  }

  /**
   * Returns a builder of the log of a public forum, in which everybody is audience.
   *
   * @return a new builder with the empty directory
   */
  public static LogBuilder builder() {
    return builder(Directory.empty());
  }

  /**
   * Returns a collector of rows into a log, for streams. The as-of is that of the last row. A
   * parallel stream fills a builder in each thread and builds the log on all processors; it is the
   * same log.
   *
   * @param directory who is who
   * @return the collector
   */
  public static Collector<Interaction, ?, EngagementLog> collector(Directory directory) {
    return Collector.of(
        () -> new CollectedParts(directory),
        CollectedParts::add,
        CollectedParts::addAll,
        CollectedParts::build);
  }

  /**
   * Returns the log of rows that {@link #rows} took out of conversations, for measures over
   * persons. All rows of a person must be among them, in any order; measures then give the same
   * bits as on one log of everything, once the summaries of all persons are merged.
   *
   * @param directory the directory of the logs that the rows come from
   * @param asOf the as-of of the logs that the rows come from
   * @param rows the rows of some persons
   * @return a log of persons; measures over conversations refuse it
   * @throws IllegalArgumentException if the directory has other contents, or a row takes effect
   *     after the as-of
   */
  public static EngagementLog ofRows(Directory directory, Instant asOf, Iterable<PersonRow> rows) {
    long millis = validAsOf(asOf);
    PersonGathering gathering = new PersonGathering(directory, millis, rows);
    return new EngagementLog(new Columns(gathering), gathering.audit(), View.whole(millis, false));
  }

  /**
   * Returns the rows with all that follows from their conversations, so that they can be sorted by
   * person. It is how measures over persons work on many machines: build by conversation, send each
   * row to the machine of its {@link PersonRow#person}, and build there with {@link #ofRows}.
   *
   * <pre>{@code
   * Map<String, List<PersonRow>> persons =
   *     log.rows().collect(Collectors.groupingBy(PersonRow::person));
   * EngagementLog carl = EngagementLog.ofRows(directory, log.asOf(), persons.get("carl"));
   * carl.measure(APath.standard());
   * }</pre>
   *
   * <p>A row of it keeps whom it concerns, whose message it replies to, whether its author
   * returned, when it takes effect, its channel and topic though inherited, and its replicate
   * groups. It does not keep what it hangs below, nor the fingerprint: a log of such rows knows no
   * conversations, and no replies to acts.
   *
   * @return a stream of the rows up to the as-of of this view, made as they are asked for
   * @throws IllegalStateException if this is a view by {@link #between}, {@link #only} or {@link
   *     #followedFor}: those choose facts, not rows
   */
  public Stream<PersonRow> rows() {
    if (!view.takesAll() || view.followUp().isPresent()) {
      throw new IllegalStateException(
          "rows() gives all rows; call it before between(…), only(…) and followedFor(…), and take"
              + " those of the log that is built of the rows");
    }
    return IntStream.range(0, columns.rows())
        .filter(row -> columns.effectiveAt(row) <= view.asOf())
        .mapToObj(columns::personRow);
  }

  /**
   * Returns the answer to a question.
   *
   * @param measure the question
   * @param <S> the summary that answers it
   * @return the summary
   * @throws IllegalArgumentException if this view chooses by answers and the measure has none, or
   *     the log is one {@link #ofRows} and the measure one over conversations
   */
  public <S extends Summary<S>> S measure(Measure<S> measure) {
    return run(measure.plan());
  }

  private <T extends Tally<T>, S extends Summary<S>> S run(Plan<T, S> plan) {
    if (columns.isByPerson && plan.unit() == Unit.CONVERSATION) {
      throw new IllegalArgumentException(
          "measure (["
              + plan.text()
              + "]) must be one over persons here, where rows have left their conversations;"
              + " measure it on the logs by conversation and merge the summaries");
    }
    return new Walk<>(columns, view, plan).run();
  }

  /**
   * Returns the log as it was known at an instant: what takes effect later is hidden, and what is
   * unanswered then is still waiting.
   *
   * @param instant the instant; rows at it are seen
   * @return a view
   * @throws IllegalArgumentException if it lies outside the years 1 to 9999, or is later than this
   *     log's as-of: nobody knows what happened in between
   */
  public EngagementLog asOf(Instant instant) {
    long millis = validAsOf(instant);
    if (!(millis <= view.asOf())) {
      throw new IllegalArgumentException(
          "asOf ("
              + instant
              + ") must not be later than the as-of of the log ("
              + Instant.ofEpochMilli(view.asOf())
              + (view.asOfAssumed() ? ", assumed from the last row" : "")
              + "); set a later one on the builder if the rows are complete up to it");
    }
    return with(view.withAsOf(millis));
  }

  /**
   * Returns the log as it was known at an instant.
   *
   * @param text ISO 8601 with an offset, such as {@code 2026-02-01T00:00:00Z}
   * @return a view
   * @throws IllegalArgumentException if it cannot be read, or is later than this log's as-of
   */
  public EngagementLog asOf(String text) {
    return asOf(instant("asOf", text));
  }

  /**
   * Returns the facts whose anchor lies in a window, with their whole context, followed up to the
   * as-of. Adjacent windows partition the facts. A window of a window is what both have in common.
   *
   * @param startInclusive the first instant
   * @param endExclusive the first instant after it
   * @return a view
   * @throws IllegalArgumentException if the end is not after the start, no whole millisecond of the
   *     years 1 to 9999 lies between them, or nothing is in common with the window of a window
   */
  public EngagementLog between(Instant startInclusive, Instant endExclusive) {
    if (!(startInclusive.compareTo(endExclusive) < 0)) {
      throw new IllegalArgumentException(
          "endExclusive ("
              + endExclusive
              + ") must be after startInclusive ("
              + startInclusive
              + ")");
    }
    long start = clamp(startInclusive);
    long end = clamp(endExclusive);
    if (!(start < end)) {
      throw new IllegalArgumentException(
          "window ("
              + startInclusive
              + " to "
              + endExclusive
              + ") must hold a whole millisecond of the years 1 to 9999");
    }
    View window = view.within(start, end);
    if (!(window.start() < window.end())) {
      throw new IllegalArgumentException(
          "window ("
              + startInclusive
              + " to "
              + endExclusive
              + ") must have something in common with the window it is taken of; start from the"
              + " whole log");
    }
    return with(window);
  }

  /**
   * Returns the facts whose anchor lies in a window.
   *
   * @param startInclusive the first instant, ISO 8601 with an offset
   * @param endExclusive the first instant after it, ISO 8601 with an offset
   * @return a view
   * @throws IllegalArgumentException if one cannot be read, the end is not after the start, or
   *     nothing is in common with the window of a window
   */
  public EngagementLog between(String startInclusive, String endExclusive) {
    return between(
        instant("startInclusive", startInclusive), instant("endExclusive", endExclusive));
  }

  /**
   * Returns the facts whose anchor has one of some keys.
   *
   * @param dimension what to choose by
   * @param keys the keys to take, for example names of channels
   * @return a view
   * @throws IllegalArgumentException if no key is named, or the dimension has keys of several parts
   */
  public EngagementLog only(Dimension dimension, String... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException(
          "keys of " + dimension.name() + " must not be empty; name at least one");
    }
    if (dimension.parts() != 1) {
      throw new IllegalArgumentException(
          "dimension ("
              + dimension.name()
              + ") must have keys of one part; call only(…) once for"
              + " each part");
    }
    return with(view.withChoice(new View.Choice(dimension, List.of(keys))));
  }

  /**
   * Returns the facts, each watched for no longer than a time after its anchor: what happens later
   * is not seen. It makes summaries of windows comparable and lets them settle.
   *
   * @param duration how long after the anchor, to the millisecond
   * @return a view
   * @throws IllegalArgumentException if the duration is not at least a millisecond
   */
  public EngagementLog followedFor(Duration duration) {
    if (!(duration.compareTo(Duration.ofMillis(1)) >= 0)) {
      throw new IllegalArgumentException(
          "duration (" + duration + ") must be at least a millisecond");
    }
    return with(view.withFollowUp(duration));
  }

  /**
   * Returns the log around one person: measures over persons see that person alone, measures over
   * conversations see the conversations in which the person wrote, whole, with what others said
   * there. Finding the person takes time in proportion to the persons, all else to what is seen.
   *
   * <p>It is for looking at somebody. Summaries of it do not tell that they are a part: merge them
   * with none.
   *
   * @param person the name of the directory, else an account
   * @return a view
   * @throws IllegalArgumentException if nobody has that name or account; the message names near
   *     ones
   */
  public EngagementLog around(String person) {
    int code = columns.people.find(columns.directory, person);
    if (code < 0) {
      NearNames near = new NearNames(person);
      columns.people.offerTo(near);
      throw new IllegalArgumentException(
          "person ("
              + person
              + ") must be a name of the directory or an account in the log"
              + (near.names().isEmpty() ? "" : "; near ones: " + String.join(", ", near.names())));
    }
    return with(view.withPerson(code));
  }

  /**
   * Returns the same log, walked by as many threads as there are processors. Results are the same
   * to the bit.
   *
   * @return a view
   */
  public EngagementLog parallel() {
    return parallel(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns the same log, walked by some threads of the common pool. Results are the same to the
   * bit.
   *
   * @param threads at least 1
   * @return a view
   * @throws IllegalArgumentException if it is less than 1
   */
  public EngagementLog parallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
    return with(view.withThreads(threads));
  }

  private EngagementLog with(View other) {
    return new EngagementLog(columns, audit, other);
  }

  /**
   * Returns the account of every row that was offered.
   *
   * @return the audit of the whole log, also for a view
   */
  public Audit audit() {
    return audit;
  }

  /**
   * Returns who is who.
   *
   * @return the directory
   */
  public Directory directory() {
    return columns.directory;
  }

  /**
   * Returns the instant up to which the log, or this view of it, is complete.
   *
   * @return the as-of
   */
  public Instant asOf() {
    return Instant.ofEpochMilli(view.asOf());
  }

  /**
   * Returns whether the as-of is the time of the last row because nobody named one.
   *
   * @return true if it is assumed
   */
  public boolean isAsOfAssumed() {
    return view.asOfAssumed();
  }

  /**
   * Returns the number of messages in the whole log.
   *
   * @return at least 0
   */
  public long messages() {
    return columns.messages;
  }

  /**
   * Returns the number of acts in the whole log.
   *
   * @return at least 0
   */
  public long acts() {
    return (long) columns.rows() - columns.messages;
  }

  /**
   * Returns the number of conversations in the whole log.
   *
   * @return at least 0
   */
  public long conversations() {
    return columns.conversations();
  }

  /**
   * Returns the number of persons who did anything in the whole log; each row without an author is
   * a person of its own.
   *
   * @return at least 0
   */
  public long persons() {
    return columns.personIndex.persons();
  }

  /** The columns behind this view. */
  Columns columns() {
    return columns;
  }

  /** An as-of in epoch milliseconds. */
  static long validAsOf(Instant instant) {
    long millis = EventTime.of(instant);
    if (!EventTime.isValid(millis)) {
      throw new IllegalArgumentException("asOf (" + instant + ") must lie in the years 1 to 9999");
    }
    return millis;
  }

  static Instant instant(String name, String text) {
    long millis = EventTime.parse(text);
    if (!EventTime.isValid(millis)) {
      throw new IllegalArgumentException(
          name + " (" + text + ") must be ISO 8601 with an offset, such as 2026-02-01T00:00:00Z");
    }
    return Instant.ofEpochMilli(millis);
  }

  private static long clamp(Instant instant) {
    if (instant.isBefore(Instant.ofEpochMilli(EventTime.MIN))) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(Instant.ofEpochMilli(EventTime.MAX))
        ? Long.MAX_VALUE
        : ceilMillis(instant);
  }

  /** Times are whole milliseconds, so a bound within one is a bound at the next. */
  private static long ceilMillis(Instant instant) {
    long millis = instant.toEpochMilli();
    return instant.equals(Instant.ofEpochMilli(millis)) ? millis : millis + 1;
  }

  /** One line where it is short enough for a headline. */
  static String headline(long messages, long acts, long conversations) {
    String rows =
        "log: "
            + NumberText.count(messages)
            + (messages == 1 ? " message, " : " messages, ")
            + NumberText.count(acts)
            + (acts == 1 ? " act" : " acts");
    String units =
        NumberText.count(conversations) + (conversations == 1 ? " conversation" : " conversations");
    String line = rows + ", " + units;
    return line.length() <= HEADLINE ? line : rows + "\n" + units;
  }

  @Override
  public String toString() {
    return headline(messages(), acts(), conversations())
        + "\nas of "
        + asOf()
        + (isAsOfAssumed() ? " (assumed: the last row)" : "")
        + "\n"
        + audit.offered()
        + " rows offered, "
        + audit.rejected()
        + " set aside";
  }
}
