package dev.repartee.scorecard;

import dev.repartee.internal.math.Notes;
import dev.repartee.internal.math.RandomWeights;
import dev.repartee.internal.text.Brief;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Replicated;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Organizations ranked by the weighted mean of the components that <em>all of them have</em>. A
 * component that any of them lacks is left out for all, and named.
 *
 * <p>The rank is by the total; equal totals share the better rank. Each rank comes with its {@link
 * RankInterval}, the ranks that chance leaves open: every two organizations are compared by the
 * jackknife of their difference, leaving people who deal with both out of both at once. {@link
 * #underWeights} gives the ranks under 1,000 sets of random weights around the given ones, from a
 * seed that is printed.
 *
 * <p>Immutable; computed in O(K^2) for K organizations.
 *
 * <p>Guide: {@code core/docs/guide/metrics/scorecard.md}.
 */
public final class Ranking {
  private static final long SEED = 2009;
  private static final int DRAWS = 1_000;
  private static final double CONCENTRATION = 20;
  private static final int SHOWN = 10;

  /**
   * One organization among others.
   *
   * @param organization its name
   * @param total its weighted mean, from 0 to 100
   * @param rank its rank by the total, from 1
   * @param interval the ranks that chance leaves open
   */
  public record Place(String organization, Estimate total, int rank, RankInterval interval) {
    @Override
    public String toString() {
      return rank + " " + interval + " " + organization + ", " + ScoreText.of(total);
    }
  }

  private final List<Scorecard> cards;
  private final Weights weights;
  private final List<Component> common;
  private final List<Place> places;

  private Ranking(
      List<Scorecard> cards, Weights weights, List<Component> common, List<Place> places) {
    this.cards = cards;
    this.weights = weights;
    this.common = common;
    this.places = places;
  }

  static Ranking of(List<Scorecard> cards, Weights weights) {
    Set<Component> shared = new LinkedHashSet<>(Arrays.asList(Component.values()));
    cards.forEach(card -> shared.retainAll(card.present(weights)));
    List<Component> common = cards.isEmpty() ? List.of() : List.copyOf(shared);
    if (common.isEmpty()) {
      return new Ranking(cards, weights, common, List.of());
    }
    List<Replicated> totals = cards.stream().map(card -> card.total(common, weights)).toList();
    List<RankInterval> intervals = RankInterval.of(totals);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      double own = totals.get(i).value();
      long before = totals.stream().filter(total -> total.value() > own).count();
      places.add(
          new Place(
              cards.get(i).organization(),
              Scorecard.bounded(totals.get(i).estimate()),
              (int) before + 1,
              intervals.get(i)));
    }
    places.sort(Comparator.comparingInt(Place::rank).thenComparing(Place::organization));
    return new Ranking(cards, weights, common, List.copyOf(places));
  }

  /**
   * {@return the organizations, best first, as an immutable list; empty if they have no component
   * in common}
   */
  public List<Place> places() {
    return places;
  }

  /**
   * {@return the place of an organization}
   *
   * @param organization its name
   * @throws IllegalArgumentException if it is not ranked
   */
  public Place get(String organization) {
    return places.stream()
        .filter(place -> place.organization().equals(organization))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "organization ("
                        + organization
                        + ") must be ranked: "
                        + places.stream().map(Place::organization).limit(SHOWN).toList()
                        + (common.isEmpty() ? "; no component is common to all" : "")));
  }

  /**
   * {@return the components used for ranking: those that all organizations have and that have a
   * weight above 0}
   */
  public List<Component> common() {
    return common;
  }

  /** {@return the components left out, each with the organizations that lack it} */
  public Map<Component, List<String>> leftOut() {
    Map<Component, List<String>> result = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      List<String> lacking =
          cards.stream()
              .filter(card -> card.component(component).isMissing())
              .map(Scorecard::organization)
              .toList();
      if (!lacking.isEmpty()) {
        result.put(component, lacking);
      }
    }
    return result;
  }

  /**
   * {@return how much each component influences the ranking: its weight times the standard
   * deviation of its scores over the organizations, scaled to sum to 1; NaN if nothing differs} A
   * component in which nobody differs has no influence, however large its weight.
   */
  public Map<Component, Double> effectiveWeights() {
    double[] own = weights.of(common);
    double[] products = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      products[i] = own[i] * deviation(scores(common.get(i)));
    }
    double sum = Arrays.stream(products).sum();
    Map<Component, Double> result = new EnumMap<>(Component.class);
    for (int i = 0; i < own.length; i++) {
      result.put(common.get(i), products[i] / sum);
    }
    return result;
  }

  private double[] scores(Component component) {
    return cards.stream().mapToDouble(card -> card.component(component).share().value()).toArray();
  }

  private static double deviation(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (numbers.length - 1.0));
  }

  /**
   * Returns the ranks of an organization under 1,000 sets of random weights around the given ones
   * (Dirichlet, concentration 20): the range of the middle 95 % of them.
   *
   * @param organization its name
   * @return the range, with the default seed
   * @throws IllegalArgumentException if it is not ranked
   */
  public RankInterval underWeights(String organization) {
    return underWeights(organization, SEED);
  }

  /**
   * Returns the ranks of an organization under 1,000 sets of random weights around the given ones.
   *
   * @param organization its name
   * @param seed the seed; the same seed gives the same weights
   * @return the range of the middle 95 % of its ranks
   * @throws IllegalArgumentException if it is not ranked
   */
  public RankInterval underWeights(String organization, long seed) {
    get(organization);
    return Objects.requireNonNull(underWeights(seed).get(organization));
  }

  /** The ranges of all organizations by name: O(K log K) for each draw. */
  private Map<String, RankInterval> underWeights(long seed) {
    double[][] scores = new double[common.size()][];
    Arrays.setAll(scores, i -> scores(common.get(i)));
    double[][] draws = RandomWeights.dirichlet(weights.of(common), CONCENTRATION, DRAWS, seed);
    int[][] ranks = new int[cards.size()][DRAWS];
    double[] totals = new double[cards.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = draws[draw];
      Arrays.setAll(totals, card -> -mean(scores, drawn, card));
      double[] sorted = totals.clone();
      Arrays.sort(sorted);
      for (int card = 0; card < totals.length; card++) {
        ranks[card][draw] = 1 + firstAtLeast(sorted, totals[card]);
      }
    }
    Map<String, RankInterval> ranges = new HashMap<>();
    int tail = DRAWS / 40;
    for (int card = 0; card < ranks.length; card++) {
      Arrays.sort(ranks[card]);
      ranges.put(
          cards.get(card).organization(),
          new RankInterval(ranks[card][tail], ranks[card][DRAWS - 1 - tail]));
    }
    return ranges;
  }

  /** The number of smaller values in a sorted array. */
  private static int firstAtLeast(double[] sorted, double number) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double mean(double[][] scores, double[] weights, int card) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * scores[i][card];
    }
    return sum;
  }

  /** {@return a table with a line for each organization, and what the ranks rest on} */
  public String table() {
    return table(places.size()) + "\n" + notes();
  }

  private String table(int rows) {
    TextTable table = TextTable.of("rank", "may be", "organization", "total", "by other weights");
    Map<String, RankInterval> otherwise = underWeights(SEED);
    for (Place place : places.subList(0, Math.min(rows, places.size()))) {
      table.row(
          place.rank(),
          place.interval(),
          place.organization(),
          ScoreText.of(place.total()),
          Objects.requireNonNull(otherwise.get(place.organization())));
    }
    return table.toString();
  }

  private String notes() {
    Map<Component, Double> weighed = effectiveWeights();
    String effective =
        weighed.values().stream().anyMatch(weight -> Double.isNaN(weight))
            ? "nothing"
            : weighed.entrySet().stream()
                .map(e -> e.getKey().label() + " " + ScoreText.number(100 * e.getValue()) + " %")
                .collect(Collectors.joining(", "));
    String left =
        leftOut().entrySet().stream()
            .map(e -> "\nleft out: " + e.getKey().label() + ", missing for " + names(e.getValue()))
            .collect(Collectors.joining());
    return "what differs: "
        + effective
        + "\nother weights: Dirichlet, seed "
        + SEED
        + left
        + (hasFewWeeks() ? "\nfew weeks: how alike waits of one week are is not seen" : "");
  }

  /**
   * {@return whether responding is among the components used and rests on fewer than 10 weeks for
   * one of the organizations} Waits of one week have much in common, and few weeks do not show how
   * much.
   */
  public boolean hasFewWeeks() {
    return common.contains(Component.RESPONDING)
        && cards.stream()
            .mapToInt(card -> card.component(Component.RESPONDING).share().replicates().weeks())
            .anyMatch(weeks -> weeks > 0 && weeks < Notes.ENOUGH_GROUPS);
  }

  private static String names(List<String> organizations) {
    return organizations.stream().limit(3).collect(Collectors.joining(", "))
        + (organizations.size() > 3 ? " and " + (organizations.size() - 3) + " more" : "");
  }

  @Override
  public String toString() {
    if (places.isEmpty()) {
      return "no ranking: no component is common to all";
    }
    String head =
        places.size()
            + (places.size() == 1 ? " organization by " : " organizations by ")
            + common.size()
            + (common.size() == 1 ? " component" : " components");
    return Brief.cut(head + "\n" + table(SHOWN) + "\n" + notes());
  }

  /**
   * The ranks that one among K totals may truly have: from 1 plus the number of others shown to be
   * better, to K minus the number shown to be worse.
   *
   * <p>Each is compared with each of the K - 1 others at a level of 0.05 / (K - 1), so that its
   * interval contains its true rank with a probability of at least 0.95 (Bonferroni). The interval
   * is based on differences, not on ranks of resampled data. Those almost never contain the truth
   * among equals, because what is first by chance is first in most samples.
   *
   * <pre>{@code
   * Replicated one = Replicated.constant(0.5);
   * Ranking.RankInterval.of(java.util.List.of(one, one, one));   // [1, 3] each: nothing is shown
   * }</pre>
   *
   * <p>A total that rests on fewer than 10 replicate groups is never shown to be better or worse
   * than another: a handful of people are often all treated alike by chance.
   *
   * <p>Source: D. Al Mohamad, J. J. Goeman, E. W. van Zwet, 2022, "Simultaneous Confidence
   * Intervals for Ranks with Application to Ranking Institutions"; the error of a difference is
   * that of {@link Replicated#minus}.
   *
   * @param best the best rank it may have, at least 1
   * @param worst the worst
   */
  public record RankInterval(int best, int worst) {
    private static final double LEVEL = 0.05;

    /**
     * Checks the ranks.
     *
     * @param best the best rank
     * @param worst the worst
     * @throws IllegalArgumentException if they are not {@code 1 <= best <= worst}
     */
    public RankInterval {
      if (!(best >= 1 && best <= worst)) {
        throw new IllegalArgumentException(
            "best (" + best + ") must be at least 1 and at most worst (" + worst + ")");
      }
    }

    /**
     * Returns the rank intervals of totals, of which the largest is best.
     *
     * @param totals each defined
     * @return as many, in the same order. O(K^2)
     * @throws IllegalArgumentException if one is not defined
     */
    public static List<RankInterval> of(List<Replicated> totals) {
      int all = totals.size();
      for (int i = 0; i < all; i++) {
        if (!totals.get(i).isDefined()) {
          throw new IllegalArgumentException(
              "totals (number " + i + " is not defined) must be defined; rank without it");
        }
      }
      List<Boolean> hasFewGroups =
          totals.stream().map(total -> total.estimate().hasFewGroups()).toList();
      int[] better = new int[all];
      int[] worse = new int[all];
      double level = LEVEL / Math.max(1, all - 1);
      for (int i = 0; i < all; i++) {
        for (int j = i + 1; j < all; j++) {
          if (hasFewGroups.get(i) || hasFewGroups.get(j)) {
            continue; // the few may all be alike by chance, which looks like certainty
          }
          Replicated difference = totals.get(i).minus(totals.get(j));
          if (difference.pValue(0) < level) {
            boolean isFirstBetter = difference.value() > 0;
            better[isFirstBetter ? j : i]++;
            worse[isFirstBetter ? i : j]++;
          }
        }
      }
      List<RankInterval> intervals = new ArrayList<>();
      for (int i = 0; i < all; i++) {
        intervals.add(new RankInterval(1 + better[i], all - worse[i]));
      }
      return intervals;
    }

    /**
     * {@return whether a rank lies in the interval}
     *
     * @param rank the rank
     */
    public boolean contains(int rank) {
      return rank >= best && rank <= worst;
    }

    @Override
    public String toString() {
      return "[" + best + ", " + worst + "]";
    }
  }
}
