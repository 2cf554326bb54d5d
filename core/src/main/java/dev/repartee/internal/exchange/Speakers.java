package dev.repartee.internal.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * The persons of the audience who spoke in the strand at hand, by slots in the order of their first
 * message, with the turn that each has open.
 *
 * <p>A few persons are found by looking at each. Many are found by a sparse set over the codes of
 * persons, which need not be cleared: an entry counts only if the slot it points to points back
 * (Briggs and Torczon, 1993, An Efficient Representation for Sparse Sets).
 */
final class Speakers {
  private static final int FEW = 12;

  private int size;
  private int[] personOf = new int[2 * FEW];

  /** First row of the open turn that expects a response, or none where nobody waits. */
  private int[] anchor = new int[2 * FEW];

  private int[] last = new int[2 * FEW];
  private boolean[] answered = new boolean[2 * FEW];
  private int[] slotOf = new int[0];

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The slot of a person, or none where that person did not speak. */
  int find(int person) {
    if (size > FEW) {
      int slot = slotOf[person];
      return slot < size && personOf[slot] == person ? slot : Slice.NONE;
    }
    for (int slot = size - 1; slot >= 0; slot--) {
      if (personOf[slot] == person) {
        return slot;
      }
    }
    return Slice.NONE;
  }

  /** The slot of a person who speaks for the first time. */
  int add(int person, int persons) {
    if (size == personOf.length) {
      grow();
    }
    int slot = size++;
    personOf[slot] = person;
    anchor[slot] = Slice.NONE;
    answered[slot] = false;
    if (size > FEW) {
      index(slot, persons);
    }
    return slot;
  }

  private void index(int slot, int persons) {
    if (slotOf.length < persons) {
      slotOf = new int[persons];
      for (int s = 0; s < slot; s++) {
        slotOf[personOf[s]] = s;
      }
    } else if (slot == FEW) {
      for (int s = 0; s < slot; s++) {
        slotOf[personOf[s]] = s;
      }
    }
    slotOf[personOf[slot]] = slot;
  }

  private void grow() {
    int capacity = 2 * size;
    personOf = Arrays.copyOf(personOf, capacity);
    anchor = Arrays.copyOf(anchor, capacity);
    last = Arrays.copyOf(last, capacity);
    answered = Arrays.copyOf(answered, capacity);
  }

  /** Opens the turn of a person, or continues it; says whether the person waits from here on. */
  boolean speak(int slot, int row, boolean expectsResponse) {
    last[slot] = row;
    if (expectsResponse && anchor[slot] == Slice.NONE) {
      anchor[slot] = row;
      return true;
    }
    return false;
  }

  /** Notes that a person got an answer, which ends the turn. */
  void answer(int slot) {
    answered[slot] = true;
    anchor[slot] = Slice.NONE;
  }

  int person(int slot) {
    return personOf[slot];
  }

  boolean waits(int slot) {
    return anchor[slot] != Slice.NONE;
  }

  int anchor(int slot) {
    return anchor[slot];
  }

  int last(int slot) {
    return last[slot];
  }

  boolean wasAnswered(int slot) {
    return answered[slot];
  }
}
