package dev.repartee.internal.walk;

import dev.repartee.measure.Slice;

/**
 * What matters of a conversation in which one person talks with one organization, as most do: sets
 * of its messages, each the bits of a word. Bit {@code i} is the message {@code i} rows after the
 * first. One object serves for all conversations of a slice, see {@link Slice#duet}. {@code
 * Long.bitCount(duet.members())} is how often the organization spoke.
 */
public final class Duet {
  /** The largest number of messages: a word has a bit for each and one for what comes after. */
  public static final int MOST_MESSAGES = Long.SIZE - 1;

  private long members;
  private long quiet;
  private long linked;
  private long repliesToFirst;

  /** Creates the duet of nobody, to be filled. */
  public Duet() {}

  /** Changes all sets; for the engine of a log. */
  public void set(long newMembers, long newQuiet, long newLinked, long newRepliesToFirst) {
    members = newMembers;
    quiet = newQuiet;
    linked = newLinked;
    repliesToFirst = newRepliesToFirst;
  }

  /** Returns what members of the organization wrote; all else the person wrote. */
  public long members() {
    return members;
  }

  /** Returns what expects no response. */
  public long quiet() {
    return quiet;
  }

  /**
   * Returns what members wrote in reply to the person: to a message of the person, or to such a
   * reply with nothing from the person in between.
   */
  public long linked() {
    return linked;
  }

  /** Returns what replies to the first message itself. */
  public long repliesToFirst() {
    return repliesToFirst;
  }
}
