package dev.repartee.dialogue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which strands a summary describes.
 *
 * @param hasOpen whether strands younger than the horizon count
 * @param openings whose strands count
 */
record StrandView(boolean hasOpen, Set<Opening> openings) {
  /** Mature strands, whoever opened them. */
  static final StrandView MATURE = new StrandView(false, EnumSet.allOf(Opening.class));

  StrandView includingOpen() {
    return new StrandView(true, openings);
  }

  StrandView inbound() {
    return new StrandView(hasOpen, EnumSet.of(Opening.BY_AUDIENCE));
  }

  StrandView outreach() {
    return new StrandView(hasOpen, EnumSet.of(Opening.BY_ORGANIZATION));
  }

  long sum(DialogueTally tally, ToLongFunction<StrandCounts> count) {
    return sum(tally, count, false) + (hasOpen ? sum(tally, count, true) : 0);
  }

  long sumOpen(DialogueTally tally, ToLongFunction<StrandCounts> count) {
    return sum(tally, count, true);
  }

  long sumCut(DialogueTally tally) {
    return openings.contains(Opening.CUT)
        ? tally.strands(false, Opening.CUT).strands()
            + (hasOpen ? tally.strands(true, Opening.CUT).strands() : 0)
        : 0;
  }

  private long sum(DialogueTally tally, ToLongFunction<StrandCounts> count, boolean isOpen) {
    long sum = 0;
    for (Opening opening : openings) {
      sum += count.applyAsLong(tally.strands(isOpen, opening));
    }
    return sum;
  }

  @Override
  public String toString() {
    String who = "";
    if (openings.size() == 1) {
      who = openings.contains(Opening.BY_AUDIENCE) ? "inbound " : "outreach ";
    }
    return who + (hasOpen ? "strands" : "mature strands");
  }
}
