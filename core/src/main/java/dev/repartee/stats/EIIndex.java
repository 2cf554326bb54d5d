package dev.repartee.stats;

import com.google.common.base.Suppliers;
import dev.repartee.internal.math.ShuffledContacts;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Whether ties stay within groups: the E-I index, compared with its value by chance.
 *
 * <p>With E the weight of ties between groups and I that of ties within groups, {@code EI = (E -
 * I)/(E + I)}: it is -1 if every tie stays within a group, and 1 if every tie leaves it. Its value
 * by chance depends on the sizes of the groups and on how busy their members are: in random
 * contacts, busy people meet busy people, and if these sit in one department, most ties stay in it.
 * Therefore {@link #expected()} is the mean of 999 shuffles of the partners of all contacts:
 * everybody makes and receives as many contacts as before, but none with themselves, and the result
 * is counted as ties again. {@link #pValue()} is the share of shuffles that lie at least as far
 * from that mean.
 *
 * <p>Ties without contacts ({@link Builder#tie}), such as joint work, cannot be shuffled this way;
 * with any of them there is no p value. The expected value is then {@code (X - P)/(X + P)}, where X
 * of the possible pairs lie between groups and P within groups. It is correct only if all are
 * equally busy.
 *
 * <p>If there are more ties than pairs within (or between) groups, the index cannot reach -1 (or
 * 1): its bounds are the most extreme values that the same ties give when placed freely on the
 * possible pairs. {@link #centred()} takes all this into account: 0 is chance, -1 is complete
 * silos, 1 is the opposite.
 *
 * <pre>{@code
 * EIIndex.Builder ties = EIIndex.builder(0, 0, 0, 1, 1, 1);   // two groups of 3
 * for (int i = 0; i < 6; i++) {
 *   ties.contacts(i, i / 3 * 3 + (i + 1) % 3, 5).contacts(i, i / 3 * 3 + (i + 2) % 3, 5);
 * }
 * EIIndex silos = ties.build();   // E-I -1.00, by chance 0.20, centred -1.00, 12 ties
 * silos.pValue();                 // 0.001: not one of 999 shuffles keeps 60 contacts so apart
 * }</pre>
 *
 * <p>In simulations (500 runs each, {@code core/docs/verdicts.md}), groups that do not matter are
 * called silos in at most 6 of 100 cases, even if one is 6 or 15 times as busy. The common method
 * of permuting labels does so in 85 to 100. The shuffles ignore who is present when: people who are
 * online at the same hours are in contact for that reason alone, which counts as silos if
 * departments work in shifts.
 *
 * <p>Members without a tie are ignored. The index is undefined with fewer than 2 groups of 2
 * members with a tie each, or fewer than 10 ties.
 *
 * <p>Source: D. Krackhardt, R. N. Stern, 1988, "Informal Networks and Organizational Crises"; for
 * the shuffles M. E. J. Newman, 2003, "Mixing patterns in networks".
 *
 * <p>Immutable.
 */
public final class EIIndex {
  private static final int ENOUGH_TIES = 10;
  private static final int SHUFFLES = 999;
  private static final long SEED = 2009;

  /** With fewer shuffles, no p value could be below 0.05. */
  private static final int ENOUGH_SHUFFLES = 19;

  /** Indices that differ by less are the same except for rounding. */
  private static final double TOLERANCE = 1e-9;

  /** The groups of the members with a tie, and the ties between these members by number. */
  private final int[] groups;

  private final int[] from;
  private final int[] to;
  private final double[] weights;

  /** The number of contacts of each tie; 0 for a tie without contacts. */
  private final long[] contacts;

  private final double external;
  private final double internal;
  private final long externalPairs;
  private final long internalPairs;
  private final boolean isDefined;

  /** The index of shuffled contacts, computed on first use. */
  private final Supplier<double[]> shuffled = Suppliers.memoize(this::shuffle);

  private EIIndex(int[] groups, int[] from, int[] to, double[] weights, long[] contacts) {
    this.groups = groups;
    this.from = from;
    this.to = to;
    this.weights = weights;
    this.contacts = contacts;
    double external = 0;
    for (int i = 0; i < weights.length; i++) {
      external += groups[from[i]] == groups[to[i]] ? 0 : weights[i];
    }
    this.external = external;
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    this.internal = all - external;
    int[] sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
    for (int group : groups) {
      sizes[group]++;
    }
    long within = 0;
    for (int size : sizes) {
      within += (long) size * (size - 1);
    }
    this.internalPairs = within;
    this.externalPairs = (long) groups.length * (groups.length - 1) - within;
    this.isDefined =
        weights.length >= ENOUGH_TIES && Arrays.stream(sizes).filter(s -> s >= 2).count() >= 2;
  }

  /**
   * {@return a new builder without ties}
   *
   * @param groups the group of each member, any number of at least 0
   * @throws IllegalArgumentException if a group is negative
   */
  public static Builder builder(int... groups) {
    for (int group : Objects.requireNonNull(groups, "groups")) {
      if (!(group >= 0)) {
        throw new IllegalArgumentException("group (" + group + ") must not be negative");
      }
    }
    return new Builder(groups.clone());
  }

  private double[] shuffle() {
    return isOfContacts()
        ? ShuffledContacts.values(from, to, contacts, SHUFFLES, SEED, this::indexOf)
        : new double[0];
  }

  private boolean isOfContacts() {
    return Arrays.stream(contacts).allMatch(count -> count > 0);
  }

  /** The index of contacts, each pair of which is one tie. */
  private double indexOf(int[] first, int[] second) {
    int[] lastFrom = new int[groups.length];
    Arrays.fill(lastFrom, -1);
    double outside = 0;
    double all = 0;
    for (int i = 0; i < first.length; i++) {
      if (lastFrom[second[i]] != first[i]) {
        lastFrom[second[i]] = first[i];
        all++;
        outside += groups[first[i]] == groups[second[i]] ? 0 : 1;
      }
    }
    return (2 * outside - all) / all;
  }

  /** {@return the number of ties, which are ordered pairs of members, at least 0} */
  public int ties() {
    return weights.length;
  }

  /** {@return the number of members that have a tie, at least 0} */
  public int members() {
    return groups.length;
  }

  /** {@return the weight of the ties between groups, at least 0} */
  public double external() {
    return external;
  }

  /** {@return the weight of the ties within groups, at least 0} */
  public double internal() {
    return internal;
  }

  /**
   * {@return whether the index is defined: false with fewer than 2 groups of 2 members with a tie,
   * or fewer than 10 ties}
   */
  public boolean isDefined() {
    return isDefined;
  }

  /** {@return the raw index, in [-1, 1]; NaN if it is undefined} */
  public double raw() {
    return isDefined ? index(external) : Double.NaN;
  }

  private double index(double externalWeight) {
    double all = external + internal;
    return (2 * externalWeight - all) / all;
  }

  /**
   * {@return the mean index by chance, in [-1, 1]: over 999 shuffles of the contacts, or fewer if
   * there are very many contacts; by the possible pairs if a tie has no contacts; NaN if it is
   * undefined, or there are more than 2 million contacts} It is computed once, in O(999 *
   * contacts).
   */
  public double expected() {
    if (!isDefined) {
      return Double.NaN;
    }
    return isOfContacts()
        ? Arrays.stream(shuffled.get()).average().orElse(Double.NaN)
        : (double) (externalPairs - internalPairs) / (externalPairs + internalPairs);
  }

  /**
   * {@return the smallest index that this number of ties can have: -1, or more if not all fit
   * within groups; NaN if it is undefined}
   */
  public double min() {
    return isDefined ? index(lightest(weights.length - internalPairs)) : Double.NaN;
  }

  /**
   * {@return the largest index that this number of ties can have: 1, or less if not all fit between
   * groups; NaN if it is undefined}
   */
  public double max() {
    return isDefined
        ? index(external + internal - lightest(weights.length - externalPairs))
        : Double.NaN;
  }

  private double lightest(long count) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += sorted[i];
    }
    return sum;
  }

  /**
   * {@return the index relative to chance and to its bounds: {@code (EI - expected) / (max -
   * expected)} above chance, {@code (EI - expected) / (expected - min)} below; in [-1, 1], where 0
   * is chance and -1 complete silos; NaN if it is undefined}
   */
  public double centred() {
    double above = raw() - expected();
    double room = above > 0 ? max() - expected() : expected() - min();
    // Where every pair has a tie there is no room at all, and nothing but rounding to differ by.
    return Math.abs(above) < TOLERANCE ? 0 : above / room;
  }

  /**
   * Returns the probability that chance takes the index at least this far from its expected value,
   * in either direction: the share of shuffles that do, with the actual contacts counted as one of
   * them.
   *
   * @return in (0, 1], at least 0.001, or more with over 16,000 contacts, since there are fewer
   *     shuffles then; NaN if it is undefined, if a tie has no contacts, and beyond 600,000
   *     contacts
   */
  public double pValue() {
    if (!(isDefined && shuffled.get().length >= ENOUGH_SHUFFLES)) {
      return Double.NaN;
    }
    double distance = Math.abs(raw() - expected()) - TOLERANCE;
    double asFar = 1;
    for (double index : shuffled.get()) {
      asFar += Math.abs(index - expected()) >= distance ? 1 : 0;
    }
    return asFar / (shuffled.get().length + 1);
  }

  /** Returns such as {@code E-I -0.63, by chance 0.35, centred -0.72, 817 ties}. */
  @Override
  public String toString() {
    String ties = NumberText.count(ties()) + (ties() == 1 ? " tie" : " ties");
    return isDefined
        ? "E-I "
            + NumberText.share(raw())
            + ", by chance "
            + NumberText.share(expected())
            + ", centred "
            + NumberText.share(centred())
            + ", "
            + ties
        : "E-I none (too few), " + ties;
  }

  /** Collects ties. */
  public static final class Builder {
    private record Tie(int from, int to, double weight, long contacts) {}

    private final int[] groups;
    private final List<Tie> ties = new ArrayList<>();

    private Builder(int[] groups) {
      this.groups = groups;
    }

    /**
     * Adds contacts of one member with another, such as replies. They make one tie of weight 1,
     * however many they are. Add each pair once, in each direction that has contacts.
     *
     * @param from a member, by its index in the groups
     * @param to another member
     * @param times the number of contacts, at least 1
     * @return this builder
     * @throws IllegalArgumentException if there is no such member, both are the same, or there are
     *     no contacts
     */
    public Builder contacts(int from, int to, long times) {
      if (!(times >= 1)) {
        throw new IllegalArgumentException("times (" + times + ") must be at least 1");
      }
      return add(from, to, 1, times);
    }

    /**
     * Adds a tie from one member to another that is not made of contacts. Add each pair once, in
     * each direction that has a tie.
     *
     * @param from a member, by its index in the groups
     * @param to another member
     * @param weight the weight, above 0 and finite
     * @return this builder
     * @throws IllegalArgumentException if there is no such member, both are the same, or the weight
     *     is out of range
     */
    public Builder tie(int from, int to, double weight) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight (" + weight + ") must be above 0 and finite");
      }
      return add(from, to, weight, 0);
    }

    private Builder add(int from, int to, double weight, long contacts) {
      requireMember("from", from);
      requireMember("to", to);
      if (from == to) {
        throw new IllegalArgumentException(
            "to (" + to + ") must be another member than from; leave ties to oneself out");
      }
      ties.add(new Tie(from, to, weight, contacts));
      return this;
    }

    private void requireMember(String name, int member) {
      if (!(member >= 0 && member < groups.length)) {
        throw new IllegalArgumentException(
            name + " (" + member + ") must lie in [0, " + (groups.length - 1) + "]");
      }
    }

    /** {@return the index of the ties added so far} */
    public EIIndex build() {
      int[] place = new int[groups.length];
      for (Tie tie : ties) {
        place[tie.from] = 1;
        place[tie.to] = 1;
      }
      int[] tied = new int[groups.length];
      int members = 0;
      for (int i = 0; i < groups.length; i++) {
        if (place[i] == 1) {
          tied[members] = groups[i];
          place[i] = members++;
        }
      }
      // In order, so that the shuffles do not depend on who was added first.
      List<Tie> sorted =
          ties.stream()
              .sorted(Comparator.comparingInt(Tie::from).thenComparingInt(Tie::to))
              .toList();
      int[] from = sorted.stream().mapToInt(tie -> place[tie.from]).toArray();
      int[] to = sorted.stream().mapToInt(tie -> place[tie.to]).toArray();
      double[] weights = sorted.stream().mapToDouble(Tie::weight).toArray();
      long[] contacts = sorted.stream().mapToLong(Tie::contacts).toArray();
      return new EIIndex(dense(Arrays.copyOf(tied, members)), from, to, weights, contacts);
    }

    /** Numbers the groups from 0, so that counting them takes no more room than needed. */
    private static int[] dense(int[] groups) {
      int[] known = Arrays.stream(groups).distinct().sorted().toArray();
      return Arrays.stream(groups).map(g -> Arrays.binarySearch(known, g)).toArray();
    }

    @Override
    public String toString() {
      return groups.length + " members, " + ties.size() + " ties";
    }
  }
}
