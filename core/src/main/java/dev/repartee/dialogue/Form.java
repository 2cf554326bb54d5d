package dev.repartee.dialogue;

/** What became of a strand; of several forms that fit, the first. */
public enum Form {
  /** Some person wrote, was answered, and the same person wrote again after that. */
  DIALOGUE(0),
  /** At least one audience message was answered; nobody returned. */
  ANSWERED(1),
  /** Both sides wrote, and no audience message was answered. */
  ECHO(2),
  /** Audience messages, and none of the organization. */
  UNHEARD(3),
  /** Messages of the organization only. */
  BROADCAST(4);

  private final int place;

  Form(int place) {
    this.place = place;
  }

  /** Where tallies count the form; part of the format of their bytes. */
  int place() {
    return place;
  }
}
