package dev.repartee.measure;

import dev.repartee.stats.LatencyGroups;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The parts of a tally, declared once, from which follows how tallies are added, written and read.
 * Parts are written in the order in which they are declared. See {@link Tally.Declared} for an
 * example.
 *
 * <p>Immutable: each method returns the form with one more part.
 *
 * @param <T> the tally
 */
public final class TallyForm<T extends Tally<T>> {
  /** Adds, writes and reads one part. */
  private interface Part<T> {
    default void add(T mine, T other) {}

    default void write(T tally, DataOutput out) throws IOException {}

    void read(T empty, Tally.Input in) throws IOException;
  }

  /** Reads a number. */
  private interface Reading {
    long from(Tally.Input in) throws IOException;
  }

  private final String name;
  private final List<Part<T>> parts;

  private TallyForm(String name, List<Part<T>> parts) {
    this.name = name;
    this.parts = parts;
  }

  /**
   * {@return the form of a tally without parts}
   *
   * @param tally the class of the tally
   * @param <T> the tally
   */
  public static <T extends Tally<T>> TallyForm<T> of(Class<T> tally) {
    return new TallyForm<>(tally.getSimpleName(), List.of());
  }

  private TallyForm<T> and(Part<T> part) {
    return new TallyForm<>(name, Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /**
   * Adds a part that is a tally.
   *
   * @param part the part of a tally, which must always be the same object
   * @param <P> the part
   * @return the form with it
   */
  public <P extends Tally<P>> TallyForm<T> part(Function<T, P> part) {
    return and(
        new Part<>() {
          @Override
          public void add(T mine, T other) {
            part.apply(mine).add(part.apply(other));
          }

          @Override
          public void write(T tally, DataOutput out) throws IOException {
            part.apply(tally).write(out);
          }

          @Override
          public void read(T tally, Tally.Input in) throws IOException {
            part.apply(tally).read(in);
          }
        });
  }

  /**
   * Adds latencies.
   *
   * @param parts the latencies of a tally, the same number in every tally
   * @return the form with them
   */
  public TallyForm<T> times(Function<T, List<LatencyGroups>> parts) {
    return and(
        new Part<>() {
          @Override
          public void add(T mine, T other) {
            List<LatencyGroups> others = parts.apply(other);
            List<LatencyGroups> sums = parts.apply(mine);
            for (int i = 0; i < sums.size(); i++) {
              sums.get(i).addAll(others.get(i));
            }
          }

          @Override
          public void write(T tally, DataOutput out) throws IOException {
            for (LatencyGroups times : parts.apply(tally)) {
              times.write(out);
            }
          }

          @Override
          public void read(T tally, Tally.Input in) throws IOException {
            for (LatencyGroups times : parts.apply(tally)) {
              in.readTimes(times);
            }
          }
        });
  }

  /**
   * Adds a count.
   *
   * @param get the count of a tally, at least 0
   * @param set sets it
   * @return the form with it
   */
  public TallyForm<T> count(ToLongFunction<T> get, ObjLongConsumer<T> set) {
    return number(get, set, Math::addExact, Tally.Input::readCount);
  }

  /**
   * Adds a count, and parts that most tallies do not need. Nothing is written for these parts if
   * they are empty. If they follow, the count {@code n} is written as {@code -1 - n}.
   *
   * @param get the count of a tally, at least 0
   * @param set sets it
   * @param hasMore whether the further parts of a tally hold anything
   * @param more the further parts
   * @return the form with them
   */
  public TallyForm<T> count(
      ToLongFunction<T> get, ObjLongConsumer<T> set, Predicate<T> hasMore, TallyForm<T> more) {
    return and(
        new Part<>() {
          @Override
          public void add(T mine, T other) {
            set.accept(mine, Math.addExact(get.applyAsLong(mine), get.applyAsLong(other)));
            more.add(mine, other);
          }

          @Override
          public void write(T tally, DataOutput out) throws IOException {
            boolean isMore = hasMore.test(tally);
            out.writeLong(isMore ? ~get.applyAsLong(tally) : get.applyAsLong(tally));
            if (isMore) {
              more.write(tally, out);
            }
          }

          @Override
          public void read(T tally, Tally.Input in) throws IOException {
            long told = in.readLong();
            set.accept(tally, in.counted(told < 0 ? ~told : told));
            if (told < 0) {
              more.read(tally, in);
              if (!hasMore.test(tally)) {
                throw new IOException("parts that are announced are empty");
              }
            }
          }
        });
  }

  /**
   * Adds a number; adding tallies keeps the greater one.
   *
   * @param get the number of a tally
   * @param set sets it
   * @return the form with it
   */
  public TallyForm<T> greatest(ToLongFunction<T> get, ObjLongConsumer<T> set) {
    return number(get, set, Math::max, Tally.Input::readLong);
  }

  private TallyForm<T> number(
      ToLongFunction<T> get, ObjLongConsumer<T> set, LongBinaryOperator both, Reading reading) {
    return and(
        new Part<>() {
          @Override
          public void add(T mine, T other) {
            set.accept(mine, both.applyAsLong(get.applyAsLong(mine), get.applyAsLong(other)));
          }

          @Override
          public void write(T tally, DataOutput out) throws IOException {
            out.writeLong(get.applyAsLong(tally));
          }

          @Override
          public void read(T tally, Tally.Input in) throws IOException {
            set.accept(tally, reading.from(in));
          }
        });
  }

  /**
   * Adds counts, the same number in every tally.
   *
   * @param part the counts of a tally, each at least 0
   * @return the form with them
   */
  public TallyForm<T> counts(Function<T, long[]> part) {
    return and(new Counted<>(part));
  }

  /** Counts, one after the other. */
  private static class Counted<T> implements Part<T> {
    final Function<T, long[]> part;

    Counted(Function<T, long[]> part) {
      this.part = part;
    }

    @Override
    public final void add(T mine, T other) {
      long[] sums = part.apply(mine);
      long[] more = part.apply(other);
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.addExact(sums[i], more[i]);
      }
    }

    @Override
    public void write(T tally, DataOutput out) throws IOException {
      for (long count : part.apply(tally)) {
        out.writeLong(count);
      }
    }

    @Override
    public void read(T tally, Tally.Input in) throws IOException {
      long[] counts = part.apply(tally);
      for (int i = 0; i < counts.length; i++) {
        counts[i] = in.readCount();
      }
    }
  }

  /**
   * Adds counts most of which are 0. A bit for each count says whether it is 0, and only the others
   * are written.
   *
   * @param part the counts of a tally, each at least 0
   * @return the form with them
   */
  public TallyForm<T> sparseCounts(Function<T, long[]> part) {
    return and(
        new Counted<>(part) {
          @Override
          public void write(T tally, DataOutput out) throws IOException {
            long[] counts = part.apply(tally);
            byte[] filled = new byte[bytes(counts)];
            for (int i = 0; i < counts.length; i++) {
              filled[i / Byte.SIZE] |= (byte) (counts[i] == 0 ? 0 : 1 << i % Byte.SIZE);
            }
            out.write(filled);
            for (long count : counts) {
              if (count != 0) {
                out.writeLong(count);
              }
            }
          }

          @Override
          public void read(T tally, Tally.Input in) throws IOException {
            long[] counts = part.apply(tally);
            byte[] filled = new byte[bytes(counts)];
            in.readFully(filled);
            for (int i = 0; i < counts.length; i++) {
              boolean isFilled = (filled[i / Byte.SIZE] >>> i % Byte.SIZE & 1) != 0;
              counts[i] = isFilled ? in.readCount() : 0;
            }
          }
        });
  }

  private static int bytes(long[] counts) {
    return (counts.length + Byte.SIZE - 1) / Byte.SIZE;
  }

  /**
   * Adds a rule that holds for every tally of a log. Tallies that are read are checked against it.
   *
   * @param rule the rule, on the parts declared so far
   * @param breach the error message for a tally that breaks the rule
   * @return the form with it
   */
  public TallyForm<T> check(Predicate<T> rule, String breach) {
    return and(
        (tally, in) -> {
          if (!rule.test(tally)) {
            throw new IOException(breach);
          }
        });
  }

  void add(T mine, T other) {
    for (Part<T> part : parts) {
      part.add(mine, other);
    }
  }

  void write(T tally, DataOutput out) throws IOException {
    for (Part<T> part : parts) {
      part.write(tally, out);
    }
  }

  void read(T empty, Tally.Input in) throws IOException {
    for (Part<T> part : parts) {
      part.read(empty, in);
    }
  }

  @Override
  public String toString() {
    return "form of " + name + ": " + parts.size() + " parts";
  }
}
