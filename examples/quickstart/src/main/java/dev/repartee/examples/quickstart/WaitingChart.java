package dev.repartee.examples.quickstart;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Curves of still waiting with their bands, up to the end of observation. */
final class WaitingChart {
  static final int HEIGHT = 340;

  private static final List<Duration> TICKS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(365));

  /** So many points stand for a tenfold time. */
  private static final int POINTS = 30;

  /** So many edges has a band. */
  private static final int EDGES = 2;

  /** How to read it. */
  static final String NOTE =
      "Each line is the share of people still without an answer so long after they wrote, by"
          + " Kaplan-Meier: who still waits counts as waiting, as long as was watched. The band is"
          + " its 95 % interval. Early times have more room than late ones. Beyond the dashed"
          + " line nobody was watched.";

  /**
   * One curve.
   *
   * @param name whose waits
   * @param curve the waits, some
   * @param color of the line
   * @param pale of the band
   */
  record Line(String name, SurvivalCurve curve, String color, String pale) {}

  private final List<Line> lines;
  private final List<Long> times;

  WaitingChart(List<Line> lines) {
    this.lines = lines;
    double last = lines.stream().mapToDouble(line -> line.curve().largestMillis()).max().orElse(0);
    this.times = times(Math.max((long) last, TICKS.get(1).toMillis()));
  }

  /** From a minute on, evenly on the scale of their logarithms, with the ticks among them. */
  private static List<Long> times(long last) {
    List<Long> times = new ArrayList<>();
    times.add(TICKS.get(0).toMillis());
    for (int i = 1; i <= TICKS.size() && times.get(times.size() - 1) < last; i++) {
      double from = times.get(times.size() - 1);
      double to = i == TICKS.size() ? last : Math.min(last, TICKS.get(i).toMillis());
      long steps = Math.max(1, Math.round(POINTS * Math.log10(to / from)));
      for (int step = 1; step <= steps; step++) {
        times.add(Math.round(from * Math.pow(to / from, (double) step / steps)));
      }
    }
    // One more, so that one sees that the line ends before.
    times.add(Math.round(times.get(times.size() - 1) * 1.2));
    return times;
  }

  Map<String, Object> chart() {
    List<Object> series = new ArrayList<>();
    for (Line line : lines) {
      band(line, series);
      Map<String, Object> drawn = line(line);
      if (series.size() == EDGES) {
        drawn.put("markLine", endOfObservation());
      }
      series.add(drawn);
    }
    return Chart.object(
        "grid",
        Chart.object("left", 14, "right", 20, "top", 36, "bottom", 34, "containLabel", true),
        "legend",
        Chart.object(
            "show",
            lines.size() > 1,
            "top",
            6,
            "left",
            8,
            "data",
            lines.stream().map(Line::name).toList()),
        "tooltip",
        Chart.object("trigger", "axis"),
        "xAxis",
        Chart.object(
            "type",
            "category",
            "data",
            times.stream().map(DurationText::ofMillis).toList(),
            "labelled",
            TICKS.stream().map(tick -> times.indexOf(tick.toMillis())).filter(i -> i >= 0).toList(),
            "boundaryGap",
            false,
            "name",
            "time since writing",
            "nameLocation",
            "middle",
            "nameGap",
            30),
        "yAxis",
        Chart.shares(),
        "series",
        series);
  }

  private Map<String, Object> line(Line line) {
    List<Object> data = new ArrayList<>();
    for (long time : times) {
      Estimate waiting = line.curve().survivalAt(time);
      data.add(waiting.isDefined() ? Chart.percent(waiting.value()) : Chart.GAP);
    }
    Map<String, Object> drawn = drawn(line.name(), data, 2.5);
    drawn.put("color", line.color());
    drawn.put("z", 3);
    return drawn;
  }

  private Map<String, Object> endOfObservation() {
    return Chart.object(
        "symbol",
        "none",
        "silent",
        true,
        "data",
        List.of(
            Chart.object(
                "xAxis",
                times.size() - 2,
                "lineStyle",
                Chart.object("color", Chart.OPEN, "type", "dashed"),
                "label",
                Chart.object("formatter", endsWith(), "position", "end", "align", "right"))));
  }

  /** Where everybody was answered nobody is watched to the end. */
  private String endsWith() {
    boolean isAllAnswered = lines.stream().allMatch(line -> line.curve().censoredCount() == 0);
    return isAllAnswered ? "all are answered" : "end of observation";
  }

  /** The lower edge, and upon it the width of the band, which is filled. */
  private void band(Line line, List<Object> series) {
    List<Object> low = new ArrayList<>();
    List<Object> width = new ArrayList<>();
    for (long time : times) {
      Estimate waiting = line.curve().survivalAt(time);
      low.add(waiting.hasInterval() ? Chart.percent(waiting.low()) : Chart.GAP);
      width.add(waiting.hasInterval() ? Chart.percent(waiting.high() - waiting.low()) : Chart.GAP);
    }
    series.add(edge(line, " at least", low, 0));
    series.add(edge(line, " up to", width, 0.6));
  }

  private static Map<String, Object> edge(
      Line line, String name, List<Object> data, double opacity) {
    Map<String, Object> edge = drawn(line.name() + name, data, 0);
    edge.put("stack", line.name());
    edge.put("silent", true);
    edge.put("areaStyle", Chart.object("opacity", opacity, "color", line.pale()));
    edge.put("tooltip", Chart.object("show", false));
    return edge;
  }

  private static Map<String, Object> drawn(String name, List<Object> data, double width) {
    return Chart.object(
        "type",
        "line",
        "name",
        name,
        "data",
        data,
        "symbol",
        "none",
        "lineStyle",
        Chart.object("width", width));
  }

  /** What is known at each tick, and at the end, of each curve. */
  HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "who", "after", "still waiting, of all", "answered", "watched no longer", "watched");
    for (Line line : lines) {
      rows(line, table);
    }
    return table;
  }

  private static void rows(Line line, HtmlTable table) {
    SurvivalCurve curve = line.curve();
    List<Duration> ticks = new ArrayList<>(TICKS);
    ticks.removeIf(tick -> tick.toMillis() >= curve.largestMillis());
    ticks.add(Duration.ofMillis((long) curve.largestMillis()));
    int row = 0;
    long answered = 0;
    long left = 0;
    for (Duration tick : ticks) {
      for (; row < curve.size() && curve.timeMillis(row) <= tick.toMillis(); row++) {
        answered += curve.events(row);
        left += curve.censored(row);
      }
      table.row(
          line.name(),
          DurationText.of(tick),
          curve.survivalAt(tick.toMillis()),
          answered,
          left,
          curve.count() - answered - left);
    }
  }
}
