package dev.repartee.internal.walk;

/** The names of the persons of one log, by code. */
@FunctionalInterface
public interface PersonNames {
  /**
   * Returns the name of a person: that of the directory, else the account.
   *
   * @param person the code of a person
   * @return the name
   */
  String name(int person);
}
