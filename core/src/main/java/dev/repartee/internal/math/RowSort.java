package dev.repartee.internal.math;

/** Stable sorting of numbers by an order on them; never quadratic, and without objects. */
public final class RowSort {
  private static final int SMALL = 12;

  /** An order on rows. */
  @FunctionalInterface
  public interface Order {
    int compare(int a, int b);
  }

  private final Order order;
  private int[] scratch = new int[0];

  public RowSort(Order order) {
    this.order = order;
  }

  /** Sorts a range of an array. */
  public void sort(int[] rows, int from, int to) {
    if (to - from > SMALL) {
      if (scratch.length < to - from) {
        scratch = new int[to - from];
      }
      mergeSort(rows, from, to);
    } else {
      insertionSort(rows, from, to);
    }
  }

  private void insertionSort(int[] rows, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int j = i - 1;
      while (j >= from && order.compare(rows[j], row) > 0) {
        rows[j + 1] = rows[j];
        j--;
      }
      rows[j + 1] = row;
    }
  }

  /** Bottom up: short runs first, then runs of twice the length; runs in order are left alone. */
  private void mergeSort(int[] rows, int from, int to) {
    for (int start = from; start < to; start += SMALL) {
      insertionSort(rows, start, Math.min(start + SMALL, to));
    }
    for (long width = SMALL; width < to - from; width *= 2) {
      for (long start = from; start + width < to; start += 2 * width) {
        merge(rows, (int) start, (int) (start + width), (int) Math.min(start + 2 * width, to));
      }
    }
  }

  private void merge(int[] rows, int from, int middle, int to) {
    if (order.compare(rows[middle - 1], rows[middle]) <= 0) {
      return;
    }
    int left = middle - from;
    System.arraycopy(rows, from, scratch, 0, left);
    int i = 0;
    int j = middle;
    int k = from;
    while (i < left && j < to) {
      rows[k++] = order.compare(scratch[i], rows[j]) <= 0 ? scratch[i++] : rows[j++];
    }
    System.arraycopy(scratch, i, rows, k, left - i);
  }
}
