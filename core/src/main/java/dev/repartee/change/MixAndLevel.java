package dev.repartee.change;

import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the difference of a share between two windows comes from, by the keys of a dimension: from
 * the <b>mix</b>, such as more of a kind that is answered less, or from the <b>level</b>, such as
 * the same kind being answered less.
 *
 * <p>Let w be a key's share of all trials and p the share of successes among its trials, in windows
 * 1 and 2, and let P be the mean of the two windows' shares over all keys. Then
 *
 * <pre>
 * level = (w1 + w2) / 2 * (p2 - p1)
 * mix   = (w2 - w1) * ((p1 + p2) / 2 - P)
 * </pre>
 *
 * <p>and all parts add up to the difference exactly, with nothing left over. Subtracting P changes
 * no sum, and makes the mix of each key readable: it is negative if a key below the mean has grown.
 *
 * <p>In this example the share answered rises from 0.90 to 0.96 for chat and from 0.40 to 0.50 for
 * mail, while mail grows from 200 to 700 of 1,000 messages:
 *
 * <pre>
 * -16.2 points by channel: mix -24.0, level +7.8
 * channel   weight  after  share  after    mix  level    sum
 * chat        0.80   0.30   0.90   0.96  -10.5   +3.3   -7.2
 * mail        0.20   0.70   0.40   0.50  -13.5   +4.5   -9.0
 * together                  0.80   0.64  -24.0   +7.8  -16.2
 * </pre>
 *
 * <p><b>A key that is in only one window</b> has no share in the other, so its level cannot have
 * changed: it is 0 and has no interval. The key contributes only to the mix, with the share that is
 * known.
 *
 * <p><b>Intervals</b> are by replicates: each group of people, conversations or weeks is left out
 * of both windows at once, so the intervals account for the same people being in both ({@link
 * dev.repartee.stats.Replicates}). The parts of a key that lies in few groups use the quantile for
 * those few. A key that vanishes from a window when a group is left out has no interval; the sums
 * over all keys have one. The intervals of the keys are not adjusted for the number of keys.
 *
 * <p>It describes what changed together, not causes: mail may have grown because chat was closed.
 *
 * <pre>{@code
 * Measure<Breakdown<DialogueSummary>> byChannel = Dialogue.standard().by(Dimension.CHANNEL);
 * Breakdown<DialogueSummary> then = log.between("2026-01-01", "2026-01-15").measure(byChannel);
 * Breakdown<DialogueSummary> now = log.between("2026-01-15", "2026-01-29").measure(byChannel);
 * var change = dev.repartee.change.MixAndLevel.of(then, now, DialogueSummary::twoWay);
 * change.difference();   // NaN (nothing after)
 * }</pre>
 *
 * <p>Source: E. M. Kitagawa, 1955, "Components of a Difference Between Two Rates", Journal of the
 * American Statistical Association 50.
 *
 * <p>Immutable. It takes time in proportion to the number of keys and of replicate groups.
 *
 * <p>Guide: {@code core/docs/guide/metrics/change.md}.
 */
public final class MixAndLevel {
  private static final int SHOWN = 6;

  private final String dimension;
  private final String what;
  private final List<Part> parts;
  private final List<String> leftOut;
  private final double before;
  private final double after;
  private final Estimate difference;
  private final Estimate mix;
  private final Estimate level;
  private final Estimate pooled;

  private MixAndLevel(String dimension, String what, List<Kind> all, Estimate pooled) {
    Kinds kinds =
        new Kinds(all.stream().filter(kind -> !kind.isEmpty() && !kind.isUnknown()).toList());
    this.dimension = dimension;
    this.what = what;
    this.parts = kinds.parts();
    this.leftOut = all.stream().filter(Kind::isUnknown).map(Kind::name).toList();
    this.before = kinds.before();
    this.after = kinds.after();
    this.difference = kinds.difference();
    this.mix = kinds.mix();
    this.level = kinds.level();
    this.pooled = pooled;
  }

  static MixAndLevel of(String dimension, List<Kind> kinds) {
    return new MixAndLevel(dimension, "the share", kinds, new Kinds(kinds).difference());
  }

