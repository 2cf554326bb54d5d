package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.examples.exports.DataBox.Severity;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** Says, before any number, what was read, how it was understood and what is wrong with it. */
final class DataSection {
  private static final int SHOWN = 8;
  private static final int NAME = 18;
  private static final int STRANGE = 24;

  private final TextPage page;
  private final Loaded loaded;

  DataSection(TextPage page, Loaded loaded) {
    this.page = page;
    this.loaded = loaded;
  }

  /** What is wrong, at the top of the page. */
  void problems() {
    loaded
        .box()
        .ifPresent(
            box -> {
              problems(box, Severity.WRONG, "DO NOT RELY ON THE NUMBERS BELOW", "they are wrong");
              problems(box, Severity.DOUBTFUL, "LOOK AT THIS FIRST", "numbers may be off");
            });
  }

  private void problems(DataBox box, Severity severity, String title, String explanation) {
    List<String> texts =
        box.problems().stream()
            .filter(problem -> problem.severity() == severity)
            .map(DataBox.Problem::text)
            .toList();
    if (!texts.isEmpty()) {
      page.heading(title, explanation);
      texts.forEach(text -> page.wrap("- ", text));
    }
  }

  /** What was read. */
  void read() {
    EngagementLog log = loaded.log();
    page.heading("READ", loaded.source());
    loaded.box().ifPresent(this::format);
    page.table(rows());
    page.wrap(
        "",
        TextPage.count(log.messages(), "message")
            + ", "
            + TextPage.count(log.acts(), "act")
            + ", "
            + TextPage.count(log.conversations(), "conversation")
            + ", "
            + TextPage.count(log.persons(), "person")
            + ", as of "
            + log.asOf()
            + (log.isAsOfAssumed() ? " (assumed)" : ""));
    loaded.box().ifPresent(this::understood);
  }

  private void format(DataBox box) {
    String times =
        box.from().isPresent() && box.to().isPresent()
            ? ", from " + box.from().get() + " to " + box.to().get()
            : "";
    page.wrap(
        "",
        "Format "
            + box.format()
            + ", "
            + TextPage.count(box.files(), "file")
            + (box.records() > 0 ? ", " + TextPage.count(box.records(), "record") : "")
            + times
            + ".");
  }

  private TextTable rows() {
    Audit audit = loaded.log().audit();
    TextTable table = TextTable.of("rows", "count", "for example");
    table.row("offered", audit.offered(), "");
    table.row("accepted", audit.accepted(), "");
    loaded
        .box()
        .ifPresentOrElse(
            box ->
                box.setAside()
                    .forEach(
                        aside ->
                            table.row(
                                asideText(aside.reason()),
                                aside.count(),
                                examples(aside.examples()))),
            () -> reasons(table, audit, true));
    reasons(table, audit, false);
    return table;
  }

  private static String asideText(String reason) {
    return brief(
        reason.startsWith("left out: ") || reason.startsWith("records ")
            ? reason
            : "set aside: " + reason,
        34);
  }

  private static void reasons(TextTable table, Audit audit, boolean isRejection) {
    audit
        .counts()
        .forEach(
            (reason, count) -> {
              if (reason.isRejection() == isRejection) {
                table.row(
                    (isRejection ? "set aside: " : "kept, but: ") + Warnings.words(reason),
                    count,
                    examples(audit.examples(reason)));
              }
            });
  }

  private static String examples(List<String> ids) {
    return brief(String.join(", ", ids.stream().limit(3).toList()), 30);
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
    if (!box.timeForms().isEmpty()) {
      page.wrap(
          "",
          "Times: "
              + box.timeForms().stream()
                  .map(so -> NumberText.count(so.count()) + " " + so.form())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    staff(box);
    if (!box.lookAlikes().isEmpty()) {
      page.wrap(
          "", "Accounts that look alike, and count as different: " + some(box.lookAlikes()) + ".");
    }
    if (!box.unread().isEmpty()) {
      page.wrap(
          "",
          "Not read: "
              + some(
                  box.unread().stream()
                      .map(array -> array.path() + ", " + TextPage.count(array.size(), "object"))
                      .toList())
              + ".");
    }
    if (!box.passedOver().isEmpty()) {
      page.wrap("", "Passed over, as no data: " + some(box.passedOver()) + ".");
    }
  }

  private void staff(DataBox box) {
    if (box.staff().isEmpty()) {
      page.wrap("", "Staff: nobody; anybody else may answer.");
      return;
    }
    page.wrap(
        "",
        "Staff, with the rows each wrote: "
            + some(
                box.staff().stream()
                    .map(
                        each ->
                            each.name()
                                + (each.role().equals("BOT") ? " (bot) " : " ")
                                + NumberText.count(each.rows()))
                    .toList())
            + ".");
  }

  private static String some(List<String> texts) {
    String shown = String.join("; ", texts.subList(0, Math.min(SHOWN, texts.size())));
    return texts.size() > SHOWN ? shown + "; and " + (texts.size() - SHOWN) + " more" : shown;
  }
}
