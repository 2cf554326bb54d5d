package dev.repartee.apath;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.ActKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition for being at a stage of the A-Path. An <em>act</em> condition holds only at the
 * instant of such an act, a <em>state</em> from the time it is fulfilled.
 *
 * <pre>{@code
 * StageCondition.act(EventFilter.actsOfWill());                    // ==> at acts of will
 * StageCondition.onDays(EventFilter.actsOfWill(), 3, 14)
 *     .or(StageCondition.once(EventFilter.dialogue()));
 * StageCondition.optedIn(ActKind.SUBSCRIBE);                     // ==> opted in by SUBSCRIBE
 * }</pre>
 *
 * <p>Conditions look back over the whole history of a person, even to before an earlier stage. Days
 * are local days in the zone of {@link APathRules}. Conditions with equal texts are equal.
 * Immutable.
 */
public final class StageCondition {
  private static final Set<ActKind> OPT_INS =
      Sets.immutableEnumSet(ActKind.FOLLOW, ActKind.SUBSCRIBE);

  /** What begins a path: anything except an UNFOLLOW or UNSUBSCRIBE. */
  static final EventFilter BEGINNING =
      EventFilter.anything().except(EventFilter.acts(ActKind.UNFOLLOW, ActKind.UNSUBSCRIBE));

  private final ImmutableList<Clause> clauses;
  private final Set<ActKind> optIns;
  private final String text;

  private StageCondition(ImmutableList<Clause> clauses, Set<ActKind> optIns, String text) {
    this.clauses = clauses;
    this.optIns = optIns;
    this.text = text;
  }

  /**
   * One way to fulfil a condition.
   *
   * @param filter the events that count
   * @param days the number of distinct local days with such events
   * @param span the number of days between the first and the last of them
   * @param isLasting whether it holds from then on, not only at the instant of such an event
   */
  record Clause(EventFilter filter, int days, int span, boolean isLasting) {
    /** Whether days have to be distinguished. */
    boolean asksDays() {
      return days > 1 || span > 0;
    }

    /** A count of its days, of which none has come yet. */
    DayCount dayCount() {
      return new DayCount(days, span);
    }

    /** Whether a table lookup is not enough to decide. */
    boolean isAsked() {
      return filter.asksRow()
          || Stream.of(EventFilter.Property.values()).anyMatch(p -> !filter.names(p).isEmpty());
    }
  }

  private static StageCondition of(Clause clause, String text) {
    return new StageCondition(ImmutableList.of(clause), Set.of(), text);
  }

  /**
   * {@return an act condition, which holds at the instant of an event}
   *
   * @param filter the events
   */
  public static StageCondition act(EventFilter filter) {
    return of(new Clause(filter, 1, 0, false), "at " + filter);
  }

  /**
   * {@return an act condition, which holds at the instant of an event if there were such events on
   * enough local days}
   *
   * @param filter the events
   * @param days the number of distinct local days, including that of the event; at least 1
   * @throws IllegalArgumentException if {@code days} is less than 1
   */
  public static StageCondition actAgain(EventFilter filter, int days) {
    checkDays(days);
    return of(new Clause(filter, days, 0, false), "at " + filter + " on " + days + " days");
  }

  /**
   * {@return a state, which holds once there were events on enough days}
   *
   * @param filter the events
   * @param days the number of distinct local days, at least 1
   * @param spanDays the number of days between the first and the last of them, at least 0
   * @throws IllegalArgumentException if a number is too small
   */
  public static StageCondition onDays(EventFilter filter, int days, int spanDays) {
    checkDays(days);
    checkArgument(spanDays >= 0, "spanDays (%s) must not be negative", spanDays);
    return of(
        new Clause(filter, days, spanDays, true),
        filter + " on " + days + " days over " + spanDays);
  }

  /**
   * {@return a state, which holds from the first such event on}
   *
   * @param filter the events
   */
  public static StageCondition once(EventFilter filter) {
    return of(new Clause(filter, 1, 0, true), "once " + filter);
  }

  /**
   * {@return a state that can end, which holds while a FOLLOW or SUBSCRIBE is in force, that is,
   * has not been undone on its channel}
   *
   * @param kinds FOLLOW, SUBSCRIBE or both; none means both
   * @throws IllegalArgumentException if another kind is given
   */
  public static StageCondition optedIn(ActKind... kinds) {
    Set<ActKind> chosen = kinds.length == 0 ? OPT_INS : Sets.immutableEnumSet(Arrays.asList(kinds));
    checkArgument(
        OPT_INS.containsAll(chosen),
        "kinds (%s) must be FOLLOW or SUBSCRIBE, which can be undone; for other acts use once(…)",
        chosen);
    String names = chosen.stream().map(ActKind::name).collect(Collectors.joining(" or "));
    return new StageCondition(ImmutableList.of(), chosen, "opted in by " + names);
  }

  private static void checkDays(int days) {
    checkArgument(days >= 1, "days (%s) must be at least 1", days);
  }

  /**
   * {@return the condition that holds when this one or another does}
   *
   * @param other another condition
   */
  public StageCondition or(StageCondition other) {
    ImmutableList<Clause> all =
        ImmutableList.<Clause>builder().addAll(clauses).addAll(other.clauses).build();
    return new StageCondition(
        all, Sets.union(optIns, other.optIns).immutableCopy(), text + " or " + other.text);
  }

  ImmutableList<Clause> clauses() {
    return clauses;
  }

  /** Whether it holds while an opt-in of a kind is in force. */
  boolean isBy(ActKind optIn) {
    return optIns.contains(optIn);
  }

  /** Whether it holds while an opt-in is in force. */
  boolean isByOptIn() {
    return !optIns.isEmpty();
  }

  /** The kinds of events that can fulfil it; bits as in {@link SeenKinds}. */
  int kinds() {
    int bits = 0;
    for (Clause clause : clauses) {
      bits |= EventCells.kinds(clause.filter());
    }
    for (ActKind kind : optIns) {
      bits |= SeenKinds.bit(kind);
    }
    return bits;
  }

  /** The kinds of events whose presence in a log shows that it could be fulfilled there. */
  int provingKinds() {
    int bits = kinds();
    bits |= isBy(ActKind.FOLLOW) ? SeenKinds.bit(ActKind.UNFOLLOW) : 0;
    bits |= isBy(ActKind.SUBSCRIBE) ? SeenKinds.bit(ActKind.UNSUBSCRIBE) : 0;
    // Where anything counts, also an ending shows that everything would be there.
    return (EventCells.kinds(BEGINNING) & ~bits) == 0 ? -1 : bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StageCondition that
        && text.equals(that.text)
        && clauses.equals(that.clauses)
        && optIns.equals(that.optIns);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
