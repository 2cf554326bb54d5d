package dev.repartee.log;

import dev.repartee.model.Directory;
import dev.repartee.model.Visibility;
import java.util.BitSet;

/**
 * Finds the messages that stand aside: of a member, private or on an internal channel, in a
 * conversation that also holds a message which can be seen. Conversations of private messages only
 * are internal as a whole, and nothing in them is aside.
 *
 * <p>A reply to an aside is moved below the nearest visible message above it, and begins anew if
 * there is none.
 */
final class Asides {
  private final Staging staging;
  private final Links links;
  private final BitSet dropped;
  private final boolean[] isInternal;
  private final Interning accounts;
  private final People people;

  private Asides(Context context, boolean[] isInternal) {
    this.staging = context.staging;
    this.links = context.links;
    this.dropped = context.dropped;
    this.accounts = context.accounts;
    this.people = context.people;
    this.isInternal = isInternal;
  }

  /** What is known when messages that are aside are looked for; the groups must be found. */
  record Context(
      Directory directory,
      Staging staging,
      Links links,
      BitSet dropped,
      Interning accounts,
      People people) {}

  /** Finds them, moves the replies to them, and counts them. */
  static BitSet find(Context context, Audit.Tally audit) {
    boolean[] isInternal = new boolean[context.staging.channels.all().size()];
    boolean isAny = context.staging.hasPrivate();
    for (int channel = 0; channel < isInternal.length; channel++) {
      String name = context.staging.channels.name(channel);
      isInternal[channel] = context.directory.channel(name).visibility() == Visibility.INTERNAL;
      isAny |= isInternal[channel];
    }
    return isAny ? new Asides(context, isInternal).find(audit) : new BitSet();
  }

  private BitSet find(Audit.Tally audit) {
    BitSet hidden = hidden();
    BitSet seen = new BitSet();
    for (int row = 0; row < staging.size(); row++) {
      if (isMessage(row) && !hidden.get(row)) {
        seen.set(links.group(row));
      }
    }
    for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
      if (!seen.get(links.group(row))) {
        hidden.clear(row);
      }
    }
    links.passOver(hidden);
    staging.count(audit, Audit.Reason.PRIVATE, hidden);
    return hidden;
  }

  private boolean isMessage(int row) {
    return !dropped.get(row) && staging.isMessage(row);
  }

  private boolean isOfMember(int row) {
    int account = accounts.code(0, row);
    return account != Interning.NONE
        && (people.bits(account, staging.at.get(row)) & RowBits.MEMBER) != 0;
  }

  private boolean isInternal(int channel) {
    return channel != Interning.NONE && isInternal[channel];
  }

  /** The messages of members that the audience cannot see. */
  private BitSet hidden() {
    BitSet hidden = new BitSet();
    for (int row = 0; row < staging.size(); row++) {
      boolean isMarked =
          (staging.bits.get(row) & RowBits.PRIVATE) != 0
              || isInternal(staging.channel.get(row) - 1);
      if (isMarked && isMessage(row) && isOfMember(row)) {
        hidden.set(row);
      }
    }
    int[] channels = channels(links.openers(hidden));
    for (int row = 0; row < staging.size(); row++) {
      if (isMessage(row) && isInternal(channels[row]) && isOfMember(row)) {
        hidden.set(row);
      }
    }
    return hidden;
  }

  /**
   * The channel of each message: its own, else that of its parent, else that of the opener of its
   * conversation. What the audience writes without naming one is on none that is internal.
   */
  private int[] channels(int[] openers) {
    int[] channels = new int[staging.size()];
    for (int row = 0; row < channels.length; row++) {
      channels[row] = staging.channel.get(row) - 1;
    }
    int[] way = new int[channels.length];
    BitSet isKnown = new BitSet();
    for (int start = 0; start < channels.length; start++) {
      int height = 0;
      int row = start;
      while (isMessage(row) && channels[row] == Interning.NONE && !isKnown.get(row)) {
        isKnown.set(row);
        way[height++] = row;
        int parent = links.messageParent(row);
        row = parent < 0 ? openers[links.group(row)] : parent;
      }
      int channel = channels[row];
      while (height > 0) {
        int below = way[--height];
        channel = isInternal(channel) && !isOfMember(below) ? Interning.NONE : channel;
        channels[below] = channel;
      }
    }
    return channels;
  }
}
