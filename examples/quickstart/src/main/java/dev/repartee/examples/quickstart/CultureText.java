package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.Rhythm;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.participation.Involvement;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.scorecard.ComponentScore;
import dev.repartee.scorecard.Ranking;
import dev.repartee.scorecard.Scorecard;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the page about a culture for people: first what there is to say, then the numbers. */
final class CultureText {
  private static final Duration DAY = Duration.ofHours(24);

  private final Loaded loaded;
  private final Culture culture;
  private final Optional<Comparison> comparison;
  private final TextPage page = new TextPage();

  CultureText(Loaded loaded, Culture culture, Optional<Comparison> comparison) {
    this.comparison = comparison;
    this.loaded = loaded;
    this.culture = culture;
  }

  /** The whole page. */
  String text() {
    page.line("Repartee: the culture of " + culture.name() + ", as social media show it");
    if (loaded.isSample()) {
      page.wrap(
          "", "This is a synthetic sample: an invented company, invented people, planted facts.");
    }
    page.wrap("", loaded.source() + ", as of " + culture.asOf());
    culture.log().stray().ifPresent(stray -> page.wrap("", stray.sentence()));
    DataSection data = new DataSection(page, loaded);
    data.problems();
    letter(culture.letter());
    comparison.ifPresent(found -> found.write(page));
    numbers();
    data.read();
    return page.text();
  }

  private void letter(CultureLetter letter) {
    page.heading("IN SHORT", "");
    culture.inShort().forEach(sentence -> page.wrap("", sentence));
    page.heading("WHAT NEEDS ATTENTION", "shown, not suspected");
    if (letter.flags().isEmpty()) {
      page.wrap("", "Nothing, as far as there is enough to tell.");
    }
    for (Flag flag : letter.flags()) {
      page.wrap("- ", flag.sentence());
      page.wrap("  ", "[" + flag.kind().text() + ": " + flag.judged() + "]");
    }
    list("WHAT IS GOOD", letter.good());
    list("UNPROVEN", letter.unproven());
    list("NOT MEASURED", letter.missing());
    page.line("");
    page.wrap("", letter.method());
  }

  private void list(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      page.heading(title, "");
      sentences.forEach(sentence -> page.wrap("- ", sentence));
    }
  }

  private void numbers() {
    page.heading("THE NUMBERS", "");
    if (culture.log().isForum()) {
      forum();
      return;
    }
    TextTable channels =
        TextTable.of("channel", "two-way conversations", "weeks it wrote", "silent for", "now");
    for (Place place : culture.talkedAt()) {
      Rhythm rhythm = culture.consistency().at(place);
      channels.row(
          place.channel(),
          culture.dialogue().find(place.channel()).map(d -> Percent.of(d.twoWay())).orElse(""),
          rhythm.activeWeeks().successes() + "/" + rhythm.weeks(),
          rhythm.currentSilence().map(PresenceClaims::text).orElse(""),
          rhythm.activity().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    page.table(channels);
    culture.promises().ifPresent(promises -> promises(promises.results()));
    departments();
    culture.scorecard().ifPresent(this::scores);
  }

  private void forum() {
    TextTable channels = TextTable.of("channel", "conversations", "two-way");
    culture
        .dialogue()
        .forEach(
            (key, dialogue) ->
                channels.row(
                    CulturePage.name(key), dialogue.strands(), Percent.of(dialogue.twoWay())));
    page.table(channels);
  }

  private void promises(List<PromiseSummary.Result> results) {
    page.line("");
    TextTable table = TextTable.of("promise", "found", "met", "of", "");
    for (PromiseSummary.Result result : results) {
      table.row(
          result.promise(),
          Percent.of(result.share()),
          result.met(),
          result.all(),
          result.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    page.table(table);
  }

  private void departments() {
    if (!culture.participation().organizations().contains(culture.organization())) {
      return;
    }
    Involvement involved = culture.involvement();
    page.line("");
    TextTable table =
        TextTable.of("department", "messages", "of all", "answered so far, without it");
    for (String department : involved.departments()) {
      table.row(
          department,
          involved.messages(department),
          involved.messages() == 0
              ? "none"
              : Percent.of((double) involved.messages(department) / involved.messages()),
          Percent.of(involved.coverageWithout(department)));
    }
    page.table(table);
  }

  private static String name(Component component) {
    return component.name().toLowerCase(Locale.ROOT);
  }

  private void scores(Scorecard card) {
    page.line("");
    TextTable table = TextTable.of("scorecard, of 100", "");
    for (ComponentScore score : card.components()) {
      table.row(
          name(score.component()),
          score.isMissing() ? "left out: " + score.reason() : score.score());
    }
    table.row("all that is there, alike", card.total(Weights.equal()));
    page.table(table);
    page.wrap(
        "",
        card.components().stream()
            .map(score -> score.component())
            .map(one -> name(one) + ": " + one.text())
            .collect(Collectors.joining("; ", "100 stands for all, or as said. ", ".")));
    if (culture.scorecards().organizations().size() > 1) {
      beside(culture.scorecards().ranking());
    }
  }

  private void beside(Ranking ranking) {
    page.line("");
    if (ranking.common().isEmpty()) {
      page.wrap("", "No ranks: there is no component that all organizations of the log have.");
    } else {
      page.line(ranking.table());
    }
  }

  /** What a page begins with. */
  static List<String> inShort(Culture culture) {
    DialogueSummary dialogue = culture.dialogue().total();
    List<String> sentences = new ArrayList<>();
    sentences.add(waiting(culture));
    sentences.add(
        dialogue.twoWay().isEmpty()
            ? "No conversation is old enough to tell what became of it."
            : "Of conversations in which people wrote, "
                + Percent.counted(dialogue.twoWay(), "conversations")
                + ", went both ways; "
                + (dialogue.returned().isEmpty()
                    ? "nobody was answered, so that nobody could come back."
                    : "of those in which somebody was answered, people came back in "
                        + Percent.of(dialogue.returned())
                        + "."));
    InsideOutText.found(culture).ifPresent(sentences::add);
    return sentences;
  }

  private static String waiting(Culture culture) {
    ResponseSummary response = culture.response();
    if (response.exchanges() == 0) {
      return "Nobody waited for an answer.";
    }
    String counts =
        NumberText.count(response.answered())
            + " of "
            + TextPage.count(response.exchanges(), "time")
            + " somebody waited there was an answer so far.";
    Estimate within = response.within(DAY);
    return within.isDefined()
        ? "Of those who write to "
            + culture.name()
            + ", "
            + Percent.of(within)
            + " have an answer within 24 h; "
            + PlainWords.half(response.median())
            + ". "
            + counts
        : "How many of those who write to "
            + culture.name()
            + " have an answer within 24 h is not known: "
            + PlainWords.reason(within.note())
            + ". "
            + counts;
  }
}
