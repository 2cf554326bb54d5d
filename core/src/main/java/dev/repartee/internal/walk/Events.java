package dev.repartee.internal.walk;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.Slice;

/**
 * What walks ask of every row of a slice, by position. The rows of a person lie scattered in the
 * log: copied one after the other without a decision in between, the memory answers many at a time,
 * which is several times as fast as asking row by row.
 *
 * <p>It is the working memory of one worker and holds until the slice moves on. The memory grows to
 * the largest slice and is used again.
 */
public final class Events {
  /** Set in the bits of a row that a member of an organization did. */
  public static final int MEMBER = Traits.COUNT;

  /** Set in the bits of a row that a bot did. */
  public static final int BOT = MEMBER << 1;

  /** By how much the replicate groups are shifted in the bits of a row. */
  public static final int GROUPS_SHIFT = 20;

  /** Those of the replicate groups of a row that do not follow from its time. */
  public static final int GROUPS =
      Grouping.PERSON.with(Groups.COUNT - 1) | Grouping.CONVERSATION.with(Groups.COUNT - 1);

  private int first;
  private long[] times = new long[0];
  private int[] bits = new int[0];
  private int[] organizations = new int[0];
  private int[] channels = new int[0];

  public Events() {}

  /** Forgets what there was and makes room. */
  public void restart(int firstPosition, int count) {
    first = firstPosition;
    if (times.length < count) {
      int room = Math.max(count, 2 * times.length);
      times = new long[room];
      bits = new int[room];
      organizations = new int[room];
      channels = new int[room];
    }
  }

  /** Takes down a row. */
  public void put(int position, long time, int rowBits, int organization, int channel) {
    int i = position - first;
    times[i] = time;
    bits[i] = rowBits;
    organizations[i] = organization;
    channels[i] = channel;
  }

  /** Returns when a row takes effect. */
  public long time(int position) {
    return times[position - first];
  }

  /** Returns the organization a row concerns. Its code, or {@link Slice#NONE}. */
  public int organization(int position) {
    return organizations[position - first];
  }

  /** Returns the channel of a row. Its code, or {@link Slice#NONE}. */
  public int channel(int position) {
    return channels[position - first];
  }

  /** Returns what the data says of a row. */
  public int traits(int position) {
    return bits[position - first] & (Traits.COUNT - 1);
  }

  /** Returns whether a member of an organization did it. False for audience. */
  public boolean isMember(int position) {
    return (bits[position - first] & MEMBER) != 0;
  }

  /** Returns whether a bot did it. True for programs of no organization too. */
  public boolean isBot(int position) {
    return (bits[position - first] & BOT) != 0;
  }

  /**
   * Returns whether a bot did it, or a machine sent it on its own. True for what no person did at
   * the time.
   */
  public boolean isOfMachine(int position) {
    return (bits[position - first] & (BOT | Traits.AUTOMATIC)) != 0;
  }

  /** Returns the replicate groups of a row, as {@link Slice#groups} does. */
  public int groups(int position) {
    return groups(bits[position - first] >>> GROUPS_SHIFT, time(position));
  }

  /** Returns the replicate groups of a row of which all but the week are known. */
  public static int groups(int known, long time) {
    return (known & GROUPS) | Grouping.WEEK.with(Groups.ofTime(time));
  }
}
