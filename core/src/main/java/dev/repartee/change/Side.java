package dev.repartee.change;

import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;

/**
 * A kind in one window, in replicate groups.
 *
 * @param size how many there are of it
 * @param share the share among them; undefined where there is none
 */
record Side(Replicated size, Replicated share) {
  static final Side NOTHING = new Side(Replicated.constant(0), Replicated.undefined());

  static Side of(Proportion share) {
    return new Side(share.trialsReplicated(), share.replicated());
  }

  static Side within(SurvivalCurve curve, Duration time) {
    return new Side(curve.countReplicated(), curve.withinReplicated(time));
  }

  boolean isEmpty() {
    return !(size.value() > 0);
  }

  /** Whether there are some although their share is not known. */
  boolean isUnknown() {
    return !isEmpty() && !share.isDefined();
  }
}
