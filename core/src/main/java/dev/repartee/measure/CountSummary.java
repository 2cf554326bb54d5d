package dev.repartee.measure;

import dev.repartee.measure.Counts.Count;
import dev.repartee.stats.Proportion;

/** How many messages are of some kind, of how many. */
public final class CountSummary implements Summary<CountSummary> {
  private final String name;
  private final Evidence<Groups<Count>> evidence;

  CountSummary(String name, Evidence<Groups<Count>> evidence) {
    this.name = name;
    this.evidence = evidence;
  }

  /**
   * Returns how many messages are of the kind.
   *
   * @return at least 0
   */
  public long matched() {
    return evidence.tally().sum(Count::matched);
  }

  /**
   * Returns how many messages there are.
   *
   * @return at least {@link #matched}
   */
  public long messages() {
    return evidence.tally().sum(Count::messages);
  }

  /**
   * Returns the share of messages that are of the kind, with the interval that respects that people
   * and conversations repeat.
   *
   * @return the share, undefined where there are no messages
   */
  public Proportion share() {
    return evidence.tally().share(Count::matched, Count::messages);
  }

  @Override
  public Origin origin() {
    return evidence.origin();
  }

  @Override
  public CountSummary merge(CountSummary other) {
    return new CountSummary(name, evidence.merge(other.evidence));
  }

  @Override
  public byte[] toBytes() {
    return evidence.toBytes();
  }

  @Override
  public String toString() {
    String head = "messages " + name + ": " + share();
    if (head.length() <= 49) {
      return head;
    }
    String what = "messages " + name;
    return (what.length() > 49 ? what.substring(0, 48) + "…" : what) + "\n" + share();
  }
}
