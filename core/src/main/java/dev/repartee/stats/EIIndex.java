package dev.repartee.stats;

import dev.repartee.internal.math.SplitMix;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Whether ties stay within groups: the E-I index, with what chance would make of it.
 *
 * <p>With E the weight of ties between groups and I that of ties within, {@code EI = (E - I)/(E +
 * I)}: -1 where every tie stays within a group, 1 where every tie leaves it. How large it is by
 * chance depends on the sizes of the groups: where X of the possible pairs lie between groups and P
 * within, {@code (X - P)/(X + P)} is expected. Where ties are more than there are pairs within (or
 * between), not even -1 (or 1) can be reached: the bounds are what the same ties would give, laid
 * on the possible pairs as one likes. {@link #centred()} sees all this: 0 is chance, -1 complete
 * silos, 1 the opposite.
 *
 * <pre>{@code
 * EIIndex.Builder ties = EIIndex.builder(0, 0, 0, 1, 1, 1);   // two groups of 3
 * for (int i = 0; i < 6; i++) {
 *   ties.tie(i, i / 3 * 3 + (i + 1) % 3, 1).tie(i, i / 3 * 3 + (i + 2) % 3, 1);
 * }
 * EIIndex silos = ties.build();   // E-I -1.00, by chance 0.20, centred -1.00, 12 ties
 * silos.pValue(9_999, 2009);               // 0.099…: few members, so that chance may do it
 * }</pre>
 *
 * <p>Members without a tie tell nothing and do not enter: X and P are of those with a tie, whose
 * labels are also the ones permuted. Undefined with fewer than 2 groups of 2 such members each, or
 * fewer than 10 ties.
 *
 * <p>Source: D. Krackhardt, R. N. Stern, 1988, "Informal Networks and Organizational Crises"; the
 * permutation test: S. P. Borgatti, M. G. Everett, L. C. Freeman, UCINET.
 *
 * <p>Immutable.
 */
public final class EIIndex {
  private static final int ENOUGH_TIES = 10;

  /** Indices that differ by less do so by rounding. */
  private static final double TOLERANCE = 1e-9;

  /** The groups of the members with a tie, and the ties between these members by number. */
  private final int[] groups;

  private final int[] from;
  private final int[] to;
  private final double[] weights;
  private final double external;
  private final double internal;
  private final long externalPairs;
  private final long internalPairs;
  private final boolean isDefined;

  private EIIndex(int[] groups, int[] from, int[] to, double[] weights) {
    this.groups = groups;
    this.from = from;
    this.to = to;
    this.weights = weights;
    this.external = external(groups);
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
   * Returns a builder of the index.
   *
   * @param groups the group of each member: any number of at least 0
   * @return a builder without ties
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

  private double external(int[] labels) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += labels[from[i]] == labels[to[i]] ? 0 : weights[i];
    }
    return sum;
  }

  /**
   * Returns the number of ties: ordered pairs of members that have one.
   *
   * @return at least 0
   */
  public int ties() {
    return weights.length;
  }

  /**
   * Returns the number of members that have a tie.
   *
   * @return at least 0
   */
  public int members() {
    return groups.length;
  }

  /**
   * Returns the weight of the ties between groups.
   *
   * @return at least 0
   */
  public double external() {
    return external;
  }

  /**
   * Returns the weight of the ties within groups.
   *
   * @return at least 0
   */
  public double internal() {
    return internal;
  }

  /**
   * Returns whether there is enough to tell.
   *
   * @return false with fewer than 2 groups of 2 members with a tie, or fewer than 10 ties
   */
  public boolean isDefined() {
    return isDefined;
  }

  /**
   * Returns the index as it is.
   *
   * @return in [-1, 1]; NaN where it is undefined
   */
  public double raw() {
    return isDefined ? index(external) : Double.NaN;
  }

  private double index(double externalWeight) {
    double all = external + internal;
    return (2 * externalWeight - all) / all;
  }

  /**
   * Returns the index that chance gives on average.
   *
   * @return in [-1, 1]; NaN where it is undefined
   */
  public double expected() {
    return isDefined
        ? (double) (externalPairs - internalPairs) / (externalPairs + internalPairs)
        : Double.NaN;
  }

  /**
   * Returns the smallest index that so many ties can have.
   *
   * @return -1, or more where not all fit within groups; NaN where it is undefined
   */
  public double min() {
    return isDefined ? index(lightest(weights.length - internalPairs)) : Double.NaN;
  }

  /**
   * Returns the largest index that so many ties can have.
   *
   * @return 1, or less where not all fit between groups; NaN where it is undefined
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
   * Returns the index set off against chance and what is possible: {@code (EI - expected) / (max -
   * expected)} above chance, {@code (EI - expected) / (expected - min)} below.
   *
   * @return in [-1, 1]: 0 chance, -1 complete silos; NaN where it is undefined
   */
  public double centred() {
    double above = raw() - expected();
    double room = above > 0 ? max() - expected() : expected() - min();
    // Where every pair has a tie there is no room at all, and nothing but rounding to differ by.
    return Math.abs(above) < TOLERANCE ? 0 : above / room;
  }

  /**
   * Returns how likely chance is to take the index at least so far from what is expected, in either
   * direction: the share of permutations of the labels that do, the labels as they are counted in.
   *
   * @param permutations how many, at least 1, such as 9,999
   * @param seed the seed; permutation i depends on it and on i alone
   * @return in (0, 1]; NaN where it is undefined; O(permutations * (ties + members))
   * @throws IllegalArgumentException if {@code permutations} is less than 1
   */
  public double pValue(int permutations, long seed) {
    if (!(permutations >= 1)) {
      throw new IllegalArgumentException("permutations (" + permutations + ") must be at least 1");
    }
    if (!isDefined) {
      return Double.NaN;
    }
    double distance = Math.abs(raw() - expected()) - TOLERANCE;
    long asFar = 1;
    int[] labels = new int[groups.length];
    for (int i = 0; i < permutations; i++) {
      System.arraycopy(groups, 0, labels, 0, labels.length);
      new SplitMix(seed, i).shuffle(labels, labels.length);
      asFar += Math.abs(index(external(labels)) - expected()) >= distance ? 1 : 0;
    }
    return asFar / (permutations + 1.0);
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
    private record Tie(int from, int to, double weight) {}

    private final int[] groups;
    private final List<Tie> ties = new ArrayList<>();

    private Builder(int[] groups) {
      this.groups = groups;
    }

    /**
     * Adds a tie from one member to another; a pair is to be added once, in each direction that has
     * a tie.
     *
     * @param from a member: its place among the groups
     * @param to another member
     * @param weight above 0 and finite
     * @return this builder
     * @throws IllegalArgumentException if there is no such member, both are the same, or the weight
     *     is out of range
     */
    public Builder tie(int from, int to, double weight) {
      requireMember("from", from);
      requireMember("to", to);
      if (from == to) {
        throw new IllegalArgumentException(
            "to (" + to + ") must be another member than from; leave ties to oneself out");
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight (" + weight + ") must be above 0 and finite");
      }
      ties.add(new Tie(from, to, weight));
      return this;
    }

    private void requireMember(String name, int member) {
      if (!(member >= 0 && member < groups.length)) {
        throw new IllegalArgumentException(
            name + " (" + member + ") must lie in [0, " + (groups.length - 1) + "]");
      }
    }

    /**
     * Returns the index.
     *
     * @return the index of the ties added so far
     */
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
      int[] from = ties.stream().mapToInt(tie -> place[tie.from]).toArray();
      int[] to = ties.stream().mapToInt(tie -> place[tie.to]).toArray();
      double[] weights = ties.stream().mapToDouble(Tie::weight).toArray();
      return new EIIndex(dense(Arrays.copyOf(tied, members)), from, to, weights);
    }

    /** Numbers the groups from 0, so that counting them takes no more room than there are. */
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
