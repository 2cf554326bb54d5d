package dev.repartee.log;

import com.google.common.collect.Lists;
import dev.repartee.internal.hash.HashKey;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Results;
import dev.repartee.measure.Row;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable log of what an organization and its audience said and did, which measures walk. Safe
 * to share between threads.
 *
 * <p>The views {@link #asOf}, {@link #between}, {@link #only}, {@link #filter}, {@link
 * #followedFor}, {@link #person} and {@link #parallel} are logs that share the same columns. They
 * copy nothing and can be combined.
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn());
 * log.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").asOf("2026-02-08T00:00:00Z")
 *     .measure(Dialogue.standard());
 * }</pre>
 */
public final class EngagementLog {

  private final Columns columns;
  private final Audit audit;
  private final View view;

  EngagementLog(Columns columns, Audit audit, View view) {
    this.columns = columns;
    this.audit = audit;
    this.view = view;
  }

  /**
   * {@return a new builder of a log}
   *
   * @param directory who is who
   */
  public static Builder builder(Directory directory) {
    return new Builder(directory);
  }

  /**
   * {@return a new builder with the empty directory, for a public forum where everybody is
   * audience}
   */
  public static Builder builder() {
    return builder(Directory.empty());
  }

  /**
   * {@return a log of a public forum, where everybody is audience; {@link #audit} reports the rows
   * set aside} The as-of is the time of the last row.
   *
   * @param rows posts, replies and acts, in any order
   */
  public static EngagementLog of(Interaction... rows) {
    return of(Arrays.asList(rows));
  }

  /**
   * {@return a log of a public forum, where everybody is audience; {@link #audit} reports the rows
   * set aside} The as-of is the time of the last row.
   *
   * @param rows posts, replies and acts, in any order
   */
  public static EngagementLog of(Iterable<? extends Interaction> rows) {
    return of(Directory.empty(), rows);
  }

  /**
   * Returns the log of rows. The as-of is the time of the last row.
   *
   * @param directory who is who
   * @param rows posts, replies and acts, in any order
   * @return the log; {@link #audit} reports the rows set aside
   */
  public static EngagementLog of(Directory directory, Interaction... rows) {
    return of(directory, Arrays.asList(rows));
  }

  /**
   * Returns the log of rows. The as-of is the time of the last row.
   *
   * @param directory who is who
   * @param rows posts, replies and acts, in any order
   * @return the log; {@link #audit} reports the rows set aside
   */
  public static EngagementLog of(Directory directory, Iterable<? extends Interaction> rows) {
    return builder(directory).addAll(rows).build();
  }

  /**
   * {@return a collector that makes a log from a stream of rows} The as-of is the time of the last
   * row. A parallel stream fills one builder per thread and builds the log on all processors; the
   * result is the same log.
   *
   * @param directory who is who
   */
  public static Collector<Interaction, ?, EngagementLog> collector(Directory directory) {
    return Collector.of(
        () -> new CollectedParts(directory),
        CollectedParts::add,
        CollectedParts::addAll,
        CollectedParts::build);
  }

  /**
   * {@return a log of persons, made of rows that {@link #rows} took out of their conversations}
   * Measures over persons accept it; measures over conversations refuse it. All rows of each person
   * must be present, in any order. Once the summaries of all persons are merged, they equal to the
   * bit those of a single log of everything.
   *
   * <p>Measures over persons that also look into conversations, such as {@code Recovery} and {@code
   * EngagementEffect}, need that single log. They refuse these rows, and on logs split by
   * conversation they would see only part of each person.
   *
   * @param directory the directory of the logs that the rows come from
   * @param asOf the as-of of those logs
   * @param rows the rows of some persons
   * @throws IllegalArgumentException if the directory has different contents, or a row takes effect
   *     after the as-of
   */
  public static EngagementLog ofRows(Directory directory, Instant asOf, Iterable<PersonRow> rows) {
    long millis = validAsOf(asOf);
    PersonGathering gathering = new PersonGathering(directory, millis, rows);
    return new EngagementLog(new Columns(gathering), gathering.audit(), View.whole(millis, false));
  }

