package dev.repartee.guide;

import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import java.time.Duration;

/** The chance to be answered within a time, as a line that steps up where somebody is. */
final class StepCurve {
  private static final double LEFT = 70;
  private static final double RIGHT = Svg.WIDTH - 40;
  private static final double TOP = 60;
  private static final double BOTTOM = 240;

  private final Svg svg;
  private final Duration end;
  private double legend = RIGHT;

  private StepCurve(String title, Duration end) {
    this.svg = new Svg(title);
    this.end = end;
  }

  /** Begins a picture from 0 to a time. */
  static StepCurve upTo(String title, Duration end) {
    StepCurve picture = new StepCurve(title, end);
    for (int quarter = 0; quarter <= 4; quarter++) {
      double share = quarter / 4.0;
      picture.svg.stroke(LEFT, y(share), RIGHT, y(share), Svg.LINE, 1);
      picture.svg.text(LEFT - 8, y(share) + 5, "end", Svg.GREY, String.valueOf(share));
      Duration at = Duration.ofMillis((long) (end.toMillis() * share));
      picture.svg.text(
          picture.x((double) at.toMillis()), BOTTOM + 20, "middle", Svg.GREY, DurationText.of(at));
    }
    return picture;
  }

  private static double y(double share) {
    return BOTTOM - share * (BOTTOM - TOP);
  }

  private double x(double millis) {
    double most = (double) end.toMillis();
    return LEFT + (RIGHT - LEFT) * Math.min(millis, most) / most;
  }

  /** Draws a curve as far as anybody was watched; small open dots are those who still wait. */
  StepCurve add(String label, String color, SurvivalCurve curve) {
    double share = 0;
    double x = LEFT;
    for (int i = 0; i < curve.size(); i++) {
      double next = x((double) curve.timeMillis(i));
      svg.stroke(x, y(share), next, y(share), color, 2.5);
      double reached = 1 - curve.survival(i);
      svg.stroke(next, y(share), next, y(reached), color, 2.5);
      if (curve.censored(i) > 0) {
        svg.dot(next, y(reached), 4, color, false);
      }
      share = reached;
      x = next;
    }
    svg.text(legend, 28, "end", color, label);
    legend -= 9 * label.length() + 20;
    return this;
  }

  String svg() {
    return svg.high(BOTTOM + 36).toString();
  }
}
