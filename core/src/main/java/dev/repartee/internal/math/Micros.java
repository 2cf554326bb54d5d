package dev.repartee.internal.math;

/** Numbers of the caller's own as whole millionths, so that sums are exact in any order. */
public final class Micros {
  /** What stands where there is no number. */
  public static final long ABSENT = Long.MIN_VALUE;

  private static final double PER_ONE = 1e6;
  private static final long MOST = 1_000_000_000_000L;

  private Micros() {}

  /** A number in millionths, a tie rounded to the even neighbor. */
  public static long of(String name, double number) {
    if (!(Math.abs(number) <= MOST)) {
      throw new IllegalArgumentException(
          "value of "
              + name
              + " ("
              + number
              + ") must be a number from -10^12 to 10^12; leave it out where it is not known, and"
              + " give larger ones in a larger unit");
    }
    return (long) Math.rint(number * PER_ONE);
  }

  public static boolean isValid(long micros) {
    return micros >= -MOST * (long) PER_ONE && micros <= MOST * (long) PER_ONE;
  }

  /** The number of millionths that two words hold, the second of 32 bits. */
  public static double number(long high, long low) {
    return (high * 0x1p32 + low) / PER_ONE;
  }

  public static double number(long micros) {
    return micros / PER_ONE;
  }
}