  /**
   * Returns the rows together with everything derived from their conversations, so that they can be
   * regrouped by person. This is how measures over persons run on many machines: build logs by
   * conversation, send each row to the machine of its {@link PersonRow#person}, and build there
   * with {@link #ofRows}.
   *
   * <pre>{@code
   * Map<String, List<PersonRow>> persons =
   *     log.rows().collect(Collectors.groupingBy(PersonRow::person));
   * EngagementLog carl = EngagementLog.ofRows(directory, log.asOf(), persons.get("carl"));
   * carl.measure(APath.standard());
   * }</pre>
   *
   * <p>Such a row keeps the organization it concerns, whose message it replies to, whether its
   * author returned, when it takes effect, its channel and topic even if inherited, and its
   * replicate groups. It does not keep its parent or its fingerprint: a log of such rows has no
   * conversations, no states of conversations, and no replies to acts.
   *
   * @return a lazy stream of the rows up to the as-of of this view; in a view by {@link #person},
   *     those of that person
   * @throws IllegalStateException if this is a view by {@link #between}, {@link #only}, {@link
   *     #filter} or {@link #followedFor}, which select facts, not rows
   */
  public Stream<PersonRow> rows() {
    if (!view.takesAll() || view.followUp().isPresent()) {
      throw new IllegalStateException(
          "rows() gives all rows; call it before between(…), only(…), filter(…) and followedFor(…),"
              + " and take those of the log that is built of the rows");
    }
    return IntStream.range(0, columns.rows())
        .filter(row -> view.person() == View.EVERYBODY || columns.person[row] == view.person())
        .filter(row -> columns.effectiveAt(row) <= view.asOf())
        .mapToObj(columns::personRow);
  }

  /**
   * {@return the summary that answers a question}
   *
   * @param measure the question
   * @param <S> the type of the summary
   * @throws IllegalArgumentException if this view selects by answers and the measure has none, or
   *     the log was made by {@link #ofRows} and the measure walks conversations
   */
  public <S extends Summary<S>> S measure(Measure<S> measure) {
    return run(measure.plan());
  }

  /**
   * Returns the answers to several questions, computed in one walk.
   *
   * @param first a measure
   * @param second another measure over the same unit
   * @param more further measures
   * @return their summaries; {@link Results#get} returns one of them
   * @throws IllegalArgumentException if two measures are the same, if some walk conversations and
   *     others persons, or if one of them cannot be measured here
   */
  public Results measure(Measure<?> first, Measure<?> second, Measure<?>... more) {
    return measure(Measures.of(Lists.asList(first, second, more).toArray(Measure<?>[]::new)));
  }

  private <T extends Tally<T>, S extends Summary<S>> S run(Plan<T, S> plan) {
    if (columns.isByPerson && plan.unit() == Unit.CONVERSATION) {
      throw new IllegalArgumentException(
          "measure (["
              + plan.text()
              + "]) must be one over persons here, where rows have left their conversations;"
              + " measure it on the logs by conversation and merge the summaries");
    }
    plan.requireDirectory(columns.directory);
    return new Walk<>(columns, view, plan).run();
  }

  /**
   * {@return a view of the log as it was known at an instant: what takes effect later is hidden,
   * and what was unanswered at that instant is still waiting}
   *
   * @param instant the instant; rows exactly at it are visible
   * @throws IllegalArgumentException if it lies outside the years 1 to 9999, or is later than this
   *     log's as-of, since what happened in between is unknown
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
   * {@return a view of the log as it was known at an instant}
   *
   * @param text ISO 8601 with an offset, such as {@code 2026-02-01T00:00:00Z}
   * @throws IllegalArgumentException if it cannot be read, or is later than this log's as-of
   */
  public EngagementLog asOf(String text) {
    return asOf(instant("asOf", text));
  }

