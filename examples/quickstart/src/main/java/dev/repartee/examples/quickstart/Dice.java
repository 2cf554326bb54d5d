package dev.repartee.examples.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance, the same on every machine and every Java: only whole random numbers are taken from
 * the generator, and the rest is computed with {@code StrictMath}.
 */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private double unit() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** True with the given chance. */
  boolean chance(double share) {
    return unit() < share;
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + (int) (unit() * (high - low + 1));
  }

  /** One of a list, all alike. */
  <T> T pick(List<T> list) {
    return list.get(between(0, list.size() - 1));
  }

  /** A position, with chances in proportion to the weights. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double point = unit() * sum;
    int position = 0;
    while (position < weights.length - 1 && point >= weights[position]) {
      point -= weights[position];
      position++;
    }
    return position;
  }

  /** How many events happen where so many are expected (Poisson, by multiplying chances). */
  int events(double expected) {
    double limit = StrictMath.exp(-expected);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }

  /** A delay, log-normal: half are below the median, about two thirds within a factor e^spread. */
  Duration delay(Duration median, double spread) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * unit());
    return Duration.ofMillis((long) Math.rint(median.toMillis() * StrictMath.exp(spread * normal)));
  }

  /** A moment between 7 and 23 o'clock, in milliseconds after midnight. */
  long daytimeMillis() {
    return between(7 * 3_600, 23 * 3_600 - 1) * 1_000L + between(0, 999);
  }
}
