package dev.repartee.consistency;

import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * When messages were written: in sittings, runs of which each message follows the one before within
 * an hour. The conversations of a log come in any order, and so do parts of logs; still the
 * sittings of all are those of the parts laid over each other, exactly: as intervals that join
 * where at most an hour lies between them. So only the first and the last time of each sitting are
 * kept, 16 bytes, of which a year holds 8,760 at most.
 */
final class Sittings implements Tally<Sittings> {
  static final long BREAK = 3_600_000L;

  private static final int FIRST_CAPACITY = 8;
  private static final int BATCH = 1 << 12;

  /** In order, and none within an hour of another. */
  private long[] firsts = new long[0];

  private long[] lasts = new long[0];
  private int size;

  /** Times that are not in sittings yet: many at once are faster than one by one. */
  private long[] pending = new long[FIRST_CAPACITY];

  private int pendingSize;

  void add(long time) {
    if (pendingSize > 0 && pending[pendingSize - 1] == time) {
      return;
    }
    if (pendingSize == pending.length) {
      // Joining costs as much as there are sittings, so the more there are, the rarer.
      if (pendingSize >= Math.max(BATCH, size)) {
        settle();
      }
      if (pendingSize == pending.length) {
        pending = Arrays.copyOf(pending, 2 * pendingSize);
      }
    }
    pending[pendingSize++] = time;
  }

  /** Puts every time into its sitting; before that the sittings are not to be asked for. */
  void settle() {
    if (pendingSize > 0) {
      Arrays.sort(pending, 0, pendingSize);
      int held = pendingSize;
      pendingSize = 0;
      join(pending, pending, held);
    }
  }

  /** Lays intervals, ordered by their firsts, over the sittings. */
  private void join(long[] otherFirsts, long[] otherLasts, int others) {
    long[] newFirsts = new long[size + others];
    long[] newLasts = new long[size + others];
    int n = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < size || theirs < others) {
      boolean takesMine = mine < size && (theirs == others || firsts[mine] <= otherFirsts[theirs]);
      long first = takesMine ? firsts[mine] : otherFirsts[theirs];
      long last = takesMine ? lasts[mine++] : otherLasts[theirs++];
      if (n > 0 && first - newLasts[n - 1] <= BREAK) {
        newLasts[n - 1] = Math.max(newLasts[n - 1], last);
      } else {
        newFirsts[n] = first;
        newLasts[n++] = last;
      }
    }
    firsts = Arrays.copyOf(newFirsts, n);
    lasts = Arrays.copyOf(newLasts, n);
    size = n;
  }

  int size() {
    return size;
  }

  long first(int sitting) {
    return firsts[sitting];
  }

  long last(int sitting) {
    return lasts[sitting];
  }

  @Override
  public void add(Sittings other) {
    settle();
    Sittings settled = other.pendingSize == 0 ? other : other.settledCopy();
    join(settled.firsts, settled.lasts, settled.size);
  }

  private Sittings settledCopy() {
    Sittings copy = new Sittings();
    copy.join(firsts, lasts, size);
    copy.pending = Arrays.copyOf(pending, pendingSize);
    copy.pendingSize = pendingSize;
    copy.settle();
    return copy;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Sittings settled = pendingSize == 0 ? this : settledCopy();
    out.writeInt(settled.size);
    for (int i = 0; i < settled.size; i++) {
      out.writeLong(settled.firsts[i]);
      out.writeLong(settled.lasts[i]);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    int count = in.readInt();
    long before = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      long first = in.readLong();
      long last = in.readLong();
      if (first > last
          || !EventTime.isValid(first)
          || !EventTime.isValid(last)
          || (i > 0 && (first <= before || first - before <= BREAK))) {
        throw new IOException("sitting from " + first + " to " + last + " is out of order");
      }
      if (i == firsts.length) {
        firsts = Arrays.copyOf(firsts, Math.max(FIRST_CAPACITY, 2 * i));
        lasts = Arrays.copyOf(lasts, firsts.length);
      }
      firsts[i] = first;
      lasts[i] = last;
      size = i + 1;
      before = last;
    }
  }
}
