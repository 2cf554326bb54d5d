package dev.repartee.measure;

import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Map<Object, Object> scratch = new HashMap<>();
  private @Nullable Row view;
  private final Events events = new Events();
  private long eventsSerial;
  private boolean hasEvents;

  /** For the engine of a log. */
  protected Slice() {}

  /**
   * Returns the number of units.
   *
   * @return at least 0
   */
  public abstract int units();

  /**
   * Returns the first position of a unit.
   *
   * @param unit from 0 to {@code units() - 1}
   * @return the position
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
   * Returns the row at a position.
   *
   * @param position within a unit
   * @return the row
   */
  public abstract int row(int position);

  /**
   * Copies what walks over events ask of every row of a unit: when it takes effect, and what it is.
   * It is several times as fast as asking row by row.
   *
   * @param unit from 0 to {@code units() - 1}
   * @param times takes the effective time of each row, in order; at least as long as the unit
   * @param traits takes its {@link Traits}; at least as long as the unit
   */
  public void events(int unit, long[] times, int[] traits) {
    int from = from(unit);
    for (int position = from; position < to(unit); position++) {
      int row = row(position);
      times[position - from] = effectiveAt(row);
      traits[position - from] =
          Traits.of(
              act(row),
              sentiment(row),
              intent(row),
              (expectsResponse(row) ? 0 : Traits.EXPECTS_NO_RESPONSE)
                  | (isAutomatic(row) ? Traits.AUTOMATIC : 0)
                  | (isAnonymous(row) ? Traits.ANONYMOUS : 0));
    }
  }

  /**
   * Returns what walks ask of every row, copied at once: several times as fast as asking row by row
   * where rows lie scattered, as those of persons do.
   *
   * @return the events of this slice; the first call for a slice copies them
   */
  public final Events events() {
    if (!hasEvents || eventsSerial != serial()) {
      copyTo(events);
      eventsSerial = serial();
      hasEvents = true;
    }
    return events;
  }

  /**
   * Copies the rows of all units.
   *
   * @param into what takes them
   */
  protected void copyTo(Events into) {
    int units = units();
    int first = units == 0 ? 0 : from(0);
    into.restart(first, units == 0 ? 0 : Math.max(0, to(units - 1) - first));
    for (int unit = 0; unit < units; unit++) {
      for (int position = from(unit); position < to(unit); position++) {
        int row = row(position);
        int traits =
            Traits.of(
                act(row),
                sentiment(row),
                intent(row),
                (expectsResponse(row) ? 0 : Traits.EXPECTS_NO_RESPONSE)
                    | (isAutomatic(row) ? Traits.AUTOMATIC : 0)
                    | (isAnonymous(row) ? Traits.ANONYMOUS : 0));
        int told =
            (isMember(row) ? Events.MEMBER : 0)
                | (isBot(row) ? Events.BOT : 0)
                | personGroup(row) << Events.PERSON_GROUP_SHIFT;
        into.put(position, effectiveAt(row), traits | told, organization(row), channel(row));
      }
    }
  }

  /**
   * Returns a number that differs from slice to slice, so that scratch knows when it is stale.
   *
   * @return the number
   */
  public abstract long serial();

  /**
   * Returns the instant up to which the log is complete.
   *
   * @return epoch milliseconds; rows at it are seen, later ones are not
   */
  public abstract long asOf();

  /**
   * Returns the last instant at which a fact is watched: the as-of, or the follow-up after its
   * anchor where that is earlier.
   *
   * @param anchorRow the anchor of the fact
   * @return epoch milliseconds, inclusive
   */
  public abstract long seenUntil(int anchorRow);

  /**
   * Returns an instant later than which nothing in the slice takes effect. Where it lies far enough
   * back, what is told of recent rows need not be asked row by row. Asking is never necessary.
   *
   * @return epoch milliseconds; {@code Long.MAX_VALUE} where no such instant is known
   */
  public long latest() {
    return Long.MAX_VALUE;
  }

  /**
   * Returns the own time of a row.
   *
   * @param row the row
   * @return epoch milliseconds
   */
  public abstract long at(int row);

  /**
   * Returns when a row takes effect: its own time, or that of the message it hangs below where that
   * is later. It places the row: in order, in a window, on a day, before or after an as-of. How
   * long something took is told by own times.
   *
   * @param row the row
   * @return epoch milliseconds, at least {@code at(row)}
   */
  public abstract long effectiveAt(int row);

  /**
   * Returns the row that a message replies to or an act is done on.
   *
   * @param row the row
   * @return the parent, or {@link #NONE}
   */
  public abstract int parent(int row);

  /**
   * Returns how many messages reply to an act, also after the as-of. In conversations such messages
   * have no parent.
   *
   * @param act the row of an act
   * @return at least 0
   */
  public int repliesToAct(int act) {
    return 0;
  }

  /**
   * Returns a message that replies to an act.
   *
   * @param act the row of an act
   * @param i from 0 to {@code repliesToAct(act) - 1}, in order of effective time
   * @return the row, which may lie outside the slice
   */
  public int replyToAct(int act, int i) {
    return NONE;
  }

  /**
   * Returns the message that opens the conversation of a message.
   *
   * @param message the row of a message
   * @return the row that stands first in its conversation, itself for one that opens
   */
  public int opener(int message) {
    int row = message;
    while (parent(row) != NONE) {
      row = parent(row);
    }
    return row;
  }

  /**
   * Returns the person who did it.
   *
   * @param row the row
   * @return a code of the person within this log
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
   * Returns the channel of a row.
   *
   * @param row the row
   * @return the code of the channel, or {@link #NONE}
   */
  public abstract int channel(int row);

  /**
   * Returns the topic of a row.
   *
   * @param row the row
   * @return the code of the topic, or {@link #NONE}
   */
  public abstract int topic(int row);

  /**
   * Returns the free label of a row.
   *
   * @param row the row
   * @return the code of the label, or {@link #NONE}
   */
  public abstract int label(int row);

  /**
   * Returns the fingerprint of a message.
   *
   * @param row the row
   * @return a code that equal fingerprints share, or {@link #NONE}
   */
  public abstract int fingerprint(int row);

  /**
   * Returns the first half of a hash of 128 bits of a fingerprint. Unlike its code it is the same
   * in every log and on every machine: murmur3_128, seed 0, over the UTF-8 bytes.
   *
   * @param code the code of a fingerprint
   * @return 64 bits
   */
  public abstract long fingerprintHash(int code);

  /**
   * Returns the other half of {@link #fingerprintHash}.
   *
   * @param code the code of a fingerprint
   * @return 64 bits
   */
  public abstract long fingerprintHashRest(int code);

  /**
   * Returns what act a row is.
   *
   * @param row the row
   * @return the kind, or null for a message
   */
  public abstract @Nullable ActKind act(int row);

  /**
   * Returns the sentiment of a row.
   *
   * @param row the row
   * @return the label, or null where it is unknown
   */
  public abstract @Nullable Sentiment sentiment(int row);

  /**
   * Returns the intent of a row.
   *
   * @param row the row
   * @return the label, or null where it is unknown
   */
  public abstract @Nullable Intent intent(int row);

  /**
   * Returns whether a member of an organization did it.
   *
   * @param row the row
   * @return false for audience
   */
  public abstract boolean isMember(int row);

  /**
   * Returns whether a bot did it.
   *
   * @param row the row
   * @return true for a member with that role
   */
  public abstract boolean isBot(int row);

  /**
   * Returns whether a machine sent it on its own.
   *
   * @param row the row
   * @return true for auto-replies and campaigns
   */
  public abstract boolean isAutomatic(int row);

  /**
   * Returns whether it waits for a response.
   *
   * @param row the row
   * @return true unless the data said otherwise
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
   * Returns whether an account with a human face did it.
   *
   * @param row the row
   * @return false where the account shows the brand; true for audience
   */
  public abstract boolean isPersonal(int row);

  /**
   * Returns whether there may be accounts that show the brand, bots aside. Where there are none,
   * every answer of no bot has a human face. Asking is never necessary.
   *
   * @return false where every row is {@link #isPersonal} or {@link #isBot}
   */
  public boolean hasBrandAccounts() {
    return true;
  }

  /**
   * Returns whose message a message replies to.
   *
   * @param row the row
   * @return derived once, when the log is built
   */
  public abstract RepliesTo repliesTo(int row);

  /**
   * Returns whether the author spoke before in this strand, was answered, and speaks again here.
   * Answered by the addressee (anybody else where the log has no organizations), by no bot and not
   * automatically.
   *
   * @param row the row
   * @return derived once, when the log is built
   */
  public abstract boolean returned(int row);

  /**
   * Returns whether a message is the first with a negative label in a turn of somebody who waits
   * for a response. Turns are told by the usual rule, over the whole log; where the directory has
   * no organization, anybody else answers.
   *
   * @param row the row
   * @return whether a complaint begins with it
   */
  public boolean isComplaint(int row) {
    return false;
  }

  /**
   * Returns the message that answers the turn of a complaint, also after the as-of.
   *
   * @param complaint a row for which {@link #isComplaint} is true
   * @return the row, which may lie outside the slice, or {@link #NONE}
   */
  public int answerToComplaint(int complaint) {
    return NONE;
  }

  /**
   * Returns the replicate group of the anchor's audience person; where a member wrote the row or it
   * has no author, that of its conversation.
   *
   * @param row the anchor
   * @return 0 to 31, the same on every machine
   */
  public abstract int personGroup(int row);

  /**
   * Returns the replicate group of the conversation of an anchor.
   *
   * @param row the anchor
   * @return 0 to 31, the same on every machine
   */
  public abstract int conversationGroup(int row);

  /**
   * Returns the code of the shape of a short duet ({@link #duet}). Conversations of one shape are
   * alike in how many messages they have, which of them members wrote, which expect a response,
   * what replies to what, and whether the first has an author: what follows from these needs to be
   * found once for all of them. Asking is never necessary.
   *
   * @param unit a conversation of the slice with at least one message
   * @return the code, at least 0; {@link #NONE} where none is known
   */
  public int shape(int unit) {
    return NONE;
  }

  /**
   * Finds what matters of a duet: a conversation of at most 63 messages that all concern one
   * organization, with one person of the audience at most, in which nothing is automatic or of a
   * bot and nobody is named. It saves reading its rows one by one, and asking is never necessary.
   *
   * @param unit a conversation of the slice with at least one message
   * @param into what is filled
   * @return whether it was filled; false where the conversation is no duet, or not known to be one
   */
  public boolean duet(int unit, Duet into) {
    return false;
  }

  /**
   * Finds what matters of a stretch of a duet of any length: at most 64 messages.
   *
   * @param unit a conversation of the slice
   * @param first the number of messages before the stretch, less than there are
   * @param into what is filled: bit 0 is the first message of the stretch
   * @return whether it was filled; false where the conversation is no duet but for its length
   */
  public boolean duet(int unit, int first, Duet into) {
    return false;
  }

  /**
   * Returns the number of persons in the log; codes of persons are below it.
   *
   * @return at least 0
   */
  public abstract int persons();

  /**
   * Returns the number of organizations in the directory; codes of organizations are below it.
   *
   * @return 0 for a public forum
   */
  public abstract int organizations();

  /**
   * Returns the organization a person is a member of.
   *
   * @param person the code of a person
   * @return the code of the organization, or {@link #NONE}
   */
  public abstract int organizationOf(int person);

  /**
   * Returns the persons behind some accounts.
   *
   * @param accounts accounts, or names of the directory
   * @return the codes of those that the log knows
   */
  public BitSet personsOf(Set<String> accounts) {
    BitSet result = new BitSet();
    for (int person = 0; person < persons(); person++) {
      result.set(person, accounts.contains(personName(person)));
    }
    return result;
  }

  /**
   * Returns how many messages speak to a person of the audience: that reply to a message or an act
   * of theirs, name them, or answer them by inference, also after the as-of. Where there are
   * organizations, messages of their members, else of anybody; what is automatic or of a bot is
   * none of them. A message counts for each way in which it speaks to somebody.
   *
   * @param person the code of a person
   * @return at least 0
   */
  public int messagesTo(int person) {
    return 0;
  }

  /**
   * Returns a message that speaks to a person of the audience.
   *
   * @param person the code of a person
   * @param i from 0 to {@code messagesTo(person) - 1}, in order of effective time
   * @return the row, which may lie outside the slice
   */
  public int messageTo(int person, int i) {
    return NONE;
  }

  /**
   * Returns the department of a person.
   *
   * @param person the code of a person
   * @return its name, or empty for audience
   */
  public abstract Optional<String> departmentOf(int person);

  /**
   * Returns the name of a person: that of the directory, else the account.
   *
   * @param person the code of a person
   * @return the name, or {@code (anonymous)}
   */
  public abstract String personName(int person);

  /**
   * Returns the names of the persons of this log, for tallies that keep codes of persons until the
   * walk is over. Unlike all else of a slice they may be kept.
   *
   * @return the same names for every slice of a log, where they are known to be the same
   */
  public PersonNames personNames() {
    return this::personName;
  }

  /**
   * Returns the name of an organization.
   *
   * @param code its code
   * @return the name
   */
  public abstract String organizationName(int code);

  /**
   * Returns the name of a channel.
   *
   * @param code its code
   * @return the name
   */
  public abstract String channelName(int code);

  /**
   * Returns the name of a topic.
   *
   * @param code its code
   * @return the name
   */
  public abstract String topicName(int code);

  /**
   * Returns the department that owns a topic.
   *
   * @param code the code of the topic
   * @return the department, or empty
   */
  public abstract Optional<String> topicOwner(int code);

  /**
   * Returns a free label.
   *
   * @param code its code
   * @return the text
   */
  public abstract String labelText(int code);

  /**
   * Returns the id of a row.
   *
   * @param row the row
   * @return the id, or empty for an act without one
   */
  public abstract Optional<String> id(int row);

  /**
   * Returns what kinds of interactions of the audience the whole log holds up to the as-of, by
   * channel.
   *
   * @return the kinds seen
   */
  public abstract SeenKinds seenKinds();

  /**
   * Returns a row by words. The view is one object that moves: it shows this row until the next
   * call.
   *
   * @param row the row
   * @return the view
   */
  public final Row view(int row) {
    if (view == null) {
      view = new Row(this);
    }
    return view.moveTo(row);
  }

  /**
   * Returns working memory that stays with this worker from slice to slice, made on first use. It
   * lets measures share what they derive from a slice; compare {@link #serial} to know whether it
   * is fresh.
   *
   * @param key what it is for; equal keys share
   * @param maker makes it
   * @param <X> its type
   * @return the working memory of this worker
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

  @Override
  public String toString() {
    return "slice of " + units() + " units";
  }
}
