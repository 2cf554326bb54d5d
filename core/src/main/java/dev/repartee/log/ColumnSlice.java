package dev.repartee.log;

import com.google.common.math.LongMath;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Exchanges;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.Duet;
import dev.repartee.internal.walk.Events;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.PersonNames;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The slice of a worker: it stands on one part of the log after another. A part is the whole units
 * that begin within a fixed number of positions, so parts need no table. Parts are small, so that
 * what sweeps derive from one stays in the cache.
 */
final class ColumnSlice extends FastSlice {
  private static final int POSITIONS_PER_PART = 1 << 12;
  private static final int[] IDENTITY = new int[0];

  /** A part by conversation has too little of a person, and rows by person nothing of the talk. */
  private static final String WHOLE = "measure it on one log of everything";

  private static final String WHOLE_OR_PARTS =
      "measure it on one log of everything, or, where a fact takes no more than one conversation,"
          + " on the logs by conversation and merge the summaries";

  private final Columns columns;
  private final long asOf;
  private final long followUp;

  /** Where units begin, then the end of the last. */
  private final int[] starts;

  /** The row at each position; empty where position and row are the same. */
  private final int[] rows;

  /** The units to see, each a part of its own; null for all. */
  private final int @Nullable [] chosen;

  // The columns that are read most, without a detour.
  private final long[] at;
  private final int[] bits;
  private final char[] shapes;

  // Facts outside this window are not counted.
  private final long start;
  private final long end;

  /** Whether the view hides rows that the log holds, or units without a row in the window. */
  private final boolean hides;

  /** Acts that are no rows, with which facts may begin; null where none do. */
  private final @Nullable StateActs anchors;

  private final boolean byPerson;

  /** Whether there are persons whose path ends because they join an organization. */
  private final boolean peopleJoin;

  private int firstUnit;
  private int units;
  private long latest;

  /**
   * The week of all rows of the part, among their groups; {@link #NONE} where there are several.
   */
  private int oneWeek = NONE;

  private long serial;

  /** Ends of the units of this part, less what is hidden; used only where anything is. */
  private int[] seenEnds = new int[0];

  ColumnSlice(Columns columns, View view, Unit unit) {
    this(columns, view, unit, false);
  }

  /** Where facts begin with acts that are no rows, a unit is seen for such an act too. */
  ColumnSlice(Columns columns, View view, Unit unit, boolean hangsOnActs) {
    this.anchors = hangsOnActs ? columns.states : null;
    this.columns = columns;
    this.asOf = view.asOf();
    this.followUp = view.followUp().map(TimeUnit.MILLISECONDS::convert).orElse(Long.MAX_VALUE);
    this.byPerson = unit == Unit.PERSON;
    this.peopleJoin = byPerson && columns.people.areDated();
    this.starts = byPerson ? columns.personIndex.starts : columns.starts;
    this.rows = byPerson ? columns.personIndex.rows : IDENTITY;
    this.chosen =
        view.person() == View.EVERYBODY ? null : UnitsAround.of(columns, view.person(), unit);
    this.start = view.start();
    this.end = view.end();
    this.hides = columns.lastTime() > asOf || start != Long.MIN_VALUE || end != Long.MAX_VALUE;
    this.at = columns.at;
    this.bits = columns.bits;
    this.shapes = columns.shapes.codes;
  }

  int parts() {
    return chosen != null ? chosen.length : parts(starts);
  }

  static int parts(int[] unitStarts) {
    long positions = unitStarts[unitStarts.length - 1];
    return (int) ((positions + POSITIONS_PER_PART - 1) / POSITIONS_PER_PART);
  }

  /** The part to which a unit belongs that begins at a position. */
  static int partOf(int position) {
    return position / POSITIONS_PER_PART;
  }

  void moveTo(int part) {
    firstUnit = chosen != null ? chosen[part] : unitAtOrAfter((long) part * POSITIONS_PER_PART);
    units = chosen != null ? 1 : unitAtOrAfter((part + 1L) * POSITIONS_PER_PART) - firstUnit;
    serial++;
    boolean isTimed = !byPerson && chosen == null;
    latest = isTimed ? columns.partTimes().latest(part) : Long.MAX_VALUE;
    oneWeek = isTimed && units > 0 ? oneWeek(time(starts[firstUnit])) : NONE;
    if (hides) {
      units = isTimed && isOutside() ? 0 : units;
      hide();
    }
  }

