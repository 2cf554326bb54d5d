package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.Rhythm;
import dev.repartee.measure.Dimension;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.stats.EIIndex;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes findings of flags: each with a case of it that can be opened, and what it takes to mend.
 */
final class Attention {
  private final Culture culture;

  Attention(Culture culture) {
    this.culture = culture;
  }

  /** What needs attention, the gravest first. */
  List<Finding> findings() {
    return culture.flags().stream().map(this::finding).toList();
  }

  private Finding finding(Flag flag) {
    Finding finding = ofKind(flag);
    // What the title says is not said again.
    String said = finding.title() + ": ";
    return finding.sentence().startsWith(said)
        ? finding.withSentence(PlainWords.capital(finding.sentence().substring(said.length())))
        : finding;
  }

  private Finding ofKind(Flag flag) {
    return switch (flag.kind()) {
      case BROKEN_PROMISE ->
          new Finding(
              "A promise is broken",
              flag.sentence(),
              flag.sure(),
              promise(flag),
              unserved(flag),
              PromisesPicture.ID);
      case UNEQUAL_OPENNESS -> openness(flag);
      case SLOWER_ANSWERS ->
          new Finding(
              "People are answered later" + ChannelAnswers.on(flag.subject()),
              flag.sentence(),
              flag.sure(),
              "Look at what else changed then: who answers there, and when; what else they have to"
                  + " do. The page says since, not because.",
              Optional.empty(),
              AnswersPicture.ID);
      case SILENT_CHANNEL ->
          new Finding(
              "Silence on " + flag.subject(),
              flag.sentence(),
              flag.sure(),
              "Somebody who answers there; or a word there that nobody does, and where to write"
                  + " instead.",
              silence(flag),
              WeeksPicture.ID);
      case SILO ->
          new Finding(
              "Departments keep to themselves",
              flag.sentence(),
              flag.sure(),
              silo(),
              Optional.empty(),
              TiesPicture.ID);
      case FALL ->
          new Finding(
              "People do less on " + flag.subject(),
              flag.sentence(),
              flag.sure(),
              "Look at what else changed then: a campaign that ended, people who had nobody to talk"
                  + " to, messages that no longer arrive. The page says since, not because.",
              Optional.empty(),
              WeeksPicture.ID);
      case SPIKE ->
          new Finding(
              "A spike on " + flag.subject(),
              flag.sentence(),
              flag.sure(),
              "Nothing to mend; it is worth knowing what drew people.",
              Optional.empty(),
              WeeksPicture.ID);
    };
  }

  private Optional<PromiseSummary.Result> result(Flag flag) {
    return culture.promises().stream()
        .flatMap(promises -> promises.results().stream())
        .filter(result -> result.promise().toString().equals(flag.subject()))
        .findFirst();
  }

  private String promise(Flag flag) {
    return result(flag)
        .map(
            result -> {
              long excess = Math.max(1, Math.round(result.excess()));
              return "It would be kept if "
                  + NumberText.count(excess)
                  + (result.promise().isAtLeast() ? " more" : " fewer")
                  + " of the "
                  + NumberText.count(result.all())
                  + " were as promised.";
            })
        .orElse("");
  }

  /** Of those who were promised it and not served, whom it took longest. */
  private Optional<Example> unserved(Flag flag) {
    return result(flag).stream()
        .flatMap(result -> result.against().stream())
        .filter(cases -> cases.count() > 0)
        .max(Comparator.comparing(cases -> cases.worst().get(0).lasted()))
        .map(cases -> Example.of(culture.log(), cases));
  }

  private Finding openness(Flag flag) {
    OpennessSummary open = culture.openness();
    boolean isCriticism = open.verdict() != OpennessSummary.Verdict.FAVOURS_CRITICISM;
    long turns = isCriticism ? open.criticismTurns() : open.praiseTurns();
    long more = Math.round(Math.abs(open.difference().value()) * turns);
    return new Finding(
        (isCriticism ? "Criticism" : "Praise")
            + " is answered less than "
            + (isCriticism ? "praise" : "criticism"),
        flag.sentence(),
        flag.sure(),
        "Both would be answered alike if about "
            + NumberText.count(more)
            + " more of the "
            + NumberText.count(turns)
            + (isCriticism ? " criticisms" : " messages of praise")
            + " had an answer within a day.",
        Optional.of(
                culture.criticism().cases((isCriticism ? "criticism" : "praise") + "_unanswered"))
            .filter(cases -> cases.count() > 0)
            .map(cases -> Example.of(culture.log(), cases)),
        OpennessPicture.ID);
  }

  private String silo() {
    EIIndex silos = culture.involvement().silos();
    double now = silos.internal() / (silos.internal() + silos.external());
    double chance = (1 - silos.expected()) / 2;
    return "About "
        + Math.max(1, Math.round(100 * (now - chance)))
        + " of 100 replies among colleagues would have to go to another department, to be as many"
        + " as chance would make.";
  }

  /** Who was the first to be left waiting since the organization fell silent. */
  private Optional<Example> silence(Flag flag) {
    return culture.talkedAt().stream()
        .filter(place -> place.channel().equals(flag.subject()))
        .findFirst()
        .flatMap(this::silence);
  }

  private Optional<Example> silence(Place place) {
    Rhythm rhythm = culture.consistency().at(place);
    Instant silent =
        rhythm
            .currentSilence()
            .map(lasts -> culture.log().all().asOf().minus(lasts).plus(Duration.ofMillis(1)))
            .orElse(Instant.MIN);
    return Example.longest(
        culture.log(), culture.log().open().only(Dimension.CHANNEL, place.channel()), silent);
  }
}
