package dev.repartee.live;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The rows of some conversations, as the writer sees them. The bytes only grow at the end, so a
 * reader that knows a length can keep reading that far. Removing rows makes a new array.
 */
final class Shard {
  private static final int FIRST_ROWS = 16;
  private static final int FIRST_BYTES = 1 << 10;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;
  private int[] starts = new int[FIRST_ROWS];
  private Place.Open[] owners = new Place.Open[FIRST_ROWS];
  private int rows;
  private long last = Long.MIN_VALUE;

  /**
   * No conversation in it has been at rest since before this instant, except where somebody waits.
   */
  private long restingSince = Long.MAX_VALUE;

  /** In each conversation where somebody waits, the last wait began at this instant or later. */
  private long lastWaits = Long.MAX_VALUE;

  /** The position at which it is published. */
  final int place;

  /** Whether it has changed since it was last published. */
  boolean isListed;

  Shard(int place) {
    this.place = place;
  }

  int rows() {
    return rows;
  }

  int length() {
    return length;
  }

  Place.Open owner(int row) {
    return owners[row];
  }

  /** Reads rows from a given row on. */
  RowBytes from(int row) {
    return new RowBytes(bytes, row == rows ? length : starts[row], length);
  }

  void add(RowDraft row, Place.Open owner) {
    int start = beginRow(owner);
    RowBytes out = new RowBytes(bytes, start);
    out.write(row);
    bytes = out.bytes();
    length = out.at();
    endRow(owner, row.at);
  }

  private int beginRow(Place.Open owner) {
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows);
      owners = Arrays.copyOf(owners, 2 * rows);
    }
    starts[rows] = length;
    owners[rows] = owner;
    return length;
  }

  private void endRow(Place.Open owner, long at) {
    rows++;
    last = Math.max(last, at);
    owner.rows++;
    owner.last = Math.max(owner.last, at);
    restingSince = Math.min(restingSince, owner.last);
    owner.lastWait = Place.Open.NOBODY;
    owner.shard = this;
  }

  /** Gives all rows of one owner to another, in place. */
  void relabel(Place.Open from, Place.Open to) {
    for (int row = 0; row < rows; row++) {
      if (owners[row] == from) {
        owners[row] = to;
      }
    }
    to.rows += from.rows;
    to.last = Math.max(to.last, from.last);
    to.lastWait = Place.Open.NOBODY;
  }

  /**
   * Marks the conversations that have been at rest since before one instant, unless somebody waits
   * there who began to wait at another instant or later.
   */
  int markResting(long before, long firstWait) {
    if (restingSince >= before && lastWaits >= firstWait) {
      return 0;
    }
    int marked = 0;
    restingSince = Long.MAX_VALUE;
    lastWaits = Long.MAX_VALUE;
    for (int row = 0; row < rows; row++) {
      Place.Open owner = owners[row];
      if (owner.isLeaving) {
        continue;
      }
      if (owner.lastWait != Place.Open.NOBODY && owner.lastWait >= firstWait) {
        lastWaits = Math.min(lastWaits, owner.lastWait);
      } else if (owner.last < before) {
        owner.isLeaving = true;
        marked++;
      } else {
        restingSince = Math.min(restingSince, owner.last);
      }
    }
    return marked;
  }

  /** Notes that somebody waits in a conversation that was about to leave; it stays. */
  void stay(Place.Open owner, long lastWait) {
    owner.isLeaving = false;
    owner.lastWait = lastWait;
    lastWaits = Math.min(lastWaits, lastWait);
  }

  /** Moves everything to the end of another shard. */
  void moveTo(Shard target) {
    for (int row = 0; row < rows; row++) {
      owners[row].rows = 0;
    }
    for (int row = 0; row < rows; row++) {
      long lastWait = owners[row].lastWait;
      target.append(bytes, starts[row], end(row), owners[row], owners[row].last);
      owners[row].lastWait = lastWait;
    }
    target.lastWaits = Math.min(target.lastWaits, lastWaits);
    rows = 0;
    length = 0;
  }

  /** Copies the rows of one owner to the end of another shard, for another owner. */
  void copy(Place.Open from, Shard target, Place.Open to) {
    for (int row = 0; row < rows; row++) {
      if (owners[row] == from) {
        target.append(bytes, starts[row], end(row), to, from.last);
      }
    }
  }

  private int end(int row) {
    return row + 1 < rows ? starts[row + 1] : length;
  }

  private void append(byte[] source, int from, int to, Place.Open owner, long at) {
    int start = beginRow(owner);
    if (bytes.length - start < to - from) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(start, to - from)));
    }
    System.arraycopy(source, from, bytes, start, to - from);
    length = start + to - from;
    endRow(owner, at);
  }

  /** Removes the rows of the conversations that leave. */
  void removeLeaving() {
    byte[] old = bytes;
    bytes = new byte[Math.max(FIRST_BYTES, length)];
    int kept = 0;
    int used = 0;
    last = Long.MIN_VALUE;
    for (int row = 0; row < rows; row++) {
      if (!owners[row].isLeaving) {
        int size = end(row) - starts[row];
        System.arraycopy(old, starts[row], bytes, used, size);
        starts[kept] = used;
        owners[kept++] = owners[row];
        used += size;
        last = Math.max(last, owners[row].last);
      }
    }
    Arrays.fill(owners, kept, rows, null);
    rows = kept;
    length = used;
  }

  void writeTo(DataOutput out) throws IOException {
    out.write(bytes, 0, length);
  }

  Frame frame() {
    return new Frame(bytes, length, rows, last);
  }
}
