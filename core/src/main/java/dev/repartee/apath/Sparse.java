package dev.repartee.apath;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Counts of which most are 0, in bytes: each that is not, with its place. */
final class Sparse {
  private Sparse() {}

  static void write(DataOutput out, long[] counts) throws IOException {
    int filled = 0;
    for (long count : counts) {
      filled += count == 0 ? 0 : 1;
    }
    out.writeInt(filled);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        out.writeInt(i);
        out.writeLong(counts[i]);
      }
    }
  }

  /** Reads into counts that are all 0. */
  static void read(DataInput in, long[] counts) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int index = in.readInt();
      if (!(index >= 0 && index < counts.length)) {
        throw new IOException("count " + index + " of " + counts.length + " is out of place");
      }
      counts[index] = in.readLong();
    }
  }
}
