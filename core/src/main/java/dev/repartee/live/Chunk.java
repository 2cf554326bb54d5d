package dev.repartee.live;

import dev.repartee.measure.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some adjacent blocks as they were at one moment, with what the named measures counted in those
 * blocks where the passing of time can no longer change anything. Such blocks are not walked again
 * for each question.
 */
final class Chunk {
  static final int BITS = 4;

  /** The number of blocks in a chunk. */
  static final int SIZE = 1 << BITS;

  /**
   * The kept count is extended once there is more than one fresh block for this many that it
   * covers.
   */
  private static final int SHARE = 4;

  private final @Nullable Frame[] frames;

  /** Indexed by measure; shared by all moments, and written by whichever question came last. */
  private final AtomicReferenceArray<@Nullable Settled<?>> settled;

  /** What a measure counted in some blocks at rest. */
  private static final class Settled<T extends Tally<T>> {
    /** The blocks by position; null at the position of a block that is not counted. */
    final @Nullable Frame[] frames;

    final int size;

    /** No row in these blocks is later than this. */
    final long last;

    final Counted<T> counted;

    Settled(@Nullable Frame[] frames, int size, long last, Counted<T> counted) {
      this.frames = frames;
      this.size = size;
      this.last = last;
      this.counted = counted;
    }

    /**
     * Whether all these blocks are among the given ones, and have been at rest since before an
     * instant.
     */
    boolean isOf(@Nullable Frame[] others, long before) {
      for (int place = 0; place < SIZE; place++) {
        if (frames[place] != null && frames[place] != others[place]) {
          return false;
        }
      }
      return last < before;
    }
  }

  /** An empty chunk, for a given number of named measures. */
  Chunk(int measures) {
    this(new Frame[SIZE], new AtomicReferenceArray<>(measures));
  }

  private Chunk(@Nullable Frame[] frames, AtomicReferenceArray<@Nullable Settled<?>> settled) {
    this.frames = frames;
    this.settled = settled;
  }

  /** A copy that may be written until it is published. */
  Chunk copy() {
    return new Chunk(frames.clone(), settled);
  }

  void set(int place, @Nullable Frame frame) {
    frames[place] = frame;
  }

  /** The blocks that hold rows. */
  Stream<Frame> frames() {
    return Stream.of(frames).filter(Objects::nonNull).filter(frame -> frame.rows() > 0);
  }

  /**
   * Adds what a measure counts as of an instant in the blocks in which something can change, and
   * returns what it counted in the others.
   *
   * @param number the number of the measure; negative for one that was not named
   */
  <T extends Tally<T>> Optional<Counted<T>> count(
      Question<T, ?> question, int number, Rules rules, long now, Sum<T> sum) {
    long before = question.settledBefore(rules, now);
    Settled<T> known = number < 0 ? null : known(number, before);
    List<Integer> fresh = new ArrayList<>();
    for (int place = 0; place < SIZE; place++) {
      Frame frame = frames[place];
      if (frame == null || frame.rows() == 0 || (known != null && known.frames[place] != null)) {
        continue;
      }
      if (number >= 0 && frame.last() < before) {
        fresh.add(place);
      } else {
        sum.add(question.count(frame, rules, now));
      }
    }
    if (SHARE * fresh.size() > (known == null ? 0 : known.size)) {
      known = settle(question, known, fresh, rules, now);
      settled.set(number, known);
    } else {
      fresh.forEach(place -> sum.add(question.count(frame(place), rules, now)));
    }
    return Optional.ofNullable(known).map(settledNow -> settledNow.counted);
  }

  @SuppressWarnings("unchecked") // a number stands for one measure
  private <T extends Tally<T>> @Nullable Settled<T> known(int number, long before) {
    Settled<T> last = (Settled<T>) settled.get(number);
    if (last == null || last.isOf(frames, before)) {
      return last;
    }
    settled.compareAndSet(number, last, null);
    return null;
  }

  private <T extends Tally<T>> Settled<T> settle(
      Question<T, ?> question,
      @Nullable Settled<T> known,
      List<Integer> fresh,
      Rules rules,
      long now) {
    Sum<T> sum = question.newSum(rules);
    @Nullable Frame[] counted = known == null ? new Frame[SIZE] : known.frames.clone();
    long last = known == null ? Long.MIN_VALUE : known.last;
    if (known != null) {
      sum.add(known.counted);
    }
    for (int place : fresh) {
      counted[place] = frame(place);
      last = Math.max(last, frame(place).last());
      sum.add(question.count(frame(place), rules, now));
    }
    int size = fresh.size() + (known == null ? 0 : known.size);
    return new Settled<>(counted, size, last, sum.total());
  }

  private Frame frame(int place) {
    return Objects.requireNonNull(frames[place]);
  }
}
