package dev.repartee.dialogue;

/** What became of a strand; of several forms that fit, the first. */
public enum Form {
  /** Some person wrote, was answered, and the same person wrote again after that. */
  DIALOGUE,
  /** At least one audience message was answered; nobody returned. */
  ANSWERED,
  /** Both sides wrote, and no audience message was answered. */
  ECHO,
  /** Audience messages, and none of the organization. */
  UNHEARD,
  /** Messages of the organization only. */
  BROADCAST
}
