package dev.repartee.examples.exports;

import java.util.Collection;

/**
 * The columns that become attributes of the rows, under their own names: only those that somebody
 * asks for, because a file may have any number of others.
 *
 * @param texts columns of texts, for {@code --by=attribute:language}
 * @param numbers columns of numbers
 */
record OwnColumns(Collection<String> texts, Collection<String> numbers) {
  boolean isEmpty() {
    return texts.isEmpty() && numbers.isEmpty();
  }
}
