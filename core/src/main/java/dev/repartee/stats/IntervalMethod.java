package dev.repartee.stats;

/**
 * Ways to a confidence interval for a share.
 *
 * <p>Source: L. D. Brown, T. T. Cai, A. DasGupta, 2001, "Interval Estimation for a Binomial
 * Proportion", Statistical Science 16.
 */
public enum IntervalMethod {
  /**
   * The score interval, the default: near its nominal coverage from small samples on (E. B. Wilson,
   * 1927, "Probable Inference, the Law of Succession, and Statistical Inference").
   */
  WILSON,

  /**
   * The equal-tailed interval of the beta distribution with one half added to successes and
   * failures. It is not stretched to 0 where there is no success, nor to 1 where there is no
   * failure: there the observed share lies just outside.
   */
  JEFFREYS,

  /**
   * The centre of Wilson's interval with the width of a normal approximation, cut to [0, 1] (A.
   * Agresti, B. A. Coull, 1998, "Approximate Is Better than Exact for Interval Estimation of
   * Binomial Proportions").
   */
  AGRESTI_COULL,

  /**
   * The interval that never covers less than it promises, hence the widest (C. J. Clopper, E. S.
   * Pearson, 1934, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the
   * Binomial").
   */
  CLOPPER_PEARSON
}
