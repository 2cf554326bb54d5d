package dev.repartee.live;

import dev.repartee.log.Audit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that readers see, as it was after some row: it does not change, and a later one shares
 * with it what has stayed the same.
 */
final class State {
  private static final int CHUNK_BITS = 6;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** The conversations that are kept, in chunks, so that few are copied for a change. */
  private final @Nullable Frame[][] frames;

  private final Folded folded;
  private final Counts counts;

  private State(@Nullable Frame[][] frames, Folded folded, Counts counts) {
    this.frames = frames;
    this.folded = folded;
    this.counts = counts;
  }

  /**
   * How much of what there is.
   *
   * @param offered rows that were offered
   * @param late rows that came too late
   * @param lateExamples the ids of the first of these
   * @param refused rows that were refused at the door, by reason
   * @param open groups of rows that are kept
   * @param retiredAt the instant of the last retirement, or the smallest number
   */
  record Counts(
      long offered,
      long late,
      List<String> lateExamples,
      Map<Audit.Reason, Long> refused,
      long open,
      long retiredAt) {}

  static State empty(Folded folded, Counts counts) {
    return new State(new Frame[0][], folded, counts);
  }

  /** What is left of the conversations that were let go of. */
  Folded folded() {
    return folded;
  }

  Counts counts() {
    return counts;
  }

  /** Another state, with some frames in place of those that were there. */
  State with(List<Shard> changed, List<Integer> emptied, Folded newFolded, Counts newCounts) {
    @Nullable Frame[][] copy = frames.clone();
    for (Shard shard : changed) {
      int chunk = shard.place >>> CHUNK_BITS;
      if (chunk >= copy.length) {
        copy = Arrays.copyOf(copy, chunk + 1);
      }
      ownChunk(copy, chunk)[shard.place & (CHUNK - 1)] = shard.frame();
    }
    for (int place : emptied) {
      int chunk = place >>> CHUNK_BITS;
      if (chunk < copy.length) {
        ownChunk(copy, chunk)[place & (CHUNK - 1)] = null;
      }
    }
    return new State(copy, newFolded, newCounts);
  }

  private @Nullable Frame[] ownChunk(@Nullable Frame[][] copy, int chunk) {
    @Nullable Frame[] known = copy[chunk];
    if (known == null) {
      copy[chunk] = new Frame[CHUNK];
    } else if (chunk < frames.length && known == frames[chunk]) {
      copy[chunk] = known.clone();
    }
    return copy[chunk];
  }

  /** All that hold rows. */
  List<Frame> all() {
    List<Frame> all = new ArrayList<>();
    for (@Nullable Frame[] chunk : frames) {
      for (Frame frame : chunk == null ? new Frame[0] : chunk) {
        if (frame != null && frame.rows() > 0) {
          all.add(frame);
        }
      }
    }
    return all;
  }
}
