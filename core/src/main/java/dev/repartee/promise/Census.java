package dev.repartee.promise;

/**
 * A count of all there are, which no chance is in.
 *
 * @param met how many are as promised
 * @param all how many there are, at least {@code met}
 * @param note what to say of the others, or nothing
 */
public record Census(long met, long all, String note) {
  /**
   * Checks the counts.
   *
   * @param met how many are as promised
   * @param all how many there are
   * @param note what to say of the others, or nothing
   * @throws IllegalArgumentException if {@code met} is not in [0, all]
   */
  public Census {
    if (!(met >= 0 && met <= all)) {
      throw new IllegalArgumentException("met (" + met + ") must lie in [0, all (" + all + ")]");
    }
  }
}
