package dev.repartee.internal.math;

/** How much each value of a series resembles the one before, and what that does to means. */
public final class SerialCorrelation {
  private SerialCorrelation() {}

  /** The correlation of neighbors among residuals, as it is found; 0 where all of them are 0. */
  public static double of(double... residuals) {
    double squares = 0;
    double products = 0;
    for (int i = 0; i < residuals.length; i++) {
      squares += residuals[i] * residuals[i];
      products += i == 0 ? 0 : residuals[i] * residuals[i - 1];
    }
    return squares == 0 ? 0 : products / squares;
  }

  /** By how much a correlation makes the variance of a mean larger: {@code (1 + r) / (1 - r)}. */
  public static double inflation(double correlation) {
    return (1 + correlation) / (1 - correlation);
  }
}
