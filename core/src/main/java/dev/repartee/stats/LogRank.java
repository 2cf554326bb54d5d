package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import dev.repartee.text.NumberText;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A test of whether waits end sooner in one curve than in another, or ever sooner (or later) along
 * a sequence of curves: the log-rank test.
 *
 * <p>At each time with d events among the n still waiting in all curves together, curve i with n_i
 * of them is expected to have {@code d n_i / n} events if the curves do not differ. With O_i and
 * E_i the events observed and expected in curve i over all times,
 *
 * <pre>
 * two curves:  U = O_1 - E_1                      chi2 = U^2 / V(U)
 * a trend:     U = sum over i of i (O_i - E_i)
 * </pre>
 *
 * <p>The waits of the curves may have been watched for different times and may still be going on:
 * these are censored. Tied events share one time.
 *
 * <p><b>Variance.</b> Observations of one group resemble each other, and one group may be in
 * several curves: a person may write on two channels, or come back in a later month. Each group is
 * therefore left out of all curves at once, as in {@link Replicates}:
 *
 * <pre>{@code V = (G - 1)^2 / (G (G - 2)) * sum over k of (U(-k) N / N(-k) - U)^2}</pre>
 *
 * <p>over the G groups that are in any curve, with N observations in all and N(-k) without group k.
 * U is a sum, not a mean, so each replicate is first scaled to the size of the whole; and it
 * compares two sides, which costs another degree of freedom. {@link Replicates} describes which of
 * several groupings applies, and V by week. chi2 is judged by Fisher's F with 1 and G - 2 degrees
 * of freedom. V may be smaller than for independent observations. That is correct if the same
 * people are in both curves and so cannot make them differ.
 *
 * <p>{@link #asIndependent()} is the classical form: V is hypergeometric, {@code sum of d (n - d) /
 * (n - 1) * n_1 n_2 / n^2} for two curves, and the p value is that of chi-squared with one degree
 * of freedom. It equals {@code survdiff} of R's package survival.
 *
 * <p>There is no chi2, and {@link #note()} says why, if fewer than two curves have observations, if
 * no event happened while two curves had waits, if there are fewer than three groups, or if leaving
 * out a single group leaves nothing to compare.
 *
 * <pre>{@code
 * SurvivalCurve phone = SurvivalCurve.builder().event(1).event(2).event(4).censored(9).build();
 * SurvivalCurve mail = SurvivalCurve.builder().event(3).event(8).censored(9, 4).build();
 * LogRank.of(phone, mail);    // chi2 2.47, p 0.12
 * }</pre>
 *
 * <p>Sources: N. Mantel, 1966, "Evaluation of Survival Data and Two New Rank Order Statistics
 * Arising in Its Consideration"; R. E. Tarone, 1975, "Tests for Trend in Life Table Analysis"; K.
 * F. Rust, J. N. K. Rao, 1996, "Variance Estimation for Complex Surveys Using Replication
 * Techniques". Immutable. Made in O(groups x times), for K curves O((groups + K) x times).
 */
public final class LogRank {

  /**
   * The number of parameters that groups are compared with: the means of two sides, or the two of a
   * line.
   */
  private static final int SIDES = 2;

  private final List<SurvivalCurve> curves;
  private final double[] scores;
  private final ScoreWalk walk;
  private final boolean independent;
  private final double variance;
  private final int groups;
  private final int weeks;
  private final boolean byWeek;
  private final String note;

  private LogRank(List<SurvivalCurve> curves, double[] scores) {
    this.curves = curves;
    this.scores = scores;
    this.independent = curves.stream().allMatch(curve -> curve.groups() == null);
    this.walk = new ScoreWalk(curves, scores, !independent);
    String missing = missing();
    if (!missing.isEmpty() || independent) {
      this.variance = missing.isEmpty() ? walk.variance() : Double.NaN;
      this.groups = 0;
      this.weeks = 0;
      this.byWeek = false;
      this.note = missing;
      return;
    }
    List<Jackknife> groupings =
        IntStream.range(0, groupings(curves.get(0))).mapToObj(this::jackknife).toList();
    Jackknife ruling = Jackknife.ruling(groupings);
    this.groups = ruling.groups();
    this.weeks = Jackknife.weeks(groupings);
    this.byWeek = ruling.isByWeek();
    this.variance = ruling.variance() > 0 ? ruling.variance() : Double.NaN;
    this.note =
        ruling.variance() > 0
            ? Notes.NONE
            : ruling.groups() <= SIDES
                ? Notes.FEW_TO_COMPARE
                : ruling.isDefined() ? Notes.NO_SCATTER : Notes.LEFT_OUT;
  }

  /**
   * Returns the test of two curves against each other.
   *
   * @param first one curve
   * @param second the other, with the same groupings, or both of independent observations
   * @return the test, with {@link #score()} above 0 if the waits of the first end sooner
   * @throws IllegalArgumentException if the curves are not grouped alike
   */
  public static LogRank of(SurvivalCurve first, SurvivalCurve second) {
    return new LogRank(alike(List.of(first, second)), new double[] {1, 0});
  }

  /**
   * Returns the test of whether waits end ever sooner, or ever later, along a sequence of curves.
   *
   * <p>For example, there may be one curve for each month in which people began to wait. Curves
   * without observations keep their position in the sequence. The test does not detect a change
   * that reverses.
   *
   * @param inOrder the curves, all with the same groupings, or all of independent observations
   * @return the test, with {@link #score()} above 0 if waits end ever sooner
   * @throws IllegalArgumentException if the curves are not grouped alike
   */
  public static LogRank trend(List<SurvivalCurve> inOrder) {
    double[] scores = new double[inOrder.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i;
    }
    return new LogRank(alike(List.copyOf(inOrder)), scores);
  }

  private static List<SurvivalCurve> alike(List<SurvivalCurve> curves) {
    for (SurvivalCurve curve : curves) {
      if (groupings(curve) != groupings(curves.get(0))) {
        throw new IllegalArgumentException(
            "curves ("
                + groupings(curves.get(0))
                + " and "
                + groupings(curve)
                + " groupings) must be grouped in as many ways; take asIndependent() of each to"
                + " compare without groups");
      }
    }
    return curves;
  }

  private static int groupings(SurvivalCurve curve) {
    RiskGroups groups = curve.groups();
    return groups == null ? 0 : groups.groupings();
  }

  /** Returns why nothing can be compared; empty if something can. */
  private String missing() {
    if (curves.stream().filter(curve -> !curve.isEmpty()).count() < 2) {
      return Notes.NO_DATA;
    }
    if (curves.stream().allMatch(curve -> curve.eventCount() == 0)) {
      return Notes.NOTHING_HAPPENED;
    }
    return walk.variance() > 0 ? Notes.NONE : Notes.NOT_TOGETHER;
  }

  private Jackknife jackknife(int grouping) {
    long[] sizes = new long[LatencyGroups.GROUPS];
    double all = 0;
    for (SurvivalCurve curve : curves) {
      long[] own = Objects.requireNonNull(curve.groups()).sizes(grouping);
      for (int group = 0; group < own.length; group++) {
        sizes[group] = Math.addExact(sizes[group], own[group]);
      }
      all += curve.count();
    }
    double[] moves = new double[sizes.length];
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0) {
        double without = walk.leftOut(grouping * LatencyGroups.GROUPS + group);
        moves[group] = without * (all / (all - sizes[group])) - walk.score();
      }
    }
    // Rounding is judged by how far U reaches, not by U itself, which may well be 0.
    return Jackknife.of(
        grouping,
        Jackknife.nonEmpty(sizes),
        Jackknife.effectiveGroups(sizes),
        Math.sqrt(walk.variance()),
        moves,
        SIDES);
  }

  /**
   * Returns the number of curves.
   *
   * @return 2, or the number given to {@link #trend}
   */
  public int size() {
    return curves.size();
  }

  /**
   * {@return the number of events observed in a curve, 0 or more}
   *
   * @param curve in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if {@code curve} is out of range
   */
  public long observed(int curve) {
    return curves.get(Objects.checkIndex(curve, size())).eventCount();
  }

  /**
   * Returns the number of events expected in a curve, if the curves do not differ.
   *
   * @param curve in [0, {@link #size()})
   * @return 0 or more; over all curves they add up to the number observed
   * @throws IndexOutOfBoundsException if {@code curve} is out of range
   */
  public double expected(int curve) {
    return walk.expected(Objects.checkIndex(curve, size()));
  }

  /**
   * {@return U, observed minus expected; above 0 if the waits of the first curve end sooner, or for
   * a trend those of later curves; NaN if there is nothing to compare}
   */
  public double score() {
    return missing().isEmpty() ? walk.score() : Double.NaN;
  }

  /** {@return the variance of U, above 0; NaN if there is none} */
  public double variance() {
    return variance;
  }

  /** {@return {@code U^2 / V(U)}, 0 or more; NaN if there is none, and {@link #note()} says why} */
  public double chiSquared() {
    return walk.score() * walk.score() / variance;
  }

  /**
   * {@return the probability of a difference this large by chance if the curves do not differ, in
   * [0, 1]; NaN without a chi2}
   */
  public double pValue() {
    if (!isDefined()) {
      return Double.NaN;
    }
    return independent
        ? Distributions.chiSquaredTail(chiSquared())
        : Distributions.studentSquaredTail(chiSquared(), groups - (double) SIDES);
  }

  /**
   * Returns whether there is a chi2.
   *
   * @return whether there is; if not, {@link #note()} says why
   */
  public boolean isDefined() {
    return !Double.isNaN(variance);
  }

  /** {@return why there is no chi2, such as {@code "no data"}; empty if there is one} */
  public String note() {
    return note;
  }

  /**
   * {@return the number of groups of the decisive grouping that are in any curve; 0 if the
   * observations were treated as independent, or there are none}
   */
  public int groups() {
    return groups;
  }

  /**
   * {@return whether the decisive grouping is the one by week, because neighbors in time resemble
   * each other more than observations of one person; false if the observations were treated as
   * independent}
   */
  public boolean isByWeek() {
    return byWeek;
  }

  /**
   * {@return whether the test rests on too few groups or weeks, 1 to 9, for a verdict, since waits
   * of one week have much in common, and few weeks do not show how much; false if the observations
   * were treated as independent}
   */
  public boolean hasFewGroups() {
    return isFew(groups) || isFew(weeks);
  }

  private static boolean isFew(int parts) {
    return parts > 0 && parts < Notes.ENOUGH_GROUPS;
  }

  /**
   * {@return whether observations are treated as independent of each other; true for curves without
   * groups}
   */
  public boolean isIndependent() {
    return independent;
  }

  /**
   * {@return the classical test of the same curves, which ignores groups and treats observations as
   * independent}
   */
  public LogRank asIndependent() {
    return new LogRank(curves.stream().map(SurvivalCurve::asIndependent).toList(), scores);
  }

  /**
   * Returns such as {@code chi2 3.40, p 0.07, 32 groups}; {@code 13 weeks} if weeks are decisive;
   * {@code few weeks} added if there are fewer than 10 and they are not; or {@code none (no data)}.
   */
  @Override
  public String toString() {
    if (!isDefined()) {
      return "none (" + note + ")";
    }
    return "chi2 "
        + NumberText.decimal(chiSquared())
        + ", p "
        + NumberText.decimal(pValue())
        + (independent ? "" : ", " + groups + (byWeek ? " weeks" : " groups"))
        + (isFew(weeks) && !byWeek ? ", " + Notes.FEW_WEEKS : "");
  }
}
