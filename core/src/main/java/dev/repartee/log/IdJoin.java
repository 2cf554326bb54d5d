package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Finds the parent of each row by its id, and rows that share an id. Of those the first in
 * canonical order is kept; the others are set aside, and replies to the id go to the one kept.
 */
final class IdJoin {
  /** The row names no parent. */
  static final int NO_PARENT = -1;

  /** The row names a parent that is not in the log. */
  static final int UNKNOWN_PARENT = -2;

  private static final int FREE = -1;

  private final Staging staging;
  private final IntUnaryOperator scope;
  private final boolean isScoped;
  private final int[] parents;

  /** Rows set aside in the part at hand, and the slots of those kept in their stead. */
  private int[] losers = new int[16];

  private int[] loserSlots = new int[16];
  private int loserCount;

  /** The table of the part at hand: places in the partition of ids, or {@link #FREE}. */
  private int[] placeAt = new int[0];

  private IdJoin(Staging staging, IntUnaryOperator scope, boolean scoped) {
    this.staging = staging;
    this.scope = scope;
    this.isScoped = scoped;
    this.parents = new int[staging.size()];
    Arrays.fill(parents, NO_PARENT);
  }

  /**
   * Joins; rows set aside are added to {@code dropped} and counted.
   *
   * @param scope gives the code of the scope of a row's id and of its parent's id
   * @param scoped whether scopes differ at all
   * @return for each row the row of its parent, or a mark
   */
  static int[] join(
      Staging staging, IntUnaryOperator scope, boolean scoped, BitSet dropped, Audit.Tally audit) {
    return new IdJoin(staging, scope, scoped).join(dropped, audit);
  }

  private int[] join(BitSet dropped, Audit.Tally audit) {
    int rows = staging.size();
    Partitions.Collector ids = new Partitions.Collector(rows, staging.id);
    Partitions.Collector references = new Partitions.Collector(rows, staging.parent);
    for (int row = 0; row < rows; row++) {
      if (dropped.get(row)) {
        continue;
      }
      if (staging.id.isPresent(row)) {
        ids.add(row, hash(staging.id, row));
      }
      if (staging.parent.isPresent(row)) {
        references.add(row, hash(staging.parent, row));
      }
    }
    int bits = Partitions.bitsFor(ids.size());
    Partitions idParts = ids.partition(bits);
    Partitions referenceParts = references.partition(bits);
    BitSet duplicates = new BitSet();
    BitSet conflicts = new BitSet();
    for (int part = 0; part < idParts.parts(); part++) {
      int mask = insert(idParts, part);
      label(idParts, duplicates, conflicts);
      probe(referenceParts, idParts, part, mask);
    }
    dropped.or(duplicates);
    dropped.or(conflicts);
    staging.count(audit, Reason.DUPLICATE_ID, duplicates);
    staging.count(audit, Reason.CONFLICTING_ID, conflicts);
    return parents;
  }

  private long hash(KeyColumn column, int row) {
    long hash = column.hash(row);
    return isScoped ? Keys.hash(hash + 31L * scope.applyAsInt(row)) : hash;
  }

  private int insert(Partitions ids, int part) {
    int from = ids.starts[part];
    int to = ids.starts[part + 1];
    int capacity = Partitions.tableSize(to - from);
    if (capacity > placeAt.length) {
      placeAt = new int[capacity];
    }
    Arrays.fill(placeAt, 0, capacity, FREE);
    int mask = capacity - 1;
    loserCount = 0;
    for (int i = from; i < to; i++) {
      int slot = find(ids, i, ids, part, mask);
      if (placeAt[slot] == FREE) {
        placeAt[slot] = i;
      } else if (staging.compare(ids.entries[i], ids.entries[placeAt[slot]]) < 0) {
        lose(ids.entries[placeAt[slot]], slot);
        placeAt[slot] = i;
      } else {
        lose(ids.entries[i], slot);
      }
    }
    return mask;
  }

  /** The slot of a key: that of an equal id, or a free one. */
  private int find(Partitions keys, int i, Partitions ids, int part, int mask) {
    long hash = keys.hashes[i];
    int slot = (int) hash & mask;
    while (placeAt[slot] != FREE
        && !(ids.hashes[placeAt[slot]] == hash && isSame(keys, i, ids, placeAt[slot], part))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isSame(Partitions keys, int i, Partitions ids, int owner, int part) {
    return (!isScoped || scope.applyAsInt(keys.entries[i]) == scope.applyAsInt(ids.entries[owner]))
        && keys.isSameKey(part, i, ids, owner);
  }

  private void lose(int row, int slot) {
    if (loserCount == losers.length) {
      losers = Arrays.copyOf(losers, loserCount * 2);
      loserSlots = Arrays.copyOf(loserSlots, loserCount * 2);
    }
    losers[loserCount] = row;
    loserSlots[loserCount] = slot;
    loserCount++;
  }

  /** Only now is it known which row is kept, and so whether the others equal it. */
  private void label(Partitions ids, BitSet duplicates, BitSet conflicts) {
    for (int i = 0; i < loserCount; i++) {
      int kept = ids.entries[placeAt[loserSlots[i]]];
      boolean equal = staging.compare(losers[i], kept) == 0;
      (equal ? duplicates : conflicts).set(losers[i]);
    }
  }

  private void probe(Partitions references, Partitions ids, int part, int mask) {
    for (int i = references.starts[part]; i < references.starts[part + 1]; i++) {
      int owner = placeAt[find(references, i, ids, part, mask)];
      parents[references.entries[i]] = owner == FREE ? UNKNOWN_PARENT : ids.entries[owner];
    }
  }

  @Override
  public String toString() {
    return "join of " + parents.length + " rows";
  }
}
