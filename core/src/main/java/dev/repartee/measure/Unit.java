package dev.repartee.measure;

/** What must stay whole when the work of a measure is split. */
public enum Unit {
  /** Facts come from whole conversations. */
  CONVERSATION,
  /** Facts come from everything one person did. */
  PERSON
}
