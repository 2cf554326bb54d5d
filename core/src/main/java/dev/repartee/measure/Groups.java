package dev.repartee.measure;

import com.google.common.hash.Hashing;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A tally kept in replicate groups: 32 by the person a fact hangs on, and, for measures over
 * conversations, the same facts again in 32 by conversation. Leaving one group out at a time gives
 * any statistic an error that respects that people and conversations repeat.
 *
 * @param <T> the tally of one group
 */
public final class Groups<T extends Tally<T>> implements Tally<Groups<T>> {
  /** The number of groups of each kind. */
  public static final int COUNT = 32;

  private final Supplier<T> empty;
  private final boolean isOne;
  private final ArrayList<@Nullable T> cells;

  /**
   * Creates tallies that have counted nothing. A sweep that adds each fact to its two groups itself
   * walks once where {@link Plan.Draft#inGroups} walks twice.
   *
   * @param empty makes the tally of one group
   */
  public Groups(Supplier<T> empty) {
    this(empty, false);
  }

  private Groups(Supplier<T> empty, boolean isOne) {
    this.empty = empty;
    this.isOne = isOne;
    this.cells = new ArrayList<>(2 * COUNT);
    for (int i = 0; i < 2 * COUNT; i++) {
      cells.add(null);
    }
  }

  /**
   * Returns tallies that put everything into one group, for facts taken as independent: shares have
   * the interval of independent trials, other statistics have no error.
   *
   * @param empty makes the tally of one group
   * @param <T> the tally of one group
   * @return tallies that have counted nothing
   */
  public static <T extends Tally<T>> Groups<T> ofIndependent(Supplier<T> empty) {
    return new Groups<>(empty, true);
  }

