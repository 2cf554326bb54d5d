package dev.repartee.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A human being and the accounts known to be theirs.
 *
 * @param name what the person is called in every result
 * @param accounts the accounts, in the order given
 */
public record Person(String name, List<String> accounts) {
  /**
   * Keeps its own copy of the accounts.
   *
   * @param name what the person is called in every result
   * @param accounts the accounts, in the order given
   */
  public Person {
    accounts = ImmutableList.copyOf(accounts);
  }

  @Override
  public String toString() {
    return name + " " + accounts;
  }
}
