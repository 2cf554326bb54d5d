package dev.repartee.internal.walk;

import dev.repartee.measure.*;
import dev.repartee.model.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/**
 * What a slice of a log can do beyond {@link Slice}: ways around reading rows one by one, and what
 * only measures of this library ask for. Every slice of a log is one.
 */
public abstract class FastSlice extends Slice {
  private final Events events = new Events();
  private long eventsSerial;
  private boolean hasEvents;

  /** For the engine of a log. */
  protected FastSlice() {}

  /** Returns a slice of a log as a fast slice. */
  public static FastSlice of(Slice slice) {
    return (FastSlice) slice;
  }

  /**
   * Copies what walks over events need of every row of a unit: when it takes effect, and what it
   * is. This is several times as fast as reading row by row.
   */
  public void events(int unit, long[] times, int[] traits) {
    int from = from(unit);
    for (int position = from; position < to(unit); position++) {
      int row = row(position);
      times[position - from] = effectiveAt(row);
      traits[position - from] = traits(row);
    }
  }

  /**
   * Returns where the path of the person of a unit ends: the position after the last row that takes
   * effect before the person joins an organization for the first time. It is {@code to(unit)}
   * unless memberships have dates, and for members whose membership has none.
   */
  public int pathEnd(int unit) {
    return to(unit);
  }

  private int traits(int row) {
    return Traits.of(
        act(row),
        sentiment(row),
        intent(row),
        (expectsResponse(row) ? 0 : Traits.EXPECTS_NO_RESPONSE)
            | (isAutomatic(row) ? Traits.AUTOMATIC : 0)
            | (isAnonymous(row) ? Traits.ANONYMOUS : 0));
  }

  /**
   * Returns what walks need of every row, copied at once: several times as fast as reading row by
   * row if rows lie scattered, as those of persons do.
   */
  public final Events events() {
    if (!hasEvents || eventsSerial != serial()) {
      copyTo(events);
      eventsSerial = serial();
      hasEvents = true;
    }
    return events;
  }

  /** Copies the rows of all units. */
  protected void copyTo(Events into) {
    int units = units();
    int first = units == 0 ? 0 : from(0);
    into.restart(first, units == 0 ? 0 : Math.max(0, to(units - 1) - first));
    for (int unit = 0; unit < units; unit++) {
      for (int position = from(unit); position < to(unit); position++) {
        int row = row(position);
        int told =
            (isMember(row) ? Events.MEMBER : 0)
                | (isBot(row) ? Events.BOT : 0)
                | (groups(row) & Events.GROUPS) << Events.GROUPS_SHIFT;
        into.put(position, effectiveAt(row), traits(row) | told, organization(row), channel(row));
      }
    }
  }

  /**
   * Returns the last instant at which a fact is watched that begins with an act that is not a row:
   * as {@link #seenUntil(int)}, with the time of the act instead of that of a row; the row says
   * whose fact it is. Epoch milliseconds, inclusive; before the act where nobody watches it.
   */
  public abstract long seenUntil(int row, long beginsAt);

  /**
   * Returns whether every fact is watched up to the as-of, so that no row has to be checked.
   * Calling this is never necessary.
   */
  public boolean isSeenToTheEnd() {
    return false;
  }

  /** Returns the replicate groups of such a fact: those of a row, in the week of the act. */
  public final int groups(int row, long beginsAt) {
    return Events.groups(groups(row), beginsAt);
  }

  /**
   * Returns an instant after which nothing in the slice takes effect. If it lies far enough back,
   * recent rows need no checks. Calling this is never necessary. Epoch milliseconds; {@code
   * Long.MAX_VALUE} where no such instant is known.
   */
  public long latest() {
    return Long.MAX_VALUE;
  }

  /**
   * Returns how many messages reply to an act, also after the as-of. In conversations such messages
   * have no parent. At least 0.
   */
  public int repliesToAct(int act) {
    return 0;
  }

  /** Returns the act that a message replies to. The row of the act, or {@link #NONE}. */
  public int actRepliedTo(int message) {
    return NONE;
  }

  /** Returns a message that replies to an act. */
  public int replyToAct(int act, int i) {
    return NONE;
  }

  /**
   * Returns the first half of a hash of 128 bits of a fingerprint. Unlike its code it is the same
   * in every log and on every machine: murmur3_128, seed 0, over the UTF-8 bytes. 64 bits.
   */
  public abstract long fingerprintHash(int code);

  /** Returns the other half of {@link #fingerprintHash}. 64 bits. */
  public abstract long fingerprintHashRest(int code);

  /**
   * Returns whether there may be accounts that show the brand, bots aside. If there are none, every
   * answer that is not from a bot has a human face. Calling this is never necessary. False if every
   * row is {@link #isPersonal} or {@link #isBot}.
   */
  public boolean hasBrandAccounts() {
    return true;
  }

  /**
   * Returns the code of the shape of a short duet ({@link #duet}). Conversations of one shape are
   * alike in how many messages they have, which of them members wrote, which expect a response,
   * what replies to what, and whether the first has an author: what follows from these needs to be
   * found only once for all of them. Calling this is never necessary. The code, at least 0; {@link
   * #NONE} if none is known.
   */
  public int shape(int unit) {
    return NONE;
  }

  /**
   * Finds what matters of a duet: a conversation of at most 63 messages that all concern one
   * organization, with one person of the audience at most, in which nothing is automatic or of a
   * bot and nobody is named. It saves reading its rows one by one, and asking is never necessary.
   * Whether it was filled; false where the conversation is no duet, or not known to be one.
   */
  public boolean duet(int unit, Duet into) {
    return false;
  }

  /**
   * Finds what matters of a stretch of a duet of any length: at most 64 messages. Whether it was
   * filled; false where the conversation is no duet but for its length.
   */
  public boolean duet(int unit, int first, Duet into) {
    return false;
  }

  /** Returns the persons behind some accounts. */
  public BitSet personsOf(Set<String> accounts) {
    BitSet result = new BitSet();
    for (int person = 0; person < persons(); person++) {
      result.set(person, accounts.contains(personName(person)));
    }
    return result;
  }

  /**
   * Returns the names of the persons of this log, for tallies that keep codes of persons until the
   * walk is over. Unlike all else of a slice they may be kept. The same names for every slice of a
   * log, where they are known to be the same.
   */
  public PersonNames personNames() {
    return this::personName;
  }

  /**
   * Returns what kinds of interactions of the audience the whole log holds up to the as-of, by
   * channel.
   */
  public abstract SeenKinds seenKinds();

  /**
   * Returns whether an account with a human face did it. False where the account shows the brand;
   * true for audience.
   */
  public abstract boolean isPersonal(int row);

  /**
   * Returns the fingerprint of a message. A code that equal fingerprints share, or {@link #NONE}.
   */
  public abstract int fingerprint(int row);

  /**
   * Returns what became of the conversations of the whole log, also later than the as-of; null if
   * no act says so.
   */
  public @Nullable StateActs states() {
    return null;
  }

  /** Returns whether a row refers to one that is not in the log. */
  public boolean isOrphan(int row) {
    return false;
  }

  /** Returns the message that opens the conversation of a message. */
  public int opener(int message) {
    int row = message;
    while (parent(row) != NONE) {
      row = parent(row);
    }
    return row;
  }

  @Override
  public String toString() {
    return "slice of " + units() + " units";
  }
}
