package dev.repartee.measure;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Exchanges;
import dev.repartee.internal.math.Micros;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run of whole units of a log, to be walked in order: conversations, each in conversation order,
 * or persons, each in order of effective time.
 *
 * <p>Unit {@code u} occupies the positions {@code from(u)} to {@code to(u)}, the end excluded, and
 * {@link #row} gives the row at a position. In a slice of conversations position and row are the
 * same; there the units hold messages only, and a parent stands before its children.
 *
 * <p>Rows are named by a number, names and texts by codes; {@link #view} gives a row by words. A
 * slice belongs to one thread and moves on after the sweep: nothing taken from it may be kept.
 */
public abstract class Slice {
  /** No row, no person, no code. */
  public static final int NONE = -1;

  /** No number, where {@link #value} gives one. */
  public static final long NO_VALUE = Micros.ABSENT;

  private final Map<Object, Object> scratch = new HashMap<>();
  private @Nullable Row view;

  /** For the engine of a log. */
  protected Slice() {}

  /** {@return the number of units, at least 0} */
  public abstract int units();

  /**
   * {@return the first position of a unit}
   *
   * @param unit from 0 to {@code units() - 1}
   */
  public abstract int from(int unit);

  /**
   * Returns the position after the last of a unit. What lies after the as-of is not in the unit.
   *
   * @param unit from 0 to {@code units() - 1}
   * @return the position, at least {@code from(unit)}
   */
  public abstract int to(int unit);

  /**
   * {@return the row at a position}
   *
   * @param position within a unit
   */
  public abstract int row(int position);

  /** {@return a number that differs from slice to slice, so that scratch knows when it is stale} */
  public abstract long serial();

  /**
   * {@return the instant up to which the log is complete; epoch milliseconds; rows at it are seen,
   * later ones are not}
   */
  public abstract long asOf();

  /**
   * {@return the last instant at which a fact is watched: the as-of, or the follow-up after its
   * anchor where that is earlier; epoch milliseconds, inclusive} In a slice of persons nobody of
   * the audience is watched from the instant on at which the person joins an organization.
   *
   * @param anchorRow the anchor of the fact
   */
  public abstract long seenUntil(int anchorRow);

  /**
   * {@return the own time of a row; epoch milliseconds}
   *
   * @param row the row
   */
  public abstract long at(int row);

  /**
   * {@return when a row takes effect: its own time, or that of the message it hangs below where
   * that is later; epoch milliseconds, at least {@code at(row)}} It places the row: in order, in a
   * window, on a day, before or after an as-of. How long something took is told by own times.
   *
   * @param row the row
   */
  public abstract long effectiveAt(int row);

  /**
   * {@return the row that a message replies to or an act is done on: the parent, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int parent(int row);

  /**
   * {@return the person who did it: a code of the person within this log}
   *
   * @param row the row
   */
  public abstract int person(int row);

  /**
   * Returns the person that a message names, beside its parent.
   *
   * @param row the row
   * @return the code of the person, or {@link #NONE}
   */
  public abstract int named(int row);

  /**
   * Returns the organization a row concerns: that of the author where a member wrote it, else the
   * one spoken to. It is the strand the message is in.
   *
   * @param row the row
   * @return the code of the organization, or {@link #NONE}: unaddressed
   */
  public abstract int organization(int row);

  /**
   * {@return the channel of a row: the code of the channel, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int channel(int row);

  /**
   * {@return the topic of a row: the code of the topic, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int topic(int row);

  /**
   * {@return the free label of a row: the code of the label, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int label(int row);

  /**
   * {@return an attribute of the caller's own, to be asked row by row: the column, for all slices
   * of this log; one without texts where no row has such an attribute}
   *
   * @param name what it is called
   */
  public abstract Attribute attribute(String name);

  /** The texts that rows have under a name. */
  public interface Attribute {
    /**
     * Returns the text of a row, as a code.
     *
     * @param row the row
     * @return a code that equal texts share, in the order of the texts, or {@link #NONE}
     */
    int code(int row);

    /**
     * {@return a text}
     *
     * @param code its code
     */
    String text(int code);
  }

  /**
   * {@return the numbers that rows have under a name, to be asked row by row; finds the number of a
   * row, in millionths, or {@link #NO_VALUE}; for all slices of this log}
   *
   * @param name what they are called
   */
  public abstract IntToLongFunction value(String name);

  /**
   * {@return what act a row is: the kind, or null for a message}
   *
   * @param row the row
   */
  public abstract @Nullable ActKind act(int row);

  /**
   * {@return the sentiment of a row: the label, or null where it is unknown}
   *
   * @param row the row
   */
  public abstract @Nullable Sentiment sentiment(int row);

  /**
   * {@return the intent of a row: the label, or null where it is unknown}
   *
   * @param row the row
   */
  public abstract @Nullable Intent intent(int row);

  /**
   * {@return whether a member of an organization did it; false for audience}
   *
   * @param row the row
   */
  public abstract boolean isMember(int row);

  /**
   * {@return whether a bot did it; true for a member with that role, and for a program of no
   * organization}
   *
   * @param row the row
   */
  public abstract boolean isBot(int row);

  /**
   * {@return whether a machine sent it on its own; true for auto-replies and campaigns}
   *
   * @param row the row
   */
  public abstract boolean isAutomatic(int row);

  /**
   * Returns whether a member wrote it for colleagues, beside messages that the audience can see.
   *
   * @param row the row
   * @return true for a message that answers nobody and is in no strand
   */
  public abstract boolean isAside(int row);

  /**
   * {@return whether it waits for a response; true unless the data said otherwise}
   *
   * @param row the row
   */
  public abstract boolean expectsResponse(int row);

  /**
   * Returns whether the data named no author.
   *
   * @param row the row
   * @return true for a person of its own, never the same as another
   */
  public abstract boolean isAnonymous(int row);

  /**
   * {@return whose message a message replies to; derived once, when the log is built}
   *
   * @param row the row
   */
  public abstract RepliesTo repliesTo(int row);

  /**
   * {@return whether the author spoke before in this strand, was answered, and speaks again here;
   * derived once, when the log is built} Answered by the addressee (anybody else where the log has
   * no organizations), by no bot and not automatically.
   *
   * @param row the row
   */
  public abstract boolean returned(int row);

  /**
   * {@return the replicate groups of an anchor, one number for all groupings: five bits to each
   * {@link Groups.Grouping}, the first lowest; the groups, the same on every machine}
   *
   * <p>The week is that of {@link #effectiveAt}, by which windows go.
   *
   * @param row the anchor
   */
  public abstract int groups(int row);

  /** {@return the number of persons in the log; codes of persons are below it; at least 0} */
  public abstract int persons();

  /**
   * {@return the number of organizations in the directory; codes of organizations are below it; 0
   * for a public forum}
   */
  public abstract int organizations();

  /**
   * Returns the organization a person is a member of at the own time of a row.
   *
   * @param person the code of a person
   * @param row the row, of that person or another
   * @return the code of the organization, or {@link #NONE}
   */
  public abstract int organizationOf(int person, int row);

  /**
   * {@return the department of a person at the own time of a row: its name, or empty for audience}
   *
   * @param person the code of a person
   * @param row the row, of that person or another
   */
  public abstract Optional<String> departmentOf(int person, int row);

  /**
   * {@return the name of a person: that of the directory, else the account; or {@code (anonymous)}}
   *
   * @param person the code of a person
   */
  public abstract String personName(int person);

  /**
   * {@return the name of an organization}
   *
   * @param code its code
   */
  public abstract String organizationName(int code);

  /**
   * {@return the name of a channel}
   *
   * @param code its code
   */
  public abstract String channelName(int code);

  /**
   * {@return the name of a topic}
   *
   * @param code its code
   */
  public abstract String topicName(int code);

  /**
   * {@return a free label}
   *
   * @param code its code
   */
  public abstract String labelText(int code);

  /**
   * {@return the id of a row, or empty for an act without one}
   *
   * @param row the row
   */
  public abstract Optional<String> id(int row);

  /**
   * {@return the department that owns a topic, or empty}
   *
   * @param code the code of the topic
   */
  public abstract Optional<String> topicOwner(int code);

  /**
   * Returns who waits in this slice of conversations, and what answers them.
   *
   * @param rule what an answer is
   * @return the exchanges up to the as-of, found once for equal rules; they move on with the slice
   * @throws IllegalStateException in a slice of persons
   */
  public abstract Exchanges exchanges(AnswerRule rule);

  /**
   * {@return what an index derived from the whole log: made on the first question, then kept with
   * the log for all its views and threads; the same for every slice of a log} It covers what is
   * later than {@link #asOf} too: leave out what takes effect later.
   *
   * @param index how it is derived; equal ones share
   * @param <X> what is derived
   * @throws IllegalStateException if it is derived from conversations and the log holds rows by
   *     person
   */
  public abstract <X> X index(LogIndex<X> index);

  /**
   * {@return a row by words: the view} The view is one object that moves: it shows this row until
   * the next call.
   *
   * @param row the row
   */
  public final Row view(int row) {
    if (view == null) {
      view = new Row(this);
    }
    return view.moveTo(row);
  }

  /**
   * {@return working memory that stays with this worker from slice to slice, made on first use: the
   * working memory of this worker} It lets measures share what they derive from a slice; compare
   * {@link #serial} to know whether it is fresh.
   *
   * @param key what it is for; equal keys share
   * @param maker makes it
   * @param <X> its type
   */
  @SuppressWarnings("unchecked") // a key is used with one maker only
  public final <X> X scratch(Object key, Supplier<X> maker) {
    Object known = scratch.get(key);
    if (known == null) {
      known = maker.get(); // which may ask for scratch itself
      scratch.put(key, known);
    }
    return (X) known;
  }
}
