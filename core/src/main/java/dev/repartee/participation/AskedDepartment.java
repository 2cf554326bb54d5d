package dev.repartee.participation;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;

/**
 * How long a department lets colleagues and people outside wait, on the topics that it owns.
 *
 * @param name its name
 * @param limit the time within which it is asked to come
 * @param inside from the questions of colleagues to its next message; {@code count()} is the number
 *     of questions, {@code eventCount()} that of the answered, and the rest wait
 * @param outside the same of the turns of people
 */
public record AskedDepartment(
    String name, Duration limit, SurvivalCurve inside, SurvivalCurve outside) {
  /**
   * Returns the chance that it comes in time when colleagues ask.
   *
   * @return in [0, 1], those who wait counted as waiting; undefined where nobody asked, or nobody
   *     was watched so long
   */
  public Estimate insideWithin() {
    return inside.within(limit);
  }

  /**
   * Returns the chance that it comes in time when people outside ask.
   *
   * @return as {@link #insideWithin}
   */
  public Estimate outsideWithin() {
    return outside.within(limit);
  }

  /**
   * Returns whether both chances are defined.
   *
   * @return false where one is missing
   */
  public boolean isCompared() {
    return reason().isEmpty();
  }

  /**
   * Returns why it is compared with no other.
   *
   * @return such as {@code "nobody asked inside"}; empty where it is compared
   */
  public String reason() {
    String within = reason(inside, "inside");
    String without = reason(outside, "outside");
    return within + (within.isEmpty() || without.isEmpty() ? "" : ", ") + without;
  }

  private String reason(SurvivalCurve curve, String where) {
    Estimate chance = curve.within(limit);
    if (chance.isDefined()) {
      return "";
    }
    return (curve.count() == 0 ? "nobody asked" : chance.note()) + " " + where;
  }

  private static String side(SurvivalCurve curve, Estimate chance) {
    return chance
        + ", "
        + NumberText.count(curve.eventCount())
        + "/"
        + NumberText.count(curve.count())
        + " answered";
  }

  /** Returns the chance inside with its counts. */
  String insideText() {
    return side(inside, insideWithin());
  }

  /** Returns the chance outside with its counts. */
  String outsideText() {
    return side(outside, outsideWithin());
  }

  /** Returns both chances within the limit, each with how many of the questions are answered. */
  @Override
  public String toString() {
    return name
        + " within "
        + DurationText.of(limit)
        + ": inside "
        + insideText()
        + "; outside "
        + outsideText();
  }
}
