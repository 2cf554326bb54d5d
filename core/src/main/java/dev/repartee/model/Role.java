package dev.repartee.model;

/** What a member does in an organization. */
public enum Role {
  /** Works there. */
  STAFF,
  /** Leads there; measures of participation ask whether leaders take part. */
  LEADER,
  /** A bot. Its messages end no turn and answer nobody unless a measure says so. */
  BOT
}
