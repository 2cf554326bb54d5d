package dev.repartee.benchmarks;

import java.util.SplittableRandom;

/** How talk is spread over conversations and people. */
public enum Shape {
  /** Conversations of 2 to 5 messages between one person and members, each after the one before. */
  UNIFORM {
    @Override
    int length(int rows, int left, SplittableRandom random) {
      return Math.min(left, 2 + random.nextInt(4));
    }

    @Override
    void fill(GeneratedRows rows, int first, int length, SplittableRandom random) {
      int visitor = rows.anybody(random);
      long time = rows.anyTime(random);
      for (int i = 0; i < length; i++) {
        int row = first + i;
        boolean answers = i % 2 == 1 && random.nextInt(10) < 8;
        int author = answers ? random.nextInt(GeneratedRows.MEMBERS) : visitor;
        rows.set(row, i == 0 ? NO_PARENT : row - 1, author, time);
        time += gap(HOUR, random);
      }
    }
  },

  /**
   * Conversations of one message to a million (a tenth of all rows where there are fewer), of which
   * those with at least n messages are one in n; in them many people, replies to the opener, to the
   * last message and to any other. One person writes a tenth of everything.
   */
  LONG_TAIL {
    @Override
    int length(int rows, int left, SplittableRandom random) {
      int longest = Math.max(1, Math.min(LONGEST, rows / 10));
      boolean isFirst = left == rows; // so that there is one of the longest
      double drawn = isFirst ? longest : 1 / (1 - random.nextDouble());
      return Math.min(left, (int) Math.min(longest, drawn));
    }

    @Override
    void fill(GeneratedRows rows, int first, int length, SplittableRandom random) {
      int opener = rows.anybody(random);
      long time = rows.anyTime(random);
      double meanGap = Math.min(HOUR, (double) GeneratedRows.YEAR / length);
      for (int i = 0; i < length; i++) {
        int row = first + i;
        int parent = i == 0 ? NO_PARENT : first + parent(i, random);
        rows.set(row, parent, author(i, opener, rows, random), time);
        time += gap(meanGap, random);
      }
    }

    private static int parent(int i, SplittableRandom random) {
      int dice = random.nextInt(10);
      if (dice < 3) {
        return 0;
      }
      return dice < 8 ? i - 1 : random.nextInt(i);
    }

    private static int author(int i, int opener, GeneratedRows rows, SplittableRandom random) {
      int dice = random.nextInt(10);
      if (dice == 0) {
        return GeneratedRows.MEMBERS; // the person who is everywhere
      }
      if (i > 0 && dice < 5) {
        return random.nextInt(GeneratedRows.MEMBERS);
      }
      return i == 0 || dice < 7 ? opener : rows.anybody(random);
    }
  };

  private static final int NO_PARENT = -1;
  private static final int LONGEST = 1_000_000;
  private static final double HOUR = 3_600_000;

  /** How long the next conversation is, of all rows and those that are left. */
  abstract int length(int rows, int left, SplittableRandom random);

  /** Sets the rows of a conversation. */
  abstract void fill(GeneratedRows rows, int first, int length, SplittableRandom random);

  private static long gap(double meanMillis, SplittableRandom random) {
    return 1 + (long) (meanMillis * -Math.log(1 - random.nextDouble()));
  }
}
