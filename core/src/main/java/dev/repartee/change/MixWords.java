package dev.repartee.change;

import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Where a difference comes from, in words.
 *
 * @param change what is described
 * @param what the share, such as {@code the share answered within 1 d}
 * @param dimension the name of one key
 * @param points the numbers as they are printed
 */
record MixWords(MixAndLevel change, String what, String dimension, PointsTable points) {
  private static final double ALIKE = 1e9;
  private static final double SEEN = 0.0005;

  String text() {
    String text = change.difference().isDefined() ? known() + chance() + pooled() : unknown();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + leftOut();
  }

  private String unknown() {
    return what + " cannot be compared: " + change.difference().note() + ".";
  }

  private String known() {
    if (points.difference() != 0 && change.isReversed()) {
      return reversed();
    }
    String whole =
        points.difference() == 0
            ? what + " is as before, " + share(change.after())
            : what
                + (points.difference() < 0 ? " fell by " : " rose by ")
                + PointsTable.size(points.difference())
                + " points, from "
                + share(change.before())
                + " to "
                + share(change.after());
    return points.mix() == 0 && points.level() == 0 ? whole + "." : whole + ": " + parts();
  }

  private String parts() {
    return contribution(points.mix(), "mix")
        + ", "
        + contribution(points.level(), "level")
        + "."
        + largest();
  }

  private static String contribution(long tenths, String part) {
    String size = PointsTable.size(tenths);
    return (tenths == 0 ? "none" : tenths < 0 ? size + " lost" : size + " gained") + " by " + part;
  }

  /** The key that contributes most to the part that contributes most. */
  private String largest() {
    if (change.parts().size() < 2) {
      return "";
    }
    boolean isMix = Math.abs(points.mix()) >= Math.abs(points.level());
    return " " + (isMix ? "Most by mix: " + grown() + "." : lifted());
  }

  private String lifted() {
    Part part = largest(change.level(), each -> each.level().value());
    return "Most by level: "
        + part.name()
        + ", "
        + share(part.shareAfter())
        + " after "
        + share(part.shareBefore())
        + ".";
  }

  private String reversed() {
    boolean isLower = points.difference() < 0;
    boolean areAll = change.parts().stream().allMatch(Part::isInBoth);
    return what
        + (isLower ? " is higher for every " : " is lower for every ")
        + dimension
        + (areAll ? "" : " of both windows")
        + ", yet "
        + (isLower ? "lower" : "higher")
        + " overall, "
        + share(change.after())
        + " after "
        + share(change.before())
        + ": "
        + grown()
        + ".";
  }

  /** Which key has grown or shrunk most to the effect of all mix. */
  private String grown() {
    Part part = largest(change.mix(), each -> each.mix().value());
    boolean isGrown = part.weightAfter() > part.weightBefore();
    boolean isHigh = part.mix().value() > 0 == isGrown;
    String key = part.name() + ", where it is " + (isHigh ? "higher" : "lower") + ", ";
    if (!part.isInBoth()) {
      return key
          + (isGrown ? "is new, " : "is gone, it was ")
          + share(isGrown ? part.weightAfter() : part.weightBefore())
          + " of all";
    }
    String before = share(part.weightBefore());
    String after = share(part.weightAfter());
    return key
        + (isGrown ? "grew" : "shrank")
        + (before.equals(after) ? " a little" : " from " + before + " to " + after + " of all");
  }

  /** Of two that contribute alike, the one that grew. */
  private Part largest(Estimate all, ToDoubleFunction<Part> number) {
    double sign = Math.signum(all.value());
    return change.parts().stream()
        .max(
            Comparator.<Part>comparingDouble(
                    part -> Math.rint(sign * number.applyAsDouble(part) * ALIKE))
                .thenComparing(part -> part.weightAfter() > part.weightBefore()))
        .orElseThrow();
  }

  private String chance() {
    Estimate difference = change.difference();
    if (points.difference() == 0) {
      return "";
    }
    boolean isShown = difference.low() > 0 || difference.high() < 0;
    return difference.hasInterval()
        ? isShown ? "" : " So small a difference may be chance."
        : " It is not known how much of it is chance.";
  }

  /** What curves say that take it that all are answered alike, where it is something else. */
  private String pooled() {
    double pooled = change.pooled().value();
    return Math.abs(pooled - change.difference().value()) >= SEEN
        ? " By the curve of everything together it is "
            + PointsTable.signed(Math.round(1000 * pooled))
            + " points."
        : "";
  }

  private String leftOut() {
    return change.leftOut().isEmpty()
        ? ""
        : " Left out, because nobody was watched long enough: "
            + String.join("; ", change.leftOut())
            + ".";
  }

  private static String share(double share) {
    return NumberText.share(share);
  }
}
