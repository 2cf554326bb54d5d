package dev.repartee.structure;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * Counts the persons who wrote in a conversation, machines left out. A few messages are compared
 * with each other; for many, each person is marked by the conversation seen last.
 */
final class Participants {
  private static final int FEW = 12;

  private final Slice slice;

  /** By person the first row of the conversation last seen in, plus 1. */
  private int[] lastSeen = new int[0];

  Participants(Slice slice) {
    this.slice = slice;
  }

  int count(int from, int to) {
    return to - from <= FEW ? countFew(from, to) : countMany(from, to);
  }

  private int countFew(int from, int to) {
    int persons = 0;
    for (int row = from; row < to; row++) {
      persons += isPerson(row) && !isAmong(slice.person(row), from, row) ? 1 : 0;
    }
    return persons;
  }

  private boolean isAmong(int person, int from, int to) {
    for (int row = from; row < to; row++) {
      if (slice.person(row) == person && isPerson(row)) {
        return true;
      }
    }
    return false;
  }

  private int countMany(int from, int to) {
    if (lastSeen.length < slice.persons()) {
      lastSeen = Arrays.copyOf(lastSeen, slice.persons());
    }
    int persons = 0;
    for (int row = from; row < to; row++) {
      int person = slice.person(row);
      if (lastSeen[person] != from + 1 && isPerson(row)) {
        lastSeen[person] = from + 1;
        persons++;
      }
    }
    return persons;
  }

  private boolean isPerson(int row) {
    return !slice.isAutomatic(row) && !slice.isBot(row) && !slice.isAside(row);
  }
}
