package dev.repartee.log;

import dev.repartee.model.ActKind;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The staged rows that change the state of conversations or rate them, with their contents. */
final class StagedStates {
  static final int NOBODY = -1;

  /** No rating was given. */
  static final int UNRATED = Integer.MIN_VALUE;

  private static final int FIRST_CAPACITY = 16;

  /** In ascending order. */
  private int[] rows = new int[FIRST_CAPACITY];

  private byte[] kinds = new byte[FIRST_CAPACITY];

  /** Codes of names. */
  private int[] assignees = new int[FIRST_CAPACITY];

  private int[] ratings = new int[FIRST_CAPACITY];
  private final Names names = new Names();
  private int size;

  void add(int row, ActKind kind, @Nullable String assignee, @Nullable Integer rating) {
    int code = assignee == null || assignee.isEmpty() ? NOBODY : names.code(assignee);
    add(row, (byte) kind.ordinal(), code, rating == null ? UNRATED : rating);
  }

  private void add(int row, byte kind, int assignee, int rating) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
      assignees = Arrays.copyOf(assignees, 2 * size);
      ratings = Arrays.copyOf(ratings, 2 * size);
    }
    rows[size] = row;
    kinds[size] = kind;
    assignees[size] = assignee;
    ratings[size++] = rating;
  }

  /** Adds those of another staging, whose row numbers are shifted. */
  void addAll(StagedStates other, int from) {
    for (int i = 0; i < other.size; i++) {
      int assignee = other.assignees[i];
      int code = assignee == NOBODY ? NOBODY : names.code(other.names.name(assignee));
      add(from + other.rows[i], other.kinds[i], code, other.ratings[i]);
    }
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  ActKind kind(int i) {
    return ActKind.values()[kinds[i]];
  }

  int rating(int i) {
    return ratings[i];
  }

  /** The name of the department or member, or null for nobody. */
  @Nullable String assignee(int i) {
    return assignees[i] == NOBODY ? null : names.name(assignees[i]);
  }

  BitSet rows() {
    BitSet result = new BitSet();
    for (int i = 0; i < size; i++) {
      result.set(rows[i]);
    }
    return result;
  }

  /** Whether one of these rows has everything that its kind requires. */
  boolean isComplete(int row) {
    int i = Arrays.binarySearch(rows, 0, size, row);
    return i < 0 || kind(i) != ActKind.RATE || ratings[i] != UNRATED;
  }

  /** By what two rows tell, other rows before these. */
  int compare(int a, int b) {
    int placeA = Math.max(NOBODY, Arrays.binarySearch(rows, 0, size, a));
    int placeB = Math.max(NOBODY, Arrays.binarySearch(rows, 0, size, b));
    if (placeA < 0 || placeB < 0) {
      return Integer.compare(Math.min(placeA, 0), Math.min(placeB, 0));
    }
    int order = Byte.compare(kinds[placeA], kinds[placeB]);
    order = order != 0 ? order : Integer.compare(ratings[placeA], ratings[placeB]);
    String nameA = assignee(placeA);
    String nameB = assignee(placeB);
    if (order != 0 || nameA == null || nameB == null) {
      return order != 0 ? order : Boolean.compare(nameA != null, nameB != null);
    }
    return nameA.compareTo(nameB);
  }
}
