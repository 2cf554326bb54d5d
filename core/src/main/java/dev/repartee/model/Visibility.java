package dev.repartee.model;

/** Who can see a channel. */
public enum Visibility {
  /** The audience can. */
  PUBLIC,
  /** Members only: an intranet, a chat of the staff. */
  INTERNAL
}
