package dev.repartee.guide;

import dev.repartee.measure.Groups;
import java.util.List;

/** The 32 replicate groups by person, each as high as it has people. */
final class GroupStrip {
  private static final double LEFT = 40;
  private static final double WIDTH = 20;
  private static final double HIGH = 22;

  private GroupStrip() {}

  static String svg(String title, List<String> people) {
    Svg svg = new Svg(title);
    int[] counts = new int[Groups.COUNT];
    int most = 1;
    for (String person : people) {
      int group = Groups.ofName(person);
      most = Math.max(most, ++counts[group]);
    }
    double bottom = 60 + HIGH * most;
    for (int group = 0; group < Groups.COUNT; group++) {
      double x = LEFT + WIDTH * group;
      for (int i = 0; i < counts[group]; i++) {
        svg.dot(x + WIDTH / 2, bottom - HIGH * i - HIGH / 2, 7, Svg.BLUE, true);
      }
      svg.stroke(x + 2, bottom, x + WIDTH - 2, bottom, Svg.GREY, 2);
      if (group % 4 == 0) {
        svg.text(x + WIDTH / 2, bottom + 18, "middle", Svg.GREY, String.valueOf(group));
      }
    }
    return svg.high(bottom + 32).toString();
  }
}
