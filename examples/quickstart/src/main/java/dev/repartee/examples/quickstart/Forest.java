package dev.repartee.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Shares one below the other, each a point with its interval, under a name that has a line. */
final class Forest {
  /** How much room each share takes, in pixels. */
  static final int ROOM = 60;

  /**
   * One share.
   *
   * @param name what it is of
   * @param value the share
   * @param low the lower end of its interval, equal to the value where there is none
   * @param high the upper end
   * @param color how it is drawn
   * @param bound what it is held against
   */
  record Line(
      String name, double value, double low, double high, String color, OptionalDouble bound) {}

  private Forest() {}

  /** The parts of a chart that draw on one grid. */
  static List<Object> series(List<Line> lines, int grid) {
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      series.add(
          Chart.object(
              "type",
              "line",
              "xAxisIndex",
              grid,
              "yAxisIndex",
              grid,
              "symbol",
              "rect",
              "symbolSize",
              List.of(2, 12),
              "lineStyle",
              Chart.object("width", 3),
              "color",
              line.color(),
              "data",
              List.of(
                  List.of(Chart.percent(line.low()), i), List.of(Chart.percent(line.high()), i))));
      series.add(point(grid, "circle", 11, line.color(), line.value(), i));
      if (line.bound().isPresent()) {
        double bound = line.bound().getAsDouble();
        series.add(point(grid, "rect", List.of(3, 22), "#222222", bound, i));
      }
    }
    return series;
  }

  private static Map<String, Object> point(
      int grid, String symbol, Object size, String color, double share, int row) {
    return Chart.object(
        "type",
        "scatter",
        "xAxisIndex",
        grid,
        "yAxisIndex",
        grid,
        "symbol",
        symbol,
        "symbolSize",
        size,
        "color",
        color,
        "z",
        4,
        "data",
        List.of(List.of(Chart.percent(share), row)));
  }

  /** The axis of the names, which stand above the shares, so that they have room on a phone. */
  static Map<String, Object> names(List<Line> lines, int grid) {
    return Chart.object(
        "type",
        "category",
        "gridIndex",
        grid,
        "inverse",
        true,
        "data",
        lines.stream().map(line -> Html.readable(line.name())).toList(),
        "axisTick",
        Chart.object("show", false),
        "axisLabel",
        Chart.object(
            "inside",
            true,
            "verticalAlign",
            "bottom",
            "padding",
            List.of(0, 0, 16, 0),
            "overflow",
            "truncate",
            "interval",
            0));
  }
}
