package dev.repartee.funnel;

/** Why somebody came no further in a funnel. */
public enum StopReason {
  /** Came through: there is nothing further. */
  COMPLETED("came through"),
  /** Never did the first step. */
  NEVER_BEGAN("never did the first step"),
  /** Can still come further: a chain is open when the log ends. */
  STILL_IN_TIME("still in time"),
  /** Did not do the next step while there was time. */
  OUT_OF_TIME("did not do the next step in time"),
  /** Did something else between, which strict order does not allow. */
  OUT_OF_ORDER("did something else between"),
  /** Did what is excluded. */
  EXCLUDED("did what is excluded"),
  /** Did a step again, where none may be repeated. */
  REPEATED("did a step again");

  private final String words;

  StopReason(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }
}
