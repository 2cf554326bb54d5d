package dev.repartee.measure;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeRangeSet;
import com.google.common.math.LongMath;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.time.EventTime;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a summary describes: the measure with all its options, the as-of, the windows of its
 * anchors, the follow-up. It decides which summaries may be merged.
 *
 * <p>A summary is <em>settled</em> if a follow-up is set and the as-of is late enough that nothing
 * in it can change any more. That is the end of the window plus the follow-up, or plus the
 * measure's horizon if that is longer.
 */
public final class Origin {
  private static final long NO_FOLLOW_UP = -1;
  private static final String NO_FILTER = "";
  private static final int OF_ANSWERERS = 1;
  private static final int FILTERED = 2;
  private static final int DATED = 4;
  private static final int CHANGED = 8;
  private static final int SELECTED = 16;
  private static final int SILENT_SHOWN = 3;
  private static final int MOST_LOGS = 64;

  private final MeasureText measure;
  private final long asOf;
  private final boolean asOfAssumed;
  private final ImmutableRangeSet<Long> windows;
  private final long followUp;
  private final long horizon;
  private final Scope scope;
  private final DirectoryChain directory;
  private final Logs logs;

  private Origin(
      MeasureText measure,
      long asOf,
      boolean asOfAssumed,
      ImmutableRangeSet<Long> windows,
      long followUp,
      long horizon,
      Scope scope,
      DirectoryChain directory,
      Logs logs) {
    this.asOf = asOf;
    this.asOfAssumed = asOfAssumed;
    this.windows = windows;
    this.followUp = followUp;
    this.horizon = horizon;
    this.scope = scope;
    this.logs = logs;
    this.measure = measure.until(asOf, isSettled());
    this.directory = directory.until(asOf, isSettled());
  }

  /**
   * {@return a new origin; for the engine of a log}
   *
   * @param plan the plan of the measure
   * @param asOf the as-of in epoch milliseconds
   * @param asOfAssumed whether it is the time of the last row because none was set
   * @param startInclusive first anchor time, {@code Long.MIN_VALUE} without a beginning
   * @param endExclusive end of anchor times, {@code Long.MAX_VALUE} without an end
   * @param followUp how long after its anchor a fact is watched, or empty for as long as possible
   * @param ofAnswerers whether the facts were selected by who answered
   * @param directory who is who; changes after the as-of do not count
   */
  public static Origin of(
      Plan<?, ?> plan,
      long asOf,
      boolean asOfAssumed,
      long startInclusive,
      long endExclusive,
      Optional<Duration> followUp,
      boolean ofAnswerers,
      Directory directory) {
    return new Origin(
        plan.measureText(),
        asOf,
        asOfAssumed,
        ImmutableRangeSet.of(range(startInclusive, endExclusive)),
        followUp.map(Origin::millis).orElse(NO_FOLLOW_UP),
        millis(plan.horizon()),
        new Scope(NO_FILTER, Selection.EVERYTHING, ofAnswerers),
        DirectoryChain.of(directory),
        Logs.UNKNOWN);
  }

  /**
   * Which facts were selected.
   *
   * @param filter the names of predicates
   * @param selection the keys of the facts
   * @param ofAnswerers whether they were selected by who answered
   */
  private record Scope(String filter, Selection selection, boolean ofAnswerers) {
    boolean isPart() {
      return !filter.isEmpty() || !selection.isEverything();
    }

    Scope merge(Scope other, boolean isSameWindow) {
      same("filter", filter, other.filter, "set the same filter(…)");
      same(
          "side",
          ofAnswerers ? "by answerer" : "by asker",
          other.ofAnswerers ? "by answerer" : "by asker",
          "merge parts of the same kind");
      return new Scope(filter, selection.merge(other.selection, isSameWindow), ofAnswerers);
    }
  }

  /**
   * What is known about the logs until the summary is written to bytes.
   *
   * @param silent organizations of which no message is in any of them
   * @param measured one object for each log, of the latest {@link #MOST_LOGS}
   */
  private record Logs(ImmutableSortedSet<String> silent, ImmutableSet<Object> measured) {
    static final Logs UNKNOWN = new Logs(ImmutableSortedSet.of(), ImmutableSet.of());

    Logs merge(Logs other) {
      return new Logs(
          ImmutableSortedSet.copyOf(Sets.intersection(silent, other.silent)),
          Stream.concat(measured.stream(), other.measured.stream())
              .distinct()
              .limit(MOST_LOGS)
              .collect(ImmutableSet.toImmutableSet()));
    }

    boolean shareOne(Logs other) {
      return !Sets.intersection(measured, other.measured).isEmpty();
    }
  }

