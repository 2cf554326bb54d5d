package dev.repartee.funnel;

/**
 * The chains that wait for one step, of which only those can matter that began later than all that
 * came there after them. Chains for which it is too soon stand aside until it is not. Each chain is
 * moved once and dropped once, so walking is linear whatever the times.
 */
final class ChainQueue {
  static final int NONE = -1;
  private static final int FIRST_SIZE = 4;

  private final long minimum;
  private final long maximum;
  private final Lane ready = new Lane();
  private final Lane waiting = new Lane();

  /** A queue of chains: when they began, when they came, and a code for how they came. */
  private static final class Lane {
    private long[] starts = new long[FIRST_SIZE];
    private long[] times = new long[FIRST_SIZE];
    private int[] traces = new int[FIRST_SIZE];
    private int head;
    private int end;

    boolean isEmpty() {
      return head == end;
    }

    void clear() {
      head = 0;
      end = 0;
    }

    void add(long start, long time, int trace) {
      if (end == starts.length) {
        makeRoom();
      }
      starts[end] = start;
      times[end] = time;
      traces[end++] = trace;
    }

    /** Moves to the front where half is free, so that what is moved was dropped before. */
    private void makeRoom() {
      int size = end - head;
      int length = head > size ? starts.length : 2 * starts.length;
      starts = moved(starts, length);
      times = moved(times, length);
      int[] newTraces = new int[length];
      System.arraycopy(traces, head, newTraces, 0, size);
      traces = newTraces;
      head = 0;
      end = size;
    }

    private long[] moved(long[] column, int length) {
      long[] result = length == column.length ? column : new long[length];
      System.arraycopy(column, head, result, 0, end - head);
      return result;
    }
  }

  ChainQueue(long minimum, long maximum) {
    this.minimum = minimum;
    this.maximum = maximum;
  }

  void clear() {
    ready.clear();
    waiting.clear();
  }

  /** Adds a chain that began at some time and has come here now. */
  void add(long start, long now, int trace) {
    if (minimum == 0) {
      addReady(start, now, trace);
    } else {
      waiting.add(start, now, trace);
    }
  }

  private void addReady(long start, long time, int trace) {
    while (!ready.isEmpty() && ready.starts[ready.end - 1] < start) {
      ready.end--;
    }
    if (ready.isEmpty()) {
      ready.clear();
    } else if (maximum == FunnelStep.UNLIMITED) {
      return; // the one before began no earlier and never goes
    }
    ready.add(start, time, trace);
  }

  /** Finds the chain that began latest among those that may take the step now, if any. */
  boolean find(long now) {
    while (!waiting.isEmpty() && now - waiting.times[waiting.head] >= minimum) {
      int i = waiting.head++;
      addReady(waiting.starts[i], waiting.times[i], waiting.traces[i]);
    }
    while (!ready.isEmpty() && now - ready.times[ready.head] > maximum) {
      ready.head++;
    }
    return !ready.isEmpty();
  }

  /** When the chain found began. */
  long start() {
    return ready.starts[ready.head];
  }

  /** The code for how the chain found came here. */
  int trace() {
    return ready.traces[ready.head];
  }

  /**
   * Whether a chain can take the step later than an instant and then has some time left within a
   * window.
   */
  boolean canGoOn(long instant, long rest, long window) {
    long next = instant + 1;
    if (find(next) && next - start() <= window - rest) {
      return true;
    }
    for (int i = waiting.head; i < waiting.end; i++) {
      if (waiting.times[i] + minimum - waiting.starts[i] <= window - rest) {
        return true;
      }
    }
    return false;
  }
}