  /**
   * Returns where the difference of a share between two windows comes from.
   *
   * @param before the first window, by the keys of a dimension
   * @param after the second window, of the same measure by the same dimension
   * @param share the share in a summary, such as {@code DialogueSummary::twoWay}; trials treated as
   *     independent give no intervals
   * @param <S> the summary of a key
   * @return the parts of the difference after minus before; undefined if a window has no trials
   * @throws IllegalArgumentException if the two are of different measures or dimensions
   */
  public static <S extends Summary<S>> MixAndLevel of(
      Breakdown<S> before, Breakdown<S> after, Function<? super S, Proportion> share) {
    List<Kind> kinds = kinds(before, after, summary -> Side.of(share.apply(summary)));
    Estimate pooled =
        Difference.of(
            share.apply(after.total()).replicated(), share.apply(before.total()).replicated());
    return new MixAndLevel(before.dimensionName(), "the share", kinds, pooled);
  }

  /**
   * Returns where the difference of the probability of an answer within a time comes from. The
   * share of a key is its {@link ResponseSummary#within}, by Kaplan and Meier, and its weight is
   * its share of the exchanges.
   *
   * <p>The share over all keys is thus the mean of their shares, weighted by exchanges. If some are
   * still waiting, it may differ slightly from the curve of everything together: that curve assumes
   * that they will be answered like everybody, this mean that they will be answered like the others
   * of their key. {@link #pooled} is the difference by the former.
   *
   * @param before the first window, by the keys of a dimension of the anchor
   * @param after the second window, of the same measure by the same dimension
   * @param time the time, inclusive
   * @return the parts of the difference after minus before; undefined if a window has no exchanges.
   *     A key for which nobody was watched that long in a window is {@link #leftOut}
   * @throws IllegalArgumentException if the two are of different measures or dimensions, or the
   *     time is negative
   * @throws IllegalStateException if a part was selected by who answered
   */
  public static MixAndLevel within(
      Breakdown<ResponseSummary> before, Breakdown<ResponseSummary> after, Duration time) {
    return within(before, after, response -> response, time);
  }

  /**
   * Returns the same for waits that were measured together with other things.
   *
   * @param before the first window, by the keys of a dimension of the anchor
   * @param after the second window, of the same measure by the same dimension
   * @param response the waits in a summary, such as {@code results -> results.get(responseTime)}
   * @param time the time, inclusive
   * @param <S> the summary of a key
   * @return as {@link #within(Breakdown, Breakdown, Duration)}
   * @throws IllegalArgumentException if the two are of different measures or dimensions, or the
   *     time is negative
   * @throws IllegalStateException if a part was selected by who answered
   */
  public static <S extends Summary<S>> MixAndLevel within(
      Breakdown<S> before,
      Breakdown<S> after,
      Function<? super S, ResponseSummary> response,
      Duration time) {
    List<Kind> kinds =
        kinds(before, after, summary -> Side.within(response.apply(summary).curve(), time));
    SurvivalCurve now = response.apply(after.total()).curve();
    SurvivalCurve then = response.apply(before.total()).curve();
    return new MixAndLevel(
        before.dimensionName(),
        "the share answered within " + DurationText.of(time),
        kinds,
        Difference.of(now.withinReplicated(time), then.withinReplicated(time)));
  }

  private static <S extends Summary<S>> List<Kind> kinds(
      Breakdown<S> before, Breakdown<S> after, Function<? super S, Side> side) {
    String first = before.origin().measure();
    String second = after.origin().measure();
    if (!first.equals(second)) {
      throw new IllegalArgumentException(
          "after ("
              + second
              + ") must be of the same measure and dimension as before ("
              + first
              + "); measure both windows with the same");
    }
    Set<List<String>> keys =
        ImmutableSortedSet.orderedBy(Comparator.<List<String>, String>comparing(Object::toString))
            .addAll(before.keys())
            .addAll(after.keys())
            .build();
    List<Kind> kinds = new ArrayList<>();
    for (List<String> key : keys) {
      kinds.add(new Kind(key, side(before, key, side), side(after, key, side)));
    }
    return kinds;
  }

  private static <S extends Summary<S>> Side side(
      Breakdown<S> window, List<String> key, Function<? super S, Side> side) {
    return window.find(key.toArray(String[]::new)).<Side>map(side).orElse(Side.NOTHING);
  }

  /** {@return the share before, over all keys, in [0, 1]; NaN if there is none} */
  public double before() {
    return before;
  }

  /** {@return the share after, over all keys, in [0, 1]; NaN if there is none} */
  public double after() {
    return after;
  }

  /**
   * {@return the share after minus the share before, over all keys, in [-1, 1], with its interval
   * by {@link Difference}; undefined if a window has none, as the note says}
   */
  public Estimate difference() {
    return difference;
  }

  /**
   * {@return the part of the difference due to the mix, summed over all keys, with its interval;
   * undefined if the difference is}
   */
  public Estimate mix() {
    return mix;
  }

