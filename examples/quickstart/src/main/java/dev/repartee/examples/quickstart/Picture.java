package dev.repartee.examples.quickstart;

import java.util.List;
import java.util.Map;

/**
 * One picture of the culture page: what it shows in words, as a chart, and as the counts behind it.
 *
 * @param id what the page calls it
 * @param title its heading
 * @param text what is to be seen, in words: also what is read out instead of the chart
 * @param chart what is drawn, as ECharts is told; empty where there is nothing to draw
 * @param height how high the chart is, in pixels
 * @param notes how to read it
 * @param table the counts behind it
 */
record Picture(
    String id,
    String title,
    String text,
    Map<String, Object> chart,
    int height,
    List<String> notes,
    HtmlTable table) {

  /** A picture that cannot be drawn, which is said and why. */
  static Picture missing(String id, String title, String reason) {
    return new Picture(id, title, reason, Map.of(), 0, List.of(), HtmlTable.of(""));
  }

  boolean isMissing() {
    return chart.isEmpty();
  }

  void write(Html html) {
    html.open("section", "id", id).element("h2", title);
    html.element("p", text, "class", isMissing() ? "missing" : "seen");
    if (!isMissing()) {
      html.open("figure");
      html.element(
          "div",
          "",
          "class",
          "chart",
          "role",
          "img",
          "aria-label",
          title + ". " + text,
          "data-chart",
          id + "-chart",
          "style",
          "height:" + height + "px");
      html.open("figcaption");
      notes.forEach(note -> html.element("p", note));
      html.close();
      html.open("details").element("summary", "The counts behind this picture");
      table.write(html);
      html.close().close();
      html.json(id + "-chart", Chart.json(chart));
    }
    html.close();
  }
}
