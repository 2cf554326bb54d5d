package dev.repartee.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are kept, as the writer sees them: which of them belong together, and which shard
 * holds them. Rows that turn out to belong together are moved into one shard.
 */
final class Conversations {
  /** A shard filled to less than one part in this many is merged into another. */
  private static final int SPARSE = 4;

  private final RowKeys otherKeys;

  /** A shard with this many rows takes no further conversation. */
  private final int full;

  private final KeyTable table = new KeyTable();
  private final List<@Nullable Shard> shards = new ArrayList<>();
  private final Deque<Integer> freePlaces = new ArrayDeque<>();
  private final List<Shard> dirty = new ArrayList<>();
  private final List<Integer> emptied = new ArrayList<>();
  private final RowDraft scratch = new RowDraft();
  private @Nullable Shard filling;
  private long open;

  Conversations(RowKeys otherKeys, int full) {
    this.otherKeys = otherKeys;
    this.full = full;
  }

  KeyTable table() {
    return table;
  }

  /** The number of groups of rows. */
  long open() {
    return open;
  }

  /** Whether a row belongs to a retired conversation. */
  boolean isOfGone(RowKeys keys) {
    for (int i = 0; i < keys.size(); i++) {
      if (table.get(keys.key(i)) instanceof Place.Gone) {
        return true;
      }
    }
    return false;
  }

  /** Adds a row to its group. */
  void add(RowDraft row, RowKeys keys) {
    Place.Open owner = null;
    for (int i = 0; i < keys.size(); i++) {
      if (table.get(keys.key(i)) instanceof Place.Open known) {
        owner = owner == null || owner == known ? known : join(owner, known);
      }
    }
    if (owner == null) {
      owner = new Place.Open();
      owner.shard = filling();
      open++;
    }
    for (int i = 0; i < keys.size(); i++) {
      table.put(keys.key(i), owner);
    }
    Shard shard = shardOf(owner);
    shard.add(row, owner);
    touch(shard);
  }

  private static Shard shardOf(Place.Open owner) {
    Shard shard = owner.shard;
    if (shard == null) {
      throw new IllegalStateException("rows without a shard");
    }
    return shard;
  }

  private Shard filling() {
    Shard known = filling;
    if (known == null || known.rows() >= full) {
      Integer place = freePlaces.poll();
      known = new Shard(place == null ? shards.size() : place);
      if (place == null) {
        shards.add(known);
      } else {
        shards.set(place, known);
      }
      filling = known;
    }
    return known;
  }

  private void touch(Shard shard) {
    if (!shard.isListed) {
      shard.isListed = true;
      dirty.add(shard);
    }
  }

  /** Merges two groups, and returns the result. */
  private Place.Open join(Place.Open a, Place.Open b) {
    Place.Open kept = a.rows >= b.rows ? a : b;
    Place.Open other = kept == a ? b : a;
    Shard shard = shardOf(other);
    for (int row = 0; row < shard.rows(); row++) {
      if (shard.owner(row) == other) {
        shard.from(row).read(scratch);
        otherKeys.find(scratch);
        for (int i = 0; i < otherKeys.size(); i++) {
          table.put(otherKeys.key(i), kept);
        }
      }
    }
    if (shard == kept.shard) {
      shard.relabel(other, kept);
    } else {
      shard.copy(other, shardOf(kept), kept);
      other.isLeaving = true;
      shard.removeLeaving();
      touch(shardOf(kept));
    }
    touch(shard);
    open--;
    return kept;
  }

  List<Shard> shards() {
    return shards.stream().filter(shard -> shard != null).toList();
  }

  /** Drops all rows of the given number of groups that leave, and closes the gaps. */
  void removeLeaving(List<Shard> from, long leaving) {
    open -= leaving;
    for (Shard shard : from) {
      shard.removeLeaving();
      touch(shard);
    }
    for (Shard shard : from) {
      if (shard.rows() < full / SPARSE && shard != filling) {
        Shard target = filling();
        if (shard.rows() > 0) {
          shard.moveTo(target);
          touch(target);
        }
        shards.set(shard.place, null);
        emptied.add(shard.place);
      }
    }
  }

  /** Returns a state that shows readers everything so far. */
  State publish(State before, Folded folded, State.Counts counts) {
    if (!emptied.isEmpty()) {
      dirty.removeIf(shard -> shards.get(shard.place) != shard);
    }
    State after = before.with(dirty, emptied, folded, counts);
    for (Shard shard : dirty) {
      shard.isListed = false;
    }
    dirty.clear();
    freePlaces.addAll(emptied);
    emptied.clear();
    return after;
  }
}
