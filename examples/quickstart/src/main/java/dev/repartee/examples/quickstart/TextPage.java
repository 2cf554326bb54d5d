package dev.repartee.examples.quickstart;

import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;

/** Text in sections, in lines of at most 80 characters. */
final class TextPage {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  void heading(String title, String explanation) {
    text.append('\n').append(title);
    if (!explanation.isEmpty()) {
      String room = explanation.replaceAll("\\p{Cntrl}", "?");
      int most = WIDTH - title.length() - 2;
      text.append("  ").append(room.length() > most ? room.substring(0, most - 1) + "…" : room);
    }
    text.append('\n');
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  void table(TextTable table) {
    // A table without headings begins with an empty line, which says nothing.
    text.append(table.toString().stripLeading()).append('\n');
  }

  void wrap(String mark, String sentence) {
    StringBuilder line = new StringBuilder(mark);
    String indent = " ".repeat(mark.length());
    for (String word : sentence.replaceAll("\\p{Cntrl}", "?").split(" ", -1)) {
      boolean isFirst = line.toString().isBlank() || line.length() == mark.length();
      if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(indent).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
    }
    text.append(line).append('\n');
  }

  /** A share with its counts and interval: {@code 0.75 [0.30, 0.95] 3/4}. */
  static String share(Proportion share) {
    return share.isEmpty()
        ? "none 0/0"
        : NumberText.share(share.value())
            + share.interval().map(interval -> " " + interval).orElse("")
            + " "
            + share.successes()
            + "/"
            + share.trials();
  }

  /** A number of things: {@code 2 conversations}. */
  static String count(long number, String noun) {
    return NumberText.count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  String text() {
    return text.toString();
  }
}
