package dev.repartee.change;

import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.internal.math.LargestRemainder;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parts in tenths of a point, rounded so that all of them add up.
 *
 * @param change what is shown
 * @param dimension the name of its keys
 * @param mixes of each part
 * @param levels of each part
 * @param mix their sum
 * @param level their sum
 */
record PointsTable(
    MixAndLevel change,
    String dimension,
    List<Long> mixes,
    List<Long> levels,
    long mix,
    long level) {
  /** Tenths of a point in a share of 1. */
  private static final double TENTHS = 1000;

  static PointsTable of(MixAndLevel change, String dimension) {
    if (!change.difference().isDefined()) {
      List<Long> zeros = change.parts().stream().map(part -> 0L).toList();
      return new PointsTable(change, dimension, zeros, zeros, 0, 0);
    }
    double[] both = {TENTHS * change.mix().value(), TENTHS * change.level().value()};
    long[] sums = LargestRemainder.round(both, Math.round(TENTHS * change.difference().value()));
    return new PointsTable(
        change,
        dimension,
        rounded(change, part -> part.mix().value(), sums[0]),
        rounded(change, part -> part.level().value(), sums[1]),
        sums[0],
        sums[1]);
  }

  private static List<Long> rounded(MixAndLevel change, ToDoubleFunction<Part> number, long total) {
    double[] tenths = change.parts().stream().mapToDouble(number).map(x -> TENTHS * x).toArray();
    return Arrays.stream(LargestRemainder.round(tenths, total)).boxed().toList();
  }

  long difference() {
    return mix + level;
  }

  /** With a sign, such as {@code -16.2}. */
  static String signed(long tenths) {
    return tenths == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", tenths / 10.0);
  }

  /** Without a sign, such as {@code 16.2}. */
  static String size(long tenths) {
    return String.format(Locale.ROOT, "%.1f", Math.abs(tenths) / 10.0);
  }

  String headline(String by) {
    return signed(difference())
        + " points"
        + by
        + ": mix "
        + signed(mix)
        + ", level "
        + signed(level);
  }

  /** The sums with their intervals. */
  String intervals() {
    return "difference "
        + text(difference(), change.difference())
        + "\nmix "
        + text(mix, change.mix())
        + ", level "
        + text(level, change.level());
  }

  private static String text(long tenths, Estimate estimate) {
    return estimate.hasInterval()
        ? String.format(
            Locale.ROOT,
            "%s [%.1f, %.1f]",
            signed(tenths),
            100 * estimate.low(),
            100 * estimate.high())
        : signed(tenths) + " (" + estimate.note() + ")";
  }

  /** A table of the parts that contribute most, and a line for all others. */
  TextTable table(int shown) {
    TextTable table =
        TextTable.of(dimension, "weight", "after", "share", "after", "mix", "level", "sum");
    Set<Integer> largest = largest(shown);
    long otherMix = mix;
    long otherLevel = level;
    for (int i = 0; i < mixes.size(); i++) {
      if (largest.contains(i)) {
        row(table, i);
        otherMix -= mixes.get(i);
        otherLevel -= levels.get(i);
      }
    }
    if (largest.size() < mixes.size()) {
      row(table, (mixes.size() - largest.size()) + " others", "", "", otherMix, otherLevel);
    }
    row(
        table,
        "together",
        NumberText.share(change.before()),
        NumberText.share(change.after()),
        mix,
        level);
    return table;
  }

  private Set<Integer> largest(int count) {
    return IntStream.range(0, mixes.size())
        .boxed()
        .sorted(Comparator.comparing(i -> -Math.abs(mixes.get(i)) - Math.abs(levels.get(i))))
        .limit(count)
        .collect(Collectors.toSet());
  }

  private void row(TextTable table, int index) {
    Part part = change.parts().get(index);
    boolean isKnown = change.difference().isDefined();
    table.row(
        part.name(),
        NumberText.share(part.weightBefore()),
        NumberText.share(part.weightAfter()),
        NumberText.share(part.shareBefore()),
        NumberText.share(part.shareAfter()),
        isKnown ? signed(mixes.get(index)) : "none",
        part.isInBoth() ? signed(levels.get(index)) : "none",
        isKnown ? signed(mixes.get(index) + levels.get(index)) : "none");
  }

  private void row(
      TextTable table, String name, String before, String after, long mixes, long levels) {
    boolean isKnown = change.difference().isDefined();
    table.row(
        name,
        "",
        "",
        before,
        after,
        isKnown ? signed(mixes) : "none",
        isKnown ? signed(levels) : "none",
        isKnown ? signed(mixes + levels) : "none");
  }
}
