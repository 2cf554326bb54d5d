package dev.repartee.guide;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.util.ArrayList;
import java.util.List;

/** Numbers beside each other as bars from 0, each with its interval where there is one. */
final class Bars {
  private record Bar(String label, double value, double low, double high, String text) {}

  private record Bound(double at, String label) {}

  private static final double LEFT = 220;
  private static final double RIGHT = Svg.WIDTH - 200;
  private static final double STEP = 34;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();
  private final List<Bound> bounds = new ArrayList<>();
  private double most;

  private Bars(String title, double most) {
    this.title = title;
    this.most = most;
  }

  /** Bars of shares: the axis ends at 1. */
  static Bars ofShares(String title) {
    return new Bars(title, 1);
  }

  /** Bars of whatever is counted: the axis ends at the largest. */
  static Bars of(String title) {
    return new Bars(title, 0);
  }

  Bars add(String label, Proportion share) {
    return add(label, share.estimate(), share.toString());
  }

  Bars add(String label, Estimate estimate) {
    return add(label, estimate, estimate.toString());
  }

  Bars add(String label, double value, String text) {
    bars.add(new Bar(label, value, Double.NaN, Double.NaN, text));
    most = Double.isNaN(value) ? most : Math.max(most, Math.abs(value));
    return this;
  }

  Bars add(String label, long count) {
    return add(label, (double) count, String.valueOf(count));
  }

  private Bars add(String label, Estimate estimate, String text) {
    double low = estimate.hasInterval() ? estimate.low() : Double.NaN;
    double high = estimate.hasInterval() ? estimate.high() : Double.NaN;
    bars.add(
        new Bar(
            label,
            estimate.value(),
            low,
            high,
            text.lines().findFirst().orElse("").replaceAll(", (deff|few).*", "")));
    most = Math.max(most, Double.isNaN(high) ? 0 : Math.max(high, -low));
    return this;
  }

  /** A line through all bars at a value that they are held against, named below it. */
  Bars bound(String label, double at) {
    bounds.add(new Bound(at, label));
    most = Math.max(most, at);
    return this;
  }

  private boolean isSigned() {
    return bars.stream().anyMatch(bar -> bar.value() < 0 || bar.low() < 0);
  }

  String svg() {
    Svg svg = new Svg(title);
    double zero = isSigned() ? (LEFT + RIGHT) / 2 : LEFT;
    double unit = (RIGHT - zero) / (most == 0 ? 1 : most);
    double y = 60;
    for (Bar bar : bars) {
      svg.text(LEFT - 12, y + 14, "end", Svg.INK, bar.label());
      if (Double.isNaN(bar.value())) {
        svg.text(zero + 6, y + 14, "start", Svg.GREY, bar.text());
      } else {
        double end = zero + unit * bar.value();
        svg.rect(Math.min(zero, end), y, Math.abs(end - zero), 18, Svg.PALE);
        if (!Double.isNaN(bar.low())) {
          svg.stroke(zero + unit * bar.low(), y + 9, zero + unit * bar.high(), y + 9, Svg.BLUE, 3);
        }
        svg.stroke(end, y, end, y + 18, Svg.BLUE, 2);
        svg.text(RIGHT + 12, y + 14, "start", Svg.INK, bar.text());
      }
      y += STEP;
    }
    svg.stroke(zero, 52, zero, y - 8, Svg.GREY, 1);
    for (Bound bound : bounds) {
      double x = zero + unit * bound.at();
      svg.bound(x, 52, x, y - 8).text(x, y + 8, "middle", Svg.ORANGE, bound.label());
    }
    return svg.high(y + (bounds.isEmpty() ? 4 : 20)).toString();
  }
}
