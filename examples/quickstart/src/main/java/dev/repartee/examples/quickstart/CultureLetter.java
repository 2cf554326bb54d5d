package dev.repartee.examples.quickstart;

import dev.repartee.scorecard.ComponentScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What there is to say about a culture, in the order in which an advisor says it. Every list holds
 * sentences for people, with their counts; any may be empty.
 *
 * @param flags what is shown to be amiss or out of the ordinary: broken promises first
 * @param good what is shown to be good
 * @param unproven what may be so, and what it takes to know
 * @param missing what the log tells nothing about, and why
 * @param judged how many of the statements were judged by chance together: what the p values of the
 *     flags are adjusted for
 */
record CultureLetter(
    List<Flag> flags, List<String> good, List<String> unproven, List<String> missing, int judged) {

  /** How a sentence begins that tells of a missing score. */
  static final String SCORE = "Of the scorecard, ";

  CultureLetter {
    flags = List.copyOf(flags);
    good = List.copyOf(good);
    unproven = List.copyOf(unproven);
    missing = List.copyOf(missing);
  }

  /** What follows from what was measured. */
  static CultureLetter of(Culture culture) {
    Claims claims = new Claims();
    if (culture.log().isForum()) {
      new PeopleClaims(culture, claims).addOpenness();
      new AnswerClaims(culture, claims).add();
      claims.missing(
          "Promises, who takes part, silence, and how far people come: the log names no"
              + " organization whose they could be.");
      return claims.letter();
    }
    culture
        .promises()
        .ifPresentOrElse(
            new PromiseClaims(claims)::add,
            () -> claims.missing("Promises: none is given; --promise=\"90% answered within 1h\"."));
    new PeopleClaims(culture, claims).add();
    new AnswerClaims(culture, claims).add();
    new PresenceClaims(culture, claims).add();
    path(culture, claims);
    for (ComponentScore score : culture.scorecard().orElseThrow().missing()) {
      claims.missing(
          SCORE
              + score.component().name().toLowerCase(Locale.ROOT)
              + ": "
              + PlainWords.reason(score.reason())
              + ".");
    }
    return claims.letter();
  }

  private static void path(Culture culture, Claims claims) {
    if (culture.path().isEmpty()) {
      claims.missing("How far people come: the log has no acts, as views, likes or follows.");
      return;
    }
    String stages =
        culture.path().get().stages().stream()
            .filter(stage -> !stage.isObserved())
            .map(stage -> Warnings.words(stage.stage()))
            .collect(Collectors.joining(", "));
    if (!stages.isEmpty()) {
      claims.missing("How far people come: nothing in the log can show who is at " + stages + ".");
    }
  }

  /** How it was judged. */
  String method() {
    return "Each interval holds the truth in 95 of 100 cases. "
        + (judged == 0
            ? "Nothing was judged by chance."
            : judged == 1
                ? "One statement was judged by chance, at 5 %."
                : judged
                    + " statements were judged together, since whoever asks often finds something by"
                    + " chance: if nothing were the matter, not one of them would be shown in at least"
                    + " 95 of 100 cases.");
  }

  static CultureLetter empty() {
    return new CultureLetter(List.of(), List.of(), List.of(), List.of(), 0);
  }
}
