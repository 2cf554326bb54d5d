package dev.repartee.examples.notebook;

import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.measure.Breakdown;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.util.Locale;

/** Pictures of results as SVG, which every notebook and browser shows. */
public final class Pictures {
  private static final double LEFT = 60;
  private static final double RIGHT = Svg.WIDTH - 130.0;
  private static final double TOP = 40;
  private static final double BOTTOM = Svg.HEIGHT - 50.0;
  private static final String GRAY = "#999999";
  private static final int TICKS = 4;

  private Pictures() {}

  /**
   * Returns the chance of an answer within any time, a curve for each key. A curve ends where
   * nobody was watched for longer.
   *
   * @param parts response by some dimension
   * @param until how far to the right
   * @return an SVG document
   */
  public static String answered(Breakdown<ResponseSummary> parts, Duration until) {
    Svg svg = new Svg("Chance of an answer within …");
    axes(svg);
    for (int i = 0; i <= TICKS; i++) {
      double x = LEFT + (RIGHT - LEFT) * i / TICKS;
      svg.line(x, BOTTOM, x, BOTTOM + 4, GRAY)
          .text(x, BOTTOM + 18, "middle", DurationText.of(until.multipliedBy(i).dividedBy(TICKS)));
    }
    int i = 0;
    for (Breakdown.Part<ResponseSummary> part : parts.parts()) {
      svg.path(steps(part.summary().curve(), (double) until.toMillis()), Svg.color(i));
      double y = TOP + 18 * i;
      svg.line(RIGHT + 8, y, RIGHT + 24, y, Svg.color(i))
          .text(RIGHT + 28, y + 4, "start", part.name());
      i++;
    }
    return svg.toString();
  }

  /**
   * Returns how many people came how far.
   *
   * @param path an A-Path
   * @return an SVG document; a stage that was not observed has no bar
   */
  public static String stages(APathSummary path) {
    Svg svg = new Svg("People per stage");
    double most = (double) Math.max(1, path.persons());
    double step = (BOTTOM - TOP) / path.stages().size();
    double y = TOP;
    for (StageResult stage : path.stages()) {
      svg.text(LEFT + 50, y + step / 2 + 4, "end", stage.stage().name().toLowerCase(Locale.ROOT));
      if (stage.isObserved()) {
        double width = (RIGHT - LEFT - 60) * (double) stage.count() / most;
        svg.bar(LEFT + 60, y + 6, width, step - 12, Svg.color(0))
            .text(LEFT + 66 + width, y + step / 2 + 4, "start", String.valueOf(stage.count()));
      } else {
        svg.text(LEFT + 66, y + step / 2 + 4, "start", "not observed");
      }
      y += step;
    }
    return svg.toString();
  }

  private static void axes(Svg svg) {
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, GRAY).line(LEFT, TOP, LEFT, BOTTOM, GRAY);
    for (int i = 0; i <= TICKS; i++) {
      double y = y((double) i / TICKS);
      svg.line(LEFT - 4, y, LEFT, y, GRAY)
          .text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%.2f", (double) i / TICKS));
    }
  }

  private static double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static String steps(SurvivalCurve curve, double until) {
    StringBuilder path = new StringBuilder(point('M', 0, 0, until));
    double share = 0;
    for (int i = 0; i < curve.size() && curve.timeMillis(i) <= until; i++) {
      double time = (double) curve.timeMillis(i);
      path.append(point('L', time, share, until));
      share = 1 - curve.survival(i);
      path.append(point('L', time, share, until));
    }
    double last = curve.isEmpty() ? 0 : Math.min(until, curve.largestMillis());
    return path.append(point('L', last, share, until)).toString();
  }

  private static String point(char command, double millis, double share, double until) {
    double x = LEFT + (RIGHT - LEFT) * millis / until;
    return String.format(Locale.ROOT, "%c%.1f %.1f", command, x, y(share));
  }
}