  /**
   * Returns a view of the facts whose anchor lies in a window, with their whole context, followed
   * up to the as-of. Adjacent windows partition the facts. A window of a window is the intersection
   * of both.
   *
   * @param startInclusive the first instant
   * @param endExclusive the first instant after it
   * @return a view
   * @throws IllegalArgumentException if the end is not after the start, no whole millisecond of the
   *     years 1 to 9999 lies between them, or the windows of a window of a window do not overlap
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
              + ") must overlap the window it is taken from; start from the"
              + " whole log");
    }
    return with(window);
  }

  /**
   * {@return a view of the facts whose anchor lies in a window}
   *
   * @param startInclusive the first instant, ISO 8601 with an offset; or a date, such as {@code
   *     2026-02-01}, whose day begins at midnight UTC
   * @param endExclusive the first instant after it, likewise
   * @throws IllegalArgumentException if one cannot be read, the end is not after the start, or the
   *     windows of a window of a window do not overlap
   */
  public EngagementLog between(String startInclusive, String endExclusive) {
    return between(bound("startInclusive", startInclusive), bound("endExclusive", endExclusive));
  }

  private static Instant bound(String name, String text) {
    boolean isDate = text.length() == "2026-02-01".length();
    return instant(name, isDate ? text + "T00:00:00Z" : text);
  }

  /**
   * {@return a view of the facts whose anchor lies in a window of whole days}
   *
   * @param startInclusive the first day
   * @param endExclusive the first day after it
   * @param zone the time zone of the days
   * @throws IllegalArgumentException if the end is not after the start, or the windows of a window
   *     of a window do not overlap
   */
  public EngagementLog between(LocalDate startInclusive, LocalDate endExclusive, ZoneId zone) {
    return between(
        startInclusive.atStartOfDay(zone).toInstant(), endExclusive.atStartOfDay(zone).toInstant());
  }

