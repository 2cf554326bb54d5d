package dev.repartee.response;

import dev.repartee.stats.Proportion;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;

/**
 * How a promised time was kept: among the exchanges whose time was up when the log was looked at.
 * Those that were answered before their time was up are not among them, because their slower
 * contemporaries could not fail yet; they are shown apart.
 *
 * @param target the promised time
 * @param attainment met of due: {@code met / (met + missed + overdue)}; undefined where none is due
 * @param missed due and answered, but later than promised
 * @param overdue due and still waiting
 * @param metEarly answered in time, though not yet due
 * @param stillInTime waiting, and not yet due
 */
public record TargetAttainment(
    Duration target,
    Proportion attainment,
    long missed,
    long overdue,
    long metEarly,
    long stillInTime) {
  /**
   * Returns how many were answered in time, of the due.
   *
   * @return at least 0
   */
  public long met() {
    return attainment.successes();
  }

  /**
   * Returns how many are due: their start plus the target is not after the as-of, nor after the end
   * of the follow-up. In office hours the target is added as working time.
   *
   * @return met, missed and overdue
   */
  public long due() {
    return attainment.trials();
  }

  @Override
  public String toString() {
    return "within "
        + DurationText.of(target)
        + ": "
        + NumberText.share(attainment.value())
        + " of "
        + NumberText.count(due())
        + " due\n"
        + attainment
        + "\nmissed "
        + NumberText.count(missed)
        + ", overdue "
        + NumberText.count(overdue)
        + ", met early "
        + NumberText.count(metEarly)
        + ", still in time "
        + NumberText.count(stillInTime);
  }
}
