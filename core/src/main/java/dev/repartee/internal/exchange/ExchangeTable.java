package dev.repartee.internal.exchange;

import java.util.Arrays;

/** The exchanges of a slice, and the messages that begin none because they expect no response. */
final class ExchangeTable {
  private static final int ANCHOR = 0;
  private static final int LAST = 1;
  private static final int ANSWER = 2;
  private static final int DIRECT = 3;
  private static final int WIDTH = 4;

  /** Exchange by exchange. */
  private int[] facts = new int[64 * WIDTH];

  private int size;
  private final IntList quiet = new IntList();

  void clear() {
    size = 0;
    quiet.clear();
  }

  /** Adds the turn of somebody who waits, from the first message that does to the last. */
  void add(int anchorRow, int lastRow, int answerRow, boolean isDirect) {
    makeRoom(1);
    put(size++, anchorRow, lastRow, answerRow, isDirect ? 1 : 0);
  }

  /**
   * Adds the turns of a duet, of which sets of messages tell where they begin and what comes after
   * them: a message of a member, or nothing.
   */
  void addAll(int from, long anchors, long afterTurns, long members, long linked) {
    makeRoom(Long.SIZE);
    int end = size + Long.bitCount(anchors);
    long begin = anchors;
    long after = afterTurns;
    // Mostly there are one or two. Two are written in any case, which spares guessing the branch.
    int at = size;
    do {
      for (int i = 0; i < 2; i++) {
        int anchorRow = from + Long.numberOfTrailingZeros(begin);
        int place = Long.numberOfTrailingZeros(after);
        int isAnswered = (int) (members >>> place) & 1;
        put(
            at++,
            anchorRow,
            from + place - 1,
            // The row, or none, which is -1.
            (from + place + 1) * isAnswered - 1,
            (int) (linked >>> place) & isAnswered);
        begin &= begin - 1;
        after &= after - 1;
      }
    } while (at < end);
    size = end;
  }

  private void put(int exchange, int anchorRow, int lastRow, int answerRow, int direct) {
    int at = exchange * WIDTH;
    facts[at + ANCHOR] = anchorRow;
    facts[at + LAST] = lastRow;
    facts[at + ANSWER] = answerRow;
    facts[at + DIRECT] = direct;
  }

  private void makeRoom(int more) {
    if ((size + more) * WIDTH > facts.length) {
      facts = Arrays.copyOf(facts, 2 * facts.length + more * WIDTH);
    }
  }

  int size() {
    return size;
  }

  int anchor(int i) {
    return facts[i * WIDTH + ANCHOR];
  }

  int last(int i) {
    return facts[i * WIDTH + LAST];
  }

  int answer(int i) {
    return facts[i * WIDTH + ANSWER];
  }

  boolean direct(int i) {
    return facts[i * WIDTH + DIRECT] != 0;
  }

  IntList quiet() {
    return quiet;
  }
}