  /**
   * {@return a view of the facts whose anchor has one of some keys}
   *
   * @param dimension what to select by
   * @param keys the keys to keep, for example names of channels
   * @throws IllegalArgumentException if no key is given, or the dimension has keys of several parts
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
    return with(view.withChoice(View.Choice.only(dimension, List.of(keys))));
  }

  /**
   * {@return a view of the facts whose anchor satisfies a predicate} The name enters the {@link
   * Summary#origin}, so that summaries of different filters do not merge.
   *
   * <pre>{@code
   * log.filter("holidays", row -> row.label().equals("holiday")).measure(ResponseTime.eachTurn());
   * }</pre>
   *
   * @param name the name of the predicate; equal names are taken to mean the same predicate
   * @param predicate decides whether a fact counts; it must depend on the row alone
   * @throws IllegalArgumentException if the name is blank
   */
  public EngagementLog filter(String name, Predicate<? super Row> predicate) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name (" + name + ") must not be blank: it distinguishes this filter from others");
    }
    return with(view.withChoice(View.Choice.filter(name, predicate)));
  }

  /**
   * {@return a view in which each fact is watched only for some time after its anchor; what happens
   * later is hidden} This makes summaries of windows comparable and lets them settle.
   *
   * @param duration how long after the anchor, to the millisecond
   * @throws IllegalArgumentException if the duration is not at least a millisecond
   */
  public EngagementLog followedFor(Duration duration) {
    return with(view.withFollowUp(WholeMillis.atLeastOne("duration", duration)));
  }

  /**
   * {@return a view around one person} Measures over persons see that person only. Measures over
   * conversations see every conversation in which the person wrote, in full. {@link #rows} gives
   * the rows of the person. Finding the person takes time in proportion to the number of persons;
   * everything after that, in proportion to what the view shows.
   *
   * <p>Use it to look at one person, as {@code PersonHistory.of(log, person)} does. Its summaries
   * do not record that they are partial, so do not merge them with others.
   *
   * @param person the name in the directory, or an account
   * @throws IllegalArgumentException if nobody has that name or account; the message suggests
   *     similar ones
   */
  public EngagementLog person(String person) {
    int code = columns.people.find(columns.directory, person);
    if (code < 0) {
      NearNames near = new NearNames(person);
      columns.people.offerTo(near);
      throw new IllegalArgumentException(
          "person ("
              + person
              + ") must be a name of the directory or an account in the log"
              + (near.names().isEmpty()
                  ? ""
                  : "; similar names: " + String.join(", ", near.names())));
    }
    return with(view.withPerson(code));
  }

  /**
   * {@return a view of the same log, walked by as many threads as there are processors} Results are
   * the same to the bit.
   */
  public EngagementLog parallel() {
    return parallel(Runtime.getRuntime().availableProcessors());
  }

  /**
   * {@return a view of the same log, walked by a number of threads of the common pool} Results are
   * the same to the bit.
   *
   * @param threads at least 1
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
   * {@return the audit, which accounts for every row that was offered; for a view, that of the
   * whole log}
   */
  public Audit audit() {
    return audit;
  }

  /** {@return the directory, which says who is who} */
  public Directory directory() {
    return columns.directory;
  }

  /** {@return the as-of: the instant up to which the log, or this view of it, is complete} */
  public Instant asOf() {
    return Instant.ofEpochMilli(view.asOf());
  }

  /** {@return whether the as-of is assumed to be the time of the last row because none was set} */
  public boolean isAsOfAssumed() {
    return view.asOfAssumed();
  }

  /**
   * {@return the number of messages in the whole log, at least 0} Members' private messages among
   * visible ones are not included; they are counted as {@link Audit.Reason#PRIVATE}.
   */
  public long messages() {
    return columns.messages - audit.count(Audit.Reason.PRIVATE);
  }

  /** {@return the number of acts of persons in the whole log, at least 0} */
  public long acts() {
    return (long) columns.rows() - columns.messages;
  }

  /**
   * {@return the number of acts in the whole log that change the state of conversations or rate
   * them ({@link dev.repartee.model.ActKind#isOfState}), which {@link #acts} does not include; at
   * least 0}
   */
  public long stateActs() {
    return columns.states == null ? 0 : columns.states.size();
  }

  /** {@return the number of conversations in the whole log, at least 0} */
  public long conversations() {
    return columns.conversations();
  }

  /**
   * {@return the number of persons who did anything in the whole log, at least 0; each row without
   * an author is a person of its own}
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

  /**
   * Times are whole milliseconds, so a bound between two of them acts as a bound at the later one.
   */
  private static long ceilMillis(Instant instant) {
    long millis = instant.toEpochMilli();
    return instant.equals(Instant.ofEpochMilli(millis)) ? millis : millis + 1;
  }

  /** In one line if that is short enough for a headline. */
  static String headline(long messages, long acts, long conversations) {
    String rows = "log: " + Brief.count(messages, "message") + ", " + Brief.count(acts, "act");
    String units = Brief.count(conversations, "conversation");
    String line = rows + ", " + units;
    return line.length() <= Brief.HEADLINE ? line : rows + "\n" + units;
  }

  @Override
  public String toString() {
    long asides = audit.count(Audit.Reason.PRIVATE);
    return headline(messages(), acts(), conversations())
        + (asides == 0 ? "" : "\n" + Brief.count(asides, "private message") + " beside them")
        + (stateActs() == 0
            ? ""
            : "\n" + Brief.count(stateActs(), "act") + " of states beside them")
        + (view.person() == View.EVERYBODY ? "" : "\naround " + columns.people.name(view.person()))
        + "\nas of "
        + asOf()
        + (isAsOfAssumed() ? " (assumed: the last row)" : "")
        + "\n"
        + audit.offered()
        + " rows offered, "
        + audit.rejected()
        + " set aside";
  }

  /** The scope in which the ids of rows are unique. Exports of several threads often repeat ids. */
  public enum IdScope {
    /** Unique in the whole log. */
    LOG,
    /** Unique within the conversation that the row names. */
    CONVERSATION,
    /** Unique within the channel that the row names. */
    CHANNEL
  }

  /**
   * Takes rows in any order and builds a log of them. Bad rows are set aside and counted by reason;
   * {@link EngagementLog#audit} accounts for every one. Not safe for use by several threads at
   * once.
   *
   * <pre>{@code
   * EngagementLog log = EngagementLog.builder(directory)
   *     .asOf("2009-08-31T00:00:00Z")
   *     .add(Post.of("p1", "carl@blog", "2009-07-31T09:00:00Z"))
   *     .build();
   * }</pre>
   */
  public static final class Builder {
    private Directory directory;
    private final Staging staging;
    private final StagedAppender appender;
    private final BitSet dropped = new BitSet();
    private final Audit.Tally audit = new Audit.Tally();
    private IdScope idScope = IdScope.LOG;
    private long asOf = EventTime.MISSING;
    private Optional<Duration> repeatTolerance = Optional.empty();
    private boolean strict;
    private boolean quiet;
    private Workers workers = new Workers(1);
    private boolean built;

    Builder(Directory directory) {
      this(directory, HashKey.OF_PROCESS);
    }

    Builder(Directory directory, HashKey hashKey) {
      this.directory = Objects.requireNonNull(directory, "directory");
      this.staging = new Staging(hashKey);
      this.appender = new StagedAppender(staging, this);
    }

    /**
     * Adds a row.
     *
     * @param interaction a post, a reply or an act
     * @return this builder
     * @throws IllegalArgumentException if the builder is strict and the row is bad
     * @throws IllegalStateException if the log was built already, or a row of the {@link #appender}
     *     was begun but not ended
     */
    public Builder add(Interaction interaction) {
      requireNotBuilt();
      appender.requireEnded();
      appender.row(interaction).end();
      return this;
    }

    /**
     * Adds rows.
     *
     * @param interactions posts, replies and acts
     * @return this builder
     * @throws IllegalArgumentException if the builder is strict and a row is bad
     */
    public Builder addAll(Iterable<? extends Interaction> interactions) {
      interactions.forEach(this::add);
      return this;
    }

    /** Appends the rows of other builders, which cannot be used afterwards. */
    Builder addParts(List<Builder> parts) {
      int from = staging.size();
      StagedParts.append(staging, parts.stream().map(part -> part.staging).toList(), workers);
      for (Builder part : parts) {
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
     * Returns a reusable cursor that adds rows from columns without creating an object per row.
     *
     * @return the one cursor of this builder
     */
    public Appender appender() {
      return appender;
    }

    /**
     * Replaces the directory. This is possible until the log is built, because in many exports it
     * is the rows themselves that show who is who.
     *
     * <pre>{@code
     * EngagementLog.Builder rows = EngagementLog.builder();
     * rows.add(Post.of("1", "carl", "2026-01-05T09:00:00Z"));
     * rows.add(Reply.of("2", "acme", "2026-01-05T09:30:00Z").to("1"));
     * Directory who =
     *     Directory.builder().organization("Acme", acme -> acme.member("acme", "Support")).build();
     * rows.directory(who).build().measure(ResponseTime.eachTurn())
     * // ==> response each turn: median 30 min, 1/1 answered
     * }</pre>
     *
     * @param newDirectory who is who
     * @return this builder
     * @throws IllegalStateException if the log was built already
     */
    public Builder directory(Directory newDirectory) {
      requireNotBuilt();
      directory = Objects.requireNonNull(newDirectory, "directory");
      return this;
    }

    /**
     * Sets the instant up to which the rows are complete. Rows at that instant are kept, later ones
     * are set aside, and what is unanswered by then is still waiting. By default the time of the
     * last row is assumed.
     *
     * @param instant the as-of
     * @return this builder
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Builder asOf(Instant instant) {
      asOf = EngagementLog.validAsOf(instant);
      return this;
    }

    /**
     * Sets the instant up to which the rows are complete.
     *
     * @param text ISO 8601 with an offset, such as {@code 2009-08-31T00:00:00Z}
     * @return this builder
     * @throws IllegalArgumentException if it cannot be read
     */
    public Builder asOf(String text) {
      return asOf(EngagementLog.instant("asOf", text));
    }

    /**
     * Sets the scope in which ids are unique; the whole log by default.
     *
     * @param scope the scope
     * @return this builder
     */
    public Builder idScope(IdScope scope) {
      idScope = scope;
      return this;
    }

    /**
     * Folds repeats: messages by one author in one conversation with the same fingerprint, within a
     * tolerance after the first. Of the copies, one that names its parent is preferred to one that
     * does not, unless it stands below that one; after that the earliest is kept. Replies to a
     * folded copy become replies to the kept one.
     *
     * @param tolerance how long after the first a copy counts as a repeat, to the millisecond; not
     *     negative
     * @return this builder
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public Builder foldRepeats(Duration tolerance) {
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
    public Builder strict() {
      strict = true;
      return this;
    }

    /**
     * Makes this builder log nothing when rows are set aside; {@link EngagementLog#audit} still
     * counts them. It is meant for programs that build many small logs.
     *
     * @return this builder
     */
    public Builder quietly() {
      quiet = true;
      return this;
    }

    /**
     * Makes this builder build on all processors. The resulting log is the same. It does not affect
     * how measures walk the log; see {@link EngagementLog#parallel}.
     *
     * @return this builder
     */
    public Builder parallel() {
      return parallel(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Makes this builder build with a number of threads of the common pool.
     *
     * @param count at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder parallel(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("threads (" + count + ") must be at least 1");
      }
      return with(new Workers(count));
    }

    Builder with(Workers newWorkers) {
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
      Audit.Reason reason = setAsideIfBad(row);
      if (strict && reason != null) {
        throw new IllegalArgumentException(
            "row "
                + (row + 1)
                + " (id "
                + Staging.brief(staging.id.text(row))
                + "), "
                + (reason == Audit.Reason.MISSING_ID
                    ? "id ()"
                    : "at (" + text(givenTime, givenMillis) + ")")
                + ": "
                + reason
                + "; "
                + reason.rule()
                + ". Correct the row, or leave strict() out to have such rows counted");
      }
    }

    /** Returns why the row was set aside, or null if it was not. */
    private Audit.@Nullable Reason setAsideIfBad(int row) {
      Audit.Reason reason = reason(row);
      if (reason != null) {
        dropped.set(row);
        staging.count(audit, reason, row);
      }
      return reason;
    }

    private Audit.@Nullable Reason reason(int row) {
      long at = staging.at.get(row);
      if (staging.isMessage(row) && !staging.id.isPresent(row)) {
        return Audit.Reason.MISSING_ID;
      }
      if (at == EventTime.MISSING) {
        return Audit.Reason.MISSING_TIME;
      }
      if (at == EventTime.UNPARSABLE) {
        return Audit.Reason.UNPARSABLE_TIME;
      }
      return at == EventTime.OUT_OF_RANGE ? Audit.Reason.TIME_OUT_OF_RANGE : null;
    }

    /** Sets aside a row of which nothing is known. */
    void refuse() {
      requireNotBuilt();
      audit.offer(1);
      int row = staging.size();
      staging.endRow(0, false);
      dropped.set(row);
      staging.count(audit, Audit.Reason.UNREADABLE, row);
      if (strict) {
        throw new IllegalArgumentException(
            "row "
                + (row + 1)
                + ": "
                + Audit.Reason.UNREADABLE
                + "; "
                + Audit.Reason.UNREADABLE.rule()
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
     * Returns the log. The builder cannot be used afterwards.
     *
     * @return an immutable log
     * @throws IllegalStateException if a log was built already, or a row was begun but not ended
     * @throws IllegalArgumentException if the builder is strict and a row has to be set aside
     */
    public EngagementLog build() {
      requireNotBuilt();
      appender.requireEnded();
      built = true;
      Assembly assembly = new Assembly(directory, staging, dropped, audit, strict, quiet, workers);
      return assembly.build(asOf, idScope, repeatTolerance);
    }

    @Override
    public String toString() {
      return audit.offered() + " rows offered, " + audit.rejected() + " set aside";
    }
  }
}
