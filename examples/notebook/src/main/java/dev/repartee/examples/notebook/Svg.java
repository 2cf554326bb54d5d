package dev.repartee.examples.notebook;

import java.util.Locale;

/** A picture in the making: lines, bars and texts on a white ground. */
final class Svg {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  /** Told apart by people who see colors differently, too (Okabe and Ito, 2008). */
  private static final String[] COLORS = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"
  };

  private final StringBuilder text = new StringBuilder();

  Svg(String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    text(WIDTH / 2.0, 20, "middle", title);
  }

  static String color(int i) {
    return COLORS[i % COLORS.length];
  }

  Svg text(double x, double y, String anchor, String words) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(words));
  }

  Svg line(double x1, double y1, double x2, double y2, String color) {
    return add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
        x1, y1, x2, y2, color);
  }

  Svg bar(double x, double y, double width, double height, String color) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, width, height, color);
  }

  Svg path(String points, String color) {
    return add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, color);
  }

  private Svg add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text + "</svg>";
  }
}
