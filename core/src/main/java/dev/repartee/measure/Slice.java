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
 * A run of whole units of a log, to be walked in order: either conversations, each in conversation
 * order, or persons, each in order of effective time.
 *
 * <p>Unit {@code u} occupies the positions from {@code from(u)}, inclusive, to {@code to(u)},
 * exclusive; {@link #row} gives the row at a position. In a slice of conversations, position and
 * row are the same, the units hold messages only, and a parent comes before its children.
 *
 * <p>Rows are identified by numbers, names and texts by codes; {@link #view} gives a row in
 * readable form. A slice belongs to one thread and moves on after the sweep, so nothing taken from
 * it may be kept.
 */
public abstract class Slice {
  /** No row, no person, no code. */
  public static final int NONE = -1;

  /** What {@link #value} gives for a row without a number. */
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
   * Returns the position after the last of a unit. Rows after the as-of are not in the unit.
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

  /**
   * {@return a number that differs from slice to slice, to recognize when scratch data is stale}
   */
  public abstract long serial();

  /**
   * {@return the as-of in epoch milliseconds; rows at that instant are visible, later ones are not}
   */
  public abstract long asOf();

  /**
   * {@return the last instant at which a fact is watched, in epoch milliseconds, inclusive: the
   * as-of, or the end of the follow-up after its anchor if that is earlier} In a slice of persons,
   * a person of the audience is no longer watched once the person joins an organization.
   *
   * @param anchorRow the anchor of the fact
   */
  public abstract long seenUntil(int anchorRow);

  /**
   * {@return the time of a row in epoch milliseconds}
   *
   * @param row the row
   */
  public abstract long at(int row);

  /**
   * {@return when a row takes effect, in epoch milliseconds: its own time, or the effective time of
   * its parent if that is later} Effective times decide where a row belongs: its order, window and
   * day, and whether it is after an as-of. Durations are computed from the rows' own times ({@link
   * #at}).
   *
   * @param row the row
   */
  public abstract long effectiveAt(int row);

  /**
   * {@return the parent: the row that a message replies to or an act is done on; or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int parent(int row);

  /**
   * {@return the code of the author within this log}
   *
   * @param row the row
   */
  public abstract int person(int row);

  /**
   * Returns the person that a message names explicitly.
   *
   * @param row the row
   * @return the code of the person, or {@link #NONE}
   */
  public abstract int named(int row);

  /**
   * Returns the organization a row concerns: that of the author if a member wrote it, else the one
   * addressed. It determines the strand of the message.
   *
   * @param row the row
   * @return the code of the organization, or {@link #NONE}: unaddressed
   */
  public abstract int organization(int row);

  /**
   * {@return the code of the channel of a row, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int channel(int row);

  /**
   * {@return the code of the topic of a row, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int topic(int row);

  /**
   * {@return the code of the free label of a row, or {@link #NONE}}
   *
   * @param row the row
   */
  public abstract int label(int row);

  /**
   * {@return the column of a custom text attribute, for all slices of this log; a column without
   * texts if no row has the attribute}
   *
   * @param name its name
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
   * {@return a function that finds a custom number of a row, in millionths, or {@link #NO_VALUE};
   * for all slices of this log}
   *
   * @param name the name of the number
   */
  public abstract IntToLongFunction value(String name);

  /**
   * {@return the kind of act, or null for a message}
   *
   * @param row the row
   */
  public abstract @Nullable ActKind act(int row);

  /**
   * {@return the sentiment of a row, or null if it is unknown}
   *
   * @param row the row
   */
  public abstract @Nullable Sentiment sentiment(int row);

  /**
   * {@return the intent of a row, or null if it is unknown}
   *
   * @param row the row
   */
  public abstract @Nullable Intent intent(int row);

  /**
   * {@return whether a member of an organization did it; false for the audience}
   *
   * @param row the row
   */
  public abstract boolean isMember(int row);

  /**
   * {@return whether a bot did it, of an organization or of none}
   *
   * @param row the row
   */
  public abstract boolean isBot(int row);

  /**
   * {@return whether a machine sent it automatically, such as an auto-reply or a campaign}
   *
   * @param row the row
   */
  public abstract boolean isAutomatic(int row);

  /**
   * Returns whether it is a member's private message among messages that the audience can see.
   *
   * @param row the row
   * @return whether it is; if so, it answers nobody and is in no strand
   */
  public abstract boolean isAside(int row);

  /**
   * {@return whether it expects a response; true unless the data says otherwise}
   *
   * @param row the row
   */
  public abstract boolean expectsResponse(int row);

  /**
   * Returns whether the data names no author.
   *
   * @param row the row
   * @return whether it has no author; if so, its author counts as a person of its own
   */
  public abstract boolean isAnonymous(int row);

  /**
   * {@return whose message a message replies to, as derived when the log was built}
   *
   * @param row the row
   */
  public abstract RepliesTo repliesTo(int row);

  /**
   * {@return whether the author spoke before in this strand, was answered, and speaks again here,
   * as derived when the log was built} The answer must come from the addressee (from anybody else
   * in a log without organizations), not from a bot and not automatically.
   *
   * @param row the row
   */
  public abstract boolean returned(int row);

  /**
   * {@return the replicate groups of an anchor in one number, the same on every machine: five bits
   * for each {@link Groups.Grouping}, the first in the lowest bits}
   *
   * <p>The week is that of {@link #effectiveAt}, as for windows.
   *
   * @param row the anchor
   */
  public abstract int groups(int row);

  /** {@return the number of persons in the log, at least 0; their codes are below it} */
  public abstract int persons();

  /**
   * {@return the number of organizations in the directory, 0 for a public forum; their codes are
   * below it}
   */
  public abstract int organizations();

  /**
   * Returns the organization that a person is a member of at the time of a row.
   *
   * @param person the code of a person
   * @param row the row, of that person or another
   * @return the code of the organization, or {@link #NONE}
   */
  public abstract int organizationOf(int person, int row);

  /**
   * {@return the name of the department of a person at the time of a row, or empty for the
   * audience}
   *
   * @param person the code of a person
   * @param row the row, of that person or another
   */
  public abstract Optional<String> departmentOf(int person, int row);

  /**
   * {@return the name of a person: that in the directory, else the account, or {@code (anonymous)}}
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
   * {@return the department that owns a topic, or empty if there is none}
   *
   * @param code the code of the topic
   */
  public abstract Optional<String> topicOwner(int code);

  /**
   * Returns the exchanges of this slice of conversations: who waits, and what answers them.
   *
   * @param rule what an answer is
   * @return the exchanges up to the as-of, computed once for equal rules; they move on with the
   *     slice
   * @throws IllegalStateException in a slice of persons
   */
  public abstract Exchanges exchanges(AnswerRule rule);

  /**
   * {@return what an index derives from the whole log} It is made on first use, then kept with the
   * log and shared by all its views and threads. It also covers what is later than {@link #asOf};
   * leave out what takes effect later.
   *
   * @param index how it is derived; equal ones share the result
   * @param <X> what is derived
   * @throws IllegalStateException if it is derived from conversations and the log holds rows by
   *     person
   */
  public abstract <X> X index(LogIndex<X> index);

  /**
   * {@return a readable view of a row} There is only one view object: it shows this row until the
   * next call.
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
   * {@return working memory that stays with this worker from slice to slice, made on first use}
   * Measures use it to share what they derive from a slice; compare {@link #serial} to see whether
   * it is fresh.
   *
   * @param key what it is for; equal keys share it
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
