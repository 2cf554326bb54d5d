package dev.repartee.live;

import dev.repartee.log.EngagementLog;
import org.jspecify.annotations.Nullable;

/**
 * Some whole conversations as they were at one moment, in rows that no longer change. What is
 * derived from them is computed on demand and kept, so it is computed once until a row is added.
 * Two threads may compute it at the same time; both get the same result.
 */
final class Frame {
  private final byte[] bytes;
  private final int length;
  private final int rows;

  private final long last;

  private volatile @Nullable EngagementLog log;
  private volatile @Nullable Waits waits;

  Frame(byte[] bytes, int length, int rows, long last) {
    this.bytes = bytes;
    this.length = length;
    this.rows = rows;
    this.last = last;
  }

  int rows() {
    return rows;
  }

  /** No row is later than this, in epoch milliseconds. */
  long last() {
    return last;
  }

  int length() {
    return length;
  }

  RowBytes read() {
    return new RowBytes(bytes, 0, length);
  }

  /** The log of all rows, including those that lie in the future. */
  EngagementLog log(Rules rules) {
    EngagementLog known = log;
    if (known == null) {
      EngagementLog.Builder builder = rules.newLog();
      RowDraft row = new RowDraft();
      for (RowBytes left = read(); left.hasMore(); ) {
        left.read(row);
        row.offerTo(builder.appender());
      }
      known = builder.build();
      log = known;
    }
    return known;
  }

  /** Returns who is waiting at an instant. */
  Waits waits(Rules rules, long now) {
    if (now < last) {
      return Waits.of(log(rules), now, rules);
    }
    // No row lies between the last one and now, so nobody has begun or ceased to wait since.
    Waits known = waits;
    if (known == null) {
      known = Waits.of(log(rules), last, rules);
      waits = known;
    }
    return known;
  }
}
