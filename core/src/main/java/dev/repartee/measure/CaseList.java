package dev.repartee.measure;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.math.FirstFew;
import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Opened.Case;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** How many cases of one outcome there are, those that lasted longest and those drawn by lot. */
final class CaseList implements Tally<CaseList> {
  /**
   * A case with its lot.
   *
   * @param lot by which the sample is drawn
   * @param millis how long it lasted
   */
  private record Kept(Case told, long lot, long millis) {
    private static final Comparator<Kept> BY_WORDS =
        Comparator.comparing(Kept::told, Comparator.comparing(Case::at))
            .thenComparing(Kept::told, Comparator.comparing(Case::message))
            .thenComparing(Kept::told, Comparator.comparing(Case::conversation))
            .thenComparing(Kept::told, Comparator.comparing(Case::person))
            .thenComparing(Kept::told, Comparator.comparing(Case::organization));

    static final Comparator<Kept> LONGEST_FIRST =
        Comparator.comparingLong(Kept::millis)
            .reversed()
            .thenComparingLong(Kept::lot)
            .thenComparing(BY_WORDS);

    static final Comparator<Kept> BY_LOT =
        Comparator.comparingLong(Kept::lot)
            .thenComparing(Comparator.comparingLong(Kept::millis).reversed())
            .thenComparing(BY_WORDS);

    void write(DataOutput out) throws IOException {
      out.writeLong(lot);
      out.writeLong(millis);
      out.writeLong(told.at().toEpochMilli());
      Texts.write(out, told.message());
      Texts.write(out, told.conversation());
      Texts.write(out, told.person());
      Texts.write(out, told.organization());
    }

    static Kept read(Input in) throws IOException {
      long lot = in.readLong();
      long millis = in.readLong();
      long at = in.readLong();
      if (!EventTime.isValid(at)) {
        throw new IOException("time " + at + " of a case is out of range");
      }
      Case told =
          new Case(
              Texts.read(in),
              Texts.read(in),
              Texts.read(in),
              Texts.read(in),
              Instant.ofEpochMilli(at),
              Duration.ofMillis(millis));
      return new Kept(told, lot, millis);
    }
  }

  private final int most;
  private final FirstFew<Kept> longest;
  private final FirstFew<Kept> sample;
  private long count;

  CaseList(int most) {
    this.most = most;
    this.longest = new FirstFew<>(most, Kept.LONGEST_FIRST);
    this.sample = new FirstFew<>(most, Kept.BY_LOT);
  }

  /**
   * Adds a case; words are made only of what is kept.
   *
   * @param times how often it counts
   */
  void add(long times, long lot, long millis, Supplier<Case> words) {
    count += times;
    Kept leastLong = longest.last();
    Kept leastLucky = sample.last();
    boolean isLong = leastLong == null || millis >= leastLong.millis;
    boolean isLucky = leastLucky == null || lot <= leastLucky.lot;
    if (isLong || isLucky) {
      Kept kept = new Kept(words.get(), lot, millis);
      for (long i = 0; i < Math.min(times, most); i++) {
        longest.add(kept);
        sample.add(kept);
      }
    }
  }

  long count() {
    return count;
  }

  List<Case> worst() {
    return longest.list().stream().map(Kept::told).toList();
  }

  List<Case> sample() {
    return sample.list().stream().map(Kept::told).toList();
  }

  @Override
  public void add(CaseList other) {
    count = Math.addExact(count, other.count);
    other.longest.forEach(longest::add);
    other.sample.forEach(sample::add);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(count);
    write(longest, out);
    write(sample, out);
  }

  private static void write(FirstFew<Kept> kept, DataOutput out) throws IOException {
    for (Kept one : kept.list()) {
      one.write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    count = in.readCount();
    read(longest, in);
    read(sample, in);
  }

  private void read(FirstFew<Kept> kept, Input in) throws IOException {
    Kept before = null;
    for (long left = Math.min(count, most); left > 0; left--) {
      Kept one = Kept.read(in);
      if (before != null && !kept.isInOrder(before, one)) {
        throw new IOException(one + " comes too late");
      }
      kept.add(one);
      before = one;
    }
  }
}
