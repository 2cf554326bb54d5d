package dev.repartee.dialogue;

import java.util.function.ToLongFunction;

/**
 * Which strands a summary tells of.
 *
 * @param hasOpen whether strands younger than the horizon count
 * @param hasInbound whether strands count that the audience opened
 * @param hasOutreach whether strands count that the organization opened
 */
record StrandView(boolean hasOpen, boolean hasInbound, boolean hasOutreach) {
  /** Mature strands, whoever opened them. */
  static final StrandView MATURE = new StrandView(false, true, true);

  StrandView includingOpen() {
    return new StrandView(true, hasInbound, hasOutreach);
  }

  StrandView inbound() {
    return new StrandView(hasOpen, true, false);
  }

  StrandView outreach() {
    return new StrandView(hasOpen, false, true);
  }

  long sum(DialogueTally tally, ToLongFunction<StrandCounts> count) {
    return sum(tally, count, false) + (hasOpen ? sum(tally, count, true) : 0);
  }

  long sumOpen(DialogueTally tally, ToLongFunction<StrandCounts> count) {
    return sum(tally, count, true);
  }

  private long sum(DialogueTally tally, ToLongFunction<StrandCounts> count, boolean isOpen) {
    return (hasInbound ? count.applyAsLong(tally.strands(isOpen, true)) : 0)
        + (hasOutreach ? count.applyAsLong(tally.strands(isOpen, false)) : 0);
  }

  @Override
  public String toString() {
    String who = hasInbound && hasOutreach ? "" : hasInbound ? "inbound " : "outreach ";
    return who + (hasOpen ? "strands" : "mature strands");
  }
}
