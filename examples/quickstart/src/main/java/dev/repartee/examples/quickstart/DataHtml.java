package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.examples.exports.DataBox.Severity;
import java.util.List;

/** Says on a page what was read, how it was understood and, above all, what is wrong with it. */
final class DataHtml {
  private final Html html;
  private final Loaded loaded;
  private final DataWords words;

  DataHtml(Html html, Loaded loaded) {
    this.html = html;
    this.loaded = loaded;
    this.words = new DataWords(loaded);
  }

  /** What is wrong, before anything else. */
  void problems() {
    for (Severity severity : List.of(Severity.WRONG, Severity.DOUBTFUL)) {
      List<String> texts = words.problems(severity);
      if (!texts.isEmpty()) {
        boolean isWrong = severity == Severity.WRONG;
        html.open("section", "class", isWrong ? "wrong" : "doubtful", "role", "alert");
        String title = isWrong ? "Do not rely on the numbers of this page" : "Look at this first";
        html.element("h2", title + ": " + DataWords.meaning(severity)).open("ul");
        texts.forEach(text -> html.element("li", PlainWords.withoutOptions(text), "dir", "auto"));
        html.close().close();
      }
    }
  }

  /** What was read, for whoever opens it. */
  void read() {
    html.open("section", "id", "data").open("details");
    html.element("summary", "How the data was read");
    words.format().forEach(sentence -> html.element("p", sentence));
    HtmlTable rows = HtmlTable.of("rows", "count", "for example");
    for (DataWords.Row row : words.rows()) {
      List<String> examples = row.examples().stream().limit(3).toList();
      rows.row(row.text(), row.count(), String.join(", ", examples));
    }
    rows.write(html, "Rows");
    html.element("p", words.held() + ".");
    loaded.box().ifPresent(this::understood);
    html.close().close();
  }

  private void understood(DataBox box) {
    HtmlTable columns = HtmlTable.of("column", "taken for", "rows", "understood", "not understood");
    for (DataBox.Column column : box.columns()) {
      columns.row(
          column.name(),
          column.field().optionName(),
          column.present(),
          column.understood(),
          String.join(", ", column.strange()));
    }
    columns.write(html, "Columns");
    DataWords.understood(box).forEach(sentence -> html.element("p", sentence, "dir", "auto"));
  }
}
