package dev.repartee.live;

import org.jspecify.annotations.Nullable;

/** Where the rows of a conversation are: still kept, or let go of. */
abstract sealed class Place permits Place.Open, Place.Gone {

  /**
   * Rows that may belong together: they share an id, name the same conversation, or refer to the
   * same message, be it known or not. What a log makes one conversation is never in two of them;
   * what it tells apart may be in one.
   */
  static final class Open extends Place {
    static final long NOBODY = Long.MAX_VALUE;

    @Nullable Shard shard;
    int rows;

    /** The latest own time of its rows. */
    long last = Long.MIN_VALUE;

    /**
     * When the last of those began to wait who waited in it when it was last looked at, with no row
     * since; {@link #NOBODY} where nobody did, or it was not looked at.
     */
    long lastWait = NOBODY;

    /** Whether its rows are to be taken out of where they are. */
    boolean isLeaving;
  }

  /** All that was let go of at one time, so that it can be forgotten at one time. */
  static final class Gone extends Place {
    final long since;
    long keys;

    /**
     * What was let go of at an instant.
     *
     * @param since epoch milliseconds
     */
    Gone(long since) {
      this.since = since;
    }
  }
}