  private Origin with(Scope newScope, Logs newLogs) {
    return new Origin(
        measure, asOf, asOfAssumed, windows, followUp, horizon, newScope, directory, newLogs);
  }

  /**
   * Returns the same for facts selected by predicates; for the engine of a log.
   *
   * @param names the names of the predicates
   * @return the origin; this one if there are no names
   */
  public Origin filteredBy(Collection<String> names) {
    String filter =
        names.stream().distinct().sorted().map(OptionText::quoted).collect(joining(" and "));
    return with(new Scope(filter, scope.selection, scope.ofAnswerers), logs);
  }

  /**
   * Returns the same for facts with one of some keys of a dimension; for the engine of a log.
   *
   * @param dimension the dimension
   * @param keys the first texts of the keys
   * @return the origin
   */
  public Origin only(Dimension dimension, Collection<String> keys) {
    return selecting(
        dimension.names().get(0), keys.stream().map(List::of).toList(), ImmutableSet.of());
  }

  /** Returns the same for the facts of one of the keys of a breakdown. */
  Origin ofPart(Dimension dimension, List<String> key, Set<List<String>> all) {
    return selecting(dimension.name(), List.of(key), all);
  }

  private Origin selecting(String dimension, List<List<String>> keys, Set<List<String>> all) {
    Selection selection = scope.selection.and(dimension, keys, all);
    return with(new Scope(scope.filter, selection, scope.ofAnswerers), logs);
  }

  /**
   * Returns the same of a log; for the engine of a log.
   *
   * @param log an object that identifies the log
   * @param silent organizations of the directory of which no message is in it
   * @return the origin
   */
  public Origin ofLog(Object log, Collection<String> silent) {
    return with(scope, new Logs(ImmutableSortedSet.copyOf(silent), ImmutableSet.of(log)));
  }

  /** {@return the measure with all its options, as a canonical text, as known by the as-of} */
  public String measure() {
    return measure.text();
  }

  /** Whether it belongs to a measure, as known by the as-of. */
  boolean isOf(Plan<?, ?> plan) {
    return measure.equals(plan.measureText().until(asOf, isSettled()));
  }

  /**
   * {@return the as-of: the instant up to which the log was complete; for merged settled summaries
   * the latest}
   */
  public Instant asOf() {
    return Instant.ofEpochMilli(asOf);
  }

  /** {@return whether the as-of is assumed to be the time of the last row because none was set} */
  public boolean isAsOfAssumed() {
    return asOfAssumed;
  }

  /**
   * {@return the windows of the anchors in order, adjacent ones joined; at least one, which may
   * have no beginning or no end}
   */
  public List<Window> windows() {
    return windows.asRanges().stream()
        .map(
            r ->
                new Window(
                    r.hasLowerBound()
                        ? Optional.of(Instant.ofEpochMilli(r.lowerEndpoint()))
                        : Optional.empty(),
                    r.hasUpperBound()
                        ? Optional.of(Instant.ofEpochMilli(r.upperEndpoint()))
                        : Optional.empty()))
        .toList();
  }

  /**
   * {@return the follow-up: how long after its anchor each fact was watched; empty if it was
   * watched up to the as-of}
   */
  public Optional<Duration> followUp() {
    return followUp == NO_FOLLOW_UP ? Optional.empty() : Optional.of(Duration.ofMillis(followUp));
  }

