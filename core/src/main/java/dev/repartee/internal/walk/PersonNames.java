package dev.repartee.internal.walk;

/** The names of the persons of one log, by code. */
@FunctionalInterface
public interface PersonNames {
  /** Returns the name of a person: that of the directory, else the account. */
  String name(int person);
}
