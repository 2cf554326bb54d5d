package dev.repartee.change;

import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Replicated;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All kinds of two windows, and what the difference owes to each. */
final class Kinds {
  private final List<Kind> kinds;

  /** Of each kind its size and share before, and after. */
  private final List<Replicated> numbers;

  private final Replicated before;
  private final Replicated after;
  private final Replicated sizeBefore;
  private final Replicated sizeAfter;

  /** Takes kinds of which each has a share in the windows that it is in. */
  Kinds(List<Kind> kinds) {
    this.kinds = kinds;
    this.numbers =
        kinds.stream()
            .flatMap(kind -> Stream.of(kind.before(), kind.after()))
            .flatMap(side -> Stream.of(side.size(), side.share()))
            .toList();
    this.before = combined(each -> Sums.of(each).before());
    this.after = combined(each -> Sums.of(each).after());
    this.sizeBefore = combined(each -> Sums.of(each).sizeBefore);
    this.sizeAfter = combined(each -> Sums.of(each).sizeAfter);
  }

  private Replicated combined(ToDoubleFunction<double[]> statistic) {
    return numbers.isEmpty() ? Replicated.undefined() : Replicated.combine(numbers, statistic);
  }

  double before() {
    return before.value();
  }

  double after() {
    return after.value();
  }

  Estimate difference() {
    return explained(
        Difference.of(after, before).ofWeeks(after.minus(before).replicates().weeks()));
  }

  Estimate mix() {
    return explained(estimate(combined(each -> Sums.of(each).mix())));
  }

  Estimate level() {
    return explained(estimate(combined(each -> Sums.of(each).level())));
  }

  /** The estimate, or why there is none. */
  private Estimate explained(Estimate estimate) {
    return estimate.isDefined() ? estimate : Estimate.undefined(missing());
  }

  private String missing() {
    boolean hasBefore = sizeBefore.value() > 0;
    boolean hasAfter = sizeAfter.value() > 0;
    return hasBefore ? "nothing after" : hasAfter ? "nothing before" : Notes.NO_DATA;
  }

  List<Part> parts() {
    return kinds.stream().map(this::part).toList();
  }

  private Part part(Kind kind) {
    return new Part(
        kind.key(),
        kind.before().size().value() / sizeBefore.value(),
        kind.after().size().value() / sizeAfter.value(),
        kind.before().share().value(),
        kind.after().share().value(),
        explained(known(combined(kind, KindNumbers::mix), groups(kind))),
        explained(level(kind)));
  }

  private Estimate level(Kind kind) {
    Estimate level = known(combined(kind, KindNumbers::level), groups(kind));
    boolean isOnce = kind.before().isEmpty() || kind.after().isEmpty();
    return isOnce && level.isDefined()
        ? Estimate.withoutInterval(
            0, level.groups(), kind.before().isEmpty() ? "only after" : "only before")
        : level;
  }

  /** What is made of one kind; undefined where it is gone from a window without a group. */
  private Replicated combined(Kind kind, ToDoubleFunction<KindNumbers> statistic) {
    boolean isBefore = !kind.before().isEmpty();
    boolean isAfter = !kind.after().isEmpty();
    return Replicated.combine(
        List.of(
            kind.before().size(),
            kind.before().share(),
            kind.after().size(),
            kind.after().share(),
            sizeBefore,
            sizeAfter,
            before,
            after),
        each -> {
          KindNumbers one = KindNumbers.of(each, 0, each[4], each[5]);
          return one.isBefore() == isBefore && one.isAfter() == isAfter
              ? statistic.applyAsDouble(one.around((each[6] + each[7]) / 2))
              : Double.NaN;
        });
  }

  /** In how many groups the kind lies, of the grouping that rules, on the side that has fewer. */
  private static int groups(Kind kind) {
    Replicated then = kind.before().share();
    Replicated now = kind.after().share();
    int both = kind.before().isEmpty() || kind.after().isEmpty() ? 0 : groups(now.minus(then));
    return Stream.of(then, now)
        .filter(share -> share.isDefined() && !share.replicates().isByWeek())
        .mapToInt(Kinds::groups)
        .reduce(both == 0 ? Integer.MAX_VALUE : both, Math::min);
  }

