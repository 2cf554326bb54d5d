package dev.repartee.examples.quickstart;

import dev.repartee.response.ResponseTime;

/** When waiting starts and ends. */
enum WaitingClock {
  EACH_TURN,
  FIRST_RESPONSE,
  EACH_MESSAGE,
  SESSION,
  LONGEST,
  LAST_MESSAGE,
  EVERY_REPLY;

  ResponseTime measure() {
    return switch (this) {
      case EACH_TURN -> ResponseTime.eachTurn();
      case FIRST_RESPONSE -> ResponseTime.firstResponse();
      case EACH_MESSAGE -> ResponseTime.eachMessage();
      case SESSION -> ResponseTime.session();
      case LONGEST -> ResponseTime.longest();
      case LAST_MESSAGE -> ResponseTime.lastMessage();
      case EVERY_REPLY -> ResponseTime.everyReply();
    };
  }

  /** Whether it tells of the answered only, so that there are no rates and no curve. */
  boolean isDescriptive() {
    return this == LAST_MESSAGE || this == EVERY_REPLY;
  }

  /** Whether a wait has one start, from which a promise can be kept. */
  boolean takesTarget() {
    return this != LONGEST && !isDescriptive();
  }
}
