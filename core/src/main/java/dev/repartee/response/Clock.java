package dev.repartee.response;

/** When waiting starts, and what stops it. */
enum Clock {
  /** From the first message of a person turn that expects a response to its answer. */
  EACH_TURN("response each turn"),
  /** From the opener of a strand that the audience opened to the first response in it. */
  FIRST_RESPONSE("first response"),
  /** From every audience message not addressed to other audience to its first direct reply. */
  EACH_MESSAGE("response each message");

  private final String text;

  Clock(String text) {
    this.text = text;
  }

  /** How results name the clock. */
  String text() {
    return text;
  }
}
