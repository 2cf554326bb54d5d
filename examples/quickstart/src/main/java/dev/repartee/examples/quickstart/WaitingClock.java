package dev.repartee.examples.quickstart;

import dev.repartee.response.AnsweredTime;
import dev.repartee.response.ResponseTime;
import java.util.Optional;

/**
 * When waiting starts and ends. Two clocks know the answered only: they are shown beside the one
 * that counts those who wait too.
 */
enum WaitingClock {
  EACH_TURN,
  FIRST_RESPONSE,
  EACH_MESSAGE,
  SESSION,
  LONGEST,
  AFTER_HAND_OFF,
  LAST_MESSAGE,
  EVERY_REPLY;

  ResponseTime measure() {
    return switch (this) {
      case EACH_TURN, LAST_MESSAGE -> ResponseTime.eachTurn();
      case FIRST_RESPONSE -> ResponseTime.firstResponse();
      case EACH_MESSAGE, EVERY_REPLY -> ResponseTime.eachMessage();
      case SESSION -> ResponseTime.session();
      case LONGEST -> ResponseTime.longest();
      case AFTER_HAND_OFF -> ResponseTime.afterHandOff();
    };
  }

  /** The clock of the answered only that is shown beside. */
  Optional<AnsweredTime> ofAnswered() {
    return switch (this) {
      case LAST_MESSAGE -> Optional.of(ResponseTime.lastMessage());
      case EVERY_REPLY -> Optional.of(ResponseTime.everyReply());
      default -> Optional.empty();
    };
  }

  /** Whether a wait has one start, from which a promise can be kept. */
  boolean takesTarget() {
    return this != LONGEST && ofAnswered().isEmpty();
  }
}
