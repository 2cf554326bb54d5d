package dev.repartee.live;

import dev.repartee.log.Audit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that readers see, as it was after some row. Immutable; a later state shares what has
 * not changed.
 */
final class State {
  /** The conversations that are kept, in chunks, so that a change copies only a few. */
  private final Chunk[] chunks;

  private final Folded folded;
  private final Counts counts;

  private State(Chunk[] chunks, Folded folded, Counts counts) {
    this.chunks = chunks;
    this.folded = folded;
    this.counts = counts;
  }

  /**
   * Counts of what there is.
   *
   * @param offered the number of rows offered
   * @param late the number of late rows
   * @param lateExamples the ids of the first few late rows
   * @param refused the number of rows refused on arrival, by reason
   * @param open the number of groups of rows that are kept
   * @param retiredAt the instant of the last retirement, or the smallest number if there was none
   */
  record Counts(
      long offered,
      long late,
      List<String> lateExamples,
      Map<Audit.Reason, Long> refused,
      long open,
      long retiredAt) {}

  static State empty(Folded folded, Counts counts) {
    return new State(new Chunk[0], folded, counts);
  }

  /** What is left of the retired conversations. */
  Folded folded() {
    return folded;
  }

  Counts counts() {
    return counts;
  }

  /** Returns another state in which some frames are replaced. */
  State with(List<Shard> changed, List<Integer> emptied, Folded newFolded, Counts newCounts) {
    Chunk[] copy = chunks.clone();
    for (Shard shard : changed) {
      copy = withChunk(copy, shard.place >>> Chunk.BITS);
      set(copy, shard.place, shard.frame());
    }
    for (int place : emptied) {
      if (place >>> Chunk.BITS < copy.length) {
        set(copy, place, null);
      }
    }
    return new State(copy, newFolded, newCounts);
  }

  /** Returns at least so many chunks. */
  private Chunk[] withChunk(Chunk[] some, int number) {
    if (number < some.length) {
      return some;
    }
    Chunk[] more = Arrays.copyOf(some, number + 1);
    for (int i = some.length; i < more.length; i++) {
      more[i] = new Chunk(folded.parts().size());
    }
    return more;
  }

  private void set(Chunk[] copy, int place, @Nullable Frame frame) {
    int number = place >>> Chunk.BITS;
    if (number < chunks.length && copy[number] == chunks[number]) {
      copy[number] = copy[number].copy();
    }
    copy[number].set(place & (Chunk.SIZE - 1), frame);
  }

  List<Chunk> chunks() {
    return List.of(chunks);
  }

  /** All frames that hold rows. */
  List<Frame> all() {
    return Arrays.stream(chunks).flatMap(Chunk::frames).toList();
  }
}
