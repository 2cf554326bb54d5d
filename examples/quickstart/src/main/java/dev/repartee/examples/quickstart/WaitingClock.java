package dev.repartee.examples.quickstart;

import dev.repartee.response.ResponseTime;

/** When waiting starts and ends. */
enum WaitingClock {
  EACH_TURN,
  FIRST_RESPONSE,
  EACH_MESSAGE;

  ResponseTime measure() {
    return switch (this) {
      case EACH_TURN -> ResponseTime.eachTurn();
      case FIRST_RESPONSE -> ResponseTime.firstResponse();
      case EACH_MESSAGE -> ResponseTime.eachMessage();
    };
  }
}
