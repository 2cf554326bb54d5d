package dev.repartee.live;

import org.jspecify.annotations.Nullable;

/** Where the rows of a conversation are: still kept, or retired. */
abstract sealed class Place permits Place.Open, Place.Gone {

  /**
   * Rows that may belong together: they share an id, name the same conversation, or refer to the
   * same message, known or not. One conversation of a log is never split over two groups; two
   * conversations may share one.
   */
  static final class Open extends Place {
    static final long NOBODY = Long.MAX_VALUE;

    @Nullable Shard shard;
    int rows;

    /** The latest time of its rows. */
    long last = Long.MIN_VALUE;

    /**
     * When the last person still waiting began to wait, as found at the last look, if no row has
     * come since; {@link #NOBODY} if nobody was waiting, or nobody has looked.
     */
    long lastWait = NOBODY;

    /** Whether its rows are to be removed from their shard. */
    boolean isLeaving;
  }

  /** Everything that was retired at one time, so that it can be forgotten at one time. */
  static final class Gone extends Place {
    final long since;
    long keys;

    /**
     * Everything that was retired at an instant.
     *
     * @param since epoch milliseconds
     */
    Gone(long since) {
      this.since = since;
    }
  }
}
