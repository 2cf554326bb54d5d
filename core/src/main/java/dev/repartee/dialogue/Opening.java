package dev.repartee.dialogue;

import dev.repartee.internal.exchange.StrandFacts;

/** Who opened a strand. */
enum Opening {
  BY_AUDIENCE,
  BY_ORGANIZATION,

  /** The first message at hand replies to one that is not in the log. */
  CUT;

  static Opening of(StrandFacts strands, int strand) {
    if (strands.isCut(strand)) {
      return CUT;
    }
    return strands.isAudienceOpened(strand) ? BY_AUDIENCE : BY_ORGANIZATION;
  }
}
