package dev.repartee.live;

import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The place of each id, by its hash; open addressing with linear probing. Two ids with the same
 * hash share a place. That joins groups that could have stayed apart, and changes no answer.
 */
final class KeyTable {
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] keys = new long[FIRST_CAPACITY];
  private @Nullable Place[] places = new Place[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  @Nullable Place get(long key) {
    return places[slot(key)];
  }

  void put(long key, Place place) {
    int slot = slot(key);
    if (places[slot] == null) {
      keys[slot] = key;
      size++;
    }
    places[slot] = place;
    if (size > keys.length / 8 * 5) {
      rebuild(2 * keys.length, kept -> true);
    }
  }

  /** Removes every key that is not to be kept, and shrinks to what the rest needs. */
  void keep(Predicate<Place> isKept) {
    int left = 0;
    for (Place place : places) {
      left += place != null && isKept.test(place) ? 1 : 0;
    }
    int capacity = FIRST_CAPACITY;
    while (left > capacity / 2) {
      capacity *= 2;
    }
    rebuild(capacity, isKept);
  }

  void forEach(ObjLongConsumer<Place> each) {
    for (int slot = 0; slot < keys.length; slot++) {
      Place place = places[slot];
      if (place != null) {
        each.accept(place, keys[slot]);
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (places[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(int capacity, Predicate<Place> isKept) {
    long[] oldKeys = keys;
    @Nullable Place[] oldPlaces = places;
    keys = new long[capacity];
    places = new Place[capacity];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      Place place = oldPlaces[i];
      if (place != null && isKept.test(place)) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        places[slot] = place;
        size++;
      }
    }
  }
}
