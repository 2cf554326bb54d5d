package dev.repartee.internal.tally;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;

/** Numbers that organizations have one by one, so that several together have none. */
public final class NotPooled {
  private NotPooled() {}

  /** Says that a number of the whole is missing, because several organizations are not pooled. */
  public static void add(Facts.Builder facts, String statistic, Unit unit, int organizations) {
    if (organizations == 0) {
      facts.missing(statistic, unit, State.NO_DATA, "");
    } else {
      facts.missing(statistic, unit, State.NOT_DEFINED, "several organizations");
    }
  }
}
