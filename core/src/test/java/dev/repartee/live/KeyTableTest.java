package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyTableTest {
  /** Beside a map, with keys that all want one place, and 0 among them. */
  @Test
  @Timeout(20)
  void itIsAMap() {
    Random random = new Random(2);
    KeyTable table = new KeyTable();
    Map<Long, Place> map = new HashMap<>();
    Place.Gone[] places = new Place.Gone[7];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place.Gone(i);
    }
    for (int i = 0; i < 3_000; i++) {
      long key = (long) random.nextInt(2_000) << 40;
      Place.Gone place = places[random.nextInt(places.length)];
      table.put(key, place);
      map.put(key, place);
    }
    assertSameAs(map, table);
    table.keep(place -> place instanceof Place.Gone gone && gone.since > 3);
    map.values().removeIf(place -> place instanceof Place.Gone gone && gone.since <= 3);
    assertSameAs(map, table);
    table.put(5, places[0]);
    map.put(5L, places[0]);
    assertSameAs(map, table);
  }

  private static void assertSameAs(Map<Long, Place> map, KeyTable table) {
    assertEquals(map.size(), table.size());
    map.forEach((key, place) -> assertSame(place, table.get(key)));
    assertNull(table.get(7));
    Map<Long, Place> seen = new HashMap<>();
    table.forEach((place, key) -> seen.put(key, place));
    assertEquals(map, seen);
  }
}
