package dev.repartee.openness;

/** What is shown of how criticism is answered beside praise. */
public enum OpennessVerdict {
  /** The difference is shown to be smaller than the margin. Who answers nobody is at parity too. */
  PARITY,
  /** Praise is shown to be answered sooner, or more often. */
  FAVOURS_PRAISE,
  /** Criticism is shown to be answered sooner, or more often. */
  FAVOURS_CRITICISM,
  /** Neither: too few turns, people or conversations to tell. */
  UNPROVEN
}
