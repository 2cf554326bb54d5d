package dev.repartee.benchmarks;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;

/**
 * As many rows as one likes, in scattered order, without keeping any: each follows from its number.
 * Conversations have 2, 3, 4 and 5 messages in turn, of one person and a member by turns; a tenth
 * as many people as rows.
 */
final class ScatteredRows {
  private static final int[] FIRST_OF = {0, 0, 2, 2, 2, 5, 5, 5, 5, 9, 9, 9, 9, 9};
  private static final long START = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000;

  private final long rows;
  private final int bits;

  /**
   * Describes rows.
   *
   * @param rows how many
   */
  ScatteredRows(long rows) {
    this.rows = rows;
    this.bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(rows - 1));
  }

  /**
   * Returns the log of the rows.
   *
   * @param threads how many threads build it
   * @return the log
   */
  EngagementLog log(int threads) {
    EngagementLog.Builder builder =
        EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
    Appender appender = builder.appender();
    String[] channels = GeneratedRows.channelNames();
    for (long i = 0; i < 1L << bits; i++) {
      long row = scattered(i);
      if (row < rows) {
        append(appender, row, channels);
      }
    }
    return builder.build();
  }

  /** A number of as many bits, another one for each. */
  private long scattered(long i) {
    long mask = (1L << bits) - 1;
    long mixed = i;
    for (int round = 0; round < 2; round++) {
      mixed = (mixed * 0x9E3779B97F4A7C15L) & mask;
      mixed ^= mixed >>> ((bits + 1) / 2);
    }
    return mixed;
  }

  private void append(Appender appender, long row, String[] channels) {
    int within = (int) (row % FIRST_OF.length);
    long first = row - within + FIRST_OF[within];
    long dice = mix(first);
    long time = START + Long.remainderUnsigned(dice, GeneratedRows.YEAR);
    for (long earlier = first; earlier < row; earlier++) {
      time += 1 + Long.remainderUnsigned(mix(~earlier), 2 * HOUR);
    }
    boolean answers = (row - first) % 2 == 1;
    long author =
        answers
            ? Long.remainderUnsigned(mix(~row), GeneratedRows.MEMBERS)
            : GeneratedRows.MEMBERS + Long.remainderUnsigned(dice >>> 7, Math.max(10, rows / 10));
    appender.id(row).author(author).at(time).channel(channels[(int) (dice & 7)]);
    if (row > first) {
      appender.parent(row - 1);
    }
    appender.end();
  }

  /** The finishing steps of MurmurHash3 by Austin Appleby, which is in the public domain. */
  private static long mix(long number) {
    long mixed = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  @Override
  public String toString() {
    return rows + " scattered rows";
  }
}