  /**
   * {@return how long after its end a window, or a period within one, settles: the follow-up, or
   * the measure's horizon if that is longer; empty without a follow-up, since nothing settles then}
   */
  public Optional<Duration> settlesAfter() {
    return followUp == NO_FOLLOW_UP
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.max(followUp, horizon)));
  }

  /**
   * {@return whether this is a part by {@link Dimension#ofAnswer}} Such a part describes only what
   * was answered, and refuses rates and curves, because the unanswered have no answerer.
   */
  public boolean isOfAnswerers() {
    return scope.ofAnswerers;
  }

  /**
   * {@return the names of the predicates that selected the facts, each in quotes, joined by "and";
   * the empty text without a filter}
   */
  public String filter() {
    return scope.filter;
  }

  /**
   * {@return the keys selected by {@code only(…)} or by a part of a breakdown, such as {@code
   * channel "blog" or "forum"}; the empty text if facts of all keys are included}
   */
  public String selection() {
    return scope.selection.isEverything() ? "" : scope.selection.toString();
  }

  /**
   * {@return the organizations without any message in the log, or in any of the merged parts,
   * sorted} If there are any, the accounts in the file are most likely spelled differently from the
   * directory: see {@code log.audit()}. Only measures over conversations know this. It describes
   * the log at hand, not what was counted, so bytes do not contain it: a summary of one day has the
   * same bytes whether the log holds that day's conversations or more.
   */
  public List<String> silent() {
    return logs.silent.asList();
  }

  /**
   * {@return a text with a warning below its first line if organizations are {@link #silent},
   * because the rest is then nearly always wrong} Every summary over conversations prints it.
   *
   * @param text the text, or only its first line
   */
  public String under(String text) {
    if (logs.silent.isEmpty()) {
      return text;
    }
    int end = text.indexOf('\n');
    String headline = end < 0 ? text : text.substring(0, end);
    List<String> silent = logs.silent.asList();
    List<String> shown = silent.subList(0, Math.min(SILENT_SHOWN, silent.size()));
    return headline
        + "\nno message of "
        + String.join(", ", shown)
        + (silent.size() > shown.size() ? " and " + (silent.size() - shown.size()) + " more" : "")
        + " is in the log: are its accounts spelt so?"
        + text.substring(headline.length());
  }

  /**
   * {@return whether nothing in the summary can change any more; never true without a follow-up, or
   * with a window that has no end}
   */
  public boolean isSettled() {
    if (followUp == NO_FOLLOW_UP || windows.isEmpty()) {
      return false;
    }
    Range<Long> span = windows.span();
    return span.hasUpperBound() && isWatchedFrom(span.upperEndpoint());
  }

  /**
   * {@return whether nothing that begins in a period can change any more: the period lies in a
   * window, and after its end came the follow-up, or the measure's horizon if that is longer; never
   * true without a follow-up}
   *
   * @param startInclusive its first instant
   * @param endExclusive the first instant after it
   * @throws IllegalArgumentException if the end is not after the start
   */
  public boolean isSettled(Instant startInclusive, Instant endExclusive) {
    checkArgument(
        startInclusive.isBefore(endExclusive),
        "endExclusive (%s) must be after startInclusive (%s)",
        endExclusive,
        startInclusive);
    long end = endExclusive.toEpochMilli();
    return followUp != NO_FOLLOW_UP
        && windows.encloses(Range.closedOpen(startInclusive.toEpochMilli(), end))
        && isWatchedFrom(end);
  }

  /** Whether everything that begins before an instant was watched for long enough. */
  private boolean isWatchedFrom(long end) {
    return LongMath.saturatedSubtract(asOf, end) >= Math.max(followUp, horizon);
  }

  /**
   * Returns the origin of a merged summary.
   *
   * @param other the origin of the other summary
   * @return the shared measure and follow-up, the union of the windows, the later as-of, and the
   *     directory that knows more changes
   * @throws IllegalArgumentException if measure, follow-up, filter or side differ; if the
   *     directories differ before the earlier of the two as-ofs; if windows overlap without being
   *     equal; if the as-ofs differ and one summary is not settled; if both are of the same log and
   *     window; or if their keys may share facts
   */
  public Origin merge(Origin other) {
    requireSameUntilBoth(other);
    same("follow-up", text(followUp()), text(other.followUp()), "use the same followedFor(…)");
    Scope both = scope.merge(other.scope, windows.equals(other.windows));
    if (!windows.equals(other.windows) && overlap(windows, other.windows)) {
      throw new IllegalArgumentException(
          "windows overlap: "
              + windows()
              + " and "
              + other.windows()
              + "; merge disjoint windows, or the same window of different conversations");
    }
    if (scope.isPart()
        && logs.shareOne(other.logs)
        && windows.equals(other.windows)
        && !scope.selection.isDisjoint(other.scope.selection)) {
      throw new IllegalArgumentException(
          "cannot merge, both are the same part of the same log, so that all would count twice;"
              + " merge different windows, different keys, or logs of different conversations");
    }
    if (asOf != other.asOf && !(isSettled() && other.isSettled())) {
      throw new IllegalArgumentException(
          "as-of differs while unsettled: "
              + asOf()
              + " and "
              + other.asOf()
              + "; measure both with the same asOf(…), or measure windows with followedFor(…)"
              + " and merge them once they are settled");
    }
    TreeRangeSet<Long> union = TreeRangeSet.create(windows);
    union.addAll(other.windows);
    return new Origin(
        other.knowsMoreThan(this) ? other.measure : measure,
        Math.max(asOf, other.asOf),
        asOfAssumed || other.asOfAssumed,
        ImmutableRangeSet.copyOf(union),
        followUp,
        horizon,
        both,
        other.knowsMoreThan(this) ? other.directory : directory,
        logs.merge(other.logs));
  }

  /** Changes must agree up to the earlier of the two as-ofs. */
  private void requireSameUntilBoth(Origin other) {
    long both = Math.min(asOf, other.asOf);
    // What is settled has not looked at the instant of its as-of.
    boolean isExclusive =
        (asOf == both && isSettled()) || (other.asOf == both && other.isSettled());
    if (!measure.until(both, isExclusive).equals(other.measure.until(both, isExclusive))) {
      throw new IllegalArgumentException(
          "cannot merge, measure differs: ["
              + measure()
              + "] and ["
              + other.measure()
              + "]; measure both with the same options");
    }
    DirectoryChain mine = directory.until(both, isExclusive);
    DirectoryChain theirs = other.directory.until(both, isExclusive);
    if (!mine.isSame(theirs)) {
      throw new IllegalArgumentException(
          "cannot merge, "
              + mine.difference(theirs)
              + "; build both logs with the same directory, or say since when of what is new in"
              + " one, with member(…).from(…) and until(…): what has no date changes the past");
    }
  }

  /** Whether it knows of changes that the other does not. */
  boolean knowsMoreThan(Origin other) {
    return directory.isLongerThan(other.directory) || measure.isLongerThan(other.measure);
  }

  /**
   * Returns whether a membership holds at any instant in a window up to the as-of. Summaries about
   * all members use it to know whom to count.
   *
   * @param member a membership of the directory
   * @return whether it does; true for a membership without dates
   */
  public boolean hasMember(Member member) {
    long from = member.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    long until = member.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    return (from == Long.MIN_VALUE && until == Long.MAX_VALUE)
        || (from <= asOf
            && windows.intersects(
                Range.closedOpen(from, Math.min(until, LongMath.saturatedAdd(asOf, 1)))));
  }

  /** The origin of one measure of several, or of the measure that a breakdown splits. */
  Origin forPlan(Plan<?, ?> plan, boolean byAnswerer) {
    return new Origin(
        plan.measureText(),
        asOf,
        asOfAssumed,
        windows,
        followUp,
        millis(plan.horizon()),
        byAnswerer ? new Scope(scope.filter, scope.selection, true) : scope,
        directory,
        logs);
  }

  private static void same(String what, String mine, String theirs, String remedy) {
    if (!mine.equals(theirs)) {
      throw new IllegalArgumentException(
          "cannot merge, " + what + " differs: [" + mine + "] and [" + theirs + "]; " + remedy);
    }
  }

  /** A duration beyond the range of a long is longer than any log. */
  private static long millis(Duration duration) {
    return TimeUnit.MILLISECONDS.convert(duration);
  }

  private static String text(Optional<Duration> followUp) {
    return followUp.map(Duration::toString).orElse("none");
  }

  private static boolean overlap(ImmutableRangeSet<Long> a, ImmutableRangeSet<Long> b) {
    return b.asRanges().stream().anyMatch(a::intersects);
  }

  private static Range<Long> range(long startInclusive, long endExclusive) {
    boolean from = startInclusive != Long.MIN_VALUE;
    boolean to = endExclusive != Long.MAX_VALUE;
    if (from && to) {
      return Range.closedOpen(startInclusive, endExclusive);
    }
    return from
        ? Range.atLeast(startInclusive)
        : to ? Range.upTo(endExclusive, BoundType.OPEN) : Range.all();
  }

  /** Returns all of it as a map of JDK types without null, to add to. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("measure", measure());
    map.put("as_of", asOf().toString());
    map.put("as_of_assumed", asOfAssumed);
    map.put("windows", windows().stream().map(Window::toMap).toList());
    followUp().ifPresent(time -> map.put("followed_for", time.toString()));
    if (!scope.filter.isEmpty()) {
      map.put("filter", scope.filter);
    }
    if (!scope.selection.isEverything()) {
      map.put("selection", scope.selection.toMap());
    }
    map.put("settled", isSettled());
    if (scope.ofAnswerers) {
      map.put("of_answerers", true);
    }
    return map;
  }

  void write(DataOutput out) throws IOException {
    Texts.write(out, measure.beginning());
    out.writeLong(asOf);
    out.writeBoolean(asOfAssumed);
    out.writeInt(windows.asRanges().size());
    for (Range<Long> range : windows.asRanges()) {
      out.writeLong(range.hasLowerBound() ? range.lowerEndpoint() : Long.MIN_VALUE);
      out.writeLong(range.hasUpperBound() ? range.upperEndpoint() : Long.MAX_VALUE);
    }
    out.writeLong(followUp);
    out.writeLong(horizon);
    boolean isDated = !directory.changes().isEmpty();
    out.writeByte(
        (scope.ofAnswerers ? OF_ANSWERERS : 0)
            | (scope.filter.isEmpty() ? 0 : FILTERED)
            | (scope.selection.isEverything() ? 0 : SELECTED)
            | (isDated ? DATED : 0)
            | (measure.eras().isEmpty() ? 0 : CHANGED));
    out.writeLong(directory.beginning());
    if (!scope.filter.isEmpty()) {
      Texts.write(out, scope.filter);
    }
    if (!scope.selection.isEverything()) {
      scope.selection.write(out);
    }
    if (isDated) {
      directory.writeChanges(out);
    }
    if (!measure.eras().isEmpty()) {
      measure.writeEras(out);
    }
  }

  static Origin read(DataInput in) throws IOException {
    String beginning = Texts.read(in);
    long asOf = in.readLong();
    if (!EventTime.isValid(asOf)) {
      throw new IOException("as-of " + asOf + " is no time");
    }
    boolean assumed = in.readBoolean();
    TreeRangeSet<Long> windows = TreeRangeSet.create();
    for (int left = in.readInt(); left > 0; left--) {
      long start = in.readLong();
      long end = in.readLong();
      if (start >= end) {
        throw new IOException("window from " + start + " to " + end + " is empty");
      }
      if (!(start == Long.MIN_VALUE || EventTime.isValid(start))
          || !(end == Long.MAX_VALUE || EventTime.isValid(end - 1))) {
        throw new IOException("window from " + start + " to " + end + " is no time");
      }
      windows.add(range(start, end));
    }
    long followUp = in.readLong();
    long horizon = in.readLong();
    if (windows.isEmpty() || followUp < NO_FOLLOW_UP || horizon < 0) {
      throw new IOException(
          "windows "
              + windows
              + ", follow-up "
              + followUp
              + " and horizon "
              + horizon
              + " are no origin");
    }
    int flags = in.readUnsignedByte();
    if (flags > (OF_ANSWERERS | FILTERED | DATED | CHANGED | SELECTED)) {
      throw new IOException("flags " + flags + " are no origin");
    }
    long directory = in.readLong();
    String filter = (flags & FILTERED) != 0 ? Texts.read(in) : NO_FILTER;
    Selection selection = (flags & SELECTED) != 0 ? Selection.read(in) : Selection.EVERYTHING;
    DirectoryChain chain = DirectoryChain.read(directory, (flags & DATED) != 0, in);
    MeasureText text = MeasureText.read(beginning, (flags & CHANGED) != 0, in);
    return new Origin(
        text,
        asOf,
        assumed,
        ImmutableRangeSet.copyOf(windows),
        followUp,
        horizon,
        new Scope(filter, selection, (flags & OF_ANSWERERS) != 0),
        chain,
        Logs.UNKNOWN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && measure.equals(that.measure)
        && asOf == that.asOf
        && asOfAssumed == that.asOfAssumed
        && windows.equals(that.windows)
        && followUp == that.followUp
        && scope.equals(that.scope)
        && directory.isSame(that.directory);
  }

  @Override
  public int hashCode() {
    return measure.hashCode() * 31 + Long.hashCode(asOf);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("as of ").append(asOf());
    text.append(asOfAssumed ? " (assumed)" : "").append('\n').append(measure());
    if (windows().size() > 1 || windows.span().hasLowerBound() || windows.span().hasUpperBound()) {
      text.append("\nwindow ");
      windows().stream().limit(5).forEach(w -> text.append(w).append(' '));
    }
    text.append(scope.selection.isEverything() ? "" : "\nonly " + scope.selection);
    text.append(scope.filter.isEmpty() ? "" : "\nfilter " + scope.filter);
    followUp().ifPresent(f -> text.append("\nfollowed for ").append(f));
    text.append(isSettled() ? "\nsettled" : "\nnot settled");
    return text.toString();
  }

  /**
   * A half-open period of time.
   *
   * @param startInclusive its first instant, or empty without a beginning
   * @param endExclusive the first instant after it, or empty without an end
   */
  public record Window(Optional<Instant> startInclusive, Optional<Instant> endExclusive) {
    private Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      startInclusive.ifPresent(start -> map.put("from", start.toString()));
      endExclusive.ifPresent(end -> map.put("until", end.toString()));
      return map;
    }

    @Override
    public String toString() {
      return "["
          + startInclusive.map(Instant::toString).orElse("…")
          + ", "
          + endExclusive.map(Instant::toString).orElse("…")
          + ")";
    }
  }
}
