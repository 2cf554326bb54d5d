package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.examples.exports.DataBox.Severity;
import dev.repartee.text.TextTable;
import java.util.List;

/** Says, before any number, what was read, how it was understood and what is wrong with it. */
final class DataSection {
  private static final int REASON = 34;
  private static final int EXAMPLES = 30;
  private static final int NAME = 18;
  private static final int STRANGE = 24;

  private final TextPage page;
  private final Loaded loaded;
  private final DataWords words;

  DataSection(TextPage page, Loaded loaded) {
    this.page = page;
    this.loaded = loaded;
    this.words = new DataWords(loaded);
  }

  /** What is wrong, at the top of the page. */
  void problems() {
    for (Severity severity : List.of(Severity.WRONG, Severity.DOUBTFUL)) {
      List<String> texts = words.problems(severity);
      if (!texts.isEmpty()) {
        page.heading(DataWords.title(severity), DataWords.meaning(severity));
        texts.forEach(text -> page.wrap("- ", text));
      }
    }
  }

  /** What was read. */
  void read() {
    page.heading("READ", loaded.source());
    words.format().forEach(sentence -> page.wrap("", sentence));
    TextTable rows = TextTable.of("rows", "count", "for example");
    for (DataWords.Row row : words.rows()) {
      List<String> examples = row.examples().stream().limit(3).toList();
      rows.row(
          brief(row.text(), REASON), row.count(), brief(String.join(", ", examples), EXAMPLES));
    }
    page.table(rows);
    page.wrap("", words.held());
    loaded.box().ifPresent(this::understood);
  }

  private static String brief(String text, int most) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > most ? clean.substring(0, most - 1) + "…" : clean;
  }

  private void understood(DataBox box) {
    page.line("");
    TextTable columns = TextTable.of("column", "taken for", "rows", "understood", "not understood");
    box.columns()
        .forEach(
            column ->
                columns.row(
                    brief(column.name(), NAME),
                    column.field().optionName(),
                    column.present(),
                    column.understood(),
                    brief(String.join(", ", column.strange()), STRANGE)));
    page.table(columns);
    DataWords.understood(box).forEach(sentence -> page.wrap("", sentence));
  }
}
