package dev.repartee.examples.quickstart;

import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The weeks of some channels, one below the other. */
final class WeeksChart {
  /** So many weeks without a word are shaded. */
  static final int SILENT_WEEKS = 4;

  /** How much room the name of a channel has, in pixels: beside the scales, on a phone. */
  private static final int NAME = 110;

  private static final int TOP = 34;
  private static final int ROOM = 132;
  private static final int PLOT = 88;

  private final List<ChannelWeeks> channels;
  private final List<LocalDate> mondays;

  WeeksChart(List<ChannelWeeks> channels, List<LocalDate> mondays) {
    this.channels = channels;
    this.mondays = mondays;
  }

  int height() {
    return ROOM * channels.size() + 10;
  }

  Map<String, Object> chart() {
    List<Object> titles = new ArrayList<>();
    List<Object> grids = new ArrayList<>();
    List<Object> xAxes = new ArrayList<>();
    List<Object> yAxes = new ArrayList<>();
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      ChannelWeeks channel = channels.get(i);
      int top = TOP + ROOM * i;
      titles.add(title(channel, top - 26));
      titles.add(scales(channel, top - 25));
      grids.add(Chart.object("left", 12, "right", 12, "top", top, "height", PLOT));
      xAxes.add(weeks(i));
      yAxes.add(scale(i, most(channel.audience().values()), true));
      yAxes.add(scale(i, most(channel.own().values()), false));
      series.add(audience(channel, i));
      series.add(own(channel, i));
    }
    return Chart.object(
        "title",
        titles,
        "grid",
        grids,
        "tooltip",
        Chart.object("trigger", "axis"),
        "xAxis",
        xAxes,
        "yAxis",
        yAxes,
        "series",
        series);
  }

  private static Map<String, Object> title(ChannelWeeks channel, int top) {
    return Chart.object(
        "text",
        Html.readable(channel.name()),
        "left",
        8,
        "top",
        top,
        "textStyle",
        Chart.object("fontSize", 13, "width", NAME, "overflow", "truncate"));
  }

  /** What the longest bars stand for; the scales need no other numbers. */
  private static Map<String, Object> scales(ChannelWeeks channel, int top) {
    return Chart.object(
        "text",
        "up to "
            + NumberText.count(most(channel.audience().values()))
            + " by people, "
            + NumberText.count(most(channel.own().values()))
            + " by the organization",
        "right",
        8,
        "top",
        top,
        "textStyle",
        Chart.object("fontSize", 11, "fontWeight", "normal", "color", Chart.OPEN));
  }

  private Map<String, Object> weeks(int grid) {
    return Chart.object(
        "type",
        "category",
        "gridIndex",
        grid,
        "data",
        mondays.stream().map(LocalDate::toString).toList(),
        "axisTick",
        // Shaded weeks are found by the ticks, so that each needs its own.
        Chart.object("show", false, "interval", 0),
        "axisLine",
        Chart.object(
            "onZero",
            true,
            "onZeroAxisIndex",
            2 * grid,
            "lineStyle",
            Chart.object("color", Chart.OPEN)),
        "labelled",
        months());
  }

  /** Where months begin: the first Monday of each. */
  private List<Integer> months() {
    List<Integer> months = new ArrayList<>();
    for (int i = 0; i < mondays.size(); i++) {
      if (mondays.get(i).getDayOfMonth() <= 7) {
        months.add(i);
      }
    }
    return months;
  }

  private static long most(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** A scale whose 0 lies two thirds down, up or down from which it goes to the most. */
  private static Map<String, Object> scale(int grid, long longest, boolean isUp) {
    long most = Math.max(1, longest);
    return Chart.object(
        "type",
        "value",
        "gridIndex",
        grid,
        "position",
        "left",
        "min",
        isUp ? -most / 2.0 : -most,
        "max",
        isUp ? most : 2.0 * most,
        "splitLine",
        Chart.object("show", false),
        "axisLine",
        Chart.object("show", false),
        "axisLabel",
        Chart.object("show", false));
  }

  private Map<String, Object> audience(ChannelWeeks channel, int grid) {
    Set<LocalDate> spikes = channel.spikeWeeks();
    List<Object> data = new ArrayList<>();
    for (LocalDate monday : mondays) {
      Long did = channel.audience().get(monday);
      if (did != null && spikes.contains(monday)) {
        data.add(Chart.object("value", did, "itemStyle", Chart.object("color", Chart.BAD)));
      } else {
        data.add(did == null ? Chart.GAP : did);
      }
    }
    return bars("people did", data, Chart.MAIN, grid, 2 * grid);
  }

  private Map<String, Object> own(ChannelWeeks channel, int grid) {
    List<Object> data = new ArrayList<>();
    for (LocalDate monday : mondays) {
      Long wrote = channel.own().get(monday);
      data.add(wrote == null ? Chart.GAP : -wrote);
    }
    Map<String, Object> bars = bars("organization wrote", data, Chart.GOOD, grid, 2 * grid + 1);
    bars.put("markArea", silences(channel.silences(SILENT_WEEKS)));
    return bars;
  }

  private static Map<String, Object> bars(
      String name, List<Object> data, String color, int xAxis, int yAxis) {
    return Chart.object(
        "type",
        "bar",
        "name",
        name,
        "xAxisIndex",
        xAxis,
        "yAxisIndex",
        yAxis,
        "barGap",
        "-100%",
        "color",
        color,
        "data",
        data);
  }

  private Map<String, Object> silences(SortedMap<LocalDate, LocalDate> silences) {
    List<Object> areas = new ArrayList<>();
    silences.forEach(
        (first, last) -> {
          if (mondays.contains(first) && mondays.contains(last)) {
            areas.add(
                List.of(
                    Chart.object("xAxis", first.toString()),
                    Chart.object("xAxis", last.toString())));
          }
        });
    return Chart.object(
        "silent",
        true,
        "itemStyle",
        Chart.object("color", Chart.OPEN, "opacity", 0.25),
        "data",
        areas);
  }
}
