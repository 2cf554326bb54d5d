package dev.repartee.examples.quickstart;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the culture page: what it shows in words, drawn, and as the counts behind it.
 *
 * @param id what the page calls it
 * @param title its heading
 * @param text what is to be seen, in words: also what is read out instead of the drawing
 * @param drawing draws it; null where there is nothing to draw
 * @param height how high it is, in pixels
 * @param notes how to read it
 * @param table the counts behind it
 */
record Picture(
    String id,
    String title,
    String text,
    @Nullable Consumer<Svg> drawing,
    int height,
    List<String> notes,
    HtmlTable table) {

  /** A picture that cannot be drawn, which is said and why. */
  static Picture missing(String id, String title, String reason) {
    return new Picture(id, title, reason, null, 0, List.of(), HtmlTable.of(""));
  }

  boolean isMissing() {
    return drawing == null;
  }

  /** The words and the drawing; nothing where it is missing. */
  void write(Html html) {
    if (drawing == null) {
      return;
    }
    html.open("section", "id", id, "class", "shown").element("h2", title);
    html.element("p", text, "class", "seen", "dir", "auto").open("figure");
    Svg svg = new Svg(html, id, title, text, height);
    drawing.accept(svg);
    svg.close();
    html.open("figcaption");
    notes.forEach(note -> html.element("p", note));
    html.open("p", "class", "screen").element("a", "The counts", "href", "#" + id + "-counts");
    html.close().close().close().close();
  }

  /** The counts, for whoever opens them; nothing where it is missing. */
  void writeCounts(Html html) {
    if (drawing == null) {
      return;
    }
    html.open("details", "id", id + "-counts").element("summary", title);
    table.write(html, title);
    html.open("p").element("a", "Back to the picture", "href", "#" + id).close().close();
  }
}
