package dev.repartee.log;

/** Within what the ids of rows are unique. Exports of several threads often repeat them. */
public enum IdScope {
  /** In the whole log. */
  LOG,
  /** Within the conversation that the row names. */
  CONVERSATION,
  /** Within the channel that the row names. */
  CHANNEL
}
