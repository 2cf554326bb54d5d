package dev.repartee.internal.exchange;

/** To whom an organization speaks in one of its messages. */
public enum Addressing {
  /** It answers, replies to or names somebody of the audience: it speaks with people. */
  TO_AUDIENCE,
  /** It opens its strand: it speaks at people. */
  OPENING,
  /** It follows on its own messages, or nothing says to whom it speaks. */
  OWN_OR_UNKNOWN
}
