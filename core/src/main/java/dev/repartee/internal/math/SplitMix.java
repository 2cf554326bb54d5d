package dev.repartee.internal.math;

/**
 * Random numbers by counter: the stream of a number depends on the seed and that number alone, so
 * that it does not matter who draws it and when.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, 2014, "Fast Splittable Pseudorandom Number
 * Generators".
 */
public final class SplitMix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix(long seed, long stream) {
    state = mix(seed ^ mix(stream + GOLDEN));
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Returns a number from 0 to {@code bound - 1}, by the high half of a product: no division. */
  public int next(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }
}