  /**
   * {@return the part of the difference due to the level, summed over all keys, with its interval;
   * undefined if the difference is} Mix and level add up to the difference.
   */
  public Estimate level() {
    return level;
  }

  /**
   * {@return the difference of everything together, regardless of keys: equal to {@link
   * #difference} for shares, which count every trial; for probabilities of an answer, that of the
   * curves of all exchanges, which may differ slightly}
   */
  public Estimate pooled() {
    return pooled;
  }

  /** {@return the parts, one for each key, in the order of the keys, as an immutable list} */
  public List<Part> parts() {
    return parts;
  }

  /**
   * {@return the keys that are left out because their share in a window is unknown, since nobody
   * was watched that long; empty for shares}
   */
  public List<String> leftOut() {
    return leftOut;
  }

  /**
   * {@return whether the whole falls although every key that is in both windows rises, or the other
   * way around (Simpson's paradox); false if the difference is undefined or 0} It describes the
   * observed values, whether or not they are significant.
   */
  public boolean isReversed() {
    List<Part> lasting = parts.stream().filter(Part::isInBoth).toList();
    return !lasting.isEmpty()
        && lasting.stream().allMatch(part -> part.level().value() * difference.value() < 0);
  }

  /**
   * {@return one or two sentences that say where the difference comes from, with the numbers of the
   * {@link #table}}
   *
   * <p>Such as {@code The share is higher for every channel, yet lower overall, 0.64 after 0.80:
   * mail, where it is lower, grew from 0.20 to 0.70 of all.}
   */
  public String sentence() {
    return new MixWords(this, what, dimension, points()).text();
  }

  /**
   * {@return all parts as a readable table, in percentage points: for each key its weight and its
   * share before and after, and the contributions of mix and level} The parts are rounded by
   * largest remainder, so that rows and columns add up to the last digit.
   */
  public String table() {
    return table(parts.size());
  }

  /**
   * {@return the same table with only the keys that contribute most, and one line for all others
   * together, so that it still adds up}
   *
   * @param most the number of keys, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public String table(int most) {
    if (!(most >= 1 || most == parts.size())) {
      throw new IllegalArgumentException("most (" + most + ") must be at least 1");
    }
    return points().table(most).toString();
  }

  private PointsTable points() {
    return PointsTable.of(this, dimension);
  }

  @Override
  public String toString() {
    if (!difference.isDefined()) {
      return Brief.headline("mix and level: " + difference.note()) + "\n" + sentence();
    }
    PointsTable points = points();
    return Brief.cut(
        Brief.headline(points.headline(" by " + dimension), points.headline(""))
            + "\n"
            + points.table(SHOWN)
            + "\n"
            + points.intervals()
            + "\n"
            + sentence());
  }

  /**
   * The contribution of one key to the difference. Numbers are shares, not percentage points.
   *
   * @param key its texts
   * @param weightBefore its share of all trials before, in [0, 1]; NaN without trials
   * @param weightAfter the same after
   * @param shareBefore its share of successes before, in [0, 1]; NaN without trials
   * @param shareAfter the same after
   * @param mix the contribution of its growth or decline, in [-1, 1]
   * @param level the contribution of its share, in [-1, 1]; 0 without an interval if it is in only
   *     one window
   */
  public record Part(
      List<String> key,
      double weightBefore,
      double weightAfter,
      double shareBefore,
      double shareAfter,
      Estimate mix,
      Estimate level) {
    /**
     * Copies the key.
     *
     * @param key its texts
     * @param weightBefore its share of all trials before
     * @param weightAfter the same after
     * @param shareBefore its share of successes before
     * @param shareAfter the same after
     * @param mix the contribution of its growth or decline
     * @param level the contribution of its share
     */
    public Part {
      key = List.copyOf(key);
    }

    /** {@return the key as one text: its texts, separated by a comma and a space} */
    public String name() {
      return String.join(", ", key);
    }

    /** {@return whether it has a share in both windows; false if it is new or gone} */
    public boolean isInBoth() {
      return weightBefore > 0 && weightAfter > 0;
    }

    /** {@return the sum of mix and level, in [-1, 1]; NaN if they are undefined} */
    public double sum() {
      return mix.value() + level.value();
    }

    @Override
    public String toString() {
      return Brief.headline(
          name() + ": mix " + mix + ", level " + level,
          name()
              + ": mix "
              + NumberText.share(mix.value())
              + ", level "
              + NumberText.share(level.value()));
    }
  }
}
