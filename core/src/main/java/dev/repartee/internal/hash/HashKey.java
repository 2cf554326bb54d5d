package dev.repartee.internal.hash;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * Scatters numbers over a hash table by a secret. Ids and names are chosen by strangers, who could
 * choose many that a known function sends to one place, where each is looked up past all the
 * others. Nothing but the time taken may depend on the secret, least of all an order.
 */
public final class HashKey {
  /** The key of this process, which nobody outside knows. */
  public static final HashKey OF_PROCESS = new HashKey(new SecureRandom().nextLong());

  private final long mask;
  private final long first;
  private final long second;
  private final long third;

  /**
   * Returns the key of a seed.
   *
   * @param seed any number; whoever knows it can find numbers that collide
   */
  public HashKey(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    mask = random.nextLong();
    first = random.nextLong() | 1;
    second = random.nextLong() | 1;
    third = random.nextLong() | 1;
  }

  /**
   * Returns a hash. Multiplying by a secret odd number keeps the lowest bit in which two numbers
   * differ and scatters all above; it is done three times, with the upper half brought down in
   * between, so that no two numbers fall on one place whatever the secret. Twice is not enough for
   * numbers that differ in their uppermost bits only: after it they are still evenly spaced, which
   * one secret in a hundred turns into heaps.
   *
   * @param number any number
   * @return a bijection of all numbers, so that equal hashes are those of equal numbers
   */
  public long hash(long number) {
    long hash = (number ^ mask) * first;
    hash = (hash ^ (hash >>> 32)) * second;
    hash = (hash ^ (hash >>> 29)) * third;
    return hash ^ (hash >>> 32);
  }
}
