package dev.repartee.guide;

import java.util.Locale;

/**
 * Draws a picture of a fixed width on white, in colours that are told apart without red and green.
 */
final class Svg {
  static final int WIDTH = 720;
  static final String BLUE = "#0072b2";
  static final String PALE = "#b7d9ee";
  static final String ORANGE = "#d55e00";
  static final String GREY = "#767676";
  static final String LINE = "#d0d0d0";
  static final String INK = "#222222";

  private final StringBuilder back = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final String title;
  private int height;

  Svg(String title) {
    this.title = title;
    text(16, 28, "start", INK, title);
    height = 44;
  }

  /** A text; {@code anchor} is start, middle or end. */
  Svg text(double x, double y, String anchor, String color, String text) {
    line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        number(x), number(y), anchor, color, escaped(text));
    return this;
  }

  Svg rect(double x, double y, double width, double high, String fill) {
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
        number(x), number(y), number(Math.max(width, 1)), number(high), fill);
    return this;
  }

  /** A box with a border and nothing in it. */
  Svg frame(double x, double y, double width, double high, String stroke) {
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#ffffff\" stroke=\"%s\""
            + " stroke-dasharray=\"4 3\"/>",
        number(x), number(y), number(Math.max(width, 1)), number(high), stroke);
    return this;
  }

  Svg stroke(double x1, double y1, double x2, double y2, String color, double width) {
    stroke(body, x1, y1, x2, y2, color, width, "");
    return this;
  }

  /** A dashed line, for a bound that is no value. */
  Svg bound(double x1, double y1, double x2, double y2) {
    stroke(body, x1, y1, x2, y2, ORANGE, 2, " stroke-dasharray=\"6 3\"");
    return this;
  }

  private static void stroke(
      StringBuilder place,
      double x1,
      double y1,
      double x2,
      double y2,
      String color,
      double width,
      String more) {
    line(
        place,
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
        number(x1),
        number(y1),
        number(x2),
        number(y2),
        color,
        number(width),
        more);
  }

  /** A thin line behind everything else. */
  Svg grid(double x1, double y1, double x2, double y2) {
    stroke(back, x1, y1, x2, y2, LINE, 1, "");
    return this;
  }

  /** A dot, filled or open. */
  Svg dot(double x, double y, double radius, String color, boolean isFilled) {
    line(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
        number(x), number(y), number(radius), isFilled ? color : "#ffffff", color);
    return this;
  }

  Svg high(double high) {
    height = (int) Math.ceil(high);
    return this;
  }

  private void line(String format, Object... values) {
    line(body, format, values);
  }

  private static void line(StringBuilder place, String format, Object... values) {
    place.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Numbers of a tenth, so that the last bit of a division changes no picture. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\" font-family=\"sans-serif\" font-size=\"14\">\n"
            + "  <title>%s</title>\n"
            + "  <rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n%s%s</svg>\n",
        WIDTH,
        height,
        WIDTH,
        height,
        escaped(title),
        WIDTH,
        height,
        back,
        body);
  }
}
