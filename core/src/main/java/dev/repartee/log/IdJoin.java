package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * Finds the parent of each row by its id, among messages first and then among acts, and messages or
 * acts that share an id. Of those the first in canonical order is kept; the others are set aside,
 * and replies to the id go to the one kept. The id of an act never meets that of a message.
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
  private final Workers workers;
  private final int[] parents;
  private final BitSet duplicates = new BitSet();
  private final BitSet conflicts = new BitSet();

  private IdJoin(Staging staging, IntUnaryOperator scope, boolean scoped, Workers workers) {
    this.staging = staging;
    this.scope = scope;
    this.isScoped = scoped;
    this.workers = workers;
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
      Staging staging,
      IntUnaryOperator scope,
      boolean scoped,
      BitSet dropped,
      Audit.Tally audit,
      Workers workers) {
    return new IdJoin(staging, scope, scoped, workers).join(dropped, audit);
  }

  private int[] join(BitSet dropped, Audit.Tally audit) {
    Supplier<Partitions> sorted = workers.meanwhile(() -> partition(staging.parent, dropped));
    Partitions ids = partition(staging.id, dropped);
    Partitions references = sorted.get();
    workers.overParts(
        ids.parts(),
        (from, to) -> {
          Table table = new Table(ids, references);
          for (int part = from; part < to; part++) {
            table.join(part);
          }
          take(table);
        });
    dropped.or(duplicates);
    dropped.or(conflicts);
    staging.count(audit, Audit.Reason.DUPLICATE_ID, duplicates);
    staging.count(audit, Audit.Reason.CONFLICTING_ID, conflicts);
    return parents;
  }

  private Partitions partition(KeyColumn column, BitSet dropped) {
    int rows = staging.size();
    Partitions.Collector keys = new Partitions.Collector(rows, column);
    for (int row = 0; column.hasAny() && row < rows; row++) {
      if (column.kind(row) != Keys.ABSENT && !dropped.get(row)) {
        keys.add(row, hash(column, row));
      }
    }
    return keys.partition(Partitions.bitsFor(rows));
  }

  private long hash(KeyColumn column, int row) {
    long hash = column.hash(row, staging.hashKey);
    return isScoped ? staging.hashKey.hash(hash + 31L * scope.applyAsInt(row)) : hash;
  }

  private synchronized void take(Table table) {
    duplicates.or(table.duplicates);
    conflicts.or(table.conflicts);
  }

  /** Joins one part after the other; a worker has its own. */
  private final class Table {
    private final Partitions ids;
    private final Partitions references;
    private final BitSet duplicates = new BitSet();
    private final BitSet conflicts = new BitSet();

    /** Rows set aside in the part at hand, and the slots of those kept in their stead. */
    private int[] losers = new int[16];

    private int[] loserSlots = new int[16];
    private int loserCount;

    /** The part at hand: places in the partition of ids, or {@link #FREE}. */
    private int[] placeAt = new int[0];

    private int mask;

    Table(Partitions ids, Partitions references) {
      this.ids = ids;
      this.references = references;
    }

    void join(int part) {
      insert(part);
      label();
      probe(part);
    }

    private void insert(int part) {
      int from = ids.starts[part];
      int to = ids.starts[part + 1];
      int capacity = Partitions.tableSize(to - from);
      if (capacity > placeAt.length) {
        placeAt = new int[capacity];
      }
      Arrays.fill(placeAt, 0, capacity, FREE);
      mask = capacity - 1;
      loserCount = 0;
      for (int i = from; i < to; i++) {
        int slot = find(ids, i, part, staging.isMessage(ids.entries[i]));
        if (placeAt[slot] == FREE) {
          placeAt[slot] = i;
        } else if (staging.compareCopies(ids.entries[i], ids.entries[placeAt[slot]]) < 0) {
          lose(ids.entries[placeAt[slot]], slot);
          placeAt[slot] = i;
        } else {
          lose(ids.entries[i], slot);
        }
      }
    }

    /** The slot of a key: that of an equal id, of a message or of an act, or a free one. */
    private int find(Partitions keys, int i, int part, boolean isMessage) {
      long hash = keys.hashes[i];
      int slot = (int) hash & mask;
      while (placeAt[slot] != FREE
          && !(ids.hashes[placeAt[slot]] == hash
              && staging.isMessage(ids.entries[placeAt[slot]]) == isMessage
              && isSame(keys, i, placeAt[slot], part))) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private boolean isSame(Partitions keys, int i, int owner, int part) {
      return (!isScoped
              || scope.applyAsInt(keys.entries[i]) == scope.applyAsInt(ids.entries[owner]))
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
    private void label() {
      for (int i = 0; i < loserCount; i++) {
        int kept = ids.entries[placeAt[loserSlots[i]]];
        boolean equal = staging.compare(losers[i], kept) == 0;
        (equal ? duplicates : conflicts).set(losers[i]);
      }
    }

    private void probe(int part) {
      for (int i = references.starts[part]; i < references.starts[part + 1]; i++) {
        int owner = placeAt[find(references, i, part, true)];
        owner = owner == FREE ? placeAt[find(references, i, part, false)] : owner;
        parents[references.entries[i]] = owner == FREE ? UNKNOWN_PARENT : ids.entries[owner];
      }
    }
  }
}
