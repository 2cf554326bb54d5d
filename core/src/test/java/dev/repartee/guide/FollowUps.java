package dev.repartee.guide;

import dev.repartee.measure.Origin;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Windows with the time for which what begins in them is followed, and whether that is over. */
final class FollowUps {
  private static final double LEFT = 180;
  private static final double STEP = 36;

  private FollowUps() {}

  /** A line for each of some summaries, all of one window and one as-of. */
  static String svg(String title, List<Origin> origins, Duration longest) {
    Svg svg = new Svg(title);
    Instant start = origins.get(0).windows().get(0).startInclusive().orElseThrow();
    Instant end = origins.get(0).windows().get(0).endExclusive().orElseThrow();
    TimeAxis axis = new TimeAxis(start, end.plus(longest), LEFT, Svg.WIDTH - 30);
    double y = 64;
    for (Origin origin : origins) {
      Duration followUp = origin.followUp().orElse(Duration.ZERO);
      String name =
          origin.followUp().map(d -> "followed for " + DurationText.of(d)).orElse("not followed");
      svg.text(LEFT - 14, y + 13, "end", Svg.INK, name);
      svg.rect(axis.x(start), y, axis.x(end) - axis.x(start), 18, Svg.BLUE);
      if (!followUp.isZero()) {
        double to = axis.x(end.plus(followUp));
        svg.rect(axis.x(end), y, to - axis.x(end), 18, Svg.PALE);
      }
      String verdict = origin.isSettled() ? "settled" : "not settled";
      svg.text(axis.x(end) + 8, y + 13, "start", Svg.INK, verdict);
      y += STEP;
    }
    axis.draw(svg, 56, y);
    double asOf = axis.x(origins.get(0).asOf());
    svg.stroke(asOf, 44, asOf, y, Svg.INK, 2);
    svg.text(asOf, 40, "middle", Svg.INK, "as-of");
    return svg.high(y + 30).toString();
  }
}
