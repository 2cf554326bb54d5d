package dev.repartee.apath;

import com.google.common.collect.Sets;
import dev.repartee.measure.RepliesTo;
import dev.repartee.measure.Row;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a person a condition of the A-Path looks at, by name.
 *
 * <pre>{@code
 * EventRule.actsOfWill();                                   // ==> acts of will
 * EventRule.ofKinds(ActKind.RECOMMEND).or(EventRule.of("praise", row -> row.label().equals("praise")));
 * }</pre>
 *
 * <p>A rule made of kinds costs nothing beside a look into a table, whatever it is made of. One
 * with a predicate of the caller's own is asked about each event of the kinds it can hold for.
 * Rules of equal names are taken to be equal. Immutable.
 */
public final class EventRule {
  private static final int KINDS = ActKind.values().length + 1;
  private static final int SENTIMENTS = Sentiment.values().length + 1;
  private static final int REPLIES = RepliesTo.values().length;

  /** How many events differ for a rule without a predicate. */
  static final int CELLS = KINDS * SENTIMENTS * REPLIES * 2;

  private final String name;
  private final BitSet cells;
  private final @Nullable Predicate<? super Row> further;

  private EventRule(String name, BitSet cells, @Nullable Predicate<? super Row> further) {
    this.name = name;
    this.cells = cells;
    this.further = further;
  }

  /** What a rule without a predicate can see of an event. */
  record Cell(
      @Nullable ActKind act,
      @Nullable Sentiment sentiment,
      RepliesTo repliesTo,
      boolean returned) {}

  private static EventRule ofCells(String name, Predicate<Cell> predicate) {
    BitSet cells = new BitSet(CELLS);
    for (int cell = 0; cell < CELLS; cell++) {
      cells.set(cell, predicate.test(cell(cell)));
    }
    return new EventRule(name, cells, null);
  }

  private static Cell cell(int cell) {
    int kind = cell / (SENTIMENTS * REPLIES * 2);
    int sentiment = cell / (REPLIES * 2) % SENTIMENTS;
    return new Cell(
        kind == 0 ? null : ActKind.values()[kind - 1],
        sentiment == 0 ? null : Sentiment.values()[sentiment - 1],
        RepliesTo.values()[cell / 2 % REPLIES],
        cell % 2 == 1);
  }

  /** The number of what can be seen of an event; of an act only its kind and its sentiment. */
  static int cellOf(Slice slice, int row) {
    ActKind act = slice.act(row);
    Sentiment sentiment = slice.sentiment(row);
    int feeling = sentiment == null ? 0 : sentiment.ordinal() + 1;
    return act == null
        ? (feeling * REPLIES + slice.repliesTo(row).ordinal()) * 2 + (slice.returned(row) ? 1 : 0)
        : ((act.ordinal() + 1) * SENTIMENTS + feeling) * REPLIES * 2;
  }

  private static int cellOf(Row row) {
    int feeling = row.sentiment().map(s -> s.ordinal() + 1).orElse(0);
    return row.act()
        .map(act -> ((act.ordinal() + 1) * SENTIMENTS + feeling) * REPLIES * 2)
        .orElseGet(
            () -> (feeling * REPLIES + row.repliesTo().ordinal()) * 2 + (row.returned() ? 1 : 0));
  }

  /**
   * Returns the rule that takes every act and message, however negative, but no ending of a
   * subscription.
   *
   * @return the rule of ATTENTION
   */
  public static EventRule anything() {
    return ofCells("anything", c -> c.act() != ActKind.UNFOLLOW && c.act() != ActKind.UNSUBSCRIBE);
  }

  /**
   * Returns the rule that takes acts of will: a CLICK, REACTION, SHARE, MENTION, RECOMMEND, FOLLOW
   * or SUBSCRIBE or a message, none of them labelled NEGATIVE.
   *
   * @return the rule of ATTRACTION
   */
  public static EventRule actsOfWill() {
    return ofCells("acts of will", EventRule::isOfWill);
  }

  private static boolean isOfWill(Cell cell) {
    ActKind act = cell.act();
    return cell.sentiment() != Sentiment.NEGATIVE && (act == null || act.isOfWill());
  }

  /**
   * Returns the rule that takes messages of somebody who spoke, was answered, and speaks again not
   * negatively.
   *
   * @return the dialogue in the rule of AFFINITY
   */
  public static EventRule dialogue() {
    return ofCells(
        "a dialogue", c -> c.act() == null && c.returned() && c.sentiment() != Sentiment.NEGATIVE);
  }

