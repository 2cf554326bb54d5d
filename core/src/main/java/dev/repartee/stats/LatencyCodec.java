package dev.repartee.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * The bytes of a tally of latencies: a version, its kind, then rows in ascending order as
 * differences of keys. A row of one observation gives its groups; any other gives for each grouping
 * a mask of the groups that saw it and their counts. Numbers are written seven bits to a byte.
 */
final class LatencyCodec {

  private static final int VERSION = 1;
  private static final int GROUPINGS = 0b111;
  private static final int ALWAYS_EXACT = 8;
  private static final int BUCKETED = 16;

  private LatencyCodec() {}

  static void write(DataOutput out, boolean alwaysExact, LatencySnapshot snapshot)
      throws IOException {
    out.writeByte(VERSION);
    out.writeByte(
        snapshot.kind()
            | (alwaysExact ? ALWAYS_EXACT : 0)
            | (snapshot.isBucketed() ? BUCKETED : 0));
    LatencyCells cells = snapshot.cells();
    writeNumber(out, cells.rows());
    if (snapshot.isBucketed()) {
      writeNumber(out, snapshot.min());
      writeNumber(out, snapshot.max());
    }
    long previous = 0;
    for (int row = 0; row < cells.rows(); row++) {
      writeNumber(out, cells.keys[row] - previous);
      previous = cells.keys[row];
      writeRow(out, snapshot.kind(), cells, row);
    }
  }

  private static void writeRow(DataOutput out, int groupings, LatencyCells cells, int row)
      throws IOException {
    long total = cells.rowTotal(row);
    writeNumber(out, total);
    if (total == 1) {
      for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
        out.writeByte(cells.slots[cell] % LatencyGroups.GROUPS);
      }
      return;
    }
    int[] masks = new int[LatencyGroups.MOST_GROUPINGS];
    for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
      masks[cells.slots[cell] / LatencyGroups.GROUPS] |= 1 << cells.slots[cell];
    }
    for (int left = groupings; left != 0; left &= left - 1) {
      out.writeInt(masks[Integer.numberOfTrailingZeros(left)]);
    }
    for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
      writeNumber(out, cells.counts[cell]);
    }
  }

  static LatencyGroups read(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    require(version == VERSION, "version", version, "1");
    int kind = in.readUnsignedByte();
    require(kind <= (GROUPINGS | ALWAYS_EXACT | BUCKETED), "kind", kind, "at most 31");
    boolean alwaysExact = (kind & ALWAYS_EXACT) != 0;
    boolean bucketed = (kind & BUCKETED) != 0;
    require(!(alwaysExact && bucketed), "kind", kind, "exact or in buckets");
    int groupings = kind & GROUPINGS;
    require(LatencyGroups.isKind(groupings), "groupings", groupings, "1, 3, 5 or 7");
    long rows = readNumber(in);
    long most =
        bucketed
            ? BucketTable.buckets()
            : alwaysExact ? Integer.MAX_VALUE : LatencyGroups.MAX_DISTINCT;
    require(rows >= (bucketed ? 1 : 0) && rows <= most, "rows", rows, "at most " + most);
    long min = bucketed ? readNumber(in) : Long.MAX_VALUE;
    long max = bucketed ? readNumber(in) : Long.MIN_VALUE;
    // Not sized by the number of rows, which a broken stream may exaggerate.
    LatencyCells.Builder builder = new LatencyCells.Builder(64);
    long limit = bucketed ? BucketTable.buckets() : 1L << BucketTable.VALUE_BITS;
    long key = 0;
    for (long row = 0; row < rows; row++) {
      long step = readNumber(in);
      require(step >= (row == 0 ? 0 : 1) && step < limit - key, "step", step, "ascending");
      key += step;
      readRow(in, groupings, key, builder);
    }
    LatencyCells cells = builder.build();
    if (bucketed) {
      requireEnd("min", min, cells.keys[0]);
      requireEnd("max", max, cells.keys[cells.rows() - 1]);
    }
    return LatencyGroups.of(new LatencySnapshot(groupings, bucketed, min, max, cells), alwaysExact);
  }

  private static void readRow(DataInput in, int groupings, long key, LatencyCells.Builder builder)
      throws IOException {
    long total = readNumber(in);
    require(total > 0, "count", total, "above 0");
    for (int left = total == 1 ? groupings : 0; left != 0; left &= left - 1) {
      int grouping = Integer.numberOfTrailingZeros(left);
      int group = in.readUnsignedByte();
      require(group < LatencyGroups.GROUPS, "group", group, "below 32");
      builder.add(key, grouping * LatencyGroups.GROUPS + group, 1);
    }
    if (total == 1) {
      return;
    }
    int[] masks = new int[LatencyGroups.MOST_GROUPINGS];
    for (int left = groupings; left != 0; left &= left - 1) {
      masks[Integer.numberOfTrailingZeros(left)] = in.readInt();
    }
    for (int grouping = 0; grouping < masks.length; grouping++) {
      if ((groupings >>> grouping & 1) == 0) {
        continue;
      }
      long left = total;
      for (int rest = masks[grouping]; rest != 0; rest &= rest - 1) {
        long count = readNumber(in);
        require(count > 0 && count <= left, "count", count, "above 0 and at most " + left);
        int group = Integer.numberOfTrailingZeros(rest);
        builder.add(key, grouping * LatencyGroups.GROUPS + group, count);
        left -= count;
      }
      require(left == 0, "sum", total - left, "the count of its row, " + total);
    }
  }

  private static void requireEnd(String name, long value, long bucket)
      throws StreamCorruptedException {
    boolean fits = value >>> BucketTable.VALUE_BITS == 0 && BucketTable.bucket(value) == bucket;
    require(fits, name, value, "in the bucket at its end");
  }

  private static void writeNumber(DataOutput out, long number) throws IOException {
    long rest = number;
    while (rest >>> 7 != 0) {
      out.writeByte(((int) rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readNumber(DataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new StreamCorruptedException("a number of more than 63 bits is no part of a tally");
  }

  private static void require(boolean holds, String name, long value, String rule)
      throws StreamCorruptedException {
    if (!holds) {
      throw new StreamCorruptedException(name + " (" + value + ") must be " + rule);
    }
  }
}
