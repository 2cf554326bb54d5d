package dev.repartee.promise;

import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;

/** How a promise stands, among those it was judged with. */
public final class PromiseResult {
  private final Promise promise;
  private final Finding finding;
  private final PromiseVerdict verdict;
  private final double pValue;
  private final double adjustedPValue;

  PromiseResult(
      Promise promise,
      Finding finding,
      PromiseVerdict verdict,
      double pValue,
      double adjustedPValue) {
    this.promise = promise;
    this.finding = finding;
    this.verdict = verdict;
    this.pValue = pValue;
    this.adjustedPValue = adjustedPValue;
  }

  /**
   * Returns the promise.
   *
   * @return which one
   */
  public Promise promise() {
    return promise;
  }

  /**
   * Returns whether it is kept.
   *
   * @return the verdict, adjusted for the promises it was judged with
   */
  public PromiseVerdict verdict() {
    return verdict;
  }

  /**
   * Returns the share that was found, with its 95 % interval, which is not adjusted.
   *
   * @return the share; undefined where there is no data, without interval where all were counted
   */
  public Estimate share() {
    return finding.value();
  }

  /**
   * Returns how many were served. Of shares in time: of those whose time is up.
   *
   * @return at most {@link #all}
   */
  public long met() {
    return finding.met();
  }

  /**
   * Returns how many had been promised it. Of shares in time: those whose time is up.
   *
   * @return at least 0
   */
  public long all() {
    return finding.all();
  }

  /**
   * Returns how many were promised it and not served beyond what the bound allows: {@code max(0,
   * bound n - x)}, and {@code max(0, x - bound n)} where the bound is the most.
   *
   * @return at least 0, whatever the verdict
   */
  public double excess() {
    double difference = promise.bound() * all() - met();
    return Math.max(0, promise.isAtLeast() ? difference : -difference);
  }

  /**
   * Returns the p value of the share being the bound.
   *
   * @return in [0, 1]; NaN where it cannot be told: all were counted, no data, fewer than 10 groups
   */
  public double pValue() {
    return pValue;
  }

  /**
   * Returns the p value adjusted for the promises judged together and the number of looks.
   *
   * @return at least {@link #pValue} and at most 1; NaN where that is
   */
  public double adjustedPValue() {
    return adjustedPValue;
  }

  /**
   * Returns what else there is to say: who is missing, or why nothing can be told.
   *
   * @return a text, which may be empty
   */
  public String note() {
    return finding.note().isEmpty() && verdict == PromiseVerdict.UNPROVEN && Double.isNaN(pValue)
        ? "too few groups to tell"
        : finding.note();
  }

  /** How many, as said of people; more than half of one counts. */
  String excessText() {
    return excess() == 0 ? "" : NumberText.count(Math.max(1, Math.round(excess())));
  }

  @Override
  public String toString() {
    String counts = all() == 0 ? "" : ", " + met() + "/" + all();
    String missing = excessText().isEmpty() ? "" : ", " + excessText() + " short";
    return verdict
        + missing
        + "\n"
        + promise
        + "\n"
        + share()
        + counts
        + (note().isEmpty() ? "" : "\n" + note());
  }
}
