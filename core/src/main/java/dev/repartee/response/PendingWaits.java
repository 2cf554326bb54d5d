package dev.repartee.response;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;

/** The waits that a worker has found and not tallied yet, by what they have in common. */
final class PendingWaits {
  /** Those of the exchange at hand. */
  final WaitBatch batch = new WaitBatch();

  private final WaitsByCode waiting = new WaitsByCode(false, false);
  private final WaitsByCode answered = new WaitsByCode(true, false);
  private final WaitsByCode answeredDirectly = new WaitsByCode(true, true);

  private PendingWaits() {}

  /** Returns those of the worker of a slice, of which there are none. */
  static PendingWaits of(Slice slice) {
    return slice.scratch(PendingWaits.class, PendingWaits::new);
  }

  /**
   * Tallies the batch, whose waits are either all answered, and equally directly, or all
   * unanswered.
   */
  void tallyBatch(Split<ResponseTally> split, boolean areAnswered, boolean areDirect) {
    WaitsByCode kind = !areAnswered ? waiting : areDirect ? answeredDirectly : answered;
    ResponseTally whole = split.whole();
    int[] codes = whole != null ? null : split.codes(batch.anchors, batch.answers, batch.size());
    if (whole != null) {
      kind.put(whole, batch.packed, 0, batch.size());
    } else if (codes != null) {
      kind.add(batch, codes, split);
    } else {
      for (int i = 0; i < batch.size(); i++) {
        kind.put(split.at(batch.anchors[i], batch.answers[i]), batch.packed, i, i + 1);
      }
    }
    batch.clear();
  }

  /** Tallies all that are left. */
  void finish(Split<ResponseTally> split) {
    waiting.finish(split);
    answered.finish(split);
    answeredDirectly.finish(split);
  }
}
