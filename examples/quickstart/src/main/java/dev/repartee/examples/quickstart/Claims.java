package dev.repartee.examples.quickstart;

import dev.repartee.stats.Holm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What might be said of a culture, before it is decided together what may be said.
 *
 * <p>Whoever asks ten questions finds something by chance: what is judged by chance is adjusted for
 * the number of questions (Holm), whatever their answers look like. What is counted, or found by a
 * rule of its own, is said as it is.
 */
final class Claims {
  private static final double LEVEL = 0.05;

  /**
   * One of them.
   *
   * @param flag the flag it raises where it is amiss; its p value not adjusted yet, NaN where it is
   *     not judged by chance
   * @param isAmiss whether it points to something amiss
   * @param otherwise what to say where the contrary is shown; may be empty
   * @param unproven what to say where neither is shown; may be empty
   */
  record Claim(Flag flag, boolean isAmiss, String otherwise, String unproven) {
    boolean isByChance() {
      return !Double.isNaN(flag.pValue());
    }
  }

  private final List<Claim> claims = new ArrayList<>();
  private final List<String> good = new ArrayList<>();
  private final List<String> unproven = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  void add(Claim claim) {
    claims.add(claim);
  }

  void good(String sentence) {
    good.add(sentence);
  }

  void unproven(String sentence) {
    unproven.add(sentence);
  }

  void missing(String sentence) {
    missing.add(sentence);
  }

  /** Decides. */
  CultureLetter letter() {
    double[] adjusted = Holm.adjust(claims.stream().mapToDouble(c -> c.flag.pValue()).toArray());
    List<Flag> flags = new ArrayList<>();
    List<String> fine = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Claim claim = claims.get(i);
      boolean isShown = !claim.isByChance() || adjusted[i] < LEVEL;
      if (isShown && claim.isAmiss) {
        flags.add(claim.flag.withPValue(adjusted[i]));
      } else {
        addUnlessEmpty(isShown ? fine : open, isShown ? claim.otherwise : claim.unproven);
      }
    }
    flags.sort(Comparator.comparing(Flag::kind)); // stable: of one kind in the order they came
    fine.addAll(good);
    open.addAll(unproven);
    int judged = (int) claims.stream().filter(Claim::isByChance).count();
    return new CultureLetter(flags, fine, open, missing, judged);
  }

  private static void addUnlessEmpty(List<String> sentences, String sentence) {
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
