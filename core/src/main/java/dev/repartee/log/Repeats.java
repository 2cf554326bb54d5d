package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import java.util.BitSet;

/**
 * Folds repeats of a message: same author, fingerprint and conversation, not more than a tolerance
 * after the first of them. Kept is a copy that names its parent before one that does not, unless it
 * hangs below that one, then the earliest.
 */
record Repeats(
    Staging staging, Links links, Interning authors, Interning fingerprints, long toleranceMillis) {

  /** Folds; rows set aside are added to {@code dropped} and counted. */
  boolean fold(BitSet dropped, Audit.Tally audit) {
    int rows = staging.size();
    int[] candidates = new int[rows];
    int count = 0;
    int[] keptFor = new int[rows];
    for (int row = 0; row < rows; row++) {
      keptFor[row] = row;
      if (!dropped.get(row)
          && staging.isMessage(row)
          && fingerprints.code(0, row) != Interning.NONE
          && authors.code(0, row) != Interning.NONE) {
        candidates[count++] = row;
      }
    }
    new RowSort(this::compare).sort(candidates, 0, count);
    BitSet folded = new BitSet();
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && isRepeat(candidates[from], candidates[to])) {
        to++;
      }
      foldRun(candidates, from, to, keptFor, folded);
      from = to;
    }
    if (folded.isEmpty()) {
      return false;
    }
    staging.count(audit, Audit.Reason.DUPLICATE_CONTENT, folded);
    dropped.or(folded);
    links.redirect(keptFor);
    return true;
  }

  /** Copies side by side, the earliest first. */
  private int compare(int a, int b) {
    int order = Integer.compare(links.group(a), links.group(b));
    order = order != 0 ? order : Integer.compare(authors.code(0, a), authors.code(0, b));
    order = order != 0 ? order : Integer.compare(fingerprints.code(0, a), fingerprints.code(0, b));
    order = order != 0 ? order : Long.compare(staging.at.get(a), staging.at.get(b));
    return order != 0 ? order : staging.compareIds(a, b);
  }

  private boolean isRepeat(int first, int row) {
    return links.group(first) == links.group(row)
        && authors.code(0, first) == authors.code(0, row)
        && fingerprints.code(0, first) == fingerprints.code(0, row)
        && staging.at.get(row) - staging.at.get(first) <= toleranceMillis;
  }

  private void foldRun(int[] candidates, int from, int to, int[] keptFor, BitSet folded) {
    int first = candidates[from];
    int kept = first;
    for (int i = from + 1; i < to; i++) {
      if (rank(first, candidates[i]) < rank(first, kept)) {
        kept = candidates[i];
      }
    }
    for (int i = from; i < to; i++) {
      if (candidates[i] != kept) {
        keptFor[candidates[i]] = kept;
        folded.set(candidates[i]);
      }
    }
  }

  /**
   * A copy that names its parent comes first; one that stands below another copy cannot replace it.
   */
  private int rank(int first, int row) {
    if (links.messageParent(row) < 0) {
      return 1;
    }
    int root = links.root(row);
    boolean hangsBelowACopy =
        staging.at.get(root) >= staging.at.get(first) && isRepeat(first, root);
    return hangsBelowACopy ? 2 : 0;
  }
}
