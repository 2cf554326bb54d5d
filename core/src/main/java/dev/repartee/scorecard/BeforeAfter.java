package dev.repartee.scorecard;

import dev.repartee.internal.stats.Equivalence;
import dev.repartee.log.EngagementLog;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Holm;
import dev.repartee.stats.Replicated;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One organization in two windows of time: what is better since, what is worse. It says "since",
 * never "because".
 *
 * <pre>{@code
 * BeforeAfter change =
 *     BeforeAfter.of(
 *         log, "Acme", LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-26"), 3,
 *         ZoneId.of("UTC"), Duration.ofDays(7));
 * change.get(Scorecard.Component.RESPONDING).change();   // MISSING: nobody waited since
 * }</pre>
 *
 * <p>The windows are of as many whole weeks, because people write differently on different days,
 * and are followed for the same time after their end: the first is seen as it was known then, not
 * with what became known since. People who are in both windows are left out of both at once, so
 * that the error of a difference knows that they are the same. BETTER and WORSE are adjusted for
 * the components that are compared (Holm). That no difference is shown does not show that there is
 * none: {@link #withMargin}.
 *
 * <p>Immutable.
 */
public final class BeforeAfter {
  private static final double LEVEL = 0.05;
  private static final double NO_MARGIN = Double.NaN;

  private final Scorecard before;
  private final Scorecard after;
  private final double margin;
  private final List<ComponentChange> changes;

  private BeforeAfter(Scorecard before, Scorecard after, double margin) {
    this.before = before;
    this.after = after;
    this.margin = margin;
    this.changes = changes(before, after, margin);
  }

  /**
   * Returns two cards of one organization beside each other.
   *
   * @param before of the first window
   * @param after of the second, followed for the same time after its end
   * @return the comparison
   * @throws IllegalArgumentException if they are of different organizations
   */
  public static BeforeAfter of(Scorecard before, Scorecard after) {
    if (!before.organization().equals(after.organization())) {
      throw new IllegalArgumentException(
          "after ("
              + after.organization()
              + ") must be of the same organization as before ("
              + before.organization()
              + "); organizations side by side are ranked by Scorecards");
    }
    return new BeforeAfter(before, after, NO_MARGIN);
  }

  /**
   * Returns two windows of a log beside each other.
   *
   * @param log the log
   * @param organization its name
   * @param firstBefore the first day of the window before
   * @param firstAfter the first day of the window after
   * @param weeks how many weeks each window has, at least 1
   * @param zone whose days
   * @param followUp how long after its end a window is followed
   * @return the comparison
   * @throws IllegalArgumentException if the windows overlap or are not in order, the log does not
   *     know yet what happened in the follow-up
   */
  public static BeforeAfter of(
      EngagementLog log,
      String organization,
      LocalDate firstBefore,
      LocalDate firstAfter,
      int weeks,
      ZoneId zone,
      Duration followUp) {
    if (!(weeks >= 1)) {
      throw new IllegalArgumentException("weeks (" + weeks + ") must be at least 1");
    }
    if (followUp.isNegative()) {
      throw new IllegalArgumentException("followUp (" + followUp + ") must not be negative");
    }
    if (firstBefore.plusWeeks(weeks).isAfter(firstAfter)) {
      throw new IllegalArgumentException(
          "firstAfter ("
              + firstAfter
              + ") must not be before the end of the window before ("
              + firstBefore.plusWeeks(weeks)
              + ")");
    }
    return of(
        card(log, organization, firstBefore, weeks, zone, followUp),
        card(log, organization, firstAfter, weeks, zone, followUp));
  }

  private static Scorecard card(
      EngagementLog log,
      String organization,
      LocalDate first,
      int weeks,
      ZoneId zone,
      Duration followUp) {
    Instant start = first.atStartOfDay(zone).toInstant();
    Instant end = first.plusWeeks(weeks).atStartOfDay(zone).toInstant();
    Scorecards cards = Scorecards.of(log.asOf(end.plus(followUp)).between(start, end));
    return cards.organizations().contains(organization)
        ? cards.get(organization)
        : Scorecard.of(organization).nothingFound();
  }

  /**
   * Returns the same where a difference may be shown to be too small to matter.
   *
   * @param points the largest difference that does not matter, such as 5
   * @return a copy, in which what is shown to be smaller is SAME, also where it is shown not to be
   *     0
   * @throws IllegalArgumentException if it is not above 0
   */
  public BeforeAfter withMargin(double points) {
    if (!(points > 0)) {
      throw new IllegalArgumentException("points (" + points + ") must be above 0");
    }
    return new BeforeAfter(before, after, points);
  }

  private static List<ComponentChange> changes(Scorecard before, Scorecard after, double margin) {
    Component[] components = Component.values();
    double[] pValues = new double[components.length];
    List<Replicated> differences = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      Replicated difference =
          after
              .component(components[i])
              .share()
              .minus(before.component(components[i]).share())
              .map(share -> 100 * share);
      differences.add(difference);
      // Each side by itself: a window of a few people who fared alike would seem certain.
      boolean hasFewGroups =
          before.component(components[i]).score().hasFewGroups()
              || after.component(components[i]).score().hasFewGroups()
              || difference.estimate().hasFewGroups();
      pValues[i] = hasFewGroups ? Double.NaN : difference.pValue(0);
    }
    double[] adjusted = Holm.adjust(pValues);
    List<ComponentChange> changes = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      changes.add(
          new ComponentChange(
              before.component(components[i]),
              after.component(components[i]),
              differences.get(i).estimate(),
              change(differences.get(i), adjusted[i], margin),
              pValues[i],
              adjusted[i]));
    }
    return List.copyOf(changes);
  }

  private static Change change(Replicated difference, double pValue, double margin) {
    if (!difference.isDefined()) {
      return Change.MISSING;
    }
    if (margin > 0
        && !Double.isNaN(pValue)
        && Equivalence.of(difference, margin).outcome() == Equivalence.Outcome.EQUIVALENT) {
      return Change.SAME;
    }
    return !(pValue < LEVEL)
        ? Change.UNPROVEN
        : difference.value() > 0 ? Change.BETTER : Change.WORSE;
  }

  /**
   * Returns the components, in order.
   *
   * @return all seven
   */
  public List<ComponentChange> changes() {
    return changes;
  }

  /**
   * Returns a component.
   *
   * @param component which one
   * @return how it changed
   */
  public ComponentChange get(Component component) {
    return changes.get(component.ordinal());
  }

  /**
   * Returns the card of the first window.
   *
   * @return the card
   */
  public Scorecard before() {
    return before;
  }

  /**
   * Returns the card of the second window.
   *
   * @return the card
   */
  public Scorecard after() {
    return after;
  }

  /**
   * Returns by how much the total is higher after, of the components that are there both times.
   *
   * @param weights how much each counts
   * @return points with their 95 % interval; undefined where no component is there both times
   */
  public Estimate total(Weights weights) {
    List<Component> common = new ArrayList<>(before.present(weights));
    common.retainAll(after.present(weights));
    return common.isEmpty()
        ? Estimate.undefined("no component")
        : after.total(common, weights).minus(before.total(common, weights)).estimate();
  }

  private long count(Change change) {
    return changes.stream().filter(one -> one.change() == change).count();
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("component", "before", "after", "since", "");
    for (ComponentChange one : changes) {
      table.row(
          one.component().label(),
          one.before().text(),
          one.after().text(),
          one.differenceText(),
          one.change());
    }
    return ScoreText.cut(
        "since: "
            + count(Change.BETTER)
            + " better, "
            + count(Change.WORSE)
            + " worse, "
            + (margin > 0 ? count(Change.SAME) + " same, " : "")
            + count(Change.UNPROVEN)
            + " unproven\n"
            + table
            + "\nadjusted for the components compared together; since, not because");
  }

  /** A component of one organization, before and after. */
  public static final class ComponentChange {
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

  /** What is shown of a component, before and after. */
  public enum Change {
    /** It is shown to be better. */
    BETTER,
    /** It is shown to be worse. */
    WORSE,
    /** It is shown to be the same, by a margin that was named. */
    SAME,
    /** The data show none of these. */
    UNPROVEN,
    /** It is missing before or after. */
    MISSING
  }
}
