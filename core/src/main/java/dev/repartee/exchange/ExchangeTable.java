package dev.repartee.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/** The exchanges of a slice, and the messages that begin none because they expect no response. */
final class ExchangeTable {
  private int size;
  private int[] anchor = new int[64];
  private int[] last = new int[64];
  private int[] answer = new int[64];
  private boolean[] direct = new boolean[64];
  private final IntList quiet = new IntList();

  void clear() {
    size = 0;
    quiet.clear();
  }

  /** Adds the turn of a speaker who waits. */
  void add(Speakers speakers, int slot, int answerRow, boolean isDirect) {
    if (size == anchor.length) {
      anchor = Arrays.copyOf(anchor, 2 * size);
      last = Arrays.copyOf(last, 2 * size);
      answer = Arrays.copyOf(answer, 2 * size);
      direct = Arrays.copyOf(direct, 2 * size);
    }
    anchor[size] = speakers.anchor(slot);
    last[size] = speakers.last(slot);
    answer[size] = answerRow;
    direct[size] = isDirect && answerRow != Slice.NONE;
    size++;
  }

  int size() {
    return size;
  }

  int anchor(int i) {
    return anchor[i];
  }

  int last(int i) {
    return last[i];
  }

  int answer(int i) {
    return answer[i];
  }

  boolean direct(int i) {
    return direct[i];
  }

  IntList quiet() {
    return quiet;
  }

  @Override
  public String toString() {
    return size + " exchanges";
  }
}
