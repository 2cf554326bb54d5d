package dev.repartee.dialogue;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;

/** How many answers repeat others word for word. */
public final class CannedSummary extends Summary.Backed<CannedSummary> {
  private static final int OTHERS = 2;

  private final Evidence<CannedTally> evidence;

  CannedSummary(Evidence<CannedTally> evidence) {
    super(evidence, CannedSummary::new);
    this.evidence = evidence;
  }

  /**
   * {@return the share of answers with a fingerprint whose text is also an answer in at least two
   * other conversations} Its error treats the set of canned texts as given.
   */
  public Proportion canned() {
    return repeatedIn(OTHERS);
  }

  /**
   * Returns the share of answers whose text is also an answer in other conversations.
   *
   * @param others the least number of other conversations, from 1
   * @return the share of answers with a fingerprint, computed in time linear in the number of texts
   * @throws IllegalArgumentException if the number is out of range
   */
  public Proportion repeatedIn(int others) {
    if (!(others >= 1 && others < Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("others (" + others + ") must be at least 1");
    }
    return evidence.tally().repeated(others + 1);
  }

  /** {@return the number of answers with a fingerprint, at least 0} */
  public long answers() {
    return canned().trials();
  }

  /**
   * {@return the number of answers without a fingerprint, at least 0; nothing is known of them, and
   * no share includes them}
   */
  public long withoutFingerprint() {
    return evidence.tally().unmarked;
  }

  /** {@return the number of different texts of the answers, at least 0} */
  public long texts() {
    return evidence.tally().distinct();
  }

  @Override
  public Facts facts() {
    Proportion canned = canned();
    return Facts.of(origin())
        .count("answers", canned.trials())
        .share("canned", canned)
        .count("texts", texts())
        .inDetail()
        .count("answers_without_fingerprint", withoutFingerprint())
        .share("repeated_in_1_other", repeatedIn(1))
        .share("repeated_in_9_others", repeatedIn(9))
        .build();
  }

  @Override
  public String toString() {
    Proportion canned = canned();
    String without = NumberText.count(withoutFingerprint()) + " without fingerprint";
    if (canned.isEmpty()) {
      String head = "canned answers: no data";
      return origin().under(withoutFingerprint() == 0 ? head : head + ", " + without)
          + "\n"
          + origin();
    }
    String share = NumberText.share(canned.value()) + " of " + NumberText.count(canned.trials());
    return origin().under("canned answers: " + share)
        + "\ncanned "
        + canned
        + ", "
        + NumberText.count(texts())
        + " different texts, "
        + without
        + "\n"
        + origin();
  }
}
