package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.examples.exports.DataBox.Severity;
import dev.repartee.log.Audit;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was read, how it was understood and what is wrong with it, in words that pages share. */
final class DataWords {
  private static final int SHOWN = 8;

  private final Loaded loaded;

  DataWords(Loaded loaded) {
    this.loaded = loaded;
  }

  /** What became of rows for one reason. */
  record Row(String text, long count, List<String> examples) {}

  /** What is wrong, or doubtful, each with what mends it. */
  List<String> problems(Severity severity) {
    return loaded.box().stream()
        .flatMap(box -> box.problems().stream())
        .filter(problem -> problem.severity() == severity)
        .map(DataBox.Problem::text)
        .toList();
  }

  /** A heading over what is wrong. */
  static String title(Severity severity) {
    return severity == Severity.WRONG ? "DO NOT RELY ON THE NUMBERS BELOW" : "LOOK AT THIS FIRST";
  }

  /** What the problems mean for the numbers. */
  static String meaning(Severity severity) {
    return severity == Severity.WRONG ? "they are wrong" : "numbers may be off";
  }

  /** The rows offered and accepted, and what became of the others. */
  List<Row> rows() {
    Audit audit = loaded.log().audit();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("offered", audit.offered(), List.of()));
    rows.add(new Row("accepted", audit.accepted(), List.of()));
    if (loaded.box().isPresent()) {
      for (DataBox.Aside aside : loaded.box().get().setAside()) {
        rows.add(new Row(asideText(aside.reason()), aside.count(), aside.examples()));
      }
    } else {
      addReasons(rows, audit, true);
    }
    addReasons(rows, audit, false);
    return rows;
  }

  private static void addReasons(List<Row> rows, Audit audit, boolean isRejection) {
    audit
        .counts()
        .forEach(
            (reason, count) -> {
              if (reason.isRejection() == isRejection) {
                String text =
                    (isRejection ? "set aside: " : "kept, but: ") + Warnings.words(reason);
                rows.add(new Row(text, count, audit.examples(reason)));
              }
            });
  }

  private static String asideText(String reason) {
    return reason.startsWith("left out: ") || reason.startsWith("records ")
        ? reason
        : "set aside: " + reason;
  }

  /** The format, the files and the time they cover; nothing for the sample. */
  List<String> format() {
    return loaded.box().stream().map(DataWords::format).toList();
  }

  private static String format(DataBox box) {
    String times =
        box.from().isPresent() && box.to().isPresent()
            ? ", from " + box.from().get() + " to " + box.to().get()
            : "";
    return "Format "
        + box.format()
        + ", "
        + TextPage.count(box.files(), "file")
        + (box.records() > 0 ? ", " + TextPage.count(box.records(), "record") : "")
        + times
        + ".";
  }

  /** How much the log holds, and as of when. */
  String held() {
    return TextPage.count(loaded.log().messages(), "message")
        + ", "
        + TextPage.count(loaded.log().acts(), "act")
        + ", "
        + TextPage.count(loaded.log().conversations(), "conversation")
        + ", "
        + TextPage.count(loaded.log().persons(), "person")
        + ", as of "
        + loaded.log().asOf()
        + (loaded.log().isAsOfAssumed() ? " (assumed)" : "");
  }

  /** How times were written, who is staff, what looks alike, and what was not read. */
  static List<String> understood(DataBox box) {
    List<String> sentences = new ArrayList<>();
    if (!box.timeForms().isEmpty()) {
      sentences.add(
          "Times: "
              + box.timeForms().stream()
                  .map(so -> NumberText.count(so.count()) + " " + so.form())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    sentences.add(staff(box));
    if (!box.lookAlikes().isEmpty()) {
      sentences.add(
          "Accounts that look alike, and count as different: " + some(box.lookAlikes()) + ".");
    }
    if (!box.unread().isEmpty()) {
      sentences.add(
          "Not read: "
              + some(
                  box.unread().stream()
                      .map(array -> array.path() + ", " + TextPage.count(array.size(), "object"))
                      .toList())
              + ".");
    }
    if (!box.passedOver().isEmpty()) {
      sentences.add("Passed over, as no data: " + some(box.passedOver()) + ".");
    }
    return sentences;
  }

  private static String staff(DataBox box) {
    if (box.staff().isEmpty()) {
      return "Staff: nobody; anybody else may answer.";
    }
    return "Staff, with the rows each wrote: "
        + some(
            box.staff().stream()
                .map(
                    each ->
                        each.name()
                            + (each.role().equals("BOT") ? " (bot) " : " ")
                            + NumberText.count(each.rows()))
                .toList())
        + ".";
  }

  private static String some(List<String> texts) {
    String shown = String.join("; ", texts.subList(0, Math.min(SHOWN, texts.size())));
    return texts.size() > SHOWN ? shown + "; and " + (texts.size() - SHOWN) + " more" : shown;
  }
}