  /**
   * Returns the rule that takes what speaks for an organization: a SHARE or RECOMMEND not labelled
   * NEGATIVE, a MENTION labelled POSITIVE, or a message, not labelled NEGATIVE, that replies to
   * another person of the audience.
   *
   * @return the rule of ADVOCATES
   */
  public static EventRule speakingFor() {
    return ofCells("speaking for it", EventRule::speaksFor);
  }

  private static boolean speaksFor(Cell cell) {
    ActKind act = cell.act();
    if (cell.sentiment() == Sentiment.NEGATIVE) {
      return false;
    }
    if (act == null) {
      return cell.repliesTo() == RepliesTo.AUDIENCE;
    }
    return switch (act) {
      case SHARE, RECOMMEND -> true;
      case MENTION -> cell.sentiment() == Sentiment.POSITIVE;
      default -> false;
    };
  }

  /**
   * Returns the rule that takes acts of some kinds, whatever their label.
   *
   * @param first a kind
   * @param more further kinds
   * @return the rule
   */
  public static EventRule ofKinds(ActKind first, ActKind... more) {
    Set<ActKind> kinds = Sets.immutableEnumSet(first, more);
    String name = kinds.stream().map(ActKind::name).collect(Collectors.joining(" or "));
    return ofCells(name, c -> c.act() != null && kinds.contains(c.act()));
  }

  /**
   * Returns the rule that takes messages.
   *
   * @return the rule
   */
  public static EventRule messages() {
    return ofCells("messages", c -> c.act() == null);
  }

  /**
   * Returns the rule that takes events labelled with one of some sentiments.
   *
   * @param first a sentiment
   * @param more further ones
   * @return the rule
   */
  public static EventRule labelled(Sentiment first, Sentiment... more) {
    Set<Sentiment> labels = Sets.immutableEnumSet(first, more);
    String name = labels.stream().map(Sentiment::name).collect(Collectors.joining(" or "));
    return ofCells(
        "labelled " + name, c -> c.sentiment() != null && labels.contains(c.sentiment()));
  }

  /**
   * Returns a rule of one's own.
   *
   * @param name what it is called; rules with equal names are taken to be the same
   * @param predicate says whether it takes an event; it must depend on the row alone
   * @return the rule
   * @throws IllegalArgumentException if the name is blank
   */
  public static EventRule of(String name, Predicate<? super Row> predicate) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name (" + name + ") must not be blank: it tells this rule from others");
    }
    BitSet all = new BitSet(CELLS);
    all.set(0, CELLS);
    return new EventRule(
        '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"', all, predicate);
  }

  /**
   * Returns the rule that takes what this one or another takes.
   *
   * @param other another rule
   * @return the rule
   */
  public EventRule or(EventRule other) {
    BitSet both = (BitSet) cells.clone();
    both.or(other.cells);
    boolean asks = further != null || other.further != null;
    return new EventRule(
        "(" + name + " or " + other.name + ")",
        both,
        asks ? row -> takes(row) || other.takes(row) : null);
  }

  /**
   * Returns the rule that takes what this one and another take.
   *
   * @param other another rule
   * @return the rule
   */
  public EventRule and(EventRule other) {
    BitSet both = (BitSet) cells.clone();
    both.and(other.cells);
    boolean asks = further != null || other.further != null;
    return new EventRule(
        "(" + name + " and " + other.name + ")",
        both,
        asks ? row -> takes(row) && other.takes(row) : null);
  }

  /**
   * Returns the rule that takes what this one takes and another does not.
   *
   * @param other another rule
   * @return the rule
   */
  public EventRule except(EventRule other) {
    BitSet rest = (BitSet) cells.clone();
    if (other.further == null) {
      rest.andNot(other.cells);
    }
    boolean asks = further != null || other.further != null;
    return new EventRule(
        "(" + name + " except " + other.name + ")",
        rest,
        asks ? row -> takes(row) && !other.takes(row) : null);
  }

  private boolean takes(Row row) {
    return cells.get(cellOf(row)) && (further == null || further.test(row));
  }

  /** Whether it may take events that look so. */
  boolean mayTake(int cell) {
    return cells.get(cell);
  }

  /** Whether a look into the table does not decide. */
  boolean isAsked() {
    return further != null;
  }

  /** Decides about an event that it may take. */
  boolean takes(Slice slice, int row) {
    return further == null || further.test(slice.view(row));
  }

  /** The kinds of events it can take; bits as in {@link SeenKinds}. */
  int kinds() {
    int bits = 0;
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      Cell event = cell(cell);
      ActKind act = event.act();
      if (act != null) {
        bits |= SeenKinds.bit(act);
      } else {
        bits |= SeenKinds.REPLY_TO_AUDIENCE;
        bits |= event.repliesTo() == RepliesTo.AUDIENCE ? 0 : SeenKinds.MESSAGE;
      }
    }
    return bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventRule that && name.equals(that.name) && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
