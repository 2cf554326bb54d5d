package dev.repartee.response;

import dev.repartee.measure.Unit;
import java.time.Duration;

/** When waiting starts, and what stops it. */
enum Clock {
  /** From the first message of a person turn that expects a response to its answer. */
  EACH_TURN("response each turn", "", (sweep, options) -> sweep.eachTurn()),
  /** From the opener of a strand that the audience opened to the first response in it. */
  FIRST_RESPONSE(
      "first response", "", (sweep, options) -> sweep.firstResponse(options.directRepliesOnly())),
  /** From every audience message not addressed to other audience to its first direct reply. */
  EACH_MESSAGE("response each message", "", (sweep, options) -> sweep.eachMessage()),
  /** From the first message of a person after a silence to the first answer within that time. */
  SESSION(
      "session response",
      "",
      (sweep, options) -> new SessionClock(sweep, options.silence().toMillis()).sweep()),
  /** In each strand the longest wait of {@link #EACH_TURN}. */
  LONGEST(
      "longest response",
      "informative censoring: a strand that waits, or is asked again, only grows longer,"
          + " so median and curve lean to the short side",
      (sweep, options) -> new LongestClock(sweep).sweep()),
  /** From the last message of a person turn to its answer. */
  LAST_MESSAGE(
      "last message",
      "each message that follows up on a question starts the clock anew",
      "eachTurn()",
      (sweep, options) -> new LastMessageClock(sweep).sweep()),
  /** From every audience message to every direct reply to it. */
  EVERY_REPLY(
      "every reply",
      "a message has as many times as replies, and without a reply none",
      "eachMessage()",
      (sweep, options) -> new EveryReplyClock(sweep).sweep()),
  /** From every share, mention and recommendation to the first reply to it. */
  ACKNOWLEDGEMENT(
      "acknowledgement", "", (sweep, options) -> new AcknowledgementClock(sweep).sweep()),
  /** From the act that hands an open strand over to the next answer in it. */
  HAND_OFF("hand-off response", "", (sweep, options) -> new HandOffClock(sweep).sweep());

  /** What some clocks need to know. */
  record Options(boolean directRepliesOnly, Duration silence) {
    static Options none() {
      return new Options(false, Duration.ZERO);
    }
  }

  /** Tallies the waits of a slice. */
  private interface Walk {
    void sweep(ResponseSweep sweep, Options options);
  }

  private final String text;
  private final String caution;
  private final String instead;

  @SuppressWarnings("ImmutableEnumChecker") // the walks above hold nothing
  private final Walk walk;

  Clock(String text, String caution, Walk walk) {
    this(text, caution, "", walk);
  }

  Clock(String text, String caution, String instead, Walk walk) {
    this.text = text;
    this.caution = caution;
    this.instead = instead;
    this.walk = walk;
  }

  /** How results name the clock. */
  String text() {
    return text;
  }

  /** What must be kept in mind, and is printed with results; empty where nothing must. */
  String caution() {
    return caution;
  }

  /** The clock that rates and curves can be had of where this one describes only. */
  String instead() {
    return instead;
  }

  /** What must not be torn apart: acts are found with the persons who did them. */
  Unit unit() {
    return this == ACKNOWLEDGEMENT ? Unit.PERSON : Unit.CONVERSATION;
  }

  /** Whether an exchange has one start, from which it is judged whether its time is up. */
  boolean takesTarget() {
    return caution.isEmpty();
  }

  /** Whether waits begin with acts that are no rows. */
  boolean hangsOnActs() {
    return this == HAND_OFF;
  }

  /**
   * Whether waits closed without an answer are over; false for clocks that report only the
   * answered.
   */
  boolean endsByClosing() {
    return instead.isEmpty() && this != ACKNOWLEDGEMENT;
  }

  void sweep(ResponseSweep sweep, Options options) {
    walk.sweep(sweep, options);
  }
}