  /** Conversations stand in order of time: the week of what lies between the first and the last. */
  private int oneWeek(long earliest) {
    int week = Groups.ofTime(earliest);
    boolean isOne = latest - earliest < TimeUnit.DAYS.toMillis(7) && week == Groups.ofTime(latest);
    return isOne ? Grouping.WEEK.with(week) : NONE;
  }

  /** Conversations stand in order of time: whether nothing of the part lies in the window. */
  private boolean isOutside() {
    return (latest < start && anchors == null)
        || (units > 0 && at[starts[firstUnit]] >= Math.min(end, afterAsOf()));
  }

  private long afterAsOf() {
    return LongMath.saturatedAdd(asOf, 1);
  }

  /** The first unit that begins at or after a position. */
  private int unitAtOrAfter(long position) {
    if (position > starts[starts.length - 1]) {
      return starts.length - 1;
    }
    int unit = Arrays.binarySearch(starts, 0, starts.length - 1, (int) position);
    if (unit < 0) {
      return -unit - 1;
    }
    while (unit > 0 && starts[unit - 1] == position) {
      unit--; // units without positions begin where the next one does
    }
    return unit;
  }

  /**
   * Hides what is later than the as-of, and units without a row in the window: every fact hangs on
   * a row of its unit, or on an act that may lie behind all of them.
   */
  private void hide() {
    seenEnds = seenEnds.length < units ? new int[units] : seenEnds;
    long stop = Math.min(end, afterAsOf());
    for (int unit = 0; unit < units; unit++) {
      int from = starts[firstUnit + unit];
      int to = starts[firstUnit + unit + 1];
      boolean mayHold = from < to && effectiveAtPosition(from) < stop && reachesWindow(from, to);
      int seenEnd = mayHold ? seenEnd(from, to) : from;
      seenEnds[unit] = seenEnd > from && !reachesWindow(from, seenEnd) ? from : seenEnd;
    }
  }

  /** Whether the last of some rows of a unit, or an act that a fact begins with, is late enough. */
  private boolean reachesWindow(int from, int to) {
    return effectiveAtPosition(to - 1) >= start
        || (anchors != null && (byPerson || anchors.latestIn(from) >= start));
  }

  /** Effective times never fall within a unit, so what is hidden is its tail. */
  private int seenEnd(int from, int to) {
    int seen = from;
    int hidden = to;
    if (effectiveAtPosition(to - 1) <= asOf) {
      return to;
    }
    while (seen < hidden) {
      int middle = (seen + hidden) >>> 1;
      if (effectiveAtPosition(middle) <= asOf) {
        seen = middle + 1;
      } else {
        hidden = middle;
      }
    }
    return seen;
  }

  private long effectiveAtPosition(int position) {
    return columns.effectiveAt(row(position));
  }

  @Override
  protected void copyTo(Events into) {
    int first = starts[firstUnit];
    into.restart(first, starts[firstUnit + units] - first);
    int[] channels = columns.channel;
    for (int unit = 0; unit < units; unit++) {
      int to = to(unit);
      for (int position = from(unit); position < to; position++) {
        int row = row(position);
        int rowBits = bits[row];
        long time = time(row);
        int channel = channels == null ? NONE : channels[row];
        into.put(position, time, rowBits, columns.organization[row], channel);
      }
    }
  }