  /**
   * Returns the group by person of somebody known by name, for summaries that keep persons by name.
   *
   * @param name the name of the directory, else the account
   * @return 0 to 31: the top 5 bits of murmur3_128, seed 0, as {@link Slice#personGroup} tells it
   */
  public static int ofName(String name) {
    long hash = Hashing.murmur3_128(0).hashString(name, StandardCharsets.UTF_8).asLong();
    return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(COUNT)));
  }

  static <T extends Tally<T>> Plan.Sweep<Groups<T>> sweep(Plan.Sweep<T> inner, Unit unit) {
    return (slice, split) -> {
      inner.sweep(slice, new PersonSplit<>(slice, split));
      if (unit == Unit.CONVERSATION) {
        inner.sweep(slice, new ConversationSplit<>(slice, split));
      }
    };
  }

  /** Routes a fact to the group of its person. */
  private static final class PersonSplit<T extends Tally<T>> extends Split<T> {
    private final Slice slice;
    private final Split<Groups<T>> outer;

    PersonSplit(Slice slice, Split<Groups<T>> outer) {
      this.slice = slice;
      this.outer = outer;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return outer.at(anchorRow, answerRow).byPerson(slice, anchorRow);
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return outer.takes(anchorRow, answerRow);
    }
  }

  /** Routes a fact to the group of its conversation. */
  private static final class ConversationSplit<T extends Tally<T>> extends Split<T> {
    private final Slice slice;
    private final Split<Groups<T>> outer;

    ConversationSplit(Slice slice, Split<Groups<T>> outer) {
      this.slice = slice;
      this.outer = outer;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return outer.at(anchorRow, answerRow).byConversation(slice, anchorRow);
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return outer.takes(anchorRow, answerRow);
    }
  }

  /**
   * Returns the tally of the group by person that a fact belongs to.
   *
   * @param slice the rows
   * @param anchorRow the row the fact hangs on
   * @return the tally to add the fact to
   */
  public T byPerson(Slice slice, int anchorRow) {
    return byPerson(isOne ? 0 : slice.personGroup(anchorRow));
  }

  /**
   * Returns the tally of the group by conversation that a fact belongs to; for measures over
   * conversations, in addition to the one by person.
   *
   * @param slice the rows
   * @param anchorRow the row the fact hangs on
   * @return the tally to add the fact to
   */
  public T byConversation(Slice slice, int anchorRow) {
    return byConversation(isOne ? 0 : slice.conversationGroup(anchorRow));
  }

  /**
   * Returns the tally of a group by person.
   *
   * @param group 0 to 31, as {@link Slice#personGroup} tells it
   * @return the tally to add a fact to
   */
  public T byPerson(int group) {
    return cell(isOne ? 0 : group);
  }

  /**
   * Returns the tally of a group by conversation.
   *
   * @param group 0 to 31, as {@link Slice#conversationGroup} tells it
   * @return the tally to add a fact to
   */
  public T byConversation(int group) {
    return cell(COUNT + (isOne ? 0 : group));
  }

  private T cell(int index) {
    T cell = cells.get(index);
    if (cell == null) {
      cell = empty.get();
      cells.set(index, cell);
    }
    return cell;
  }

  /**
   * Returns the tally of everything.
   *
   * @return the sum over the groups by person, a new tally
   */
  public T total() {
    T sum = empty.get();
    for (T cell : cells.subList(0, COUNT)) {
      if (cell != null) {
        sum.add(cell);
      }
    }
    return sum;
  }

  /**
   * Returns a count of everything.
   *
   * @param count what to count in a tally
   * @return the sum over the groups by person
   */
  public long sum(ToLongFunction<? super T> count) {
    long sum = 0;
    for (T cell : cells.subList(0, COUNT)) {
      sum += cell == null ? 0 : count.applyAsLong(cell);
    }
    return sum;
  }

  /**
   * Returns a share with its counts and its interval: a Wilson interval whose number of trials is
   * that of independent trials with the same variance.
   *
   * @param hits what to count as hits in a tally
   * @param trials what to count as trials
   * @return the proportion
   */
  public Proportion share(ToLongFunction<? super T> hits, ToLongFunction<? super T> trials) {
    if (isOne) {
      return Proportion.of(sum(hits), sum(trials));
    }
    return Proportion.clustered(
        counts(hits, 0), counts(trials, 0), counts(hits, COUNT), counts(trials, COUNT));
  }

  private long[] counts(ToLongFunction<? super T> count, int from) {
    long[] result = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      T cell = cells.get(from + i);
      result[i] = cell == null ? 0 : count.applyAsLong(cell);
    }
    return result;
  }

  /**
   * Returns any statistic with its error, by leaving out one group at a time. It takes some two
   * hundred additions of tallies.
   *
   * @param statistic computes it from a tally; NaN where it is undefined
   * @return the estimate
   */
  public Estimate estimate(ToDoubleFunction<? super T> statistic) {
    return replicated(statistic).replicates().estimate();
  }

  /**
   * Returns any statistic beside the same without each group, to compute with: differences, means
   * and minima of statistics that rest on the same people. It takes as long as {@link #estimate}.
   *
   * @param statistic computes it from a tally; NaN where it is undefined
   * @return the statistic
   */
  public Replicated replicated(ToDoubleFunction<? super T> statistic) {
    double[] without = new double[2 * COUNT];
    long filled = leaveOut(statistic, 0, without) | leaveOut(statistic, COUNT, without);
    return Replicated.of(statistic.applyAsDouble(total()), without, filled);
  }

  /** Puts the statistic without each group that holds anything in its place; returns which do. */
  private long leaveOut(ToDoubleFunction<? super T> statistic, int from, double[] without) {
    List<T> filled = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    long bits = 0;
    for (int i = from; i < from + COUNT; i++) {
      T cell = cells.get(i);
      if (cell != null) {
        filled.add(cell);
        places.add(i);
        bits |= 1L << i;
      }
    }
    int n = filled.size();
    List<T> before = new ArrayList<>(n + 1);
    before.add(empty.get());
    for (int i = 0; i + 1 < n; i++) {
      T sum = empty.get();
      sum.add(before.get(i));
      sum.add(filled.get(i));
      before.add(sum);
    }
    T after = empty.get();
    for (int i = n - 1; i >= 0; i--) {
      T others = before.get(i);
      others.add(after);
      without[places.get(i)] = statistic.applyAsDouble(others);
      after.add(filled.get(i));
    }
    return bits;
  }

  /**
   * Adds what each group holds to the same group of tallies of another kind, so that what a
   * statistic needs of several measures stands together.
   *
   * @param others what is added to
   * @param how adds the tally of one group
   * @param <U> the other kind of tally
   */
  public <U extends Tally<U>> void addTo(Groups<U> others, BiConsumer<? super T, ? super U> how) {
    for (int i = 0; i < 2 * COUNT; i++) {
      T mine = cells.get(i);
      if (mine != null) {
        how.accept(mine, others.cell(i));
      }
    }
  }

  @Override
  public void add(Groups<T> other) {
    for (int i = 0; i < 2 * COUNT; i++) {
      T theirs = other.cells.get(i);
      if (theirs != null) {
        cell(i).add(theirs);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    long filled = 0;
    for (int i = 0; i < 2 * COUNT; i++) {
      filled |= cells.get(i) == null ? 0 : 1L << i;
    }
    out.writeLong(filled);
    for (T cell : cells) {
      if (cell != null) {
        cell.write(out);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param empty makes the tally of one group
   * @param reader reads the tally of one group
   * @param in where from
   * @param <T> the tally of one group
   * @return the tallies
   * @throws IOException if {@code in} fails
   */
  public static <T extends Tally<T>> Groups<T> read(
      Supplier<T> empty, TallyReader<T> reader, DataInput in) throws IOException {
    Groups<T> result = new Groups<>(empty);
    result.readCells(reader, in);
    return result;
  }

  /**
   * Reads what {@link #write} wrote of {@link #ofIndependent}.
   *
   * @param empty makes the tally of one group
   * @param reader reads the tally of one group
   * @param in where from
   * @param <T> the tally of one group
   * @return the tallies
   * @throws IOException if {@code in} fails
   */
  public static <T extends Tally<T>> Groups<T> readIndependent(
      Supplier<T> empty, TallyReader<T> reader, DataInput in) throws IOException {
    Groups<T> result = ofIndependent(empty);
    result.readCells(reader, in);
    return result;
  }

  private void readCells(TallyReader<T> reader, DataInput in) throws IOException {
    long filled = in.readLong();
    for (int i = 0; i < 2 * COUNT; i++) {
      if ((filled >>> i & 1) != 0) {
        cells.set(i, reader.read(in));
      }
    }
  }

  @Override
  public String toString() {
    return "tallies in " + 2 * COUNT + " replicate groups";
  }
}
