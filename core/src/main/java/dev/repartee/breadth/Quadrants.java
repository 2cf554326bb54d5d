package dev.repartee.breadth;

import com.google.common.math.Quantiles;
import dev.repartee.breadth.BreadthSummary.BrandBreadth;
import dev.repartee.internal.text.Brief;
import dev.repartee.stats.Association;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Organizations compared by how broadly and how deeply they engage.
 *
 * <p>An organization is broad if its number of channels reaches the cut, 7 by default. It is deep
 * if its depth lies above the average of its peers, the mean by default; one exactly at the average
 * is not deep, and is {@linkplain #isTie flagged}. An organization without a known depth is in no
 * quadrant and does not enter the average; an organization without peers is in no quadrant either.
 * The cut is a convention: {@link #movedBy} shows how many organizations another cut would move.
 *
 * <pre>{@code
 * Quadrants q =
 *     Quadrants.of(
 *         java.util.List.of(
 *             new BreadthSummary.BrandBreadth("a", 11, 9.0), new BreadthSummary.BrandBreadth("b", 9, 2.0),
 *             new BreadthSummary.BrandBreadth("c", 3, 8.0), new BreadthSummary.BrandBreadth("d", 2, 1.0)));
 * q.get("a");        // Optional[MAVEN]
 * q.movedBy(1);      // 0
 * q.byMedian().withCut(3).get("c");   // Optional[MAVEN]
 * }</pre>
 *
 * <p>Immutable; the methods return copies with one option changed.
 *
 * <p>Guide: {@code core/docs/guide/metrics/breadth.md}.
 */
public final class Quadrants {
  private static final int CUT = 7;
  private static final int SHOWN = 8;

  /** Depths with a smaller relative difference are the same except for rounding. */
  private static final double ROUNDING = 1e-9;

  private final List<BrandBreadth> brands;
  private final int cut;
  private final boolean isByMedian;
  private final boolean isPerChannel;
  private final @Nullable Set<String> peers;

  private Quadrants(
      List<BrandBreadth> brands,
      int cut,
      boolean isByMedian,
      boolean isPerChannel,
      @Nullable Set<String> peers) {
    this.brands = brands;
    this.cut = cut;
    this.isByMedian = isByMedian;
    this.isPerChannel = isPerChannel;
    this.peers = peers;
  }

  /**
   * {@return the quadrants of some organizations}
   *
   * @param brands the organizations, each name once
   * @throws IllegalArgumentException if a name occurs twice
   */
  public static Quadrants of(List<BrandBreadth> brands) {
    List<BrandBreadth> sorted = new ArrayList<>(brands);
    sorted.sort(
        Comparator.comparingDouble((BrandBreadth b) -> Double.isNaN(b.depth()) ? 1 : -b.depth())
            .thenComparing(BrandBreadth::name));
    if (sorted.stream().map(BrandBreadth::name).distinct().count() != sorted.size()) {
      throw new IllegalArgumentException("brands must have different names: " + brands);
    }
    return new Quadrants(List.copyOf(sorted), CUT, false, false, null);
  }

  /**
   * {@return a copy with another number of channels from which an organization is broad}
   *
   * @param newCut the number, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public Quadrants withCut(int newCut) {
    if (!(newCut >= 1)) {
      throw new IllegalArgumentException("cut (" + newCut + ") must be at least 1");
    }
    return new Quadrants(brands, newCut, isByMedian, isPerChannel, peers);
  }

  /**
   * {@return a copy with the median as average, which a few very deep organizations do not raise}
   */
  public Quadrants byMedian() {
    return new Quadrants(brands, cut, true, isPerChannel, peers);
  }

  /** {@return a copy judged by the depth per channel} */
  public Quadrants perChannel() {
    return new Quadrants(brands, cut, isByMedian, true, peers);
  }

  /**
   * {@return a copy with the average over some organizations only, such as those of an industry}
   *
   * @param names the peers, at least one of which is here
   * @throws IllegalArgumentException if none of them is here
   */
  public Quadrants withPeers(String... names) {
    Set<String> newPeers = new TreeSet<>(Arrays.asList(names));
    if (brands.stream().noneMatch(brand -> newPeers.contains(brand.name()))) {
      throw new IllegalArgumentException(
          "names ("
              + newPeers
              + ") must hold an organization that is here: "
              + brands.stream().map(BrandBreadth::name).limit(SHOWN).toList());
    }
    return new Quadrants(brands, cut, isByMedian, isPerChannel, newPeers);
  }

  private double depth(BrandBreadth brand) {
    return isPerChannel ? brand.depthPerChannel() : brand.depth();
  }

  /** {@return the organizations, deepest first, as an immutable list} */
  public List<BrandBreadth> brands() {
    return brands;
  }

  /** {@return the average depth of the peers: the mean, or the median; NaN if no depth is known} */
  public double averageDepth() {
    double[] depths =
        brands.stream()
            .filter(brand -> peers == null || peers.contains(brand.name()))
            .mapToDouble(this::depth)
            .filter(depth -> !Double.isNaN(depth))
            .toArray();
    return isByMedian && depths.length > 0
        ? Quantiles.median().compute(depths)
        : Arrays.stream(depths).average().orElse(Double.NaN);
  }

  /**
   * {@return the quadrant of an organization; empty if its depth is not known, or if there is no
   * other organization with a known depth to compare it with}
   *
   * @param name its name
   * @throws IllegalArgumentException if it is not here
   */
  public Optional<Quadrant> get(String name) {
    return quadrant(brand(name), cut);
  }

  /**
   * Returns whether the depth of an organization equals the average.
   *
   * @param name its name
   * @return whether it narrowly misses being deep
   * @throws IllegalArgumentException if it is not here
   */
  public boolean isTie(String name) {
    return isTie(brand(name));
  }

  private boolean isTie(BrandBreadth brand) {
    return hasCompany(brand) && isOnAverage(brand);
  }

  private boolean isOnAverage(BrandBreadth brand) {
    double average = averageDepth();
    return Math.abs(depth(brand) - average) <= ROUNDING * average;
  }

  private BrandBreadth brand(String name) {
    return brands.stream()
        .filter(brand -> brand.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name ("
                        + name
                        + ") must be an organization that is here: "
                        + brands.stream().map(BrandBreadth::name).limit(SHOWN).toList()));
  }

  private Optional<Quadrant> quadrant(BrandBreadth brand, int atLeast) {
    double depth = depth(brand);
    return Double.isNaN(depth) || !hasCompany(brand)
        ? Optional.empty()
        : Optional.of(
            Quadrant.of(
                brand.channels() >= atLeast, depth > averageDepth() && !isOnAverage(brand)));
  }

  /** Whether there is another to compare with. */
  private boolean hasCompany(BrandBreadth brand) {
    return brands.stream()
        .filter(other -> peers == null || peers.contains(other.name()))
        .anyMatch(other -> !other.name().equals(brand.name()) && !Double.isNaN(depth(other)));
  }

  /**
   * Returns how many organizations would be in another quadrant with another cut.
   *
   * @param step what to add to the cut, such as 1 or -1
   * @return at least 0
   */
  public long movedBy(int step) {
    return brands.stream()
        .filter(brand -> !quadrant(brand, cut).equals(quadrant(brand, cut + step)))
        .count();
  }

  /**
   * {@return the association of depth and a custom outcome, such as growth of sales} It is an
   * association, not a cause.
   *
   * @param outcome the outcome by organization; organizations without both depth and outcome are
   *     left out
   * @throws IllegalArgumentException if an outcome is not finite
   */
  public Association association(Map<String, Double> outcome) {
    List<BrandBreadth> both = known(outcome);
    return Association.of(numbers(both, this::depth), numbers(both, b -> number(outcome, b)));
  }

  /**
   * Returns the association of depth and an outcome, controlling for the logarithm of how much
   * there is to answer: large brands have more of both.
   *
   * @param outcome the outcome by organization
   * @param volume the volume by organization, above 0, such as the number of messages
   * @return Pearson's partial correlation, over the organizations that have all three
   * @throws IllegalArgumentException if an outcome is not finite, or a volume is not above 0
   */
  public Estimate associationGivenVolume(Map<String, Double> outcome, Map<String, Double> volume) {
    List<BrandBreadth> all =
        known(outcome).stream().filter(brand -> volume.containsKey(brand.name())).toList();
    return Association.of(numbers(all, this::depth), numbers(all, b -> number(outcome, b)))
        .partial(numbers(all, b -> Math.log(number(volume, b))));
  }

  private List<BrandBreadth> known(Map<String, Double> outcome) {
    return brands.stream()
        .filter(brand -> !Double.isNaN(depth(brand)) && outcome.containsKey(brand.name()))
        .toList();
  }

  private static double number(Map<String, Double> numbers, BrandBreadth brand) {
    return numbers.getOrDefault(brand.name(), Double.NaN);
  }

  private static double[] numbers(
      List<BrandBreadth> brands, ToDoubleFunction<BrandBreadth> number) {
    return brands.stream().mapToDouble(number).toArray();
  }

  /** {@return a table with a line for each organization} */
  public String table() {
    return table(brands.size()) + "\n" + notes();
  }

  private String table(int rows) {
    TextTable table =
        TextTable.of("organization", "channels", "depth", "per channel", "quadrant", "");
    for (BrandBreadth brand : brands.subList(0, Math.min(rows, brands.size()))) {
      table.row(
          brand.name(),
          brand.channels(),
          brand.depth(),
          brand.depthPerChannel(),
          quadrant(brand, cut)
              .map(Quadrant::name)
              .orElse(Double.isNaN(depth(brand)) ? "not known" : "nobody beside it"),
          isTie(brand) ? "on the average" : "");
    }
    return table.toString();
  }

  private String notes() {
    return "broad from "
        + cut
        + " channels, deep above the "
        + (isByMedian ? "median " : "mean ")
        + (isPerChannel ? "per channel " : "")
        + NumberText.decimal(averageDepth())
        + (peers == null ? "" : " of " + peers.size() + " peers")
        + "\na cut at "
        + (cut - 1)
        + " would move "
        + movedBy(-1)
        + ", at "
        + (cut + 1)
        + " "
        + movedBy(1);
  }

  @Override
  public String toString() {
    String head =
        brands.size() + (brands.size() == 1 ? " organization" : " organizations") + " by breadth";
    String text =
        head
            + "\n"
            + table(SHOWN)
            + (brands.size() > SHOWN ? "\n… table() shows all" : "")
            + "\n"
            + notes();
    return Brief.cut(text);
  }

  /** How an organization engages: on many channels or few, deeply or not. */
  public enum Quadrant {
    /** On many channels and deeply. */
    MAVEN,
    /** On many channels but not deeply. */
    BUTTERFLY,
    /** On few channels but deeply. */
    SELECTIVE,
    /** On few channels and not deeply. */
    WALLFLOWER;

    static Quadrant of(boolean isBroad, boolean isDeep) {
      return isBroad ? isDeep ? MAVEN : BUTTERFLY : isDeep ? SELECTIVE : WALLFLOWER;
    }
  }
}