  /** When a row takes effect, without a look-up but for the few that lie before others. */
  private long time(int row) {
    return (bits[row] & RowBits.SKEWED) == 0 ? at[row] : columns.effectiveAt(row);
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public int from(int unit) {
    return starts[firstUnit + unit];
  }

  @Override
  public int to(int unit) {
    return hides ? seenEnds[unit] : starts[firstUnit + unit + 1];
  }

  @Override
  public int row(int position) {
    return rows.length == 0 ? position : rows[position];
  }

  @Override
  public long serial() {
    return serial;
  }

  @Override
  public long asOf() {
    return asOf;
  }

  @Override
  public long seenUntil(int anchorRow) {
    long seen =
        followUp == Long.MAX_VALUE
            ? asOf
            : Math.min(asOf, LongMath.saturatedAdd(columns.effectiveAt(anchorRow), followUp));
    return peopleJoin ? Math.min(seen, lastBeforeJoining(anchorRow)) : seen;
  }

  /** The last instant at which a person of the audience is one, seen from a row. */
  private long lastBeforeJoining(int row) {
    return isMember(row)
        ? Long.MAX_VALUE
        : columns.people.joinsAfter(columns.person[row], at[row]) - 1;
  }

  @Override
  public boolean isSeenToTheEnd() {
    return followUp == Long.MAX_VALUE && !peopleJoin;
  }

  @Override
  public long seenUntil(int row, long beginsAt) {
    long seen = Math.min(asOf, LongMath.saturatedAdd(beginsAt, followUp));
    return peopleJoin ? Math.min(seen, lastBeforeJoining(row)) : seen;
  }

  @Override
  public int pathEnd(int unit) {
    int from = from(unit);
    int to = to(unit);
    if (!peopleJoin || from == to) {
      return to;
    }
    long joins = columns.people.joins(columns.person[row(from)]);
    int end = to;
    while (end > from && effectiveAtPosition(end - 1) >= joins) {
      end--;
    }
    return end;
  }

  @Override
  public void events(int unit, long[] times, int[] traits) {
    int from = from(unit);
    int count = to(unit) - from;
    for (int i = 0; i < count; i++) {
      int row = row(from + i);
      times[i] = time(row);
      traits[i] = bits[row] & (Traits.COUNT - 1); // the two are laid out alike
    }
  }

  @Override
  public long latest() {
    return latest;
  }

  @Override
  public long at(int row) {
    return at[row];
  }

  @Override
  public long effectiveAt(int row) {
    return columns.effectiveAt(row);
  }

  @Override
  public int parent(int row) {
    requireConversations("parents", WHOLE_OR_PARTS);
    return columns.parent[row];
  }

  /** Refuses what rows by person cannot show, rather than show it wrongly. */
  private void requireConversations(String what, String remedy) {
    if (columns.isByPerson) {
      throw new IllegalStateException(what + " are not in rows by person; " + remedy);
    }
  }

  @Override
  public int opener(int message) {
    requireConversations("openers", WHOLE_OR_PARTS);
    return columns.opener(message);
  }

  @Override
  public int repliesToAct(int act) {
    requireConversations("replies to acts", WHOLE_OR_PARTS);
    return columns.actReplies.count(act);
  }

  @Override
  public int replyToAct(int act, int i) {
    return columns.actReplies.reply(act, i);
  }

  @Override
  public int actRepliedTo(int message) {
    requireConversations("replies to acts", WHOLE_OR_PARTS);
    return columns.actReplies.act(message);
  }

  @Override
  public Exchanges exchanges(AnswerRule rule) {
    if (byPerson) {
      throw new IllegalStateException(
          "exchanges (" + rule + ") are in slices of conversations: plan with Unit.CONVERSATION");
    }
    return Strands.of(this, rule);
  }

  @Override
  public <X> X index(LogIndex<X> index) {
    if (index.unit() == Unit.CONVERSATION) {
      requireConversations(index.toString(), WHOLE);
    }
    return columns.indexes.of(index);
  }

  @Override
  public int person(int row) {
    return columns.person[row];
  }

  private static int code(int @Nullable [] column, int row) {
    return column == null ? NONE : column[row];
  }

  @Override
  public int named(int row) {
    return code(columns.named, row);
  }

  @Override
  public int organization(int row) {
    return columns.organization[row];
  }

  @Override
  public int channel(int row) {
    return code(columns.channel, row);
  }

  @Override
  public int topic(int row) {
    return code(columns.topic, row);
  }

  @Override
  public int label(int row) {
    return code(columns.label, row);
  }

  @Override
  public Attribute attribute(String name) {
    return columns.attributes.texts(name);
  }

  @Override
  public IntToLongFunction value(String name) {
    return columns.attributes.numbers(name);
  }

  @Override
  public int fingerprint(int row) {
    return code(columns.fingerprint, row);
  }

  @Override
  public long fingerprintHash(int code) {
    return columns.fingerprintHashes.first(code);
  }

  @Override
  public long fingerprintHashRest(int code) {
    return columns.fingerprintHashes.second(code);
  }

  @Override
  public @Nullable ActKind act(int row) {
    return RowBits.act(bits[row]);
  }

  @Override
  public @Nullable Sentiment sentiment(int row) {
    return RowBits.sentiment(bits[row]);
  }

  @Override
  public @Nullable Intent intent(int row) {
    return RowBits.intent(bits[row]);
  }

  @Override
  public boolean isMember(int row) {
    return (bits[row] & RowBits.MEMBER) != 0;
  }

  @Override
  public boolean isBot(int row) {
    return (bits[row] & RowBits.BOT) != 0;
  }

  @Override
  public boolean isAutomatic(int row) {
    return (bits[row] & RowBits.AUTOMATIC) != 0;
  }

  @Override
  public boolean isAside(int row) {
    return (bits[row] & RowBits.ASIDE) != 0;
  }

  @Override
  public boolean isOrphan(int row) {
    return (bits[row] & RowBits.ORPHAN) != 0;
  }

  @Override
  public boolean expectsResponse(int row) {
    return (bits[row] & RowBits.EXPECTS_NO_RESPONSE) == 0;
  }

  @Override
  public boolean isAnonymous(int row) {
    return (bits[row] & RowBits.ANONYMOUS) != 0;
  }

  @Override
  public boolean isPersonal(int row) {
    return (bits[row] & RowBits.BRAND) == 0;
  }

  @Override
  public boolean hasBrandAccounts() {
    return columns.hasBrandAccounts;
  }

  @Override
  public RepliesTo repliesTo(int row) {
    return RowBits.repliesTo(bits[row]);
  }

  @Override
  public boolean returned(int row) {
    return (bits[row] & RowBits.RETURNED) != 0;
  }

  @Override
  public int groups(int row) {
    int known = RowBits.groups(bits[row]);
    // Mostly a part is of one week, so that no time has to be read.
    return oneWeek == NONE ? Events.groups(known, time(row)) : (known & Events.GROUPS) | oneWeek;
  }

  @Override
  public boolean duet(int unit, Duet into) {
    int from = from(unit);
    int to = to(unit);
    return to - from <= Duet.MOST_MESSAGES && columns.duets.find(firstUnit + unit, from, to, into);
  }

  @Override
  public boolean duet(int unit, int first, Duet into) {
    int from = from(unit) + first;
    int to = Math.min(to(unit), from + Long.SIZE);
    return columns.duets.find(firstUnit + unit, from, to, into);
  }

  @Override
  public int shape(int unit) {
    boolean isWhole = !hides || seenEnds[unit] == starts[firstUnit + unit + 1];
    return isWhole ? shapes[firstUnit + unit] - 1 : NONE;
  }

  @Override
  public int persons() {
    return columns.people.size();
  }

  @Override
  public int organizations() {
    return columns.directory.organizations().size();
  }

  @Override
  public int organizationOf(int person, int row) {
    return columns.people.organizationOf(person, at[row]);
  }

  @Override
  public BitSet personsOf(Set<String> accounts) {
    return columns.people.personsOf(accounts);
  }

  @Override
  public Optional<String> departmentOf(int person, int row) {
    return columns.people.departmentOf(person, at[row]);
  }

  @Override
  public String personName(int person) {
    return columns.people.name(person);
  }

  @Override
  public PersonNames personNames() {
    return columns.people;
  }

  @Override
  public String organizationName(int code) {
    return columns.directory.organizations().get(code);
  }

  @Override
  public String channelName(int code) {
    return columns.channels.get(code);
  }

  @Override
  public String topicName(int code) {
    return columns.topics.get(code);
  }

  @Override
  public Optional<String> topicOwner(int code) {
    return columns.topicOwners.get(code);
  }

  @Override
  public String labelText(int code) {
    return columns.labels.get(code);
  }

  @Override
  public Optional<String> id(int row) {
    return columns.id(row);
  }

  @Override
  public @Nullable StateActs states() {
    return columns.states;
  }

  @Override
  public SeenKinds seenKinds() {
    return columns.seenKinds(asOf);
  }

  @Override
  public String toString() {
    return "slice of " + units + " units from " + firstUnit;
  }
}
