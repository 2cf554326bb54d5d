package dev.repartee.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Writes shares, counts and plain numbers the same way everywhere.
 *
 * <pre>{@code
 * NumberText.share(0.5902);        // 0.59
 * NumberText.share(Double.NaN);    // none
 * NumberText.count(1234);          // 1,234
 * NumberText.decimal(0.00421);     // 0.0042
 * NumberText.decimal(1234.5);      // 1,235
 * }</pre>
 */
public final class NumberText {

  /** The text of a number that is not defined. */
  static final String NONE = "none";

  private NumberText() {}

  /**
   * {@return a share with two decimals, such as {@code 0.59}; {@code none} for NaN}
   *
   * @param share the share, normally in [0, 1], or in [-1, 1] for a difference of two shares
   */
  public static String share(double share) {
    return Double.isNaN(share) ? NONE : twoDecimals(share);
  }

  /**
   * {@return a count with commas between thousands, such as {@code 1,234}}
   *
   * @param count a count of any sign
   */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * Returns a number of any size with readable precision: whole from 1,000 on, two significant
   * digits below 0.01, two decimals in between.
   *
   * @param number any number
   * @return such as {@code 0.59}, {@code 1,235} or {@code 0.0042}; {@code none} for NaN
   */
  public static String decimal(double number) {
    if (Double.isNaN(number)) {
      return NONE;
    }
    double size = Math.abs(number);
    if (size > 0 && size < 0.01) {
      BigDecimal rounded = new BigDecimal(number).round(new MathContext(2));
      return size < 1e-6 ? String.format(Locale.ROOT, "%.1e", number) : rounded.toPlainString();
    }
    return size >= 1_000 ? String.format(Locale.ROOT, "%,.0f", number) : twoDecimals(number);
  }

  private static String twoDecimals(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.equals("-0.00") ? "0.00" : text;
  }
}
