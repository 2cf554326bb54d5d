package dev.repartee.examples.quickstart;

import java.util.Locale;

/**
 * Draws a picture as part of a page: as wide as there is room, so high as is said, with letters of
 * one size on every screen. Across it goes by percent of the width, down by pixels.
 *
 * <p>Colours are classes of the style sheet, so that they follow the light of the screen, and each
 * has a colour of its own for readers that know no style sheets.
 */
final class Svg {
  /** The colours of things drawn, by the names of their classes. */
  enum Ink {
    MAIN("#0b5fa5"),
    PALE("#b9d6ee"),
    ALERT("#a8430b"),
    ALERT_PALE("#f0c9ae"),
    SOFT("#6b727c"),
    LINE("#d5d9df"),
    TEXT("#1c1f24"),
    PAGE("#ffffff"),
    DIALOGUE("#0b5fa5"),
    ANSWERED("#6aa6d6"),
    ECHO("#d8bf6c"),
    UNHEARD("#a8430b"),
    BROADCAST("#9aa0a8");

    private final String color;

    Ink(String color) {
      this.color = color;
    }

    /** The class of what is filled with it. */
    String fill() {
      return "f-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class of what is lined with it. */
    String stroke() {
      return "s-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where a text stands: to the right of its place, around it, or to the left of it. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final Html html;

  /**
   * Begins a picture.
   *
   * @param id what it is called on the page
   * @param title what is read out in its place
   * @param text the same at length
   * @param height in pixels
   */
  Svg(Html html, String id, String title, String text, int height) {
    this.html = html;
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "picture",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "width",
        "100%",
        "height",
        String.valueOf(height));
    html.element("title", title, "id", id + "-title");
    html.element("desc", text, "id", id + "-text");
  }

  /** Ends the picture. */
  void close() {
    html.close();
  }

  /** A text whose foot is at a place. */
  Svg text(double x, double y, Anchor anchor, String kind, String text) {
    html.element(
        "text",
        text,
        "x",
        percent(x),
        "y",
        number(y),
        "text-anchor",
        anchor.name().toLowerCase(Locale.ROOT),
        "class",
        kind);
    return this;
  }

  /** A rectangle. */
  Svg rect(double x, double y, double width, double height, Ink ink) {
    html.empty(
        "rect",
        "x",
        percent(x),
        "y",
        number(y),
        "width",
        percent(width),
        "height",
        number(height),
        "fill",
        ink.color,
        "class",
        ink.fill());
    return this;
  }

  /** A line; dashed where it is no measured thing. */
  Svg line(double x1, double y1, double x2, double y2, Ink ink, double width, boolean isDashed) {
    html.empty(
        "line",
        "x1",
        percent(x1),
        "y1",
        number(y1),
        "x2",
        percent(x2),
        "y2",
        number(y2),
        "stroke",
        ink.color,
        "stroke-width",
        number(width),
        "stroke-dasharray",
        isDashed ? "5 4" : "none",
        "class",
        ink.stroke());
    return this;
  }

  /** A dot. */
  Svg dot(double x, double y, double radius, Ink ink) {
    html.empty(
        "circle",
        "cx",
        percent(x),
        "cy",
        number(y),
        "r",
        number(radius),
        "fill",
        ink.color,
        "class",
        ink.fill());
    return this;
  }

  /**
   * Opens a field with coordinates of its own, which go from 0 to 1,000 across and by pixels down,
   * for {@link #area} and {@link #curve}.
   */
  Svg openField(double y, double height) {
    html.open(
        "svg",
        "x",
        "0",
        "y",
        number(y),
        "width",
        "100%",
        "height",
        number(height),
        "viewBox",
        "0 0 1000 " + number(height),
        "preserveAspectRatio",
        "none");
    return this;
  }

  Svg closeField() {
    html.close();
    return this;
  }

  /** Something filled, along a path in a field. */
  Svg area(String path, Ink ink) {
    html.empty("path", "d", path, "fill", ink.color, "class", ink.fill());
    return this;
  }

  /** A line along a path in a field. */
  Svg curve(String path, Ink ink, boolean isDashed) {
    html.empty(
        "path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        ink.color,
        "stroke-width",
        "2.5",
        "vector-effect",
        "non-scaling-stroke",
        "stroke-dasharray",
        isDashed ? "7 4" : "none",
        "class",
        ink.stroke());
    return this;
  }

  /** Upright lines from 0 to 100 percent. */
  Svg ticks(double top, double bottom) {
    for (int share = 0; share <= 100; share += 25) {
      line(share, top, share, bottom, Ink.LINE, 1, false);
    }
    return this;
  }

  /** What the upright lines are. */
  Svg scale(double foot) {
    for (int share = 0; share <= 100; share += 25) {
      Anchor anchor = share == 0 ? Anchor.START : share == 100 ? Anchor.END : Anchor.MIDDLE;
      text(share, foot, anchor, "small", share + " %");
    }
    return this;
  }

  private static String percent(double x) {
    return number(x) + "%";
  }

  /** A number that is as short as it can be. */
  static String number(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    String brief = text.replaceAll("\\.?0+$", "");
    return brief.equals("-0") ? "0" : brief;
  }
}
