package dev.repartee.measure;

import com.google.common.hash.Hashing;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A tally kept in replicate groups: 32 by the person of a fact's anchor, the same facts again in 32
 * by week and, for measures over conversations, in 32 by conversation. Leaving out one group at a
 * time gives any statistic an error that accounts for repeated people and conversations. It also
 * accounts for what facts close in time have in common: the backlog, the staff and the news of the
 * day.
 *
 * @param <T> the tally of one group
 */
public final class Groups<T extends Tally<T>> implements Tally<Groups<T>> {
  /** The number of groups of each grouping. */
  public static final int COUNT = LatencyGroups.GROUPS;

  /** The number of bits in the groups of a row, as {@link Slice#groups} returns them. */
  public static final int BITS = Grouping.values().length * LatencyGroups.GROUP_BITS;

  private static final int CELLS = Grouping.values().length * COUNT;

  private static final long WEEK_MILLIS = 7 * 86_400_000L;

  /** From a Monday long before any time to the epoch, a Thursday: whole rounds of the groups. */
  private static final long TO_MONDAY = 3 * 86_400_000L + ((COUNT * WEEK_MILLIS) << 12);

  /** A way to group facts that resemble each other. */
  public enum Grouping {
    /**
     * By the audience person of the anchor; by its conversation if a member wrote the row or it has
     * no author.
     */
    PERSON,
    /** By the conversation of the anchor. */
    CONVERSATION,
    /** By the week of the anchor's effective time, in weeks from Monday in UTC. */
    WEEK;

    /**
     * {@return the group of this grouping, 0 to 31}
     *
     * @param groups the groups of a row, as {@link Slice#groups} returns them
     */
    public int of(int groups) {
      return group(groups, ordinal());
    }

    /**
     * Returns the bits that encode a group of this grouping.
     *
     * @param group 0 to 31
     * @return one number, to be combined with those of other groupings by {@code |}
     */
    public int with(int group) {
      return group << (ordinal() * LatencyGroups.GROUP_BITS);
    }

    /** The groupings of facts over a unit. */
    static List<Grouping> of(Unit unit) {
      return unit == Unit.PERSON ? List.of(PERSON, WEEK) : List.of(values());
    }
  }

  private final Supplier<T> empty;
  private final List<Grouping> groupings;

  /** Their numbers, for speed. */
  private final int[] numbers;

  /** The bits kept of a group number: none if all facts are in one group. */
  private final int mask;

  /** Tallies, grouping by grouping; empty until there are facts, since many keys have few. */
  private @Nullable T[] cells = cells(0);

  /**
   * Creates empty tallies. A sweep that itself adds each fact to its groups needs one walk, whereas
   * {@link Plan.Draft#inGroups} needs one for each grouping.
   *
   * @param unit what the measure walks; facts over persons are not grouped by conversation
   * @param empty makes the tally of one group
   */
  public Groups(Unit unit, Supplier<T> empty) {
    this(Grouping.of(unit), empty, false);
  }

  /**
   * Creates empty tallies.
   *
   * @param groupings how facts are grouped; at least one
   * @param empty makes the tally of one group
   */
  public Groups(List<Grouping> groupings, Supplier<T> empty) {
    this(List.copyOf(groupings), empty, false);
  }

  private Groups(List<Grouping> groupings, Supplier<T> empty, boolean isOne) {
    this.groupings = groupings;
    this.numbers = groupings.stream().mapToInt(Grouping::ordinal).toArray();
    this.empty = empty;
    this.mask = isOne ? 0 : COUNT - 1;
  }

  /**
   * Returns tallies with everything in one group, for facts assumed to be independent: shares have
   * the interval of independent trials, other statistics have no error.
   *
   * @param empty makes the tally of one group
   * @param <T> the tally of one group
   * @return empty tallies
   */
  public static <T extends Tally<T>> Groups<T> ofIndependent(Supplier<T> empty) {
    return new Groups<>(List.of(Grouping.PERSON), empty, true);
  }

