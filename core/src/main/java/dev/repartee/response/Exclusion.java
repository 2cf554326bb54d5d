package dev.repartee.response;

/** Why a message starts no wait, or a wait is neither answered nor waiting. */
public enum Exclusion {
  /** The answer is by its own time earlier than the message it answers. */
  CLOCK_SKEW("answer before its start"),
  /** The data says that no response is expected. */
  EXPECTS_NO_RESPONSE("expect no response"),
  /** The message replies to somebody else of the audience. */
  ADDRESSED_TO_AUDIENCE("addressed to audience"),
  /** The message speaks to none of several organizations. */
  UNADDRESSED("unaddressed"),
  /** The directory has no organization whose members could answer. */
  NOBODY_CAN_ANSWER("nobody can answer");

  private final String text;

  Exclusion(String text) {
    this.text = text;
  }

  /** How results print the reason. */
  String text() {
    return text;
  }
}
