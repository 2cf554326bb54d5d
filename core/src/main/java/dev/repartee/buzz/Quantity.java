package dev.repartee.buzz;

/** What is counted for each organization. */
enum Quantity {
  MENTION_ACTS,
  MENTION_MESSAGES,
  /** Messages of the audience to or about it, and mentions: each row once. */
  EARNED,
  POSITIVE,
  NEUTRAL,
  NEGATIVE,
  OWN_MESSAGES,
  OWN_POSTS,
  /** Messages of the audience below its posts. */
  COMMENTS,
  /** Acts on its posts. */
  POST_SHARES,
  POST_REACTIONS,
  OWN_SHARES,
  OWN_SHARES_OF_AUDIENCE;

  static final int COUNT = values().length;
}
