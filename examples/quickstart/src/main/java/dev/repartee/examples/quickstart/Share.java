package dev.repartee.examples.quickstart;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A share among others one below the other: under its name a point with its interval, or a bar.
 *
 * @param name what it is of
 * @param said the share in words
 * @param value the share; NaN where there is none to draw
 * @param low the lower end of its interval, equal to the value where there is none
 * @param high the upper end
 * @param ink how it is drawn
 * @param mark what it is held against
 */
record Share(
    String name,
    String said,
    double value,
    double low,
    double high,
    Svg.Ink ink,
    OptionalDouble mark) {
  private static final int ROOM = 62;
  private static final int FOOT = 22;

  /** So many letters have room on a phone. */
  static final int NAME = 46;

  /** How high a picture of some shares is. */
  static int height(List<Share> shares) {
    return ROOM * shares.size() + FOOT;
  }

  /** Draws points with intervals. */
  static void points(Svg svg, List<Share> shares) {
    svg.scale(ROOM * shares.size() + 17);
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      int y = share.head(svg, i) + 12;
      svg.ticks(y - 6, y + 6);
      svg.line(0, y, 100, y, Svg.Ink.LINE, 1, false);
      if (!Double.isNaN(share.value)) {
        svg.line(100 * share.low, y, 100 * share.high, y, share.ink, 5, false);
        svg.dot(100 * share.value, y, 6, share.ink);
      }
      share.mark(svg, y - 10, 20);
    }
  }

  /** Draws bars from 0. */
  static void bars(Svg svg, List<Share> shares, @Nullable String axis) {
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      int y = share.head(svg, i) + 4;
      if (axis == null) {
        svg.ticks(y - 2, y + 18);
      }
      if (share.value > 0) {
        svg.rect(0, y, 100 * share.value, 16, share.ink);
      }
      share.mark(svg, y - 3, 22);
    }
    if (axis == null) {
      svg.scale(ROOM * shares.size() + 17);
    } else {
      svg.text(0, ROOM * shares.size() + 14, Svg.Anchor.START, "small", axis);
    }
  }

  /** The name and the share in words; returns where they end. */
  private int head(Svg svg, int row) {
    int y = ROOM * row;
    svg.text(0, y + 14, Svg.Anchor.START, "name", PlainWords.brief(name, NAME));
    svg.text(0, y + 30, Svg.Anchor.START, "small", said);
    return y + 34;
  }

  private void mark(Svg svg, int y, int height) {
    if (mark.isPresent()) {
      double x = 100 * mark.getAsDouble();
      svg.line(x, y, x, y + height, Svg.Ink.TEXT, 3, false);
    }
  }
}
