package dev.repartee.examples.quickstart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a page that browsers and XML parsers read alike. All text and every attribute is escaped;
 * only {@link #style} takes what the program itself brings along.
 */
final class Html {
  private static final Set<String> IN_SENTENCES = Set.of("a", "span", "strong", "title", "desc");
  private static final Pattern PERCENT = Pattern.compile("(?<=\\d) %");
  private static final char UNKNOWN = '\uFFFD';

  private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element, with the names and values of attributes in turn. */
  Html open(String tag, String... attributes) {
    tag(tag, attributes);
    page.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    String tag = open.pop();
    // Within a sentence a new line would be a space.
    page.append("</").append(tag).append(IN_SENTENCES.contains(tag) ? ">" : ">\n");
    return this;
  }

  /** An element without content. */
  Html empty(String tag, String... attributes) {
    tag(tag, attributes);
    page.append("/>\n");
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** A text, in which no line ends between a number and its percent sign. */
  Html text(String text) {
    escape(PERCENT.matcher(text).replaceAll("\u00A0%"));
    return this;
  }

  /** Styles of the program's own. */
  Html style(String styles) {
    page.append("<style>/*<![CDATA[*/\n").append(styles).append("/*]]>*/</style>\n");
    return this;
  }

  private void tag(String tag, String... attributes) {
    page.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      page.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      page.append('"');
    }
  }

  private void escape(String text) {
    readable(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.appendCodePoint(c);
              }
            });
  }

  /**
   * A text without what no page may hold, and without what would turn the direction of all that
   * follows; each such character is replaced so that one sees there was one.
   */
  static String readable(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(isReadable(c) ? c : UNKNOWN));
    return result.toString();
  }

  private static boolean isReadable(int c) {
    boolean isText = c == '\n' || c == '\t' || !Character.isISOControl(c);
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean isNone = (c & 0xFFFE) == 0xFFFE;
    boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return isText && !isSurrogate && !isNone && !turnsDirection;
  }

  /** The whole page. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are still open: " + open);
    }
    return page.toString();
  }
}
