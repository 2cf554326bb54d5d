package dev.repartee.scorecard;

import dev.repartee.stats.Estimate;
import java.util.Locale;

/** A component of one organization, before and after. */
public final class ComponentChange {
  private final ComponentScore before;
  private final ComponentScore after;
  private final Estimate difference;
  private final Change change;
  private final double pValue;
  private final double adjustedPValue;

  ComponentChange(
      ComponentScore before,
      ComponentScore after,
      Estimate difference,
      Change change,
      double pValue,
      double adjustedPValue) {
    this.before = before;
    this.after = after;
    this.difference = difference;
    this.change = change;
    this.pValue = pValue;
    this.adjustedPValue = adjustedPValue;
  }

  /**
   * Returns which component it is.
   *
   * @return the component
   */
  public Component component() {
    return before.component();
  }

  /**
   * Returns the score before.
   *
   * @return the score, or why it is missing
   */
  public ComponentScore before() {
    return before;
  }

  /**
   * Returns the score after.
   *
   * @return the score, or why it is missing
   */
  public ComponentScore after() {
    return after;
  }

  /**
   * Returns by how much the score is higher after.
   *
   * @return points, with the 95 % interval, which is not adjusted; undefined where it is missing
   */
  public Estimate difference() {
    return difference;
  }

  /**
   * Returns what is shown.
   *
   * @return the change, adjusted for the components that are compared together
   */
  public Change change() {
    return change;
  }

  /**
   * Returns the p value of no difference.
   *
   * @return in [0, 1]; NaN where there is no interval
   */
  public double pValue() {
    return pValue;
  }

  /**
   * Returns the p value adjusted for the components that are compared together (Holm).
   *
   * @return at least {@link #pValue}; NaN where that is
   */
  public double adjustedPValue() {
    return adjustedPValue;
  }

  /** By how much, with a sign. */
  String differenceText() {
    if (!difference.isDefined()) {
      return "";
    }
    return difference.hasInterval()
        ? String.format(
            Locale.ROOT,
            "%+.0f [%+.0f, %+.0f]",
            difference.value(),
            difference.low(),
            difference.high())
        : String.format(Locale.ROOT, "%+.0f (%s)", difference.value(), difference.note());
  }

  @Override
  public String toString() {
    return component().label() + ": " + change + " " + differenceText();
  }
}
