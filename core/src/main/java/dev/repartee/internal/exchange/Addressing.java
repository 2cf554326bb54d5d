package dev.repartee.internal.exchange;

/** Who an organization speaks to in one of its messages. */
public enum Addressing {
  /** It answers, replies to or names somebody of the audience: it speaks with people. */
  TO_AUDIENCE,
  /** It opens its strand: it speaks at people. */
  OPENING,
  /** It follows its own messages, or its addressee is unknown. */
  OWN_OR_UNKNOWN
}
