package dev.repartee.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/** Looks into hash tables with open addressing: how far keys had to move for others. */
public final class TableRuns {
  private TableRuns() {}

  /**
   * Returns the longest run of places that are taken: for no key more places are looked at.
   *
   * @param table the table
   * @param field its array of numbers, one place or several for each key
   * @param width how many places a key has
   * @param free what is in the first of them where no key is
   */
  public static int longest(Object table, String field, int width, long free) {
    Object places = places(table, field);
    int longest = 0;
    int run = 0;
    for (int at = 0; at < Array.getLength(places); at += width) {
      run = Array.getLong(places, at) == free ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static Object places(Object table, String name) {
    try {
      Field field = table.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(table);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new IllegalStateException("cannot look into " + table.getClass(), e);
    }
  }
}