  private static int groups(Replicated share) {
    return share.replicates().groups();
  }

  private static Estimate estimate(Replicated number) {
    return number.estimate().ofWeeks(number.replicates().weeks());
  }

  /**
   * The estimate of what rests on few groups, though all groups are left out in turn: those that
   * hold nothing of the kind say nothing of it.
   */
  private static Estimate known(Replicated number, int groups) {
    Estimate estimate = estimate(number);
    if (!estimate.hasInterval() || groups >= estimate.groups()) {
      return estimate;
    }
    if (groups < 2) {
      return Estimate.withoutInterval(estimate.value(), groups, Notes.FEW_GROUPS);
    }
    double value = estimate.value();
    double error = estimate.standardError();
    double half = error * Distributions.studentFactor(estimate.level(), groups - 1.0);
    return Estimate.of(
            value, error, new Interval(value - half, value + half), estimate.level(), groups)
        .ofWeeks(estimate.weeks());
  }

  /** The numbers of one kind in both windows. */
  private record KindNumbers(
      double weightBefore, double weightAfter, double before, double after, double middle) {
    static final int COUNT = 4;

    /** From the numbers in their order, without the middle. */
    static KindNumbers of(double[] each, int from, double sizeBefore, double sizeAfter) {
      return new KindNumbers(
          each[from] / sizeBefore, each[from + 2] / sizeAfter, each[from + 1], each[from + 3], 0);
    }

    KindNumbers around(double newMiddle) {
      return new KindNumbers(weightBefore, weightAfter, before, after, newMiddle);
    }

    boolean isBefore() {
      return weightBefore > 0;
    }

    boolean isAfter() {
      return weightAfter > 0;
    }

    /** Where a window has none, the share of the other stands for both. */
    private double shareBefore() {
      return isBefore() ? before : after;
    }

    private double shareAfter() {
      return isAfter() ? after : before;
    }

    double partBefore() {
      return isBefore() ? weightBefore * before : 0;
    }

    double partAfter() {
      return isAfter() ? weightAfter * after : 0;
    }

    double level() {
      return (weightBefore + weightAfter) / 2 * (shareAfter() - shareBefore());
    }

    double mix() {
      return (weightAfter - weightBefore) * ((shareBefore() + shareAfter()) / 2 - middle);
    }
  }

  /** Sums over all kinds, with or without a group. */
  private static final class Sums {
    private final double[] each;
    private final double sizeBefore;
    private final double sizeAfter;

    private Sums(double[] each) {
      this.each = each;
      this.sizeBefore = size(0);
      this.sizeAfter = size(2);
    }

    static Sums of(double[] each) {
      return new Sums(each);
    }

    private double size(int side) {
      double sum = 0;
      for (int from = side; from < each.length; from += KindNumbers.COUNT) {
        sum += each[from];
      }
      return sum;
    }

    private double sum(ToDoubleFunction<KindNumbers> number) {
      return IntStream.range(0, each.length / KindNumbers.COUNT)
          .mapToObj(i -> KindNumbers.of(each, i * KindNumbers.COUNT, sizeBefore, sizeAfter))
          .filter(kind -> kind.isBefore() || kind.isAfter())
          .mapToDouble(number)
          .sum();
    }

    private boolean hasBoth() {
      return sizeBefore > 0 && sizeAfter > 0;
    }

    double before() {
      return sizeBefore > 0 ? sum(KindNumbers::partBefore) : Double.NaN;
    }

    double after() {
      return sizeAfter > 0 ? sum(KindNumbers::partAfter) : Double.NaN;
    }

    double level() {
      return hasBoth() ? sum(KindNumbers::level) : Double.NaN;
    }

    /** The middle of both shares cancels in the sum, as weights sum to 1 on both sides. */
    double mix() {
      return hasBoth() ? sum(KindNumbers::mix) : Double.NaN;
    }
  }
}
