package dev.repartee.exchange;

/** Whose messages can answer a person of the audience. */
public enum Answerer {
  /** Members of the organization that was spoken to. */
  ADDRESSEE,
  /** Anybody but the waiting person: for communities, with or without an organization. */
  ANYBODY_ELSE
}
