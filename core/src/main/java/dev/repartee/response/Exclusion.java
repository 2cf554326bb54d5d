package dev.repartee.response;

/** Why a message starts no wait, or a wait is neither answered nor waiting. */
public enum Exclusion {
  /** The answer is by its own time earlier than the message it answers. */
  CLOCK_SKEW(0, "answer before its start"),
  /** The data says that no response is expected. */
  EXPECTS_NO_RESPONSE(1, "expect no response"),
  /** The message replies to somebody else of the audience. */
  ADDRESSED_TO_AUDIENCE(2, "addressed to audience"),
  /** The message speaks to none of several organizations. */
  UNADDRESSED(3, "unaddressed"),
  /** The directory has no organization whose members could answer. */
  NOBODY_CAN_ANSWER(4, "nobody can answer"),
  /** Of sessions: the answering side broke the silence, so the message begins no session. */
  NO_SILENCE_BEFORE(5, "no silence before"),
  /** Of out-of-hours demand: the wait began within office hours. */
  IN_OFFICE_HOURS(6, "started in office hours");

  private final int place;
  private final String text;

  Exclusion(int place, String text) {
    this.place = place;
    this.text = text;
  }

  /** Where tallies count the reason; part of the format of their bytes. */
  int place() {
    return place;
  }

  /** How results print the reason. */
  String text() {
    return text;
  }
}