  /**
   * Returns the group of a person by name, for summaries that keep persons by name.
   *
   * @param name the name in the directory, else the account
   * @return 0 to 31: the top 5 bits of murmur3_128, seed 0, as for {@link Grouping#PERSON}
   */
  public static int ofName(String name) {
    long hash = Hashing.murmur3_128(0).hashBytes(Wtf8.bytes(name)).asLong();
    return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(COUNT)));
  }

  /**
   * Returns the group by week of a time.
   *
   * @param millis epoch milliseconds, of the year 1 or later
   * @return 0 to 31: the number of the week modulo 32, so that consecutive weeks are in different
   *     groups
   */
  public static int ofTime(long millis) {
    return (int) ((millis + TO_MONDAY) / WEEK_MILLIS) & (COUNT - 1);
  }

  /**
   * {@return the group of a grouping, 0 to 31}
   *
   * @param groups the groups of a row, as {@link Slice#groups} returns them
   * @param grouping the number of a {@link Grouping}
   */
  public static int group(int groups, int grouping) {
    return (groups >>> (grouping * LatencyGroups.GROUP_BITS)) & (COUNT - 1);
  }

  static <T extends Tally<T>> Plan.Sweep<Groups<T>> sweep(Plan.Sweep<T> inner, Unit unit) {
    return (slice, split) -> {
      for (Grouping grouping : Grouping.of(unit)) {
        inner.sweep(slice, new GroupSplit<>(slice, grouping, split));
      }
    };
  }

  /** Routes a fact to its group. */
  private static final class GroupSplit<T extends Tally<T>> extends Split<T> {
    private final Slice slice;
    private final Grouping grouping;
    private final Split<Groups<T>> outer;

    GroupSplit(Slice slice, Grouping grouping, Split<Groups<T>> outer) {
      this.slice = slice;
      this.grouping = grouping;
      this.outer = outer;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return outer.at(anchorRow, answerRow).at(grouping, slice.groups(anchorRow));
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      boolean isByWeek = grouping == Grouping.WEEK;
      int groups = isByWeek ? grouping.with(ofTime(beginsAt)) : slice.groups(anchorRow);
      return outer.at(anchorRow, answerRow, beginsAt).at(grouping, groups);
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return outer.takes(anchorRow, answerRow);
    }
  }

  /** {@return the number of groupings, at least 1} */
  public int groupings() {
    return numbers.length;
  }

  /**
   * {@return whether facts are grouped in some way, so that {@link #at(Grouping, int)} may be
   * called}
   *
   * @param grouping the grouping
   */
  public boolean has(Grouping grouping) {
    return groupings.contains(grouping);
  }

  /**
   * Adds a fact to its group of each grouping.
   *
   * @param slice the rows
   * @param anchorRow the anchor of the fact
   * @param fact adds it to a tally; called once for each grouping
   * @see #at(int, int)
   */
  public void count(Slice slice, int anchorRow, Consumer<T> fact) {
    count(slice.groups(anchorRow), fact);
  }

  /**
   * Adds a fact to its group of each grouping.
   *
   * @param groups the groups of the fact's anchor, as {@link Slice#groups} returns them
   * @param fact adds it to a tally; called once for each grouping
   */
  public void count(int groups, Consumer<T> fact) {
    for (int grouping = 0; grouping < numbers.length; grouping++) {
      fact.accept(at(grouping, groups));
    }
  }

  /**
   * Returns the tally of a group, for sweeps that add millions of facts to each grouping.
   *
   * @param grouping from 0 to {@link #groupings()}, exclusive
   * @param groups the groups of the fact's anchor, as {@link Slice#groups} returns them
   * @return the tally to add the fact to
   */
  public T at(int grouping, int groups) {
    int number = numbers[grouping];
    return cell(number * COUNT + (group(groups, number) & mask));
  }

  /**
   * {@return the tally of a group of one grouping, to add a fact to}
   *
   * @param grouping one for which {@link #has} is true
   * @param groups the groups of the fact's anchor, as {@link Slice#groups} returns them
   */
  public T at(Grouping grouping, int groups) {
    return cell(grouping.ordinal() * COUNT + (grouping.of(groups) & mask));
  }

  @SuppressWarnings("unchecked") // the array leaves this class as a list only
  private static <T extends Tally<T>> @Nullable T[] cells(int size) {
    return (@Nullable T[]) new Tally<?>[size];
  }

  private T cell(int index) {
    T cell = index < cells.length ? cells[index] : null;
    return cell != null ? cell : newCell(index);
  }

  private T newCell(int index) {
    if (cells.length == 0) {
      cells = cells(CELLS);
    }
    T cell = empty.get();
    cells[index] = cell;
    return cell;
  }

  /** The tallies of a grouping by group, null for an empty group. */
  private List<@Nullable T> cells(Grouping grouping) {
    int from = grouping.ordinal() * COUNT;
    return cells.length == 0
        ? Collections.nCopies(COUNT, null)
        : Arrays.asList(cells).subList(from, from + COUNT);
  }

  /** {@return a new tally of everything: the sum over the groups of a grouping} */
  public T total() {
    return total(groupings.get(0));
  }

  private T total(Grouping grouping) {
    T sum = empty.get();
    for (T cell : cells(grouping)) {
      if (cell != null) {
        sum.add(cell);
      }
    }
    return sum;
  }

  /**
   * {@return a count of everything: the sum over the groups of a grouping}
   *
   * @param count what to count in a tally
   */
  public long sum(ToLongFunction<? super T> count) {
    return Arrays.stream(counts(groupings.get(0), count)).sum();
  }

  private long[] counts(Grouping grouping, ToLongFunction<? super T> count) {
    return cells(grouping).stream()
        .mapToLong(cell -> cell == null ? 0 : count.applyAsLong(cell))
        .toArray();
  }

  /**
   * {@return a share with its counts and a Wilson interval, for the number of independent trials
   * that would have the same variance}
   *
   * @param hits what to count as hits in a tally
   * @param trials what to count as trials
   */
  public Proportion share(ToLongFunction<? super T> hits, ToLongFunction<? super T> trials) {
    return mask == 0
        ? Proportion.of(sum(hits), sum(trials))
        : Proportion.clustered(counts(hits), counts(trials));
  }

  /** By the number of each grouping; empty for groupings not in use. */
  private long[][] counts(ToLongFunction<? super T> count) {
    return Arrays.stream(Grouping.values())
        .map(grouping -> has(grouping) ? counts(grouping, count) : new long[0])
        .toArray(long[][]::new);
  }

  /**
   * {@return any statistic with its error, by leaving out one group at a time} This takes about a
   * hundred additions of tallies for each grouping.
   *
   * @param statistic computes it from a tally; NaN if it is undefined
   */
  public Estimate estimate(ToDoubleFunction<? super T> statistic) {
    return replicated(statistic).estimate();
  }

  /**
   * Returns any statistic together with its values without each group, to compute differences,
   * means and minima of statistics that rest on the same people. It takes as long as {@link
   * #estimate}.
   *
   * @param statistic computes it from a tally; NaN if it is undefined
   * @return the statistic
   */
  public Replicated replicated(ToDoubleFunction<? super T> statistic) {
    double[] without = new double[CELLS];
    BitSet filled = new BitSet();
    for (Grouping grouping : groupings) {
      leaveOut(statistic, grouping, without, filled);
    }
    return Replicated.of(statistic.applyAsDouble(total()), without, filled);
  }

  /** Computes the statistic without each group that holds anything, and notes which groups do. */
  private void leaveOut(
      ToDoubleFunction<? super T> statistic, Grouping grouping, double[] without, BitSet filled) {
    List<T> tallies = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    int slot = grouping.ordinal() * COUNT;
    for (T cell : cells(grouping)) {
      if (cell != null) {
        tallies.add(cell);
        slots.add(slot);
        filled.set(slot);
      }
      slot++;
    }
    int n = tallies.size();
    List<T> before = new ArrayList<>(n + 1);
    before.add(empty.get());
    for (int i = 0; i + 1 < n; i++) {
      T sum = empty.get();
      sum.add(before.get(i));
      sum.add(tallies.get(i));
      before.add(sum);
    }
    T after = empty.get();
    for (int i = n - 1; i >= 0; i--) {
      T others = before.get(i);
      others.add(after);
      without[slots.get(i)] = statistic.applyAsDouble(others);
      after.add(tallies.get(i));
    }
  }

  /**
   * Adds each group to the same group of tallies of another kind, to combine what a statistic needs
   * from several measures.
   *
   * @param others the tallies to add to
   * @param how adds the tally of one group
   * @param <U> the other kind of tally
   */
  public <U extends Tally<U>> void addTo(Groups<U> others, BiConsumer<? super T, ? super U> how) {
    for (Grouping grouping : groupings) {
      List<@Nullable T> tallies = cells(grouping);
      for (int group = 0; group < COUNT; group++) {
        T mine = tallies.get(group);
        if (mine != null) {
          how.accept(mine, others.at(grouping, grouping.with(group)));
        }
      }
    }
  }

  @Override
  public void add(Groups<T> other) {
    other.addTo(this, (theirs, mine) -> mine.add(theirs));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (Grouping grouping : groupings) {
      List<@Nullable T> tallies = cells(grouping);
      int filled = 0;
      for (int group = 0; group < COUNT; group++) {
        filled |= tallies.get(group) == null ? 0 : 1 << group;
      }
      out.writeInt(filled);
      for (T cell : tallies) {
        if (cell != null) {
          cell.write(out);
        }
      }
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (Grouping grouping : groupings) {
      int filled = in.readInt();
      if (mask == 0 && (filled & ~1) != 0) {
        throw new IOException("there are several groups, though all is in one");
      }
      for (int left = filled; left != 0; left &= left - 1) {
        cell(grouping.ordinal() * COUNT + Integer.numberOfTrailingZeros(left)).read(in);
      }
    }
    byte[] total = bytes(total());
    for (Grouping grouping : groupings) {
      if (!Arrays.equals(total, bytes(total(grouping)))) {
        throw new IOException("what is counted by " + grouping + " is not what is counted in all");
      }
    }
  }

  /** The same for equal tallies. */
  private static byte[] bytes(Tally<?> tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return "tallies in replicate groups by " + groupings;
  }
}
