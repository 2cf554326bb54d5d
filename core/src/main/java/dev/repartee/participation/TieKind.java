package dev.repartee.participation;

/** What ties members of an organization. */
public enum TieKind {
  /** One replied to a message of the other: from the one to the other, once however often. */
  REPLY,
  /**
   * Both wrote in one strand: of k members each pair gets {@code 1/(k-1)} a strand, in both
   * directions (Newman, 2001).
   */
  JOINT_WORK,
  /** Both, added up. */
  ANY
}
