package dev.repartee.examples.quickstart;

import dev.repartee.text.NumberText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first screen of the culture page: figures, findings, and what they rest on. */
final class Glance {
  private static final String KEPT = "kept, but: ";
  private static final int SHOWN = 4;

  private final Html html;
  private final Culture culture;
  private final Loaded loaded;
  private final Optional<Periods> periods;
  private final Optional<Comparison> comparison;

  Glance(Html html, Culture culture, Loaded loaded, Optional<Comparison> comparison) {
    this.comparison = comparison;
    this.html = html;
    this.culture = culture;
    this.loaded = loaded;
    this.periods = Periods.of(culture.log().open(), culture.log().zone());
  }

  /** Writes it, with so many of the findings at length. */
  void write(List<Finding> findings, int most) {
    List<Headline> ofPeriod =
        comparison
            .map(both -> Headline.of(culture.log(), both.now(), Optional.of(both.before())))
            .orElseGet(() -> Headline.of(culture.log(), periods));
    if (ofPeriod.stream().noneMatch(Headline::hasInterval)) {
      // Where the last period has too little to count, the whole log may have enough.
      figures(
          comparison.isPresent() ? "The whole period" : "The whole log",
          Headline.of(culture.log(), Optional.empty()));
    } else {
      figures(
          comparison
              .map(Comparison::periods)
              .or(
                  () ->
                      periods.map(
                          both ->
                              both.now().name() + ", and " + both.before().name() + " before it"))
              .orElse("The whole log"),
          ofPeriod);
    }
    html.open("section", "id", "findings").element("h2", "What needs attention");
    if (findings.isEmpty()) {
      html.element(
          "p", "Nothing is shown to be amiss, as far as there is enough to tell.", "class", "seen");
    }
    html.open("div", "class", "findings");
    findings.stream().limit(most).forEach(this::finding);
    html.close();
    if (findings.size() > most) {
      html.element("h3", "Also shown").open("ul", "class", "flags");
      findings.stream().skip(most).forEach(this::brief);
      html.close();
    }
    html.close();
    data();
  }

  private void figures(String title, List<Headline> headlines) {
    html.open("section", "id", "figures");
    html.element("h2", title);
    if (headlines.isEmpty()) {
      html.element("p", "Too little was written, or watched for too short a time, for any figure.");
    }
    html.open("ul", "class", "figures");
    for (Headline headline : headlines) {
      html.open("li").element("strong", headline.value());
      html.text(" ").element("span", headline.meaning(), "class", "meaning");
      html.text(" ").element("span", headline.rest(), "class", "rest");
      headline.before().ifPresent(before -> before(headline, before));
      html.close();
    }
    html.close().close();
  }

  private void before(Headline headline, String before) {
    html.text(" ").open("span", "class", "before");
    if (!headline.change().sign().isEmpty()) {
      html.element("span", headline.change().sign(), "class", "arrow", "aria-hidden", "true");
      html.text(" ");
    }
    String words = headline.change().words();
    html.text("Before: " + before + (words.isEmpty() ? "" : "; " + words)).close();
  }

  private void finding(Finding finding) {
    html.open("article").element("h3", finding.title(), "dir", "auto");
    html.element("p", PlainWords.sentence(finding.sentence()), "dir", "auto");
    finding.example().ifPresent(this::example);
    html.open("p").element("strong", "What it takes: ").text(finding.mend()).close();
    html.open("p", "class", "judged").text(finding.sure() + " ");
    html.element("a", "See the picture.", "href", "#" + finding.picture());
    html.close().close();
  }

  private void example(Example example) {
    html.open("p", "dir", "auto").element("strong", "For example: ").text(example.sentence());
    html.close();
    if (example.conversation().isEmpty()) {
      return;
    }
    ZoneId zone = culture.log().zone();
    html.open("details", "class", "screen").element("summary", "Open the conversation");
    html.open("ol");
    for (ConversationRows.Line line : example.conversation()) {
      html.element(
          "li",
          PlainWords.minute(line.at(), zone)
              + ": "
              + line.author()
              + (line.organization().isEmpty() ? "" : " of " + line.organization())
              + (line.to().isEmpty() ? " wrote" : " replied to " + line.to())
              + (line.id().isEmpty() ? "" : " (" + line.id() + ")"),
          "dir",
          "auto");
    }
    html.close().close();
  }

  private void brief(Finding finding) {
    html.open("li", "dir", "auto").element("strong", finding.title() + ". ");
    html.text(PlainWords.sentence(finding.sentence()) + " ");
    html.element("a", "See the picture.", "href", "#" + finding.picture()).close();
  }

  /** What became of rows that were left out, or of those that were kept with a remark. */
  private static Optional<String> some(List<DataWords.Row> rows, boolean isLeftOut) {
    String all =
        rows.stream()
            .skip(2)
            .filter(row -> row.text().startsWith(KEPT) != isLeftOut)
            .limit(SHOWN)
            .map(
                row ->
                    PlainWords.row(row.text().replaceFirst("^(set aside|left out|kept, but): ", ""))
                        + " ("
                        + NumberText.count(row.count())
                        + ")")
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** What was read and what was left out, in short. */
  private void data() {
    List<DataWords.Row> rows = new DataWords(loaded).rows();
    html.open("section", "id", "basis", "class", "basis").element("h2", "What this rests on");
    html.element(
        "p",
        TextPage.count(loaded.log().messages(), "message")
            + " and "
            + TextPage.count(loaded.log().acts(), "act")
            + " such as likes and follows, by "
            + (loaded.log().persons() == 1
                ? "1 person"
                : NumberText.count(loaded.log().persons()) + " people")
            + ", from "
            + TextPage.count(loaded.log().audit().offered(), "row")
            + ".");
    html.open("p");
    html.text(
        some(rows, true).map(all -> "Left out: " + all).orElse("Nothing was left out") + ". ");
    html.text(some(rows, false).map(all -> "Kept with a remark: " + all + ". ").orElse(""));
    html.element("a", "How the data was read.", "href", "#data").close().close();
  }
}
